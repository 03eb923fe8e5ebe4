import { expect, test } from 'vitest';
import { startGit, writeTo } from '../../src/git/process.ts';
import { GitRepo } from '../support/git-repo.ts';

test('writing to a git that has ended says so and does not fail', async () => {
  const repo = GitRepo.create();
  for (let round = 0; round < 10; round += 1) {
    const git = startGit({ cwd: repo.folder, indexFile: null }, ['--version']);
    let isRead = true;
    for (let block = 0; isRead && block < 200; block += 1) isRead = await writeTo(git, Buffer.alloc(1 << 20));
    expect(isRead).toBe(false);
    for await (const _ of git.stdout);
    expect((await git.exit).code).toBe(0);
  }
});
