import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PackIndex } from '../../../src/git/pack/pack-index.ts';
import { GitRepo } from '../../support/git-repo.ts';

/** The index of a pack of so many blobs, and their ids. */
function packOf(count: number, format: string): { index: PackIndex; ids: readonly string[] } {
  const repo = GitRepo.create('--bare', `--object-format=${format}`);
  const blobs = Array.from({ length: count }, (_, n) => `blob\ndata ${`${n}`.length}\n${n}\n`).join('');
  const args = ['-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet'];
  execFileSync('git', args, { cwd: repo.folder, input: blobs });
  const ids = repo.git('cat-file', '--batch-all-objects', '--batch-check=%(objectname)').split('\n');
  const folder = join(repo.folder, 'objects', 'pack');
  const file = readdirSync(folder).find((name) => name.endsWith('.idx')) ?? '';
  const index = PackIndex.read(join(folder, file), format === 'sha1' ? 20 : 32);
  if (index === null) throw new Error('no index');
  return { index, ids };
}

/** The id with another last, first or second byte, and those between which it lies. */
function* neighbours(id: Buffer): Generator<Buffer, void, undefined> {
  for (const [at, change] of [
    [id.length - 1, 1],
    [id.length - 1, 255],
    [0, 1],
    [1, 1],
    [1, 255],
  ] as const) {
    const other = Buffer.from(id);
    other[at] = ((other[at] ?? 0) + change) % 256;
    yield other;
  }
}

describe.each(['sha1', 'sha256'])('PackIndex of %s', (format) => {
  // On both sides of the number from which ids are looked up by two bytes.
  test.each([2, 300, 4095, 4096, 9000])('of %i objects finds each, and no other', (count) => {
    const { index, ids } = packOf(count, format);
    expect(index.count).toBe(count);
    expect(ids).toHaveLength(count);
    const known = new Set(ids);
    let others = 0;
    for (const [place, hex] of ids.entries()) {
      const id = Buffer.from(hex, 'hex');
      // `cat-file` lists them in the order of the index.
      if (index.find(id) !== place) expect.fail(`${hex} is not found at ${place}`);
      if (index.find(Buffer.concat([Buffer.from('xyz'), id]), 3) !== place) expect.fail(`${hex} at 3`);
      for (const other of neighbours(id)) {
        if (known.has(other.toString('hex'))) continue;
        others += 1;
        if (index.find(other) !== -1) expect.fail(`${other.toString('hex')} is found`);
      }
    }
    expect(others).toBeGreaterThan(4 * count);
    for (const byte of [0x00, 0xff])
      expect(index.find(Buffer.alloc((ids[0]?.length ?? 0) / 2, byte))).toBe(-1);
  });
});
