import { checkOptions } from './check-options.ts';
import type { Report } from './credentials/report.ts';
import type { ScanObserver } from './scan/observer.ts';
import { findRoots } from './scan/roots.ts';
import type { ScanOptions } from './scan-options.ts';

/**
 * Scans files and repositories, and says what credentials are in them and how far each one got.
 * Reads only; starts no process but git; never uses the network.
 * @throws {UserError} for an option, a path, a rule, a rule set or a repository that the user has to mend.
 */
export function scan(options: ScanOptions = {}): Promise<Report> {
  return observedScan(options, null);
}

/** The same, watched from within: see `explain-fingerprint.ts`. */
export async function observedScan(options: ScanOptions, observer: ScanObserver | null): Promise<Report> {
  checkOptions(options);
  // git tells of the repositories while the rest of the program and its rules are loaded.
  const roots = findRoots(options.paths?.length ? options.paths : ['.'], options);
  // It is awaited, but not before what is wrong with the options has been said.
  roots.catch(() => {});
  const { scanRoots } = await import('./scan/scan-roots.ts');
  return scanRoots(roots, options, observer);
}
