import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDistribution, NOTICES_FILE } from '../../src/build/build-distribution.ts';
import { compareTrees } from '../../src/build/compare-trees.ts';

const root = resolve(import.meta.dirname, '../..');

describe('buildDistribution', () => {
  let folder: string;
  let first: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keypetrel-build-'));
    first = join(folder, 'first');
    await buildDistribution(root, first);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('gives the same bytes each time, and in another folder', async () => {
    const second = join(folder, 'a/second');
    await buildDistribution(root, second);
    expect(await compareTrees(first, second)).toEqual([]);
  });

  it('names no folder of the machine that built it', async () => {
    const texts = await allTexts(first);
    expect([...texts].filter(([, text]) => text.includes(root) || text.includes(folder))).toEqual([]);
  });

  it('imports nothing but what comes with Node and its own chunks', async () => {
    const imports = [...(await allTexts(join(first, 'dist')))]
      .filter(([path]) => /\.c?js$/.test(path))
      // Only what stands at the start of a line: bundled code also quotes such text in its messages.
      .flatMap(([, text]) => [
        ...text.matchAll(
          /^(?:(?:let|const) .*= |.*\.__toESM\()?require\("([^"]+)"\)|^import .*?"([^"]+)";$/gm,
        ),
      ])
      .map(([, required, imported]) => required ?? imported ?? '');
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter((name) => !name.startsWith('node:') && !name.startsWith('.'))).toEqual([]);
  });

  it('imports no entry from another file: that would run it', async () => {
    const entries = ['cli.cjs', 'action.cjs', 'cli/pack-worker.cjs', 'index.js', 'lib/pack-worker.js'];
    const imported = [...(await allTexts(join(first, 'dist')))].flatMap(([path, text]) =>
      [...text.matchAll(/(?:require\(|from |import\(|import )"(\.[^"]+)"/g)].map(([, name = '']) =>
        relative(join(first, 'dist'), resolve(dirname(path), name)),
      ),
    );
    expect(imported.length).toBeGreaterThan(entries.length);
    expect(imported.filter((path) => entries.includes(path))).toEqual([]);
  });

  it('starts the program with a hashbang', async () => {
    expect(await readFile(join(first, 'dist/cli.cjs'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('passes on a licence text for every bundled package', async () => {
    const notices = await readFile(join(first, NOTICES_FILE), 'utf8');
    for (const name of ['ignore', 'p-limit', 'rolldown']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.`, 'm'));
    }
    expect(notices).not.toContain('The package has no licence file');
  });

  it('rewrites imports in declarations to what other compilers resolve', async () => {
    const types = join(first, 'dist/types');
    for (const [, text] of await allTexts(types)) {
      for (const [, name = ''] of text.matchAll(/from '(\.[^']*)'/g)) expect(name).toMatch(/\.js$/);
    }
    await access(join(types, 'index.d.ts'));
  });

  async function allTexts(below: string): Promise<Map<string, string>> {
    const entries = await readdir(below, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return new Map(
      await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)),
    );
  }
});
