import type { Credential, Occurrence, Report } from '../../../credentials/report.ts';
import { firstCommit, isLive } from '../../text/places.ts';

/** A report that is open on the page. */
export type OpenReport = { readonly name: string; readonly report: Report };

/** An occurrence, and the reports that name it, by their place among the open ones. */
export type UnitedOccurrence = Occurrence & { readonly reports: readonly number[] };

/** A credential as all open reports together know it. */
export type UnitedCredential = Omit<Credential, 'occurrences'> & {
  readonly occurrences: readonly UnitedOccurrence[];
};

/** Whether a credential still stands where it was found. */
export type Presence = 'head' | 'here' | 'gone';

/** A row of the list: a credential with what it is filtered, searched and sorted by. */
export type Entry = {
  readonly credential: UnitedCredential;
  /** The reports that have it, by their place among the open ones. */
  readonly reports: readonly number[];
  /** When a commit first brought it in, in milliseconds since 1970; null when none did. */
  readonly introduced: number | null;
  readonly presence: Presence;
  /** Everything in it that can be searched, in lower case. */
  readonly searchable: string;
};

/** Works out what the page needs to know of a credential. */
export function toEntry(credential: UnitedCredential, reports: readonly number[]): Entry {
  return {
    credential,
    reports,
    introduced: introducedAt(credential),
    presence: presenceOf(credential.occurrences),
    searchable: searchableText(credential),
  };
}

function introducedAt(credential: UnitedCredential): number | null {
  const time = Date.parse(firstCommit(credential)?.date ?? '');
  return Number.isNaN(time) ? null : time;
}

function presenceOf(occurrences: readonly Occurrence[]): Presence {
  if (occurrences.some(({ inHead }) => inHead === true)) return 'head';
  return occurrences.some(isLive) ? 'here' : 'gone';
}

function searchableText(credential: UnitedCredential): string {
  const { title, service, rule, fingerprint, severity, confidence, exposure } = credential;
  const { issued, endpoint, redacted, secret, evidence, occurrences } = credential;
  const texts = new Set<string | null | undefined>([
    ...[title, service, rule, fingerprint, severity, confidence, exposure],
    ...[issued, endpoint, redacted, secret],
    ...evidence.flatMap(({ kind, detail }) => [kind, detail]),
  ]);
  for (const { path, commit, blob, author, date, refs, decodedFrom } of occurrences) {
    for (const text of [path, commit, blob, author, date, ...refs, ...decodedFrom]) texts.add(text);
  }
  // Words that stand on both sides of a line break are no match.
  return [...texts]
    .filter((text) => text !== null && text !== undefined)
    .join('\n')
    .toLowerCase();
}
