import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { bundleTargets } from '../../src/build/rolldown-options.ts';

const root = resolve(import.meta.dirname, '../..');

/** A program that was built for a test. */
export type BuiltProgram = {
  /** Its entry file. */
  readonly path: string;
  /** An empty folder to run it in. */
  readonly folder: string;
  remove(): Promise<void>;
};

/**
 * Builds the program as it is published.
 * @param scan `fake`: with `fake-scan.ts` in the place of the scan.
 */
export async function buildProgram(scan: 'fake' | 'real' = 'fake'): Promise<BuiltProgram> {
  const parent = await mkdtemp(join(tmpdir(), 'keypetrel-cli-'));
  const folder = join(parent, 'work');
  await mkdir(folder);
  const [target] = bundleTargets(root, '1.2.3');
  if (target === undefined) throw new Error('there is nothing to bundle');
  const plugins =
    scan === 'real'
      ? target.input.plugins
      : [target.input.plugins, { name: 'fake-scan', resolveId: fakeScan }];
  const bundle = await rolldown({ ...target.input, plugins });
  await bundle.write({ ...target.output, dir: join(parent, 'dist') });
  await bundle.close();
  return {
    path: join(parent, 'dist/cli.cjs'),
    folder,
    remove: () => rm(parent, { recursive: true, force: true }),
  };
}

function fakeScan(id: string, importer: string | undefined): string | null {
  const isScan = id === '../scan.ts' && importer?.endsWith('src/cli/services.ts') === true;
  return isScan ? join(root, 'tests/cli/fake-scan.ts') : null;
}

export type ProgramResult = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type RunOptions = {
  readonly env?: Readonly<Record<string, string>>;
  /** Sent as soon as the program has written to standard error, or as `isReady` says. */
  readonly signals?: readonly NodeJS.Signals[];
  readonly isReady?: () => boolean;
  /** A shell command to run in place of the program; `$KEYPETREL` is the program. */
  readonly shell?: string;
  /** Where it runs, in place of its own folder. */
  readonly cwd?: string;
  /** All that it gets on standard input, which is then closed. Without, it stays open and silent. */
  readonly input?: string;
  /** Runs it as another user. */
  readonly uid?: number;
};

/** Runs a program with a clean environment, and waits for its end. */
export function runProgram(
  { path, folder }: BuiltProgram,
  args: readonly string[],
  { env = {}, signals = [], isReady, shell, cwd = folder, input, uid }: RunOptions = {},
): Promise<ProgramResult> {
  const [file, ...fileArgs] =
    shell === undefined ? [process.execPath, path, ...args] : ['/bin/sh', '-c', shell];
  const child = spawn(file ?? '', fileArgs, {
    cwd,
    ...(uid !== undefined && { uid }),
    env: { PATH: process.env['PATH'], KEYPETREL: `${process.execPath} ${path}`, ...env },
    // Left open and silent: what reads it waits.
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // It may have ended before it reads.
  child.stdin.on('error', () => {});
  if (input !== undefined) child.stdin.end(input);
  let stdout = '';
  let stderr = '';
  const left = [...signals];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    if (isReady === undefined) sendNext();
  });
  const waiting = setInterval(() => {
    if (isReady?.() !== true) return;
    clearInterval(waiting);
    sendNext();
  }, 20);
  const sendNext = (): void => {
    const signal = left.shift();
    if (signal === undefined) return;
    child.kill(signal);
    // The second is another signal and not the same one twice, which the system may merge.
    setTimeout(sendNext, 200);
  };
  return new Promise((resolvePromise, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(waiting);
      resolvePromise({ code, signal, stdout, stderr });
    });
  });
}
