import { type ObjectId, parseObjectId } from '../git/object-id.ts';
import type { Inputs } from './inputs.ts';

/** What an event calls for. `because` is for the log. */
export type Plan =
  | { readonly kind: 'nothing'; readonly because: string }
  | { readonly kind: 'everything'; readonly because: string }
  | {
      readonly kind: 'changes';
      readonly because: string;
      /** What the event brought; HEAD as well, where it is what was checked out for it. */
      readonly from: readonly ObjectId[];
      /** What was there before it; empty for a new branch or tag. */
      readonly without: readonly ObjectId[];
      /** With what it is compared when nothing of that is here, as after a force push. */
      readonly against: Comparison;
    };

/**
 * All branches that were fetched, one of them by the full name of its ref, or nothing at all. A branch is compared
 * with the default one alone: several that are pushed at once would each take the others for what was there before.
 */
export type Comparison = 'branches' | { readonly ref: string } | null;

/** The commit that is checked out. */
export type CheckedOut = { readonly oid: ObjectId; readonly parents: readonly ObjectId[] };

/** The parts of an event's payload that are looked at; anything may be missing or of another type. */
type Payload = {
  readonly [key: string]: unknown;
};

/**
 * Decides what to scan.
 * @param name of the event, as in `GITHUB_EVENT_NAME`.
 * @param head null: no commit is checked out.
 */
export function planFor(name: string, payload: Payload, mode: Inputs['mode'], head: CheckedOut | null): Plan {
  if (mode === 'everything') return { kind: 'everything', because: 'the input "mode" says so' };
  const changes = changesOf(name, payload, head);
  if (changes !== null) return changes;
  const because = `an event "${name}" brings in nothing of its own`;
  return { kind: mode === 'changes' ? 'nothing' : 'everything', because };
}

function changesOf(name: string, payload: Payload, head: CheckedOut | null): Plan | null {
  switch (name) {
    case 'push':
      return pushChanges(payload);
    case 'pull_request':
    case 'pull_request_target': {
      const base = idAt(payload, 'pull_request', 'base', 'sha');
      const tip = idAt(payload, 'pull_request', 'head', 'sha');
      if (base === null || tip === null) return null;
      // The other event runs on the base branch, which the pull request has no part in.
      const merge = name === 'pull_request' || head?.parents.includes(tip) ? head : null;
      const ends = pullRequestEnds(base, tip, merge);
      return { kind: 'changes', because: 'a pull request', ...ends, against: null };
    }
    case 'merge_group': {
      const base = idAt(payload, 'merge_group', 'base_sha');
      const tip = idAt(payload, 'merge_group', 'head_sha');
      if (base === null || tip === null) return null;
      return { kind: 'changes', because: 'a merge group', from: [tip], without: [base], against: null };
    }
    case 'delete':
      return { kind: 'nothing', because: 'a branch or tag was deleted' };
    default:
      return null;
  }
}

/**
 * Mostly a merge of both is checked out, which GitHub made: what it alone brings in counts, too. The base that it was
 * made with may be younger than the one that the event names; what that brought in does not count.
 */
function pullRequestEnds(
  base: ObjectId,
  tip: ObjectId,
  head: CheckedOut | null,
): { readonly from: readonly ObjectId[]; readonly without: readonly ObjectId[] } {
  if (head === null || head.oid === tip || head.oid === base) return { from: [tip], without: [base] };
  const bases = head.parents.includes(tip) ? head.parents.filter((parent) => parent !== tip) : [];
  return { from: [tip, head.oid], without: [...new Set([base, ...bases])] };
}

function pushChanges(payload: Payload): Plan | null {
  const after = idAt(payload, 'after');
  if (payload['deleted'] === true || after === null) return { kind: 'nothing', because: 'a ref was deleted' };
  const before = idAt(payload, 'before');
  const ref = typeof payload['ref'] === 'string' ? payload['ref'] : null;
  const isTag = ref?.startsWith('refs/tags/') === true;
  const against = isTag ? 'branches' : defaultBranch(payload, ref);
  if (before === null) {
    const because = isTag ? 'a new tag' : 'a new branch';
    return { kind: 'changes', because, from: [after], without: [], against };
  }
  const because = payload['forced'] === true ? 'a force push' : 'a push';
  return { kind: 'changes', because, from: [after], without: [before], against };
}

/** As it was fetched; null where it is what was pushed, or not known. */
function defaultBranch(payload: Payload, pushed: string | null): Comparison {
  const name = (payload['repository'] as Payload | null | undefined)?.['default_branch'];
  if (typeof name !== 'string' || pushed === `refs/heads/${name}`) return null;
  return { ref: `refs/remotes/origin/${name}` };
}

/** An object id in a payload; null for zeros, which stand for none, and for what is no id. */
function idAt(payload: Payload, ...path: readonly string[]): ObjectId | null {
  let value: unknown = payload;
  for (const key of path) value = (value as Payload | null | undefined)?.[key];
  return typeof value === 'string' && !/^0+$/.test(value) ? parseObjectId(value) : null;
}
