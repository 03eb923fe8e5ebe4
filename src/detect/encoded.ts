import { decodeBase64Around, decodeBase64Block } from '../decode/base64.ts';
import type { Decoded } from '../decode/decoded.ts';
import { DecodedBuilder } from '../decode/decoded.ts';
import { decodeEscapes } from '../decode/escapes.ts';
import { areJoined, findItems, findPieces, joinPieces, mayBeItem, mayBePiece } from '../decode/joined.ts';
import type { Piece } from '../decode/joined-bytes.ts';
import {
  decodeQuotedPrintable,
  isBrokenSoftly,
  mayBeQuotedPrintable,
  startOfQuotedPrintable,
} from '../decode/quoted-printable.ts';
import { partTexts, readTouchingTexts, type TouchingText } from '../decode/touching.ts';
import { findUtf16 } from '../decode/utf16.ts';
import { CREDENTIAL_BYTES } from './bytes.ts';
import { classifyRun } from './classify.ts';
import type { Engine } from './engine.ts';
import type { Finding } from './finding.ts';
import type { Subject } from './judge.ts';
import { sampleRuns } from './sampler.ts';

/** How much of the surroundings goes with decoded text, so that names and hosts around it count. */
const REACH = { before: 3000, behind: 1500 };
/** How far a key may reach around its encoded mark, in encoded characters. */
const AROUND_MARK = 512;
/** Longer runs of escapes are undone in parts, with as much of the next as the longest key takes when encoded. */
const PART = 64 * 1024;
const BACKSLASH = 0x5c;
const PART_OVERLAP = 4 * 1024;

/** The encoding of texts that stand side by side, so that a program may put them together. */
export const TEXTS_SIDE_BY_SIDE = 'texts side by side';

/** A finding with the place of its pattern among all patterns. */
export type RankedFinding = { readonly finding: Finding; readonly order: number };

/** Looks at the runs in `[from, to)` of a content, and at what is encoded there, `depth` encodings deep. */
export type InspectRange = (
  engine: Engine,
  subject: Subject,
  from: number,
  to: number,
  depth: number,
) => { readonly found: readonly RankedFinding[]; readonly sawEncoded: boolean };

/** Looks at what is encoded in a content: finds keys in decoded text, and says where they stand in the original. */
export class EncodedContent {
  sawCandidate = false;
  readonly #engine: Engine;
  readonly #subject: Subject;
  readonly #depth: number;
  readonly #found: RankedFinding[];
  readonly #inspectRange: InspectRange;
  /** The block of base64 that was decoded last. */
  #base64 = { start: 0, end: 0 };
  /** For each place in a group of four, up to where marks in base64 have been looked at. */
  readonly #marksEnd = [0, 0, 0, 0];
  /** Whether a run looks like one of quoted-printable. */
  #isBrokenSoftly = false;
  #joinedEnd = 0;
  /** Behind the last item of the list that was looked at last. */
  #itemsEnd = 0;

  /** @param found takes what is found; @param inspectRange looks at decoded text. */
  constructor(
    engine: Engine,
    subject: Subject,
    depth: number,
    found: RankedFinding[],
    inspectRange: InspectRange,
  ) {
    this.#inspectRange = inspectRange;
    this.#engine = engine;
    this.#subject = subject;
    this.#depth = depth;
    this.#found = found;
  }

