import { BatchParser, type ObjectHeader } from './batch-parser.ts';
import type { ObjectId } from './object-id.ts';
import { type GitOptions, type GitPlace, type GitProcess, startGit, writeTo } from './process.ts';

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
const IDS_PER_WRITE = 1024;

/**
 * Streams objects through `git cat-file --batch`. git gives up at the first object that it cannot read:
 * that one is reported, and a new git goes on behind it.
 * @throws UserError when git is not installed; the signal's reason when it aborts.
 */
export async function readObjects<Wanted extends { readonly oid: ObjectId }>(
  place: GitPlace,
  objects: Iterable<Wanted>,
  receiver: ObjectReceiver<Wanted>,
  options: GitOptions = {},
): Promise<void> {
  const queue = new AskedObjects(objects);
  for (let restarts = 0; restarts <= MAX_RESTARTS && queue.hasMore(); restarts += 1) {
    await readUntilBreak(place, queue, receiver, options);
    const brokenAt = queue.restart();
    if (brokenAt !== undefined) receiver.corrupt(brokenAt);
  }
  for (const rest of queue.drain()) receiver.corrupt(rest);
}

async function readUntilBreak<Wanted extends { readonly oid: ObjectId }>(
  place: GitPlace,
  queue: AskedObjects<Wanted>,
  receiver: ObjectReceiver<Wanted>,
  options: GitOptions,
): Promise<void> {
  const git = startGit(place, ['cat-file', '--batch', '--buffer'], options);
  const parser = new BatchParser({
    begin: (header) => receiver.begin(queue.current(), header),
    part: (bytes) => receiver.part(bytes),
    end: (header) => receiver.end(queue.answered(), header),
    missing: () => receiver.missing(queue.answered()),
  });
  try {
    const asked = askAll(git, queue);
    for await (const chunk of git.stdout) parser.push(chunk);
    await asked;
    await git.exit;
  } finally {
    git.kill();
  }
}

/** Writes the ids no faster than git reads them, so that neither side has to hold them. */
async function askAll<Wanted extends { readonly oid: ObjectId }>(
  git: GitProcess,
  queue: AskedObjects<Wanted>,
): Promise<void> {
  for (let block = queue.nextBlock(IDS_PER_WRITE); block.length > 0; block = queue.nextBlock(IDS_PER_WRITE)) {
    const isOpen = await writeTo(git, Buffer.from(block.map(({ oid }) => `${oid}\n`).join(''), 'latin1'));
    if (!isOpen) return;
  }
  git.stdin.end();
}

/** The objects still to be asked for, and those asked for and not answered yet. */
class AskedObjects<Wanted> {
  readonly #source: Iterator<Wanted>;
  #isSourceDone = false;
  /** Asked for in an earlier git that ended before answering. */
  #again: Wanted[] = [];
  #pending: Wanted[] = [];
  /** Answered ones at the start of `#pending`; cut off now and then, since `shift` would be slow. */
  #done = 0;

  constructor(objects: Iterable<Wanted>) {
    this.#source = objects[Symbol.iterator]();
  }

  nextBlock(size: number): Wanted[] {
    const block = this.#again.splice(0, size);
    while (block.length < size) {
      const next = this.#next();
      if (next === undefined) break;
      block.push(next);
    }
    for (const each of block) this.#pending.push(each);
    return block;
  }

  /** The object that git is answering. */
  current(): Wanted {
    const object = this.#pending[this.#done];
    if (object === undefined) throw new Error('git answered more than it was asked');
    return object;
  }

  answered(): Wanted {
    const object = this.current();
    this.#done += 1;
    if (this.#done === 4 * IDS_PER_WRITE) {
      this.#pending = this.#pending.slice(this.#done);
      this.#done = 0;
    }
    return object;
  }

  hasMore(): boolean {
    if (this.#again.length > 0) return true;
    const next = this.#next();
    if (next !== undefined) this.#again.push(next);
    return next !== undefined;
  }

  /** After git has ended: the object it ended at, if it did not answer all; the rest is asked for again. */
  restart(): Wanted | undefined {
    const [brokenAt, ...rest] = this.#pending.slice(this.#done);
    this.#again = [...rest, ...this.#again];
    this.#pending = [];
    this.#done = 0;
    return brokenAt;
  }

  *drain(): Iterable<Wanted> {
    yield* this.#again;
    for (let next = this.#next(); next !== undefined; next = this.#next()) yield next;
  }

  #next(): Wanted | undefined {
    if (this.#isSourceDone) return undefined;
    const { value, done } = this.#source.next();
    this.#isSourceDone = done === true;
    return done === true ? undefined : value;
  }
}
