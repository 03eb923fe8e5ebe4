import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** As the advice names it; from PyPI, pinned. */
const VERSION = '2.47.0';
const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache');

/**
 * The environment of a person who has git-filter-repo, as `git filter-repo` finds it. Where it is not installed it is put into
 * `node_modules/.cache` once, which needs Python 3 with pip and its registry.
 */
export function environmentWithFilterRepo(): Record<string, string> {
  const path = process.env['PATH'] ?? '';
  if (isOnPath(path)) return { PATH: path };
  const folder = join(CACHE, `git-filter-repo-${VERSION}`);
  if (!existsSync(folder)) install(folder);
  return { PATH: [join(folder, 'bin'), path].join(delimiter), PYTHONPATH: folder };
}

function isOnPath(path: string): boolean {
  return path.split(delimiter).some((folder) => existsSync(join(folder, 'git-filter-repo')));
}

function install(folder: string): void {
  mkdirSync(CACHE, { recursive: true });
  // Test files run at once: each installs into a folder of its own, and the first one to be ready wins.
  const scratch = mkdtempSync(join(CACHE, 'git-filter-repo-'));
  try {
    execFileSync(
      'python3',
      ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', scratch, `git-filter-repo==${VERSION}`],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    if (!existsSync(folder)) renameSync(scratch, folder);
  } catch (error) {
    throw new Error('git-filter-repo is needed, and python3 with pip could not install it', { cause: error });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
