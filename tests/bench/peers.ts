import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparison } from './compare.ts';
import type { Command } from './measure.ts';

/** Another scanner, run the way its documentation says for the same work, without asking the network. */
type Peer = {
  readonly name: string;
  readonly program: string;
  readonly versionArgs: readonly string[];
  /** Scans a repository's history; null for one that knows no history. */
  readonly history: ((repository: string, scratch: string) => Command) | null;
  /** Scans the files of a working tree. */
  readonly files: ((workTree: string, scratch: string) => Command) | null;
};

/** A peer that is on PATH, with what it says its version is. */
export type FoundPeer = { readonly peer: Peer; readonly version: string };

/** Leaks that were found are no failure of a benchmark. */
const FINDS = [0, 1, 183, 200, 205];

const SECRETLINT_RULES = JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] });

const PEERS: readonly Peer[] = [
  { ...gitleaksLike('gitleaks') },
  { ...gitleaksLike('betterleaks') },
  {
    name: 'trufflehog (without verification)',
    program: 'trufflehog',
    versionArgs: ['--version'],
    history: (repository) => ({
      file: 'trufflehog',
      args: [
        'git',
        `file://${repository}`,
        ...(existsSync(join(repository, '.git')) ? [] : ['--bare']),
        '--no-verification',
        '--results=verified,unknown,unverified',
        '--no-update',
        '--json',
      ],
      exitCodes: FINDS,
    }),
    files: (workTree) => ({
      file: 'trufflehog',
      args: ['filesystem', workTree, '--no-verification', '--no-update', '--json'],
      exitCodes: FINDS,
    }),
  },
  {
    name: 'kingfisher (without validation)',
    program: 'kingfisher',
    versionArgs: ['--version'],
    history: (repository) => ({
      file: 'kingfisher',
      args: ['scan', repository, '--no-validate', '--no-update-check', '--format', 'json'],
      exitCodes: FINDS,
    }),
    files: null,
  },
  {
    name: 'noseyparker',
    program: 'noseyparker',
    versionArgs: ['--version'],
    // It remembers what it has scanned: a new datastore each time.
    history: (repository, scratch) => ({
      file: 'sh',
      args: [
        '-c',
        'rm -rf "$1" && exec noseyparker scan --progress never --datastore "$1" "$2"',
        'sh',
        join(scratch, 'np'),
        repository,
      ],
      exitCodes: FINDS,
    }),
    files: null,
  },
  {
    name: 'secretlint',
    program: 'secretlint',
    versionArgs: ['--version'],
    history: null,
    // It has no rules of its own: those that its documentation recommends.
    files: (workTree) => ({
      file: 'secretlint',
      args: ['--secretlintrcJSON', SECRETLINT_RULES, '**/*'],
      cwd: workTree,
      exitCodes: FINDS,
    }),
  },
  {
    name: 'detect-secrets',
    program: 'detect-secrets',
    versionArgs: ['--version'],
    history: null,
    files: (workTree) => ({ file: 'detect-secrets', args: ['scan'], cwd: workTree, exitCodes: FINDS }),
  },
];

function gitleaksLike(program: string): Peer {
  const report = (scratch: string) => [
    '--report-format',
    'json',
    '--report-path',
    join(scratch, `${program}.json`),
  ];
  const quiet = ['--no-banner', '--log-level', 'error', '--exit-code', '0'];
  return {
    name: program,
    program,
    versionArgs: ['version'],
    history: (repository, scratch) => ({
      file: program,
      args: ['git', ...quiet, ...report(scratch), repository],
    }),
    files: (workTree, scratch) => ({ file: program, args: ['dir', ...quiet, ...report(scratch), workTree] }),
  };
}

/** The peers that are on PATH. */
export async function findPeers(
  version: (file: string, args: readonly string[]) => Promise<string | null>,
): Promise<FoundPeer[]> {
  const found: FoundPeer[] = [];
  for (const peer of PEERS) {
    const answer = await version(peer.program, peer.versionArgs);
    if (answer !== null) found.push({ peer, version: answer });
  }
  return found;
}

/** All names, for who wants to know what would be compared. */
export const PEER_PROGRAMS: readonly string[] = PEERS.map(({ program }) => program);

/** keypetrel beside each peer, on the history where both know one, and on files. */
export function peerComparisons(
  peers: readonly FoundPeer[],
  ours: { readonly history: Command; readonly files: Command },
  places: { readonly repository: string; readonly workTree: string; readonly scratch: string },
  runs: number,
): Comparison[] {
  return peers.flatMap(({ peer }) => {
    const comparisons: Comparison[] = [];
    if (peer.history !== null) {
      const yardstick = peer.history(places.repository, places.scratch);
      comparisons.push({ name: `history scan against ${peer.name}`, subject: ours.history, yardstick, runs });
    }
    if (peer.files !== null) {
      const yardstick = peer.files(places.workTree, places.scratch);
      comparisons.push({ name: `files scan against ${peer.name}`, subject: ours.files, yardstick, runs });
    }
    return comparisons;
  });
}
