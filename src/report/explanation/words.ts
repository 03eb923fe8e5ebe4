import type { Confidence } from '../../detect/finding.ts';
import { CONFIDENCE_WORDS } from '../text/words.ts';

/** `+4`, `-30`. */
export function signed(weight: number): string {
  return weight > 0 ? `+${weight}` : String(weight);
}

/** What it would be: goes on from "it would be". */
export function confidenceInWords(confidence: Confidence | null): string {
  if (confidence === null) return 'no credential';
  return confidence === 'proven' ? CONFIDENCE_WORDS.proven : `of ${CONFIDENCE_WORDS[confidence]}`;
}
