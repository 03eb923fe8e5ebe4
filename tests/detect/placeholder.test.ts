import { describe, expect, test } from 'vitest';
import { placeholderReason } from '../../src/detect/placeholder.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { makeSample } from '../../src/rules/placeholders.ts';
import { samples } from '../support/keys.ts';

/** The random parts of a template: `{alnum:52}…` without what every key has alike. */
const randomPart = (template: string): string =>
  (template.match(/\{(?:alnum|word|hex):(?:[2-9]\d)\}/g) ?? [])[0] ?? '';
const DRAWS = 20_000;

describe('placeholderReason', () => {
  const parts = Object.values(samples).map(({ template }) => randomPart(template));
  const alphabets = [...new Set(parts)].filter((part) => part !== '');

  test.each(alphabets)(`random %s pass, ${DRAWS} draws`, (template) => {
    const minimumDistinct = template.startsWith('{hex') ? 8 : Math.min(16, distinctFloor(template));
    const refused = new Map<string, number>();
    for (let draw = 0; draw < DRAWS; draw++) {
      const value = makeSample({ template, checksum: null }, `draw ${draw}`);
      const reason = placeholderReason(value, minimumDistinct);
      if (reason !== null)
        refused.set(`${reason}: ${value.length}`, (refused.get(`${reason}: ${value.length}`) ?? 0) + 1);
    }
    // Each test may fail by accident once in 100,000.
    const total = [...refused.values()].reduce((sum, count) => sum + count, 0);
    expect(total, JSON.stringify([...refused])).toBeLessThanOrEqual(2);
  });

  test('every sample of the shipped rules passes where its pattern wants randomness', () => {
    for (const rule of builtinRules()) {
      for (const [name, sample] of Object.entries(rule.samples)) {
        for (let draw = 0; draw < 50; draw++) {
          const made = makeSample(sample, `sample ${draw}`);
          const pattern = rule.patterns.find(({ regex }) => new RegExp(regex).exec(made)?.[0] === made);
          const [start, end] = pattern?.random ?? [0, 52];
          const value = made.slice(start, end ?? undefined);
          expect(placeholderReason(value, pattern?.minimumDistinct ?? 8), `${name} ${draw}`).toBeNull();
        }
      }
    }
  });

  test.each([
    '0'.repeat(32),
    'a'.repeat(32),
    'X'.repeat(48),
    'x'.repeat(84),
    '*'.repeat(32),
    '0123456789abcdef'.repeat(2),
    '1234567890abcdef'.repeat(2),
    'abcdef0123456789'.repeat(2),
    'fedcba9876543210'.repeat(2),
    'deadbeef'.repeat(4),
    '12345678'.repeat(4),
    'abc'.repeat(11),
    'abcdefghijklmnopqrstuvwxyz012345',
    'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
    'your-api-key-here-your-api-key-here',
    'your_azure_openai_api_key_goes_here',
    'replace-me-with-your-own-azure-key',
    'this-is-an-example-key-for-the-docs',
    'xxxxxxxxxxxxxxxxxxxxT3BlbkFJxxxxxxxxxxxxxxxxxxxx',
    '00000000000000000000000000000001',
    'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb',
    '11111111222222223333333344444444',
    '12345678901234567890123456789012',
  ])('%s is a placeholder', (value) => {
    expect(placeholderReason(value, 8)).toEqual(expect.any(String));
  });

  test.each([
    ['one character', 'Q'.repeat(16)],
    ['a mask', 'x'.repeat(16)],
    ['a block', 'k7Qz'.repeat(5)],
    ['a sequence', 'abcdefghijklmnop'],
    ['digits in order', '0123456789012345'],
  ])('%s repeated within random characters is a placeholder', (_, stretch) => {
    for (let draw = 0; draw < 50; draw++) {
      const random = makeSample({ template: '{alnum:36}', checksum: null }, `within ${draw}`);
      expect(placeholderReason(random, 8)).toBeNull();
      expect(
        placeholderReason(random.slice(0, 18) + stretch + random.slice(18), 8),
        `${draw}`,
      ).not.toBeNull();
    }
  });

  test('the reason does not quote a long piece of the value', () => {
    const value = '0123456789abcdef'.repeat(2);
    expect(placeholderReason(value, 8)).not.toContain(value.slice(0, 9));
  });
});

/** 16 where the alphabet is large and the value long; fewer distinct characters are likely in short ones. */
function distinctFloor(template: string): number {
  const length = Number(/\d+/.exec(template)?.[0]);
  return length >= 48 ? 16 : 8;
}
