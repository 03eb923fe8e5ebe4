/** Pipes and devices in the place of git's own files: git would wait for a pipe for ever, and read a device as long. */
import { execFileSync } from 'node:child_process';
import { readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { expect, inject, test } from 'vitest';
import type { JsonReport } from '../../src/report/json-model.ts';
import { GitRepo } from '../support/git-repo.ts';
import { keysIn, PAST, runMode, STAGED } from './modes.ts';

const program = inject('program');

/** One key in the past, and one in a file that no git has to be asked for. */
function leakingRepository(isPacked: boolean): GitRepo {
  const repo = GitRepo.create();
  repo.commit('one', { 'past.env': `AZURE_OPENAI_API_KEY=${PAST}\n`, 's/b.txt': 'b\n' });
  repo.commit('two', { 'past.env': 'nothing\n' });
  repo.git('tag', 'other', repo.blob('other\n'));
  if (isPacked) repo.git('gc', '--quiet');
  repo.write('leak.env', `AZURE_OPENAI_API_KEY=${STAGED}\n`);
  return repo;
}

const PACK = '.git/objects/pack/';
const PLACES = {
  pipe: [
    '.git/HEAD',
    '.git/config',
    '.git/index',
    '.git/packed-refs',
    '.git/refs/heads/main',
    '.git/refs/heads/x',
    '.git/logs/HEAD',
    '.git/info/exclude',
    '.git/objects/info/alternates',
    '.git/ORIG_HEAD',
    '.gitignore',
    's/.gitignore',
    'other',
    `${PACK}*.idx`,
    `${PACK}*.pack`,
  ],
  // Where git reads a device as what it is, it takes 3 GB of memory until it is ended: not here.
  device: ['.git/HEAD', '.git/config', '.git/index', '.git/packed-refs', '.git/logs/HEAD', `${PACK}*.pack`],
};

function pathOf(repo: GitRepo, place: string): string {
  if (place === 'other') return repo.looseFile(repo.id('other'));
  if (!place.startsWith(PACK)) return join(repo.folder, place);
  const folder = join(repo.folder, PACK);
  return join(folder, readdirSync(folder).find((name) => name.endsWith(place.slice(-4))) ?? 'none');
}

test.each(Object.entries(PLACES))(
  'a %s: in bounded time, a gap, and what else there is is found',
  async (kind, places) => {
    const limit = pLimit(3);
    const runs = places.map((place) =>
      limit(async () => {
        const repo = leakingRepository(place.startsWith(PACK));
        const path = pathOf(repo, place);
        rmSync(path, { force: true });
        if (kind === 'pipe') execFileSync('mkfifo', [path]);
        else symlinkSync('/dev/zero', path);
        const mode = { args: () => ['--format', 'json'], found: [], code: 1 };
        const { code, stdout, stderr } = await runMode(program, repo, mode);
        expect(stderr).not.toContain('internal error');
        expect({ place, code, complete: (JSON.parse(stdout) as JsonReport).coverage.complete }).toEqual({
          place,
          code: 1,
          complete: false,
        });
        expect(keysIn(stdout)).toContain(STAGED);
      }),
    );
    await Promise.all(runs);
  },
);

test('a pipe for each of many contents: git is not asked again and again', async () => {
  const repo = GitRepo.create();
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.txt`, `${index}\n`]));
  repo.commit('one', files);
  for (let index = 0; index < 60; index += 1) {
    const path = repo.looseFile(repo.id(`HEAD:${index}.txt`));
    renameSync(path, `${path}.gone`);
    execFileSync('mkfifo', [path]);
  }
  const mode = { args: () => ['--history', '--format', 'json'], found: [], code: 3 };
  const { code, stdout } = await runMode(program, repo, mode);
  expect(code).toBe(3);
  expect((JSON.parse(stdout) as JsonReport).coverage.skipped).toMatchObject([
    { reason: 'corrupt-object', count: 60 },
  ]);
}, 30_000);
