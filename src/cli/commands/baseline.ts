import { statSync } from 'node:fs';
import type { Config } from '../../config/config.ts';
import { type BaselineEntry, formatBaseline, readBaseline, toEntry } from '../../credentials/baseline.ts';
import type { Report } from '../../credentials/report.ts';
import { UserError } from '../../errors.ts';
import { escapeText } from '../../report/escape.ts';
import { countOf } from '../../report/text/numbers.ts';
import type { Scan } from '../../scan-options.ts';
import type { BaselineCommand } from '../baseline-arguments.ts';
import { logSettings, readNamedConfig, settleCommand } from '../effective-settings.ts';
import { EXIT_CODES } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { writeOutput } from '../output.ts';
import { prepareReportFile, writeReportFile } from '../report-file.ts';
import { runSession, scopeOptions } from '../session.ts';

/**
 * `keypetrel baseline`: scans and writes down what is known, or brings what is written up to date.
 * @returns the exit code: 3 when something could not be read, which may hold more.
 */
export function runBaseline(command: BaselineCommand, host: Host, scan: Scan): Promise<number> {
  return runSession(command, host, async (session) => {
    const { log, progress, interruption } = session;
    const config = withoutBaseline(await readNamedConfig(command.config));
    logSettings(settleCommand({ ...command, format: null }, config), config, log);
    const file = await prepareReportFile(command.file);
    if (file.isSpecial) throw new UserError(`cannot write a baseline to "${command.file}": it is no file`);
    const before = isThere(file.path) ? await readBaseline(file.path) : null;
    const report = await scan({
      ...(await scopeOptions(command, config, host, session)),
      ...(before !== null && { baseline: file.path }),
      cache: command.cache,
    });
    interruption.signal.throwIfAborted();
    progress.clear();
    const changes = changesOf(before, report);
    await writeReportFile(file, [formatBaseline(changes.entries)], false, interruption);
    if (!command.quiet)
      await writeOutput(host.stdout, changeLines(command.file, changes), interruption.signal);
    if (report.coverage.complete) return EXIT_CODES.clean;
    log.warn('the baseline is written, but something could not be read: there may be more');
    return EXIT_CODES.incomplete;
  });
}

/** What a configuration's own baseline holds would be missing in this one. */
function withoutBaseline(config: Config | undefined): Config | undefined {
  return config && { ...config, defaults: { ...config.defaults, baseline: null } };
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

type Changes = {
  /** All that is written. */
  readonly entries: readonly BaselineEntry[];
  readonly added: readonly BaselineEntry[];
  readonly gone: readonly BaselineEntry[];
  /** Whether it was not looked everywhere, so that what may be gone stays. */
  readonly isUnsure: boolean;
};

/** What was there stays as it is, path and all, so that only what changes shows as a change. */
function changesOf(before: readonly BaselineEntry[] | null, { credentials, baseline }: Report): Changes {
  const added = credentials.map(toEntry);
  const gone = baseline?.gone ?? [];
  const left = new Set(gone.map(({ fingerprint }) => fingerprint));
  const kept = (before ?? []).filter(({ fingerprint }) => !left.has(fingerprint));
  return {
    entries: [...kept, ...added],
    added,
    gone,
    isUnsure: before !== null && before.length > 0 && baseline?.gone === null,
  };
}

function changeLines(file: string, { entries, added, gone, isUnsure }: Changes): string[] {
  const count = countOf(entries.length, 'credential');
  return [
    `${escapeText(file)}: ${count}, of which ${added.length} new; ${gone.length} taken out\n`,
    ...added.map((entry) => entryLine('new', entry)),
    ...gone.map((entry) => entryLine('gone', entry)),
    ...(isUnsure ? ['Nothing is taken out: this scan did not look at everything.\n'] : []),
  ];
}

function entryLine(word: string, { fingerprint, rule, path }: BaselineEntry): string {
  return `  ${word.padEnd(4)}  ${fingerprint}  ${rule}${path === null ? '' : `  ${escapeText(path)}`}\n`;
}
