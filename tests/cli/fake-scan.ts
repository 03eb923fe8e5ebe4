import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../src/errors.ts';
import type { Scan } from '../../src/scan-options.ts';
import { makeCredential, makeReport } from '../report/make-report.ts';

/**
 * Stands in for the scan in programs that tests build, and does what `FAKE_SCAN` says, so that what the
 * command line makes of it can be told apart from what a scan finds.
 */
export const scan: Scan = async ({ signal, log, input }) => {
  const [what, number] = (process.env['FAKE_SCAN'] ?? 'clean').split(':');
  switch (what) {
    case 'found':
      return makeReport({ credentials: Array.from({ length: Number(number ?? 1) }, () => makeCredential()) });
    case 'incomplete':
      log?.warn('a file could not be read: \x1b[31mred');
      return makeReport({ coverage: { complete: false } });
    case 'forever':
      process.stderr.write('started\n');
      await sleep(60_000, null, { signal });
      return makeReport();
    case 'reading':
      process.stderr.write('started\n');
      for await (const _ of input ?? []) log?.debug('bytes');
      return makeReport();
    case 'deaf':
      process.stderr.write('started\n');
      await sleep(60_000);
      return makeReport();
    case 'user-error':
      throw new UserError('no such \x1b[31mthing');
    case 'bug':
      throw new TypeError('x is not a function');
    case 'late-bug':
      setTimeout(() => {
        throw new TypeError('nobody catches this');
      }, 1);
      await sleep(60_000);
      return makeReport();
    default:
      return makeReport();
  }
};
