import type { Credential, Occurrence } from '../credentials/report.ts';
import { firstCommit, isLive } from './text/places.ts';

/**
 * The one place that a report shows which has room for one file and line only.
 *
 * What stands in the tree that is checked out comes first: there the reader can see it and mend it. Of what
 * is history only it is the commit that brought the credential in: the first commit stays what it is, while
 * any other choice changes with each further commit, and readers that tell alerts apart by their place would
 * take an old one for a new one. What has no path (the message of a commit or tag) comes last.
 */
export function mainPlace(credential: Credential): Occurrence | null {
  const { occurrences } = credential;
  const withPath = occurrences.filter(({ path }) => path !== null);
  return (
    withPath.find(isInTree) ??
    firstCommit({ ...credential, occurrences: withPath }) ??
    withPath[0] ??
    firstCommit(credential) ??
    occurrences[0] ??
    null
  );
}

/** Whether it stands in the tree that is checked out, or in the input, as far as the scan could see. */
export function isInTree(occurrence: Occurrence): boolean {
  return isLive(occurrence) || occurrence.inHead === true;
}

/** The credential with its main place before all others, which stay in their order. */
export function mainPlaceFirst(credential: Credential): Credential {
  const main = mainPlace(credential);
  if (main === null) return credential;
  return { ...credential, occurrences: [main, ...credential.occurrences.filter((each) => each !== main)] };
}

/**
 * A path for readers that take no place without one. Messages of commits and tags, and blobs that no tree
 * names, are in no file: they get a path below `.git`, where a repository cannot have a file of its own, that
 * says what they are.
 */
export function pathOrStandIn({ path, source, commit, blob }: Occurrence): string {
  if (path !== null && path !== '') return path;
  switch (source) {
    case 'stdin':
      return 'stdin';
    case 'commit-message':
      return `.git/commit/${commit ?? blob ?? 'unknown'}`;
    case 'tag-message':
      return `.git/tag/${blob ?? 'unknown'}`;
    default:
      return `.git/blob/${blob ?? 'unknown'}`;
  }
}
