import { CONFIDENCE_LEVELS } from './detect/finding.ts';
import { UserError } from './errors.ts';
import type { ScanOptions, ScanTarget } from './scan-options.ts';

const TARGETS: readonly ScanTarget[] = ['auto', 'files', 'staged', 'history', 'range', 'stdin'];

/**
 * Refuses options that types rule out, and that a program in JavaScript can give all the same: a confidence that does
 * not exist would report nothing.
 * @throws {UserError}
 */
export function checkOptions({ target, minConfidence, jobs, ...options }: ScanOptions): void {
  refuseUnless('target', target, TARGETS);
  refuseUnless('minConfidence', minConfidence, CONFIDENCE_LEVELS);
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs >= 1))
    throw new UserError(`jobs: ${shown(jobs)} is not a whole number from 1 on`);
  const { baseline, ignore }: { baseline?: unknown; ignore?: unknown } = options;
  if (baseline !== undefined && (typeof baseline !== 'string' || baseline === ''))
    throw new UserError(`baseline: ${shown(baseline)} is not the path of a file`);
  // What is not `true` or `false` would be taken for one of them.
  if (ignore !== undefined && typeof ignore !== 'boolean')
    throw new UserError(`ignore: ${shown(ignore)} is neither true nor false`);
  for (const name of ['paths', 'include', 'exclude', 'rules', 'disabledRules'] as const) {
    const values: unknown = options[name];
    if (values !== undefined && !(Array.isArray(values) && values.every((each) => typeof each === 'string')))
      throw new UserError(`${name}: ${shown(values)} is not a list of texts`);
  }
}

function refuseUnless(name: string, value: unknown, known: readonly string[]): void {
  if (value === undefined || known.some((each) => each === value)) return;
  throw new UserError(`${name}: ${shown(value)} is not one of ${known.join(', ')}`);
}

function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.slice(0, 100);
}
