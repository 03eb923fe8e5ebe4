import { readObjects } from '../git/cat-file.ts';
import type { ObjectId } from '../git/object-id.ts';
import { type ListedObject, listObjects } from '../git/objects.ts';
import type { Repository } from '../git/repository.ts';
import type { Progress } from '../scan-options.ts';
import type { Coverage } from './coverage.ts';
import type { Source } from './source.ts';
import { Windower } from './windows.ts';

export type HistoryOptions = {
  readonly repository: Repository;
  /** Unreachable objects as well. */
  readonly allObjects?: boolean;
  /** Objects that need not be read; they count as `fromCache`. */
  readonly skip?: (oid: ObjectId) => boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};

/** Every blob, commit and tag of a repository's history, each once: see `listObjects` for which. */
export function historySource(options: HistoryOptions): Source {
  const { repository, signal } = options;
  return async (emit, coverage) => {
    coverage.shallow ||= repository.shallow;
    coverage.partialClone ||= repository.partialClone;
    const progress = new HistoryProgress(options.onProgress);
    const windower = new Windower(emit);
    await readObjects(
      repository,
      listUnskipped(options, coverage, progress),
      {
        begin: ({ oid, type, path }, { size }) => windower.begin([{ kind: 'object', type, oid, path }], size),
        part: (bytes) => windower.push(bytes),
        end: ({ type }, { size }) => {
          windower.end();
          progress.advance();
          coverage.objects.scanned += 1;
          coverage.objects.bytes += size;
          if (type === 'commit') coverage.commits += 1;
        },
        missing: ({ oid }) => {
          progress.advance();
          coverage.skip('missing-object', oid);
        },
        corrupt: ({ oid }) => {
          progress.advance();
          coverage.skip('corrupt-object', oid);
        },
      },
      { signal },
    );
    progress.finish();
  };
}

async function* listUnskipped(
  { repository, allObjects = false, skip, signal }: HistoryOptions,
  coverage: Coverage,
  progress: HistoryProgress,
): AsyncIterable<readonly ListedObject[]> {
  const blocks = listObjects(repository, {
    allObjects,
    signal,
    onProblem: ({ reason, example }) => coverage.skip(reason, example),
    onListed: (count) => progress.setTotal(count),
  });
  if (skip === undefined) yield* blocks;
  else {
    for await (const block of blocks) {
      const wanted = block.filter(({ oid }) => !skip(oid));
      const skipped = block.length - wanted.length;
      coverage.objects.fromCache += skipped;
      progress.advance(skipped);
      yield wanted;
    }
  }
}

const OBJECTS_PER_REPORT = 256;

/** Counts objects, and reports now and then; the total is known once listing is done. */
class HistoryProgress {
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

  advance(count = 1): void {
    this.#done += count;
    if (this.#done - this.#reported >= OBJECTS_PER_REPORT) this.finish();
  }

  finish(): void {
    this.#reported = this.#done;
    this.#onProgress?.({ phase: 'history', done: this.#done, total: this.#total });
  }
}
