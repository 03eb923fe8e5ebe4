import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BatchParser } from '../../src/git/batch-parser.ts';
import { parseIndexEntry } from '../../src/git/index-entries.ts';
import { ObjectTable } from '../../src/git/object-table.ts';
import { decodePath } from '../../src/git/path-name.ts';
import { splitStream } from '../../src/git/split-stream.ts';
import { parseTag } from '../../src/git/taggers.ts';

/** Cuts bytes into chunks at the given places, in any order. */
function split(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return places.slice(1).map((place, index) => bytes.subarray(places[index], place));
}

const cuts = fc.array(fc.nat(), { maxLength: 20 });
const oid = fc
  .array(fc.integer({ min: 0, max: 15 }), { minLength: 40, maxLength: 40 })
  .map((digits) => digits.map((digit) => digit.toString(16)).join(''));

describe('BatchParser', () => {
  test('gives the same however the output is cut', () => {
    const content = fc.uint8Array({ maxLength: 50 }).map((bytes) => Buffer.from(bytes));
    const object = fc.record({ oid, content, isMissing: fc.boolean() });
    fc.assert(
      fc.property(fc.array(object, { maxLength: 10 }), cuts, (objects, places) => {
        const output = objects.map(({ oid, content, isMissing }) =>
          isMissing
            ? Buffer.from(`${oid} missing\n`)
            : Buffer.concat([Buffer.from(`${oid} blob ${content.length}\n`), content, Buffer.from('\n')]),
        );
        const seen: { oid: string | null; content: Buffer }[] = [];
        let parts: Buffer[] = [];
        const parser = new BatchParser({
          begin: () => {
            parts = [];
          },
          part: (bytes) => parts.push(Buffer.from(bytes)),
          end: (header) => seen.push({ oid: header.oid, content: Buffer.concat(parts) }),
          missing: () => seen.push({ oid: null, content: Buffer.alloc(0) }),
        });
        for (const chunk of split(Buffer.concat(output), places)) parser.push(chunk);
        expect(seen).toEqual(
          objects.map(({ oid, content, isMissing }) =>
            isMissing ? { oid: null, content: Buffer.alloc(0) } : { oid, content },
          ),
        );
      }),
    );
  });

  test('anything else is an error', () => {
    const parser = new BatchParser({ begin: () => {}, part: () => {}, end: () => {}, missing: () => {} });
    expect(() => parser.push(Buffer.from('not an answer\n'))).toThrow(/unexpected answer/);
  });
});

describe('ObjectTable', () => {
  test.each([40, 64])('keeps ids of %d characters in order, each once', (length) => {
    const table = new ObjectTable(length);
    const ids = Array.from({ length: 5000 }, (_, index) =>
      Math.imul(index + 1, 2654435761)
        .toString(16)
        .replace('-', '')
        .padStart(8, '0')
        .padEnd(length, `${index}`),
    );
    for (const [index, id] of ids.entries()) {
      const bytes = Buffer.from(`${id} blob`);
      expect(table.add(bytes, 0, index % 2 === 0 ? 'blob' : 'tag')).toBe(index);
      expect(table.add(bytes, 0, 'blob')).toBe(index);
    }
    expect(table.size).toBe(ids.length);
    for (const [index, id] of ids.entries()) {
      expect(table.find(Buffer.from(`?${id}`), 1)).toBe(index);
      expect(table.idAt(index)).toBe(id);
      expect(table.typeAt(index)).toBe(index % 2 === 0 ? 'blob' : 'tag');
    }
    expect(table.find(Buffer.from('e'.repeat(length)), 0)).toBe(-1);
    expect([table.mark(7), table.mark(7), table.markedCount]).toEqual([true, false, 1]);
    expect(table.typeAt(7)).toBe('tag');
  });
});

test('splitStream gives the parts that String.split gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'bc', '\0'), { maxLength: 50 }),
      cuts,
      async (words, places) => {
        const whole = words.join('');
        async function* chunks() {
          yield* split(Buffer.from(whole), places);
        }
        const parts: string[] = [];
        await splitStream(chunks(), 0, (part) => parts.push(part.toString()));
        const expected = whole.split('\0');
        if (expected.at(-1) === '') expected.pop();
        expect(parts).toEqual(expected);
      },
    ),
  );
});

test.each([
  [[0x61, 0xc3, 0xbc], 'aü'],
  [[0x63, 0xe9], 'c\\xe9'],
  [[0xe2, 0x82], '\\xe2\\x82'],
  [[0xf0, 0x9f, 0x94, 0x91, 0xff], '🔑\\xff'],
  [[0xef, 0xbf, 0xbd], '\ufffd'],
  [[0xef, 0xbb, 0xbf, 0x61], '\ufeffa'],
])('the path %j reads %s', (bytes, text) => {
  expect(decodePath(Buffer.from(bytes))).toBe(text);
});

test.each([
  ['100644', 'file'],
  ['100755', 'file'],
  ['120000', 'symbolic-link'],
  ['160000', 'submodule'],
])('an index entry of mode %s is a %s', (mode, kind) => {
  const id = 'a'.repeat(40);
  expect(parseIndexEntry(Buffer.from(`${mode} ${id} 2\ta\tb`))).toMatchObject({
    kind,
    oid: id,
    stage: 2,
    path: 'a\tb',
  });
  expect(parseIndexEntry(Buffer.from('nonsense'))).toBeNull();
});

describe('parseTag', () => {
  const id = 'a'.repeat(40);
  const header = (tagger: string) =>
    `object ${id}\ntype commit\ntag v1\n${tagger}\n\nobject ${'b'.repeat(40)}\n`;
  test.each([
    [
      'tagger A B <a@b> 1700000000 +0100',
      { commit: id, tag: null, name: 'A B', email: 'a@b', date: '2023-11-14T23:13:20+01:00' },
    ],
    [
      'tagger A <a@b> 1700000000 -0330',
      { commit: id, tag: null, name: 'A', email: 'a@b', date: '2023-11-14T18:43:20-03:30' },
    ],
    [
      'tagger A <a@b> 999999999999999999 +0000',
      { commit: id, tag: null, name: null, email: null, date: null },
    ],
    [
      'tagger A <a@b> 999999999999 +0000',
      { commit: id, tag: null, name: 'A', email: 'a@b', date: expect.any(String) },
    ],
    ['', { commit: id, tag: null, name: null, email: null, date: null }],
  ])('%s', (tagger, expected) => {
    expect(parseTag(header(tagger))).toEqual(expected);
  });

  test('of a tag', () => {
    expect(parseTag(`object ${id}\ntype tag\ntag v1\n\nmessage`)).toMatchObject({ commit: null, tag: id });
  });

  test('of a tree', () => {
    expect(parseTag(`object ${id}\ntype tree\ntag v1\n\nmessage`).commit).toBeNull();
  });
});
