import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { makeCredential, makeReport } from '../../make-report.ts';
import { manyCredentials } from '../many-credentials.ts';
import { jsonOf, type TestBrowser } from './browser.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type AxeResult = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] };

/** What axe (https://github.com/dequelabs/axe-core) finds wrong with the page as it is. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const result = (await page.evaluate('axe.run()')) as AxeResult;
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

const skipped = [{ reason: 'unreadable', count: 3, examples: ['data/a'] }] as const;
const FULL = makeReport({
  credentials: manyCredentials(40),
  coverage: { complete: false, shallow: true, skipped },
  suppressed: { baseline: 2 },
});

export function accessibilityTests(open: TestBrowser['open']): void {
  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
    ['dark', 390],
  ] as const)('has no violation that axe knows: %s, %i pixels wide', async (colorScheme, width) => {
    const page = await open(FULL, { colorScheme, viewport: { width, height: 900 } });
    expect(await violations(page), 'the list').toEqual([]);
    await page.locator('#facet-box').evaluate((box: HTMLDetailsElement) => {
      box.open = true;
    });
    await page.getByRole('checkbox').first().check();
    await page.getByRole('searchbox').fill('no such thing');
    expect(await violations(page), 'no match').toEqual([]);
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await page.locator('#files').setInputFiles([
      { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(jsonOf(FULL)) },
      { name: 'b.json', mimeType: 'application/json', buffer: Buffer.from('no') },
    ]);
    await page.getByRole('alert').locator('p').waitFor();
    await page.locator('.row').first().click();
    expect(await violations(page), 'the details').toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'has none without credentials, nor in its help: %s',
    async (colorScheme) => {
      const page = await open(makeReport(), { colorScheme });
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Keyboard help' }).click();
      expect(await violations(page)).toEqual([]);
    },
  );

  it('has none on paper', async () => {
    const page = await open(makeReport({ credentials: manyCredentials(8) }), { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await violations(page)).toEqual([]);
  });

  it('has landmarks, a heading for each part, and says how many are shown', async () => {
    const page = await open(makeReport({ credentials: [makeCredential()] }));
    for (const role of ['banner', 'main', 'search', 'contentinfo'] as const) {
      expect(await page.getByRole(role).count(), role).toBe(1);
    }
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('keypetrel report');
    expect(await page.getByRole('status').first().textContent()).toBe('1 credential');
    const option = page.getByRole('option', { name: /critical.+Azure OpenAI key.+pushed/ });
    expect(await option.getAttribute('aria-setsize')).toBe('1');
  });
}
