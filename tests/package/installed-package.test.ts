import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentProblems, type PackedPackage } from './contents.ts';
import { npm, npmPack } from './npm.ts';

const execFileAsync = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

type Manifest = {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: unknown;
  readonly optionalDependencies?: unknown;
  readonly peerDependencies?: unknown;
};

describe('the packed and installed package', () => {
  let folder: string;
  let packed: PackedPackage;
  let manifest: Manifest;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keypetrel-package-'));
    packed = await npmPack(root, '--pack-destination', folder);
    await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    // Without dependencies nothing has to be fetched: --offline proves it.
    await npm(folder, 'install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`);
    manifest = JSON.parse(
      await readFile(join(folder, 'node_modules/keypetrel/package.json'), 'utf8'),
    ) as Manifest;
  }, 120_000);

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('holds what it should and no more, in less than 1.5 MB', () => {
    expect(contentProblems(packed)).toEqual([]);
  });

  it('installs no other package', () => {
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.optionalDependencies).toBeUndefined();
    expect(manifest.peerDependencies).toBeUndefined();
  });

  // pre-commit and npm run or count these names: https://github.com/pre-commit/pre-commit/pull/3719
  it.each(['preinstall', 'install', 'postinstall', 'prepare', 'prepack', 'postpack', 'build'])(
    'has no script %s',
    (name) => {
      expect(Object.keys(manifest.scripts)).not.toContain(name);
    },
  );

  it('prints its version', async () => {
    expect(await keypetrel('--version')).toContain(manifest.version);
  });

  it('scans a folder', async () => {
    const scanned = join(folder, 'scanned');
    await mkdir(scanned);
    await writeFile(join(scanned, 'settings.json'), '{ "endpoint": "https://contoso.example" }\n');
    const report = JSON.parse(await keypetrel('scan', '--files', scanned, '--format', 'json'));
    expect(report).toMatchObject({
      schemaVersion: 1,
      tool: { name: 'keypetrel', version: manifest.version },
      coverage: { complete: true, files: { scanned: 1 } },
      credentials: [],
    });
  });

  it('is an ES module that scans', async () => {
    const scanned = join(folder, 'scanned-by-library');
    await mkdir(scanned);
    await writeFile(join(scanned, 'a.txt'), 'nothing to find\n');
    await writeFile(
      join(folder, 'consumer.js'),
      `import { scan } from 'keypetrel';
      const { credentials, coverage } = await scan({ paths: [process.argv[2]], target: 'files' });
      process.stdout.write(JSON.stringify({ credentials, files: coverage.files.scanned }));\n`,
    );
    const { stdout } = await execFileAsync(process.execPath, ['consumer.js', scanned], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual({ credentials: [], files: 1 });
  });

  it('reads a configuration, and has the schemas of it', async () => {
    const scanned = join(folder, 'scanned-with-configuration');
    await mkdir(scanned);
    await writeFile(join(folder, 'mine.toml'), '[scan]\nexclude = ["a.txt"]\n');
    for (const name of ['a.txt', 'b.txt']) await writeFile(join(scanned, name), 'nothing to find\n');
    await writeFile(
      join(folder, 'configured.js'),
      `import { createRequire } from 'node:module';
      import { loadConfig, scan } from 'keypetrel';
      const config = await loadConfig('mine.toml');
      const { coverage } = await scan({ paths: [process.argv[2]], target: 'files', config });
      const titles = ['config', 'rule', 'report', 'baseline'].map((name) => createRequire(import.meta.url)('keypetrel/schemas/' + name + '.schema.json').title);
      process.stdout.write(JSON.stringify({ files: coverage.files.scanned, titles }));\n`,
    );
    const { stdout } = await execFileAsync(process.execPath, ['configured.js', scanned], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual({
      files: 1,
      titles: ['keypetrel configuration', 'keypetrel rule file', 'keypetrel report', 'keypetrel baseline'],
    });
  });

  it('has types that a strict program compiles against, with nothing but Node types installed', async () => {
    // Only the types of Node: a declaration that imports a bundled package must fail here.
    await mkdir(join(folder, 'types'));
    await symlink(join(root, 'node_modules/@types/node'), join(folder, 'types/node'));
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2023'],
      module: 'NodeNext',
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: false,
      typeRoots: ['types'],
      types: ['node'],
    };
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['consumer.ts'] }),
    );
    await writeFile(
      join(folder, 'consumer.ts'),
      `import { type Config, loadConfig, scan } from 'keypetrel';
      const config: Config = await loadConfig('keypetrel.yaml');
      const report = await scan({ paths: ['.'], config });
      export const fingerprints: string[] = report.credentials.map(({ fingerprint }) => fingerprint);\n`,
    );
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    // tsc reports on stdout and fails: the report is what a failing test has to show.
    const { stdout } = await execFileAsync(process.execPath, [compiler, '-p', '.'], { cwd: folder }).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe('');
  });

  async function keypetrel(...args: readonly string[]): Promise<string> {
    const { stdout } = await execFileAsync(join(folder, 'node_modules/.bin/keypetrel'), [...args], {
      cwd: folder,
    });
    return stdout;
  }
});
