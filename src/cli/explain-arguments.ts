import { UserError } from '../errors.ts';
import type { OptionValues } from './option-definition.ts';
import type { EXPLAIN_OPTIONS } from './option-tables.ts';
import { type Scope, toScope } from './scope-arguments.ts';

/** `keypetrel explain`, with all that it was told. */
export type ExplainCommand = Scope & {
  readonly kind: 'explain';
  /** A fingerprint or its beginning; null: the text on standard input. */
  readonly fingerprint: string | null;
  readonly format: 'text' | 'json';
  readonly quiet: boolean;
  readonly color: boolean;
};

/** @throws UserError for options that contradict each other. */
export function toExplainCommand(
  values: OptionValues<typeof EXPLAIN_OPTIONS>,
  [subject, ...paths]: readonly string[],
): ExplainCommand {
  if (subject === undefined || subject === '') {
    throw new UserError(
      '"keypetrel explain" needs a fingerprint, as reports name it, or "-" for a text on standard input',
    );
  }
  const scope = toScope(values, paths, values.baseline);
  if (subject === '-') refuseScope(scope);
  return {
    kind: 'explain',
    fingerprint: subject === '-' ? null : subject,
    ...scope,
    format: values.format ?? 'text',
    quiet: values.quiet,
    color: !values['no-color'],
  };
}

/** Standard input is a text, and nothing else is looked at. */
function refuseScope({ paths, target, allObjects, include, exclude, gitignore }: Scope): void {
  const [path] = paths;
  if (path !== undefined)
    throw new UserError(`"keypetrel explain -" reads standard input and no path, and "${path}" is one`);
  const isTold = target !== 'auto' || allObjects || include.length + exclude.length > 0 || !gitignore;
  if (isTold)
    throw new UserError(
      '"keypetrel explain -" reads standard input: options that say what to scan say nothing',
    );
}
