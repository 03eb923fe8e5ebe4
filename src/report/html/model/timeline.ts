import type { Entry } from './entry.ts';
import type { Period } from './filter.ts';

/** A column of the time line. */
export type TimelineColumn = {
  readonly period: Period;
  /** For people: `2025-03-14`, `March 2025`, `2025, second quarter`, `2025`. */
  readonly name: string;
  /** What stands below it: a year, where one begins; else nothing. */
  readonly tick: string;
  /** How many came in, by whether they are still there. */
  readonly present: number;
  readonly gone: number;
};

/** A calendar unit, counted in whole numbers from some beginning. All dates are UTC. */
type Unit = {
  readonly indexOf: (date: Date) => number;
  readonly startOf: (index: number) => number;
  readonly nameOf: (start: Date) => string;
};

const DAY = 86_400_000;
/** Dates reach so far to both sides of 1970 (https://tc39.es/ecma262/#sec-time-values-and-time-range). */
const LAST_TIME = 8.64e15;
const MOST_COLUMNS = 48;
const QUARTERS = ['first', 'second', 'third', 'fourth'] as const;

/** `March 2025`; in English like the rest of the page, whatever the browser speaks. */
const monthName = (date: Date): string =>
  new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);

const months = (count: number, nameOf: Unit['nameOf']): Unit => ({
  indexOf: (date) => Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / count),
  startOf: (index) => startOfMonth(index * count),
  nameOf,
});

function startOfMonth(month: number): number {
  const date = new Date(0);
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  const time = date.getTime();
  if (!Number.isNaN(time)) return time;
  return month < 0 ? -LAST_TIME : LAST_TIME + 1;
}

/** From finest to coarsest; the last one has columns of as many years as it takes. */
function unitFor(first: Date, last: Date): Unit {
  const units: Unit[] = [
    {
      indexOf: (date) => Math.floor(date.getTime() / DAY),
      startOf: (index) => index * DAY,
      nameOf: (start) => start.toISOString().slice(0, 10),
    },
    months(1, monthName),
    months(3, (start) => `${start.getUTCFullYear()}, ${QUARTERS[start.getUTCMonth() / 3]} quarter`),
    months(12, (start) => String(start.getUTCFullYear())),
  ];
  const fitting = units.find((unit) => unit.indexOf(last) - unit.indexOf(first) < MOST_COLUMNS);
  const years = Math.ceil((last.getUTCFullYear() - first.getUTCFullYear() + 1) / (MOST_COLUMNS - 1));
  return (
    fitting ??
    months(12 * years, (start) => `${start.getUTCFullYear()} to ${start.getUTCFullYear() + years - 1}`)
  );
}

/**
 * When credentials came in: a column for each day, month, quarter or more, without gaps, so that equal widths
 * are equal times. What no commit has is the last column.
 * @param all the entries that say how long the line is.
 * @param counted those of them that are counted.
 */
export function timelineOf(all: readonly Entry[], counted: readonly Entry[]): TimelineColumn[] {
  const times = all.map(({ introduced }) => introduced).filter((time) => time !== null);
  const undated = all.length > times.length ? [columnOf(null, 'in no commit', 'no commit', counted)] : [];
  if (times.length === 0) return undated;
  const [first, last] = [new Date(least(times)), new Date(-least(times.map((time) => -time)))];
  const { indexOf, startOf, nameOf } = unitFor(first, last);
  const byIndex = new Map<number, Entry[]>();
  for (const entry of counted) {
    if (entry.introduced === null) continue;
    const index = indexOf(new Date(entry.introduced));
    const column = byIndex.get(index);
    if (column === undefined) byIndex.set(index, [entry]);
    else column.push(entry);
  }
  const columns: TimelineColumn[] = [];
  let year = '';
  for (let index = indexOf(first); index <= indexOf(last); index++) {
    const start = startOf(index);
    const thisYear = String(new Date(start).getUTCFullYear());
    const period = { start, end: startOf(index + 1) };
    columns.push(
      columnOf(period, nameOf(new Date(start)), thisYear === year ? '' : thisYear, byIndex.get(index) ?? []),
    );
    year = thisYear;
  }
  return [...columns, ...undated];
}

function columnOf(period: Period, name: string, tick: string, entries: readonly Entry[]): TimelineColumn {
  const counted = period === null ? entries.filter(({ introduced }) => introduced === null) : entries;
  const gone = counted.filter(({ presence }) => presence === 'gone').length;
  return { period, name, tick, present: counted.length - gone, gone };
}

/** `Math.min` takes its numbers as arguments, of which there can be too many. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);
}
