import { listUnreadableFiles } from '../git/unreadable-files.ts';
import { readGitHistory } from './git-history.ts';
import type { HistoryOptions } from './history-options.ts';
import { HistoryProgress } from './history-progress.ts';
import type { Source } from './source.ts';

export type { HistoryOptions } from './history-options.ts';

/**
 * Every blob, commit and tag of a repository's history, each once: see `listObjects` for which. With a screen only
 * those that it lets through are emitted; all are counted.
 */
export function historySource(given: HistoryOptions): Source {
  const { repository, screen } = given;
  return async (emit, coverage) => {
    coverage.shallow ||= repository.shallow;
    coverage.partialClone ||= repository.partialClone;
    const unreadable = listUnreadableFiles(repository);
    for (const path of unreadable) coverage.skip('unreadable', path);
    // Where some refs or reflogs are closed to us, nobody can tell what they reach.
    const options = unreadable.length === 0 ? given : { ...given, allObjects: true };
    const progress = new HistoryProgress(options.onProgress);
    if (screen === undefined) await readGitHistory(options, emit, coverage, progress);
    else {
      const { readPackHistory } = await import('./pack-history.ts');
      await readPackHistory(options, screen, emit, coverage, progress);
    }
    progress.finish();
  };
}
