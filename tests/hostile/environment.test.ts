/**
 * What the program as it is published reads of the environment and writes to the disk, in every mode: what SECURITY.md
 * lists, and nothing else.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { REPORT_FORMAT_NAMES } from '../../src/report/index.ts';
import { type GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { leakingRepository, MODES, type Mode, runMode } from './modes.ts';

const program = inject('program');
const root = resolve(import.meta.dirname, '../..');

const mode = (args: readonly string[], code: number, input = ''): Mode => ({
  args: () => args,
  input: () => input,
  found: [],
  code,
});

/** Those that a repository is read in, and all other commands. */
const COMMANDS: Readonly<Record<string, Mode>> = {
  ...MODES,
  'standard input': mode(['--stdin'], 0, 'x'),
  'the log': mode(['--log-level', 'debug', '--jobs', '4'], 1),
  help: mode(['--help'], 0),
  version: mode(['--version'], 0),
  'rules list': mode(['rules', 'list'], 0),
  'rules check': mode(['rules', 'check'], 0),
  'hook status': mode(['hook', 'status'], 1),
  'a mistake': mode(['--nothing'], 2),
  ...Object.fromEntries(REPORT_FORMAT_NAMES.map((format) => [format, mode(['--files', '-f', format], 1)])),
};
/** Those that write beside the cache. */
const WRITING: Readonly<Record<string, Mode>> = {
  'hook install': mode(['hook', 'install'], 0),
  'hook install --global': mode(['hook', 'install', '--global'], 0),
};

/** Writes down the name of each variable that is asked for, but for what Node itself wants to know. `*`: all of them are. */
const RECORDER = String.raw`
const { appendFileSync } = require('node:fs');
const real = process.env;
const note = (name) => {
  const asker = new Error().stack.split('\n')[3] ?? '';
  if (typeof name === 'string' && !asker.includes('node:')) appendFileSync(real.RECORDED, name + '\n');
};
process.env = new Proxy(real, {
  get(variables, name) { note(name); return variables[name]; },
  has(variables, name) { note(name); return name in variables; },
  ownKeys(variables) { note('*'); return Reflect.ownKeys(variables); },
});
`;

describe('the environment', () => {
  const security = readFileSync(join(root, '.github/SECURITY.md'), 'utf8');
  const table =
    /Of the environment, these variables and no others:\n\n([\s\S]*?)\n\n/.exec(security)?.[1] ?? '';
  const listed = [...table.matchAll(/`([A-Za-z0-9_]+)`/g)].map(([, name = '']) => name);

  async function readIn(each: Mode, env: Readonly<Record<string, string>> = {}): Promise<string[]> {
    const folder = temporaryFolder();
    const [script, log] = [join(folder, 'recorder.cjs'), join(folder, 'log')];
    writeFileSync(script, RECORDER);
    const options = { env: { NODE_OPTIONS: `--require ${script}`, RECORDED: log, HOME: folder, ...env } };
    const { code } = await runMode(program, leakingRepository(), each, options);
    expect(code).toBe(each.code);
    const names = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
    return [...new Set(names)].filter((name) => name !== '');
  }

  test('each variable that is read is in the list of SECURITY.md, and each of the list is read', async () => {
    const pushed = { PRE_COMMIT: '1', PRE_COMMIT_REMOTE_NAME: 'origin' };
    const read = await Promise.all([
      ...Object.values({ ...COMMANDS, ...WRITING }).map((each) => readIn(each)),
      readIn(mode(['hook', 'run', 'pre-commit'], 1), pushed),
      readIn(mode(['hook', 'run', 'pre-commit'], 0), { KEYPETREL_ALLOW: 'a reason' }),
    ]);
    const names = [...new Set(read.flat())].sort();
    const ofAction = (name: string) => /^(?:GITHUB|INPUT)_/.test(name);
    expect(names).toEqual(listed.filter((name) => !ofAction(name)).sort());
  });

  test('so is each that the Action reads', () => {
    const folder = join(root, 'src/action');
    const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const names = sources.flatMap((text) => [...text.matchAll(/\bGITHUB_[A-Z_]+/g)].map(([name]) => name));
    expect([...new Set(names)].sort()).toEqual(listed.filter((name) => name.startsWith('GITHUB_')).sort());
  });
});

