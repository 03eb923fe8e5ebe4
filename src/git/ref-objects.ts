import type { History } from './history.ts';
import type { ObjectId } from './object-id.ts';
import { type GitOptions, runGit } from './process.ts';
import type { Trace, TracedObject } from './provenance.ts';
import type { Ref } from './refs.ts';
import type { Repository } from './repository.ts';
import { readTaggers } from './taggers.ts';
import { findInTree } from './tree-paths.ts';

/** More tagged trees are not looked into. */
const MOST_TREES = 100;

/**
 * Traces what a ref holds in a roundabout way: a tag that another tag names, and what stands in a tree that a ref
 * names without a commit. Both are rare, so this is asked only for what nothing else explains.
 */
export async function traceThroughRefs(
  repository: Repository,
  history: History,
  objects: readonly TracedObject[],
  options: GitOptions = {},
): Promise<Map<ObjectId, Trace[]>> {
  const traces = new Map<ObjectId, Trace[]>();
  const tags = new Set(objects.flatMap(({ oid, type }) => (type === 'tag' ? [oid] : [])));
  for (const [oid, refs] of await refsOfInnerTags(repository, history.refs, tags, options)) {
    traces.set(oid, [{ path: null, ...NO_COMMIT, refs }]);
  }
  const blobs = new Set<string>(objects.flatMap(({ oid, type }) => (type === 'blob' ? [oid] : [])));
  if (blobs.size === 0) return traces;
  for (const ref of await refsToTrees(repository, history, options)) {
    const { paths } = await findInTree(repository, ref.peeled, blobs, options);
    for (const [oid, found] of paths) {
      const own = traces.get(oid as ObjectId) ?? [];
      traces.set(oid as ObjectId, own);
      for (const path of found) own.push({ path, ...NO_COMMIT, refs: [ref] });
    }
  }
  return traces;
}

const NO_COMMIT = { introducedBy: [], removedBy: [], inHead: null };

/** Follows each tag that a ref names through the tags that it names in turn. */
async function refsOfInnerTags(
  repository: Repository,
  refs: readonly Ref[],
  wanted: ReadonlySet<ObjectId>,
  options: GitOptions,
): Promise<Map<ObjectId, Ref[]>> {
  const found = new Map<ObjectId, Ref[]>();
  if (wanted.size === 0) return found;
  const seen = new Set<ObjectId>();
  let at = refs.filter(({ target, peeled }) => target !== peeled).map((ref) => ({ ref, tag: ref.target }));
  while (at.length > 0) {
    const taggers = await readTaggers(repository, [...new Set(at.map(({ tag }) => tag))], options);
    at = at.flatMap(({ ref, tag }) => {
      const inner = taggers.get(tag)?.tag;
      if (inner == null) return [];
      if (wanted.has(inner)) {
        const own = found.get(inner) ?? [];
        found.set(inner, own);
        own.push(ref);
      }
      // A tag cannot name itself, but a broken repository may say so.
      const isNew = !seen.has(inner);
      seen.add(inner);
      return isNew ? [{ ref, tag: inner }] : [];
    });
  }
  return found;
}

async function refsToTrees(repository: Repository, history: History, options: GitOptions): Promise<Ref[]> {
  const others = history.refs.filter(({ peeled }) => peeled !== null && history.graph.find(peeled) === null);
  if (others.length === 0) return [];
  const input = others.map(({ peeled }) => `${peeled}\n`).join('');
  const args = ['cat-file', '--batch-check=%(objecttype)', '--buffer'];
  const types = (await runGit(repository, args, { ...options, input })).toString('latin1').split('\n');
  return others.filter((_, index) => types[index] === 'tree').slice(0, MOST_TREES);
}
