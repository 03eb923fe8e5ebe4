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
      /** What was there before it; empty for a new branch or tag, which is compared with all other branches. */
      readonly without: readonly ObjectId[];
      /** The branch that the event is about, in full; it is none of the others. */
      readonly branch: string | null;
    };

/** The parts of an event's payload that are looked at; anything may be missing or of another type. */
type Payload = {
  readonly [key: string]: unknown;
};

/**
 * Decides what to scan.
 * @param name of the event, as in `GITHUB_EVENT_NAME`.
 * @param head the commit that is checked out.
 */
export function planFor(name: string, payload: Payload, mode: Inputs['mode'], head: ObjectId | null): Plan {
  if (mode === 'everything') return { kind: 'everything', because: 'the input "mode" says so' };
  const changes = changesOf(name, payload, head);
  if (changes !== null) return changes;
  const because = `an event "${name}" brings in nothing of its own`;
  return { kind: mode === 'changes' ? 'nothing' : 'everything', because };
}

function changesOf(name: string, payload: Payload, head: ObjectId | null): Plan | null {
  switch (name) {
    case 'push':
      return pushChanges(payload);
    case 'pull_request':
    case 'pull_request_target': {
      const base = idAt(payload, 'pull_request', 'base', 'sha');
      const tip = idAt(payload, 'pull_request', 'head', 'sha');
      if (base === null || tip === null) return null;
      // What is checked out is a merge of both, or the head: what that merge alone brings in counts, too.
      const from = head === null || head === base ? [tip] : [tip, head];
      return { kind: 'changes', because: 'a pull request', from, without: [base], branch: null };
    }
    case 'merge_group': {
      const base = idAt(payload, 'merge_group', 'base_sha');
      const tip = idAt(payload, 'merge_group', 'head_sha');
      if (base === null || tip === null) return null;
      return { kind: 'changes', because: 'a merge group', from: [tip], without: [base], branch: null };
    }
    case 'delete':
      return { kind: 'nothing', because: 'a branch or tag was deleted' };
    default:
      return null;
  }
}

function pushChanges(payload: Payload): Plan | null {
  const after = idAt(payload, 'after');
  if (payload['deleted'] === true || after === null) return { kind: 'nothing', because: 'a ref was deleted' };
  const before = idAt(payload, 'before');
  const ref = typeof payload['ref'] === 'string' ? payload['ref'] : null;
  const branch = ref?.startsWith('refs/heads/') === true ? ref : null;
  if (before === null) {
    const because = branch === null ? 'a new tag' : 'a new branch';
    return { kind: 'changes', because, from: [after], without: [], branch };
  }
  const because = payload['forced'] === true ? 'a force push' : 'a push';
  return { kind: 'changes', because, from: [after], without: [before], branch };
}

/** An object id in a payload; null for zeros, which stand for none, and for what is no id. */
function idAt(payload: Payload, ...path: readonly string[]): ObjectId | null {
  let value: unknown = payload;
  for (const key of path) value = (value as Payload | null | undefined)?.[key];
  return typeof value === 'string' && !/^0+$/.test(value) ? parseObjectId(value) : null;
}
