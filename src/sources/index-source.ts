import { readObjects } from '../git/cat-file.ts';
import { GitError, reasonOf } from '../git/git-error.ts';
import { type IndexEntry, listIndexEntries } from '../git/index-entries.ts';
import { listMissingIndexObjects } from '../git/missing-objects.ts';
import type { ObjectId } from '../git/object-id.ts';
import type { ContentScreen } from '../git/pack/content-screen.ts';
import type { Repository } from '../git/repository.ts';
import type { Progress } from '../scan-options.ts';
import type { Coverage } from './coverage.ts';
import { FileNames } from './file-names.ts';
import { createPathFilter, type PathFilter, type PathGlobs } from './path-filter.ts';
import type { ContentOrigin, Emit, Source } from './source.ts';
import { Windower } from './windows.ts';

export type IndexOptions = PathGlobs & {
  readonly repository: Repository;
  /** What of the index to read; default: all of it. */
  readonly entries?: readonly StagedEntry[];
  /**
   * Whether only the index is scanned (default: yes), so that what is left out of it has to be counted here: files and
   * history count the same paths and objects themselves.
   */
  readonly isAlone?: boolean;
  /** Blobs that somebody else reads and counts, for example those that `HEAD` has too. */
  readonly skip?: (oid: ObjectId) => boolean;
  /** Tells which names of files and folders are worth a look; without it, and with files, names are not scanned. */
  readonly screen?: ContentScreen | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};

/** An entry of the index, and what stands in its place in the commits before it, where that is known. */
export type StagedEntry = IndexEntry & { readonly previous?: readonly ObjectId[] };

/** A blob of the index with every path that it stands at. */
type StagedBlob = { readonly oid: ObjectId; readonly origins: ContentOrigin[] };

/** Everything that is staged, but for submodules, which have no content here: each blob of the index is read once, and emitted for each of its paths. */
export function indexSource(options: IndexOptions): Source {
  const { repository, signal, skip = () => false, onProgress, isAlone = true } = options;
  return async (emit, coverage) => {
    coverage.partialClone ||= repository.partialClone;
    const count: Coverage['skip'] = (reason, example) => {
      if (isAlone) coverage.skip(reason, example);
    };
    const filter = await createPathFilter(options);
    const entries = options.entries ?? (await readEntries(repository, coverage, signal));
    const blobs = groupByBlob(
      entries.filter(({ kind, path }) => {
        if (filter(path)) return kind !== 'submodule';
        count('excluded', path);
        return false;
      }),
    );
    if (isAlone) scanNames(entries, filter, emit, options.screen);
    const missing = await listMissingIndexObjects(repository, { signal });
    const wanted = [...blobs.values()].filter(({ oid }) => {
      if (missing.has(oid)) count('missing-object', oid);
      return !missing.has(oid) && !skip(oid);
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
          count('missing-object', oid);
          report();
        },
        corrupt: ({ oid }) => {
          count('corrupt-object', oid);
          report();
        },
      },
      { signal },
    );
  };
}

function scanNames(
  entries: readonly StagedEntry[],
  filter: PathFilter,
  emit: Emit,
  screen: ContentScreen | undefined,
): void {
  if (screen === undefined) return;
  const names = new FileNames(emit, screen);
  for (const { path, oid } of entries) {
    if (filter(path)) names.add(path, (named) => ({ kind: 'index', path: named, oid, isName: true }));
  }
  names.flush();
}

/** An index that cannot be read is a gap: what else there is to scan is scanned all the same. */
async function readEntries(
  repository: Repository,
  coverage: Coverage,
  signal: AbortSignal | undefined,
): Promise<IndexEntry[]> {
  try {
    return await listIndexEntries(repository, { signal });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    coverage.skip('unreadable', reasonOf(error));
    return [];
  }
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
