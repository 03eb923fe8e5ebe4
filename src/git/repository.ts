import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { escapeControls } from './git-error.ts';
import { type ObjectId, parseObjectId } from './object-id.ts';
import {
  expectSuccess,
  type GitExit,
  type GitOptions,
  type GitPlace,
  gitFailure,
  startGit,
} from './process.ts';

/** A repository as git sees it from some path. All paths are absolute, with links resolved. */
export type Repository = {
  /** Where git is started: the top of the work tree, or the git folder when there is none. */
  readonly cwd: string;
  readonly indexFile: string | null;
  /** Top folder of the files that are checked out; null in a bare repository and inside `.git`. */
  readonly workTree: string | null;
  readonly gitDir: string;
  /** The git folder that worktrees share; otherwise equal to `gitDir`. */
  readonly commonDir: string;
  readonly bare: boolean;
  /** History is cut off (`git clone --depth`): what lies before is not here. */
  readonly shallow: boolean;
  /** Objects are left at the remote (`git clone --filter`): what was not fetched is not here. */
  readonly partialClone: boolean;
  readonly objectFormat: 'sha1' | 'sha256';
  /** The commit that is checked out; null while there is none (unborn branch). */
  readonly head: ObjectId | null;
};

/** Bytes of an object id; in hex it is twice as long. */
export function hashLengthOf({ objectFormat }: Pick<Repository, 'objectFormat'>): 20 | 32 {
  return objectFormat === 'sha256' ? 32 : 20;
}

export type DiscoverOptions = GitOptions & {
  /** See `GitPlace.indexFile`. */
  readonly indexFile?: string | null;
};

/**
 * Finds the repository that holds `path`, which has to exist.
 * @returns null when there is none.
 * @throws UserError when git is not installed or refuses the repository's owner; GitError when the
 *   repository is broken.
 */
export async function discoverRepository(
  path: string,
  options: DiscoverOptions = {},
): Promise<Repository | null> {
  const cwd = startingFolder(path);
  const place: GitPlace = { cwd, indexFile: options.indexFile ?? null };
  const facts = await askFacts(place, options);
  if (facts === null) return null;
  return {
    ...facts,
    cwd: facts.workTree ?? facts.gitDir,
    indexFile: place.indexFile,
    partialClone: hasPromisorPack(facts.commonDir) || (await hasPromisorRemote(place, facts, options)),
  };
}

/** The folder itself or that of a file; where git cannot be started in it, the nearest above. */
export function startingFolder(path: string): string {
  let folder = statSync(path).isDirectory() ? path : dirname(path);
  while (folder !== dirname(folder) && !mayBeEntered(folder)) folder = dirname(folder);
  return folder;
}

