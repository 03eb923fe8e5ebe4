import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../src/make-folder.ts';
import { temporaryFolder } from './support/git-repo.ts';

test('makes what is missing, and takes what is there', async () => {
  const folder = join(temporaryFolder(), 'a/b/c');
  await makeFolder(folder, 0o700);
  await makeFolder(folder, 0o700);
  expect(statSync(join(folder, '..')).mode & 0o777).toBe(0o700);
});

test('a file in the way stays', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(makeFolder(join(file, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test('ends where no folder can be made', async () => {
  if (!existsSync('/proc/self')) return;
  for (const path of ['/proc/keypetrel', '/proc/keypetrel/a/b', '/proc/self/keypetrel/a'])
    await expect(makeFolder(path)).rejects.toMatchObject({ code: 'ENOENT' });
});
