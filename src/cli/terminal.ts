import type { Host, OutputStream } from './host.ts';

/** Columns where nothing tells: a log or a file. */
const DEFAULT_WIDTH = 100;

/** Columns that text for a stream is wrapped at. */
export function widthOf({ columns }: OutputStream, { COLUMNS }: Host['env']): number {
  if (columns !== undefined && columns > 0) return columns;
  const told = Number(COLUMNS);
  return Number.isInteger(told) && told > 0 ? told : DEFAULT_WIDTH;
}

/**
 * Whether to colour what goes to a stream. An option outweighs the environment, `FORCE_COLOR` outweighs
 * `NO_COLOR` as it does in Node, and without a word of either a terminal gets colours (https://no-color.org).
 */
export function hasColor(
  { isTTY }: OutputStream,
  { FORCE_COLOR, NO_COLOR, TERM }: Host['env'],
  isWanted: boolean,
): boolean {
  if (!isWanted) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return isTTY === true && TERM !== 'dumb';
}

/** Whether a person watches: a terminal that can go back to the start of its line, and not a CI job. */
export function isWatched({ isTTY }: OutputStream, { CI, TERM }: Host['env']): boolean {
  const isCi = CI !== undefined && CI !== '' && CI !== '0' && CI !== 'false';
  return isTTY === true && !isCi && TERM !== 'dumb';
}