describe('the disk', () => {
  type Place = { readonly folder: string; readonly repo: GitRepo; readonly env: Record<string, string> };

  /** A home, a folder for temporary files and a repository, all that a program is told of. */
  function place(): Place {
    const folder = temporaryFolder();
    const repo = leakingRepository();
    const [home, temporary] = ['home', 'tmp'].map((name) => join(folder, name)) as [string, string];
    for (const each of [home, temporary]) mkdirSync(each);
    const env = {
      HOME: home,
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
      XDG_CACHE_HOME: join(home, '.cache'),
    };
    return { folder, repo, env };
  }

  /** Every file and folder with what is in it, from the folders around the repository and the home. */
  function contentsOf({ folder, repo }: Place): Map<string, string> {
    const all = new Map<string, string>();
    for (const top of [folder, join(repo.folder, '..')]) {
      for (const entry of readdirSync(top, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name);
        const content = entry.isFile()
          ? readFileSync(path)
          : entry.isSymbolicLink()
            ? readlinkSync(path)
            : 'folder';
        all.set(relative(top, path), createHash('sha256').update(content).digest('hex'));
      }
    }
    return all;
  }

  async function changesIn(each: Mode, prepare: (repo: GitRepo) => void = () => {}): Promise<string[]> {
    const where = place();
    prepare(where.repo);
    const before = contentsOf(where);
    const { code } = await runMode(program, where.repo, each, { env: where.env });
    expect(code).toBe(each.code);
    const after = contentsOf(where);
    const paths = [...new Set([...before.keys(), ...after.keys()])];
    return paths.filter((path) => before.get(path) !== after.get(path)).sort();
  }

  test.each(Object.entries(COMMANDS))(
    '%s writes nothing but what it knows of the history',
    async (_, each) => {
      const changed = await changesIn(each);
      expect(changed.filter((path) => !/^repo\/\.git\/keypetrel(?:\/[0-9a-f]+\.cache)?$/.test(path))).toEqual(
        [],
      );
    },
  );

  test('what it knows of the history, to the git folder', async () => {
    // What is only staged would not be kept.
    const changed = await changesIn(mode([], 1), (repo) => repo.commit('all'));
    const file = expect.stringMatching(/^repo\/\.git\/keypetrel\/[0-9a-f]+\.cache$/);
    expect(changed).toEqual(['repo/.git/keypetrel', file]);
  });

  test('with --no-cache nothing at all', async () => {
    expect(await changesIn(mode(['--no-cache'], 1))).toEqual([]);
  });

  test.each<[string, readonly string[], number, readonly string[]]>([
    ['a report', ['--no-cache', '-o', 'json=r.json', '-o', 'html=r.html'], 1, ['repo/r.html', 'repo/r.json']],
    ['a baseline', ['baseline', '--no-cache', 'known.json'], 0, ['repo/known.json']],
    ['hooks', ['hook', 'install'], 0, ['repo/.git/hooks/pre-commit', 'repo/.git/hooks/pre-push']],
  ])('%s where it is told, and nothing else', async (_, args, code, written) => {
    expect(await changesIn(mode(args, code))).toEqual(written);
  });

  test('a cache in the folder that is named', async () => {
    const folder = join(temporaryFolder(), 'named');
    expect(await changesIn(mode(['--cache-dir', folder, '--range', 'main~2..main'], 1))).toEqual([]);
    const repo = leakingRepository();
    repo.commit('all');
    const before = readdirSync(join(repo.folder, '.git'));
    await runMode(program, repo, mode(['--cache-dir', folder], 1));
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^[0-9a-f-]+\.cache$/)]);
    expect(readdirSync(join(repo.folder, '.git'))).toEqual(before);
  });
});
