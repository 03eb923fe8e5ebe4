import type { Report } from '../../credentials/report.ts';
import { loadRenderer, type ReportFormat } from '../../report/index.ts';
import type { ExitStatus, RenderOptions } from '../../report/renderer.ts';
import type { Log, Scan } from '../../scan-options.ts';
import {
  type EffectiveSettings,
  logSettings,
  readNamedConfig,
  settleCommand,
} from '../effective-settings.ts';
import { EXIT_CODES, exitStatus } from '../exit-code.ts';
import type { Host } from '../host.ts';
import type { Interruption } from '../interruption.ts';
import { writeOutput } from '../output.ts';
import type { OutputTarget } from '../output-target.ts';
import { prepareReportFile, type ReportFile, writeReportFile } from '../report-file.ts';
import type { ScanCommand } from '../scan-arguments.ts';
import { runSession, scopeOptions } from '../session.ts';
import { hasColor, widthOf } from '../terminal.ts';

/**
 * `keypetrel scan`: scans, writes the reports, and says how to end.
 * @returns the exit code.
 */
export function runScan(command: ScanCommand, host: Host, scan: Scan): Promise<number> {
  return runSession(command, host, async (session) => {
    const { log, progress, interruption } = session;
    const config = await readNamedConfig(command.config);
    const settings = settleCommand(command, config);
    logSettings(settings, config, log);
    const files = await Promise.all(command.outputs.map(prepareTarget));
    const start = new Date();
    const report = await scan({
      ...(await scopeOptions(command, config, host, session)),
      showSecrets: command.showSecrets,
      cache: command.cache,
    });
    interruption.signal.throwIfAborted();
    progress.clear();
    const exit = exitStatus(report, {
      failOn: settings.failOn.value,
      requireComplete: command.requireComplete,
    });
    const about: AboutScan = { exit, scanned: { start, end: new Date() }, warn: log.warn };
    const fileErrors = await writeFiles(report, files, command, about, interruption);
    await writeToStdout(report, settings, command, host, about, interruption);
    explainIncomplete(settings, command, exit, log);
    for (const error of fileErrors) throw error;
    return exit.code;
  });
}

/** What every report of a scan is told, wherever it goes. */
type AboutScan = Required<Pick<RenderOptions, 'exit' | 'scanned' | 'warn'>>;

/** Columns of a text report in a file. */
const FILE_WIDTH = 100;

type PreparedTarget = { readonly format: ReportFormat; readonly file: ReportFile };

async function prepareTarget({ format, path }: OutputTarget): Promise<PreparedTarget> {
  return { format, file: await prepareReportFile(path) };
}

/**
 * Writes the report files. A scan that took minutes should not be lost because one of them cannot be written:
 * the others are, and standard output too.
 * @returns what went wrong.
 */
async function writeFiles(
  report: Report,
  targets: readonly PreparedTarget[],
  { showSecrets }: ScanCommand,
  about: AboutScan,
  interruption: Interruption,
): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (const { format, file } of targets) {
    const render = await loadRenderer(format);
    const pieces = render(report, { color: false, width: FILE_WIDTH, quiet: false, ...about });
    try {
      await writeReportFile(file, pieces, showSecrets, interruption);
    } catch (error) {
      errors.push(error);
    }
  }
  interruption.signal.throwIfAborted();
  return errors;
}

async function writeToStdout(
  report: Report,
  { format }: EffectiveSettings,
  command: ScanCommand,
  host: Host,
  about: AboutScan,
  interruption: Interruption,
): Promise<void> {
  const render = await loadRenderer(format.value);
  const pieces = render(report, {
    color: hasColor(host.stdout, host.env, command.color),
    width: widthOf(host.stdout, host.env),
    quiet: command.quiet,
    ...about,
  });
  await writeOutput(host.stdout, pieces, interruption.signal);
}

/** The summary of a text report says it already; without one, exit code 3 would come without a word. */
function explainIncomplete(
  { format }: EffectiveSettings,
  { quiet }: ScanCommand,
  exit: ExitStatus,
  log: Log,
): void {
  if (exit.code === EXIT_CODES.incomplete && (format.value !== 'text' || quiet)) log.warn(exit.meaning);
}
