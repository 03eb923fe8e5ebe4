import type { PlacedSighting } from '../credentials/group.ts';
import { findHosts, hostPattern } from '../detect/context/hosts.ts';
import { latin1 } from '../detect/text-window.ts';
import { GitError, reasonOf } from '../git/git-error.ts';
import type { ObjectId } from '../git/object-id.ts';
import type { ScanOptions } from '../scan-options.ts';
import { Coverage } from '../sources/coverage.ts';
import type { Emit } from '../sources/source.ts';
import type { Root } from './roots.ts';

/** A host of a service, and the file that mentions it. */
export type MentionedHost = { readonly host: string; readonly path: string };

/**
 * Where a finding's repository is looked at for hosts: as the finding's own file is, so that a key and its endpoint
 * are compared as they stood together.
 */
export type HostPlace = 'files' | 'index' | ObjectId;

/** More commits are not searched: one search of a large commit takes as long as a part of the scan. */
const MOST_COMMITS = 4;
/** Of a file and of what git finds in one commit, in bytes. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_MENTIONS = 5000;

/**
 * Every mention of some services' hosts in the places that findings stand in. A place that git cannot search is a gap: a
 * finding may need what it would have found to be reported.
 * @param suffixes such as `openai.azure.com`.
 */
export async function findRepositoryHosts(
  root: Root,
  places: readonly HostPlace[],
  suffixes: readonly string[],
  options: ScanOptions,
  coverage: Coverage,
): Promise<Map<HostPlace, readonly MentionedHost[]>> {
  const pattern = hostPattern(suffixes);
  if (pattern === null) return new Map();
  const search = async (place: HostPlace) => {
    const mentions: MentionedHost[] = [];
    const take = (path: string, text: string): void => {
      if (mentions.length >= MOST_MENTIONS) return;
      for (const { host, resource } of findHosts(text, pattern, 0))
        if (resource !== '') mentions.push({ host, path });
    };
    if (place === 'files') await readFiles(root, suffixes, take, options);
    else await grep(root, place, suffixes, take, options, coverage);
    return [place, mentions] as const;
  };
  return new Map(await Promise.all(withoutExcess(places).map(search)));
}

function withoutExcess(places: readonly HostPlace[]): HostPlace[] {
  const isCommit = (place: HostPlace) => place !== 'files' && place !== 'index';
  return [...places.filter((place) => !isCommit(place)), ...places.filter(isCommit).slice(0, MOST_COMMITS)];
}

async function grep(
  { repository }: Root,
  place: Exclude<HostPlace, 'files'>,
  suffixes: readonly string[],
  take: (path: string, text: string) => void,
  { signal }: ScanOptions,
  coverage: Coverage,
): Promise<void> {
  if (repository === null) return;
  const { grepFiles } = await import('../git/grep.ts');
  try {
    await grepFiles(repository, place, suffixes, take, { signal, maxBytes: MOST_BYTES });
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof GitError)) throw error;
    // A partial clone lacks files by intent.
    if (!repository.partialClone) coverage.skip('unreadable', reasonOf(error));
  }
}

/** Reads the files once more: only when a finding asks for it, and that is seldom. */
async function readFiles(
  { folder, prefix, repository, paths }: Root,
  suffixes: readonly string[],
  take: (path: string, text: string) => void,
  { include, exclude, gitignore = true, signal }: ScanOptions,
): Promise<void> {
  const { fileSource } = await import('../sources/files.ts');
  const marks = suffixes.map((suffix) => Buffer.from(suffix));
  const emit: Emit = ({ origin, bytes, piece }) => {
    if (origin.kind !== 'file' || piece.line !== 1 || bytes.length > MOST_BYTES) return;
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (marks.some((mark) => content.includes(mark))) take(origin.path, latin1(bytes, 0, bytes.length));
  };
  const source = fileSource({
    root: folder,
    repository: repository?.workTree == null ? null : repository,
    paths,
    include,
    exclude,
    prefix,
    gitignore,
    signal,
  });
  await source(emit, new Coverage());
}

/** What a sighting is compared with; null for what stands in no repository or folder. */
export function hostPlaceOf({ sighting, traces }: PlacedSighting): HostPlace | null {
  switch (sighting.origin.kind) {
    case 'file':
      return 'files';
    case 'index':
      return 'index';
    case 'object': {
      const commit = traces.find((trace) => trace.path !== null)?.commit;
      return commit == null ? null : (commit as ObjectId);
    }
    case 'ref':
    case 'stdin':
      return null;
  }
}
