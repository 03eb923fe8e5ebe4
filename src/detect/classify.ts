import { beginsLikeText } from '../decode/base64.ts';
import { readEscape } from '../decode/escapes.ts';
import { ALPHABET_BYTES, type RunAlphabet } from './bytes.ts';
import type { Engine, EnginePattern } from './engine.ts';
import { MAY_BE_ESCAPE, MAY_BE_MARK, standsAt } from './mark-table.ts';
import { SHORTEST_RUN } from './sampler.ts';
import { prefixTailLength } from './text-window.ts';

/** Longer runs are text or data: no format of a fixed length comes near, not with an escape before it. */
const LONGEST_EXACT_RUN = 128;
const EQUALS_SIGN = 0x3d;
const MOST_PADDING = 2;
/** The shortest key, 32 characters, has 43 in base64. */
const SHORTEST_BASE64 = 43;

/** Gets what is worth a closer look in a run. Offsets are bytes into the content. */
export type RunSink = {
  /** A pattern to try on its mark or run `[start, end)`. */
  candidate(pattern: EnginePattern, start: number, end: number): void;
  /** Base64 that begins like text. */
  base64(start: number, end: number): void;
  /** A mark in base64 that begins at `at`, which is at this place (0 to 3) of its group of four. */
  encodedMark(at: number, place: number): void;
};

/**
 * Looks at one run of credential characters for the marks and the run lengths that patterns wait for. Almost
 * every run ends here: nearly all pairs of bytes cost one table look-up.
 * @returns whether an escape sequence in it stands for a character that keys are made of.
 */
export function classifyRun(
  engine: Engine,
  bytes: Uint8Array,
  start: number,
  end: number,
  sink: RunSink,
): boolean {
  const { pairs } = engine.markTable;
  let hasEscape = false;
  for (let i = start; i + 1 < end; i += 2) {
    const pair = ((bytes[i] as number) << 8) | (bytes[i + 1] as number);
    const kinds = pairs[pair] as number;
    if (kinds === 0) continue;
    if ((kinds & MAY_BE_MARK) !== 0) reportMarks(engine, bytes, pair, i, start, end, sink);
    if ((kinds & MAY_BE_ESCAPE) !== 0 && !hasEscape)
      hasEscape = readEscape(bytes, i) !== null || readEscape(bytes, i + 1) !== null;
  }
  reportRuns(engine, 'word', bytes, start, end, sink);
  reportRuns(engine, 'base64', bytes, start, end, sink);
  return hasEscape;
}

/** The marks that hold the pair of bytes at `at`, in the run `[start, end)`. */
function reportMarks(
  engine: Engine,
  bytes: Uint8Array,
  pair: number,
  at: number,
  start: number,
  end: number,
  sink: RunSink,
): void {
  for (const { mark, offset, bytes: text } of engine.markTable.marksOfPair.get(pair) ?? []) {
    const from = at - offset;
    if (from < start || !standsAt(text, bytes, from, end)) continue;
    for (const pattern of engine.patternsOfMark[mark] ?? []) sink.candidate(pattern, from, from + 1);
    const encoded = engine.encodedMarks[mark - engine.patternsOfMark.length];
    if (encoded !== undefined) sink.encodedMark(from, encoded.place);
  }
}

/** The runs of at least 32 characters of an alphabet: as in `sampleRuns`, every 32nd byte tells. */
function reportRuns(
  engine: Engine,
  alphabet: RunAlphabet,
  bytes: Uint8Array,
  start: number,
  end: number,
  sink: RunSink,
): void {
  const accepted = ALPHABET_BYTES[alphabet];
  let previousEnd = start;
  let position = start + SHORTEST_RUN - 1;
  while (position < end) {
    if (accepted[bytes[position] as number] === 0) {
      position += SHORTEST_RUN;
      continue;
    }
    let from = position;
    while (from > previousEnd && accepted[bytes[from - 1] as number] === 1) from--;
    let to = position + 1;
    while (to < end && accepted[bytes[to] as number] === 1) to++;
    if (to - from >= SHORTEST_RUN) reportRun(engine, alphabet, bytes, from, to, sink);
    previousEnd = to;
    position = to + SHORTEST_RUN;
  }
}

function reportRun(
  engine: Engine,
  alphabet: RunAlphabet,
  bytes: Uint8Array,
  start: number,
  end: number,
  sink: RunSink,
): void {
  const realStart = reportExact(engine.patternsOfRun[alphabet], bytes, start, end, sink);
  if (end - realStart >= SHORTEST_BASE64 && beginsLikeText(bytes, realStart, end))
    sink.base64(realStart, end);
}

/**
 * An unbroken run of one alphabet, compared with the lengths that patterns wait for.
 * @returns where it really starts: what an escape before it left in front does not count.
 */
function reportExact(
  patternsOfLength: ReadonlyMap<number, readonly EnginePattern[]>,
  bytes: Uint8Array,
  start: number,
  end: number,
  sink: RunSink,
): number {
  const realStart = start + prefixTailLength(bytes, start);
  if (patternsOfLength.size === 0 || end - realStart > LONGEST_EXACT_RUN) return realStart;
  for (const pattern of patternsOfLength.get(end - realStart) ?? []) {
    if (standsBetween(bytes, pattern, realStart, end)) sink.candidate(pattern, realStart, end);
  }
  return realStart;
}

/** Whether the bytes next to a run are such as its pattern asks for. */
function standsBetween(
  bytes: Uint8Array,
  { follows, precedes }: EnginePattern,
  start: number,
  end: number,
): boolean {
  if (follows !== null && start > 0 && follows[bytes[start - 1] as number] === 0) return false;
  if (precedes === null) return true;
  const behind = paddedEnd(bytes, end);
  return behind >= bytes.length || precedes[bytes[behind] as number] === 1;
}

/** Where a run of base64 ends that ends at `end` without its padding. */
export function paddedEnd(bytes: Uint8Array, end: number): number {
  let padded = end;
  while (padded < end + MOST_PADDING && bytes[padded] === EQUALS_SIGN) padded++;
  return padded;
}
