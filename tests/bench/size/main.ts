/** `npm run bench:size -- [CASE…]`: time and memory of the built keypetrel on what is hostile by its size. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureScan } from '../measured-scan.ts';
import { SIZE_CASES } from './cases.ts';
import { MEGABYTE, type SizeCase } from './size-case.ts';
import { type SizeResult, sizeTableHeader, sizeTableRow } from './size-table.ts';

const USAGE = `npm run bench:size -- [CASE...] [--sizes N] [--limit SECONDS]

Makes each CASE (default: all) in a temporary folder at N sizes from the smallest on (default: all), scans it with
dist/ (run "npm run bundle" first), and prints a row of a Markdown table for each. A scan that takes longer than the
limit (default: 1800) is ended. All cases at all sizes take hours, and the largest ${Math.round(Math.max(...SIZE_CASES.map(largest)) / 1e9)} GB of disk.

Cases: ${SIZE_CASES.map(({ name }) => name).join(', ')}
`;

const cli = join(process.cwd(), 'dist/cli.cjs');
/** That much of the disk stays free, in bytes. */
const SPARE = 2 * 1024 * MEGABYTE;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '3' },
    limit: { type: 'string', default: '1800' },
    help: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !SIZE_CASES.some((each) => each.name === name));
const [sizes, limitSeconds] = [Number(values.sizes), Number(values.limit)];
if (values.help || unknown.length > 0 || !(sizes >= 1) || !(limitSeconds > 0)) {
  if (unknown.length > 0) process.stderr.write(`bench:size: there is no case ${unknown.join(', ')}\n\n`);
  process.stderr.write(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  process.stdout.write(sizeTableHeader());
  for (const each of SIZE_CASES) {
    if (positionals.length === 0 || positionals.includes(each.name)) await runCase(each);
  }
}

async function runCase(sizeCase: SizeCase): Promise<void> {
  let smaller: SizeResult | null = null;
  for (const size of sizeCase.sizes.slice(0, sizes)) {
    const free = await freeBytes();
    const wanted = sizeCase.diskBytes(size);
    if (wanted + SPARE > free) {
      progress(
        `${sizeCase.name} ${size}: left out, it takes ${gigabytes(wanted)} and ${gigabytes(free)} are free`,
      );
      continue;
    }
    const result = await runSize(sizeCase, size);
    process.stdout.write(sizeTableRow(result, smaller));
    if (result.scan.stderr !== '') progress(result.scan.stderr.trim());
    // What was ended takes even longer when it is larger.
    if (result.scan.code === null) return;
    smaller = result;
  }
}

/** Node cannot remove folders whose paths are too long for a system call. */
function removeFolder(folder: string): void {
  execFileSync('rm', ['-rf', folder]);
}

/** What is in the way when this is interrupted. */
function removeAtSignal(folder: string): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    removeFolder(folder);
    process.kill(process.pid, signal);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return () => void process.off('SIGINT', stop).off('SIGTERM', stop);
}

async function runSize({ name, unit, make }: SizeCase, size: number): Promise<SizeResult> {
  const parent = await mkdtemp(join(tmpdir(), 'keypetrel-size-'));
  const keep = removeAtSignal(parent);
  try {
    progress(`making ${name} of ${size} ${unit}`);
    const folder = join(parent, 'case');
    await mkdir(folder);
    const { args, keys } = await make(folder, size);
    progress(`scanning ${name} of ${size} ${unit}`);
    const scan = await measureScan({
      program: cli,
      cwd: parent,
      args: [...args, '--no-cache'],
      limitSeconds,
    });
    return { name, unit, size, keys, scan };
  } finally {
    removeFolder(parent);
    keep();
  }
}

async function freeBytes(): Promise<number> {
  const { bavail, bsize } = await statfs(tmpdir());
  return bavail * bsize;
}

function largest({ sizes: all, diskBytes }: SizeCase): number {
  return Math.max(...all.map(diskBytes));
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

function progress(step: string): void {
  process.stderr.write(`bench:size: ${step}\n`);
}
