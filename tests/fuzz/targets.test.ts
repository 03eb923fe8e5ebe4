/** Fuzzing is no part of CI; that its targets hold for what they start from, and for a little more, is. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FuzzTarget } from './target.ts';

const folder = join(import.meta.dirname, 'targets');
/** Of a target with thousands of seeds so many are enough here. */
const MOST_SEEDS = 100;

test.each(readdirSync(folder))('%s', async (name) => {
  const { fuzz, seeds }: FuzzTarget = await import(join(folder, name));
  const inputs = seeds();
  expect(inputs.length).toBeGreaterThan(0);
  const step = Math.ceil(inputs.length / MOST_SEEDS);
  for (const seed of inputs.filter((_, index) => index % step === 0)) await fuzz(seed);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => fuzz(Buffer.from(bytes))),
    { numRuns: 100 },
  );
});
