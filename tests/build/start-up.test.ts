import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { staticImports } from '../../src/build/static-imports.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';

/** Prints what was loaded of the program, as JSON on standard error. */
const LISTING = `process.on('exit', () => {
  const files = Object.keys(require.cache).filter((file) => file.endsWith('.cjs') && file !== __filename);
  require('fs').writeSync(2, JSON.stringify(files));
});`;

/** The files of the program that are loaded when it runs with some arguments. */
function loadedFor(cwd: string, ...args: string[]): string[] {
  const { path } = inject('program');
  const listing = join(temporaryFolder(), 'listing.cjs');
  writeFileSync(listing, LISTING);
  const { status, stderr } = spawnSync(process.execPath, ['--require', listing, path, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: temporaryFolder() },
  });
  expect(status).toBe(0);
  return (JSON.parse(stderr.slice(stderr.lastIndexOf('["'))) as string[]).map((file) =>
    relative(dirname(path), file),
  );
}

describe('what is loaded', () => {
  test('for the version: one file', () => {
    expect(loadedFor(temporaryFolder(), '--version')).toEqual(['cli.cjs']);
  });

  test('for a commit without credentials: few files, and nothing for people, for reports, for archives or for history', () => {
    const repo = GitRepo.create();
    repo.commit('one', { 'a.txt': 'a\n' });
    repo.write('b.txt', 'nothing to find\n');
    repo.git('add', '--all');
    const files = loadedFor(repo.folder, 'hook', 'run', 'pre-commit');
    expect(files).toContain(join('cli', 'staged.cjs'));
    expect(files.length).toBeLessThanOrEqual(16);
    expect(files.filter((file) => /texts|report-|history|archive|conclude|place-|help/.test(file))).toEqual(
      [],
    );
    const bytes = files.reduce(
      (sum, file) => sum + readFileSync(join(dirname(inject('program').path), file)).length,
      0,
    );
    expect(bytes).toBeLessThan(420_000);
  });
});

describe('staticImports', () => {
  test('follows what is loaded at once, and neither types nor what is loaded later', () => {
    const folder = temporaryFolder();
    const files = {
      'a.ts': `import { b } from './sub/b.ts';\nimport type { T } from './t.ts';\nconst c = () => import('./c.ts');\nimport 'node:fs';\n`,
      'sub/b.ts': `import {\n  type A,\n  a,\n} from '../a.ts';\nexport { d } from '../d.ts';\n`,
      'c.ts': '',
      'd.ts': '',
      't.ts': '',
    };
    const repo = new GitRepo(folder);
    for (const [path, text] of Object.entries(files)) repo.write(path, text);
    const found = [...staticImports(join(folder, 'a.ts'))].map((file) => relative(folder, file));
    expect(found.sort()).toEqual(['a.ts', 'd.ts', join('sub', 'b.ts')]);
  });
});
