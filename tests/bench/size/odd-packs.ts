/** Packs as no git writes them. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import {
  BLOB,
  blobId,
  copyInstruction,
  deltaSize,
  OFS_DELTA,
  objectId,
  type PackEntry,
  TREE,
  treeEntry,
  writePack,
} from '../../hostile/packs.ts';
import { fastImport, writeTo } from '../fast-import.ts';
import { git } from '../git.ts';
import { seededRandom } from '../random.ts';
import { sourceBlock } from './file-cases.ts';
import { commitHeader, newRepository, writeInline } from './history-repository.ts';
import { keyLine, type MadeCase, MEGABYTE, type SizeCase } from './size-case.ts';

export const ODD_PACKS: readonly SizeCase[] = [
  {
    name: 'deep-trees',
    unit: 'deep',
    sizes: [310, 1250, 5000],
    diskBytes: (size) => size * 100,
    make: deepTrees,
  },
  {
    // Twelve objects and ten billion paths: https://kate.io/blog/git-bomb/
    name: 'tree-bomb',
    unit: 'levels of ten',
    sizes: [4, 6, 10],
    diskBytes: () => MEGABYTE,
    make: treeBomb,
  },
  {
    name: 'delta-chain',
    unit: 'deltas',
    sizes: [2_500, 10_000, 40_000],
    diskBytes: (size) => size * 200,
    make: deltaChain,
  },
  {
    name: 'index-of-nothing',
    unit: 'objects',
    sizes: [1_000_000, 10_000_000, 100_000_000],
    diskBytes: () => MEGABYTE,
    make: indexOfNothing,
  },
];

/** A file at a path with so many folders. */
async function deepTrees(folder: string, depth: number): Promise<MadeCase> {
  await newRepository(folder);
  const content = Buffer.from(keyLine(seededRandom(1)));
  const entries: PackEntry[] = [{ type: BLOB, oid: blobId(content), content }];
  let tree = treeEntry('100644 deep.env', blobId(content));
  for (let level = 0; level < depth; level += 1) {
    const oid = objectId('tree', tree);
    entries.push({ type: TREE, oid, content: tree });
    tree = treeEntry('40000 d', oid);
  }
  entries.push({ type: TREE, oid: objectId('tree', tree), content: tree });
  writePack({ folder }, entries);
  const commit = await git(folder, 'commit-tree', '-m', 'deep', objectId('tree', tree));
  await git(folder, 'update-ref', 'refs/heads/main', commit.trim());
  return { args: ['--history', folder], keys: 1 };
}

/** Each tree has ten entries that are all the same tree, and the key is in a commit before it. */
async function treeBomb(folder: string, levels: number): Promise<MadeCase> {
  await newRepository(folder);
  await fastImport(folder, async (stream) => {
    await writeTo(stream, commitHeader('main', 1));
    await writeInline(stream, 'a.env', keyLine(seededRandom(1)));
  });
  const content = Buffer.from('nothing\n');
  const entries: PackEntry[] = [{ type: BLOB, oid: blobId(content), content }];
  let [mode, oid] = ['100644', blobId(content)];
  for (let level = 0; level < levels; level += 1) {
    const tree = Buffer.concat(Array.from('0123456789', (name) => treeEntry(`${mode} ${name}`, oid)));
    [mode, oid] = ['40000', objectId('tree', tree)];
    entries.push({ type: TREE, oid, content: tree });
  }
  writePack({ folder }, entries);
  const commit = await git(folder, 'commit-tree', '-p', 'main', '-m', 'bomb', oid);
  await git(folder, 'update-ref', 'refs/heads/main', commit.trim());
  return { args: ['--history', folder], keys: 1 };
}

/** Each version built on the last, and the key in the one at the end of the chain. */
async function deltaChain(folder: string, length: number): Promise<MadeCase> {
  await newRepository(folder);
  const block = sourceBlock().subarray(0, 2000);
  const versionOf = (number: number) =>
    Buffer.concat([
      block,
      Buffer.from(number === length ? `\n${keyLine(seededRandom(1))}` : `\nversion ${number}`),
    ]);
  const first = versionOf(0);
  const entries: PackEntry[] = [{ type: BLOB, oid: blobId(first), content: first }];
  for (let number = 1; number <= length; number += 1) {
    const before = entries.length - 1;
    const content = versionOf(number);
    const end = content.subarray(block.length);
    const sizes = [deltaSize(versionOf(number - 1).length), deltaSize(content.length)];
    const delta = Buffer.concat([...sizes, copyInstruction(0, block.length), Buffer.from([end.length]), end]);
    entries.push({ type: OFS_DELTA, base: before, oid: blobId(content), content: delta });
  }
  writePack({ folder }, entries);
  await fastImport(folder, async (stream) => {
    await writeTo(stream, commitHeader('main', 1));
    for (const [number, { oid }] of entries.entries()) {
      await writeTo(stream, `M 100644 ${oid} version-${number}.txt\n`);
    }
  });
  return { args: ['--history', folder], keys: 1 };
}

/** The index of a pack that says that it has so many objects, with nothing but zeros in both. */
async function indexOfNothing(folder: string, count: number): Promise<MadeCase> {
  await newRepository(folder);
  await fastImport(folder, async (stream) => {
    await writeTo(stream, commitHeader('main', 1));
    await writeInline(stream, 'a.env', keyLine(seededRandom(1)));
  });
  const path = join(folder, '.git/objects/pack', `pack-${'0'.repeat(40)}`);
  const fanout = Array.from({ length: 256 }, () => count);
  await writeSparse(`${path}.idx`, [0xff744f63, 2, ...fanout], 8 + 1024 + count * 28 + 40);
  await writeSparse(`${path}.pack`, [0x5041434b, 2, count], 12 + count * 12 + 20);
  return { args: ['--history', folder], keys: 1 };
}

async function writeSparse(path: string, words: readonly number[], size: number): Promise<void> {
  const start = Buffer.alloc(words.length * 4);
  words.forEach((word, at) => void start.writeUInt32BE(word, at * 4));
  const file = await open(path, 'w');
  await file.write(start);
  await file.truncate(size);
  await file.close();
}
