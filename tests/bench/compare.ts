import { type Command, peakMemory, wallTime } from './measure.ts';

/** A command of keypetrel and the yardstick that it is held against. */
export type Comparison = {
  readonly name: string;
  readonly subject: Command;
  readonly yardstick: Command;
  readonly runs: number;
};

/** Wall times in milliseconds, sorted, and the peak memory in bytes where it can be had. */
export type Measured = { readonly times: readonly number[]; readonly memory: number | null };

/** What a comparison gave. */
export type ComparisonResult = {
  readonly comparison: Comparison;
  readonly subject: Measured;
  readonly yardstick: Measured;
  /** Median time of the subject over that of the yardstick. */
  readonly ratio: number;
};

/**
 * Runs both commands in turns, so that a machine that gets slower or faster meanwhile does so for both,
 * after one run of each that measures memory and warms the caches.
 */
export async function compare(comparison: Comparison): Promise<ComparisonResult> {
  const memory = {
    subject: await peakMemory(comparison.subject),
    yardstick: await peakMemory(comparison.yardstick),
  };
  const times = { subject: [] as number[], yardstick: [] as number[] };
  for (let index = 0; index < comparison.runs; index += 1) {
    times.subject.push(await wallTime(comparison.subject));
    times.yardstick.push(await wallTime(comparison.yardstick));
  }
  return {
    comparison,
    subject: { times: sorted(times.subject), memory: memory.subject },
    yardstick: { times: sorted(times.yardstick), memory: memory.yardstick },
    ratio: median(times.subject) / median(times.yardstick),
  };
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const ordered = sorted(values);
  const upper = ordered[Math.floor(ordered.length / 2)] ?? Number.NaN;
  const lower = ordered[Math.ceil(ordered.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}
