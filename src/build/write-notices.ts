/** `npm run notices`: writes the third-party notices alone, for when only a package's version changed. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDistribution, NOTICES_FILE } from './build-distribution.ts';

const folder = await mkdtemp(join(tmpdir(), 'keypetrel-notices-'));
try {
  await buildDistribution(process.cwd(), folder);
  await cp(join(folder, NOTICES_FILE), join(process.cwd(), NOTICES_FILE));
} finally {
  await rm(folder, { recursive: true, force: true });
}
