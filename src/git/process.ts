import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { PassThrough, Readable, type Writable } from 'node:stream';
import { isExhaustion, UserError } from '../errors.ts';
import { gitEnvironment, NEUTRAL_OPTIONS } from './environment.ts';
import { gitExecutable } from './executable.ts';
import { escapeControls, GitError } from './git-error.ts';
import { guardMemory } from './memory-guard.ts';
import { guardAgainstPipes } from './pipe-guard.ts';

/** Where a git command runs. A `Repository` is one. */
export type GitPlace = {
  /** Absolute folder in which git is started; it finds the repository from there, and checks who owns it. */
  readonly cwd: string;
  /** An index in place of the repository's own, or null. */
  readonly indexFile: string | null;
};

export type GitOptions = {
  /** Ends git when it aborts. */
  readonly signal?: AbortSignal | undefined;
  /** Ends git when it takes more memory than this, in bytes. Default: what no git needs: see `guardMemory`. */
  readonly mostMemory?: number | undefined;
};

export type RunOptions = GitOptions & {
  /** Bytes for stdin. */
  readonly input?: Uint8Array | string;
  /** Most bytes that stdout may have; more is a `GitError`. Default: 256 MiB. */
  readonly maxBytes?: number;
  /** Exit statuses that are an answer, not an error. Default: 0 only. */
  readonly okCodes?: readonly number[];
};

/** How git ended. */
export type GitExit = {
  readonly code: number | null;
  readonly stderr: string;
  /** Whether it was ended by us, for what `stderr` says: it could be again, at the same object. */
  readonly wasEnded: boolean;
};

/** A running git. Read stdout to its end, now or later, then await `exit`, which tells of an abort too. */
export type GitProcess = {
  readonly args: readonly string[];
  readonly stdin: Writable;
  readonly stdout: AsyncIterable<Buffer>;
  /** Resolves when git has ended and its streams are closed, whatever its status. */
  readonly exit: Promise<GitExit>;
  kill(): void;
};

const STDERR_LIMIT = 64 * 1024;
const STDOUT_LIMIT = 256 * 1024 * 1024;

/**
 * Runs git to its end.
 * @returns what it wrote to stdout.
 * @throws UserError when git is not installed or refuses the repository's owner; GitError when it fails.
 */
export async function runGit(
  place: GitPlace,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Buffer> {
  const { maxBytes = STDOUT_LIMIT, okCodes = [0] } = options;
  const git = startGit(place, args, options);
  git.stdin.end(options.input);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of git.stdout) {
    length += chunk.length;
    if (length > maxBytes) git.kill();
    else chunks.push(chunk);
  }
  const exit = await git.exit;
  if (length > maxBytes) throw new GitError(args, exit.code, `more than ${maxBytes} bytes of output`);
  if (exit.code === null || !okCodes.includes(exit.code)) throw gitFailure(place, args, exit);
  return Buffer.concat(chunks, length);
}

