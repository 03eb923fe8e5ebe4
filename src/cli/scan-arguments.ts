import { settle } from '../config/settings.ts';
import type { Confidence } from '../detect/finding.ts';
import { UserError } from '../errors.ts';
import type { ReportFormat } from '../report/index.ts';
import type { RuleSet } from '../rules/rule-file.ts';
import type { ScanTarget } from '../scan-options.ts';
import type { OptionValues } from './option-definition.ts';
import type { LogLevel, SCAN_OPTIONS } from './option-tables.ts';
import type { OutputTarget } from './output-target.ts';

/** `keypetrel scan`, with all that it was told; null where the configuration or a default has a say. */
export type ScanCommand = {
  readonly kind: 'scan';
  readonly target: ScanTarget;
  /** For the target `range`: `A..B`; null: ids of commits come from standard input. */
  readonly range: string | null;
  readonly paths: readonly string[];
  readonly allObjects: boolean;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly gitignore: boolean;
  readonly config: string | null;
  readonly minConfidence: Confidence | null;
  readonly failOn: Confidence | null;
  readonly rules: readonly string[];
  readonly disabledRules: readonly string[];
  /** Beside those that are on by default. */
  readonly rulesets: readonly RuleSet[];
  readonly requireComplete: boolean;
  readonly format: ReportFormat | null;
  readonly outputs: readonly OutputTarget[];
  readonly showSecrets: boolean;
  readonly quiet: boolean;
  /** Null: as many as suit the machine. */
  readonly jobs: number | null;
  readonly logLevel: LogLevel;
  readonly color: boolean;
};

type ScanValues = OptionValues<typeof SCAN_OPTIONS>;

/** @throws UserError for options that contradict each other. */
export function toScanCommand(values: ScanValues, paths: readonly string[]): ScanCommand {
  const target = readTarget(values, paths);
  const given = { minConfidence: values['min-confidence'], failOn: values['fail-on'] };
  // A configuration may change what is reported: then it is settled when that has been read.
  if (values.config === null) settle(given, undefined);
  refuseSameFile(values.output);
  refuseEmptyPath(paths);
  return {
    kind: 'scan',
    target,
    range: readRange(values),
    paths,
    allObjects: values['all-objects'],
    include: values.include,
    exclude: values.exclude,
    gitignore: !values['no-gitignore'],
    config: values.config,
    ...given,
    rules: values.rule,
    disabledRules: values['disable-rule'],
    rulesets: values.ruleset,
    requireComplete: values['require-complete'],
    format: values.format,
    outputs: values.output,
    showSecrets: values['show-secrets'],
    quiet: values.quiet,
    jobs: values.jobs,
    logLevel: values['log-level'] ?? 'warn',
    color: !values['no-color'],
  };
}

/** Options that choose what to scan. */
const MODES = ['files', 'staged', 'history', 'range', 'since-commit', 'stdin'] as const;

function readTarget(values: ScanValues, paths: readonly string[]): ScanTarget {
  const [mode, other] = MODES.filter((each) => values[each] !== false && values[each] !== null);
  if (other !== undefined) throw new UserError(`--${mode} and --${other} exclude each other: choose one`);
  const path = paths[0];
  if (mode === 'stdin' && path !== undefined)
    throw new UserError(`--stdin takes no path, and "${path}" is one`);
  if (values['all-objects'] && mode !== undefined && mode !== 'history') {
    throw new UserError(`--all-objects is about the history, which --${mode} leaves out`);
  }
  return mode === 'since-commit' ? 'range' : (mode ?? 'auto');
}

function readRange(values: ScanValues): string | null {
  const since = values['since-commit'];
  if (since !== null) return `${since}..HEAD`;
  return values.range === '-' ? null : values.range;
}

function refuseSameFile(outputs: readonly OutputTarget[]): void {
  const paths = outputs.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) throw new UserError(`--output: two reports cannot go to the same file "${twice}"`);
}

function refuseEmptyPath(paths: readonly string[]): void {
  if (paths.includes('')) throw new UserError('a path is empty; "." is the current folder');
}
