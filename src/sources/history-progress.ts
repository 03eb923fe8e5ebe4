import type { Progress } from '../scan-options.ts';

const OBJECTS_PER_REPORT = 256;

/** Counts objects, and reports now and then; the total is known once listing is done. */
export class HistoryProgress {
  readonly #onProgress: ((progress: Progress) => void) | undefined;
  #done = 0;
  #reported = 0;
  #total: number | null = null;

  constructor(onProgress: ((progress: Progress) => void) | undefined) {
    this.#onProgress = onProgress;
  }

  setTotal(total: number): void {
    this.#total = total;
  }

  /** Sets how many objects are done, where they are counted elsewhere. */
  setDone(done: number): void {
    this.advance(done - this.#done);
  }

  advance(count = 1): void {
    this.#done += count;
    if (this.#done - this.#reported >= OBJECTS_PER_REPORT) this.finish();
  }

  finish(): void {
    this.#reported = this.#done;
    this.#onProgress?.({ phase: 'history', done: this.#done, total: this.#total });
  }
}
