import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteStrings } from '../../src/git/byte-strings.ts';

const bytes = fc.uint8Array({ maxLength: 40 });
const text = (each: Uint8Array) => Buffer.from(each).toString('latin1');

describe('ByteStrings', () => {
  test('gives back what was added, also where it is longer than a block', () => {
    const strings = new ByteStrings();
    const all: Buffer[] = [];
    for (let number = 0; number < 5000; number += 1) {
      all.push(Buffer.alloc(number % 500 === 7 ? 1_500_000 : number % 97, `${number}.`));
    }
    for (const [number, each] of all.entries()) expect(strings.add(each)).toBe(number);
    expect(strings.count).toBe(all.length);
    expect(all.every((each, number) => strings.at(number).equals(each))).toBe(true);
  });

  test('an interned one has one number, and another one another, as in a map', () => {
    fc.assert(
      fc.property(fc.array(bytes), fc.nat(5), (list, start) => {
        const strings = new ByteStrings();
        const numbers = new Map<string, number>();
        for (const each of list) {
          const from = Math.min(start, each.length);
          const part = text(each.subarray(from));
          if (!numbers.has(part)) numbers.set(part, numbers.size);
          expect(strings.intern(each, from)).toBe(numbers.get(part));
        }
        for (const [part, number] of numbers) expect(text(strings.at(number))).toBe(part);
        expect(strings.count).toBe(numbers.size);
      }),
    );
  });

  test('a hundred thousand that differ in a few bytes are told apart', () => {
    const strings = new ByteStrings();
    const nameOf = (number: number) => Buffer.from(`folder/file-${number}.txt`);
    for (let round = 0; round < 2; round += 1) {
      for (let number = 0; number < 100_000; number += 1) {
        if (strings.intern(nameOf(number)) !== number) expect.fail(`file ${number} has another number`);
      }
    }
    expect(strings.at(77_777)).toEqual(nameOf(77_777));
  });
});
