import type { Config } from '../config/config.ts';
import {
  choose,
  type GivenSettings,
  type Origin,
  type Setting,
  type Settings,
  settle,
} from '../config/settings.ts';
import type { ReportFormat } from '../report/index.ts';
import type { Log } from '../scan-options.ts';
import type { ScanCommand } from './scan-arguments.ts';

/** What holds for a run of the program: of a scan, and of its report. */
export type EffectiveSettings = Settings & { readonly format: Setting<ReportFormat> };

/** Settles what holds, with the configuration that the command names. */
export function settleCommand(
  command: GivenSettings & Pick<ScanCommand, 'format'>,
  config: Config | undefined,
): EffectiveSettings {
  return {
    ...settle(command, config),
    format: choose(command.format, config?.defaults.format, 'text'),
  };
}

/** Reads the configuration that a command names; undefined when it names none. */
export async function readNamedConfig(path: string | null): Promise<Config | undefined> {
  if (path === null) return undefined;
  const { loadConfig } = await import('../config/load-config.ts');
  return loadConfig(path);
}

const ORIGINS: Readonly<Record<Origin, string>> = {
  option: 'command line',
  configuration: 'configuration',
  default: 'default',
};

/** Says which configuration is used, what it changes, and where each value came from. */
export function logSettings(settings: EffectiveSettings, config: Config | undefined, log: Log): void {
  if (config === undefined) log.debug('configuration: none, for none is named by --config');
  else {
    log.debug(`configuration: ${config.path}`);
    log.debug(`rules of its own: ${inWords(config.ownRules.map(({ family }) => family))}`);
    log.debug(`weights changed: ${inWords(Object.keys(config.weights))}`);
    const { paths, fingerprints, texts, regexes } = config.allow;
    log.debug(
      `allowed: ${paths.length} paths, ${fingerprints.length} fingerprints, ${texts.length} texts, ${regexes.length} regexes`,
    );
  }
  for (const [name, { value, origin }] of Object.entries(settings)) {
    log.debug(`${name}: ${valueInWords(value)} (${ORIGINS[origin]})`);
  }
}

function valueInWords(value: EffectiveSettings[keyof EffectiveSettings]['value']): string {
  if (value === null) return 'none';
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : inWords(value);
}

function inWords(texts: readonly string[]): string {
  return texts.length === 0 ? 'none' : texts.join(', ');
}
