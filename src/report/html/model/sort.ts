import { CONFIDENCE_LEVELS } from '../../../detect/finding.ts';
import type { Entry } from './entry.ts';
import { SEVERITIES } from './filter.ts';
import { exposureRank } from './merge.ts';

type Compare = (a: Entry, b: Entry) => number;

export type SortOrder = 'worst' | 'exposure' | 'newest' | 'oldest' | 'places' | 'service' | 'path';

/** The orders there are, in words. */
export const SORT_ORDERS: Readonly<Record<SortOrder, string>> = {
  worst: 'worst first',
  exposure: 'furthest out first',
  newest: 'newest first',
  oldest: 'oldest first',
  places: 'most places first',
  service: 'service',
  path: 'path',
};

/** The entries in an order; what is equal in it is sorted worst first. */
export function sortEntries(entries: readonly Entry[], order: SortOrder): Entry[] {
  return [...entries].sort((a, b) => COMPARISONS[order](a, b) || byRank(a, b) || byPlace(a, b));
}

/** As reports are sorted: severity, then confidence. */
const byRank: Compare = ({ credential: a }, { credential: b }) =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  CONFIDENCE_LEVELS.indexOf(b.confidence) - CONFIDENCE_LEVELS.indexOf(a.confidence);

const byPlace: Compare = ({ credential: a }, { credential: b }) =>
  compareTexts(pathOf(a), pathOf(b)) ||
  (a.occurrences[0]?.line ?? 0) - (b.occurrences[0]?.line ?? 0) ||
  compareTexts(a.fingerprint, b.fingerprint);

const COMPARISONS: Readonly<Record<SortOrder, Compare>> = {
  worst: () => 0,
  exposure: (a, b) => exposureRank(a.credential.exposure) - exposureRank(b.credential.exposure),
  newest: (a, b) => timeOr(b, Number.NEGATIVE_INFINITY) - timeOr(a, Number.NEGATIVE_INFINITY) || 0,
  oldest: (a, b) => timeOr(a, Number.POSITIVE_INFINITY) - timeOr(b, Number.POSITIVE_INFINITY) || 0,
  places: (a, b) => b.credential.occurrences.length - a.credential.occurrences.length,
  service: (a, b) => compareTexts(a.credential.service, b.credential.service),
  path: (a, b) => byPlace(a, b),
};

/** What no commit has comes last in both orders of time. */
function timeOr({ introduced }: Entry, otherwise: number): number {
  return introduced ?? otherwise;
}

function pathOf({ occurrences }: Entry['credential']): string {
  return occurrences[0]?.path ?? '';
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
