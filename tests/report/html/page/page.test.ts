import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { accessibilityTests } from './accessibility.ts';
import { startBrowser, type TestBrowser } from './browser.ts';
import { detailTests } from './detail.ts';
import { listTests } from './list.ts';
import { mergeTests } from './merging.ts';
import { safetyTests } from './safety.ts';
import { speedTests } from './speed.ts';

/** One browser for all of them: starting one takes longer than most tests. */
describe('the page of the HTML report', () => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await startBrowser();
  });

  afterEach(async () => {
    expect(await browser.endTest(), 'what the page must never do').toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
  });

  const open: TestBrowser['open'] = (...args) => browser.open(...args);
  describe('the list', () => listTests(open));
  describe('the details', () => detailTests(open));
  describe('opening more reports', () => mergeTests(open));
  describe('safety', () => safetyTests(open));
  describe('accessibility', () => accessibilityTests(open));
  describe('speed', () => speedTests(open));
});
