/** Texts in binary formats: what tells where they begin and end may look like a part of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findIn } from '../support/engine.ts';
import { key } from '../support/keys.ts';

const sample = fc.constantFrom(
  'azure-legacy-key',
  'azure-openai-key',
  'openai-project-key-short',
  'openai-project-key',
);
const number = fc.integer({ min: 1, max: 100_000 });
const name = fc.constantFrom('azure_openai_api_key', 'AZURE_OPENAI_KEY', 'azure-openai.apiKey', 'speech_key');

describe('a key is found at its place', () => {
  test('in a record of SQLite, whatever touches it', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9]{0,8}$/);
    fc.assert(
      fc.property(name, sample, number, word, (given, of, n, behind) => {
        const secret = key(of, n);
        expectOne(sqliteRecord([given, secret, behind]), secret);
      }),
    );
  });

  test('in a pickle', () => {
    fc.assert(
      fc.property(name, sample, number, (given, of, n) => {
        const secret = key(of, n);
        const items = [given, secret, 'model', 'gpt-4o'].map((text) => `\x8c${lengthOf(text)}${text}\x94`);
        expectOne(`\x80\x04\x95\x8a\0\0\0\0\0\0\0}\x94(${items.join('')}u.`, secret);
      }),
    );
  });

  test('in compiled Python, with the mark of the next constant behind it', () => {
    const type = fc.constantFrom('z', '\xda', 'Z');
    fc.assert(
      fc.property(sample, number, type, fc.constantFrom('N', 'Z', 'z', 'r', ')'), (of, n, kind, next) => {
        const secret = key(of, n);
        const constants = `)\x02${kind}${lengthOf(secret)}${secret}${next})\x01`;
        expectOne(`\xcb\r\r\n\0\0\0\0\xe3\0\0\0\0${constants}\xda\x10AZURE_OPENAI_KEY\xa9\0`, secret);
      }),
    );
  });
});

describe('a hash is no key', () => {
  test.each([40, 64])('of %d hex characters in a binary file that names keys', (length) => {
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`)), name, (hash, given) => {
        expect(findIn(Buffer.from(sqliteRecord([given, hash, 'x']), 'latin1'))).toEqual([]);
        expect(findIn(Buffer.from(`\0\x01 ${hash}\0${given}\0`, 'latin1'))).toEqual([]);
      }),
    );
  });

  test('nor are 33 characters in text', () => {
    expect(findIn(`azure_openai_key ${key('azure-legacy-key', 1)}a\n`)).toEqual([]);
  });
});

function expectOne(content: string, secret: string): void {
  const found = findIn(Buffer.from(content, 'latin1'), 'data.bin');
  expect(found.map((each) => ({ secret: each.secret, start: each.start }))).toEqual([
    { secret, start: content.indexOf(secret) },
  ]);
}

/** The cell of a row: the length of the record, the row's number, a header of types, and the values. */
function sqliteRecord(values: readonly string[]): string {
  const types = values.map((value) => varint(value.length * 2 + 13)).join('');
  const record = `${String.fromCharCode(types.length + 1)}${types}${values.join('')}`;
  return `\0\0${varint(record.length)}\x01${record}\0`;
}

function varint(value: number): string {
  return value < 128 ? String.fromCharCode(value) : String.fromCharCode(0x80 | (value >> 7), value & 0x7f);
}

function lengthOf(text: string): string {
  return String.fromCharCode(text.length);
}
