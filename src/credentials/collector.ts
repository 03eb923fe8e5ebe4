import { detect } from '../detect/detect.ts';
import type { Engine } from '../detect/engine.ts';
import type { Finding } from '../detect/finding.ts';
import { advance, type Position } from '../sources/position.ts';
import type { Content, ContentOrigin } from '../sources/source.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { makeFrame } from './frame.ts';
import type { FrameLine } from './report.ts';

/** One place at which one credential was found. */
export type Sighting = {
  readonly finding: Finding;
  readonly origin: ContentOrigin;
  readonly start: Position;
  readonly end: Position;
  readonly frame: readonly FrameLine[];
};

/** All places of one credential, in the order in which they were found. */
export type SightedCredential = { readonly fingerprint: Fingerprint; readonly sightings: Sighting[] };

/** Frames are for a person to look at: of a key that stands in 300 places a few are enough. */
const FRAMES_PER_CREDENTIAL = 3;

/** Runs detection on content as it comes, and keeps what was found, grouped by credential. */
export class Collector {
  readonly #credentials = new Map<Fingerprint, SightedCredential>();
  readonly #engine: Engine;
  readonly #isReported: (family: string, rule: string) => boolean;

  constructor(engine: Engine, isReported: (family: string, rule: string) => boolean = () => true) {
    this.#engine = engine;
    this.#isReported = isReported;
  }

  /** Scans one content (or a piece of one). Done with its bytes when it returns. */
  readonly scan = (content: Content): void => {
    const findings = detect(this.#engine, content.bytes, pathOf(content.origin));
    if (findings.length === 0) return;
    let position: Position = content.piece;
    let offset = 0;
    for (const finding of findings) {
      if (finding.start < content.piece.ownedStart || finding.start >= content.piece.ownedEnd) continue;
      if (!this.#isReported(finding.family, finding.rule)) continue;
      position = advance(position, content.bytes, offset, finding.start);
      offset = finding.start;
      const end = advance(position, content.bytes, finding.start, finding.end);
      this.#add(content, finding, position, end, findings);
    }
  };

  credentials(): readonly SightedCredential[] {
    return [...this.#credentials.values()];
  }

  #add(content: Content, finding: Finding, start: Position, end: Position, all: readonly Finding[]): void {
    const fingerprint = fingerprintOf(finding.family, finding.secret);
    const known = this.#credentials.get(fingerprint);
    const sightings = known?.sightings ?? [];
    if (!known) this.#credentials.set(fingerprint, { fingerprint, sightings });
    const frame =
      sightings.length < FRAMES_PER_CREDENTIAL ? makeFrame(content.bytes, finding, start.line, all) : [];
    sightings.push({ finding, origin: content.origin, start, end, frame });
  }
}

function pathOf(origin: ContentOrigin): string {
  return origin.kind === 'stdin' ? '' : (origin.path ?? '');
}
