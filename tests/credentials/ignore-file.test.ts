import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  IGNORE_FILE,
  ignoreRules,
  isInForce,
  parseIgnoreFile,
  readIgnoreFile,
} from '../../src/credentials/ignore-file.ts';
import { SuppressionError } from '../../src/errors.ts';
import { temporaryFolder } from '../support/git-repo.ts';

const print = `kp1:${'0a'.repeat(20)}`;

describe('an ignore file', () => {
  it('holds patterns, comments and fingerprints', () => {
    const text = `\uFEFF# made up\r\ndocs/\r\n\r\n${print} a sample\r\n  ${print} until 2027-12-31 rotated soon  \r\n!docs/real\r\n`;
    expect(parseIgnoreFile(text, 'f')).toEqual({
      path: 'f',
      patterns: ['docs/', '!docs/real'],
      fingerprints: [
        { fingerprint: print, reason: 'a sample', until: null, line: 4 },
        { fingerprint: print, reason: 'rotated soon', until: '2027-12-31', line: 5 },
      ],
    });
  });

  it.each([
    ['kp1:123 x', 'f:1: a fingerprint is "kp1:" and 40 hex characters, as reports show it'],
    [`a\n${print}`, 'f:2: say behind the fingerprint why it is ignored'],
    [`${print} until 2027-12-31`, 'f:1: say behind the fingerprint why it is ignored'],
    [`${print} until`, 'f:1: behind "until" stands a date such as 2026-12-31'],
    [`${print} until 2027-02-30 x`, 'f:1: behind "until" stands a date such as 2026-12-31'],
    [`${print} until tomorrow x`, 'f:1: behind "until" stands a date such as 2026-12-31'],
    ['*a*b*c*d', 'f:1: a pattern may have 3 stars, not 4'],
    ['a'.repeat(1001), 'f:1: the pattern is longer than 1000 characters'],
    ['a\n'.repeat(1001), 'f has more than 1000 patterns'],
  ])('with a mistake is refused: %j', (text, message) => {
    expect(() => parseIgnoreFile(text, 'f')).toThrow(new SuppressionError(message));
  });

  it.each<[string, boolean]>([
    ['docs/a.md', true],
    ['docs/real', false],
    ['x/docs/a.md', true],
    ['a.env', true],
    ['x/a.env', true],
    ['top.txt', true],
    ['x/top.txt', false],
    ['./docs/a', true],
    ['other', false],
  ])('says of the path %s: %s', async (path, isIgnored) => {
    const patterns = ['docs/*', '!docs/real', '*.env', '/top.txt', 'x/docs/'];
    const rules = await ignoreRules({ patterns, fingerprints: [] }, '2026-11-25');
    expect(rules.ofPath(path.replace(/^\.\//, '')) !== null).toBe(isIgnored);
  });

  it('says of fingerprints what stands in its lines, until the day that is named there', async () => {
    const entry = { fingerprint: print, reason: 'made up', until: '2026-11-25', line: 3 };
    const on = (day: string) => ignoreRules({ patterns: [], fingerprints: [entry] }, day);
    expect((await on('2026-11-25')).ofFingerprint(print)).toEqual({
      reason: 'ignored',
      detail: 'line 3 of .keypetrelignore says until 2026-11-25: made up',
    });
    expect((await on('2026-11-26')).ofFingerprint(print)).toBeNull();
    expect((await on('2026-11-24')).ofFingerprint(`kp1:${'0b'.repeat(20)}`)).toBeNull();
    expect(isInForce({ until: null }, '9999-12-31')).toBe(true);
  });

  it('is a file at the top of the folder, and no link and no folder', async () => {
    const folder = temporaryFolder();
    expect(await readIgnoreFile(folder)).toBeNull();
    const path = join(folder, IGNORE_FILE);
    writeFileSync(path, 'docs/\n');
    expect(await readIgnoreFile(folder)).toEqual({ path, patterns: ['docs/'], fingerprints: [] });
    const other = temporaryFolder();
    symlinkSync(path, join(other, IGNORE_FILE));
    expect(await readIgnoreFile(other)).toBeNull();
    const third = temporaryFolder();
    mkdirSync(join(third, IGNORE_FILE));
    expect(await readIgnoreFile(third)).toBeNull();
    writeFileSync(path, '#'.repeat(1024 * 1024 + 1));
    await expect(readIgnoreFile(folder)).rejects.toThrow('is too large for an ignore file');
  });

  it('cannot keep its reader busy', async () => {
    const patterns = Array.from({ length: 1000 }, (_, at) => `*a*a*${at}b`);
    const rules = await ignoreRules(parseIgnoreFile(patterns.join('\n'), 'f'), '2026-11-25');
    const start = performance.now();
    expect(rules.ofPath(`${'a'.repeat(255)}/`.repeat(16))).toBeNull();
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});
