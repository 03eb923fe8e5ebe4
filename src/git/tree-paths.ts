import type { ObjectId } from './object-id.ts';
import { decodePath } from './path-name.ts';
import { type GitOptions, startGit } from './process.ts';
import type { Repository } from './repository.ts';
import { NUL, splitStream } from './split-stream.ts';

/** At which paths a tree has objects. */
export type TreePaths = {
  readonly paths: ReadonlyMap<string, ReadonlySet<string>>;
  /** False when a tree is missing or broken: then there may be more. */
  readonly complete: boolean;
};

/**
 * At which paths a commit or tree has the wanted objects, by object id.
 * @param tree null: none, such as the commit that is checked out while there is none.
 */
export async function findInTree(
  repository: Repository,
  tree: ObjectId | null,
  wanted: ReadonlySet<string>,
  options: GitOptions = {},
): Promise<TreePaths> {
  const paths = new Map<string, Set<string>>();
  if (tree === null || wanted.size === 0) return { paths, complete: true };
  const isListed = await eachPath(repository, tree, options, (part) => {
    const tab = part.indexOf('\t');
    const oid = part.toString('latin1', part.lastIndexOf(' ', tab) + 1, tab);
    if (!wanted.has(oid)) return;
    const known = paths.get(oid) ?? new Set<string>();
    paths.set(oid, known.add(decodePath(part.subarray(tab + 1))));
  });
  return { paths, complete: isListed };
}

/** Trees that are made of each other list ten billion paths with a dozen objects: https://kate.io/blog/git-bomb/ */
const MOST_PATHS = 10_000_000;

/**
 * Lists all files in a commit or tree.
 * @param take gets `<mode> SP <type> SP <oid> TAB <path>`, valid only during the call.
 * @returns false when a tree is missing or broken, or there are more than can be: then not all were listed.
 */
export async function eachPath(
  repository: Repository,
  tree: ObjectId,
  options: GitOptions,
  take: (part: Buffer) => void,
): Promise<boolean> {
  const git = startGit(repository, ['ls-tree', '-r', '-z', '--full-tree', tree], options);
  git.stdin.end();
  let count = 0;
  await splitStream(git.stdout, NUL, (part) => {
    count += 1;
    if (count === MOST_PATHS) git.kill();
    if (count <= MOST_PATHS) take(part);
  });
  return (await git.exit).code === 0;
}
