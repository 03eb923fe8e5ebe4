import type { Report } from './credentials/report.js';
import type { ScanObserver } from './scan/observer.js';
import type { ScanOptions } from './scan-options.js';
/**
 * Scans files and repositories, and says what credentials are in them and how far each one got.
 * Reads only; starts no process but git; never uses the network.
 * @throws {UserError} for an option, a path, a rule, a rule set or a repository that the user has to mend.
 */
export declare function scan(options?: ScanOptions): Promise<Report>;
/** The same, watched from within: see `explain-fingerprint.ts`. */
export declare function observedScan(options: ScanOptions, observer: ScanObserver | null): Promise<Report>;
