import type { ContentScreen } from '../git/pack/content-screen.ts';
import { type CommitRange, listRangeObjects } from '../git/range.ts';
import type { Repository } from '../git/repository.ts';
import type { Progress } from '../scan-options.ts';
import { FileNames } from './file-names.ts';
import { readListedObjects } from './git-history.ts';
import { HistoryProgress } from './history-progress.ts';
import type { Source } from './source.ts';
import { TreeNames } from './tree-names.ts';

export type RangeOptions = {
  readonly repository: Repository;
  readonly range: CommitRange;
  /** Tells which names are worth a look; without it they all are. */
  readonly screen?: ContentScreen | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};

/**
 * What some commits bring in: their messages, and every content that none of their parents has at its path, with
 * the path's last name.
 * @throws UserError for a commit that is not there.
 */
export function rangeSource({ repository, range, screen, signal, onProgress }: RangeOptions): Source {
  return async (emit, coverage) => {
    coverage.partialClone ||= repository.partialClone;
    const progress = new HistoryProgress(onProgress);
    const { objects, isShallow } = await listRangeObjects(repository, range, { signal });
    coverage.shallow ||= isShallow;
    progress.setTotal(objects.length);
    const names = new FileNames(emit, screen);
    for (const { oid, type, path } of objects) {
      if (type === 'blob' && path !== null)
        names.add(path, (named) => ({ kind: 'object', type, oid, path: named, isName: true }));
    }
    names.flush();
    const trees = new TreeNames(repository, emit, screen);
    await readListedObjects(repository, [objects], emit, trees, coverage, progress, signal);
    progress.finish();
  };
}
