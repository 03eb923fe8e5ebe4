import { type CommitRange, listRangeObjects } from '../git/range.ts';
import type { Repository } from '../git/repository.ts';
import type { Progress } from '../scan-options.ts';
import { readListedObjects } from './git-history.ts';
import { HistoryProgress } from './history-progress.ts';
import type { Source } from './source.ts';

export type RangeOptions = {
  readonly repository: Repository;
  readonly range: CommitRange;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};

/**
 * What some commits bring in: their messages, and every content that none of their parents has at its path.
 * @throws UserError for a commit that is not there.
 */
export function rangeSource({ repository, range, signal, onProgress }: RangeOptions): Source {
  return async (emit, coverage) => {
    coverage.partialClone ||= repository.partialClone;
    const progress = new HistoryProgress(onProgress);
    const { objects, isShallow } = await listRangeObjects(repository, range, { signal });
    coverage.shallow ||= isShallow;
    progress.setTotal(objects.length);
    await readListedObjects(repository, [objects], emit, coverage, progress, signal);
    progress.finish();
  };
}
