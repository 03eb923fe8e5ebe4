import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How a file of one tree differs from the other. */
export type TreeDifference = { readonly path: string; readonly state: 'changed' | 'missing' | 'superfluous' };

/** What would have to change in `actual` for it to be byte for byte `expected`, in the order of paths. */
export async function compareTrees(expected: string, actual: string): Promise<TreeDifference[]> {
  const expectedPaths = await listFiles(expected);
  const actualPaths = await listFiles(actual);
  const differences: TreeDifference[] = [];
  for (const path of new Set([...expectedPaths, ...actualPaths])) {
    if (!actualPaths.has(path)) differences.push({ path, state: 'missing' });
    else if (!expectedPaths.has(path)) differences.push({ path, state: 'superfluous' });
    else if (!(await sameContent(join(expected, path), join(actual, path))))
      differences.push({ path, state: 'changed' });
  }
  return differences.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function listFiles(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return new Set(
    files.map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    ),
  );
}

async function sameContent(first: string, second: string): Promise<boolean> {
  const [a, b] = await Promise.all([readFile(first), readFile(second)]);
  return a.equals(b);
}
