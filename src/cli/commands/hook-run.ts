import { addAbortSignal } from 'node:stream';
import type { Report } from '../../credentials/report.ts';
import { SuppressionError, UserError } from '../../errors.ts';
import { commitNamed, parsePushUpdates, pushRange } from '../../git/push-updates.ts';
import { discoverRepository, type Repository } from '../../git/repository.ts';
import type { HookName } from '../../hooks/hook-name.ts';
import { escapeText } from '../../report/escape.ts';
import { loadRenderer } from '../../report/index.ts';
import type { Scan, ScanOptions } from '../../scan-options.ts';
import { EXIT_CODES } from '../exit-code.ts';
import { describeFailure } from '../failure.ts';
import type { HookCommand } from '../hook-arguments.ts';
import { hookIndexFile } from '../hook-index-file.ts';
import type { Host } from '../host.ts';
import { watchSignals } from '../interruption.ts';
import { writeOutput } from '../output.ts';
import { hasColor, widthOf } from '../terminal.ts';

type HookRun = Extract<HookCommand, { kind: 'hook-run' }>;

/**
 * `keypetrel hook run pre-commit|pre-push`: checks what a commit adds, or what a push sends. Blocks for credentials
 * only: what keeps it from checking is said loudly, and lets git go on.
 * @returns 1 to block; otherwise 0.
 */
export async function runHookCheck(given: HookRun, host: Host, scan: Scan): Promise<number> {
  const command = { ...given, hook: isFrameworkPush(host) ? 'pre-push' : given.hook } as const;
  const interruption = watchSignals(host);
  const { signal } = interruption;
  try {
    const options = await scanOptionsOf(given, host, signal);
    if (options === null) return EXIT_CODES.clean;
    const report = await scanWithExceptions({ ...options, signal }, command, host, scan);
    signal.throwIfAborted();
    return await conclude(command, report, host);
  } catch (error) {
    const exitCode = interruption.exitCode();
    if (exitCode !== null) return exitCode;
    await writeOutput(host.stderr, [describeFailure(error), notChecked(command.hook)]);
    return EXIT_CODES.clean;
  } finally {
    interruption.stop();
  }
}

/** A mistake in what says what may pass lets nothing pass: then all is checked, and the mistake is told. */
async function scanWithExceptions(
  options: ScanOptions,
  { baseline }: HookRun,
  host: Host,
  scan: Scan,
): Promise<Report> {
  try {
    return await scan({ ...options, ...(baseline !== null && { baseline }) });
  } catch (error) {
    if (!(error instanceof SuppressionError)) throw error;
    await writeOutput(host.stderr, [describeFailure(error), NO_EXCEPTIONS]);
    return scan({ ...options, ignore: false });
  }
}

const NO_EXCEPTIONS = 'keypetrel: so nothing is taken for known or allowed.\n';

/** Null when there is nothing to check, as when a push only deletes. */
async function scanOptionsOf(
  { hook, args }: HookRun,
  host: Host,
  signal: AbortSignal,
): Promise<ScanOptions | null> {
  if (hook === 'pre-push') return pushOptions(args[0] ?? '', await readAll(host, signal), signal);
  const { PRE_COMMIT } = host.env;
  return PRE_COMMIT === '1' ? frameworkOptions(host, signal) : stagedOptions(host);
}

function stagedOptions(host: Host): ScanOptions {
  return { target: 'staged', indexFile: hookIndexFile(host) };
}

/** The framework pre-commit starts the same command for commits and pushes; only of a push it names a remote. */
function isFrameworkPush({ env }: Host): boolean {
  return env['PRE_COMMIT'] === '1' && (env['PRE_COMMIT_REMOTE_NAME'] ?? '') !== '';
}

/**
 * What the framework pre-commit wants checked; it tells in its environment
 * (https://pre-commit.com/#supported-git-hooks). It does not tell `--all-files`: but only a commit names an index.
 */
async function frameworkOptions(host: Host, signal: AbortSignal): Promise<ScanOptions | null> {
  const { PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to, PRE_COMMIT_REMOTE_NAME: remote } = host.env;
  if (from && to) return { target: 'range', range: { kind: 'revisions', text: `${from}..${to}` } };
  if (remote) {
    // Of a push that has the first commit of all it tells no more than the name of what is pushed.
    const repository = await repositoryHere(signal);
    const name = host.env['PRE_COMMIT_LOCAL_BRANCH'] || 'HEAD';
    const pushed = (await commitNamed(repository, name, { signal })) ?? repository.head;
    if (pushed === null) return null;
    return pushOptions(remote, `HEAD ${pushed} HEAD ${'0'.repeat(pushed.length)}`, signal);
  }
  return hookIndexFile(host) === null ? { target: 'files' } : stagedOptions(host);
}

async function pushOptions(
  remote: string,
  updates: string,
  signal: AbortSignal,
): Promise<ScanOptions | null> {
  const range = await pushRange(await repositoryHere(signal), remote, parsePushUpdates(updates), { signal });
  return range.from.length === 0 ? null : { target: 'range', range };
}

async function repositoryHere(signal: AbortSignal): Promise<Repository> {
  const repository = await discoverRepository('.', { signal });
  if (repository === null) throw new UserError('there is no git repository here');
  return repository;
}

async function readAll(host: Host, signal: AbortSignal): Promise<string> {
  if (host.stdin.isTTY === true) return '';
  const chunks: Buffer[] = [];
  for await (const chunk of addAbortSignal(signal, host.stdin)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

async function conclude(command: HookRun, report: Report, host: Host): Promise<number> {
  const { hook } = command;
  const { credentials, coverage } = report;
  if (credentials.length === 0 && coverage.complete) return EXIT_CODES.clean;
  await writeOutput(host.stderr, await inWords(report, host, command.color));
  if (!coverage.complete) await writeOutput(host.stderr, [notChecked(hook)]);
  if (credentials.length === 0) return EXIT_CODES.clean;
  const reason = host.env['KEYPETREL_ALLOW'] ?? '';
  await writeOutput(host.stderr, reason === '' ? blocked(hook, credentials.length) : allowed(hook, reason));
  return reason === '' ? EXIT_CODES.found : EXIT_CODES.clean;
}

async function inWords(report: Report, host: Host, color: boolean): Promise<Iterable<string>> {
  const render = await loadRenderer('text');
  return render(report, {
    color: hasColor(host.stderr, host.env, color),
    width: widthOf(host.stderr, host.env),
    quiet: false,
    exit: null,
  });
}

const WORDS = {
  'pre-commit': { what: 'commit', again: 'git add FILE && git commit', pass: 'git commit' },
  'pre-push': { what: 'push', again: 'git push', pass: 'git push' },
} as const satisfies Record<HookName, unknown>;

function blocked(hook: HookName, count: number): string[] {
  const { what, again, pass } = WORDS[hook];
  const those = count === 1 ? 'the credential above' : `the ${count} credentials above`;
  return [
    `\nkeypetrel: ${what} BLOCKED because of ${those}.\n`,
    `  Take the value out as told above, then: ${again}\n`,
    `  If it is no secret, allow it once and say why: KEYPETREL_ALLOW="reason" ${pass}\n`,
  ];
}

function allowed(hook: HookName, reason: string): string[] {
  return [`\nkeypetrel: ${WORDS[hook].what} allowed by KEYPETREL_ALLOW: ${escapeText(reason)}\n`];
}

function notChecked(hook: HookName): string {
  return `keypetrel: this ${WORDS[hook].what} was NOT fully checked for credentials; it is not blocked for that.\n`;
}
