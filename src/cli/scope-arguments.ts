import type { Confidence } from '../detect/finding.ts';
import { UserError } from '../errors.ts';
import type { RuleSet } from '../rules/rule-file.ts';
import type { ScanTarget } from '../scan-options.ts';
import type { OptionValues } from './option-definition.ts';
import type { EXPLAIN_OPTIONS, LogLevel } from './option-tables.ts';

/** What is scanned and what counts, for every command that scans; null where others have a say. */
export type Scope = {
  readonly target: ScanTarget;
  /** For the target `range`: `A..B`; null: ids of commits come from standard input. */
  readonly range: string | null;
  readonly paths: readonly string[];
  readonly allObjects: boolean;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly gitignore: boolean;
  readonly config: string | null;
  /** The file; null: as the configuration says. */
  readonly baseline: string | null;
  /** False: ignore files and comments have no say; null: as the configuration says. */
  readonly ignore: false | null;
  readonly minConfidence: Confidence | null;
  readonly rules: readonly string[];
  readonly disabledRules: readonly string[];
  /** Beside those that are on by default. */
  readonly rulesets: readonly RuleSet[];
  /** Null: as many as suit the machine. */
  readonly jobs: number | null;
  readonly logLevel: LogLevel;
};

/** The options that a scope is made of: those that all commands that scan have. */
type ScopeValues = Omit<OptionValues<typeof EXPLAIN_OPTIONS>, 'format' | 'quiet' | 'baseline'>;

/**
 * @param baseline what it is compared with, where a command has an option for that.
 * @throws UserError for options that contradict each other.
 */
export function toScope(
  values: ScopeValues,
  paths: readonly string[],
  baseline: string | null = null,
): Scope {
  const target = readTarget(values, paths);
  refuseEmptyPath(paths);
  return {
    target,
    range: readRange(values),
    paths,
    allObjects: values['all-objects'],
    include: values.include,
    exclude: values.exclude,
    gitignore: !values['no-gitignore'],
    config: values.config,
    baseline,
    ignore: values['no-ignore'] ? false : null,
    minConfidence: values['min-confidence'],
    rules: values.rule,
    disabledRules: values['disable-rule'],
    rulesets: values.ruleset,
    jobs: values.jobs,
    logLevel: values['log-level'] ?? 'warn',
  };
}

/** Options that choose what to scan. */
const MODES = ['files', 'staged', 'history', 'range', 'since-commit', 'stdin'] as const;

function readTarget(values: ScopeValues, paths: readonly string[]): ScanTarget {
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

function readRange(values: ScopeValues): string | null {
  const since = values['since-commit'];
  if (since !== null) return `${since}..HEAD`;
  return values.range === '-' ? null : values.range;
}

function refuseEmptyPath(paths: readonly string[]): void {
  if (paths.includes('')) throw new UserError('a path is empty; "." is the current folder');
}
