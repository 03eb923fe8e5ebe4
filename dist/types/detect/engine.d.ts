import { type EncodedForm } from '../decode/base64.js';
import { type ByteSet } from '../decode/byte-set.js';
import type { DetectionRule, DetectionVariant, EvidenceRule, Pattern } from '../rules/rule-file.js';
import type { RunAlphabet } from './bytes.js';
import { type ChecksumScheme } from './checksums/index.js';
import { type MarkTable } from './mark-table.js';
import { type Matcher, type RegexCompiler } from './matcher.js';
/** Rules made ready to run: regexes compiled, marks in one table. Immutable, shared by all scans. */
export type Engine = {
    readonly patterns: readonly EnginePattern[];
    readonly markTable: MarkTable;
    /** For each mark the patterns that wait for it. */
    readonly patternsOfMark: readonly (readonly EnginePattern[])[];
    /** The marks in base64, which in the table stand behind those of patterns. */
    readonly encodedMarks: readonly EncodedForm[];
    /** For each alphabet and run length the patterns that wait for it. */
    readonly patternsOfRun: Readonly<Record<RunAlphabet, ReadonlyMap<number, readonly EnginePattern[]>>>;
};
export type EnginePattern = {
    readonly rule: EngineRule;
    readonly pattern: Pattern;
    /** Position among all patterns: where two match the same bytes, the earlier wins. */
    readonly order: number;
    readonly regex: Matcher;
    readonly gate: Matcher | null;
    readonly reject: Matcher | null;
    readonly checksum: ChecksumScheme | null;
    /** The bytes that may stand before a run, if any does; null: any. */
    readonly follows: ByteSet | null;
    /** The bytes that may stand behind a run and its padding; null: any. */
    readonly precedes: ByteSet | null;
};
export type EngineRule = {
    readonly file: DetectionRule;
    readonly variants: readonly EngineVariant[];
    /** What speaks against comes first: it decides most candidates. */
    readonly evidence: readonly EngineEvidence[];
    /** The most that all evidence for can add up to. */
    readonly mostWeight: number;
    readonly hosts: RegExp | null;
    /** SHA-256 in hex of secrets that the vendor itself has published. */
    readonly knownPublic: ReadonlySet<string>;
};
export type EngineVariant = {
    readonly variant: DetectionVariant;
    readonly secret: Matcher | null;
    readonly context: Matcher | null;
    readonly host: Matcher | null;
};
export type EngineEvidence = {
    readonly rule: EvidenceRule;
    readonly match: Matcher;
};
/**
 * Makes an engine of rule files, in their order. Their regexes have been checked on loading.
 * @param compileOwn for the regexes of users, which must not be able to hang a scan: see `own-compiler.ts`.
 */
export declare function createEngine(files: readonly DetectionRule[], compileOwn?: RegexCompiler): Engine;
