import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where browsers that can run the tests are installed. */
const BROWSERS: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The background services that are turned off only want a network, which the tests do without. */
const ARGUMENTS: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @throws when there is no browser, with how to get one. */
function executablePath(): string {
  const told = process.env['KEYPETREL_TEST_BROWSER'];
  const found = told ?? BROWSERS.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    'The HTML report is tested in Chromium, and none is installed here. Install it (Debian: apt-get install chromium), or name the program of a Chromium or Chrome in KEYPETREL_TEST_BROWSER.',
  );
}

/** @throws when there is no browser, with how to get one. */
export function launchChromium(): Promise<Browser> {
  // Chromium has no sandbox for root, which containers run tests as, nor on some machines of CI services.
  const hasSandbox = process.getuid?.() !== 0 && process.env['CI'] === undefined;
  return chromium.launch({
    executablePath: executablePath(),
    args: hasSandbox ? [...ARGUMENTS] : [...ARGUMENTS, '--no-sandbox'],
  });
}
