/** `npm run bundle:check`: fails, with the list of files, when `dist/` or the notices are not what the sources give. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDistribution, NOTICES_FILE } from './build-distribution.ts';
import { compareTrees } from './compare-trees.ts';

const root = process.cwd();
const folder = await mkdtemp(join(tmpdir(), 'keypetrel-check-'));
try {
  const fresh = join(folder, 'fresh');
  const committed = join(folder, 'committed');
  await buildDistribution(root, fresh);
  for (const path of ['dist', NOTICES_FILE])
    await cp(join(root, path), join(committed, path), { recursive: true });
  const differences = await compareTrees(fresh, committed);
  for (const { path, state } of differences) process.stderr.write(`${state}: ${path}\n`);
  if (differences.length > 0) {
    process.stderr.write('dist/ is stale: run `npm run bundle` and commit what it changes.\n');
    process.exitCode = 1;
  } else {
    process.stdout.write('dist/ and the third-party notices are up to date.\n');
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
