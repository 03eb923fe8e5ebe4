/** `npm run fuzz -- [TARGET...] [--seconds N]`: coverage-guided fuzzing with Jazzer.js of what reads what others wrote. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { buildTimeConstants, buildTimeModules } from '../../src/build/rolldown-options.ts';
import type { FuzzTarget } from './target.ts';

const USAGE = `npm run fuzz -- [TARGET...] [--seconds N]

Runs each target for N seconds (default 60), one after the other. What it learns is kept in node_modules/.cache/fuzz,
and an input that breaks something too: make it a test before you mend what it breaks. The targets are the files in
tests/fuzz/targets. On a glibc older than 2.38, run tests/fuzz/old-glibc.sh first.
`;

const root = process.cwd();
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '60' }, help: { type: 'boolean', default: false } },
});
const files = await readdir(join(root, 'tests/fuzz/targets'));
const known = files.map((name) => name.replace(/\.ts$/, ''));
const seconds = Number(values.seconds);
const isUsed = positionals.every((name) => known.includes(name)) && Number.isInteger(seconds) && seconds > 0;
if (values.help || !isUsed) {
  process.stderr.write(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  const folder = await mkdtemp(join(tmpdir(), 'keypetrel-fuzz-'));
  try {
    for (const name of positionals.length === 0 ? known : positionals) await run(name, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(name: string, folder: string): Promise<void> {
  const path = await bundleTarget(name, folder);
  const kept = join(root, 'node_modules/.cache/fuzz', name);
  const seedFolder = join(folder, `${name}-seeds`);
  await writeSeeds(path, seedFolder);
  await mkdir(join(kept, 'corpus'), { recursive: true });
  const jazzer = createRequire(import.meta.url).resolve('@jazzer.js/core/dist/cli.js');
  // Detectors are of no use: what is fuzzed starts nothing.
  const options = ['--disableBugDetectors=.*', '--includes=keypetrel-fuzz', '--timeout=20000'];
  const limits = [
    `-max_total_time=${seconds}`,
    '-max_len=8192',
    '-rss_limit_mb=2048',
    '-print_final_stats=1',
  ];
  const artifacts = `-artifact_prefix=${kept}/`;
  process.stdout.write(`\n== ${name}\n`);
  const args = [jazzer, path, join(kept, 'corpus'), seedFolder, ...options, '--', ...limits, artifacts];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = (await once(child, 'close')) as [number | null];
  process.stdout.write(`== ${name} ended with ${code}\n`);
  if (code !== 0) process.exitCode = 1;
}

/** One file, with the packages that it uses, so that all of it is instrumented. */
async function bundleTarget(name: string, folder: string): Promise<string> {
  const bundle = await rolldown({
    input: join(root, 'tests/fuzz/targets', `${name}.ts`),
    platform: 'node',
    plugins: buildTimeModules(root),
    transform: { define: buildTimeConstants(root, '0.0.0') },
  });
  const path = join(folder, `${name}-target.mjs`);
  await bundle.write({ file: path, format: 'esm', codeSplitting: false });
  await bundle.close();
  return path;
}

async function writeSeeds(path: string, seedFolder: string): Promise<void> {
  const { seeds } = (await import(pathToFileURL(path).href)) as FuzzTarget;
  await mkdir(seedFolder);
  for (const [index, seed] of seeds().entries()) await writeFile(join(seedFolder, String(index)), seed);
}
