import type { TextExplanation } from '../../explain/explain-text.ts';
import type { Explanation } from '../../explain/explanation.ts';

/** What `keypetrel explain` reports. */
export type ExplanationReport = {
  readonly explanations: readonly Explanation[];
  /** Of a text: what is long enough for a key, and no pattern matches. */
  readonly unmatched: TextExplanation['unmatched'];
  /** Whether it is about a text on standard input, and not about a fingerprint. */
  readonly isOfText: boolean;
  /** Whether everything could be read. */
  readonly complete: boolean;
};
