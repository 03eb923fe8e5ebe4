/** `npm run bench -- [REPO] [--runs N]`: how fast the built keypetrel is, as ratios to what bounds it. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { UserError } from '../../src/errors.ts';
import { listBlobs } from './blob-list.ts';
import { type ComparisonResult, compare } from './compare.ts';
import {
  filesComparison,
  historyComparison,
  secondScanComparison,
  startUpComparison,
} from './comparisons.ts';
import { git } from './git.ts';
import { benchmarkReport, type Circumstances } from './markdown.ts';
import { findPeers, PEER_PROGRAMS, peerComparisons } from './peers.ts';
import { stagedComparisons } from './staged.ts';
import { makeRepository } from './synthetic-repository.ts';

const execFileAsync = promisify(execFile);

const USAGE = `npm run bench -- [REPO] [--runs N] [--peers]

Measures dist/ (run "npm run bundle" first) on the repository REPO, or on one that it makes for itself,
and prints Markdown. Each command runs N times (default 5), in turns with its yardstick. --peers compares with the other scanners that are on PATH as well.
`;

const root = process.cwd();
const cli = join(root, 'dist/cli.cjs');

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    peers: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
if (values.help || positionals.length > 1 || !Number.isInteger(runs) || runs < 1) {
  process.stderr.write(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  const folder = await mkdtemp(join(tmpdir(), 'keypetrel-bench-'));
  try {
    process.stdout.write(await benchmark(folder, positionals[0], runs));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`bench: ${error.message}\n`);
    process.exitCode = 2;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchmark(
  folder: string,
  repositoryArgument: string | undefined,
  runs: number,
): Promise<string> {
  progress('preparing the repository');
  // npm starts scripts in the project's folder, and tells where the user is in INIT_CWD.
  const repository =
    repositoryArgument === undefined
      ? await makeRepository(folder)
      : resolve(process.env.INIT_CWD ?? root, repositoryArgument);
  await git(repository, 'rev-parse', '--git-dir').catch(() => {
    throw new UserError(`there is no git repository in ${repository}`);
  });
  const workTree = await workTreeOf(repository, folder);
  const blobs = await listBlobs(repository);
  const blobList = join(folder, 'blobs.txt');
  await writeFile(blobList, `${blobs.oids.join('\n')}\n`);
  const ripgrep = await version('rg', '--version');

  const peers = values.peers ? await findPeers((file, args) => version(file, ...args)) : [];
  const history = historyComparison(cli, repository, blobList, runs);
  const files = filesComparison(cli, workTree, runs);
  const ours = { history: history.subject, files: files.subject };
  const places = { repository, workTree, scratch: folder };
  const comparisons = [
    startUpComparison(root, runs),
    ...(await stagedComparisons(cli, folder, runs)),
    history,
    secondScanComparison(cli, repository, join(folder, 'cache'), runs),
    ...(ripgrep === null ? [] : [files]),
  ];
  const notes: string[] = ripgrep === null ? ['Files were not compared: `rg` (ripgrep) is not on PATH.'] : [];
  const results: ComparisonResult[] = [];
  for (const comparison of comparisons) {
    progress(comparison.name);
    results.push(await compare(comparison));
  }
  for (const comparison of peerComparisons(peers, ours, places, Math.min(runs, 3))) {
    progress(comparison.name);
    // That another tool does not run is no reason to lose what was measured.
    const failed = (error: Error): null => {
      notes.push(`Not measured: ${comparison.name}. ${error.message.split('\n')[0]}`);
      return null;
    };
    const result = await compare(comparison).catch(failed);
    if (result !== null) results.push(result);
  }
  const circumstances: Circumstances = [
    [
      'keypetrel',
      `${await version(process.execPath, cli, '--version')} at ${(await git(root, 'describe', '--always', '--dirty')).trim()}`,
    ],
    ['Node', process.version],
    ['git', (await version('git', '--version')) ?? 'unknown'],
    ['ripgrep', ripgrep ?? 'not on PATH'],
    ...peers.map(({ peer, version: told }): [string, string] => [peer.name, told]),
    ['machine', `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}`],
    ['repository', repositoryArgument ?? 'made for the benchmark'],
    [
      'history',
      `${blobs.oids.length.toLocaleString('en')} blobs, ${Math.round(blobs.bytes / 1e6).toLocaleString('en')} MB unpacked`,
    ],
  ];
  if (values.peers && peers.length === 0) notes.push(`None of ${PEER_PROGRAMS.join(', ')} is on PATH.`);
  return benchmarkReport(circumstances, results, notes);
}

/** The repository's own files, or those of a clone where it is bare. */
async function workTreeOf(repository: string, folder: string): Promise<string> {
  const isBare = (await git(repository, 'rev-parse', '--is-bare-repository')).trim() === 'true';
  if (!isBare) return repository;
  const workTree = join(folder, 'work-tree');
  await git(folder, 'clone', '--quiet', '--shared', repository, workTree);
  return workTree;
}

/** The first line that a program prints for `--version`; null when it is not there. */
async function version(file: string, ...args: readonly string[]): Promise<string | null> {
  try {
    const { stdout, stderr } = await execFileAsync(file, args);
    return `${stdout}\n${stderr}`.trim().split('\n')[0] ?? null;
  } catch {
    return null;
  }
}

function progress(step: string): void {
  process.stderr.write(`bench: ${step}\n`);
}
