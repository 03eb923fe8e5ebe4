import type { CacheChoice } from '../cache/cache-place.ts';
import { settle } from '../config/settings.ts';
import type { Confidence } from '../detect/finding.ts';
import { UserError } from '../errors.ts';
import type { ReportFormat } from '../report/index.ts';
import type { OptionValues } from './option-definition.ts';
import type { SCAN_OPTIONS } from './option-tables.ts';
import type { OutputTarget } from './output-target.ts';
import { type Scope, toScope } from './scope-arguments.ts';

/** `keypetrel scan`, with all that it was told; null where the configuration or a default has a say. */
export type ScanCommand = Scope & {
  readonly kind: 'scan';
  readonly failOn: Confidence | null;
  readonly requireComplete: boolean;
  readonly format: ReportFormat | null;
  readonly outputs: readonly OutputTarget[];
  readonly showSecrets: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly cache: CacheChoice | false;
};

type ScanValues = OptionValues<typeof SCAN_OPTIONS>;

/** @throws UserError for options that contradict each other. */
export function toScanCommand(values: ScanValues, paths: readonly string[]): ScanCommand {
  const scope = toScope(values, paths, values.baseline);
  const failOn = values['fail-on'];
  // A configuration may change what is reported: then it is settled when that has been read.
  if (values.config === null) settle({ ...scope, failOn }, undefined);
  refuseSameFile(values.output);
  return {
    kind: 'scan',
    ...scope,
    failOn,
    requireComplete: values['require-complete'],
    format: values.format,
    outputs: values.output,
    showSecrets: values['show-secrets'],
    quiet: values.quiet,
    color: !values['no-color'],
    cache: readCache(values),
  };
}

/** @throws UserError for options that contradict each other. */
export function readCache({
  'no-cache': isOff,
  'cache-dir': folder,
}: Pick<ScanValues, 'no-cache' | 'cache-dir'>): CacheChoice | false {
  if (folder === null) return isOff ? false : 'git-folder';
  if (isOff) throw new UserError('--no-cache and --cache-dir exclude each other: choose one');
  return { folder };
}

function refuseSameFile(outputs: readonly OutputTarget[]): void {
  const paths = outputs.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) throw new UserError(`--output: two reports cannot go to the same file "${twice}"`);
}
