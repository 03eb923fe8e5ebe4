import { join } from 'node:path';
import { fingerprintOf } from '../../src/credentials/fingerprint.ts';
import { type ProgramResult, type RunOptions, runProgram } from '../cli/support.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

/** A key in the past, one in the index, and one in an object that nothing refers to. */
export const PAST = key('azure-openai-key', 1);
export const STAGED = key('azure-openai-key', 2);
export const LOOSE = key('azure-openai-key', 3);

/** A way to run the program, in the folder of `leakingRepository`. */
export type Mode = {
  readonly args: (repo: GitRepo) => readonly string[];
  readonly input?: (repo: GitRepo) => string;
  /** Which of the keys it tells of. */
  readonly found: readonly string[];
  /** Whether what is missing from the history is a gap for it. */
  readonly readsHistory?: boolean;
  /** What it ends with where nothing is missing. */
  readonly code: number;
};

/** Every way in which the program reads a repository. */
export const MODES: Readonly<Record<string, Mode>> = {
  everything: { args: () => ['--no-cache'], found: [PAST, STAGED], code: 1 },
  files: { args: () => ['--files'], found: [STAGED], code: 1 },
  staged: { args: () => ['--staged'], found: [STAGED], code: 1 },
  history: { args: () => ['--history'], found: [PAST, STAGED], code: 1 },
  'all objects': { args: () => ['--history', '--all-objects'], found: [PAST, STAGED, LOOSE], code: 1 },
  range: { args: () => ['--range', 'main~2..main'], found: [PAST], code: 1 },
  'range of ids': {
    args: () => ['--range', '-'],
    input: (repo) => `${commitId(repo, 1)}\n`,
    found: [PAST],
    code: 1,
  },
  'hook of a commit': { args: () => ['hook', 'run', 'pre-commit'], found: [STAGED], code: 1 },
  'hook of a push': {
    args: () => ['hook', 'run', 'pre-push', '--', 'origin', 'nowhere'],
    input: (repo) => `refs/heads/main ${commitId(repo, 2)} refs/heads/main ${'0'.repeat(40)}\n`,
    found: [PAST],
    code: 1,
  },
  'explain a text': {
    args: () => ['explain', '-'],
    input: () => `OPENAI_KEY=${PAST}\n`,
    found: [PAST],
    code: 0,
  },
  'explain a key': {
    args: () => ['explain', fingerprintOf('azure-ai-key', PAST)],
    found: [PAST],
    code: 0,
  },
  baseline: {
    args: () => ['baseline', join(temporaryFolder(), 'known.json')],
    found: [],
    readsHistory: true,
    code: 0,
  },
};

const commitIds = new WeakMap<GitRepo, readonly string[]>();

function commitId(repo: GitRepo, place: number): string {
  return commitIds.get(repo)?.[place] ?? '';
}

/** Three commits, of which the second has a key and the third takes it out. */
export function leakingRepository(): GitRepo {
  const repo = GitRepo.create();
  const ids = [
    repo.commit('one', { 'a.txt': 'a\n' }),
    repo.commit('two', { 'past.env': `AZURE_OPENAI_API_KEY=${PAST}\n` }),
    repo.commit('three', { 'past.env': 'nothing\n' }),
  ];
  commitIds.set(repo, ids);
  repo.blob(`AZURE_OPENAI_API_KEY=${LOOSE}\n`);
  repo.write('staged.env', `AZURE_OPENAI_API_KEY=${STAGED}\n`);
  repo.git('add', '--all');
  return repo;
}

/** Runs the program in a mode and in the repository's folder. */
export function runMode(
  program: { readonly path: string; readonly folder: string },
  repo: GitRepo,
  { args, input }: Mode,
  options: RunOptions = {},
): Promise<ProgramResult> {
  return runProgram({ ...program, remove: async () => {} }, args(repo), {
    cwd: repo.folder,
    input: input?.(repo) ?? '',
    ...options,
  });
}

/** Which of the keys a report tells of. */
export function keysIn(report: string): string[] {
  return [PAST, STAGED, LOOSE].filter((each) => report.includes(`${each.slice(0, 4)}••••${each.slice(-4)}`));
}
