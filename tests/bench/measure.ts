import { type ChildProcess, spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { watchUsage } from './process-watch.ts';

/** A command to measure. Its stdout goes nowhere; its stdin is a file, or empty. */
export type Command = {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly stdin?: string;
  /** Exit codes that mean it did its work; default: only 0. */
  readonly exitCodes?: readonly number[];
};

/** Runs a command and returns its wall time in milliseconds, from spawn to exit. */
export async function wallTime(command: Command): Promise<number> {
  const start = process.hrtime.bigint();
  await run(command);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const POLL_MILLISECONDS = 5;

/**
 * Runs a command and returns the largest resident memory of it and its child processes together in
 * bytes, or null where there is no `/proc`. A run of its own: polling would disturb the time.
 */
export async function peakMemory(command: Command): Promise<number | null> {
  let stop = (): number | null => null;
  await run(command, (child) => {
    const watch = watchUsage(child, POLL_MILLISECONDS);
    stop = () => watch().peak;
  }).finally(() => stop());
  return stop();
}

async function run(command: Command, onSpawn: (child: ChildProcess) => void = () => {}): Promise<void> {
  const stdin = command.stdin === undefined ? null : await open(command.stdin);
  try {
    const child = spawn(command.file, [...command.args], {
      cwd: command.cwd,
      stdio: [stdin?.fd ?? 'ignore', 'ignore', 'pipe'],
    });
    onSpawn(child);
    await succeeded(child, command);
  } finally {
    await stdin?.close();
  }
}

function succeeded(child: ChildProcess, { file, args, exitCodes = [0] }: Command): Promise<void> {
  return new Promise((resolve, reject) => {
    let errors = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code !== null && exitCodes.includes(code)) resolve();
      else reject(new Error(`${[file, ...args].join(' ')} ended with ${code ?? signal}:\n${errors}`));
    });
  });
}
