/** Repositories with an object that is larger than memory should be. */
import { join } from 'node:path';
import { BLOB, blobId, copyInstruction, deltaSize, OFS_DELTA, writePack } from '../../hostile/packs.ts';
import { fastImport, writeTo } from '../fast-import.ts';
import { git } from '../git.ts';
import { seededRandom } from '../random.ts';
import { sourceBlock } from './file-cases.ts';
import { commitHeader, newRepository } from './history-repository.ts';
import { writeLooseBlob } from './loose-blob.ts';
import { keyLine, type MadeCase, MEGABYTE, type SizeCase } from './size-case.ts';

export const LARGE_OBJECTS: readonly SizeCase[] = [
  {
    name: 'packed-object',
    unit: 'MB',
    sizes: [256, 1024, 4096],
    diskBytes: (size) => size * MEGABYTE,
    make: packedObject,
  },
  {
    name: 'loose-object',
    unit: 'MB',
    sizes: [256, 1024, 4096],
    diskBytes: (size) => size * MEGABYTE,
    make: looseObject,
  },
  {
    name: 'delta-object',
    unit: 'MB',
    sizes: [24, 96, 384],
    diskBytes: (size) => 2 * size * MEGABYTE,
    make: deltaObject,
  },
];

async function packedObject(folder: string, megabytes: number): Promise<MadeCase> {
  await newRepository(folder);
  const block = sourceBlock();
  const end = Buffer.from(`\n${keyLine(seededRandom(1))}`);
  await git(folder, 'config', 'core.compression', '0');
  await fastImport(folder, async (stream) => {
    const size = megabytes * MEGABYTE + end.length;
    await writeTo(stream, `${commitHeader('main', 1)}M 100644 inline large.txt\ndata ${size}\n`);
    for (let at = 0; at < megabytes; at += 1) await writeTo(stream, block);
    await writeTo(stream, Buffer.concat([end, Buffer.from('\n')]));
  });
  return { args: ['--history', folder], keys: 1 };
}

async function looseObject(folder: string, megabytes: number): Promise<MadeCase> {
  await newRepository(folder);
  const end = Buffer.from(`\n${keyLine(seededRandom(1))}`);
  const oid = await writeLooseBlob(join(folder, '.git/objects'), sourceBlock(), megabytes, end);
  await fastImport(folder, (stream) =>
    writeTo(stream, `${commitHeader('main', 1)}M 100644 ${oid} large.txt\n`),
  );
  return { args: ['--history', folder], keys: 1 };
}

/** A large blob, and another one that is built on it and has the key at its end. */
async function deltaObject(folder: string, megabytes: number): Promise<MadeCase> {
  await newRepository(folder);
  const base = Buffer.alloc(megabytes * MEGABYTE, sourceBlock());
  const end = Buffer.from(`\n${keyLine(seededRandom(1))}`);
  const copies = Array.from({ length: megabytes }, (_, at) => copyInstruction(at * MEGABYTE, MEGABYTE));
  const delta = Buffer.concat([
    deltaSize(base.length),
    deltaSize(base.length + end.length),
    ...copies,
    Buffer.from([end.length]),
    end,
  ]);
  const result = blobId(Buffer.concat([base, end]));
  writePack({ folder }, [
    { type: BLOB, oid: blobId(base), content: base },
    { type: OFS_DELTA, base: 0, oid: result, content: delta },
  ]);
  await fastImport(folder, (stream) =>
    writeTo(
      stream,
      `${commitHeader('main', 1)}M 100644 ${blobId(base)} large.txt\n${commitHeader('main', 2)}M 100644 ${result} large.txt\n`,
    ),
  );
  return { args: ['--history', folder], keys: 1 };
}
