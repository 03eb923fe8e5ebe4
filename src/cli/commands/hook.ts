import { realpathSync } from 'node:fs';
import { UserError } from '../../errors.ts';
import { escapeControls } from '../../git/git-error.ts';
import { discoverRepository, type Repository } from '../../git/repository.ts';
import type { Program } from '../../hooks/hook-script.ts';
import {
  type HookChange,
  type HookChanges,
  installGlobalHooks,
  installHooks,
  uninstallGlobalHooks,
  uninstallHooks,
} from '../../hooks/install.ts';
import { hookStatus } from '../../hooks/status.ts';
import { escapeText } from '../../report/escape.ts';
import { EXIT_CODES } from '../exit-code.ts';
import type { HookCommand } from '../hook-arguments.ts';
import type { Host } from '../host.ts';
import { writeOutput } from '../output.ts';

/**
 * `keypetrel hook install|uninstall|status`.
 * @returns the exit code; of `status` 1 when commits or pushes are not checked.
 */
export async function runHook(
  command: Exclude<HookCommand, { kind: 'hook-run' }>,
  host: Host,
): Promise<number> {
  const place = { cwd: process.cwd(), env: host.env };
  switch (command.kind) {
    case 'hook-install': {
      const { hooks, isGlobal, baseline } = command;
      const program = installedProgram();
      const changes = isGlobal
        ? await installGlobalHooks(hooks, program, place)
        : await installHooks(await repositoryHere(place.cwd), hooks, program, baseline);
      await writeOutput(host.stdout, changeLines(changes));
      return EXIT_CODES.clean;
    }
    case 'hook-uninstall': {
      const { hooks, isGlobal } = command;
      const changes = isGlobal
        ? await uninstallGlobalHooks(hooks, place)
        : await uninstallHooks(await repositoryHere(place.cwd), hooks);
      await writeOutput(host.stdout, changeLines(changes));
      return EXIT_CODES.clean;
    }
    case 'hook-status':
      return showStatus(await repositoryHere(place.cwd), host);
  }
}

async function showStatus(repository: Repository, host: Host): Promise<number> {
  const { folder, hooks } = await hookStatus(repository);
  const origin = folder.origin === 'default' ? '' : `, by core.hooksPath (${folder.origin})`;
  await writeOutput(host.stdout, [
    `hooks are looked for in ${escapeText(folder.path)}${origin}\n`,
    ...hooks.map(
      ({ hook, isActive, reason }) =>
        `${hook.padEnd(10)}  ${isActive ? 'active' : 'NOT active'}  ${escapeText(reason)}\n`,
    ),
  ]);
  return hooks.every(({ isActive }) => isActive) ? EXIT_CODES.clean : EXIT_CODES.found;
}

async function repositoryHere(cwd: string): Promise<Repository> {
  const repository = await discoverRepository(cwd);
  if (repository !== null) return repository;
  throw new UserError(
    `${escapeControls(cwd)} is in no git repository; --global is for all repositories of this user`,
  );
}

/**
 * The program that runs now, as a hook can start it.
 * @throws UserError for a copy that will be gone before the hook runs.
 */
function installedProgram(): Program {
  const cli = realpathSync(process.argv[1] ?? '');
  if (/[\\/](?:_npx|dlx(?:-\d+)?)[\\/]|[\\/]bunx-/.test(cli)) {
    throw new UserError(
      'npx, pnpm dlx and their like keep a copy for a while only, and hooks would stop working: install keypetrel (npm install --save-dev keypetrel, or npm install --global keypetrel), then run "keypetrel hook install"',
    );
  }
  // Yarn's Plug'n'Play shows what is in an archive as files to the programs that it starts, and to no other.
  if (/\.zip[\\/]|[\\/]__virtual__[\\/]/.test(cli)) {
    throw new UserError(
      'Yarn keeps keypetrel in an archive, out of which git cannot start it: set "nodeLinker: node-modules" in .yarnrc.yml, "dependenciesMeta: { keypetrel: { unplugged: true } }" in package.json, or install it globally (npm install --global keypetrel), then run "keypetrel hook install"',
    );
  }
  return { node: process.execPath, cli };
}

const CHANGES_IN_WORDS: Readonly<Record<HookChange['change'], string>> = {
  installed: 'installed',
  renewed: 'installed again',
  chained: 'installed; the hook that was there runs first',
  removed: 'taken out',
  restored: 'taken out; the hook that was there before is back',
  none: 'was not installed',
};

function changeLines({ changes, notes }: HookChanges): string[] {
  return [
    ...changes.map(
      ({ hook, path, change }) => `${hook}: ${CHANGES_IN_WORDS[change]} (${escapeText(path)})\n`,
    ),
    ...notes.map((note) => `note: ${escapeText(note)}\n`),
  ];
}
