import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { renderJsonLines } from '../../../../src/report/jsonl.ts';
import {
  makeCommitted,
  makeCredential,
  makeOccurrence,
  makeOpenAiCredential,
  makeReport,
} from '../../make-report.ts';
import { jsonOf, type TestBrowser } from './browser.ts';

const HERE = makeReport({
  credentials: [
    makeCredential({ exposure: 'working-tree', confidence: 'high', occurrences: [makeOccurrence()] }),
  ],
});

const THERE = makeReport({
  credentials: [makeCredential({ occurrences: [makeCommitted(), makeOccurrence()] }), makeOpenAiCredential()],
  coverage: { complete: false, skipped: [{ reason: 'corrupt-object', count: 1, examples: [] }] },
});

type TestFile = { readonly name: string; readonly content: string };

/** Drops files on the page. */
async function drop(page: Page, ...files: readonly TestFile[]): Promise<void> {
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const { name, content } of dropped) dataTransfer.items.add(new File([content], name));
    document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}

export function mergeTests(open: TestBrowser['open']): void {
  it('unites what is dropped by fingerprint', async () => {
    const page = await open(HERE);
    await drop(page, { name: 'there.json', content: jsonOf(THERE) });
    await page.getByText('2 credentials', { exact: true }).waitFor();
    await page.locator('.row').first().click();
    const detail = page.locator('#detail');
    // As far out and as sure as the one that knows more.
    expect(await detail.locator('.marks').textContent()).toBe('criticalprovenpushed');
    expect(await detail.locator('.places tbody tr').count()).toBe(2);
    expect(await detail.locator('.places tbody td:last-child').allTextContents()).toEqual([
      'this report, there.json',
      'there.json',
    ]);
    // The code of the report that has it.
    expect(await detail.locator('mark').first().textContent()).toBe('ab12••••yz89');
    const coverage = page.locator('#coverage');
    expect(await coverage.textContent()).toContain('1 of 2 scans is incomplete');
    expect(await coverage.textContent()).toContain('1 corrupt object');
    expect(await page.locator('#announcement').textContent()).toBe('Opened there.json: 1 new credential');
  });

  it('closes them again', async () => {
    const page = await open(HERE);
    await drop(page, { name: 'there.json', content: jsonOf(THERE) });
    await page.getByText('2 credentials', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Close there.json' }).click();
    expect(await page.locator('#count').textContent()).toBe('1 credential');
  });

  it('opens what is chosen, several at once, also JSON Lines', async () => {
    const page = await open(makeReport());
    await page.locator('#files').setInputFiles([
      { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(jsonOf(HERE)) },
      { name: 'b.jsonl', mimeType: 'text/plain', buffer: Buffer.from([...renderJsonLines(THERE)].join('')) },
    ]);
    await page.getByText('2 credentials', { exact: true }).waitFor();
    expect(await page.getByRole('listbox').isVisible()).toBe(true);
    expect(await page.locator('#coverage > div > ul > li').count()).toBe(3);
  });

  it('says why a file was not opened, and opens the others', async () => {
    const page = await open(HERE);
    await drop(
      page,
      { name: 'notes.txt', content: 'hello' },
      { name: 'package.json', content: '{"name":"x"}' },
      { name: 'newer.json', content: jsonOf(HERE).replace('"schemaVersion": 1', '"schemaVersion": 2') },
      { name: 'broken.json', content: jsonOf(HERE).replace('"critical"', '"\u202eawful"') },
      { name: 'good.json', content: jsonOf(THERE) },
    );
    await page.getByText('2 credentials', { exact: true }).waitFor();
    expect(await page.getByRole('alert').locator('p').allTextContents()).toEqual([
      'notes.txt was not opened: it is not JSON.',
      'package.json was not opened: it is JSON, but no report of keypetrel.',
      'newer.json was not opened: its schema version is 2, and this page reads version 1 only.',
      'broken.json was not opened: it is a damaged report: report.credentials[0].severity is none of critical, high, medium, low.',
    ]);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.getByRole('alert').locator('p').count()).toBe(0);
  });

  it('keeps the filters and what is looked at', async () => {
    const page = await open(THERE);
    await page.getByRole('searchbox').fill('project');
    await page.locator('.row').first().click();
    await drop(page, { name: 'here.json', content: jsonOf(HERE) });
    await page.getByRole('button', { name: 'Close here.json' }).waitFor();
    expect(await page.locator('#count').textContent()).toBe('1 of 2 credentials');
    expect(await page.locator('#detail h2').textContent()).toContain('OpenAI project key');
  });
}
