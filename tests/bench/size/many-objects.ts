/** Repositories with many objects, refs or commits. */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fastImport, writeTo } from '../fast-import.ts';
import { git } from '../git.ts';
import { seededRandom } from '../random.ts';
import { commitHeader, newRepository, writeInline } from './history-repository.ts';
import { keyLine, type MadeCase, type SizeCase } from './size-case.ts';

export const MANY_OBJECTS: readonly SizeCase[] = [
  {
    name: 'blobs',
    unit: 'blobs',
    sizes: [125_000, 500_000, 2_000_000],
    diskBytes: (size) => size * 150,
    make: manyBlobs,
  },
  {
    name: 'blobs-with-keys',
    unit: 'blobs',
    sizes: [2_500, 10_000, 40_000],
    diskBytes: (size) => size * 300,
    make: blobsWithKeys,
  },
  {
    name: 'refs',
    unit: 'refs',
    sizes: [62_500, 250_000, 1_000_000],
    diskBytes: (size) => size * 100,
    make: manyRefs,
  },
  {
    name: 'commits',
    unit: 'commits',
    sizes: [62_500, 250_000, 1_000_000],
    diskBytes: (size) => size * 300,
    make: manyCommits,
  },
];

const FILES_PER_FOLDER = 1000;

async function manyBlobs(folder: string, count: number): Promise<MadeCase> {
  await newRepository(folder);
  await fastImport(folder, async (stream) => {
    await writeTo(stream, commitHeader('main', 1));
    for (let number = 0; number < count; number += 1) {
      const path = `folder-${Math.floor(number / FILES_PER_FOLDER)}/file-${number}.txt`;
      await writeInline(stream, path, `file number ${number}\n`);
    }
    await writeInline(stream, 'zz/zz.env', keyLine(seededRandom(1)));
  });
  return { args: ['--history', folder], keys: 1 };
}

/** Each in a commit of its own. */
async function blobsWithKeys(folder: string, count: number): Promise<MadeCase> {
  const random = seededRandom(1);
  await newRepository(folder);
  await fastImport(folder, async (stream) => {
    for (let number = 0; number < count; number += 1) {
      await writeTo(stream, commitHeader('main', number));
      await writeInline(stream, `folder-${number % FILES_PER_FOLDER}/${number}.env`, keyLine(random));
    }
  });
  return { args: ['--history', folder], keys: count };
}

/** Of which only the last leads to the key. */
async function manyRefs(folder: string, count: number): Promise<MadeCase> {
  await newRepository(folder);
  await fastImport(folder, async (stream) => {
    await writeTo(stream, commitHeader('main', 1));
    await writeInline(stream, 'a.txt', 'nothing\n');
    await writeTo(stream, `reset refs/heads/zz\nfrom refs/heads/main\n\n${commitHeader('zz', 2)}`);
    await writeInline(stream, 'zz.env', keyLine(seededRandom(1)));
  });
  const [first, last] = await Promise.all(['main', 'zz'].map((ref) => git(folder, 'rev-parse', ref)));
  await git(folder, 'update-ref', '-d', 'refs/heads/zz');
  const file = join(folder, '.git/packed-refs');
  const lines: string[] = ['# pack-refs with: peeled fully-peeled sorted \n'];
  for (let number = 0; number < count; number += 1) {
    lines.push(`${first?.trim()} refs/heads/branch-${String(number).padStart(9, '0')}\n`);
    if (lines.length < 50_000) continue;
    await appendFile(file, lines.splice(0).join(''));
  }
  await appendFile(file, `${lines.join('')}${last?.trim()} refs/heads/zz\n`);
  return { args: ['--history', folder], keys: 1 };
}

/** The oldest has the key, which the next one takes out. */
async function manyCommits(folder: string, count: number): Promise<MadeCase> {
  await newRepository(folder);
  await fastImport(folder, async (stream) => {
    await writeTo(stream, commitHeader('main', 0));
    await writeInline(stream, 'a.env', keyLine(seededRandom(1)));
    await writeTo(stream, `${commitHeader('main', 1)}D a.env\n`);
    for (let number = 2; number < count; number += 1) {
      await writeTo(stream, commitHeader('main', number));
      if (number % 10 === 0) await writeInline(stream, 'a.txt', `change ${number}\n`);
    }
  });
  return { args: ['--history', folder], keys: 1 };
}
