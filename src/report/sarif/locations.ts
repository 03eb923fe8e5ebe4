import type { Location } from 'sarif';
import type { Credential, Occurrence } from '../../credentials/report.ts';
import { mainPlace, pathOrStandIn } from '../main-place.ts';
import { versionInWords } from '../prose.ts';
import { messageText } from './message-text.ts';

/** The name of the folder that all URIs are relative to. */
export const SOURCE_ROOT = '%SRCROOT%';

/** The places of a credential as SARIF tells them. */
export type Locations = {
  /** Where a reader looks first. GitHub refuses a file with a result that has no place in a file. */
  readonly main: Location;
  /** The others, each once, with an `id` from 1. */
  readonly related: readonly Location[];
  /** How many others there are, also those that do not fit. */
  readonly relatedCount: number;
};

/** @param most places in all. */
export function locationsOf(credential: Credential, most: number): Locations {
  const main = mainPlace(credential);
  if (main === null) throw new Error(`the credential ${credential.fingerprint} stands nowhere`);
  const seen = new Set([placeKey(main)]);
  const others = credential.occurrences.filter((each) => {
    const key = placeKey(each);
    return !seen.has(key) && seen.add(key);
  });
  return {
    main: locationOf(main),
    related: others
      .slice(0, most - 1)
      .map((each, index) => ({ id: index + 1, ...locationOf(each), message: { text: placeText(each) } })),
    relatedCount: others.length,
  };
}

function locationOf(occurrence: Occurrence): Location {
  const { line, column, endLine, endColumn } = occurrence;
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(pathOrStandIn(occurrence)), uriBaseId: SOURCE_ROOT },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

function placeText(occurrence: Occurrence): string {
  return messageText(versionInWords(occurrence));
}

/** A file, its version in the index and the commits that have it are one place at the same line and column. */
function placeKey(occurrence: Occurrence): string {
  return `${pathOrStandIn(occurrence)}:${occurrence.line}:${occurrence.column}`;
}

/** A path with `/` between its parts as a relative URI. */
export function toUri(path: string): string {
  // `encodeURIComponent` throws at half a surrogate pair, which the way through bytes replaces.
  return path
    .split('/')
    .map((part) => encodeURIComponent(Buffer.from(part).toString()))
    .join('/');
}
