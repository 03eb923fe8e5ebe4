import { join } from 'node:path';
import type { Comparison } from './compare.ts';
import type { Command } from './measure.ts';

/** Found credentials (1) are no failure of a benchmark, nor is an incomplete scan (3). */
const SCAN_EXIT_CODES = [0, 1, 3];
const SEARCH_EXIT_CODES = [0, 1];

/** Starting up is over so soon that it needs more runs for a median to mean something. */
const START_UP_RUNS_FACTOR = 6;

/**
 * What a general search tool would have to look for: the fixed marks with their neighbours, and 32 hex
 * digits. It judges nothing, decodes nothing and knows no context.
 */
const SEARCH_PATTERN = String.raw`sk-[A-Za-z0-9_-]+T3Blbk[F]J[A-Za-z0-9_-]+|[A-Za-z0-9]{52}JQQJ[9][A-Za-z0-9+/]{27}|\b[0-9a-f]{32}\b`;

/** History: all blobs judged, whatever is known from before, against git handing the same blobs out to nobody. */
export function historyComparison(
  cli: string,
  repository: string,
  blobList: string,
  runs: number,
): Comparison {
  return {
    name: 'history scan against git cat-file',
    subject: historyScan(cli, repository, '--no-cache'),
    yardstick: {
      file: 'git',
      args: ['-C', repository, 'cat-file', '--batch', '--buffer'],
      stdin: blobList,
    },
    runs,
  };
}

/** History once more, with nothing new in it, against the first time. The run before those that count fills the cache. */
export function secondScanComparison(
  cli: string,
  repository: string,
  cacheFolder: string,
  runs: number,
): Comparison {
  return {
    name: 'second history scan against the first',
    subject: historyScan(cli, repository, '--cache-dir', cacheFolder),
    yardstick: historyScan(cli, repository, '--no-cache'),
    runs,
  };
}

function historyScan(cli: string, repository: string, ...options: readonly string[]): Command {
  return {
    file: process.execPath,
    args: [cli, 'scan', '--history', ...options, '--format', 'json', repository],
    exitCodes: SCAN_EXIT_CODES,
  };
}

/** Files: a working tree judged, against ripgrep searching the same files. */
export function filesComparison(cli: string, workTree: string, runs: number): Comparison {
  return {
    name: 'files scan against rg',
    subject: {
      file: process.execPath,
      args: [cli, 'scan', '--files', '--format', 'json', workTree],
      exitCodes: SCAN_EXIT_CODES,
    },
    yardstick: {
      file: 'rg',
      args: ['--count', '--text', '--hidden', '--glob', '!.git', SEARCH_PATTERN, workTree],
      exitCodes: SEARCH_EXIT_CODES,
    },
    runs,
  };
}

/** Start-up: the least that keypetrel does, against the least that Node does. */
export function startUpComparison(root: string, runs: number): Comparison {
  return {
    name: 'start-up against bare Node',
    subject: { file: process.execPath, args: [join(root, 'dist/cli.cjs'), '--version'] },
    yardstick: { file: process.execPath, args: ['-e', '0'] },
    runs: runs * START_UP_RUNS_FACTOR,
  };
}
