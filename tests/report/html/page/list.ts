import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { makeCommitted, makeCredential, makeOpenAiCredential, makeReport } from '../../make-report.ts';
import { manyCredentials } from '../many-credentials.ts';
import type { TestBrowser } from './browser.ts';

const GONE = makeCredential({
  fingerprint: `kp1:${'abad1dea'.repeat(5)}`,
  redacted: 'cd34••••wx67',
  severity: 'medium',
  confidence: 'high',
  exposure: 'committed',
  occurrences: [
    makeCommitted({
      path: 'old/prod.env',
      inHead: false,
      date: '2024-12-01T00:00:00Z',
      author: 'Grace <g@x>',
    }),
  ],
});

const THREE = makeReport({ credentials: [makeCredential(), makeOpenAiCredential(), GONE] });

/** The redacted secrets of the rows in view, from top to bottom. */
const rows = (page: Page): Promise<string[]> => page.locator('.row .redacted').allTextContents();
const choice = (page: Page, facet: string, word: string) =>
  page
    .getByRole('group', { name: facet, exact: true })
    .getByRole('checkbox', { name: new RegExp(`^${word} \\d`) });
const count = (page: Page) => page.locator('#count').textContent();

export function listTests(open: TestBrowser['open']): void {
  it('shows every credential, worst first, with what tells it apart', async () => {
    const page = await open(THREE);
    expect(await rows(page)).toEqual(['ab12••••yz89', 'sk-proj-ab12••••yz89', 'cd34••••wx67']);
    const first = page.locator('.row').first();
    expect(await first.textContent()).toContain('critical');
    expect(await first.textContent()).toContain('config/prod.env:12:6');
    expect(await first.textContent()).toContain('proven');
    expect(await first.textContent()).toContain('pushed');
    expect(await first.textContent()).toContain('2025-03-14');
    expect(await page.title()).toBe('3 · keypetrel report');
  });

  it('filters by each facet', async () => {
    const page = await open(THREE);
    const cases: readonly [facet: string, word: string, expected: string[]][] = [
      ['Severity', 'critical', ['ab12••••yz89']],
      ['Severity', 'medium', ['cd34••••wx67']],
      ['Exposure', 'not committed', ['sk-proj-ab12••••yz89']],
      ['Still there', 'still in HEAD', ['ab12••••yz89']],
      ['Still there', 'not in HEAD', ['cd34••••wx67']],
      ['Still there', 'on disk or staged only', ['sk-proj-ab12••••yz89']],
      ['Confidence', 'medium', ['sk-proj-ab12••••yz89']],
      ['Service', 'OpenAI', ['sk-proj-ab12••••yz89']],
      ['Rule', 'azure-openai-key', ['ab12••••yz89', 'cd34••••wx67']],
    ];
    for (const [facet, word, expected] of cases) {
      await choice(page, facet, word).check();
      expect(await rows(page), word).toEqual(expected);
      expect(await count(page)).toBe(`${expected.length} of 3 credentials`);
      await choice(page, facet, word).uncheck();
      expect(await rows(page)).toHaveLength(3);
    }
  });

  it('counts the choices of a filter under the other filters, and lists what is on', async () => {
    const page = await open(THREE);
    const numberOf = (word: string) =>
      page
        .locator('label', { has: page.getByText(word, { exact: true }) })
        .locator('.number')
        .textContent();
    await choice(page, 'Exposure', 'pushed').check();
    expect(await count(page)).toBe('1 of 3 credentials');
    expect([await numberOf('committed'), await numberOf('OpenAI')]).toEqual(['1', '0']);
    await choice(page, 'Exposure', 'committed').check();
    expect(await rows(page)).toHaveLength(2);
    await page.getByRole('button', { name: 'Remove filter Exposure: pushed' }).click();
    expect(await rows(page)).toEqual(['cd34••••wx67']);
    await page.getByRole('button', { name: 'Clear all' }).click();
    expect(await rows(page)).toHaveLength(3);
  });

  it('searches everything that is known of a credential', async () => {
    const page = await open(THREE);
    const cases: readonly [query: string, expected: string[]][] = [
      ['old/prod', ['cd34••••wx67']],
      ['GRACE', ['cd34••••wx67']],
      ['ada@example.org contoso', ['ab12••••yz89']],
      ['abad1dea', ['cd34••••wx67']],
      ['app.py', ['sk-proj-ab12••••yz89']],
      ['checksum inside', ['ab12••••yz89', 'cd34••••wx67']],
      ['no such thing', []],
    ];
    for (const [query, expected] of cases) {
      await page.getByRole('searchbox').fill(query);
      expect(await rows(page), query).toEqual(expected);
      expect(await page.getByText('Nothing matches.').isVisible()).toBe(expected.length === 0);
    }
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    expect(await rows(page)).toHaveLength(3);
  });

  it('sorts', async () => {
    const page = await open(THREE);
    const cases: readonly [order: string, expected: string[]][] = [
      ['newest', ['ab12••••yz89', 'cd34••••wx67', 'sk-proj-ab12••••yz89']],
      ['oldest', ['cd34••••wx67', 'ab12••••yz89', 'sk-proj-ab12••••yz89']],
      ['path', ['ab12••••yz89', 'cd34••••wx67', 'sk-proj-ab12••••yz89']],
      ['exposure', ['ab12••••yz89', 'cd34••••wx67', 'sk-proj-ab12••••yz89']],
      ['worst', ['ab12••••yz89', 'sk-proj-ab12••••yz89', 'cd34••••wx67']],
    ];
    for (const [order, expected] of cases) {
      await page.getByRole('combobox').selectOption(order);
      expect(await rows(page), order).toEqual(expected);
    }
  });

  it('tells when credentials came in, and chooses a time', async () => {
    const page = await open(THREE);
    const column = page.getByRole('button', { name: 'December 2024: 1 came in, 0 still there' });
    const other = page.getByRole('button', { name: 'March 2025: 1 came in, 1 still there' });
    expect(await other.count()).toBe(1);
    await column.click();
    expect(await rows(page)).toEqual(['cd34••••wx67']);
    expect(await page.getByRole('button', { name: 'Remove filter Came in: December 2024' }).count()).toBe(1);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    expect(await rows(page)).toEqual(['sk-proj-ab12••••yz89']);
  });

  it('is used with the keyboard alone', async () => {
    const page = await open(THREE);
    const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);
    const heading = () => page.locator('#detail h2').textContent();
    await page.keyboard.press('/');
    expect(await focused()).toBe('query');
    await page.keyboard.type('key/jk');
    expect(await page.getByRole('searchbox').inputValue()).toBe('key/jk');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('list');
    await page.keyboard.press('j');
    expect(await heading()).toContain('ab12••••yz89');
    await page.keyboard.press('ArrowDown');
    expect(await heading()).toContain('sk-proj-ab12••••yz89');
    await page.keyboard.press('End');
    expect(await heading()).toContain('cd34••••wx67');
    await page.keyboard.press('k');
    expect(await heading()).toContain('sk-proj-ab12••••yz89');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('H2');
    await page.keyboard.press('j');
    expect(await heading()).toContain('cd34••••wx67');
    expect(await focused()).toBe('H2');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('list');
    expect(await page.locator('#detail').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#detail').isVisible()).toBe(false);
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
  });

  it('starts with a link past everything, and shows where the focus is', async () => {
    const page = await open(THREE);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the credentials' });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await skip.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
  });

  it('draws only the rows in view of thousands, at the right places', async () => {
    const page = await open(makeReport({ credentials: manyCredentials(5000) }));
    expect(await page.locator('.row').count()).toBeLessThan(60);
    await page.keyboard.press('j');
    await page.keyboard.press('End');
    const last = page.locator('.row.active');
    expect(await last.getAttribute('aria-posinset')).toBe('5000');
    expect(await last.getAttribute('aria-setsize')).toBe('5000');
    expect(await page.locator('#list').getAttribute('aria-activedescendant')).toBe(
      await last.getAttribute('id'),
    );
    const box = await last.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
    expect(await page.locator('.row').count()).toBeLessThan(60);
    const places = await page
      .locator('.row')
      .evaluateAll((all) => all.map((row) => Number(row.ariaPosInSet)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it.each([
    ['a clean scan', makeReport(), 'No credentials found'],
    ['an incomplete scan', makeReport({ coverage: { complete: false } }), 'but the scan is incomplete'],
    [
      'nothing to scan',
      makeReport({
        coverage: { files: { scanned: 0, bytes: 0 }, objects: { scanned: 0, bytes: 0, fromCache: 0 } },
      }),
      'Nothing to scan',
    ],
  ])('without credentials says what that means: %s', async (_, report, expected) => {
    const page = await open(report);
    expect(await page.locator('#verdict').textContent()).toContain(expected);
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    expect(await page.locator('#coverage').isVisible()).toBe(true);
  });

  it('says what was not scanned', async () => {
    const skipped = [{ reason: 'unreadable', count: 3, examples: ['data/a'] }] as const;
    const page = await open(
      makeReport({
        credentials: [makeCredential()],
        coverage: { complete: false, shallow: true, skipped },
        suppressed: { baseline: 2 },
      }),
    );
    const text = await page.locator('#coverage').textContent();
    expect(text).toContain('This scan is incomplete');
    expect(text).toContain('3 unreadable files or folders (data/a, …)');
    expect(text).toContain('The history is shallow');
    expect(text).toContain('2 credentials known in the baseline');
  });
}
