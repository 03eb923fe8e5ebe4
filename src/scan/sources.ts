import type { ScanMode } from '../credentials/report.ts';
import type { Screen } from '../detect/screen.ts';
import { UserError } from '../errors.ts';
import { nullWithoutGit } from '../git/git-error.ts';
import { listHeadBlobs } from '../git/head-blobs.ts';
import type { Repository } from '../git/repository.ts';
import type { StagedChange } from '../git/staged-changes.ts';
import { compilerForOwn } from '../rules/own-compiler.ts';
import type { DetectionRule } from '../rules/rule-file.ts';
import type { ScanOptions, ScanTarget } from '../scan-options.ts';
import { Coverage } from '../sources/coverage.ts';
import type { Source } from '../sources/source.ts';
import type { Root } from './roots.ts';

/** A source with the mode that the report names it by. */
export type ModeSource = { readonly mode: ScanMode; readonly source: Source };

/**
 * The sources that a target stands for in one root; loaded only when they are wanted.
 * @param rules what is looked for: history is screened for it before it is read through git.
 * @param onRepository gets the path of each repository within this one that is to be scanned as well.
 * @throws {UserError} when the target needs a repository and there is none.
 */
export async function sourcesOf(
  root: Root,
  options: ScanOptions,
  rules: readonly DetectionRule[],
  onRepository: (path: string) => void,
): Promise<ModeSource[]> {
  const modes = modesOf(options.target ?? 'auto', root);
  let screen: Promise<Screen> | null = null;
  const screenOf = () => {
    screen ??= makeScreen(rules);
    return screen;
  };
  const wanted = { options, rules, screenOf, onRepository, isAlone: modes.length === 1 };
  return Promise.all(modes.map(async (mode) => ({ mode, source: await sourceOf(mode, root, wanted) })));
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
      if (repository.workTree === null) return ['history'];
      return root.paths.length === 0 ? ['index', 'history'] : ['files', 'index', 'history'];
  }
}

async function makeScreen(rules: readonly DetectionRule[]): Promise<Screen> {
  const { createScreen } = await import('../detect/screen.ts');
  return createScreen(rules, await compilerForOwn(rules));
}

type Wanted = {
  readonly options: ScanOptions;
  readonly rules: readonly DetectionRule[];
  /** Tells which contents and names are worth a look; made once, when it is asked for. */
  readonly screenOf: () => Promise<Screen>;
  readonly onRepository: (path: string) => void;
  /** Whether nothing but this mode is scanned. */
  readonly isAlone: boolean;
};

async function sourceOf(
  mode: ScanMode,
  root: Root,
  { options, rules, screenOf, onRepository, isAlone }: Wanted,
): Promise<Source> {
  const { include, exclude, signal, onProgress } = options;
  const common = { include, exclude, prefix: root.prefix, signal, onProgress };
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
        onRepository,
        screen: await screenOf(),
      });
    }
    case 'index': {
      const { indexSource } = await import('../sources/index-source.ts');
      const repository = repositoryOf(root, '--staged');
      if (options.target === 'staged') {
        // git compares while the screen is made.
        const [changes, screen] = await Promise.all([stagedChanges(repository, signal), screenOf()]);
        const entries = changes === null ? {} : { entries: changes };
        return indexSource({ ...common, ...entries, repository, screen });
      }
      const committed = await listHeadBlobs(repository, { signal });
      return indexSource({ ...common, repository, isAlone, skip: (oid) => committed.has(oid) });
    }
    case 'range': {
      const { rangeSource } = await import('../sources/range.ts');
      const range = options.range ?? { kind: 'commits', names: [] };
      const repository = repositoryOf(root, '--range');
      return rangeSource({ repository, range, screen: await screenOf(), signal, onProgress });
    }
    case 'history': {
      const { historySource } = await import('../sources/history.ts');
      const repository = repositoryOf(root, '--history');
      const allObjects = options.allObjects ?? false;
      const { packWorkers } = await import('./pack-workers.ts');
      const screen = await screenOf();
      const startWorkers = packWorkers(rules, options.jobs);
      const memory = root.memory ?? undefined;
      const history = historySource({
        repository,
        allObjects,
        screen,
        startWorkers,
        memory,
        onLinked: (linked) => {
          if (root.links !== undefined) root.links.linked = linked;
        },
        signal,
        onProgress,
      });
      return isAlone ? withRepositories(history, root, onRepository, signal) : history;
    }
  }
}

/** Null when git cannot compare the index with HEAD, for an object is missing: then all of the index is read. */
async function stagedChanges(
  repository: Repository,
  signal: AbortSignal | undefined,
): Promise<readonly StagedChange[] | null> {
  const { listStagedChanges } = await import('../git/staged-changes.ts');
  return nullWithoutGit(signal, () => listStagedChanges(repository, { signal }));
}

/** The history alone does not tell which repositories lie in the work tree: its files do. */
function withRepositories(
  history: Source,
  { folder, repository, paths }: Root,
  onRepository: (path: string) => void,
  signal: AbortSignal | undefined,
): Source {
  if (repository === null || repository.workTree === null || paths.length === 0) return history;
  return async (emit, coverage) => {
    const { listFiles } = await import('../sources/file-list.ts');
    const listing = new Coverage();
    await listFiles({ root: folder, repository, paths, signal, onRepository }, listing);
    // The files are not scanned; but where they cannot be listed, there may be a repository.
    coverage.addGaps(listing);
    await history(emit, coverage);
  };
}

function repositoryOf(root: Root, option: string) {
  if (root.repository) return root.repository;
  const [gap] = root.gaps;
  if (gap !== undefined) throw new UserError(`${option} needs a git repository that git can read; ${gap}`);
  throw new UserError(`${option} needs a git repository, and ${JSON.stringify(root.folder)} is in none`);
}
