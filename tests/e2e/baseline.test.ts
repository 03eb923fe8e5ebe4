/** Baselines, ignore files and marks in comments, in the program as it is published, on real repositories. */
import { chmodSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log as SarifLog } from 'sarif';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../src/credentials/fingerprint.ts';
import { scan } from '../../src/scan.ts';
import { GitRepo, neutralEnvironment, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';
import { expectNoPieceOf } from '../support/no-secret.ts';
import { keypetrel, scanToJson } from './program.ts';

const openai = key('openai-project-key', 1);
const other = key('openai-project-key', 2);
const azure = key('azure-openai-key', 1);
const print = fingerprintOf('openai-key', openai);

/** A repository with two keys in its work tree and history, and one that is gone from its files. */
function repository(): GitRepo {
  const repo = GitRepo.create();
  repo.commit('one', { 'old.env': `OPENAI_API_KEY=${other}\n` });
  repo.git('rm', '--quiet', 'old.env');
  repo.commit('two', { 'src/a.env': `OPENAI_API_KEY=${openai}\n`, 'docs/b.md': `key: ${azure}\n` });
  return repo;
}

const rulesIn = ({ report }: { report: { credentials: readonly { rule: string }[] } }) =>
  report.credentials.map(({ rule }) => rule).sort();
const entriesIn = (path: string): { fingerprint: string; rule: string; path: string }[] =>
  JSON.parse(readFileSync(path, 'utf8')).credentials.slice(0, -1);

describe('a baseline', () => {
  test('is written, and then only what is new is reported', async () => {
    const { folder } = repository();
    const file = join(folder, 'known.json');
    const written = await keypetrel(['baseline', 'known.json'], { cwd: folder });
    expect(written.stderr).toBe('');
    expect(written.code).toBe(0);
    expect(written.stdout).toMatch(
      /^known\.json: 3 credentials, of which 3 new; 0 taken out\n( {2}new {3}kp1:.*\n){3}$/,
    );
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../src/credentials/baseline.schema.json'), 'utf8'),
    );
    expect(new Ajv2020().validate(schema, JSON.parse(readFileSync(file, 'utf8')))).toBe(true);
    for (const secret of [openai, other, azure])
      expectNoPieceOf(secret, readFileSync(file, 'utf8') + written.stdout);

    const again = await scanToJson(['-b', 'known.json'], { cwd: folder });
    expect(again.code).toBe(0);
    expect(again.report.credentials).toEqual([]);
    expect(again.report.suppressed).toMatchObject({ baseline: 3, ignored: 0, inline: 0 });
    expect(again.report.baseline).toEqual({ entries: 3, gone: [] });
    const text = await keypetrel(['-b', 'known.json'], { cwd: folder });
    expect(text.stdout).toContain('3 credentials known in the baseline');

    writeFileSync(join(folder, 'new.env'), `OPENAI_API_KEY=${key('openai-project-key', 3)}\n`);
    const newer = await scanToJson(['-b', 'known.json'], { cwd: folder });
    expect(newer.code).toBe(1);
    expect(newer.report.credentials.map(({ occurrences }) => occurrences[0]?.path)).toEqual(['new.env']);
  });

  test('stays the same when lines and files move', async () => {
    const { folder } = repository();
    await keypetrel(['baseline', 'known.json', '--files'], { cwd: folder });
    const text = readFileSync(join(folder, 'known.json'), 'utf8');
    renameSync(join(folder, 'src/a.env'), join(folder, 'moved.env'));
    writeFileSync(join(folder, 'moved.env'), `\n\n# more\nOPENAI_API_KEY=${openai}\n`);
    expect((await scanToJson(['--files', '-b', 'known.json'], { cwd: folder })).report.credentials).toEqual(
      [],
    );
    await keypetrel(['baseline', 'known.json', '--files'], { cwd: folder });
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(text);
  });

  test('tells what is nowhere any more, and lets go of it', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.env'), `OPENAI_API_KEY=${openai}\n`);
    writeFileSync(join(folder, 'b.env'), `OPENAI_API_KEY=${other}\n`);
    const file = join(temporaryFolder(), 'known.json');
    await keypetrel(['baseline', file, folder]);
    writeFileSync(join(folder, 'a.env'), '');
    const { report } = await scanToJson(['-b', file, folder]);
    expect(report.baseline).toEqual({
      entries: 2,
      gone: [{ fingerprint: print, rule: 'openai-project-key', path: 'a.env' }],
    });
    const text = await keypetrel(['-b', file, folder]);
    expect(text.stdout.replaceAll(/\s+/g, ' ')).toContain(
      `Baseline 1 of 2 entries is nowhere any more (${print.slice(0, 16)} openai-project-key in a.env)`,
    );
    // What was not looked for is not gone.
    for (const args of [
      ['--include', '*.md', folder],
      ['--disable-rule', 'openai-key', folder],
      ['--files', folder],
      [join(folder, 'b.env')],
    ]) {
      const { report: narrow } = await scanToJson(['-b', file, ...args]);
      expect(narrow.baseline, args.join(' ')).toEqual({ entries: 2, gone: null });
    }
    const narrow = await keypetrel(['baseline', file, '--include', '*.md', folder]);
    expect(narrow.stdout).toContain('Nothing is taken out');
    expect(entriesIn(file)).toHaveLength(2);
    const refreshed = await keypetrel(['baseline', file, folder]);
    expect(refreshed.stdout).toContain(`1 credential, of which 0 new; 1 taken out\n  gone  ${print}`);
    expect(entriesIn(file)).toHaveLength(1);
  });

  test('holds in a scan of what is staged, of a range and of the history, also with what is remembered of it', async () => {
    const repo = repository();
    await keypetrel(['baseline', 'known.json'], { cwd: repo.folder });
    for (let round = 0; round < 2; round++) {
      for (const mode of [['--history'], ['--range', 'HEAD~1..HEAD'], ['--staged'], []]) {
        const found = await scanToJson([...mode, '-b', 'known.json'], { cwd: repo.folder });
        expect(rulesIn(found), mode.join(' ')).toEqual([]);
      }
    }
    // The cache that a scan with a baseline has left knows of what it kept out.
    const all = await scanToJson(['--history'], { cwd: repo.folder });
    expect(all.report.coverage.objects.fromCache).toBeGreaterThan(0);
    expect(rulesIn(all)).toHaveLength(3);
    repo.write('c.env', `OPENAI_API_KEY=${openai}\nAZURE=${key('azure-openai-key', 2)}\n`);
    repo.git('add', 'c.env');
    const staged = await scanToJson(['--staged', '-b', 'known.json'], { cwd: repo.folder });
    expect(rulesIn(staged)).toEqual(['azure-openai-key']);
    expect(staged.report.suppressed.baseline).toBe(1);
  });

  test('is told in SARIF, and by explain', async () => {
    const { folder } = repository();
    await keypetrel(['baseline', 'known.json'], { cwd: folder });
    writeFileSync(join(folder, 'new.env'), `OPENAI_API_KEY=${key('openai-project-key', 3)}\n`);
    const { stdout } = await keypetrel(['-b', 'known.json', '-f', 'sarif'], { cwd: folder });
    const results = (JSON.parse(stdout) as SarifLog).runs[0]?.results ?? [];
    expect(results.map(({ suppressions }) => suppressions)).toEqual([
      [],
      ...Array(3).fill([{ kind: 'external', status: 'accepted', justification: 'it is in the baseline' }]),
    ]);
    const explained = await keypetrel(['explain', print, '-b', 'known.json', '-f', 'json'], { cwd: folder });
    expect(JSON.parse(explained.stdout).explanations[0].outcome).toEqual({
      kind: 'baseline',
      detail: 'not reported: it is in the baseline',
    });
  });

  test('is named by a configuration, relative to that, and an option outweighs it', async () => {
    const { folder } = repository();
    await keypetrel(['baseline', 'known.json'], { cwd: folder });
    const empty = join(temporaryFolder(), 'none.json');
    writeFileSync(empty, '{"schemaVersion": 1, "credentials": []}');
    const config = join(folder, 'keypetrel.yaml');
    writeFileSync(config, 'scan: {baseline: known.json}\n');
    expect((await scanToJson(['-c', config, folder])).report.suppressed.baseline).toBe(3);
    expect((await scanToJson(['-c', config, '-b', empty, folder])).report.suppressed.baseline).toBe(0);
    const logged = await keypetrel(['-c', config, '--log-level', 'debug', folder]);
    expect(logged.stderr).toContain(`baseline: ${join(folder, 'known.json')} (configuration)`);
    // A new one is of all that is found, and not of what that one leaves.
    const fresh = join(temporaryFolder(), 'fresh.json');
    await keypetrel(['baseline', fresh, '-c', config, folder]);
    expect(entriesIn(fresh)).toHaveLength(3);
  });

  test.each([
    [['-b', 'nowhere.json'], /cannot read the baseline "nowhere.json": ENOENT/],
    [['-b', 'a.env'], /^keypetrel: "a.env" is no baseline: it is no JSON\n$/],
    [['baseline', 'a.env'], /^keypetrel: ".*a.env" is no baseline: it is no JSON\n$/],
    [['baseline'], /needs a file to write to/],
    [['baseline', 'none/known.json'], /its folder does not exist/],
    [['baseline', 'x.json', '--show-secrets'], /show-secrets/],
    [['hook', 'install', '-b', 'a.env'], /is no baseline/],
    [['hook', 'install', '--global', '-b', 'a.env'], /exclude each other/],
    [['hook', 'status', '-b', 'a.env'], /takes no --baseline/],
  ])('that is wrong is one line, without what stands in it: %j', async (args, message) => {
    const repo = GitRepo.create();
    repo.write('a.env', `${openai}\n`);
    const { code, stdout, stderr } = await keypetrel(args, { cwd: repo.folder });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect([code, stdout]).toEqual([2, '']);
    expectNoPieceOf(openai, stderr);
    expect(readFileSync(join(repo.folder, 'a.env'), 'utf8')).toBe(`${openai}\n`);
  });

  test('is the library’s as well', async () => {
    const { folder } = repository();
    await keypetrel(['baseline', 'known.json'], { cwd: folder });
    const known = join(folder, 'known.json');
    const report = await scan({ paths: [folder], baseline: known });
    expect(report.credentials).toEqual([]);
    expect(report.hidden?.map(({ suppression }) => suppression.reason)).toEqual(Array(3).fill('baseline'));
    await expect(scan({ paths: [folder], baseline: '' })).rejects.toThrow('is not the path of a file');
  });
});

