/**
 * Smaller versions of what `npm run bench:size` measures: what is large, many or deep is read to its end, in bounded
 * memory and linear time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { unpack } from '../../src/decode/archive.ts';
import { Coverage } from '../../src/sources/coverage.ts';
import { listFolder } from '../../src/sources/folder.ts';
import { measureScan } from '../bench/measured-scan.ts';
import { SIZE_CASES } from '../bench/size/cases.ts';
import { growth, type SizeResult } from '../bench/size/size-table.ts';
import { makeZip } from '../bench/size/zip.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';
import { MOST_MEMORY, measuredScan } from './measured.ts';
import { deltaSize, OFS_DELTA, type PackEntry, REF_DELTA, writePack } from './packs.ts';

describe('in bounded memory the key at the far end is found of', () => {
  test.each([
    ['file', 100],
    ['sparse-file', 200],
    ['line', 50],
    ['run', 100],
    ['files', 5_000],
    ['untracked-files', 5_000],
    ['deep-folders', 500],
    ['keys-in-file', 1_000],
    ['files-with-keys', 500],
    ['blobs', 20_000],
    ['blobs-with-keys', 300],
    ['refs', 20_000],
    ['commits', 10_000],
    ['packed-object', 192],
    ['loose-object', 64],
    ['deep-trees', 1_250],
    ['tree-bomb', 5],
    ['delta-chain', 2_500],
    ['index-of-nothing', 20_000_000],
    ['zip-flat', 2],
    ['zip-many', 1],
    ['zip-nested', 2],
    ['zip-overlapping', 1],
    ['zip-lying', 2],
    ['gzip', 2],
    ['gzip-nested', 2],
    ['gzips-in-zip', 1],
    ['large-archives', 4],
  ])('%s of %i', async (name, size) => {
    const { keys, scan } = await scanCase(name, size);
    const { code, stderr, report, usage } = scan;
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(report?.credentials).toHaveLength(keys);
    expect(report?.coverage.complete).toBe(true);
    expect(usage.peak ?? 0).toBeLessThan(MOST_MEMORY);
  });
});

/** Before it was mended, each of these took more than four times as much for each when there were four times as many. */
test.each([['refs', 16_000]])('%s of %i and of four times as many take linear time', async (name, size) => {
  const smaller = await scanCase(name, size);
  const larger = await scanCase(name, 4 * size);
  expect(growth(larger, smaller)).toBeLessThan(2.5);
});

async function scanCase(name: string, size: number): Promise<SizeResult> {
  const sizeCase = SIZE_CASES.find((each) => each.name === name);
  if (sizeCase === undefined) throw new Error(`there is no case ${name}`);
  const folder = temporaryFolder();
  const { args, keys } = await sizeCase.make(folder, size);
  const program = inject('program');
  // As many threads on every machine: each takes memory.
  const all = [...args, '--no-cache', '--jobs', '2'];
  const scan = await measureScan({ program: program.path, cwd: program.folder, args: all });
  return { name, unit: sizeCase.unit, size, keys, scan };
}

describe('two deltas that are built on each other', () => {
  const [one, other] = ['1'.repeat(40), '2'.repeat(40)];
  const delta = Buffer.concat([deltaSize(5), deltaSize(5), Buffer.from([5, ...Buffer.from('hello')])]);
  const circle: PackEntry[] = [
    { type: REF_DELTA, baseOid: other, oid: one, content: delta },
    { type: REF_DELTA, baseOid: one, oid: other, content: delta },
    { type: OFS_DELTA, base: 0, oid: '3'.repeat(40), content: delta },
  ];
  const leaking = () => {
    const repo = GitRepo.create();
    repo.commit('one', { leak: `AZURE_OPENAI_API_KEY=${key('azure-openai-key', 1)}\n` });
    return repo;
  };

  test('are told of, and what a ref reaches is found, before git has filled the memory', async () => {
    const repo = leaking();
    writePack(repo, circle);
    const { code, report, peak } = await measuredScan(['--history', '--all-objects', repo.folder]);
    expect({ code, found: report.credentials.length }).toEqual({ code: 1, found: 1 });
    expect(report.coverage.complete).toBe(false);
    expect(peak ?? 0).toBeLessThan(MOST_MEMORY);
  });

  test('that a commit has as its files are corrupt, and git is not asked for them', async () => {
    const repo = leaking();
    const tree = repo.gitWithInput(
      [one, other, '3'.repeat(40)].map((oid, at) => `100644 blob ${oid}\tfile-${at}\n`).join(''),
      'mktree',
      '--missing',
    );
    repo.git('update-ref', 'refs/heads/circle', repo.git('commit-tree', '-m', 'circle', tree));
    // Last: with it the machine's memory would be git's.
    writePack(repo, circle);
    const { code, report, peak } = await measuredScan(['--history', repo.folder]);
    expect({ code, found: report.credentials.length }).toEqual({ code: 1, found: 1 });
    const corrupt = report.coverage.skipped.find(({ reason }) => reason === 'corrupt-object');
    expect(corrupt?.count).toBe(3);
    expect(peak ?? 0).toBeLessThan(MOST_MEMORY);
  });
});

test('a folder is listed no faster than its files are read', async () => {
  const root = temporaryFolder();
  const folders = Array.from({ length: 20 }, (_, number) => `folder-${number}`);
  const writeInAll = (name: string) => {
    for (const folder of folders) writeFileSync(join(root, folder, name), name);
  };
  for (const folder of folders) mkdirSync(join(root, folder));
  writeInAll('before');
  const seen: string[] = [];
  for await (const { path } of listFolder({ root, folder: '', gitignore: true }, new Coverage())) {
    seen.push(path);
    if (seen.length > 1) continue;
    await new Promise((resolve) => setTimeout(resolve, 200));
    writeInAll('later');
  }
  const later = seen.filter((path) => path.endsWith('later'));
  expect(later.length).toBeGreaterThanOrEqual(folders.length - 1);
  expect(seen).toHaveLength(folders.length + later.length);
});

describe('what is unpacked in vain', () => {
  const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
  const small = gzipSync(Buffer.from('what comes behind'));
  const archiveOf = (bombs: number, broken: number) =>
    makeZip([
      ...Array.from({ length: bombs }, (_, at) => ({ name: `${at}.gz`, content: bomb })),
      ...Array.from({ length: broken }, (_, at) => ({
        name: `broken-${at}.gz`,
        content: small.subarray(0, -9),
      })),
      { name: 'last.gz', content: small },
      { name: 'plain', content: Buffer.from('no archive') },
    ]);
  const members = (zip: Buffer) => unpack(zip).members.map(({ path }) => path);

  test.each([
    [0, 0],
    [3, 0],
    [3, 1000],
  ])('%i bombs and %i broken ones: what is behind is unpacked', (bombs, broken) => {
    expect(members(archiveOf(bombs, broken))).toEqual(['last.gz', 'plain']);
  });

  test('hundreds of bombs: no more than four are tried, and what is no archive is read', () => {
    const { members: found, skipped } = unpack(archiveOf(300, 0));
    expect(found.map(({ path }) => path)).toEqual(['plain']);
    expect(skipped).toHaveLength(301);
  });
});
