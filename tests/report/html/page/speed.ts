import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { makeReport } from '../../make-report.ts';
import { manyCredentials } from '../many-credentials.ts';
import type { TestBrowser } from './browser.ts';

const KEY_STROKES = 6;
const STEPS = 20;

/** Milliseconds that the page's main thread was busy. */
type Busy = { readonly script: number; readonly all: number };

export function speedTests(open: TestBrowser['open']): void {
  // Time in scripts only, which the page has a say in. The bounds are ten times what two idle cores take: they
  // catch what grows with the number of credentials, such as a row for each, and not a machine that is busy.
  it('stays fluid with 5,000 credentials', async ({ annotate }) => {
    const page = await open(makeReport({ credentials: manyCredentials(5000) }));
    const meter = await createMeter(page);
    const load = await meter.during(() => page.reload());
    const typing = await meter.during(async () => {
      await page.getByRole('searchbox').pressSequentially('openai'.slice(0, KEY_STROKES));
    });
    const filtering = await meter.during(() => page.getByRole('checkbox').first().check());
    await page.getByRole('button', { name: 'Clear all' }).click();
    const scrolling = await meter.during(async () => {
      for (let step = 0; step < STEPS; step++) {
        await page.mouse.wheel(0, 12_000);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
    });
    const moving = await meter.during(async () => {
      for (let step = 0; step < STEPS; step++) await page.keyboard.press('j');
    });
    await annotate(JSON.stringify({ load, typing, filtering, scrolling, moving }));
    expect(load.script).toBeGreaterThan(0);
    expect(load.script).toBeLessThan(3000);
    expect(typing.script / KEY_STROKES).toBeLessThan(200);
    expect(filtering.script).toBeLessThan(300);
    expect(scrolling.script / STEPS).toBeLessThan(40);
    expect(moving.script / STEPS).toBeLessThan(60);
  });
}

async function createMeter(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const read = async (): Promise<Busy> => {
    const { metrics } = await session.send('Performance.getMetrics');
    const value = (name: string): number => 1000 * (metrics.find((each) => each.name === name)?.value ?? 0);
    return { script: value('ScriptDuration'), all: value('TaskDuration') };
  };
  const since = async (before: Busy): Promise<Busy> => {
    const { script, all } = await read();
    return { script: Math.round(script - before.script), all: Math.round(all - before.all) };
  };
  return {
    since,
    async during(what: () => Promise<unknown>): Promise<Busy> {
      const before = await read();
      await what();
      return since(before);
    },
  };
}
