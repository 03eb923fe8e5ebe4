import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareTrees } from '../../src/build/compare-trees.ts';

describe('compareTrees', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keypetrel-trees-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('sees no difference between equal trees', async () => {
    const files = { 'a.js': '1', 'deep/er/b.js': '2' };
    expect(await compareTrees(await tree('expected', files), await tree('actual', files))).toEqual([]);
  });

  it('lists changed, missing and superfluous files in the order of paths', async () => {
    const expected = await tree('expected', { 'b/changed.js': '1', 'missing.js': '', 'same.js': '' });
    const actual = await tree('actual', { 'b/changed.js': '1\n', 'a-left-over.js': '', 'same.js': '' });
    expect(await compareTrees(expected, actual)).toEqual([
      { path: 'a-left-over.js', state: 'superfluous' },
      { path: 'b/changed.js', state: 'changed' },
      { path: 'missing.js', state: 'missing' },
    ]);
  });

  async function tree(name: string, files: Readonly<Record<string, string>>): Promise<string> {
    for (const [path, text] of Object.entries(files)) {
      const target = join(folder, name, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }
    return join(folder, name);
  }
});
