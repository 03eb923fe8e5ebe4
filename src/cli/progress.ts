import type { Progress } from '../scan-options.ts';
import type { OutputStream } from './host.ts';

/** One line that is written over again and again while a scan runs. */
export type ProgressLine = {
  update(progress: Progress): void;
  /** Takes the line away, for something else to be written. */
  clear(): void;
};

/** Milliseconds between two updates, and before the first: short scans show nothing. */
const INTERVAL = 100;
const FIRST_AFTER = 300;

const CLEAR_LINE = '\r\x1b[2K';

/** @param now milliseconds on a clock that only goes forward. */
export function createProgressLine(
  stream: OutputStream,
  now: () => number = () => performance.now(),
): ProgressLine {
  let next = now() + FIRST_AFTER;
  let isShown = false;
  return {
    update(progress) {
      const time = now();
      if (time < next) return;
      next = time + INTERVAL;
      isShown = true;
      // One column less than there are: a full line would wrap, and could not be taken away again.
      stream.write(`${CLEAR_LINE}${progressText(progress).slice(0, (stream.columns ?? 80) - 1)}`);
    },
    clear() {
      if (!isShown) return;
      isShown = false;
      stream.write(CLEAR_LINE);
    },
  };
}

const PHASES: Readonly<Record<Progress['phase'], string>> = {
  files: 'Reading files',
  index: 'Reading the index',
  history: 'Reading the history',
  provenance: 'Tracing findings to commits',
};

/** `Reading the history: 12345 of 159044 (7 %)`. */
export function progressText({ phase, done, total }: Progress): string {
  if (total === null) return `${PHASES[phase]}: ${done}`;
  const percent = total > 0 ? ` (${Math.floor((100 * Math.min(done, total)) / total)} %)` : '';
  return `${PHASES[phase]}: ${done} of ${total}${percent}`;
}

/** For when nobody watches. */
export const NO_PROGRESS: ProgressLine = { update: () => {}, clear: () => {} };
