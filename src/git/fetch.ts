import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { gitEnvironment, NEUTRAL_OPTIONS } from './environment.ts';
import { gitExecutable } from './executable.ts';
import type { ObjectId } from './object-id.ts';
import type { Repository } from './repository.ts';

/** Protocols that a fetch may use: none that runs a program of somebody's choice. */
const PROTOCOLS = ['https', 'ssh', 'file'] as const;

/**
 * Fetches commits with all of their history from the remote that the repository was checked out from. The only thing
 * in keypetrel that lets git use the network: nothing but the GitHub Action calls it, and only when it may.
 * @param options.branches whether to fetch all branches and tags as well, as `fetch-depth: 0` does at the checkout.
 * @returns whether it worked.
 */
export async function fetchHistory(
  repository: Repository,
  commits: readonly ObjectId[],
  { branches = false }: { readonly branches?: boolean } = {},
): Promise<boolean> {
  const allowed = PROTOCOLS.flatMap((protocol) => ['-c', `protocol.${protocol}.allow=always`]);
  const flags = ['--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'];
  const refs = branches ? ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'] : [];
  const depth = repository.shallow ? ['--unshallow'] : [];
  const args = [...NEUTRAL_OPTIONS, ...allowed, 'fetch', ...flags, ...depth, 'origin', ...commits, ...refs];
  const child = spawn(gitExecutable(), args, {
    cwd: repository.cwd,
    env: { ...gitEnvironment(null), GIT_ALLOW_PROTOCOL: PROTOCOLS.join(':'), GIT_NO_LAZY_FETCH: '0' },
    stdio: 'ignore',
    windowsHide: true,
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0;
}
