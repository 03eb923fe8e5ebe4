/**
 * Packs as only an attacker writes them. What is wrong is a gap, told as one; a key beside it is found; and memory stays
 * bounded whatever the pack says of its sizes.
 */
import { describe, expect, test } from 'vitest';
import { applyDelta, ChangedRanges } from '../../src/git/pack/delta.ts';
import { GitRepo } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';
import { MOST_MEMORY, measuredScan } from './measured.ts';
import { BLOB, blobId, deltaSize, OFS_DELTA, type PackEntry, REF_DELTA, writePack } from './packs.ts';

const oid = (digit: string) => digit.repeat(40);
const base = Buffer.from('a line of a file\n'.repeat(20));
const baseEntry: PackEntry = { type: BLOB, oid: blobId(base), content: base };
const header = (resultSize: number, baseSize = base.length) =>
  Buffer.concat([deltaSize(baseSize), deltaSize(resultSize)]);

/** A delta of exactly so many bytes, which ends in the first byte of a copy. */
function cutOffDelta(length: number): Buffer {
  // What is inserted: as many stretches of 127 bytes as fit, and one that fills what is left.
  const room = length - header(length).length - 1;
  const stretches = Array.from({ length: Math.floor(room / 128) }, () =>
    Buffer.from([127, ...Buffer.alloc(127, 'x')]),
  );
  const rest = room % 128;
  if (rest > 1) stretches.push(Buffer.from([rest - 1, ...Buffer.alloc(rest - 1, 'y')]));
  else if (rest === 1) stretches.push(Buffer.from([0x80]));
  return Buffer.concat([header(length), ...stretches, Buffer.from([0xff])]);
}

const packs: [string, readonly PackEntry[]][] = [
  // As long as the buffer that deltas are read into: what is lacking would lie behind its end.
  [
    'a delta that is cut off',
    [baseEntry, { type: OFS_DELTA, base: 0, oid: oid('1'), content: cutOffDelta(65_535) }],
  ],
  ['a delta of itself', [{ type: OFS_DELTA, base: 0, oid: oid('1'), content: header(5) }]],
  [
    'a delta on what is not there',
    [{ type: REF_DELTA, baseOid: oid('3'), oid: oid('1'), content: header(5) }],
  ],
  [
    'a delta of 4 GB, as it says',
    [baseEntry, { type: OFS_DELTA, base: 0, oid: oid('1'), content: header(2 ** 32 - 1) }],
  ],
  [
    'a delta that copies from behind its base',
    [
      baseEntry,
      {
        type: OFS_DELTA,
        base: 0,
        oid: oid('1'),
        content: Buffer.concat([header(10), Buffer.from([0x91, 250, 255])]),
      },
    ],
  ],
  [
    'a blob of 4 GB, as it says',
    [{ type: BLOB, oid: oid('1'), content: Buffer.from('short'), size: 2 ** 32 - 1 }],
  ],
  [
    'a blob of a petabyte, as it says',
    [{ type: BLOB, oid: oid('1'), content: Buffer.from('short'), size: 2 ** 50 }],
  ],
  [
    'a blob that is longer than it says',
    [{ type: BLOB, oid: oid('1'), content: Buffer.alloc(200e6), size: 10 }],
  ],
  ['an entry of no type', [{ type: 5, oid: oid('1'), content: Buffer.from('x') }]],
];

describe('a pack with', () => {
  test.each(packs)('%s', async (_, entries) => {
    const repo = GitRepo.create();
    repo.commit('one', { leak: `AZURE_OPENAI_API_KEY=${key('azure-openai-key', 1)}\n` });
    writePack(repo, entries);
    for (const { oid } of entries) repo.tryGit('update-ref', `refs/heads/${oid}`, oid);
    const { code, report, peak, stderr } = await measuredScan(['--history', '--all-objects', repo.folder]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(report.credentials).toHaveLength(1);
    expect(report.coverage.complete).toBe(false);
    expect(peak ?? 0).toBeLessThan(MOST_MEMORY);
  });

  test('a chain of 5,000 deltas, with a key at its end', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    const entries: PackEntry[] = [baseEntry];
    let content = base;
    for (let place = 0; place < 5000; place += 1) {
      const added = Buffer.from(
        place === 4999 ? `\nAZURE_OPENAI_API_KEY=${key('azure-openai-key', 1)}\n` : `${place % 10}`,
      );
      // All of what was there before, and something behind it.
      const length = content.length;
      const copy = Buffer.from([0xb0, length % 256, length >> 8]);
      const delta = Buffer.concat([
        header(length + added.length, length),
        copy,
        Buffer.from([added.length]),
        added,
      ]);
      content = Buffer.concat([content, added]);
      entries.push({ type: OFS_DELTA, base: place, oid: blobId(content), content: delta });
    }
    writePack(repo, entries);
    const { code, report, peak } = await measuredScan(['--history', '--all-objects', repo.folder]);
    expect({ code, complete: report.coverage.complete }).toEqual({ code: 1, complete: true });
    expect(peak ?? 0).toBeLessThan(MOST_MEMORY);
  });
});

test.each([
  [[0x91]],
  [[0xff]],
  [[0x81, 1]],
  // What the fuzzer found: a place behind the base, and no size.
  [[0x92, 2]],
])('a delta that ends in the middle of a copy (%j) does not fit', (bytes) => {
  const delta = Buffer.from(bytes);
  const target = Buffer.alloc(100);
  expect(applyDelta(base, base.length, delta, 0, delta.length, target, 99, new ChangedRanges(8))).toBe(false);
});
