/**
 * keypetrel as a library: the same scan as the command line, and detection on its own.
 *
 * ```ts
 * import { scan } from 'keypetrel';
 * const report = await scan({ paths: ['.'] });
 * ```
 */
export type { Config } from './config/config.js';
export { loadConfig } from './config/lazy.js';
export { type BaselineEntry, formatBaseline, readBaseline, toEntry as baselineEntry, } from './credentials/baseline.js';
export type { BaselineUse, Credential, Exposure, FrameLine, HiddenCredential, Occurrence, OccurrenceSource, Remediation, Report, ScanMode, } from './credentials/report.js';
export { detect } from './detect/detect.js';
export { createEngine, type Engine } from './detect/engine.js';
export type { ChecksumResult, Confidence, Evidence, Finding, SecretText, Severity, } from './detect/finding.js';
export { UserError } from './errors.js';
export { explainFingerprint, type FingerprintExplanation } from './explain/explain-fingerprint.js';
export { type ExplainTextOptions, explainText, type TextExplanation } from './explain/explain-text.js';
export type { Explanation } from './explain/explanation.js';
export type { CommitRange } from './git/range.js';
export { builtinRules, rulesDigest } from './rules/catalogue.js';
export { DEFAULT_RULESETS, RULESETS, type RuleFile, type RuleSet } from './rules/rule-file.js';
export { scan } from './scan.js';
export type { Log, Progress, ScanOptions, ScanTarget } from './scan-options.js';
