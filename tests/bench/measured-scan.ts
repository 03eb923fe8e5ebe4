import { spawn } from 'node:child_process';
import type { JsonReport } from '../../src/report/json-model.ts';
import { type Usage, watchUsage } from './process-watch.ts';

/** One run of the program, with all that can be told of it. */
export type MeasuredScan = {
  /** Exit code; null when a signal ended it, such as that of the time limit. */
  readonly code: number | null;
  readonly stderr: string;
  /** Null when it wrote none. */
  readonly report: JsonReport | null;
  readonly usage: Usage;
  /** Wall time in seconds, from spawn to exit. */
  readonly seconds: number;
};

export type ScanToMeasure = {
  /** The program's entry file. */
  readonly program: string;
  /** The folder that it runs in. */
  readonly cwd: string;
  readonly args: readonly string[];
  /** After so many seconds it is ended. Default: never. */
  readonly limitSeconds?: number;
};

const POLL_MILLISECONDS = 10;

/** Runs the program with its report as JSON, and measures its memory and time in the same run. */
export async function measureScan({
  program,
  cwd,
  args,
  limitSeconds,
}: ScanToMeasure): Promise<MeasuredScan> {
  const start = performance.now();
  const child = spawn(process.execPath, [program, ...args, '--format', 'json'], {
    cwd,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(limitSeconds !== undefined && { timeout: limitSeconds * 1000 }),
  });
  const stop = watchUsage(child, POLL_MILLISECONDS);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(stop);
  const seconds = (performance.now() - start) / 1000;
  return { code, stderr, report: stdout === '' ? null : JSON.parse(stdout), usage: stop(), seconds };
}