describe('an ignore file', () => {
  test('lets paths and fingerprints pass, and is counted', async () => {
    const { folder } = repository();
    writeFileSync(join(folder, '.keypetrelignore'), `docs/\n${print} a sample of ours\n`);
    const found = await scanToJson([], { cwd: join(folder, 'src') });
    const whole = await scanToJson([], { cwd: folder });
    expect(rulesIn(whole)).toEqual(['openai-project-key']);
    expect(whole.report.credentials[0]?.occurrences[0]?.path).toBe('old.env');
    expect(whole.report.suppressed).toMatchObject({ ignored: 2, baseline: 0, inline: 0 });
    // It lies at the top of the repository, wherever somebody stands.
    expect([found.code, found.report.suppressed.ignored]).toEqual([0, 1]);
    expect((await scanToJson(['--no-ignore'], { cwd: folder })).report.credentials).toHaveLength(3);
    const config = join(temporaryFolder(), 'c.yaml');
    writeFileSync(config, 'scan: {ignore: false}\n');
    expect((await scanToJson(['-c', config], { cwd: folder })).report.credentials).toHaveLength(3);
    const explained = await keypetrel(['explain', print, '-f', 'json'], { cwd: folder });
    expect(JSON.parse(explained.stdout).explanations[0].outcome).toEqual({
      kind: 'ignored',
      detail: 'not reported: line 2 of .keypetrelignore says: a sample of ours',
    });
    const { stdout } = await keypetrel(['-f', 'sarif'], { cwd: folder });
    const suppressions = (JSON.parse(stdout) as SarifLog).runs[0]?.results?.flatMap(
      (each) => each.suppressions,
    );
    expect(suppressions).toEqual([
      expect.objectContaining({ kind: 'external', justification: expect.stringContaining('a pattern in') }),
      expect.objectContaining({
        kind: 'external',
        justification: expect.stringContaining('a sample of ours'),
      }),
    ]);
  });

  test('leaves a credential its other places', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'docs'));
    for (const path of ['docs/a.md', 'b.env'])
      writeFileSync(join(folder, path), `OPENAI_API_KEY=${openai}\n`);
    writeFileSync(join(folder, '.keypetrelignore'), 'docs/\n');
    const { report } = await scanToJson([folder]);
    expect(report.credentials[0]?.occurrences.map(({ path }) => path)).toEqual(['b.env']);
    expect(report.suppressed.ignored).toBe(0);
  });

  test('holds until the day that it names, and then that is told', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'b.env'), `OPENAI_API_KEY=${openai}\n`);
    const ignore = (until: string) =>
      writeFileSync(join(folder, '.keypetrelignore'), `${print} until ${until} rotated by then\n`);
    ignore('9999-12-31');
    expect((await scanToJson([folder])).code).toBe(0);
    ignore('2020-01-31');
    const ended = await scanToJson([folder]);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(`.keypetrelignore:1: ${print} was ignored until 2020-01-31`);
  });

  test('with a mistake ends the scan, and a link is none', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'b.env'), `OPENAI_API_KEY=${openai}\n`);
    writeFileSync(join(folder, '.keypetrelignore'), `kp1:12 ${other}\n`);
    const wrong = await keypetrel([folder]);
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('.keypetrelignore:1: a fingerprint is');
    expectNoPieceOf(other, wrong.stderr);
    const linked = temporaryFolder();
    writeFileSync(join(linked, 'b.env'), `OPENAI_API_KEY=${openai}\n`);
    writeFileSync(join(folder, 'elsewhere'), '*\n');
    symlinkSync(join(folder, 'elsewhere'), join(linked, '.keypetrelignore'));
    expect((await keypetrel([linked])).code).toBe(1);
  });

  test('of a repository within another one speaks of that one only, and a mistake in it is nobody else’s', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { 'a.env': `OPENAI_API_KEY=${openai}\n` });
    const inner = new GitRepo(join(repo.folder, 'vendor/inner'));
    mkdirSync(inner.folder, { recursive: true });
    inner.git('init', '--quiet', '--initial-branch=main');
    inner.commit('one', {
      'b.env': `OPENAI_API_KEY=${other}\n`,
      'c.env': `AZURE=${azure}\n`,
      '.keypetrelignore': `/b.env\n*.json\n${print} not yours to say\n`,
    });
    const found = await scanToJson([], { cwd: repo.folder });
    expect(rulesIn(found)).toEqual(['azure-openai-key', 'openai-project-key']);
    expect(found.report.suppressed.ignored).toBe(1);
    repo.write('.keypetrelignore', 'vendor/inner/c.env\n');
    expect(rulesIn(await scanToJson([], { cwd: repo.folder }))).toEqual(['openai-project-key']);
    inner.write('.keypetrelignore', 'kp1:12\n');
    const wrong = await scanToJson([], { cwd: repo.folder });
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('the file is left out');
    expect(rulesIn(wrong)).toEqual(['openai-project-key', 'openai-project-key']);
  });
});

