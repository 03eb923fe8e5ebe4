import { type ObjectId, parseObjectId } from './object-id.ts';
import { type GitOptions, startGit } from './process.ts';
import type { Repository } from './repository.ts';
import { NEWLINE, splitStream } from './split-stream.ts';

/** An entry of a reflog. */
export type ReflogEntry = {
  /** As git understands it: `refs/heads/main@{2}`, `HEAD@{0}`, `worktrees/one/HEAD@{1}`. */
  readonly name: string;
  readonly target: ObjectId;
};

/** Every stash, the newest first: `refs/stash@{0}` and on. Empty when the reflog of the stash is gone. */
export async function listStashes(repository: Repository, options: GitOptions = {}): Promise<ReflogEntry[]> {
  return readEntries(repository, ['refs/stash', '--'], options);
}

/** The entries of all reflogs, also of other worktrees; those of the stash are left out. */
export async function listReflogEntries(
  repository: Repository,
  options: GitOptions = {},
): Promise<ReflogEntry[]> {
  const entries = await readEntries(repository, ['--all', '--'], options);
  return entries.filter(({ name }) => !name.startsWith('refs/stash@'));
}

/** What git prints before it stops at something broken stands: this names places, it finds nothing. */
async function readEntries(
  repository: Repository,
  of: readonly string[],
  options: GitOptions,
): Promise<ReflogEntry[]> {
  const git = startGit(
    repository,
    ['log', '--walk-reflogs', '--no-color', '--format=%H %gD', ...of],
    options,
  );
  git.stdin.end();
  const entries: ReflogEntry[] = [];
  await splitStream(git.stdout, NEWLINE, (line) => {
    const text = line.toString('utf8');
    const space = text.indexOf(' ');
    const target = parseObjectId(text.slice(0, space));
    if (target !== null) entries.push({ name: text.slice(space + 1), target });
  });
  await git.exit;
  return entries;
}
