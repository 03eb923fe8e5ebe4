import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { unpack } from '../../src/decode/archive.ts';
import { zipChecksums } from '../../src/decode/zip-checksums.ts';

const files = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,9}$/), fc.uint8Array({ maxLength: 300 })), {
  selector: ([name]) => name,
  maxLength: 6,
});

test('the checksums are those of the files, in their order', () => {
  fc.assert(
    fc.property(files, (entries) => {
      const zip = zipSync(Object.fromEntries(entries));
      expect(zipChecksums(zip)).toEqual(entries.map(([, bytes]) => crc32(bytes)));
      expect(unpack(zip).skipped).toEqual([]);
    }),
  );
});

test('any bytes are read without end or error', () => {
  fc.assert(
    fc.property(files, fc.nat(), fc.nat({ max: 255 }), fc.nat(), (entries, at, byte, length) => {
      const zip = zipSync(Object.fromEntries(entries));
      zip[at % zip.length] = byte;
      zipChecksums(zip.subarray(0, length % (zip.length + 1)));
    }),
  );
});

test('a file that is longer than the archive says is cut off, scanned as far as it goes, and counted', () => {
  const zip = zipSync({ 'a.txt': Buffer.from('0123456789'.repeat(20)), 'b.txt': Buffer.from('b') });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  const directory = Buffer.from(zip).indexOf('PK\u0001\u0002');
  view.setUint32(directory + 24, 50, true);
  view.setUint32(22, 50, true);
  const { members, skipped } = unpack(zip);
  expect(members.map(({ path, bytes }) => [path, bytes.length])).toEqual([
    ['a.txt', 50],
    ['b.txt', 1],
  ]);
  expect(skipped).toEqual(['a.txt']);
});
