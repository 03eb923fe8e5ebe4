import { classifyRun, type RunSink } from './classify.ts';
import { findHosts, type HostMention } from './context/hosts.ts';
import { EncodedContent, type InspectRange, type RankedFinding, TEXTS_SIDE_BY_SIDE } from './encoded.ts';
import type { Engine, EnginePattern, EngineRule } from './engine.ts';
import { type Finding, isAtLeast } from './finding.ts';
import { judge, type Subject } from './judge.ts';
import { sampleRuns } from './sampler.ts';
import { textWindow } from './text-window.ts';

/** Marks this close behind one are judged with it, so that a file full of marks costs no more than its size. */
const MARKS_TOGETHER = 256;

/** How many encodings deep a key is looked for. */
const MOST_ENCODINGS = 3;

/** What looking at one content showed. */
export type Inspection = {
  /** Of every confidence, sorted by place, none overlapping another. */
  readonly findings: readonly Finding[];
  /**
   * Whether any pattern matches in it, or anything is encoded: without, nothing in it can be part of a finding.
   * The surroundings have no say in it, so it is told by the bytes of a match and those next to it.
   */
  readonly sawCandidate: boolean;
};

/**
 * Finds credentials in one content. Pure: bytes, a path as a hint, and rules in; findings out, of every
 * confidence, sorted by place, none overlapping another.
 */
export function detect(engine: Engine, bytes: Uint8Array, path = ''): readonly Finding[] {
  return inspect(engine, bytes, path).findings;
}

/** Like `detect`, and says whether there was anything to judge. */
export function inspect(engine: Engine, bytes: Uint8Array, path = ''): Inspection {
  return inspectBetween(engine, bytes, path, 0, bytes.length);
}

/**
 * What `inspect` would say of candidates in `bytes[start..end)`, with all that is around it as their surroundings.
 * Runs that go on outside are taken for shorter ones; other encodings of the whole content are not looked for.
 */
export function inspectPart(engine: Engine, bytes: Uint8Array, start: number, end: number): Inspection {
  return inspectBetween(engine, bytes, '', start, end);
}

function inspectBetween(
  engine: Engine,
  bytes: Uint8Array,
  path: string,
  start: number,
  end: number,
): Inspection {
  let hasMatch = false;
  const subject = subjectOf(bytes, path, () => {
    hasMatch = true;
  });
  const { found, sawEncoded } = inspectRange(engine, subject, start, end, MOST_ENCODINGS);
  return {
    findings: found.length === 0 ? [] : withoutOverlaps([...found]),
    sawCandidate: hasMatch || sawEncoded,
  };
}

const inspectRange: InspectRange = (engine, subject, from, to, depth) => {
  const found: RankedFinding[] = [];
  const judgedUpTo = new Int32Array(engine.patterns.length);
  const encoded = new EncodedContent(engine, subject, depth, found, inspectRange);
  const sink: RunSink = {
    candidate(pattern: EnginePattern, start: number, end: number): void {
      const isMark = pattern.pattern.run === null;
      if (isMark && start < (judgedUpTo[pattern.order] ?? 0)) return;
      const judgedEnd = isMark ? end + MARKS_TOGETHER : end;
      judgedUpTo[pattern.order] = judgedEnd;
      for (const finding of judge(subject, pattern, start, judgedEnd))
        found.push({ finding, order: pattern.order });
    },
    base64: (start, end) => encoded.base64(start, end),
    encodedMark: (at, place) => encoded.encodedMark(at, place),
  };
  const { bytes } = subject;
  sampleRuns(
    from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to),
    (runStart, runEnd) => {
      const start = from + runStart;
      const end = from + runEnd;
      const hasEscape = classifyRun(engine, bytes, start, end, sink);
      encoded.run(start, end, hasEscape);
    },
    (start, end) => encoded.piece(from + start, from + end),
  );
  encoded.wholeContent(from, to);
  return { found, sawEncoded: encoded.sawCandidate };
};

function subjectOf(bytes: Uint8Array, path: string, onMatch: () => void): Subject {
  const hostsOfRule = new Map<EngineRule, HostMention[]>();
  return {
    bytes,
    path,
    onMatch,
    fileHosts(rule) {
      const known = hostsOfRule.get(rule);
      if (known) return known;
      const mentions =
        rule.hosts === null ? [] : findHosts(textWindow(bytes, 0, bytes.length).text, rule.hosts, 0);
      hostsOfRule.set(rule, mentions);
      return mentions;
    },
  };
}

/**
 * Where findings overlap, the one of which another is a part that stood there in a plainer form wins, then the pattern
 * that stands first in the rules, then what is there in clear, then the longer match.
 */
function withoutOverlaps(found: RankedFinding[]): Finding[] {
  found.sort((a, b) => a.finding.start - b.finding.start || compareRank(a, b));
  const kept: RankedFinding[] = [];
  for (const each of found) {
    const last = kept.at(-1);
    if (!last || each.finding.start >= last.finding.end) kept.push(each);
    else if (isPartOf(last, each) || (compareRank(each, last) < 0 && !isPartOf(each, last)))
      kept[kept.length - 1] = each;
  }
  return kept.map(({ finding }) => finding);
}

/**
 * Whether a finding is what stands in clear of a longer secret, of which the rest is encoded: padding, a suffix. A longer
 * one that is less certain, or as certain by a later pattern, may be the secret and a word beside it.
 */
function isPartOf(
  { finding: part, order }: RankedFinding,
  { finding: whole, order: orderOfWhole }: RankedFinding,
): boolean {
  // What stands beside a key may be an argument of its own: a pattern of any length would take it for a piece.
  const isGuess = whole.decodedFrom.includes(TEXTS_SIDE_BY_SIDE);
  const isBetterPattern = isGuess ? orderOfWhole < order : orderOfWhole <= order;
  const isCertain =
    isAtLeast(whole.confidence, part.confidence) && (isBetterPattern || whole.confidence !== part.confidence);
  return (
    isCertain &&
    part.decodedFrom.length < whole.decodedFrom.length &&
    part.start >= whole.start &&
    part.end <= whole.end &&
    part.secret.length < whole.secret.length &&
    whole.secret.includes(part.secret)
  );
}

function compareRank(a: RankedFinding, b: RankedFinding): number {
  return (
    a.order - b.order ||
    a.finding.decodedFrom.length - b.finding.decodedFrom.length ||
    b.finding.end - b.finding.start - (a.finding.end - a.finding.start)
  );
}
