import * as v from 'valibot';
import type { CommitGraph } from '../git/commit-graph.ts';
import type { KnownHistory } from '../git/known-history.ts';
import { type ObjectId, parseObjectId } from '../git/object-id.ts';
import type { CacheContent } from './cache-file.ts';
import { graphFromBytes, graphToBytes } from './graph-bytes.ts';

const objectId = v.custom<ObjectId>((value) => typeof value === 'string' && parseObjectId(value) !== null);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The JSON of a cache file. Paths of changes are in Base64: git's paths are bytes. */
const header = v.strictObject({
  tips: v.array(objectId),
  objects: count,
  commits: count,
  suspects: v.array(
    v.strictObject({
      oid: objectId,
      type: v.picklist(['blob', 'commit', 'tag']),
      path: v.nullable(v.string()),
    }),
  ),
  missing: v.array(objectId),
  changes: v.array(
    v.strictObject({ commit: objectId, before: v.array(v.string()), after: v.string(), path: v.string() }),
  ),
  hasGraph: v.boolean(),
});

/** What a cache file holds of a history. @param graph of its commits; null when nobody needed one. */
export function toContent(known: Omit<KnownHistory, 'makeGraph'>, graph: CommitGraph | null): CacheContent {
  const body = graph === null ? null : graphToBytes(graph);
  const { tips, objects, commits, suspects, missing } = known;
  const changes = known.changes.map(({ commit, before, after, pathBytes }) => ({
    commit,
    before,
    after,
    path: pathBytes.toString('base64'),
  }));
  return {
    header: { tips, objects, commits, suspects, missing, changes, hasGraph: body !== null },
    body: body ?? Buffer.alloc(0),
  };
}

/** Null when it is nothing that this version has written. */
export function fromContent({ header: json, body }: CacheContent, hexLength: number): KnownHistory | null {
  const parsed = v.safeParse(header, json);
  if (!parsed.success) return null;
  const { tips, objects, commits, suspects, missing, changes, hasGraph } = parsed.output;
  return {
    tips,
    objects,
    commits,
    suspects,
    missing,
    changes: changes.map(({ path, ...change }) => ({ ...change, pathBytes: Buffer.from(path, 'base64') })),
    makeGraph: hasGraph ? () => graphFromBytes(body, hexLength) : null,
  };
}