describe('a mark in a comment', () => {
  test('lets its own line pass, in files and in the history, and is counted', async () => {
    const repo = GitRepo.create();
    repo.commit('one', {
      'a.py': `key = "${openai}"  # gitleaks:allow\n`,
      'b.ts': `// secretlint-disable-next-line\nconst key = "${azure}";\nconst other = "${other}";\n`,
    });
    const found = await scanToJson([], { cwd: repo.folder });
    expect(found.report.suppressed).toMatchObject({ inline: 2, ignored: 0 });
    expect(found.report.credentials.map(({ redacted }) => redacted.slice(-4))).toEqual([other.slice(-4)]);
    expect((await scanToJson(['--no-ignore'], { cwd: repo.folder })).report.credentials).toHaveLength(3);
    const explained = await keypetrel(['explain', print, '-f', 'json'], { cwd: repo.folder });
    expect(JSON.parse(explained.stdout).explanations[0].outcome).toEqual({
      kind: 'inline',
      detail: 'not reported: a comment says "gitleaks:allow"',
    });
    const { stdout } = await keypetrel(['-f', 'sarif'], { cwd: repo.folder });
    const results = (JSON.parse(stdout) as SarifLog).runs[0]?.results ?? [];
    expect(results.map(({ suppressions }) => suppressions?.[0]?.kind)).toEqual([
      undefined,
      'inSource',
      'inSource',
    ]);
  });

  test('is explained in a text', async () => {
    const input = `OPENAI_API_KEY=${openai} # keypetrel:allow\n`;
    const outcomes = async (...args: string[]) =>
      JSON.parse(
        (await keypetrel(['explain', '-', '-f', 'json', ...args], { input })).stdout,
      ).explanations.map(({ outcome }: { outcome: { kind: string } }) => outcome.kind);
    expect(await outcomes()).toContain('inline');
    expect(await outcomes('--no-ignore')).toContain('reported');
    const file = join(temporaryFolder(), 'known.json');
    await keypetrel(['baseline', file, '--stdin', '--no-ignore'], { input });
    expect(await outcomes('-b', file)).toContain('baseline');
  });
});

