import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createScreen } from '../../src/detect/screen.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { editedHistory, packedRepository } from '../support/edited-history.ts';
import { engine } from '../support/engine.ts';
import { findingsOf } from '../support/history-findings.ts';

describe('the two readers of history', () => {
  const screen = createScreen(builtinRules());

  test('find the same in every object, whatever a delta changes and wherever', async () => {
    let letThrough = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(editedHistory, async (history) => {
        const { folder } = packedRepository(history);
        const reference = await findingsOf(folder, engine, {});
        const fast = await findingsOf(folder, engine, { screen });
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
