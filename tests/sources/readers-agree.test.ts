import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detect } from '../../src/detect/detect.ts';
import { createScreen } from '../../src/detect/screen.ts';
import { discoverRepository } from '../../src/git/repository.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { Coverage } from '../../src/sources/coverage.ts';
import { type HistoryOptions, historySource } from '../../src/sources/history.ts';
import { editedHistory, packedRepository } from '../support/edited-history.ts';
import { engine } from '../support/engine.ts';

/** What is found in each object, and how many objects the source let through. */
async function findingsOf(
  folder: string,
  options: Partial<HistoryOptions>,
): Promise<{ found: Map<string, string[]>; emitted: number; scanned: number }> {
  const repository = await discoverRepository(folder);
  if (repository === null) throw new Error('no repository');
  const found = new Map<string, string[]>();
  const coverage = new Coverage();
  let emitted = 0;
  await historySource({ repository, ...options })(({ origin, bytes }) => {
    if (origin.kind !== 'object') return;
    emitted += 1;
    const findings = detect(engine, bytes, origin.path ?? '').map(
      ({ rule, start, end, confidence }) => `${rule} ${start}-${end} ${confidence}`,
    );
    if (findings.length > 0) found.set(origin.oid, findings);
  }, coverage);
  return { found, emitted, scanned: coverage.objects.scanned };
}

describe('the two readers of history', () => {
  const screen = createScreen(builtinRules());

  test('find the same in every object, whatever a delta changes and wherever', async () => {
    let letThrough = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(editedHistory, async (history) => {
        const { folder } = packedRepository(history);
        const reference = await findingsOf(folder, {});
        const fast = await findingsOf(folder, { screen });
        expect(fast.found).toEqual(reference.found);
        expect(fast.scanned).toBe(reference.scanned);
        letThrough += fast.emitted;
        all += reference.emitted;
      }),
      { numRuns: 25 },
    );
    // Otherwise it would be the reference twice.
    expect(letThrough).toBeLessThan(all);
  });
});