/** Starts git with open streams. Every argument is ours: user text only goes behind `--end-of-options` or `--`. */
export function startGit(place: GitPlace, args: readonly string[], options: GitOptions = {}): GitProcess {
  options.signal?.throwIfAborted();
  const child = spawn(gitExecutable(), [...NEUTRAL_OPTIONS, ...args], {
    cwd: place.cwd,
    env: gitEnvironment(place.indexFile),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  // Out of file handles or processes, Node does not even make the streams.
  if ((child.stdout as Readable | undefined) === undefined)
    return notStarted(child, place, args, options.signal);
  // A git that ends early closes its end of the pipe: its status says why, not EPIPE.
  child.stdin.on('error', () => {});
  child.stdout.on('error', () => {});
  // When a child exits, Node throws away what nobody has begun to read (`flushStdio`); this is a beginning.
  child.stdout.on('readable', () => {});
  const reasonForEnd = guard(child, options.mostMemory);
  const exit = awaitExit(child, place, args, options.signal, reasonForEnd);
  // Whoever reads stdout may fail before awaiting `exit`: that must not become an unhandled rejection.
  exit.catch(() => {});
  return { args, stdin: child.stdin, stdout: readAll(child.stdout), exit, kill: () => void child.kill() };
}

/** Writes to stdin, and waits while git is slower than we are; false once git no longer reads. */
export async function writeTo(git: GitProcess, bytes: Uint8Array): Promise<boolean> {
  if (git.stdin.destroyed) return false;
  if (git.stdin.write(bytes)) return true;
  const ended = new AbortController();
  const { signal } = ended;
  try {
    await Promise.race([
      once(git.stdin, 'drain', { signal }),
      once(git.stdin, 'close', { signal }),
      git.exit,
    ]);
  } catch (error) {
    // `once` fails with what went wrong at the pipe: that git has ended, and its status says why.
    if (error !== git.stdin.errored) throw error;
  } finally {
    ended.abort();
  }
  return !git.stdin.destroyed;
}

/** Throws unless git ended well. */
export function expectSuccess(place: GitPlace, args: readonly string[], exit: GitExit): void {
  if (exit.code !== 0) throw gitFailure(place, args, exit);
}

/** The error for a git that failed: what the user can mend as a `UserError`, all else as a `GitError`. */
export function gitFailure(place: GitPlace, args: readonly string[], exit: GitExit): UserError | GitError {
  if (exit.stderr.includes('detected dubious ownership')) {
    const folder = escapeControls(place.cwd);
    return new UserError(
      `git does not trust ${folder}, because another user owns it. To scan it: git config --global --add safe.directory "${folder}"`,
    );
  }
  const format =
    /^fatal: (?:unknown repository extensions? found:\s*(\S+)|Expected git repo version .*)/m.exec(
      exit.stderr,
    );
  if (format !== null) {
    const feature = format[1] === undefined ? '' : ` (it has "${escapeControls(format[1])}")`;
    return new UserError(
      `this git is too old for the format of the repository at ${escapeControls(place.cwd)}${feature}: install a newer git`,
    );
  }
  return new GitError(args, exit.code, exit.stderr);
}

/** The chunks of a stream; that it broke off is `exit`'s to tell. */
async function* readAll(stream: Readable): AsyncIterable<Buffer> {
  try {
    for await (const chunk of stream) yield chunk;
  } catch {
    // git was killed or could not be started: `exit` says why.
  }
}

/** Watches a git for what would never end. @returns why it was ended, or null. */
function guard(child: ChildProcess, mostMemory: number | undefined): () => string | null {
  const tookTooMuch = guardMemory(child, mostMemory);
  const waitedForPipe = guardAgainstPipes(child);
  return () => {
    if (tookTooMuch()) return 'it took too much memory';
    return waitedForPipe() ? 'a pipe stands in the place of a file' : null;
  };
}

function notStarted(
  child: ChildProcess,
  place: GitPlace,
  args: readonly string[],
  signal: AbortSignal | undefined,
): GitProcess {
  const { promise: exit, reject } = deferred<GitExit>();
  child.on('error', (error: NodeJS.ErrnoException) => reject(startFailure(error, place, args, signal)));
  exit.catch(() => {});
  return {
    args,
    stdin: new PassThrough().resume(),
    stdout: readAll(Readable.from([])),
    exit,
    kill: () => {},
  };
}

async function awaitExit(
  child: ChildProcessByStdio<Writable, Readable, Readable>,
  place: GitPlace,
  args: readonly string[],
  signal: AbortSignal | undefined,
  reasonForEnd: () => string | null,
): Promise<GitExit> {
  const stderr: Buffer[] = [];
  let kept = 0;
  child.stderr.on('data', (chunk: Buffer) => {
    if (kept < STDERR_LIMIT) stderr.push(chunk);
    kept += chunk.length;
  });
  const { promise, resolve, reject } = deferred<GitExit>();
  child.on('error', (error: NodeJS.ErrnoException) => reject(startFailure(error, place, args, signal)));
  child.on('close', (code) => {
    const reason = reasonForEnd();
    const text = Buffer.concat(stderr).toString('utf8').slice(0, STDERR_LIMIT);
    resolve({ code, stderr: reason === null ? text : `fatal: ${reason}`, wasEnded: reason !== null });
  });
  return promise;
}

/** A git that is not there is for the user to mend; what the machine refuses at this moment is a gap. */
function startFailure(
  error: NodeJS.ErrnoException,
  place: GitPlace,
  args: readonly string[],
  signal: AbortSignal | undefined,
): unknown {
  if (signal?.aborted) return signal.reason;
  if (isExhaustion(error)) return new GitError(args, null, `fatal: it cannot be started (${error.code})`);
  if (error.code !== 'ENOENT') return error;
  // Node says the same of the folder to start it in.
  if (!existsSync(place.cwd)) return new GitError(args, null, `fatal: ${place.cwd} is not there any more`);
  return new UserError('git was not found: install it, or put it on PATH (https://git-scm.com/downloads)');
}

function deferred<Value>(): {
  promise: Promise<Value>;
  resolve: (value: Value) => void;
  reject: (reason: unknown) => void;
} {
  let resolve: (value: Value) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<Value>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
