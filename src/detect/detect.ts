import { classifyRun } from './classify.ts';
import { findHosts, type HostMention } from './context/hosts.ts';
import type { Engine, EnginePattern, EngineRule } from './engine.ts';
import type { Finding } from './finding.ts';
import { judge, type Subject } from './judge.ts';
import { sampleRuns } from './sampler.ts';
import { textWindow } from './text-window.ts';

/** Marks this close behind one are judged with it, so that a file full of marks costs no more than its size. */
const MARKS_TOGETHER = 256;

/** A finding with the place of its pattern among all patterns. */
type RankedFinding = { readonly finding: Finding; readonly order: number };

/**
 * Finds credentials in one content. Pure: bytes, a path as a hint, and rules in; findings out, of every
 * confidence, sorted by place, none overlapping another.
 */
export function detect(engine: Engine, bytes: Uint8Array, path = ''): Finding[] {
  const subject = subjectOf(bytes, path);
  const found: RankedFinding[] = [];
  const judgedUpTo = new Int32Array(engine.patterns.length);
  const onCandidate = (pattern: EnginePattern, start: number, end: number): void => {
    const isMark = pattern.pattern.run === null;
    if (isMark && start < (judgedUpTo[pattern.order] ?? 0)) return;
    const judgedEnd = isMark ? end + MARKS_TOGETHER : end;
    judgedUpTo[pattern.order] = judgedEnd;
    for (const finding of judge(subject, pattern, start, judgedEnd))
      found.push({ finding, order: pattern.order });
  };
  sampleRuns(bytes, (start, end) => classifyRun(engine, bytes, start, end, onCandidate));
  return found.length === 0 ? [] : withoutOverlaps(found);
}

function subjectOf(bytes: Uint8Array, path: string): Subject {
  const hostsOfRule = new Map<EngineRule, HostMention[]>();
  return {
    bytes,
    path,
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

/** Where findings overlap, the pattern that stands first in the rules wins, then the longer match. */
function withoutOverlaps(found: RankedFinding[]): Finding[] {
  found.sort((a, b) => a.finding.start - b.finding.start || compareRank(a, b));
  const kept: RankedFinding[] = [];
  for (const each of found) {
    const last = kept.at(-1);
    if (!last || each.finding.start >= last.finding.end) kept.push(each);
    else if (compareRank(each, last) < 0) kept[kept.length - 1] = each;
  }
  return kept.map(({ finding }) => finding);
}

function compareRank(a: RankedFinding, b: RankedFinding): number {
  return a.order - b.order || b.finding.end - b.finding.start - (a.finding.end - a.finding.start);
}
