/**
 * `npm run pictures`: makes the pictures of the README from a scan of the demo repository, with `dist/` as it is and in
 * the Chromium of the tests.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../support/chromium.ts';
import { makeDemoRepository } from '../support/demo-repository.ts';
import { readFixtureExpander } from '../support/fixture-expander.ts';
import { runKeypetrel } from './run-keypetrel.ts';
import { terminalPage } from './terminal-page.ts';

const FOLDER = '.github/pictures';
/** Room for lines of 100 columns. */
const TERMINAL = { width: 920, height: 600 };
const PAGE = { width: 1280, height: 860 };

const root = process.cwd();
const folder = await mkdtemp(join(tmpdir(), 'keypetrel-pictures-'));
const browser = await launchChromium();
try {
  await mkdir(FOLDER, { recursive: true });
  const repository = await makeDemoRepository(folder, await readFixtureExpander(root));
  const report = join(folder, 'report.html');
  const output = await runKeypetrel(root, repository, '-o', `html=${report}`);
  await photographTerminal(output);
  await photographReport(report, 'light');
  await photographReport(report, 'dark');
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

async function photographTerminal(output: string): Promise<void> {
  const page = await browser.newPage({ viewport: TERMINAL, deviceScaleFactor: 1.5 });
  await page.setContent(terminalPage(output));
  await page.screenshot({ path: join(FOLDER, 'terminal.png'), fullPage: true });
}

async function photographReport(file: string, colorScheme: 'light' | 'dark'): Promise<void> {
  const page = await browser.newPage({ viewport: PAGE, colorScheme });
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({ path: join(FOLDER, `report-${colorScheme}.png`) });
}
