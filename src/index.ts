/**
 * keypetrel as a library: the same scan as the command line, and detection on its own.
 *
 * ```ts
 * import { scan } from 'keypetrel';
 * const report = await scan({ paths: ['.'] });
 * ```
 */
export type { Config } from './config/config.ts';
export { loadConfig } from './config/lazy.ts';
export {
  type BaselineEntry,
  formatBaseline,
  readBaseline,
  toEntry as baselineEntry,
} from './credentials/baseline.ts';
export type {
  BaselineUse,
  Credential,
  Exposure,
  FrameLine,
  HiddenCredential,
  Occurrence,
  OccurrenceSource,
  Remediation,
  Report,
  ScanMode,
} from './credentials/report.ts';
export { detect } from './detect/detect.ts';
export { createEngine, type Engine } from './detect/engine.ts';
export type {
  ChecksumResult,
  Confidence,
  Evidence,
  Finding,
  SecretText,
  Severity,
} from './detect/finding.ts';
export { UserError } from './errors.ts';
export { explainFingerprint, type FingerprintExplanation } from './explain/explain-fingerprint.ts';
export { type ExplainTextOptions, explainText, type TextExplanation } from './explain/explain-text.ts';
export type { Explanation } from './explain/explanation.ts';
export type { CommitRange } from './git/range.ts';
export { builtinRules, rulesDigest } from './rules/catalogue.ts';
export { DEFAULT_RULESETS, RULESETS, type RuleFile, type RuleSet } from './rules/rule-file.ts';
export { scan } from './scan.ts';
export type { Log, Progress, ScanOptions, ScanTarget } from './scan-options.ts';
