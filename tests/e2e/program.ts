import { inject } from 'vitest';
import type { JsonReport } from '../../src/report/json-model.ts';
import { type ProgramResult, type RunOptions, runProgram } from '../cli/support.ts';

/** Runs the real program in a process of its own, and waits for its end. */
export function keypetrel(args: readonly string[], options: RunOptions = {}): Promise<ProgramResult> {
  return runProgram({ ...inject('program'), remove: async () => {} }, args, options);
}

/** The same with its report as JSON, which it has to print. */
export async function scanToJson(
  args: readonly string[],
  options: RunOptions = {},
): Promise<ProgramResult & { readonly report: JsonReport }> {
  const result = await keypetrel([...args, '--format', 'json'], options);
  if (result.stdout === '') throw new Error(`no report, exit code ${result.code}: ${result.stderr}`);
  return { ...result, report: JSON.parse(result.stdout) };
}

/** What was skipped, as `reason: example`. */
export function skippedIn({ coverage }: JsonReport): string[] {
  return coverage.skipped.flatMap(({ reason, examples }) => examples.map((each) => `${reason}: ${each}`));
}
