import { fetchHistory } from '../git/fetch.ts';
import { type ObjectId, parseObjectId } from '../git/object-id.ts';
import { runGit } from '../git/process.ts';
import type { CommitRange } from '../git/range.ts';
import { listRefs } from '../git/refs.ts';
import { discoverRepository, type Repository } from '../git/repository.ts';
import { noticeCommand } from './commands.ts';
import type { CheckedOut, Comparison, Plan } from './event.ts';
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
  // A plan that is of no two commits needs the branches: to scan them, or to compare with them.
  const branches = plan.kind === 'everything' || plan.without.length === 0;
  let isFetched = await fetchHistory(repository, head, { branches });
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
  const without = known.length > 0 ? known : await comparedWith(repository, plan.against);
  return { kind: 'reachable', from: plan.from, without };
}

async function comparedWith(repository: Repository, against: Comparison): Promise<ObjectId[]> {
  if (against === null) return [];
  const { refs } = await listRefs(repository);
  const isMeant =
    against === 'branches'
      ? (name: string) => name.startsWith('refs/remotes/origin/')
      : (name: string) => name === against.ref;
  return refs.filter(({ name }) => isMeant(name)).flatMap(({ peeled }) => peeled ?? []);
}

/** The commit that is checked out; a shallow checkout has its parents' ids, too, if not them. */
export async function checkedOut(repository: Repository): Promise<CheckedOut | null> {
  if (repository.head === null) return null;
  const text = (await runGit(repository, ['cat-file', 'commit', repository.head])).toString('latin1');
  const header = text.slice(0, text.indexOf('\n\n'));
  const parents = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(
    ([, id = '']) => parseObjectId(id) ?? [],
  );
  return { oid: repository.head, parents };
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
