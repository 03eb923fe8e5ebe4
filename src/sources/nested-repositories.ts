import { lstatSync } from 'node:fs';
import { decodePath } from '../git/path-name.ts';
import type { WorkingFile } from '../git/working-tree.ts';

const SLASH = 0x2f;
const GIT = Buffer.from('.git');

/**
 * Repositories within a work tree: submodules that are checked out, repositories and worktrees that somebody put
 * there, and those that git does not take for any, so that it lists their files as if they were the outer one's.
 * @param root of the work tree, with `/` at its end.
 * @returns their paths, relative to the root and without `/` at the end.
 */
export function findNestedRepositories(root: Buffer, files: Iterable<WorkingFile>): string[] {
  const known = new Set<string>();
  const nested: string[] = [];
  const visit = (folder: Buffer): void => {
    const key = folder.toString('latin1');
    if (folder.length === 0 || known.has(key)) return;
    known.add(key);
    visit(parentOf(folder));
    if (isThere(Buffer.concat([root, folder, GIT]))) nested.push(decodePath(folder.subarray(0, -1)));
  };
  for (const { kind, pathBytes } of files) {
    if (kind !== 'submodule') visit(parentOf(pathBytes));
    else visit(pathBytes.at(-1) === SLASH ? pathBytes : Buffer.concat([pathBytes, Buffer.of(SLASH)]));
  }
  return nested;
}

/** The folder of a path, with its slash; empty for the root. */
function parentOf(path: Buffer): Buffer {
  return path.subarray(0, path.lastIndexOf(SLASH, path.length - 2) + 1);
}

function isThere(path: Buffer): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
