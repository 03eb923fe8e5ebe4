import { isArchive } from '../decode/archive-magic.ts';
import { mayBePiece } from '../decode/joined.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import { classifyRun, type RunSink } from './classify.ts';
import { inspect } from './detect.ts';
import { createEngine } from './engine.ts';
import type { RegexCompiler } from './matcher.ts';
import { sampleRuns } from './sampler.ts';

/** How far from its mark, its run or its first piece a match may reach, in bytes: see `MATCH_REACH` of `judge.ts`. */
const REACH = 320;
/** How far, in bytes, the longest key reaches with every character escaped, or joined of pieces far apart. */
const ENCODED_REACH = 2048;

/** Where detection would have to look, told cheaply: see `ContentScreen` in `src/git/pack`, which it is. */
export type Screen = {
  readonly reach: number;
  readonly concernsWhole: (bytes: Uint8Array) => boolean;
  readonly holdsCandidate: (bytes: Uint8Array, start: number, end: number) => boolean;
  readonly inspect: (bytes: Uint8Array) => 'nothing' | 'candidate' | 'finding';
};

/**
 * Makes a screen of rule files. Contents with findings are few; they are scanned again by `detect` with all that
 * is known of them, so a screen may let through too much, and never too little.
 */
export function createScreen(files: readonly RuleFile[], compileOwn?: RegexCompiler): Screen {
  const engine = createEngine(files.map(atAnyPath), compileOwn);
  let isFound = false;
  let current: Uint8Array = new Uint8Array(0);
  const notice = (): void => {
    isFound = true;
  };
  const sink: RunSink = { candidate: notice, base64: notice, encodedMark: notice };
  const onRun = (start: number, end: number): void => {
    if (!isFound && (classifyRun(engine, current, start, end, sink) || mayBePiece(current, start, end)))
      notice();
  };
  return {
    reach: REACH,
    // UTF-16 is told by the zero bytes of a whole content; archives hold them as well.
    concernsWhole: (bytes) => bytes.indexOf(0) !== -1 || isArchive(bytes),
    holdsCandidate(bytes, start, end) {
      isFound = false;
      current = bytes.subarray(start, end);
      sampleRuns(current, onRun, notice);
      // Nearly all ends here. What is left is mostly no candidate either, but costs more to tell.
      return (
        isFound &&
        inspect(engine, bytes.subarray(Math.max(0, start - ENCODED_REACH), end + ENCODED_REACH)).sawCandidate
      );
    },
    inspect(bytes) {
      // What is packed in it is not looked into here.
      if (isArchive(bytes)) return 'finding';
      const { findings, sawCandidate } = inspect(engine, bytes);
      if (findings.length > 0) return 'finding';
      return sawCandidate ? 'candidate' : 'nothing';
    },
  };
}

/** The rules as if every content stood at the worst of all paths: where no path speaks against it, and each for it. */
function atAnyPath(file: RuleFile): RuleFile {
  const evidence = file.evidence
    .filter(({ view, weight }) => view !== 'path' || weight > 0)
    .map((item) => (item.view === 'path' ? { ...item, match: '' } : item));
  return { ...file, evidence };
}
