/**
 * The law of detection: a valid key of any family, in any file that people write, however it is encoded, is found
 * once, as what it is, at its place in the original file.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { key } from '../../support/keys.ts';
import { embeddedCredentials } from './credentials.ts';
import { embed, scan, scanPacked } from './embed.ts';
import { FILE_ENCODINGS, VALUE_ENCODINGS, type ValueEncoding } from './encodings.ts';
import { TEMPLATES } from './templates.ts';

const CREDENTIALS = embeddedCredentials();
const credential = fc.constantFrom(...CREDENTIALS);
const template = fc.constantFrom(...TEMPLATES);
const number = fc.integer({ min: 1, max: 100_000 });
const choice = fc.nat(10_000);
const [IN_CLEAR] = VALUE_ENCODINGS;

test('there is a place for every sample that the rules find', () => {
  expect(CREDENTIALS.length).toBeGreaterThan(60);
  expect(new Set(CREDENTIALS.map(({ family }) => family)).size).toBeGreaterThan(18);
});

describe.each(VALUE_ENCODINGS.map((encoding): [string, ValueEncoding] => [encoding.id, encoding]))(
  '%s',
  (_, encoding) => {
    const pairs = TEMPLATES.map(
      (into) => [into, CREDENTIALS.filter(({ sample }) => encoding.fits(into, sample))] as const,
    ).filter(([, fitting]) => fitting.length > 0);

    test.each(pairs.map(([into, fitting]) => [into.id, into, fitting] as const))(
      'in %s',
      (_id, into, fitting) => {
        fc.assert(
          fc.property(fc.constantFrom(...fitting), number, choice, (each, n, way) => {
            const file = embed(each, into, encoding, n, way);
            expect(scan(file.path, Buffer.from(file.text))).toEqual([file.expected]);
          }),
          { numRuns: 60 },
        );
      },
    );

    test.each(CREDENTIALS.map((each) => [each.sample, each] as const))('%s', (sample, each) => {
      const fitting = TEMPLATES.filter((into) => encoding.fits(into, sample));
      if (fitting.length === 0) return;
      fc.assert(
        fc.property(fc.constantFrom(...fitting), number, choice, (into, n, way) => {
          const file = embed(each, into, encoding, n, way);
          expect(scan(file.path, Buffer.from(file.text))).toEqual([file.expected]);
        }),
        { numRuns: 10 },
      );
    });
  },
);

describe('the whole file', () => {
  test.each(FILE_ENCODINGS.map((encoding) => [encoding.id, encoding] as const))('as %s', (_, encoding) => {
    fc.assert(
      fc.property(credential, template, number, (each, into, n) => {
        const file = embed(each, into, IN_CLEAR as ValueEncoding, n, 0);
        expect(scanPacked(file, encoding)).toEqual([file.expected]);
      }),
      { numRuns: 300 },
    );
  });

  test('as UTF-16 with letters of all scripts around the key', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\s"]/g, ''));
    fc.assert(
      fc.property(word, word, number, fc.boolean(), (before, behind, n, isBigEndian) => {
        const secret = key('azure-openai-key', n);
        const bytes = Buffer.from(`\ufeff# ${before}\n"${behind}" ${secret} ${before}\n`, 'utf16le');
        const column = `"${behind}" `.length + 1;
        const found = scan('notes.txt', isBigEndian ? bytes.swap16() : bytes);
        expect(found).toEqual([
          { family: 'azure-ai-key', secret, place: `2:${column}-2:${column + secret.length}` },
        ]);
      }),
    );
  });
});
