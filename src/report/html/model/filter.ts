import { CONFIDENCE_LEVELS } from '../../../detect/finding.ts';
import { EXPOSURE_NAMES, EXPOSURES } from '../../text/words.ts';
import type { Entry, Presence } from './entry.ts';

export type FacetName = 'severity' | 'exposure' | 'presence' | 'confidence' | 'service' | 'rule';

/** One way to divide the credentials. */
export type Facet = {
  readonly name: FacetName;
  readonly label: string;
  readonly valueIn: (entry: Entry) => string;
  /** The values in their order, where it is not that of their frequency. */
  readonly order: readonly string[] | null;
  /** How a value is called, where it is not by its own name. */
  readonly wordOf: (value: string) => string;
};

export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;

/** Whether it is still there, in words. */
export const PRESENCE_WORDS: Readonly<Record<Presence, string>> = {
  head: 'still in HEAD',
  here: 'on disk or staged only',
  gone: 'not in HEAD',
};

const asItIs = (value: string): string => value;
const asNamedIn =
  (names: Readonly<Record<string, string>>) =>
  (value: string): string =>
    names[value] ?? value;

export const FACETS: readonly Facet[] = [
  {
    name: 'severity',
    label: 'Severity',
    valueIn: ({ credential }) => credential.severity,
    order: SEVERITIES,
    wordOf: asItIs,
  },
  {
    name: 'exposure',
    label: 'Exposure',
    valueIn: ({ credential }) => credential.exposure,
    order: EXPOSURES,
    wordOf: asNamedIn(EXPOSURE_NAMES),
  },
  {
    name: 'presence',
    label: 'Still there',
    valueIn: ({ presence }) => presence,
    order: Object.keys(PRESENCE_WORDS),
    wordOf: asNamedIn(PRESENCE_WORDS),
  },
  {
    name: 'confidence',
    label: 'Confidence',
    valueIn: ({ credential }) => credential.confidence,
    order: [...CONFIDENCE_LEVELS].reverse(),
    wordOf: asItIs,
  },
  {
    name: 'service',
    label: 'Service',
    valueIn: ({ credential }) => credential.service,
    order: null,
    wordOf: asItIs,
  },
  { name: 'rule', label: 'Rule', valueIn: ({ credential }) => credential.rule, order: null, wordOf: asItIs },
];

/** A span of time in milliseconds since 1970, its end not part of it; null: in no commit. */
export type Period = { readonly start: number; readonly end: number } | null;

/** What the reader wants to see. */
export type Filters = {
  readonly query: string;
  /** Chosen values; none chosen: all. */
  readonly chosen: Readonly<Record<FacetName, ReadonlySet<string>>>;
  /** When it came in; undefined: whenever. */
  readonly period: Period | undefined;
};

const NOTHING_CHOSEN: ReadonlySet<string> = new Set();

export const NO_FILTERS: Filters = {
  query: '',
  chosen: {
    severity: NOTHING_CHOSEN,
    exposure: NOTHING_CHOSEN,
    presence: NOTHING_CHOSEN,
    confidence: NOTHING_CHOSEN,
    service: NOTHING_CHOSEN,
    rule: NOTHING_CHOSEN,
  },
  period: undefined,
};

export type Filtered = {
  readonly shown: readonly Entry[];
  /** For each facet how many there are of each value under all filters but its own. */
  readonly counts: Readonly<Record<FacetName, ReadonlyMap<string, number>>>;
  /** What all filters but the one for the period leave. */
  readonly ofAnyTime: readonly Entry[];
};

/** Filters in one pass: what fails one filter only still counts for that filter's own choices. */
export function filterEntries(entries: readonly Entry[], { query, chosen, period }: Filters): Filtered {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const counts = {
    severity: new Map<string, number>(),
    exposure: new Map<string, number>(),
    presence: new Map<string, number>(),
    confidence: new Map<string, number>(),
    service: new Map<string, number>(),
    rule: new Map<string, number>(),
  };
  const shown: Entry[] = [];
  const ofAnyTime: Entry[] = [];
  for (const entry of entries) {
    if (!words.every((word) => entry.searchable.includes(word))) continue;
    const failed = FACETS.filter(({ name, valueIn }) => !isChosen(chosen[name], valueIn(entry)));
    const isInTime = period === undefined || isIn(period, entry.introduced);
    if (failed.length === 0) ofAnyTime.push(entry);
    if (failed.length === 0 && isInTime) shown.push(entry);
    if (failed.length > 1 || !isInTime) continue;
    for (const { name, valueIn } of failed.length === 1 ? failed : FACETS) {
      const value = valueIn(entry);
      counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  return { shown, counts, ofAnyTime };
}

function isChosen(chosen: ReadonlySet<string>, value: string): boolean {
  return chosen.size === 0 || chosen.has(value);
}

function isIn(period: Period, time: number | null): boolean {
  if (period === null || time === null) return period === time;
  return time >= period.start && time < period.end;
}

/** The values of a facet that the entries have, in their order or the most frequent first. */
export function valuesOf({ valueIn, order }: Facet, entries: readonly Entry[]): string[] {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(valueIn(entry), (counts.get(valueIn(entry)) ?? 0) + 1);
  if (order !== null) return order.filter((value) => counts.has(value));
  return [...counts]
    .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1))
    .map(([value]) => value);
}

/** The filters with one value of a facet chosen or not chosen any more. */
export function toggle(filters: Filters, facet: FacetName, value: string): Filters {
  const values = new Set(filters.chosen[facet]);
  if (!values.delete(value)) values.add(value);
  return { ...filters, chosen: { ...filters.chosen, [facet]: values } };
}

/** Whether anything is left out. */
export function isFiltered({ query, chosen, period }: Filters): boolean {
  return query.trim() !== '' || period !== undefined || Object.values(chosen).some(({ size }) => size > 0);
}
