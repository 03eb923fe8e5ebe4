import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Report } from '../../../../src/credentials/report.ts';
import { renderHtml } from '../../../../src/report/html.ts';
import { renderJson } from '../../../../src/report/json.ts';
import { launchChromium } from '../../../support/chromium.ts';

/** The whole file of a report. */
export function htmlOf(report: Report): string {
  return [...renderHtml(report)].join('');
}

export function jsonOf(report: Report): string {
  return [...renderJson(report)].join('');
}

/** One browser for all tests of the page, and the pages that are open in it. */
export type TestBrowser = {
  /** Opens a report from a file, as people do. */
  open(report: Report, options?: OpenOptions): Promise<Page>;
  /** Closes what is open, and gives what pages have done that they must never do. */
  endTest(): Promise<string[]>;
  close(): Promise<void>;
};

export type OpenOptions = BrowserContextOptions & {
  /** Behind the address of the file. */
  readonly hash?: string;
  /** Whether the test itself does what the page must never do. */
  readonly isProvoked?: boolean;
};

export async function startBrowser(): Promise<TestBrowser> {
  const browser = await launchChromium();
  const folder = mkdtempSync(join(tmpdir(), 'keypetrel-page-'));
  let violations: string[] = [];
  let files = 0;
  return {
    async endTest() {
      await Promise.all(browser.contexts().map((context) => context.close()));
      const seen = violations;
      violations = [];
      return seen;
    },
    async open(report, { hash = '', isProvoked = false, ...options } = {}) {
      files += 1;
      const file = join(folder, `report-${files}.html`);
      writeFileSync(file, htmlOf(report));
      const address = pathToFileURL(file).href;
      const page = await newPage(browser, options);
      if (!isProvoked) watch(page, address, (violation) => violations.push(violation));
      await page.goto(address + hash);
      return page;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** Records every request but for the page itself, every error, and all that the browser complains about. */
function watch(page: Page, address: string, onViolation: (violation: string) => void): void {
  page.on('request', (request) => {
    const url = request.url();
    if (url !== address && !url.startsWith('data:')) onViolation(`asked for ${url}`);
  });
  page.on('console', (message) => onViolation(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => onViolation(`threw ${error.message}`));
  page.on('dialog', (dialog) => {
    onViolation(`opened a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => onViolation(`opened ${popup.url()}`));
  page.on('download', (download) => onViolation(`downloads ${download.url()}`));
}
