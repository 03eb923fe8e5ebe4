import { AskedObjects, type Blocks } from './asked-objects.ts';
import { BatchParser, type ObjectHeader } from './batch-parser.ts';
import { FEW_WINDOWS } from './environment.ts';
import type { ObjectId } from './object-id.ts';
import {
  type GitExit,
  type GitOptions,
  type GitPlace,
  type GitProcess,
  startGit,
  writeTo,
} from './process.ts';

/** Receives objects in the order in which they were asked for. Bytes are valid only during the call. */
export type ObjectReceiver<Wanted> = {
  begin(wanted: Wanted, header: ObjectHeader): void;
  /** A next part of the content; objects that arrive whole come in one part. */
  part(bytes: Buffer): void;
  end(wanted: Wanted, header: ObjectHeader): void;
  /** Not in the repository. */
  missing(wanted: Wanted): void;
  /** Its content cannot be read; called after `begin` and some parts when the break is in the middle. */
  corrupt(wanted: Wanted): void;
};

/** A repository whose every object is broken would otherwise start git once for each. */
const MAX_RESTARTS = 2000;
/** It takes a while until a git is found to take too much memory, or to wait: after so many, nothing more is asked for. */
const MOST_ENDED = 2;

/**
 * Streams objects through `git cat-file --batch`. git gives up at the first object that it cannot read:
 * that one is reported, and a new git goes on behind it.
 * @throws UserError when git is not installed; the signal's reason when it aborts.
 */
export async function readObjects<Wanted extends { readonly oid: ObjectId }>(
  place: GitPlace,
  objects: Blocks<Wanted>,
  receiver: ObjectReceiver<Wanted>,
  options: GitOptions = {},
): Promise<void> {
  const queue = new AskedObjects(objects);
  try {
    let ended = 0;
    for (let restarts = 0; restarts <= MAX_RESTARTS && (await queue.hasMore()); restarts += 1) {
      if (ended === MOST_ENDED) break;
      const { wasEnded } = await readUntilBreak(place, queue, receiver, options);
      if (wasEnded) ended += 1;
      const brokenAt = queue.restart();
      if (brokenAt !== undefined) receiver.corrupt(brokenAt);
    }
    for (let rest = await queue.nextBlock(); rest.length > 0; rest = await queue.nextBlock()) {
      for (const object of rest) receiver.corrupt(object);
    }
  } finally {
    await queue.close();
  }
}

async function readUntilBreak<Wanted extends { readonly oid: ObjectId }>(
  place: GitPlace,
  queue: AskedObjects<Wanted>,
  receiver: ObjectReceiver<Wanted>,
  options: GitOptions,
): Promise<GitExit> {
  const git = startGit(place, [...FEW_WINDOWS, 'cat-file', '--batch', '--buffer'], options);
  const parser = new BatchParser({
    begin: (header) => receiver.begin(queue.current(), header),
    part: (bytes) => receiver.part(bytes),
    end: (header) => receiver.end(queue.answer(), header),
    missing: () => receiver.missing(queue.answer()),
  });
  const asked = askAll(git, queue);
  // It is awaited below, but may fail while stdout is still being read.
  asked.catch(() => {});
  try {
    for await (const chunk of git.stdout) parser.push(chunk);
  } finally {
    git.kill();
  }
  await asked;
  return git.exit;
}

/** Writes the ids no faster than git reads them, so that neither side has to hold them. */
async function askAll<Wanted extends { readonly oid: ObjectId }>(
  git: GitProcess,
  queue: AskedObjects<Wanted>,
): Promise<void> {
  try {
    for (let block = await queue.nextBlock(); block.length > 0; block = await queue.nextBlock()) {
      const ids = block.map(({ oid }) => `${oid}\n`).join('');
      if (!(await writeTo(git, Buffer.from(ids, 'latin1')))) return;
    }
  } finally {
    // Also when the list fails: git would wait for more, and we for git.
    git.stdin.end();
  }
}
