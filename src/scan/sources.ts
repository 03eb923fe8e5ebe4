import type { ScanMode } from '../credentials/report.ts';
import { UserError } from '../errors.ts';
import { listHeadBlobs } from '../git/head-blobs.ts';
import { compilerForOwn } from '../rules/own-compiler.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import type { ScanOptions, ScanTarget } from '../scan-options.ts';
import type { Source } from '../sources/source.ts';
import type { Root } from './roots.ts';

/** A source with the mode that the report names it by. */
export type ModeSource = { readonly mode: ScanMode; readonly source: Source };

/**
 * The sources that a target stands for in one root; loaded only when they are wanted.
 * @param rules what is looked for: history is screened for it before it is read through git.
 * @throws {UserError} when the target needs a repository and there is none.
 */
export async function sourcesOf(
  root: Root,
  options: ScanOptions,
  rules: readonly RuleFile[],
): Promise<ModeSource[]> {
  const modes = modesOf(options.target ?? 'auto', root);
  return Promise.all(
    modes.map(async (mode) => ({ mode, source: await sourceOf(mode, root, options, rules) })),
  );
}

function modesOf(target: Exclude<ScanTarget, 'stdin'> | 'stdin', root: Root): ScanMode[] {
  const { repository } = root;
  switch (target) {
    case 'stdin':
      return ['stdin'];
    case 'files':
      return ['files'];
    case 'staged':
      return ['index'];
    case 'history':
      return ['history'];
    case 'range':
      return ['range'];
    case 'auto':
      if (repository === null) return ['files'];
      return repository.workTree === null ? ['history'] : ['files', 'index', 'history'];
  }
}

async function sourceOf(
  mode: ScanMode,
  root: Root,
  options: ScanOptions,
  rules: readonly RuleFile[],
): Promise<Source> {
  const { include, exclude, signal, onProgress } = options;
  const common = { include, exclude, signal, onProgress };
  switch (mode) {
    case 'stdin': {
      const { stdinSource } = await import('../sources/stdin.ts');
      if (!options.input) throw new UserError('nothing to read: --stdin needs input on standard input');
      return stdinSource(options.input, { signal });
    }
    case 'files': {
      const { fileSource } = await import('../sources/files.ts');
      const { folder, repository, paths } = root;
      return fileSource({
        ...common,
        root: folder,
        repository: repository?.workTree == null ? null : repository,
        paths,
        gitignore: options.gitignore ?? true,
        jobs: options.jobs,
      });
    }
    case 'index': {
      const { indexSource } = await import('../sources/index-source.ts');
      const repository = repositoryOf(root, '--staged');
      if (options.target === 'staged') {
        const { listStagedChanges } = await import('../git/staged-changes.ts');
        return indexSource({
          ...common,
          repository,
          entries: await listStagedChanges(repository, { signal }),
        });
      }
      const committed = await listHeadBlobs(repository, { signal });
      return indexSource({ ...common, repository, skip: (oid) => committed.has(oid) });
    }
    case 'range': {
      const { rangeSource } = await import('../sources/range.ts');
      const range = options.range ?? { kind: 'commits', names: [] };
      return rangeSource({ repository: repositoryOf(root, '--range'), range, signal, onProgress });
    }
    case 'history': {
      const { historySource } = await import('../sources/history.ts');
      const { createScreen } = await import('../detect/screen.ts');
      const repository = repositoryOf(root, '--history');
      const allObjects = options.allObjects ?? false;
      const { packWorkers } = await import('./pack-workers.ts');
      const screen = createScreen(rules, await compilerForOwn(rules));
      const startWorkers = packWorkers(rules, options.jobs);
      return historySource({ repository, allObjects, screen, startWorkers, signal, onProgress });
    }
  }
}

function repositoryOf(root: Root, option: string) {
  if (root.repository) return root.repository;
  throw new UserError(`${option} needs a git repository, and ${JSON.stringify(root.folder)} is in none`);
}
