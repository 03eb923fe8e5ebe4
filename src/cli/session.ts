import type { Config } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { CommitRange } from '../git/range.ts';
import type { Log, ScanOptions } from '../scan-options.ts';
import { hookIndexFile } from './hook-index-file.ts';
import type { Host } from './host.ts';
import { type Interruption, watchSignals } from './interruption.ts';
import { createLog } from './log.ts';
import { createProgressLine, NO_PROGRESS, type ProgressLine } from './progress.ts';
import type { Scope } from './scope-arguments.ts';
import { openStandardInput } from './standard-input.ts';
import { isWatched } from './terminal.ts';

/** What a command that scans works with. */
export type Session = {
  readonly progress: ProgressLine;
  readonly log: Log;
  readonly interruption: Interruption;
};

/**
 * Runs a command that takes its time: with progress where somebody watches, a log, and an end when it is asked for.
 * @returns the exit code.
 */
export async function runSession(
  { quiet, logLevel }: Pick<Scope, 'logLevel'> & { readonly quiet: boolean },
  host: Host,
  work: (session: Session) => Promise<number>,
): Promise<number> {
  const isProgressShown = !quiet && isWatched(host.stderr, host.env);
  const progress = isProgressShown ? createProgressLine(host.stderr) : NO_PROGRESS;
  const log = await createLog(logLevel, host.stderr, progress.clear);
  const interruption = watchSignals(host);
  try {
    return await work({ progress, log, interruption });
  } catch (error) {
    const exitCode = interruption.exitCode();
    if (exitCode !== null) return exitCode;
    throw error;
  } finally {
    progress.clear();
    interruption.stop();
  }
}

/** What a scan gets of a scope. */
export async function scopeOptions(
  scope: Scope,
  config: Config | undefined,
  host: Host,
  { log, progress, interruption: { signal } }: Session,
): Promise<ScanOptions> {
  const { target, jobs, minConfidence, baseline, ignore } = scope;
  if (target === 'stdin' && host.stdin.isTTY) log.warn('reading from the terminal until Ctrl-D');
  return {
    target,
    paths: scope.paths,
    allObjects: scope.allObjects,
    include: scope.include,
    exclude: scope.exclude,
    gitignore: scope.gitignore,
    rules: scope.rules,
    disabledRules: scope.disabledRules,
    rulesets: scope.rulesets,
    log,
    signal,
    onProgress: progress.update,
    ...(config !== undefined && { config }),
    ...(baseline !== null && { baseline }),
    ...(ignore !== null && { ignore }),
    ...(minConfidence !== null && { minConfidence }),
    ...(jobs !== null && { jobs }),
    ...(target === 'staged' && { indexFile: hookIndexFile(host) }),
    ...(target === 'range' && { range: await readCommitRange(scope, host, signal) }),
    // Destroyed when interrupted: an open pipe would keep the program waiting for its next bytes.
    ...(target === 'stdin' && { input: openStandardInput(host, signal) }),
  };
}

/** More ids of commits on standard input are a mistake, in bytes. */
const MOST_ID_BYTES = 64 * 1024 * 1024;

async function readCommitRange({ range }: Scope, host: Host, signal: AbortSignal): Promise<CommitRange> {
  if (range !== null) return { kind: 'revisions', text: range };
  const bytes = await readInput(host, signal, MOST_ID_BYTES);
  if (bytes === null) throw new UserError('standard input is too long for a list of commits');
  const names = bytes.toString().split('\n');
  return { kind: 'commits', names: names.map((name) => name.trim()).filter((name) => name !== '') };
}

/** All of standard input; null when it holds more than so many bytes. */
export async function readInput(host: Host, signal: AbortSignal, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of openStandardInput(host, signal)) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > most) return null;
  }
  return Buffer.concat(chunks);
}
