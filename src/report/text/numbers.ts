/** `12,345`, without loading `Intl`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 file`, `2 files`, `3 repositories` (with the plural given). */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size in bytes in the largest unit that leaves a number before the point: `1.2 MB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const rounded = unit === 0 || value >= 9.95 ? String(Math.round(value)) : value.toFixed(1);
  return `${rounded} ${unit === 0 && bytes === 1 ? 'byte' : UNITS[unit]}`;
}

/** Sorted numbers with runs drawn together: `1–4, 7`. */
export function formatRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges
    .flatMap(([from, to]) =>
      to === from + 1 ? [`${from}`, `${to}`] : [from === to ? `${from}` : `${from}–${to}`],
    )
    .join(', ');
}

/** `a`, `a and b`, `a, b and c`. */
export function listOf(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** `a, b and 3 more`: some names, and how many more there are. */
export function namesWithMore(names: readonly string[], more: number): string {
  return more > 0 ? `${names.join(', ')} and ${formatCount(more)} more` : listOf(names);
}
