/** `npm run bundle`: writes `dist/` and the third-party notices anew. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDistribution, NOTICES_FILE } from './build-distribution.ts';

const root = process.cwd();
const folder = await mkdtemp(join(tmpdir(), 'keypetrel-bundle-'));
try {
  // Built elsewhere first, so that a build that fails leaves the last good one in place.
  await buildDistribution(root, folder);
  await rm(join(root, 'dist'), { recursive: true, force: true });
  await cp(join(folder, 'dist'), join(root, 'dist'), { recursive: true });
  await cp(join(folder, NOTICES_FILE), join(root, NOTICES_FILE));
} finally {
  await rm(folder, { recursive: true, force: true });
}