function mayBeEntered(folder: string): boolean {
  try {
    accessSync(folder, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

type Facts = Omit<Repository, 'cwd' | 'indexFile' | 'partialClone'>;

/**
 * Everything that one `rev-parse` can tell: starting git takes longer than all that it has to look up.
 * It ends with an error where there is no work tree, so the questions behind that are asked again there.
 */
async function askFacts(place: GitPlace, options: GitOptions): Promise<Facts | null> {
  const args = [
    'rev-parse',
    // Printed behind everything else, and only when there is a commit.
    '--default',
    'HEAD',
    '--is-bare-repository',
    '--is-inside-work-tree',
    '--is-shallow-repository',
    '--show-object-format',
    '--path-format=absolute',
    '--git-dir',
    '--git-common-dir',
    '--show-toplevel',
    // A word that is known, by which the end of the last path is told from the commit behind it.
    '--is-bare-repository',
  ];
  const { stdout, exit } = await answer(place, args, options);
  if (isNoRepository(exit)) return null;
  if (isBrokenLink(exit)) throw brokenLink(place);
  const [bare, inWorkTree, shallow, format, ...rest] = lines(stdout);
  if (format === undefined) throw gitFailure(place, args, exit);
  const hasWorkTree = inWorkTree === 'true';
  // Behind the word only the commit can fail, as when the refs may not be read: reading them will say so.
  if (exit.code === null || (hasWorkTree && rest.at(-1) !== bare)) expectSuccess(place, args, exit);
  const head = hasWorkTree ? takeHead(rest) : await askHead(place, options);
  const [gitDir, commonDir, workTree] =
    rest.length === (hasWorkTree ? 3 : 2) ? rest : await askPathsOneByOne(place, hasWorkTree, options);
  if (gitDir === undefined || commonDir === undefined) throw gitFailure(place, args, exit);
  return {
    workTree: hasWorkTree ? (workTree ?? null) : null,
    gitDir,
    commonDir,
    bare: bare === 'true',
    shallow: shallow === 'true',
    objectFormat: format === 'sha256' ? 'sha256' : 'sha1',
    head,
  };
}

/** Takes what follows the paths off the lines: a word, and behind it the commit where there is one. */
function takeHead(rest: string[]): ObjectId | null {
  const head = parseObjectId(rest.at(-1) ?? '');
  rest.splice(head === null ? -1 : -2);
  return head;
}

/** A folder's name may hold a newline; then the paths cannot be told apart in one answer. */
async function askPathsOneByOne(
  place: GitPlace,
  hasWorkTree: boolean,
  options: GitOptions,
): Promise<string[]> {
  const questions = ['--git-dir', '--git-common-dir', ...(hasWorkTree ? ['--show-toplevel'] : [])];
  return Promise.all(
    questions.map(async (question) => {
      const args = ['rev-parse', '--path-format=absolute', question];
      const { stdout, exit } = await answer(place, args, options);
      expectSuccess(place, args, exit);
      return stdout.replace(/\n$/, '');
    }),
  );
}

async function askHead(place: GitPlace, options: GitOptions): Promise<ObjectId | null> {
  const args = ['rev-parse', '--quiet', '--verify', '--end-of-options', 'HEAD'];
  const { stdout, exit } = await answer(place, args, options);
  if (exit.code === null) throw gitFailure(place, args, exit);
  return parseObjectId(stdout.trim());
}

/** Asked of git only where its file says a word of it: mostly that saves starting one. */
async function hasPromisorRemote(
  place: GitPlace,
  { commonDir }: Facts,
  options: GitOptions,
): Promise<boolean> {
  if (!mayNamePromisor(join(commonDir, 'config'))) return false;
  const pattern = '^(extensions\\.partialclone|remote\\..*\\.promisor)$';
  const args = ['config', '--local', '-z', '--get-regexp', pattern];
  const { stdout, exit } = await answer(place, args, options);
  // 1: there is no such setting.
  if (exit.code !== 1) expectSuccess(place, args, exit);
  return stdout.split('\0').some((entry) => entry !== '' && !/\n(?:false|no|off|0)$/i.test(entry));
}

/** `git config --local` reads this one file and nothing that it includes, and names of settings have no escapes. */
function mayNamePromisor(configFile: string): boolean {
  try {
    if (!statSync(configFile).isFile()) return true;
    return /promisor|partialclone/i.test(readFileSync(configFile, 'latin1'));
  } catch {
    return true;
  }
}

/** A copied partial clone may have lost its configuration; its packs still say what they are. */
function hasPromisorPack(commonDir: string): boolean {
  try {
    return readdirSync(join(commonDir, 'objects', 'pack')).some((name) => name.endsWith('.promisor'));
  } catch {
    return false;
  }
}

async function answer(
  place: GitPlace,
  args: readonly string[],
  options: GitOptions,
): Promise<{ stdout: string; exit: GitExit }> {
  const git = startGit(place, args, options);
  git.stdin.end();
  const chunks: Buffer[] = [];
  for await (const chunk of git.stdout) chunks.push(chunk);
  return { exit: await git.exit, stdout: Buffer.concat(chunks).toString('utf8') };
}

function isNoRepository(exit: GitExit): boolean {
  return exit.code === 128 && /^fatal: not a git repository(?! *:)/m.test(exit.stderr);
}

/** A worktree or submodule whose `.git` file names a git folder that is gone. */
function isBrokenLink(exit: GitExit): boolean {
  return exit.code === 128 && /^fatal: not a git repository: /m.test(exit.stderr);
}

function brokenLink(place: GitPlace): UserError {
  const folder = escapeControls(place.cwd);
  return new UserError(
    `the .git file of ${folder} names a git folder that is not there: repair it (git worktree repair, git submodule update), or remove the file to scan without git`,
  );
}

function lines(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}
