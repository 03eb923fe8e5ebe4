import type { Suppression } from '../credentials/suppress.ts';
import { type Confidence, isAtLeast } from '../detect/finding.ts';
import type { Judgement } from '../detect/judgement.ts';
import type { Outcome } from './explanation.ts';

/** What a scan would make of a match, besides what is told by the match itself. */
export type Circumstances = {
  /** The lowest confidence that is reported. */
  readonly minConfidence: Confidence;
  /** Whether the rule is among those that are reported. */
  readonly isReported: (family: string, rule: string) => boolean;
  /** What keeps it out of the report; null when nothing does. */
  readonly suppression: Suppression | null;
  /** The pattern that was found in its place, where one outranks it. */
  readonly winner: string | null;
};

/** What became of a match, the reason that decides first. */
export function outcomeOf(judgement: Judgement, circumstances: Circumstances): Outcome {
  const { dismissals, confidence, variant, sum, pattern } = judgement;
  const { minConfidence, isReported, suppression, winner } = circumstances;
  const { family, thresholds } = pattern.rule.file;
  const [dismissal] = dismissals;
  if (dismissal !== undefined) return { kind: 'dismissed', detail: `no credential: it ${dismissal.detail}` };
  if (confidence === null || variant === null) {
    const needed = `the evidence adds up to ${sum}, and low confidence needs ${thresholds.low}`;
    return { kind: 'too-little-evidence', detail: `no credential: ${needed}` };
  }
  if (!isReported(family, variant.id))
    return { kind: 'rule-off', detail: `not reported: the rule ${variant.id} is turned off` };
  if (winner !== null)
    return { kind: 'other-pattern', detail: `reported as ${winner}, which has a say before it` };
  if (suppression !== null)
    return { kind: suppression.reason, detail: `not reported: ${suppression.detail}` };
  if (!isAtLeast(confidence, minConfidence))
    return { kind: 'below-threshold', detail: `not reported: only ${minConfidence} confidence and more is` };
  return { kind: 'reported', detail: 'reported' };
}
