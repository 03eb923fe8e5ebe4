import type { MeasuredScan } from '../measured-scan.ts';

/** One row: what a scan of a case at one of its sizes gave. */
export type SizeResult = {
  readonly name: string;
  readonly unit: string;
  readonly size: number;
  /** Credentials that it had to find. */
  readonly keys: number;
  readonly scan: MeasuredScan;
};

const HEADER = [
  'case',
  'size',
  'seconds',
  'of processor time',
  'that for each unit, over that at the size before',
  'peak memory',
  'of which keypetrel',
  'without pages of files',
  'exit',
  'keys found',
  'skipped',
];

export function sizeTableHeader(): string {
  return `${row(HEADER)}\n${row(HEADER.map(() => '---'))}\n`;
}

/** @param smaller the same case at the size before, or null. */
export function sizeTableRow(result: SizeResult, smaller: SizeResult | null): string {
  const { name, unit, size, keys, scan } = result;
  const { code, report, usage, seconds } = scan;
  const skipped = (report?.coverage.skipped ?? []).map(({ reason, count }) => `${count} ${reason}`);
  return `${row([
    name,
    `${size.toLocaleString('en')} ${unit}`,
    seconds.toFixed(1),
    usage.cpuSeconds?.toFixed(1) ?? 'unknown',
    smaller === null ? '' : growth(result, smaller).toFixed(2),
    megabytes(usage.peak),
    megabytes(usage.ownPeak),
    megabytes(usage.anonymousPeak),
    code === null ? 'ended' : String(code),
    `${report?.credentials.length ?? 0} of ${keys}`,
    skipped.join(', '),
  ])}\n`;
}

/** Processor time for each unit of size, over that of the smaller size: 1 where time is linear. */
export function growth(larger: SizeResult, smaller: SizeResult): number {
  const perUnit = ({ scan, size }: SizeResult) => (scan.usage.cpuSeconds ?? scan.seconds) / size;
  return perUnit(larger) / perUnit(smaller);
}

function megabytes(bytes: number | null): string {
  return bytes === null ? 'unknown' : `${Math.round(bytes / 1e6)} MB`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
