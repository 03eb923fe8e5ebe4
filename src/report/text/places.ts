import type { Credential, Occurrence, OccurrenceSource } from '../../credentials/report.ts';

/** How much of an object id is shown; git itself shows 7 to 12. */
const SHORT_ID = 8;

/** Shortens an object id for people. */
export function shortId(id: string): string {
  return id.slice(0, SHORT_ID);
}

/** What of an occurrence says where it is. */
export type Located = Pick<
  Occurrence,
  'path' | 'line' | 'column' | 'source' | 'isName' | 'refs' | 'commit' | 'blob'
>;

/** `path:line:column`, which editors and terminals make a link of, or words where there is no path. */
export function locationOf({ path, line, column, source, isName, refs, commit, blob }: Located): string {
  if (source === 'ref-name') return `the name of ${refs.map(refName).join()}`;
  if (isName) return `${path} (its name)`;
  if (source === 'stdin') return `<stdin>:${line}:${column}`;
  const noun = NOUNS[source];
  if (noun === undefined && path !== null) return `${path}:${line}:${column}`;
  const id = (source.startsWith('commit-') ? commit : blob) ?? 'unknown';
  return `${noun ?? 'object'} ${shortId(id)}, line ${line}, column ${column}`;
}

/** What has no path. */
const NOUNS: Partial<Readonly<Record<OccurrenceSource, string>>> = {
  note: 'note',
  'commit-message': 'message of commit',
  'commit-header': 'header of commit',
  'tag-message': 'message of tag',
  'tag-header': 'header of tag',
};

/** Whether it stands on disk, in the index or in the input now, and not only in the history. */
export function isLive({ source }: Occurrence): boolean {
  return source === 'file' || source === 'index' || source === 'stdin';
}

/** The oldest commit that brought the credential in, or null when none did. */
export function firstCommit({ occurrences }: Pick<Credential, 'occurrences'>): Occurrence | null {
  const committed = occurrences.filter(({ commit }) => commit !== null);
  return committed.reduce<Occurrence | null>(
    (first, each) => (first === null || timeOf(each) < timeOf(first) ? each : first),
    null,
  );
}

/** Milliseconds since 1970; what has no readable date comes last. */
function timeOf({ date }: Occurrence): number {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}

/** The occurrences that are shown besides the first, and what is left of them. */
export type OtherPlaces = {
  /** One for each further path. */
  readonly shown: readonly Occurrence[];
  /** How many places are not shown, and in how many commits. */
  readonly more: number;
  readonly moreCommits: number;
};

const MOST_SHOWN = 4;

/**
 * The places besides the first one, each counted once: a file in the working tree, in the index and in a
 * commit is one place at the same line and column.
 */
export function otherPlaces({ occurrences }: Credential): OtherPlaces {
  const [first] = occurrences;
  if (first === undefined) return { shown: [], more: 0, moreCommits: 0 };
  const seenPlaces = new Set([locationOf(first)]);
  const seenPaths = new Set([first.path]);
  const shown: Occurrence[] = [];
  const rest: Occurrence[] = [];
  for (const occurrence of occurrences) {
    const place = locationOf(occurrence);
    if (seenPlaces.has(place)) continue;
    seenPlaces.add(place);
    if (shown.length < MOST_SHOWN && (occurrence.path === null || !seenPaths.has(occurrence.path))) {
      seenPaths.add(occurrence.path);
      shown.push(occurrence);
    } else {
      rest.push(occurrence);
    }
  }
  const commits = new Set(rest.map(({ commit }) => commit).filter((commit) => commit !== null));
  return { shown, more: rest.length, moreCommits: commits.size };
}

/** A ref as people say it: `main`, `origin/main`, `tag v1`, `stash@{1}`, `main@{2}`. */
export function refName(ref: string): string {
  if (ref.startsWith('refs/stash')) return ref.slice('refs/'.length);
  const [, kind, name = ''] = /^refs\/(heads|remotes|tags)\/(.+)$/s.exec(ref) ?? [];
  if (kind === undefined) return ref;
  return kind === 'tags' ? `tag ${name}` : name;
}
