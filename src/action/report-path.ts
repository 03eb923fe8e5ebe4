import { lstat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';

/**
 * Where a report goes that the workflow names. Within the workspace it may not go through a link: a pull request could
 * bring one along that leads to any file of the runner.
 * @param name relative to the workspace, or absolute.
 * @throws UserError for such a link.
 */
export async function reportPath(workspace: string, name: string): Promise<string> {
  const path = resolve(workspace, name);
  const inside = relative(resolve(workspace), path);
  if (inside.startsWith('..') || isAbsolute(inside)) return path;
  let current = resolve(workspace);
  for (const part of inside.split(sep)) {
    current = join(current, part);
    const stats = await lstat(current).catch(() => null);
    if (stats?.isSymbolicLink()) {
      throw new UserError(`no report is written to "${name}": "${relative(workspace, current)}" is a link`);
    }
  }
  return path;
}
