/** Archives that are small and unpack to far more than they are. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { seededRandom } from '../random.ts';
import { sourceBlock } from './file-cases.ts';
import { keyLine, type MadeCase, MEGABYTE, type SizeCase } from './size-case.ts';
import { makeZip } from './zip.ts';

export const ARCHIVE_CASES: readonly SizeCase[] = [
  bombs('zip-flat', () => makeZip([{ name: 'zeros', content: zeros(256) }])),
  bombs('zip-many', () => {
    const content = zeros(64);
    return makeZip(Array.from({ length: 64 }, (_, at) => ({ name: `zeros-${at}`, content })));
  }),
  bombs('zip-nested', nestedZip),
  bombs('zip-overlapping', () => makeZip([{ name: 'zeros', content: zeros(64) }], 100_000)),
  bombs('zip-lying', () => makeZip([{ name: 'zeros', content: zeros(64), toldSize: 10 }])),
  bombs('gzip', () => gzipSync(zeros(256))),
  bombs('gzip-nested', () =>
    Array.from({ length: 50 }).reduce<Buffer>((inner) => gzipSync(inner), gzipSync(zeros(256))),
  ),
  bombs('gzips-in-zip', () => {
    const content = gzipSync(zeros(65));
    return makeZip(Array.from({ length: 900 }, (_, at) => ({ name: `${at}.gz`, content })));
  }),
  {
    name: 'large-archives',
    unit: 'files',
    sizes: [16, 64, 256],
    diskBytes: (size) => size * 8 * MEGABYTE,
    make: largeArchives,
  },
];

/** A case of so many files that are the same bomb, and a key in a file behind them. */
function bombs(name: string, make: () => Buffer): SizeCase {
  return {
    name,
    unit: 'archives',
    sizes: [4, 16, 64],
    diskBytes: (size) => size * 8 * MEGABYTE,
    make: async (folder, size) => {
      const bomb = make();
      for (let number = 0; number < size; number += 1) {
        await writeFile(join(folder, `bomb-${number}.zip`), bomb);
      }
      return withKeyBehind(folder, 0);
    },
  };
}

async function withKeyBehind(folder: string, keys: number): Promise<MadeCase> {
  await mkdir(join(folder, 'zz'));
  await writeFile(join(folder, 'zz/zz.env'), keyLine(seededRandom(0)));
  return { args: ['--files', folder], keys: keys + 1 };
}

function zeros(megabytes: number): Buffer {
  return Buffer.alloc(megabytes * MEGABYTE);
}

/** Sixteen in each of sixteen in each of sixteen. */
function nestedZip(): Buffer {
  let content = zeros(16);
  for (let level = 0; level < 4; level += 1) {
    const inner = content;
    content = makeZip(
      Array.from({ length: 16 }, (_, at) => ({ name: `${level}-${at}.zip`, content: inner })),
    );
  }
  return content;
}

/** As large as archives may be that are unpacked, with a key at the end of each. */
async function largeArchives(folder: string, count: number): Promise<MadeCase> {
  const random = seededRandom(1);
  const incompressible = Buffer.from(sourceBlock().map(() => random.below(256)));
  for (let number = 0; number < count; number += 1) {
    const members = Array.from({ length: 7 }, (_, at) => ({ name: `${at}`, content: incompressible }));
    const key = { name: 'zz.env', content: Buffer.from(keyLine(random)) };
    await writeFile(join(folder, `archive-${number}.zip`), makeZip([...members, key]));
  }
  return withKeyBehind(folder, count);
}
