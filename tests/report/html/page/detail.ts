import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { SecretText } from '../../../../src/detect/finding.ts';
import {
  makeCommitted,
  makeCredential,
  makeOccurrence,
  makeOpenAiCredential,
  makeReport,
} from '../../make-report.ts';
import { manyCredentials } from '../many-credentials.ts';
import type { TestBrowser } from './browser.ts';

const FIRST = makeCredential();
const SECOND = makeOpenAiCredential();
const TWO = makeReport({ credentials: [FIRST, SECOND] });

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const detail = (page: Page) => page.locator('#detail');

export function detailTests(open: TestBrowser['open']): void {
  it('are reached by the fingerprint in the address, and put it there', async () => {
    const page = await open(TWO, { hash: `#${SECOND.fingerprint}` });
    expect(await detail(page).getByRole('heading', { level: 2 }).textContent()).toContain(
      'OpenAI project key',
    );
    expect(await page.locator('.row.active .redacted').textContent()).toBe(SECOND.redacted);
    await page.locator('.row').first().click();
    expect(new URL(page.url()).hash).toBe(`#${FIRST.fingerprint}`);
    await page.getByRole('button', { name: 'Close details' }).click();
    expect(new URL(page.url()).hash).toBe('');
    await page.locator('.row').first().click();
    await page.goBack();
    expect(await detail(page).isVisible()).toBe(false);
  });

  it('say so when the address names what is not there', async () => {
    const page = await open(TWO, { hash: '#kp1:feed' });
    expect(await page.getByRole('alert').textContent()).toContain('kp1:feed is not in this report.');
  });

  it('tell all that is known', async () => {
    const page = await open(makeReport({ credentials: [FIRST] }), { hash: `#${FIRST.fingerprint}` });
    const text = await detail(page).textContent();
    for (const expected of [
      'pushed: origin has it (main); still in HEAD',
      'with commit c0ffee11 by Ada Lovelace <ada@example.org> on 2025-03-14',
      'main, origin/main, tag v1',
      'contoso.openai.azure.com',
      'March 2025',
      'proven by its checksum',
      FIRST.fingerprint,
    ]) {
      expect(text).toContain(expected);
    }
    const code = detail(page).locator('.code');
    expect(await code.locator('pre').first().textContent()).toContain('KEY="ab12••••yz89" # prod');
    expect(await code.locator('mark').first().textContent()).toBe('ab12••••yz89');
    expect(await detail(page).locator('.evidence tbody').allTextContents()).toEqual([
      'For it+10the checksum inside the key is rightchecksum+4stands under the name "KEY"name',
      'Against it−2stands in a folder of testspath',
      'Noted0has a form that says nothingformat',
    ]);
    expect(await detail(page).locator('.advice li').allTextContents()).toEqual(FIRST.remediation.steps);
    expect(await detail(page).locator('.places tbody tr').count()).toBe(2);
  });

  it('copy commands and fingerprints', async () => {
    const page = await open(TWO, { hash: `#${FIRST.fingerprint}` });
    await page.getByRole('button', { name: 'Copy the command az keys list --name contoso' }).click();
    expect(await clipboard(page)).toBe('az keys list --name contoso');
    expect(await page.locator('#announcement').textContent()).toContain('Copied the command');
    await page.getByRole('button', { name: 'Copy all commands' }).click();
    expect(await clipboard(page)).toBe(FIRST.remediation.commands.join('\n'));
    await page.getByRole('button', { name: 'Copy the fingerprint' }).click();
    expect(await clipboard(page)).toBe(FIRST.fingerprint);
  });

  it('copy also where the page is not given the clipboard', async () => {
    const page = await open(TWO, { hash: `#${FIRST.fingerprint}` });
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await page.getByRole('button', { name: 'Copy the fingerprint' }).click();
    expect(await clipboard(page)).toBe(FIRST.fingerprint);
  });

  it('unfold what is long', async () => {
    const occurrences = Array.from({ length: 120 }, (_, line) =>
      makeOccurrence({ line: line + 1, frame: [{ number: line + 1, text: `line ${line}`, mark: null }] }),
    );
    const credential = makeCredential({ occurrences });
    const page = await open(makeReport({ credentials: [credential] }), {
      hash: `#${credential.fingerprint}`,
    });
    expect(await page.locator('.places tbody tr').count()).toBe(50);
    await page.getByRole('button', { name: 'Show 70 more' }).click();
    expect(await page.locator('.places tbody tr').count()).toBe(120);
    await page.getByRole('button', { name: 'Show 118 more' }).click();
    expect(await page.locator('.code figure').count()).toBe(120);
  });

  it('hold a secret only when it was asked for, and warn of it', async () => {
    const shown = makeCredential({ secret: 'made-up' as SecretText });
    const page = await open(makeReport({ credentials: [shown] }), { hash: `#${shown.fingerprint}` });
    expect(await page.locator('.secret').textContent()).toBe('made-up');
    expect(await page.locator('#footer').textContent()).toContain('holds secrets in full');
  });

  it('take the place of the list where there is room for one only', async () => {
    const page = await open(TWO, { viewport: { width: 390, height: 844 } });
    await page.locator('.row').nth(1).click();
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('are all printed, whole, in light colours, without what only a screen can use', async () => {
    const occurrences = Array.from({ length: 70 }, (_, line) => makeCommitted({ line: line + 1 }));
    const long = makeCredential({ fingerprint: 'kp1:1234', occurrences });
    const page = await open(makeReport({ credentials: [long, SECOND] }), {
      colorScheme: 'dark',
      hash: `#${SECOND.fingerprint}`,
    });
    await page.emulateMedia({ media: 'print' });
    const printed = page.locator('#printed');
    await printed.locator('article').nth(1).waitFor();
    expect(await printed.locator('article').first().locator('.places tbody tr').count()).toBe(70);
    for (const hidden of ['#list', '#detail', '#facets', '.toolbar', 'button']) {
      expect(await page.locator(`${hidden}:visible`).count(), hidden).toBe(0);
    }
    expect(await page.locator('#verdict').isVisible()).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    await page.emulateMedia({ media: 'screen' });
    await printed.locator('article').first().waitFor({ state: 'detached' });
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('are printed in short where they would be a book', async () => {
    const page = await open(makeReport({ credentials: manyCredentials(310) }));
    await page.emulateMedia({ media: 'print' });
    await page.getByText('10 more, in short').waitFor();
    expect(await page.locator('#printed article').count()).toBe(300);
    expect(await page.locator('#printed > table tbody tr').count()).toBe(10);
  });

  it('come in the theme that the reader chooses', async () => {
    const page = await open(TWO);
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.getByRole('button', { name: 'Theme: system' }).click();
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await background()).toBe(dark);
    await page.getByRole('button', { name: 'Theme: dark' }).click();
    expect(await background()).toBe(light);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background()).toBe(light);
    await page.getByRole('button', { name: 'Theme: light' }).click();
    expect(await background()).toBe(dark);
  });
}
