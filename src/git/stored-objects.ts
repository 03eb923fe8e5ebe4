import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from './git-error.ts';
import type { ObjectType } from './object-table.ts';
import { listLooseObjects } from './pack/loose-objects.ts';
import { listObjectFolders } from './pack/object-folders.ts';
import { listPackIndexes, packStems } from './pack/stored-pack.ts';
import { type GitExit, type GitOptions, startGit, writeTo } from './process.ts';
import { hashLengthOf, type Repository } from './repository.ts';
import { NEWLINE, splitStream } from './split-stream.ts';

/** Receives what the object database holds. A line starts with the object's id in hex, and is valid only during the call. */
export type StoredObjects = {
  readonly object: (line: Buffer, type: ObjectType) => void;
  /** It is there, and its header cannot be read. */
  readonly corrupt: (hex: string) => void;
  /** Something of the database itself cannot be read; the reason in words. */
  readonly broken: (reason: string) => void;
};

const FORMAT = '--batch-check=%(objectname) %(objecttype)';

/**
 * Lists all objects of the database, in pack order. git gives up at the first pack or folder that it cannot read, of a
 * folder without saying so in its status: then each object that has a file of its own or that the index of a pack
 * names is asked for, those listed already among them.
 */
export async function listStoredObjects(
  repository: Repository,
  receiver: StoredObjects,
  options: GitOptions,
): Promise<void> {
  const args = ['cat-file', '--batch-all-objects', '--unordered', '--buffer', FORMAT];
  const guarded = { ...options, mostMemory: await memoryToList(repository) };
  const git = startGit(repository, args, guarded);
  git.stdin.end();
  const exit = await readAnswers(git, repository, receiver);
  if (exit.code === 0 && !/^error: unable to open /m.test(exit.stderr)) return;
  receiver.broken(reasonOf(exit));
  await askForEach(repository, receiver, guarded);
}

/** What git needs at most to list names and types, in bytes: it remembers each name. In a circle of deltas it takes more. */
async function memoryToList(repository: Repository): Promise<number> {
  const folders = await listObjectFolders(join(repository.commonDir, 'objects'));
  let count = 0;
  for (const folder of folders) {
    // One folder of 256 stands for all, as in git's own estimate of loose objects.
    count += 256 * (await readdir(join(folder.path, '17')).catch(() => [])).length;
    for (const stem of await packStems(folder)) count += (await stat(`${stem}.idx`)).size / BYTES_IN_INDEX;
  }
  return LEAST_MEMORY + count * BYTES_TO_LIST;
}

const LEAST_MEMORY = 128 * 1024 * 1024;
/** Of each object, in the index of a pack and in git's memory. */
const BYTES_IN_INDEX = 28;
const BYTES_TO_LIST = 256;

async function askForEach(
  repository: Repository,
  receiver: StoredObjects,
  options: GitOptions,
): Promise<void> {
  const folders = await listObjectFolders(join(repository.commonDir, 'objects'));
  const indexes = await listPackIndexes(folders, hashLengthOf(repository));
  const git = startGit(repository, ['cat-file', '--buffer', FORMAT], options);
  const asked = (async () => {
    for (const hexes of [listLooseObjects(folders), ...indexes.map((index) => index.hexes())]) {
      for (const hex of hexes) if (!(await writeTo(git, Buffer.from(`${hex}\n`, 'latin1')))) return;
    }
  })().finally(() => git.stdin.end());
  // It is awaited below, but may fail while stdout is still being read.
  asked.catch(() => {});
  await readAnswers(git, repository, receiver);
  await asked;
}

async function readAnswers(
  git: ReturnType<typeof startGit>,
  repository: Repository,
  { object, corrupt }: StoredObjects,
): Promise<GitExit> {
  const hexLength = 2 * hashLengthOf(repository);
  await splitStream(git.stdout, NEWLINE, (line) => {
    const word = readListedWord(line, hexLength + 1);
    if (word === 'missing') corrupt(line.toString('latin1', 0, hexLength));
    else object(line, word);
  });
  return git.exit;
}

/** The type in a line of `--batch-check`, told by its first letters: there are millions of lines. */
function readListedWord(line: Buffer, at: number): ObjectType | 'missing' {
  switch (line[at]) {
    case 0x62:
      return 'blob';
    case 0x63:
      return 'commit';
    case 0x74:
      return line[at + 1] === 0x61 ? 'tag' : 'tree';
    default:
      return 'missing';
  }
}
