import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Comparison } from './compare.ts';
import { git } from './git.ts';
import { seededRandom } from './random.ts';
import { sourceFile } from './synthetic-files.ts';

/** A hook is over so soon that it needs more runs for a median to mean something. */
const RUNS_FACTOR = 4;

/** What a pre-commit hook costs, with few and with many staged files, against the least that Node does. */
export async function stagedComparisons(cli: string, folder: string, runs: number): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const count of [20, 2000]) {
    const repository = join(folder, `staged-${count}`);
    await stageFiles(repository, count);
    comparisons.push({
      name: `staged scan of ${count.toLocaleString('en')} files against bare Node`,
      subject: { file: process.execPath, args: [cli, 'hook', 'run', 'pre-commit'], cwd: repository },
      yardstick: { file: process.execPath, args: ['-e', '0'] },
      runs: runs * RUNS_FACTOR,
    });
  }
  return comparisons;
}

async function stageFiles(repository: string, count: number): Promise<void> {
  const random = seededRandom(count);
  await mkdir(join(repository, 'src'), { recursive: true });
  await git(repository, 'init', '--quiet');
  for (let number = 0; number < count; number += 1) {
    await writeFile(
      join(repository, 'src', `module-${number}.ts`),
      `${sourceFile(random, 100).join('\n')}\n`,
    );
  }
  await git(repository, 'add', '--all');
}
