import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { HookName } from './hook-name.ts';

/** A program that manages a repository's hooks and would overwrite ours: with what to write into its configuration. */
export type HookManager = { readonly name: string; readonly recipe: (hook: HookName) => string };

const HUSKY: HookManager = {
  name: 'husky',
  recipe: (hook) => `add this line to .husky/${hook}: node_modules/.bin/keypetrel hook run ${hook} -- "$@"`,
};
const LEFTHOOK: HookManager = {
  name: 'lefthook',
  recipe: (hook) =>
    `add this to lefthook.yml: ${hook}: { commands: { keypetrel: { run: keypetrel hook run ${hook} -- {1}, use_stdin: true } } }`,
};
const PRE_COMMIT: HookManager = {
  name: 'pre-commit (pre-commit.com)',
  recipe: () =>
    'add keypetrel to .pre-commit-config.yaml (the README shows how), then: pre-commit install --hook-type pre-commit --hook-type pre-push',
};

/** Who manages the hooks of a folder; null when nobody does that is known. */
export function managerOf(folder: string, hookText: string | null): HookManager | null {
  if (basename(folder) === '_' && existsSync(join(folder, 'husky.sh'))) return HUSKY;
  if (basename(folder) === '_' && basename(join(folder, '..')) === '.husky') return HUSKY;
  if (hookText === null) return null;
  if (/lefthook/.test(hookText)) return LEFTHOOK;
  return /pre-commit\.com|\bpre_commit\b/.test(hookText) ? PRE_COMMIT : null;
}
