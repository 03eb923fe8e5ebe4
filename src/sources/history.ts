import { GitError, reasonOf } from '../git/git-error.ts';
import { listRefNames } from '../git/ref-names.ts';
import { listUnreadableFiles } from '../git/unreadable-files.ts';
import type { Coverage } from './coverage.ts';
import { readGitHistory } from './git-history.ts';
import type { HistoryOptions, ReadHistory } from './history-options.ts';
import { HistoryProgress } from './history-progress.ts';
import { NameScanner } from './names.ts';
import type { Emit, Source } from './source.ts';

export type { HistoryOptions } from './history-options.ts';

/**
 * Every blob, commit and tag of a repository's history, each once: see `listObjects` for which; and the names of its
 * files, folders and refs. With a screen only those that it lets through are emitted; all objects are counted.
 */
export function historySource(given: HistoryOptions): Source {
  const { repository } = given;
  return async (emit, coverage) => {
    coverage.shallow ||= repository.shallow;
    coverage.partialClone ||= repository.partialClone;
    const unreadable = listUnreadableFiles(repository);
    for (const path of unreadable) coverage.skip('unreadable', path);
    // Where some refs or reflogs are closed to us, nobody can tell what they reach, nor that they do not reach it.
    const options = unreadable.length === 0 ? given : { ...given, allObjects: true };
    if (unreadable.length > 0) given.memory?.forget();
    const progress = new HistoryProgress(options.onProgress);
    const gaps = coverage.gapCount;
    const read = await readObjects(options, emit, coverage, progress);
    // What git calls missing, as a partial clone has it, is remembered as that; with any other gap nothing is.
    if (read !== null && coverage.gapCount - gaps === read.missing.length) options.memory?.onRead(read);
    const reason = await scanRefNames(options, emit);
    // Where the walk of the history has told of a gap already, it is most likely the same one.
    if (reason !== null && coverage.gapCount === gaps) coverage.skip('unreadable', reason);
    progress.finish();
  };
}

/** @returns what was read, when that can be remembered. */
async function readObjects(
  options: HistoryOptions,
  emit: Emit,
  coverage: Coverage,
  progress: HistoryProgress,
): Promise<ReadHistory | null> {
  const { screen, memory, allObjects = false } = options;
  if (memory != null && memory.known !== null && !allObjects) {
    const { readNewHistory } = await import('./new-history.ts');
    const read = await readNewHistory(options, memory.known, emit, coverage, progress);
    if (read !== null) return read;
    memory.forget();
  }
  if (screen !== undefined) {
    const { readPackHistory } = await import('./pack-history.ts');
    return readPackHistory(options, screen, emit, coverage, progress);
  }
  await readGitHistory(options, emit, coverage, progress);
  return null;
}

/** @returns why not all names could be listed, or null. */
async function scanRefNames(
  { repository, screen, signal }: HistoryOptions,
  emit: Emit,
): Promise<string | null> {
  const names = new NameScanner(emit, screen);
  const add = (name: string) => names.add(withoutNamespace(name), () => ({ kind: 'ref', name }));
  try {
    await listRefNames(repository, add, { signal });
    return null;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return reasonOf(error);
  } finally {
    names.flush();
  }
}

/** `refs/heads/a/b` as `a/b`: what is before it nobody pastes. */
function withoutNamespace(name: string): string {
  return name.replace(/^refs\/[^/]*\//, '');
}
