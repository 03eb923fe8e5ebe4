import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { readBaseline } from '../credentials/baseline.ts';
import { UserError } from '../errors.ts';
import { escapeControls } from '../git/git-error.ts';
import { runGit } from '../git/process.ts';
import type { Repository } from '../git/repository.ts';
import { readHook, removeHook, writeHook } from './hook-file.ts';
import { globalHookFolder, hookFolderOf, isInWorkTree, ownGlobalFolder } from './hook-folder.ts';
import { CLIENT_HOOKS, HOOK_NAMES, type HookName } from './hook-name.ts';
import { forwardScript, hookScript, ownHookOf, type Program, previousBeside } from './hook-script.ts';
import { managerOf } from './manager.ts';

/** What was done to one hook. */
export type HookChange = {
  readonly hook: string;
  readonly path: string;
  readonly change: 'installed' | 'renewed' | 'chained' | 'removed' | 'restored' | 'none';
};

/** What was done, and what the user should know of it. */
export type HookChanges = { readonly changes: readonly HookChange[]; readonly notes: readonly string[] };

/** Where a user's own configuration is looked for. */
export type UserPlace = {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/**
 * Installs hooks into a repository, where its git looks for them. A hook that is there is run first, and comes
 * back with `uninstall`.
 * @param baseline a file that the hooks do not block for what is in.
 * @throws UserError where a hook manager would overwrite them: with what to write into its configuration.
 */
export async function installHooks(
  repository: Repository,
  hooks: readonly HookName[],
  program: Program,
  baseline: string | null = null,
): Promise<HookChanges> {
  const folder = await hookFolderOf(repository);
  const known = baseline === null ? null : await baselineFor(repository, baseline);
  await refuseManagers(folder.path, hooks);
  const changes: HookChange[] = [];
  for (const hook of hooks) {
    changes.push(await install(folder.path, hook, hookScript(hook, program, previousBeside(hook), known)));
  }
  const notes: string[] = [];
  if (folder.origin !== 'default')
    notes.push(`core.hooksPath (${folder.origin}) says where hooks are: ${folder.path}`);
  if (folder.origin === 'global' || folder.origin === 'system') {
    notes.push('every repository that uses this folder is checked now');
  }
  if (isInWorkTree(folder.path, repository)) {
    notes.push(
      'the folder is part of the repository: the hook names a program on this machine, so do not commit it',
    );
  }
  return { changes, notes };
}

/**
 * The baseline as hooks name it, which run at the top of the work tree: relative where it lies in there, so that it is
 * the one of whichever work tree is committed to.
 * @throws UserError when it is none.
 */
async function baselineFor(repository: Repository, baseline: string): Promise<string> {
  await readBaseline(baseline);
  const path = realpathSync(baseline);
  const inside = relative(repository.workTree ?? repository.gitDir, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside.split(sep).join('/');
}

/**
 * Installs hooks for all repositories of the user. Without a folder for that, `core.hooksPath` is set to one of ours,
 * whose hooks hand on to those of each repository, since git no longer looks at them itself.
 */
export async function installGlobalHooks(
  hooks: readonly HookName[],
  program: Program,
  { cwd, env }: UserPlace,
): Promise<HookChanges> {
  const known = await globalHookFolder(cwd);
  const folder = known ?? ownGlobalFolder(env);
  await refuseManagers(folder, hooks);
  const changes: HookChange[] = [];
  const isOwn = folder === ownGlobalFolder(env);
  for (const hook of hooks) {
    const next = isOwn ? ownHookOf(hook) : previousBeside(hook);
    changes.push(await install(folder, hook, hookScript(hook, program, next)));
  }
  if (isOwn) await writeForwards(folder, hooks);
  if (known === null)
    await runGit({ cwd, indexFile: null }, ['config', '--global', 'core.hooksPath', folder]);
  const notes = [
    `core.hooksPath (global) ${known === null ? 'now names' : 'says where hooks are'}: ${folder}`,
    'a repository that sets core.hooksPath itself is not checked by these: "keypetrel hook status" tells',
  ];
  return { changes, notes };
}

/** All other hooks of a repository go on running. Those of ours that were not asked for this time stay. */
async function writeForwards(folder: string, hooks: readonly HookName[]): Promise<void> {
  for (const hook of CLIENT_HOOKS.filter((each) => !hooks.some((wanted) => wanted === each))) {
    const path = join(folder, hook);
    if ((await readHook(path)).kind === 'none') await writeHook(path, forwardScript(ownHookOf(hook)));
  }
}

async function install(folder: string, hook: HookName, script: string): Promise<HookChange> {
  const path = join(folder, hook);
  const before = await readHook(path);
  const isChained = await writeHook(path, script);
  return { hook, path, change: isChained ? 'chained' : before.kind === 'ours' ? 'renewed' : 'installed' };
}

async function refuseManagers(folder: string, hooks: readonly HookName[]): Promise<void> {
  for (const hook of hooks) {
    const file = await readHook(join(folder, hook));
    const manager = managerOf(folder, file.kind === 'other' ? file.text : null);
    if (manager === null) continue;
    throw new UserError(
      `${manager.name} manages the hooks in ${escapeControls(folder)}: ${manager.recipe(hook)}`,
    );
  }
}

/** Takes our hooks out of a repository, and puts those back that were there before. */
export async function uninstallHooks(
  repository: Repository,
  hooks: readonly HookName[],
): Promise<HookChanges> {
  const folder = await hookFolderOf(repository);
  return { changes: await removeAll(folder.path, hooks), notes: [] };
}

/** Takes our hooks out of the user's folder; with the last of them also our folder's name out of the configuration. */
export async function uninstallGlobalHooks(
  hooks: readonly HookName[],
  { cwd, env }: UserPlace,
): Promise<HookChanges> {
  const folder = await globalHookFolder(cwd);
  if (folder === null)
    return { changes: [], notes: ['core.hooksPath (global) is not set: nothing is installed'] };
  const changes = await removeAll(folder, hooks);
  if (folder !== ownGlobalFolder(env)) return { changes, notes: [] };
  for (const hook of hooks) await writeHook(join(folder, hook), forwardScript(ownHookOf(hook)));
  if (await hasCheck(folder)) return { changes, notes: [] };
  for (const hook of CLIENT_HOOKS) await removeHook(join(folder, hook));
  await runGit({ cwd, indexFile: null }, ['config', '--global', '--unset-all', 'core.hooksPath']);
  return { changes, notes: ['core.hooksPath (global) is no longer set'] };
}

/** Whether a hook that checks is left in our folder; the others only hand on. */
async function hasCheck(folder: string): Promise<boolean> {
  for (const hook of HOOK_NAMES) {
    const file = await readHook(join(folder, hook));
    if (file.kind === 'ours' && file.text.includes('hook run')) return true;
  }
  return false;
}

async function removeAll(folder: string, hooks: readonly HookName[]): Promise<HookChange[]> {
  const changes: HookChange[] = [];
  for (const hook of hooks) {
    const path = join(folder, hook);
    const removed = await removeHook(path);
    changes.push({
      hook,
      path,
      change: removed === null ? 'none' : removed.isRestored ? 'restored' : 'removed',
    });
  }
  return changes;
}
