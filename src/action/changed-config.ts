import { relative, resolve, sep } from 'node:path';
import type { ObjectId } from '../git/object-id.ts';
import { runGit } from '../git/process.ts';
import type { Repository } from '../git/repository.ts';
import { warningCommand } from './commands.ts';
import type { Plan } from './event.ts';
import type { ActionHost } from './run.ts';

/**
 * Says so when a pull request changes what it is checked by: whoever proposes a key could allow it in the same breath,
 * and only a person can tell whether that is meant.
 * @param files that decide what is reported, absolute.
 */
export async function warnOfChangedConfig(
  repository: Repository,
  plan: Plan,
  files: readonly string[],
  host: ActionHost,
): Promise<void> {
  const base = plan.kind === 'changes' ? plan.without[0] : undefined;
  const { head, workTree } = repository;
  if (base === undefined || head === null || workTree === null) return;
  if (host.env['GITHUB_EVENT_NAME']?.startsWith('pull_request') !== true) return;
  for (const file of files) {
    const path = relative(workTree, resolve(file)).split(sep).join('/');
    const [before, now] = [await blobAt(repository, base, path), await blobAt(repository, head, path)];
    if (before === now) continue;
    const what = `the pull request changes ${JSON.stringify(path)}, which says what keypetrel reports`;
    host.write(warningCommand(`${what}: look at that change before you rely on this result`));
  }
}

/** What stands at a path in a commit; empty for nothing. */
async function blobAt(repository: Repository, commit: ObjectId, path: string): Promise<string> {
  const args = ['rev-parse', '--quiet', '--verify', '--end-of-options', `${commit}:${path}`];
  return (await runGit(repository, args, { okCodes: [0, 1, 128] })).toString('latin1');
}
