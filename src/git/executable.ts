import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * The program to start for git. On Windows a bare name is looked for in the current folder first, and a
 * hostile repository may hold a `git.exe`: so the absolute folders of PATH are searched here.
 */
export function gitExecutable(platform: NodeJS.Platform = process.platform, path = searchPath()): string {
  if (platform !== 'win32') return 'git';
  const folder = path.split(delimiter).find((each) => isAbsolute(each) && existsSync(join(each, 'git.exe')));
  return folder === undefined ? 'git-not-found-on-path' : join(folder, 'git.exe');
}

function searchPath(): string {
  return process.env['PATH'] ?? process.env['Path'] ?? '';
}
