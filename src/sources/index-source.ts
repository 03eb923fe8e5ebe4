import { readObjects } from '../git/cat-file.ts';
import { type IndexEntry, listIndexEntries } from '../git/index-entries.ts';
import { listMissingIndexObjects } from '../git/missing-objects.ts';
import type { ObjectId } from '../git/object-id.ts';
import type { Repository } from '../git/repository.ts';
import type { Progress } from '../scan-options.ts';
import { createPathFilter, type PathGlobs } from './path-filter.ts';
import type { ContentOrigin, Source } from './source.ts';
import { Windower } from './windows.ts';

export type IndexOptions = PathGlobs & {
  readonly repository: Repository;
  /** What of the index to read; default: all of it. */
  readonly entries?: readonly StagedEntry[];
  /** Blobs that need not be read, for example those that `HEAD` has too; they count as `fromCache`. */
  readonly skip?: (oid: ObjectId) => boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};

/** An entry of the index, and what stands in its place in the commits before it, where that is known. */
export type StagedEntry = IndexEntry & { readonly previous?: readonly ObjectId[] };

/** A blob of the index with every path that it stands at. */
type StagedBlob = { readonly oid: ObjectId; readonly origins: ContentOrigin[] };

/** Everything that is staged: each blob of the index is read once, and emitted for each of its paths. */
export function indexSource(options: IndexOptions): Source {
  const { repository, signal, skip = () => false, onProgress } = options;
  return async (emit, coverage) => {
    coverage.partialClone ||= repository.partialClone;
    const filter = await createPathFilter(options);
    const entries = options.entries ?? (await listIndexEntries(repository, { signal }));
    const blobs = groupByBlob(
      entries.filter(({ kind, path }) => {
        if (kind === 'submodule') coverage.skip('submodule', path);
        else if (!filter(path)) coverage.skip('excluded', path);
        else return true;
        return false;
      }),
    );
    const missing = await listMissingIndexObjects(repository, { signal });
    const wanted = [...blobs.values()].filter(({ oid }) => {
      if (missing.has(oid)) coverage.skip('missing-object', oid);
      else if (skip(oid)) coverage.objects.fromCache += 1;
      else return true;
      return false;
    });
    let done = 0;
    const report = (): void => {
      done += 1;
      onProgress?.({ phase: 'index', done, total: wanted.length });
    };
    const windower = new Windower(emit);
    await readObjects(
      repository,
      [wanted],
      {
        begin: ({ origins }, { size }) => windower.begin(origins, size),
        part: (bytes) => windower.push(bytes),
        end: (_, { size }) => {
          windower.end();
          coverage.objects.scanned += 1;
          coverage.objects.bytes += size;
          report();
        },
        missing: ({ oid }) => {
          coverage.skip('missing-object', oid);
          report();
        },
        corrupt: ({ oid }) => {
          coverage.skip('corrupt-object', oid);
          report();
        },
      },
      { signal },
    );
  };
}

function groupByBlob(entries: readonly StagedEntry[]): Map<ObjectId, StagedBlob> {
  const blobs = new Map<ObjectId, StagedBlob>();
  for (const { oid, path, previous } of entries) {
    const blob = blobs.get(oid) ?? { oid, origins: [] };
    blob.origins.push({ kind: 'index', path, oid, ...(previous && { previous }) });
    blobs.set(oid, blob);
  }
  return blobs;
}
