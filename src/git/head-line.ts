import { decodePath } from './path-name.ts';
import { type GitOptions, startGit } from './process.ts';
import { type LoggedCommit, RAW_LOG_FORMAT, RawLogParser } from './raw-log.ts';
import type { Repository } from './repository.ts';
import { NUL, splitStream } from './split-stream.ts';

/** What a commit of HEAD's own line took away: a content that stood at a path, and what stands there now. */
export type Removal = {
  readonly commit: LoggedCommit;
  readonly path: string;
  readonly before: string;
  readonly after: string;
};

/** A command line has a limit: see `content-changes.ts`. */
const MOST_PATH_BYTES = 16_000;

/**
 * What disappeared along the line of first parents that ends in HEAD, the latest first. Where the line takes in other
 * branches, a merge counts as the commit that made the change.
 * @param contents ids of blobs.
 * @param paths at which they stood.
 */
export async function listRemovals(
  repository: Repository,
  contents: ReadonlySet<string>,
  paths: ReadonlySet<string>,
  options: GitOptions = {},
): Promise<Removal[]> {
  if (repository.head === null || contents.size === 0) return [];
  const format = [...RAW_LOG_FORMAT, '--first-parent', '--diff-merges=first-parent'];
  const args = ['log', ...format, '--end-of-options', repository.head, '--', ...limitTo(paths)];
  const git = startGit(repository, args, options);
  git.stdin.end();
  const removals: Removal[] = [];
  let current: LoggedCommit | null = null;
  const parser = new RawLogParser({
    commit: (commit) => {
      current = commit;
    },
    change(after, pathBytes, before) {
      const [old = ''] = before;
      if (current === null || after === old || !contents.has(old)) return;
      removals.push({ commit: current, path: decodePath(pathBytes), before: old, after });
    },
  });
  await splitStream(git.stdout, NUL, (part) => parser.push(part));
  await git.exit;
  return removals;
}

/** All paths, or none where they are too many; a name that is no text cannot be asked for. */
function limitTo(paths: ReadonlySet<string>): string[] {
  const bytes = [...paths].reduce((sum, path) => sum + Buffer.byteLength(path) + 1, 0);
  const isText = [...paths].every((path) => !/\\x[0-9a-f]{2}/.test(path));
  return bytes <= MOST_PATH_BYTES && isText ? [...paths] : [];
}
