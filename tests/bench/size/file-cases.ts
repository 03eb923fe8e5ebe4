/** Files on disk that are large, many, or deep. */
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from '../git.ts';
import { seededRandom } from '../random.ts';
import { sourceFile } from '../synthetic-files.ts';
import { keyLine, type MadeCase, MEGABYTE, type SizeCase } from './size-case.ts';

const FILES_PER_FOLDER = 1000;
/** What a small file and its share of a folder take, with file systems' usual blocks. */
const DISK_PER_FILE = 4300;

export const FILE_CASES: readonly SizeCase[] = [
  {
    name: 'file',
    unit: 'MB',
    sizes: [320, 1280, 5120],
    diskBytes: (size) => size * MEGABYTE,
    make: (folder, size) => largeFile(folder, size, sourceBlock()),
  },
  {
    name: 'sparse-file',
    unit: 'MB',
    sizes: [320, 1280, 5120],
    diskBytes: () => MEGABYTE,
    make: (folder, size) => largeFile(folder, size, null),
  },
  {
    name: 'line',
    unit: 'MB',
    sizes: [64, 256, 1024],
    diskBytes: (size) => size * MEGABYTE,
    make: (folder, size) =>
      largeFile(folder, size, Buffer.from(sourceBlock().map((byte) => (byte === 0x0a ? 0x20 : byte)))),
  },
  {
    // No blank and no line end: one run of characters that a key may consist of.
    name: 'run',
    unit: 'MB',
    sizes: [64, 256, 1024],
    diskBytes: (size) => size * MEGABYTE,
    make: (folder, size) => largeFile(folder, size, Buffer.from(seededRandom(1).text(BASE64, MEGABYTE))),
  },
  {
    name: 'files',
    unit: 'files',
    sizes: [125_000, 500_000, 2_000_000],
    diskBytes: (size) => size * DISK_PER_FILE,
    make: manyFiles,
  },
  {
    name: 'untracked-files',
    unit: 'files',
    sizes: [125_000, 500_000, 2_000_000],
    diskBytes: (size) => size * DISK_PER_FILE,
    make: async (folder, size) => {
      await git(folder, 'init', '--quiet');
      return manyFiles(folder, size);
    },
  },
  {
    name: 'deep-folders',
    unit: 'deep',
    sizes: [310, 1250, 5000],
    diskBytes: (size) => size * DISK_PER_FILE,
    make: deepFolders,
  },
  {
    name: 'keys-in-file',
    unit: 'keys',
    sizes: [2_500, 10_000, 40_000],
    diskBytes: (size) => size * 100,
    make: async (folder, size) => {
      const random = seededRandom(1);
      const lines = Array.from({ length: size }, () => keyLine(random));
      await writeFile(join(folder, 'keys.txt'), lines.join(''));
      return { args: ['--files', folder], keys: size };
    },
  },
  {
    name: 'files-with-keys',
    unit: 'files',
    sizes: [2_500, 10_000, 40_000],
    diskBytes: (size) => size * DISK_PER_FILE,
    make: async (folder, size) => {
      const random = seededRandom(1);
      await writeFiles(folder, size, () => keyLine(random));
      return { args: ['--files', folder], keys: size };
    },
  },
];

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A megabyte like the files of a program. */
export function sourceBlock(): Buffer {
  const text = `${sourceFile(seededRandom(1), 40_000).join('\n')}\n`;
  return Buffer.from(text.slice(0, MEGABYTE).padEnd(MEGABYTE, '\n'));
}

/** @param block what is repeated; null: a hole in the file. */
async function largeFile(folder: string, megabytes: number, block: Buffer | null): Promise<MadeCase> {
  const file = await open(join(folder, 'large.txt'), 'w');
  try {
    const size = megabytes * MEGABYTE;
    for (let at = 0; block !== null && at < size; at += MEGABYTE) await file.write(block, 0, MEGABYTE, at);
    await file.write(`\n${keyLine(seededRandom(1))}`, size);
  } finally {
    await file.close();
  }
  return { args: ['--files', folder], keys: 1 };
}

async function manyFiles(folder: string, count: number): Promise<MadeCase> {
  await writeFiles(folder, count, (number) => `file number ${number}\n`);
  const last = join(folder, 'zz');
  await mkdir(last);
  await writeFile(join(last, 'zz.env'), keyLine(seededRandom(1)));
  return { args: ['--files', folder], keys: 1 };
}

async function writeFiles(
  folder: string,
  count: number,
  contentOf: (number: number) => string,
): Promise<void> {
  for (let start = 0; start < count; start += FILES_PER_FOLDER) {
    const below = join(folder, `folder-${start}`);
    await mkdir(below);
    const numbers = Array.from({ length: Math.min(FILES_PER_FOLDER, count - start) }, (_, at) => start + at);
    await Promise.all(
      numbers.map((number) => writeFile(join(below, `file-${number}.txt`), contentOf(number))),
    );
  }
}

/** Deeper than the longest path that a system call takes: so each folder is made from within the last. */
async function deepFolders(folder: string, depth: number): Promise<MadeCase> {
  const before = process.cwd();
  try {
    process.chdir(folder);
    await writeFile('top.env', keyLine(seededRandom(2)));
    for (let level = 0; level < depth; level += 1) {
      await mkdir('d');
      process.chdir('d');
    }
    await writeFile('deep.env', keyLine(seededRandom(1)));
  } finally {
    process.chdir(before);
  }
  return { args: ['--files', folder], keys: 2 };
}
