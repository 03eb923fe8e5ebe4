import { ARCHIVE_MAGIC_END, isArchive } from '../decode/archive-magic.ts';
import { mayBePiece } from '../decode/joined.ts';
import type { DetectionRule } from '../rules/rule-file.ts';
import { CREDENTIAL_BYTES } from './bytes.ts';
import { classifyRun, type RunSink } from './classify.ts';
import { CONTEXT_BEFORE, CONTEXT_BEHIND } from './context/context.ts';
import { HEADING_LENGTH } from './context/given-name.ts';
import { hostPattern } from './context/hosts.ts';
import { type Inspection, inspect, inspectPart } from './detect.ts';
import { createEngine, type Engine } from './engine.ts';
import { matchesRun } from './judge.ts';
import type { RegexCompiler } from './matcher.ts';
import { partAround } from './part.ts';
import { sampleRuns } from './sampler.ts';
import { latin1 } from './text-window.ts';

/** How far a text may stand from one that it is joined with, in bytes, beginning included. */
const JOIN_REACH = 96;
/** How far from its mark a user's pattern may match, in bytes: see `MATCH_REACH` of `judge.ts`. Ours match in runs. */
const OWN_REACH = 320;
/** Of a run that is longer, in bytes, a part is enough: no key is. */
const RUN_REACH = 320;
/** A file that is longer, in bytes, holds more than one value. */
const LONGEST_NAMED_BY_FILE = 200;
/** How far, in bytes, the longest key reaches with every character escaped, or joined of pieces far apart. */
const ENCODED_REACH = 2048;

/** Where detection would have to look, told cheaply: see `ContentScreen` in `src/git/pack`, which it is. */
export type Screen = {
  readonly reach: number;
  readonly contextReach: number;
  readonly concernsWhole: (bytes: Uint8Array, start: number, end: number) => boolean;
  readonly concernsCandidates: (bytes: Uint8Array, start: number, end: number) => boolean;
  readonly inspect: (bytes: Uint8Array) => Verdict;
  readonly inspectChange: (bytes: Uint8Array, start: number, end: number, heldCandidate: boolean) => Verdict;
};

type Verdict = 'nothing' | 'candidate' | 'finding';

/**
 * Makes a screen of rule files. Contents with findings are few; they are scanned again by `detect` with all that
 * is known of them, so a screen may let through too much, and never too little.
 */
export function createScreen(files: readonly DetectionRule[], compileOwn?: RegexCompiler): Screen {
  const engine = createEngine(files.map(atAnyPath), compileOwn);
  const reach = files.some(({ isOwn }) => isOwn === true) ? OWN_REACH : JOIN_REACH;
  const contextReach = Math.max(CONTEXT_BEFORE, CONTEXT_BEHIND) + ENCODED_REACH;
  const holdsCandidate = createRunCheck(engine);

  const inspectWhole = (bytes: Uint8Array): Verdict =>
    // What is packed in it is not looked into here.
    isArchive(bytes) ? 'finding' : verdictOf(inspect(engine, bytes), bytes);

  return {
    reach,
    contextReach,
    // UTF-16 is told by the zero bytes of a whole content; archives hold them as well.
    concernsWhole: (bytes, start, end) =>
      bytes.subarray(start, end).indexOf(0) !== -1 || (start < ARCHIVE_MAGIC_END && isArchive(bytes)),
    concernsCandidates: createContextCheck(files),
    inspect: inspectWhole,
    inspectChange(bytes, start, end, heldCandidate) {
      // Nearly all ends here. What is left is mostly no candidate either, but costs more to tell.
      if (!heldCandidate && !holdsCandidate(withRuns(bytes, start - reach, end + reach))) return 'nothing';
      const margin = heldCandidate ? contextReach : ENCODED_REACH;
      const part = partAround(bytes, start - margin, end + margin);
      return part === null
        ? inspectWhole(bytes)
        : verdictOf(inspectPart(engine, bytes, part.start, part.end), bytes);
    },
  };
}

/** The bytes from `start` to `end` with all of the runs of credential characters that they begin and end in. */
function withRuns(bytes: Uint8Array, start: number, end: number): Uint8Array {
  let from = Math.max(0, start);
  let to = Math.min(bytes.length, end);
  const least = Math.max(0, from - RUN_REACH);
  const most = Math.min(bytes.length, to + RUN_REACH);
  while (from > least && CREDENTIAL_BYTES[bytes[from - 1] as number] === 1) from--;
  while (to < most && CREDENTIAL_BYTES[bytes[to] as number] === 1) to++;
  return bytes.subarray(from, to);
}

function verdictOf({ findings, sawCandidate }: Inspection, bytes: Uint8Array): Verdict {
  // A value that is all of its file has the file's name, which is not known here.
  if (findings.length > 0 || (sawCandidate && bytes.length <= LONGEST_NAMED_BY_FILE)) return 'finding';
  return sawCandidate ? 'candidate' : 'nothing';
}

/** Whether any run in some bytes is worth a closer look, or a text may be joined there. */
function createRunCheck(engine: Engine): (bytes: Uint8Array) => boolean {
  let isFound = false;
  let current: Uint8Array = new Uint8Array(0);
  const notice = (): void => {
    isFound = true;
  };
  const sink: RunSink = {
    candidate(pattern, start, end) {
      if (pattern.pattern.run === null || matchesRun(current, pattern, start, end)) notice();
    },
    base64: notice,
    encodedMark: notice,
  };
  const onRun = (start: number, end: number): void => {
    if (!isFound && (classifyRun(engine, current, start, end, sink) || mayBePiece(current, start, end)))
      notice();
  };
  return (bytes) => {
    isFound = false;
    current = bytes;
    sampleRuns(bytes, onRun, notice);
    return isFound;
  };
}

/** How far around a change its text is searched for hosts: a name may go on before and behind it. */
const HOST_REACH = 100;

/**
 * Whether a change may concern candidates anywhere in its content: by a host that it mentions, or by the first line,
 * which may hold the headings of columns.
 */
function createContextCheck(files: readonly DetectionRule[]): Screen['concernsCandidates'] {
  const views = files.flatMap(({ evidence }) => evidence.filter(({ view }) => view === 'host-file'));
  // What speaks against a candidate may have been taken out, and then nothing shows it.
  if (views.some(({ weight }) => weight < 0)) return () => true;
  const hosts = views.length === 0 ? null : hostPattern(files.flatMap((file) => file.hosts));
  return (bytes, start, end) => {
    if (start <= HEADING_LENGTH && start <= endOfFirstLine(bytes)) return true;
    if (hosts === null) return false;
    hosts.lastIndex = 0;
    return hosts.test(latin1(bytes, start - HOST_REACH, end + HOST_REACH));
  };
}

function endOfFirstLine(bytes: Uint8Array): number {
  const end = bytes.indexOf(0x0a);
  return end === -1 ? bytes.length : end;
}

/** The rules as if every content stood at the worst of all paths: where no path speaks against it, and each for it. */
function atAnyPath(file: DetectionRule): DetectionRule {
  const evidence = file.evidence
    .filter(({ view, weight }) => view !== 'path' || weight > 0)
    .map((item) => (item.view === 'path' ? { ...item, match: '' } : item));
  return { ...file, evidence };
}
