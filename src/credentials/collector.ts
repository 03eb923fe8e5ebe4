import { isArchive } from '../decode/archive-magic.ts';
import { type NotebookCell, notebookCells } from '../decode/notebook.ts';
import { detect } from '../detect/detect.ts';
import type { Engine } from '../detect/engine.ts';
import type { Finding } from '../detect/finding.ts';
import type { ObjectId } from '../git/object-id.ts';
import { PlaceFinder } from '../sources/place-finder.ts';
import { advance, type Position } from '../sources/position.ts';
import { type Content, type ContentOrigin, pathOf, wholePiece } from '../sources/source.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { makeFrame } from './frame.ts';
import { InlineMarks } from './inline-marks.ts';
import { replacementFor } from './replacement.ts';
import type { FrameLine } from './report.ts';

/** One place at which one credential was found. */
export type Sighting = {
  readonly finding: Finding;
  readonly origin: ContentOrigin;
  /** The path within an archive; null for what is in none. */
  readonly member: string | null;
  readonly start: Position;
  readonly end: Position;
  /** Whether it stands in the header of a commit or tag, before the message, whose lines count from 1. */
  readonly inHeader: boolean;
  /** How it can be replaced in commits: see `replacementFor`. */
  readonly replacement: string | null;
  /** The cell of a notebook. */
  readonly cell: NotebookCell | null;
  /** The mark of a comment that says that it may stand there; null when there is none. */
  readonly mark: string | null;
  readonly frame: readonly FrameLine[];
};

/** All places of one credential, in the order in which they were found. */
export type SightedCredential = { readonly fingerprint: Fingerprint; readonly sightings: Sighting[] };

/** Opens archives: given by whoever scans, so that unpacking is loaded only when there is one. */
export type Unpacker = (bytes: Uint8Array) => {
  readonly members: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly skipped: readonly string[];
};

/** Which places are worth showing is known only when all are sorted: see `withFewFrames`. Of thousands some are kept. */
const FRAMES_PER_CREDENTIAL = 64;

/** Runs detection on content as it comes, and keeps what was found, grouped by credential. */
export class Collector {
  readonly #credentials = new Map<Fingerprint, SightedCredential>();
  readonly #engine: Engine;
  readonly #isReported: (family: string, rule: string) => boolean;
  readonly #unpack: Unpacker | null;
  readonly #onSkipped: (path: string) => void;
  /** Of the commit or tag that was scanned last. */
  #header: { readonly oid: ObjectId; readonly lines: number } | null = null;

  /**
   * @param unpack null: archives are scanned as bytes only.
   * @param onSkipped gets the path of each archive, or member of one, that could not be unpacked.
   */
  constructor(
    engine: Engine,
    isReported: (family: string, rule: string) => boolean = () => true,
    unpack: Unpacker | null = null,
    onSkipped: (path: string) => void = () => {},
  ) {
    this.#engine = engine;
    this.#isReported = isReported;
    this.#unpack = unpack;
    this.#onSkipped = onSkipped;
  }

  /** Scans one content (or a piece of one). Done with its bytes when it returns. */
  readonly scan = (content: Content): void => {
    this.#scanContent(content, null);
    if (
      this.#unpack === null ||
      !isArchive(content.bytes) ||
      content.piece.line !== 1 ||
      content.piece.column !== 1
    )
      return;
    const path = pathOf(content.origin) ?? '';
    if (content.piece.ownedEnd !== content.bytes.length) {
      this.#onSkipped(path);
      return;
    }
    const { members, skipped } = this.#unpack(content.bytes);
    for (const each of skipped) this.#onSkipped(memberPath(path, each));
    for (const { path: member, bytes } of members) {
      this.#scanContent({ origin: content.origin, bytes, piece: wholePiece(bytes.length) }, member);
    }
  };

  credentials(): readonly SightedCredential[] {
    return [...this.#credentials.values()];
  }

  #scanContent(content: Content, member: string | null): void {
    const path = memberPath(pathOf(content.origin) ?? '', member);
    const all = detect(this.#engine, content.bytes, path);
    const { ownedStart, ownedEnd } = content.piece;
    const findings = all.filter(
      ({ start, family, rule }) => start >= ownedStart && start < ownedEnd && this.#isReported(family, rule),
    );
    if (findings.length === 0) return;
    const cells = path.endsWith('.ipynb')
      ? notebookCells(
          content.bytes,
          findings.map(({ start }) => start),
        )
      : [];
    const header = this.#headerLines(content);
    const marks = holdsComments(content.origin) ? new InlineMarks(content.bytes) : null;
    const places = new PlaceFinder(content.bytes, content.piece);
    findings.forEach((finding, index) => {
      const first = places.at(finding.start, finding.decodedFrom);
      const inHeader = header > 0 && first.line <= header;
      const skipped = inHeader ? 0 : header;
      const start = below(first, skipped);
      const end = below(places.at(finding.end, finding.decodedFrom), skipped);
      this.#add(
        {
          finding,
          origin: content.origin,
          member: member === '' ? null : member,
          start,
          end,
          inHeader,
          replacement:
            member === null || member === ''
              ? replacementFor(content.bytes, finding.start, finding.end)
              : null,
          cell: cells[index] ?? null,
          mark: marks?.at(finding.start, finding.end) ?? null,
          frame: [],
        },
        content.bytes,
        all,
      );
    });
  }

  /** Counted in the first piece of an object; 0 for what has no header. */
  #headerLines({ origin, bytes, piece }: Content): number {
    if (origin.kind !== 'object' || (origin.type !== 'commit' && origin.type !== 'tag')) return 0;
    if (piece.line === 1 && piece.column === 1)
      this.#header = { oid: origin.oid, lines: countHeaderLines(bytes) };
    return this.#header?.oid === origin.oid ? this.#header.lines : 0;
  }

  #add(sighting: Sighting, bytes: Uint8Array, all: readonly Finding[]): void {
    const { finding, start } = sighting;
    const fingerprint = fingerprintOf(finding.family, finding.secret);
    const known = this.#credentials.get(fingerprint);
    const sightings = known?.sightings ?? [];
    if (!known) this.#credentials.set(fingerprint, { fingerprint, sightings });
    const frame = sightings.length < FRAMES_PER_CREDENTIAL ? makeFrame(bytes, finding, start.line, all) : [];
    sightings.push({ ...sighting, frame });
  }
}

/** A name has no comment. */
function holdsComments(origin: ContentOrigin): boolean {
  return origin.kind !== 'ref' && !('isName' in origin);
}

function below({ line, column }: Position, skippedLines: number): Position {
  return { line: line - skippedLines, column };
}

/** Lines before the message of a commit or tag, the empty one among them. */
function countHeaderLines(bytes: Uint8Array): number {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('\n\n');
  return advance({ line: 1, column: 1 }, bytes, 0, end === -1 ? bytes.length : end + 2).line - 1;
}

/** A path within an archive behind the archive's own, as other tools write it. */
export function memberPath(path: string, member: string | null): string {
  return member === null || member === '' ? path : `${path}!${member}`;
}
