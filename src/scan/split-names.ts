import type { SightedCredential, Sighting } from '../credentials/collector.ts';
import type { ContentOrigin } from '../sources/source.ts';

/** The name of a file or folder in a commit. */
export type PathName = Extract<ContentOrigin, { kind: 'object' }> & { readonly path: string };

/** What was found in the names of a history, and in everything else. */
export type SplitSightings = {
  readonly names: readonly SightedCredential[];
  readonly others: readonly SightedCredential[];
};

/** Names are traced on their own: what they stand for matters only in so far as it tells when they came. */
export function splitNames(credentials: readonly SightedCredential[]): SplitSightings {
  const isName = ({ origin }: Sighting) => origin.kind === 'ref' || pathNameOf(origin) !== null;
  const only = (wanted: boolean) =>
    credentials
      .map(({ fingerprint, sightings }) => ({
        fingerprint,
        sightings: sightings.filter((each) => isName(each) === wanted),
      }))
      .filter(({ sightings }) => sightings.length > 0);
  return { names: only(true), others: only(false) };
}

/** What holds a finding in its name; null for all else. */
export function pathNameOf(origin: ContentOrigin): PathName | null {
  if (origin.kind !== 'object' || origin.isName !== true || origin.path === null) return null;
  return { ...origin, path: origin.path };
}
