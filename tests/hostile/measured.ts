import { spawn } from 'node:child_process';
import { inject } from 'vitest';
import type { JsonReport } from '../../src/report/json-model.ts';
import { treePeakResidentBytes } from '../bench/resident-memory.ts';

/** The most memory that a scan may take, its gits included, whatever it scans: in bytes. */
export const MOST_MEMORY = 300e6;

export type Measured = {
  readonly code: number | null;
  readonly stderr: string;
  readonly report: JsonReport;
  /** The most memory that it and its children had resident, in bytes; null where there is no `/proc`. */
  readonly peak: number | null;
  /** Wall time in seconds. */
  readonly seconds: number;
};

/** Runs the real program with its report as JSON, and measures its memory and time. */
export async function measuredScan(args: readonly string[]): Promise<Measured> {
  const start = performance.now();
  const child = spawn(process.execPath, [inject('program').path, ...args, '--format', 'json'], {
    cwd: inject('program').folder,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let peak: number | null = null;
  const timer = setInterval(() => {
    const bytes = child.pid === undefined ? null : treePeakResidentBytes(child.pid);
    if (bytes !== null) peak = Math.max(peak ?? 0, bytes);
  }, 10);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (stdout === '') throw new Error(`no report, exit code ${code}: ${stderr}`);
  return { code, stderr, report: JSON.parse(stdout), peak, seconds: (performance.now() - start) / 1000 };
}
