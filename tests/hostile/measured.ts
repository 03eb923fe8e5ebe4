import { inject } from 'vitest';
import type { JsonReport } from '../../src/report/json-model.ts';
import { measureScan } from '../bench/measured-scan.ts';

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
  const { path, folder } = inject('program');
  const { code, stderr, report, usage, seconds } = await measureScan({ program: path, cwd: folder, args });
  if (report === null) throw new Error(`no report, exit code ${code}: ${stderr}`);
  return { code, stderr, report, peak: usage.peak, seconds };
}
