import type { Occurrence } from '../credentials/report.js';
import type { ChecksumResult, Confidence } from '../detect/finding.js';
import type { Dismissal, Judgement } from '../detect/judgement.js';
import type { EvidenceView, Thresholds } from '../rules/rule-file.js';
/** Why a match of a pattern is a credential, or why it is none. Redacted, as all that is reported. */
export type Explanation = {
    readonly fingerprint: string;
    readonly family: string;
    /** Which rule of the family it is. */
    readonly rule: string;
    readonly title: string;
    readonly service: string;
    /** Id of the pattern that matches. */
    readonly pattern: string;
    readonly redacted: string;
    readonly length: number;
    readonly checksum: ChecksumResult;
    /** The first is the one that is explained: of several places the strongest. Empty: only decoded text holds it. */
    readonly places: readonly ExplainedPlace[];
    readonly outcome: Outcome;
    /** Each of these alone is enough to dismiss it. */
    readonly dismissals: readonly Dismissal[];
    /** What would dismiss it, if its checksum did not hold. */
    readonly overruled: readonly Dismissal[];
    /** All that was found, for and against. */
    readonly evidence: readonly ExplainedEvidence[];
    /** What counts of it, added up. */
    readonly sum: number;
    readonly thresholds: Thresholds;
    /** What the evidence is worth; null when it is too little. */
    readonly confidence: Confidence | null;
    /** Every single change that would have changed that. */
    readonly alternatives: readonly ExplainedAlternative[];
};
export type ExplainedPlace = Pick<Occurrence, 'path' | 'line' | 'column' | 'source' | 'isName' | 'refs' | 'commit' | 'blob' | 'decodedFrom'> & {
    /** What it is worth there; null when it is no finding there. */
    readonly confidence: Confidence | null;
};
/** What became of it, and in words why. */
export type Outcome = {
    readonly kind: 'reported' | 'below-threshold' | 'baseline' | 'ignored' | 'inline' | 'other-pattern' | 'rule-off' | 'out-of-scope' | 'too-little-evidence' | 'dismissed';
    readonly detail: string;
};
export type ExplainedEvidence = {
    readonly kind: string;
    /** What it was found in; null for what the match says itself. */
    readonly view: EvidenceView | null;
    readonly weight: number;
    readonly detail: string;
    /** Of the evidence of one group only the weightiest counts. */
    readonly counts: boolean;
};
/** A change, and the confidence with it; null: it would be no finding. */
export type ExplainedAlternative = {
    readonly change: {
        readonly kind: 'without-evidence' | 'with-evidence';
        readonly evidence: Omit<ExplainedEvidence, 'counts'>;
    } | {
        readonly kind: 'without-dismissals';
        readonly details: readonly string[];
    } | {
        readonly kind: 'without-checksum';
    };
    readonly confidence: Confidence | null;
};
/** Puts what was judged into the form of reports. */
export declare function explanationOf(judgement: Judgement, places: readonly ExplainedPlace[], outcome: Outcome): Explanation;