  /** A run with its surroundings: escapes in it, texts that touch, and the texts that it may be joined with. */
  run(start: number, end: number, hasEscape: boolean): void {
    if (this.#depth === 0) return;
    const { bytes } = this.#subject;
    if (hasEscape) {
      for (let from = start; from < end; from += PART)
        this.#escapes(from, Math.min(end, from + PART + PART_OVERLAP));
    }
    if (mayBePiece(bytes, start, end)) this.piece(start, end);
    if (!this.#isBrokenSoftly) this.#isBrokenSoftly = isBrokenSoftly(bytes, start, end);
    for (const texts of readTouchingTexts(bytes, start, end)) this.#touching(texts, start, end);
  }

  /** A run that seems to be joined with others. */
  piece(start: number, end: number): void {
    if (this.#depth === 0 || start < this.#joinedEnd) return;
    const { bytes } = this.#subject;
    const pieces = findPieces(bytes, start, end, isPieceByte);
    if (pieces.length > 0) this.#joined(pieces);
    else if (start >= this.#itemsEnd && mayBeItem(bytes, start, end)) {
      const items = findItems(bytes, start, end, isPieceByte);
      this.#itemsEnd = items.pieces.at(-1)?.end ?? 0;
      if (items.isJoined) this.#joined(items.pieces);
    }
  }

  /** Base64 that begins like text, on one line or several. */
  base64(start: number, end: number): void {
    // Of the two alphabets one may cut off the first characters, or the last: the longer run is the text.
    if (this.#depth === 0 || (start >= this.#base64.start && end <= this.#base64.end)) return;
    const decoded = decodeBase64Block(this.#subject.bytes, start, end);
    this.#base64 = { start, end: Math.max(end, decoded.ends.at(-1) ?? end) };
    this.#base64Text(decoded);
  }

  /** Base64 of anything, with a key's mark in it. */
  encodedMark(at: number, place: number): void {
    const { start, end } = this.#base64;
    const isKnown = (at >= start && at < end) || at < (this.#marksEnd[place] ?? 0);
    if (this.#depth === 0 || isKnown) return;
    const decoded = decodeBase64Around(this.#subject.bytes, at, place, AROUND_MARK);
    // Of one mark that far behind another the whole key is decoded already: many marks cost no more than a few.
    this.#marksEnd[place] = (decoded.ends.at(-1) ?? at) - AROUND_MARK / 2;
    this.#base64Text(decoded);
  }

  /** What is told by the content as a whole: UTF-16, quoted-printable. */
  wholeContent(from: number, to: number): void {
    const { bytes } = this.#subject;
    if (this.#depth === 0 || from !== 0 || to !== bytes.length) return;
    for (const { decoded, encoding } of findUtf16(bytes)) {
      this.sawCandidate = true;
      this.#inspect(decoded, 0, decoded.bytes.length, encoding);
    }
    this.#quotedPrintable();
  }

  #quotedPrintable(): void {
    const { bytes, path } = this.#subject;
    const start = this.#isBrokenSoftly || mayBeQuotedPrintable(path) ? startOfQuotedPrintable(bytes) : -1;
    if (start < 0) return;
    this.sawCandidate = true;
    const from = Math.max(0, start - REACH.before);
    const decoded = decodeQuotedPrintable(bytes, from, start);
    this.#inspect(decoded, start - from, decoded.bytes.length, 'quoted-printable');
  }

  #base64Text(decoded: Decoded): void {
    const first = decoded.starts[0];
    const last = decoded.ends.at(-1);
    if (first === undefined || last === undefined) return;
    if (!hasCandidate(this.#engine, decoded.bytes)) return;
    this.sawCandidate = true;
    const { bytes } = this.#subject;
    const from = Math.max(0, first - REACH.before);
    let behind = last;
    while (bytes[behind] === 0x3d) behind++;
    const to = Math.min(bytes.length, behind + REACH.behind);
    const spliced = new DecodedBuilder(first - from + decoded.bytes.length + to - behind);
    spliced.addUnchanged(bytes, from, first);
    decoded.bytes.forEach((byte, i) => {
      spliced.add(byte, decoded.starts[i] as number, decoded.ends[i] as number);
    });
    const start = first - from;
    spliced.addUnchanged(bytes, behind, to);
    this.#inspect(spliced.build(), start, start + decoded.bytes.length, 'base64');
  }

  #escapes(start: number, end: number): void {
    const { bytes } = this.#subject;
    const run = decodeEscapes(bytes, start, end);
    if (!hasCandidate(this.#engine, run.bytes)) return;
    this.sawCandidate = true;
    const from = Math.max(0, start - REACH.before);
    const decoded = decodeEscapes(bytes, from, Math.min(bytes.length, end + REACH.behind));
    const first = decoded.starts.findIndex((each) => each >= start);
    const behind = decoded.starts.findIndex((each) => each >= end);
    const encoding = escapeName(bytes, start, end);
    this.#inspect(decoded, Math.max(0, first), behind < 0 ? decoded.bytes.length : behind, encoding);
  }

  #joined(pieces: readonly Piece[]): void {
    const { bytes } = this.#subject;
    const first = pieces[0]?.start;
    const last = pieces.at(-1)?.end;
    if (first === undefined || last === undefined) return;
    this.#joinedEnd = last;
    const text = joinPieces(bytes, pieces, first, last);
    if (!hasCandidate(this.#engine, text.bytes)) return;
    this.sawCandidate = true;
    const from = Math.max(0, first - REACH.before);
    const decoded = joinPieces(bytes, pieces, from, Math.min(bytes.length, last + REACH.behind));
    const encoding = areJoined(bytes, pieces) ? 'joined text' : TEXTS_SIDE_BY_SIDE;
    this.#inspect(decoded, first - from, first - from + text.bytes.length, encoding);
  }

  #touching(texts: readonly TouchingText[], start: number, end: number): void {
    const { bytes } = this.#subject;
    const run = partTexts(bytes, texts, start, end);
    if (!hasCandidate(this.#engine, run.bytes)) return;
    this.sawCandidate = true;
    const from = Math.max(0, start - REACH.before);
    const decoded = partTexts(bytes, texts, from, Math.min(bytes.length, end + REACH.behind));
    this.#inspect(decoded, start - from, start - from + run.bytes.length, 'texts that touch');
  }

  /** Finds keys in `[start, end)` of decoded text, and takes them over; those that nothing encodes as what they are. */
  #inspect(decoded: Decoded, start: number, end: number, encoding: string): void {
    const outer = this.#subject;
    const subject: Subject = {
      bytes: decoded.bytes,
      path: outer.path,
      onMatch: outer.onMatch,
      fileHosts: (rule) => outer.fileHosts(rule),
    };
    const { found } = this.#inspectRange(this.#engine, subject, start, end, this.#depth - 1);
    for (const { finding, order } of found) {
      const from = decoded.starts[finding.start] as number;
      const to = decoded.ends[finding.end - 1] as number;
      const isEncoded = to - from !== finding.end - finding.start;
      const decodedFrom = isEncoded ? [encoding, ...finding.decodedFrom] : finding.decodedFrom;
      this.#found.push({ order, finding: { ...finding, start: from, end: to, decodedFrom } });
    }
  }
}

function isPieceByte(byte: number): boolean {
  return CREDENTIAL_BYTES[byte] === 1 && byte !== BACKSLASH;
}

/** Whether any run in decoded bytes is worth judging, or is encoded once more. */
function hasCandidate(engine: Engine, bytes: Uint8Array): boolean {
  let found = false;
  const notice = () => {
    found = true;
  };
  const sink = { candidate: notice, base64: notice, encodedMark: notice };
  sampleRuns(bytes, (start, end) => {
    if (!found && classifyRun(engine, bytes, start, end, sink)) found = true;
  });
  return found;
}

function escapeName(bytes: Uint8Array, start: number, end: number): string {
  for (let i = start; i < end; i++) {
    if (bytes[i] === 0x25) return 'percent encoding';
    if (bytes[i] === 0x26) return 'HTML entities';
    if (bytes[i] === 0x5c) return 'escape sequences';
  }
  return 'escape sequences';
}