describe('a hook', () => {
  /** Commits with the hook of the repository. @returns what git said, and whether it did. */
  async function commit(repo: GitRepo): Promise<{ code: number | null; stderr: string }> {
    repo.git('add', '--all');
    return keypetrel([], {
      shell: 'git commit --quiet --message x',
      cwd: repo.folder,
      env: neutralEnvironment(),
    });
  }

  test('lets pass what is in the baseline, in an ignore file or under a mark, and nothing else', async () => {
    const repo = GitRepo.create();
    repo.write('docs/a.md', `key: ${openai}\n`);
    await keypetrel(['baseline', 'known.json'], { cwd: repo.folder });
    expect((await keypetrel(['hook', 'install', '-b', 'known.json'], { cwd: repo.folder })).stderr).toBe('');
    expect(readFileSync(join(repo.folder, '.git/hooks/pre-commit'), 'utf8')).toContain(
      "--baseline 'known.json' --",
    );
    expect(await commit(repo)).toMatchObject({ code: 0 });
    repo.write('b.env', `AZURE=${azure}\n`);
    expect((await commit(repo)).stderr).toContain('commit BLOCKED');
    repo.write('b.env', `AZURE=${azure} # keypetrel:allow\n`);
    expect(await commit(repo)).toMatchObject({ code: 0 });
    repo.write('c.env', `OPENAI_API_KEY=${other}\n`);
    expect((await commit(repo)).stderr).toContain('commit BLOCKED');
    repo.write('.keypetrelignore', 'c.env\n');
    expect(await commit(repo)).toMatchObject({ code: 0 });
  });

  test.each([
    ['an ignore file', '.keypetrelignore', 'kp1:12\n'],
    ['a baseline', 'known.json', '<<<<<<< HEAD\n'],
  ])('checks all the same when %s has a mistake', async (_, path, text) => {
    const repo = GitRepo.create();
    repo.write('known.json', '{"schemaVersion": 1, "credentials": []}');
    await keypetrel(['hook', 'install', '--baseline', 'known.json'], { cwd: repo.folder });
    repo.write(path, text);
    const fine = await commit(repo);
    expect(fine.code).toBe(0);
    expect(fine.stderr).toContain('nothing is taken for known or allowed');
    repo.write('b.env', `AZURE=${azure} # keypetrel:allow\n`);
    const { code, stderr } = await commit(repo);
    expect(code).toBe(1);
    expect(stderr).toContain('commit BLOCKED');
  });
});

test('an ignore file that cannot be read is said, and not passed over', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'b.env'), `OPENAI_API_KEY=${openai}\n`);
  writeFileSync(join(folder, '.keypetrelignore'), '*\n');
  chmodSync(folder, 0o755);
  chmodSync(join(folder, '.keypetrelignore'), 0o000);
  // The administrator can read everything.
  const { code, stderr } = await keypetrel([folder], process.getuid?.() === 0 ? { uid: 65534 } : {});
  expect([code, stderr]).toEqual([2, expect.stringContaining('(EACCES)')]);
});
