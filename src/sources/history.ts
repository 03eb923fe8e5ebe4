import { listRefNames } from '../git/ref-names.ts';
import { listUnreadableFiles } from '../git/unreadable-files.ts';
import { readGitHistory } from './git-history.ts';
import type { HistoryOptions } from './history-options.ts';
import { HistoryProgress } from './history-progress.ts';
import { NameScanner } from './names.ts';
import type { Emit, Source } from './source.ts';

export type { HistoryOptions } from './history-options.ts';

/**
 * Every blob, commit and tag of a repository's history, each once: see `listObjects` for which; and the names of its
 * files, folders and refs. With a screen only those that it lets through are emitted; all objects are counted.
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
    await scanRefNames(options, emit);
    progress.finish();
  };
}

async function scanRefNames({ repository, screen, signal }: HistoryOptions, emit: Emit): Promise<void> {
  const names = new NameScanner(emit, screen);
  const add = (name: string) => names.add(withoutNamespace(name), () => ({ kind: 'ref', name }));
  await listRefNames(repository, add, { signal });
  names.flush();
}

/** `refs/heads/a/b` as `a/b`: what is before it nobody pastes. */
function withoutNamespace(name: string): string {
  return name.replace(/^refs\/[^/]*\//, '');
}
