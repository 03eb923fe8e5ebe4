import type { DetectionVariant, EvidenceRule } from '../rules/rule-file.js';
import type { EnginePattern } from './engine.js';
import type { ChecksumResult, Confidence, Evidence, Finding, SecretText } from './finding.js';
/** Why a match is no credential, whatever evidence there is. */
export type Dismissal = {
    readonly kind: 'reject' | 'placeholder' | 'entropy' | 'known-public' | 'gate';
    /** In words. */
    readonly detail: string;
};
/** A piece of evidence that a rule names, and what was found of it: null where nothing was. */
export type ConsideredEvidence = {
    readonly rule: EvidenceRule;
    readonly evidence: Evidence | null;
};
/**
 * All that was considered of one match, whatever came of it. Judging ends as soon as a match cannot be a finding any
 * more; only for somebody who watches it goes on to the end.
 */
export type Judgement = {
    readonly pattern: EnginePattern;
    readonly secret: SecretText;
    /** Bytes of what was judged: a content, or text that was decoded from one. */
    readonly start: number;
    readonly end: number;
    readonly checksum: ChecksumResult;
    /** Any of these is enough to dismiss it. */
    readonly dismissals: readonly Dismissal[];
    /** What would speak of something made up, if the checksum did not hold. */
    readonly overruled: readonly Dismissal[];
    /** What the match says itself: its form and its checksum. */
    readonly own: readonly Evidence[];
    /** All that the rule names, in the order in which it is weighed. */
    readonly considered: readonly ConsideredEvidence[];
    /** What counts of it, and of what the match says itself, added up. */
    readonly sum: number;
    /** What the evidence is worth; null when it is too little. */
    readonly confidence: Confidence | null;
    /** Which rule of the family it is; null when it is none. */
    readonly variant: DetectionVariant | null;
    /** What came of it. */
    readonly finding: Finding | null;
};
/** Gets each judgement. @param bytes what was judged, valid only during the call. */
export type Observe = (judgement: Judgement, bytes: Uint8Array) => void;
