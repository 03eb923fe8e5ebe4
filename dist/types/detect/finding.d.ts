/** How sure a finding is. `proven` means that the checksum inside the secret holds. */
export type Confidence = 'low' | 'medium' | 'high' | 'proven';
/** How bad it is when the credential is in the wrong hands. */
export type Severity = 'critical' | 'high' | 'medium' | 'low';
/** What the checksum inside the secret says; `none` where its format has none. */
export type ChecksumResult = 'valid' | 'mismatch' | 'none';
/** One piece of evidence for (positive weight) or against (negative weight) a finding, in words. */
export type Evidence = {
    readonly kind: string;
    readonly weight: number;
    readonly detail: string;
};
/**
 * A secret in clear. It leaves the core only through redaction, or with `--show-secrets`;
 * the brand keeps it from being mixed up with text that may be printed.
 */
export type SecretText = string & {
    readonly __brand: 'SecretText';
};
/** What detection says of one place in one content. Offsets are bytes into that content. */
export type Finding = {
    /** Id of the rule family (one YAML file); part of the fingerprint. */
    readonly family: string;
    /** Stable id of the rule, for example `azure-openai-key`. */
    readonly rule: string;
    readonly title: string;
    readonly service: string;
    readonly severity: Severity;
    readonly confidence: Confidence;
    readonly checksum: ChecksumResult;
    /** Month of issue (`2025-03`) where the key tells. */
    readonly issued: string | null;
    /** Host of the resource found with the key. */
    readonly endpoint: string | null;
    readonly secret: SecretText;
    /** Byte offset of the first byte of the secret as it is written in the content. */
    readonly start: number;
    /** Byte offset behind its last byte. */
    readonly end: number;
    readonly evidence: readonly Evidence[];
    /** Encodings that were undone to read it, outermost first; empty when it stands there in clear. */
    readonly decodedFrom: readonly string[];
};
/** Confidence levels from weakest to strongest. */
export declare const CONFIDENCE_LEVELS: readonly Confidence[];
/** Whether `confidence` is at or above `threshold`. */
export declare function isAtLeast(confidence: Confidence, threshold: Confidence): boolean;
