import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from '../git/repository.ts';
import { readHook } from './hook-file.ts';
import { type HookFolder, hookFolderOf } from './hook-folder.ts';
import { HOOK_NAMES, type HookName } from './hook-name.ts';
import { managerOf } from './manager.ts';

/** Whether commits or pushes are checked, and if not, why and what to do. */
export type HookStatus = {
  readonly hook: HookName;
  readonly path: string;
  readonly isActive: boolean;
  readonly reason: string;
};

/** What is active in a repository. */
export async function hookStatus(
  repository: Repository,
): Promise<{ readonly folder: HookFolder; readonly hooks: readonly HookStatus[] }> {
  const folder = await hookFolderOf(repository);
  const hooks = await Promise.all(HOOK_NAMES.map((hook) => statusOf(hook, folder, repository)));
  return { folder, hooks };
}

async function statusOf(hook: HookName, folder: HookFolder, repository: Repository): Promise<HookStatus> {
  const path = join(folder.path, hook);
  const file = await readHook(path);
  const answer = (isActive: boolean, reason: string): HookStatus => ({ hook, path, isActive, reason });
  switch (file.kind) {
    case 'ours':
      if (!file.text.includes('hook run'))
        return answer(false, "it only hands on to the repository's own hook");
      if (!file.isExecutable) return answer(false, `the file is not executable: chmod +x ${path}`);
      return isProgramThere(file.text)
        ? answer(true, 'installed')
        : answer(false, 'the program is no longer where it was: "keypetrel hook install" once more');
    case 'other': {
      if (file.text !== null && /\bkeypetrel\b/.test(file.text)) {
        return file.isExecutable
          ? answer(true, 'another hook calls keypetrel')
          : answer(false, `another hook calls keypetrel, but the file is not executable: chmod +x ${path}`);
      }
      const manager = managerOf(folder.path, file.text);
      const called = await managedCall(hook, repository);
      if (called !== null) return answer(true, called);
      return manager === null
        ? answer(false, 'another hook is there: "keypetrel hook install" adds to it')
        : answer(false, `${manager.name} manages the hooks: ${manager.recipe(hook)}`);
    }
    case 'none':
      return answer(false, await reasonForNone(hook, folder, repository));
  }
}

/** A hook that is where git does not look is the most misleading case. */
async function reasonForNone(hook: HookName, folder: HookFolder, { commonDir }: Repository): Promise<string> {
  if (folder.origin !== 'default' && (await readHook(join(commonDir, 'hooks', hook))).kind === 'ours') {
    return `installed in ${join(commonDir, 'hooks')}, but core.hooksPath (${folder.origin}) names another folder: "keypetrel hook install" once more`;
  }
  if (folder.origin !== 'default' && existsSync(folder.path) && !statSync(folder.path).isDirectory()) {
    return `core.hooksPath (${folder.origin}) names ${folder.path}, which is no folder: git runs no hooks`;
  }
  return 'not installed: keypetrel hook install';
}

/** Files in which hook managers say what to run. */
const MANAGER_FILES: readonly ((hook: HookName) => string)[] = [
  (hook) => join('.husky', hook),
  () => 'lefthook.yml',
  () => 'lefthook.yaml',
  () => '.pre-commit-config.yaml',
];

async function managedCall(hook: HookName, { workTree }: Repository): Promise<string | null> {
  if (workTree === null) return null;
  for (const name of MANAGER_FILES.map((file) => file(hook))) {
    const file = await readHook(join(workTree, name));
    if (file.kind === 'other' && file.text !== null && /\bkeypetrel\b/.test(file.text))
      return `${name} calls keypetrel`;
  }
  return null;
}

/** Whether the program that a script of ours names is there. */
function isProgramThere(script: string): boolean {
  const [, quoted = ''] = /^cli='(.*)'$/m.exec(script) ?? [];
  return existsSync(quoted.replaceAll("'\\''", "'"));
}
