import { readObjects } from '../git/cat-file.ts';
import type { ObjectId } from '../git/object-id.ts';
import { type ListedObject, listObjects } from '../git/objects.ts';
import type { Repository } from '../git/repository.ts';
import type { Progress } from '../scan-options.ts';
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

const OBJECTS_PER_PROGRESS = 256;

/** Every blob, commit and tag of a repository's history, each once: see `listObjects` for which. */
export function historySource(options: HistoryOptions): Source {
  const { repository, signal, onProgress, skip = () => false } = options;
  return async (emit, coverage) => {
    coverage.shallow ||= repository.shallow;
    coverage.partialClone ||= repository.partialClone;
    const list = await listObjects(repository, { allObjects: options.allObjects ?? false, signal });
    for (const { reason, example } of list.problems) coverage.skip(reason, example);
    let done = 0;
    const report = (): void => {
      if (done % OBJECTS_PER_PROGRESS === 0) onProgress?.({ phase: 'history', done, total: list.count });
      done += 1;
    };
    function* wanted(): Iterable<ListedObject> {
      for (const object of list.objects()) {
        if (!skip(object.oid)) yield object;
        else {
          coverage.objects.fromCache += 1;
          report();
        }
      }
    }
    const windower = new Windower(emit);
    await readObjects(
      repository,
      wanted(),
      {
        begin: ({ oid, type, path }, { size }) => windower.begin([{ kind: 'object', type, oid, path }], size),
        part: (bytes) => windower.push(bytes),
        end: ({ type }, { size }) => {
          windower.end();
          report();
          coverage.objects.scanned += 1;
          coverage.objects.bytes += size;
          if (type === 'commit') coverage.commits += 1;
        },
        missing: ({ oid }) => {
          report();
          coverage.skip('missing-object', oid);
        },
        corrupt: ({ oid }) => {
          report();
          coverage.skip('corrupt-object', oid);
        },
      },
      { signal },
    );
    onProgress?.({ phase: 'history', done, total: list.count });
  };
}
