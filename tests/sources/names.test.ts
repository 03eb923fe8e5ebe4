import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createScreen } from '../../src/detect/screen.ts';
import { discoverRepository } from '../../src/git/repository.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { Coverage } from '../../src/sources/coverage.ts';
import { fileSource } from '../../src/sources/files.ts';
import { type HistoryOptions, historySource } from '../../src/sources/history.ts';
import { collect } from '../support/collect.ts';
import { findIn } from '../support/engine.ts';
import { GitRepo } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

const screen = createScreen(builtinRules());

/** Names in which something is found, with what they stand for. */
async function namesIn(folder: string, options: Partial<HistoryOptions>): Promise<string[]> {
  const repository = await discoverRepository(folder);
  if (repository === null) throw new Error('no repository');
  const found = new Set<string>();
  await historySource({ repository, ...options })(({ origin, bytes }) => {
    if (origin.kind === 'object' && origin.isName === true && findIn(bytes).length > 0)
      found.add(`${origin.oid} ${origin.path}`);
  }, new Coverage());
  return [...found].sort();
}

const keys = [
  ...Array.from({ length: 12 }, (_, index) => key('azure-openai-key', index + 1)),
  ...Array.from({ length: 8 }, (_, index) => key('openai-project-key', index + 1)),
];
const plainNames = Array.from({ length: 40 }, (_, index) => `AzureOpenAIServiceConfiguration${index}.cs`);
const name = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...keys) },
  { weight: 1, arbitrary: fc.constantFrom(...keys).map((each) => `${each}.txt`) },
  { weight: 5, arbitrary: fc.constantFrom(...plainNames) },
);
const path = fc
  .array(name, { minLength: 1, maxLength: 3 })
  .map((names) => names.map((each, depth) => (depth < names.length - 1 ? `${each}.d` : each)).join('/'));
/** Files that come and go; contents are few, so that no walk prints a name for each. */
const change = fc.record({ path, content: fc.constantFrom('', 'a', 'b'), isRemoval: fc.boolean() });
const history = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 30 });

type Change = { readonly path: string; readonly content: string; readonly isRemoval: boolean };

function repositoryWith(commits: readonly (readonly Change[])[]): GitRepo {
  const repo = GitRepo.create('--bare');
  const base = plainNames.map((each) => `M 100644 inline dir/${each}\ndata 0\n\n`).join('');
  const lines = commits.map((changes, index) => {
    const edits = changes.map(({ path: file, content, isRemoval }) =>
      isRemoval ? `D dir/${file}\n` : `M 100644 inline dir/${file}\ndata ${content.length}\n${content}\n`,
    );
    const message = `change ${index}`;
    return `commit refs/heads/main\ncommitter T <t@example.com> ${1_700_000_000 + index} +0000\ndata ${message.length}\n${message}\n${index === 0 ? base : ''}${edits.join('')}\n`;
  });
  execFileSync('git', ['fast-import', '--quiet'], { cwd: repo.folder, input: lines.join('') });
  repo.git('-c', 'pack.threads=1', 'repack', '-a', '-d', '-f', '-q', '--depth=200', '--window=100');
  return repo;
}

function packIndexes(folder: string): string[] {
  const packs = join(folder, 'objects/pack');
  return readdirSync(packs)
    .filter((file) => file.endsWith('.idx'))
    .map((file) => join(packs, file));
}

describe('names in a history', () => {
  test('are the same to both readers, wherever in a chain of deltas they come and go', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(history, async (commits) => {
        const { folder } = repositoryWith(commits);
        const reference = await namesIn(folder, {});
        count += reference.length;
        expect(await namesIn(folder, { screen })).toEqual(reference);
      }),
      { numRuns: 20 },
    );
    expect(count).toBeGreaterThan(20);
  });

  test('are found in what a delta inserts into a base that has none', async () => {
    const [name = ''] = keys;
    const edit = (path: string, isRemoval: boolean) => ({ path, content: '', isRemoval });
    // git builds smaller trees on larger ones.
    const more = Array.from({ length: 20 }, (_, index) => edit(`ZebraConfiguration${index}.cs`, false));
    const repo = repositoryWith([[], [edit(name, false)], [edit(name, true), ...more]]);
    const tree = repo.id('main~1:dir');
    const packed = repo.git('verify-pack', '-v', ...packIndexes(repo.folder));
    // Its depth in a chain of deltas, and its base.
    expect(packed).toMatch(new RegExp(`^${tree} tree +\\d+ \\d+ \\d+ [1-9]\\d* [0-9a-f]{40}$`, 'm'));
    expect(await namesIn(repo.folder, { screen })).toEqual([`${repo.id(`main~1:dir/${name}`)} ${name}`]);
  });
});

describe('names of files', () => {
  test('each once, with the folders above them', async () => {
    const repo = GitRepo.create();
    const [file = '', folder = '', other = ''] = keys;
    repo.write(`${folder}/one`, '');
    repo.write(`${folder}/two`, '');
    repo.write(`plain/${file}`, '');
    repo.write(`excluded/${other}`, '');
    const source = fileSource({ root: repo.folder, repository: null, screen, exclude: ['excluded'] });
    const { contents } = await collect(source);
    const names = contents.filter(({ origin }) => origin.kind === 'file' && origin.isName === true);
    expect(names.map(({ text }) => text).sort()).toEqual([file, folder].sort());
  });
});
