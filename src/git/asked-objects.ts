/** Objects to read, in blocks as they become known. */
export type Blocks<Wanted> = AsyncIterable<readonly Wanted[]> | Iterable<readonly Wanted[]>;

/** Most objects that are handed out at once: their ids fit into a pipe. */
const HANDOUT_SIZE = 1024;

/** The objects still to be asked for, and those asked for and not answered yet. Answers come in order. */
export class AskedObjects<Wanted> {
  readonly #source: AsyncIterator<readonly Wanted[]> | Iterator<readonly Wanted[]>;
  /** The objects to hand out next. */
  #block: readonly Wanted[] = [];
  #handedOut = 0;
  #pending: Wanted[] = [];
  /** Answered ones at the start of `#pending`; cut off now and then, since `shift` would be slow. */
  #answered = 0;

  constructor(blocks: Blocks<Wanted>) {
    this.#source =
      Symbol.asyncIterator in blocks ? blocks[Symbol.asyncIterator]() : blocks[Symbol.iterator]();
  }

  async hasMore(): Promise<boolean> {
    while (this.#handedOut >= this.#block.length) {
      const { value, done } = await this.#source.next();
      if (done === true) return false;
      this.#block = value;
      this.#handedOut = 0;
    }
    return true;
  }

  /** The next objects to ask for; empty at the end. */
  async nextBlock(): Promise<readonly Wanted[]> {
    if (!(await this.hasMore())) return [];
    const handout = this.#block.slice(this.#handedOut, this.#handedOut + HANDOUT_SIZE);
    this.#handedOut += handout.length;
    for (const object of handout) this.#pending.push(object);
    return handout;
  }

  /** The object that git is answering. */
  current(): Wanted {
    const object = this.#pending[this.#answered];
    if (object === undefined) throw new Error('git answered more than it was asked');
    return object;
  }

  /** Ends the answer to the current object. */
  answer(): Wanted {
    const object = this.current();
    this.#answered += 1;
    if (this.#answered === 4 * HANDOUT_SIZE) {
      this.#pending = this.#pending.slice(this.#answered);
      this.#answered = 0;
    }
    return object;
  }

  /** After git has ended: the object it ended at, if it did not answer all; what is behind is asked for again. */
  restart(): Wanted | undefined {
    const [brokenAt, ...rest] = this.#pending.slice(this.#answered);
    this.#block = [...rest, ...this.#block.slice(this.#handedOut)];
    this.#handedOut = 0;
    this.#pending = [];
    this.#answered = 0;
    return brokenAt;
  }

  /** Lets the source clean up when not all of it was read. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
