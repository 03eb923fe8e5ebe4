import { expect, test } from 'vitest';
import { scan } from '../src/scan.ts';

test.each([
  [{ minConfidence: 'x' }, 'minConfidence: "x" is not one of low, medium, high, proven'],
  [{ target: 'everything' }, 'target: "everything" is not one of auto, files, staged, history, range, stdin'],
  [{ jobs: 1.5 }, 'jobs: 1.5 is not a whole number from 1 on'],
  [{ jobs: 0 }, 'jobs: 0 is not a whole number from 1 on'],
  [{ jobs: Number.NaN }, 'jobs: NaN is not a whole number from 1 on'],
  [{ paths: '.' }, 'paths: "." is not a list of texts'],
  [{ include: [1] }, 'include: [1] is not a list of texts'],
])('%j is refused', async (options, message) => {
  await expect(scan(options as never)).rejects.toMatchObject({ name: 'UserError', message });
});
