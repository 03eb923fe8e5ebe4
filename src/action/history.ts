import { fetchHistory } from '../git/fetch.ts';
import type { ObjectId } from '../git/object-id.ts';
import { runGit } from '../git/process.ts';
import type { CommitRange } from '../git/range.ts';
import { listRefs } from '../git/refs.ts';
import { discoverRepository, type Repository } from '../git/repository.ts';
import { noticeCommand } from './commands.ts';
import type { Plan } from './event.ts';
import type { ActionHost } from './run.ts';

/**
 * The repository with the history that a plan needs: a shallow checkout is deepened. Where that may not be or fails,
 * the scan says on its own that it is incomplete.
 */
export async function withHistory(
  repository: Repository,
  plan: Exclude<Plan, { kind: 'nothing' }>,
  mayFetch: boolean,
  host: ActionHost,
): Promise<Repository> {
  const wanted = plan.kind === 'changes' ? [...plan.from, ...plan.without] : [];
  const missing = await missingCommits(repository, wanted);
  if (!repository.shallow && missing.length === 0) return repository;
  if (!mayFetch) return repository;
  host.write('keypetrel: the checkout is shallow or lacks commits; fetching them\n');
  const head = repository.head === null ? [] : [repository.head];
  let isFetched = await fetchHistory(repository, head);
  for (const commit of missing)
    isFetched = (await fetchHistory(await again(repository), [commit])) && isFetched;
  if (!isFetched) {
    host.write(noticeCommand('not all of the history could be fetched: check out with "fetch-depth: 0"'));
  }
  return again(repository);
}

async function again(repository: Repository): Promise<Repository> {
  return (await discoverRepository(repository.cwd)) ?? repository;
}

/** What a plan's changes are, as far as the commits are here. */
export async function changesRange(
  repository: Repository,
  plan: Extract<Plan, { kind: 'changes' }>,
): Promise<CommitRange> {
  const lost = new Set(await missingCommits(repository, plan.without));
  const known = plan.without.filter((commit) => !lost.has(commit));
  // A new branch, or one whose old end is gone after a force push, is compared with all others.
  const without = known.length > 0 ? known : await otherBranches(repository, plan);
  return { kind: 'reachable', from: plan.from, without };
}

async function otherBranches(
  repository: Repository,
  { branch }: Extract<Plan, { kind: 'changes' }>,
): Promise<ObjectId[]> {
  const own = branch?.replace('refs/heads/', 'refs/remotes/origin/');
  const { refs } = await listRefs(repository);
  const branches = refs.filter(({ name }) => name.startsWith('refs/remotes/origin/') && name !== own);
  return branches.flatMap(({ peeled }) => peeled ?? []);
}

async function missingCommits(repository: Repository, commits: readonly ObjectId[]): Promise<ObjectId[]> {
  const missing: ObjectId[] = [];
  for (const commit of commits) {
    const args = ['cat-file', '-e', `${commit}^{commit}`];
    const isHere = await runGit(repository, args).then(
      () => true,
      () => false,
    );
    if (!isHere) missing.push(commit);
  }
  return missing;
}
