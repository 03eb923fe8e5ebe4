import type { CacheChoice } from '../cache/cache-place.ts';
import { UserError } from '../errors.ts';
import type { OptionValues } from './option-definition.ts';
import type { BASELINE_OPTIONS } from './option-tables.ts';
import { readCache } from './scan-arguments.ts';
import { type Scope, toScope } from './scope-arguments.ts';

/** `keypetrel baseline`, with all that it was told. */
export type BaselineCommand = Scope & {
  readonly kind: 'baseline';
  /** Where it is written to. */
  readonly file: string;
  readonly quiet: boolean;
  readonly cache: CacheChoice | false;
};

/** @throws UserError without a file, and for options that contradict each other. */
export function toBaselineCommand(
  values: OptionValues<typeof BASELINE_OPTIONS>,
  [file, ...paths]: readonly string[],
): BaselineCommand {
  if (file === undefined || file === '')
    throw new UserError('"keypetrel baseline" needs a file to write to, for example keypetrel-baseline.json');
  return {
    kind: 'baseline',
    file,
    ...toScope(values, paths),
    quiet: values.quiet,
    cache: readCache(values),
  };
}
