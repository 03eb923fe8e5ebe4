import { decodePath } from './path-name.ts';
import { type GitOptions, startGit } from './process.ts';
import type { Repository } from './repository.ts';
import { NUL, splitStream } from './split-stream.ts';

/** At which paths the commit that is checked out has the wanted objects, by object id. */
export async function findInHead(
  repository: Repository,
  wanted: ReadonlySet<string>,
  options: GitOptions = {},
): Promise<Map<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>();
  if (repository.head === null) return found;
  const git = startGit(repository, ['ls-tree', '-r', '-z', '--full-tree', repository.head], options);
  git.stdin.end();
  await splitStream(git.stdout, NUL, (part) => {
    const tab = part.indexOf('\t');
    const oid = part.toString('latin1', part.lastIndexOf(' ', tab) + 1, tab);
    if (!wanted.has(oid)) return;
    const paths = found.get(oid) ?? new Set<string>();
    found.set(oid, paths.add(decodePath(part.subarray(tab + 1))));
  });
  // A tree that is missing or broken ends the list early; the history says so on its own.
  await git.exit;
  return found;
}
