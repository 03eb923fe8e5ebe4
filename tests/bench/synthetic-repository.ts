import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { fastImport, writeTo } from './fast-import.ts';
import { git } from './git.ts';
import { type Random, seededRandom } from './random.ts';
import {
  binaryFile,
  edit,
  leakLine,
  lockFile,
  lockLine,
  sourceFile,
  sourceLine,
  type TextFile,
} from './synthetic-files.ts';

const SEED = 2139;
const COMMITS = 3_000;
const FIRST_FILES = 400;
const FOLDERS = ['src', 'src/api', 'src/core', 'src/ui', 'tests', 'tools', 'docs', 'infra'] as const;
/** Every so many commits: a merge, an image, a change of the lock file, a leaked key. */
const EVERY = { merge: 25, binary: 20, lock: 15, leak: 1_000 } as const;
const START = 1_700_000_000;
const LOCK_PATH = 'package-lock.json';

/**
 * Makes a bare repository in `folder` that is like a real one of middle size: 3,000 commits with merges,
 * about 20,000 blobs of source text that grow by small edits, a lock file, some images, and a few
 * keys to find and trace. The same on every machine. Returns its path.
 */
export async function makeRepository(folder: string): Promise<string> {
  const repository = join(folder, 'synthetic.git');
  await git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', repository);
  await fastImport(repository, (stream) => writeHistory(stream, seededRandom(SEED)));
  // fast-import hardly looks for deltas: this gives the pack that a server would send.
  await git(repository, 'repack', '-a', '-d', '-f', '-q');
  return repository;
}

async function writeHistory(stream: Writable, random: Random): Promise<void> {
  const files = new Map<string, TextFile>();
  for (let number = 1; number <= COMMITS; number += 1) {
    const changes = number === 1 ? firstFiles(random) : nextChanges(random, number, files);
    const parts = [commitHeader(number), ...changes.flatMap(([path, content]) => fileChange(path, content))];
    for (const [path, content] of changes) if (!Buffer.isBuffer(content)) files.set(path, content);
    await writeTo(stream, Buffer.concat(parts));
  }
}

type Change = readonly [path: string, content: TextFile | Buffer];

function firstFiles(random: Random): Change[] {
  const sources = Array.from({ length: FIRST_FILES }, (_, index) => newFile(random, index));
  return [...sources, [LOCK_PATH, lockFile(random, 600)]];
}

function newFile(random: Random, number: number): Change {
  return [`${random.pick(FOLDERS)}/module-${number}.ts`, sourceFile(random, 40 + random.below(400))];
}

function nextChanges(random: Random, number: number, files: ReadonlyMap<string, TextFile>): Change[] {
  const paths = [...files.keys()].filter((path) => path !== LOCK_PATH);
  const edited = new Set(
    Array.from({ length: 4 + random.below(6) }, () => paths[random.below(paths.length)] ?? LOCK_PATH),
  );
  const changes: Change[] = [...edited].map((path) => [
    path,
    edit(random, files.get(path) ?? [], sourceLine),
  ]);
  if (random.below(8) === 0) changes.push(newFile(random, FIRST_FILES + number));
  if (number % EVERY.lock === 0) {
    changes.push([LOCK_PATH, edit(random, files.get(LOCK_PATH) ?? [], lockLine)]);
  }
  if (number % EVERY.binary === 0) {
    changes.push([`docs/images/${number}.png`, binaryFile(random, 10_000 + random.below(100_000))]);
  }
  if (number % EVERY.leak === 0) changes.push([`infra/settings-${number}.env`, [leakLine(random)]]);
  return changes;
}

function commitHeader(number: number): Buffer {
  const time = `${START + number * 3_600} +0000`;
  const message = `Change number ${number}\n`;
  const merged = number % EVERY.merge === 0 ? `merge :${number - 10}\n` : '';
  return Buffer.from(
    `commit refs/heads/main\nmark :${number}\ncommitter Bench <bench@example.com> ${time}\n` +
      `data ${message.length}\n${message}${merged}`,
  );
}

function fileChange(path: string, content: TextFile | Buffer): Buffer[] {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(`${content.join('\n')}\n`);
  return [Buffer.from(`M 100644 inline ${path}\ndata ${bytes.length}\n`), bytes, Buffer.from('\n')];
}
