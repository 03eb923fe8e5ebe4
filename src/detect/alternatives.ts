import type { EvidenceRule } from '../rules/rule-file.ts';
import type { Confidence, Evidence } from './finding.ts';
import type { ConsideredEvidence, Dismissal, Judgement } from './judgement.ts';
import { confidenceOf, outweighs, scoreOf } from './score.ts';

/** A piece of evidence that was found, and whether it counts: of each group only the weightiest does. */
export type FoundEvidence = {
  readonly rule: EvidenceRule;
  readonly evidence: Evidence;
  readonly counts: boolean;
};

/** One change, and the confidence that a match would have with it; null: it would be no finding. */
export type Alternative = {
  readonly change:
    | { readonly kind: 'without-evidence'; readonly rule: EvidenceRule; readonly evidence: Evidence }
    | { readonly kind: 'with-evidence'; readonly rule: EvidenceRule }
    /** All of them at once: each alone is enough to dismiss it. */
    | { readonly kind: 'without-dismissals'; readonly dismissals: readonly Dismissal[] }
    | { readonly kind: 'without-checksum' };
  readonly confidence: Confidence | null;
};

/** The evidence that was found, as it was weighed. */
export function foundEvidence({ considered }: Judgement): FoundEvidence[] {
  const counted = new Set(heaviestOfGroups(considered).values());
  return considered.flatMap(({ rule, evidence }) =>
    evidence === null ? [] : [{ rule, evidence, counts: counted.has(evidence) }],
  );
}

/** Every single change that would have given a match another confidence, or made it a finding or none. */
export function alternatives(judgement: Judgement): Alternative[] {
  const { dismissals, checksum } = judgement;
  if (dismissals.length > 0) {
    return [
      { change: { kind: 'without-dismissals', dismissals }, confidence: confidenceOfVariant(judgement) },
    ];
  }
  if (checksum === 'valid') {
    const confidence =
      judgement.overruled.length > 0 ? null : confidenceWith(judgement, judgement.considered);
    return [{ change: { kind: 'without-checksum' }, confidence }];
  }
  const now = confidenceOfVariant(judgement);
  return judgement.considered
    .filter(({ rule }) => rule.view !== 'host-repository' || canPair(judgement, rule))
    .map((item) => alternativeOf(judgement, item))
    .filter(({ confidence }) => confidence !== now);
}

/** A host in another file counts for findings only, and where no evidence of its kind is found otherwise. */
function canPair({ finding, considered }: Judgement, { kind, view }: EvidenceRule): boolean {
  const others = considered.filter(({ rule }) => rule.kind === kind && rule.view !== view);
  return finding !== null && others.every(({ evidence }) => evidence === null);
}

/** The evidence there, or not there, contrary to what is. */
function alternativeOf(judgement: Judgement, item: ConsideredEvidence): Alternative {
  const { rule, evidence } = item;
  const contrary =
    evidence === null
      ? { rule, evidence: { kind: rule.kind, weight: rule.weight, detail: rule.says } }
      : { rule, evidence: null };
  const considered = judgement.considered.map((each) => (each === item ? contrary : each));
  return {
    change:
      evidence === null ? { kind: 'with-evidence', rule } : { kind: 'without-evidence', rule, evidence },
    confidence: confidenceWith(judgement, considered),
  };
}

/** As if the checksum did not hold, or there were none. */
function confidenceWith(judgement: Judgement, considered: readonly ConsideredEvidence[]): Confidence | null {
  const own = judgement.own.filter(({ kind }) => kind !== 'checksum');
  const sum = scoreOf(own) + scoreOf(heaviestOfGroups(considered).values());
  return judgement.variant === null ? null : confidenceOf(sum, judgement.pattern.rule.file.thresholds);
}

function confidenceOfVariant({ variant, confidence }: Judgement): Confidence | null {
  return variant === null ? null : confidence;
}

function heaviestOfGroups(considered: readonly ConsideredEvidence[]): Map<string, Evidence> {
  const heaviest = new Map<string, Evidence>();
  for (const { rule, evidence } of considered) {
    if (evidence !== null && outweighs(rule, heaviest.get(rule.group))) heaviest.set(rule.group, evidence);
  }
  return heaviest;
}
