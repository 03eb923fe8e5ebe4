import { RUN_ALPHABETS, type RunAlphabet } from './bytes.ts';
import type { Engine, EnginePattern } from './engine.ts';
import { SHORTEST_RUN } from './sampler.ts';
import { escapeTailLength } from './text-window.ts';

/** A place worth judging: the pattern to try, and the bytes `[start, end)` of its mark or run. */
export type OnCandidate = (pattern: EnginePattern, start: number, end: number) => void;

/**
 * Looks at one run of credential characters for the marks and the run lengths that patterns wait for.
 * Almost every run ends here, after one table look-up a byte.
 */
export function classifyRun(
  engine: Engine,
  bytes: Uint8Array,
  start: number,
  end: number,
  onCandidate: OnCandidate,
): void {
  findMarks(engine, bytes, start, end, onCandidate);
  for (const alphabet of ['word', 'base64'] as const) {
    if (engine.patternsOfRun[alphabet].size > 0) findExactRuns(engine, alphabet, bytes, start, end, onCandidate);
  }
}

function findMarks(engine: Engine, bytes: Uint8Array, start: number, end: number, onCandidate: OnCandidate): void {
  const { next, accepts, ending } = engine.automaton;
  let state = 0;
  for (let i = start; i < end; i++) {
    state = next[state * 256 + (bytes[i] as number)] as number;
    if (accepts[state] === 0) continue;
    for (const mark of ending[state] as readonly number[]) {
      for (const pattern of engine.patternsOfMark[mark] as readonly EnginePattern[]) {
        onCandidate(pattern, i, i + 1);
      }
    }
  }
}

/** Splits the run where it leaves the alphabet, and compares the length of each part. */
function findExactRuns(
  engine: Engine,
  alphabet: RunAlphabet,
  bytes: Uint8Array,
  start: number,
  end: number,
  onCandidate: OnCandidate,
): void {
  const set = RUN_ALPHABETS[alphabet];
  const lengths = engine.patternsOfRun[alphabet];
  let partStart = start;
  for (let i = start; i <= end; i++) {
    if (i < end && set[bytes[i] as number] === 1) continue;
    if (i - partStart >= SHORTEST_RUN) {
      const realStart = partStart + escapeTailLength(bytes, partStart);
      const patterns = lengths.get(i - realStart);
      if (patterns) for (const pattern of patterns) onCandidate(pattern, realStart, i);
    }
    partStart = i + 1;
  }
}
