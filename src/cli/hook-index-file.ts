import { resolve } from 'node:path';
import type { Host } from './host.ts';

/** The index that git names for a hook: with `git commit FILE` and `git commit -a` it is not the repository's own. */
export function hookIndexFile({ env }: Host): string | null {
  const file = env['GIT_INDEX_FILE'];
  return file === undefined || file === '' ? null : resolve(file);
}
