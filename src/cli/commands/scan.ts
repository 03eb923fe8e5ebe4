import type { Report } from '../../credentials/report.ts';
import { UserError } from '../../errors.ts';
import type { CommitRange } from '../../git/range.ts';
import { loadRenderer, type ReportFormat } from '../../report/index.ts';
import type { ExitStatus, RenderOptions } from '../../report/renderer.ts';
import type { Log, Scan, ScanOptions } from '../../scan-options.ts';
import { EXIT_CODES, exitStatus } from '../exit-code.ts';
import { hookIndexFile } from '../hook-index-file.ts';
import type { Host } from '../host.ts';
import { type Interruption, watchSignals } from '../interruption.ts';
import { createLog } from '../log.ts';
import { writeOutput } from '../output.ts';
import type { OutputTarget } from '../output-target.ts';
import { createProgressLine, NO_PROGRESS } from '../progress.ts';
import { prepareReportFile, type ReportFile, writeReportFile } from '../report-file.ts';
import type { ScanCommand } from '../scan-arguments.ts';
import { openStandardInput } from '../standard-input.ts';
import { hasColor, isWatched, widthOf } from '../terminal.ts';

/**
 * `keypetrel scan`: scans, writes the reports, and says how to end.
 * @returns the exit code.
 */
export async function runScan(command: ScanCommand, host: Host, scan: Scan): Promise<number> {
  const isProgressShown = !command.quiet && isWatched(host.stderr, host.env);
  const progress = isProgressShown ? createProgressLine(host.stderr) : NO_PROGRESS;
  const log = await createLog(command.logLevel, host.stderr, progress.clear);
  const interruption = watchSignals(host);
  try {
    const files = await Promise.all(command.outputs.map(prepareTarget));
    const start = new Date();
    const report = await scan({
      ...(await scanOptions(command, host, log, interruption.signal)),
      onProgress: progress.update,
    });
    interruption.signal.throwIfAborted();
    progress.clear();
    const exit = exitStatus(report, command);
    const about: AboutScan = { exit, scanned: { start, end: new Date() }, warn: log.warn };
    const fileErrors = await writeFiles(report, files, command, about, interruption);
    await writeToStdout(report, command, host, about, interruption);
    explainIncomplete(command, exit, log);
    for (const error of fileErrors) throw error;
    return exit.code;
  } catch (error) {
    const exitCode = interruption.exitCode();
    if (exitCode !== null) return exitCode;
    throw error;
  } finally {
    progress.clear();
    interruption.stop();
  }
}

/** What every report of a scan is told, wherever it goes. */
type AboutScan = Required<Pick<RenderOptions, 'exit' | 'scanned' | 'warn'>>;

/** Columns of a text report in a file. */
const FILE_WIDTH = 100;

async function scanOptions(
  command: ScanCommand,
  host: Host,
  log: Log,
  signal: AbortSignal,
): Promise<ScanOptions> {
  const { target, jobs } = command;
  if (target === 'stdin' && host.stdin.isTTY) log.warn('reading from the terminal until Ctrl-D');
  return {
    target,
    paths: command.paths,
    allObjects: command.allObjects,
    include: command.include,
    exclude: command.exclude,
    gitignore: command.gitignore,
    minConfidence: command.minConfidence,
    showSecrets: command.showSecrets,
    rules: command.rules,
    disabledRules: command.disabledRules,
    rulesets: command.rulesets,
    log,
    signal,
    ...(jobs !== null && { jobs }),
    ...(target === 'staged' && { indexFile: hookIndexFile(host) }),
    ...(target === 'range' && { range: await readCommitRange(command, host, signal) }),
    ...(target === 'stdin' && { input: openStandardInput(host, signal) }),
  };
}

/** More ids of commits on standard input are a mistake, in bytes. */
const MOST_ID_BYTES = 64 * 1024 * 1024;

async function readCommitRange(
  { range }: ScanCommand,
  host: Host,
  signal: AbortSignal,
): Promise<CommitRange> {
  if (range !== null) return { kind: 'revisions', text: range };
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of openStandardInput(host, signal)) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > MOST_ID_BYTES) throw new UserError('standard input is too long for a list of commits');
  }
  const names = Buffer.concat(chunks).toString().split('\n');
  return { kind: 'commits', names: names.map((name) => name.trim()).filter((name) => name !== '') };
}

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
  command: ScanCommand,
  host: Host,
  about: AboutScan,
  interruption: Interruption,
): Promise<void> {
  const render = await loadRenderer(command.format);
  const pieces = render(report, {
    color: hasColor(host.stdout, host.env, command.color),
    width: widthOf(host.stdout, host.env),
    quiet: command.quiet,
    ...about,
  });
  await writeOutput(host.stdout, pieces, interruption.signal);
}

/** The summary of a text report says it already; without one, exit code 3 would come without a word. */
function explainIncomplete({ format, quiet }: ScanCommand, exit: ExitStatus, log: Log): void {
  if (exit.code === EXIT_CODES.incomplete && (format !== 'text' || quiet)) log.warn(exit.meaning);
}
