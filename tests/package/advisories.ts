/**
 * `npm run advisories`: fails for a known vulnerability in a package of the lockfile, all of which are bundled, build or test.
 * A registry that does not tell of any, as a mirror may not, or is out of reach, is said and passed over; not with `--strict`, which the workflow gives.
 */
import { spawnSync } from 'node:child_process';
import { adviceOf } from './advisories-output.ts';

const { stdout, error } = spawnSync(
  'npm',
  ['audit', '--package-lock-only', '--json', '--audit-level=moderate'],
  {
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 64 * 1024 * 1024,
  },
);
if (error !== undefined) throw error;
const { isTold, vulnerable } = adviceOf(stdout);
const isStrict = process.argv.includes('--strict');
for (const line of vulnerable) process.stderr.write(`${line}\n`);
if (!isTold) process.stderr.write('not checked: this registry does not tell of advisories\n');
else if (vulnerable.length === 0)
  process.stdout.write('no package of the lockfile has a known vulnerability\n');
if (vulnerable.length > 0 || (isStrict && !isTold)) process.exitCode = 1;
