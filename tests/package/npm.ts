import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { PackedPackage } from './contents.ts';

const execFileAsync = promisify(execFile);

/** Runs npm in `folder` and returns its stdout. */
export async function npm(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execFileAsync('npm', [...args], { cwd: folder, env: cleanEnvironment() });
  return stdout;
}

/** Packs the package in `folder`, or only lists what would be packed (`--dry-run`). */
export async function npmPack(folder: string, ...args: readonly string[]): Promise<PackedPackage> {
  const [packed] = JSON.parse(await npm(folder, 'pack', '--json', ...args)) as PackedPackage[];
  if (packed === undefined) throw new Error('npm pack listed no package');
  return packed;
}

/** Without what an outer `npm run` hands to its scripts: its settings are not meant for this npm. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
}
