import type { ScanOptions } from '../scan-options.js';
import { type Position } from '../sources/position.js';
import { type Explanation } from './explanation.js';
/** What rules make of a text. */
export type TextExplanation = {
    /** Every text that a pattern matches, in the order of their places. */
    readonly explanations: readonly Explanation[];
    /** Runs of characters that keys are made of, long enough for a key, in which no pattern matches. */
    readonly unmatched: readonly (Position & {
        readonly length: number;
    })[];
};
export type ExplainTextOptions = Pick<ScanOptions, 'config' | 'rules' | 'disabledRules' | 'minConfidence' | 'baseline' | 'ignore'>;
/** Explains every text that a pattern matches, also those that are no credentials: why something is not reported. */
export declare function explainText(bytes: Uint8Array, options?: ExplainTextOptions): Promise<TextExplanation>;
