import { CONFIDENCE_LEVELS, type Confidence } from '../detect/finding.ts';
import { UserError } from '../errors.ts';

/** What a step is told: see `action.yml` for what each means. */
export type Inputs = {
  readonly paths: readonly string[];
  readonly mode: (typeof MODES)[number];
  /** Null: as the configuration says, or the default. */
  readonly minConfidence: Confidence | null;
  /** Null: as the configuration says, or as what is reported. */
  readonly failOn: Confidence | 'never' | null;
  readonly config: string | null;
  /** Null: as the configuration says. */
  readonly baseline: string | null;
  /** Whether what ignore files and comments let pass is reported all the same. */
  readonly noIgnore: boolean;
  readonly sarifFile: string | null;
  readonly jsonFile: string | null;
  readonly fetchHistory: boolean;
  readonly comment: boolean;
  readonly token: string;
};

export type Environment = Readonly<Record<string, string | undefined>>;

const MODES = ['auto', 'changes', 'everything'] as const;

/**
 * Reads the inputs, which the runner gives in `INPUT_…` variables.
 * @throws UserError for a value that is not allowed.
 */
export function readInputs(env: Environment): Inputs {
  const paths = input(env, 'path')
    .split('\n')
    .map((path) => path.trim())
    .filter((path) => path !== '');
  return {
    paths: paths.length === 0 ? ['.'] : paths,
    mode: oneOf(env, 'mode', MODES, 'auto'),
    minConfidence: oneOfOrNone(env, 'min-confidence', CONFIDENCE_LEVELS),
    failOn: oneOfOrNone(env, 'fail-on', [...CONFIDENCE_LEVELS, 'never'] as const),
    config: optional(env, 'config'),
    baseline: optional(env, 'baseline'),
    noIgnore: flag(env, 'no-ignore', false),
    sarifFile: optional(env, 'sarif-file'),
    jsonFile: optional(env, 'json-file'),
    fetchHistory: flag(env, 'fetch-history', true),
    comment: flag(env, 'comment', false),
    token: input(env, 'github-token'),
  };
}

/** The runner writes names in capitals and leaves their hyphens. */
function input(env: Environment, name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

function optional(env: Environment, name: string): string | null {
  const value = input(env, name);
  return value === '' ? null : value;
}

function oneOf<Word extends string>(
  env: Environment,
  name: string,
  words: readonly Word[],
  fallback: Word,
): Word {
  const value = input(env, name) || fallback;
  const word = words.find((each) => each === value);
  if (word !== undefined) return word;
  throw new UserError(`the input "${name}" is "${value}", and not one of ${words.join(', ')}`);
}

function oneOfOrNone<Word extends string>(
  env: Environment,
  name: string,
  words: readonly Word[],
): Word | null {
  const [first] = words;
  return first === undefined || input(env, name) === '' ? null : oneOf(env, name, words, first);
}

function flag(env: Environment, name: string, fallback: boolean): boolean {
  return oneOf(env, name, ['true', 'false'], fallback ? 'true' : 'false') === 'true';
}
