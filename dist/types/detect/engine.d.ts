import type { EvidenceRule, Pattern, RuleFile, Variant } from '../rules/rule-file.js';
import { type Automaton } from './automaton.js';
import type { RunAlphabet } from './bytes.js';
/** Rules made ready to run: regexes compiled, marks in one automaton. Immutable, shared by all scans. */
export type Engine = {
    readonly patterns: readonly EnginePattern[];
    readonly automaton: Automaton;
    /** For each mark (the automaton's texts) the patterns that wait for it. */
    readonly patternsOfMark: readonly (readonly EnginePattern[])[];
    /** For each alphabet and run length the patterns that wait for it. */
    readonly patternsOfRun: Readonly<Record<RunAlphabet, ReadonlyMap<number, readonly EnginePattern[]>>>;
};
export type EnginePattern = {
    readonly rule: EngineRule;
    readonly pattern: Pattern;
    /** Position among all patterns: where two match the same bytes, the earlier wins. */
    readonly order: number;
    readonly regex: RegExp;
    readonly gate: RegExp | null;
    readonly reject: RegExp | null;
};
export type EngineRule = {
    readonly file: RuleFile;
    readonly variants: readonly EngineVariant[];
    readonly evidence: readonly EngineEvidence[];
    readonly hosts: RegExp | null;
};
export type EngineVariant = {
    readonly variant: Variant;
    readonly secret: RegExp | null;
    readonly context: RegExp | null;
    readonly host: RegExp | null;
};
export type EngineEvidence = {
    readonly rule: EvidenceRule;
    readonly match: RegExp;
};
/** Makes an engine of rule files, in their order. Their regexes have been checked on loading. */
export declare function createEngine(files: readonly RuleFile[]): Engine;
