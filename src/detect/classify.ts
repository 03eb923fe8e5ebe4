import { beginsLikeText } from '../decode/base64.ts';
import { readEscape } from '../decode/escapes.ts';
import { BEGINS_ESCAPE, BYTE_KINDS, ENDS_BASE64, ENDS_WORD } from './bytes.ts';
import type { Engine, EnginePattern } from './engine.ts';
import { SHORTEST_RUN } from './sampler.ts';
import { prefixTailLength } from './text-window.ts';

/** Longer runs are text or data: no format of a fixed length comes near, not with an escape before it. */
const LONGEST_EXACT_RUN = 128;
/** The shortest key, 32 characters, has 43 in base64. */
const SHORTEST_BASE64 = 43;

/** Gets what is worth a closer look in a run. Offsets are bytes into the content. */
export type RunSink = {
  /** A pattern to try on its mark or run `[start, end)`. */
  candidate(pattern: EnginePattern, start: number, end: number): void;
  /** Base64 that begins like text. */
  base64(start: number, end: number): void;
  /** A mark, encoded in base64, that ends at `at` in the run `[start, end)`. */
  encodedMark(start: number, end: number, at: number): void;
};

/**
 * Looks at one run of credential characters for the marks and the run lengths that patterns wait for, in
 * one pass. Almost every run ends here: nearly all bytes cost two table look-ups.
 * @returns whether an escape sequence in it stands for a character that keys are made of.
 */
export function classifyRun(
  engine: Engine,
  bytes: Uint8Array,
  start: number,
  end: number,
  sink: RunSink,
): boolean {
  const { next, accepts } = engine.automaton;
  let state = 0;
  let wordStart = start;
  let base64Start = start;
  let hasEscape = false;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    state = next[state + byte] as number;
    if (accepts[state >> 8] === 1) reportMarks(engine, state, i, base64Start, end, sink);
    const kind = BYTE_KINDS[byte] as number;
    if (kind === 0) continue;
    if ((kind & ENDS_WORD) !== 0) {
      if (i - wordStart >= SHORTEST_RUN) reportWord(engine, bytes, wordStart, i, sink);
      wordStart = i + 1;
    }
    if ((kind & ENDS_BASE64) !== 0) {
      if (i - base64Start >= SHORTEST_RUN) reportBase64(engine, bytes, base64Start, i, sink);
      base64Start = i + 1;
    }
    if ((kind & BEGINS_ESCAPE) !== 0 && !hasEscape) hasEscape = readEscape(bytes, i) !== null;
  }
  if (end - wordStart >= SHORTEST_RUN) reportWord(engine, bytes, wordStart, end, sink);
  if (end - base64Start >= SHORTEST_RUN) reportBase64(engine, bytes, base64Start, end, sink);
  return hasEscape;
}

function reportMarks(
  engine: Engine,
  state: number,
  last: number,
  base64Start: number,
  end: number,
  sink: RunSink,
): void {
  for (const mark of engine.automaton.ending[state >> 8] as readonly number[]) {
    const patterns = engine.patternsOfMark[mark];
    if (patterns === undefined) sink.encodedMark(base64Start, end, last);
    else for (const pattern of patterns) sink.candidate(pattern, last, last + 1);
  }
}

function reportWord(engine: Engine, bytes: Uint8Array, start: number, end: number, sink: RunSink): void {
  const realStart = reportExact(engine.patternsOfRun.word, bytes, start, end, sink);
  if (end - realStart >= SHORTEST_BASE64 && beginsLikeText(bytes, realStart, end))
    sink.base64(realStart, end);
}

function reportBase64(engine: Engine, bytes: Uint8Array, start: number, end: number, sink: RunSink): void {
  const realStart = reportExact(engine.patternsOfRun.base64, bytes, start, end, sink);
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
  const patterns = patternsOfLength.get(end - realStart);
  if (patterns) for (const pattern of patterns) sink.candidate(pattern, realStart, end);
  return realStart;
}
