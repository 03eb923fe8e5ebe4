import { BYTE_KINDS, ENDS_BASE64, ENDS_WORD } from './bytes.ts';
import type { Engine, EnginePattern } from './engine.ts';
import { SHORTEST_RUN } from './sampler.ts';
import { prefixTailLength } from './text-window.ts';

/** Longer runs are text or data: no format of a fixed length comes near, not with an escape before it. */
const LONGEST_EXACT_RUN = 128;

/** A place worth judging: the pattern to try, and the bytes `[start, end)` of its mark or run. */
export type OnCandidate = (pattern: EnginePattern, start: number, end: number) => void;

/**
 * Looks at one run of credential characters for the marks and the run lengths that patterns wait for, in
 * one pass. Almost every run ends here: nearly all bytes cost two table look-ups.
 */
export function classifyRun(
  engine: Engine,
  bytes: Uint8Array,
  start: number,
  end: number,
  onCandidate: OnCandidate,
): void {
  const { next, accepts } = engine.automaton;
  let state = 0;
  let wordStart = start;
  let base64Start = start;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    state = next[state + byte] as number;
    if (accepts[state >> 8] === 1) reportMarks(engine, state, i, onCandidate);
    const kind = BYTE_KINDS[byte] as number;
    if (kind === 0) continue;
    if ((kind & ENDS_WORD) !== 0) {
      if (i - wordStart >= SHORTEST_RUN)
        reportRun(engine.patternsOfRun.word, bytes, wordStart, i, onCandidate);
      wordStart = i + 1;
    }
    if ((kind & ENDS_BASE64) !== 0) {
      if (i - base64Start >= SHORTEST_RUN) {
        reportRun(engine.patternsOfRun.base64, bytes, base64Start, i, onCandidate);
      }
      base64Start = i + 1;
    }
  }
  if (end - wordStart >= SHORTEST_RUN)
    reportRun(engine.patternsOfRun.word, bytes, wordStart, end, onCandidate);
  if (end - base64Start >= SHORTEST_RUN) {
    reportRun(engine.patternsOfRun.base64, bytes, base64Start, end, onCandidate);
  }
}

function reportMarks(engine: Engine, state: number, last: number, onCandidate: OnCandidate): void {
  for (const mark of engine.automaton.ending[state >> 8] as readonly number[]) {
    for (const pattern of engine.patternsOfMark[mark] as readonly EnginePattern[]) {
      onCandidate(pattern, last, last + 1);
    }
  }
}

/** An unbroken run of one alphabet; what an escape before it left in front does not count. */
function reportRun(
  patternsOfLength: ReadonlyMap<number, readonly EnginePattern[]>,
  bytes: Uint8Array,
  start: number,
  end: number,
  onCandidate: OnCandidate,
): void {
  if (patternsOfLength.size === 0 || end - start > LONGEST_EXACT_RUN) return;
  const realStart = start + prefixTailLength(bytes, start);
  const patterns = patternsOfLength.get(end - realStart);
  if (patterns) for (const pattern of patterns) onCandidate(pattern, realStart, end);
}
