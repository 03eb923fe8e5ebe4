/**
 * `npm run runtimes`: installs the packed package with each package manager and runs it under each release of Node that
 * it is for: the program, the library and the hooks, in folders with blanks in their names. Needs npm and its registry.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFixtureExpander } from '../support/fixture-expander.ts';
import { Transcript } from '../support/transcript.ts';
import { npm, npmPack } from './npm.ts';

/** Versions are pinned: what is tested is our side. */
const NODES = { 'Node 20': '20.20.2', 'Node 22': '22.23.3', 'Node 24': '24.21.0' } as const;
const MANAGERS = {
  pnpm: 'npm:pnpm@10.34.9',
  'yarn-classic': 'npm:yarn@1.22.22',
  'yarn-berry': 'npm:@yarnpkg/cli-dist@4.18.1',
} as const;

/** How a project is made and used with a package manager. */
type Manager = {
  readonly name: string;
  readonly install: readonly string[];
  /** What stands before the name of a program of an installed package. */
  readonly execute: readonly string[];
  /** What stands before the name of a script. */
  readonly node: readonly string[];
  readonly files: Readonly<Record<string, string>>;
};

const root = process.cwd();
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const transcript = new Transcript('runtimes');
const { folder } = transcript;
const tools = join(folder, 'tools');
try {
  const { filename } = await npmPack(root, '--pack-destination', folder);
  const tarball = join(folder, filename);
  const key = (await readFixtureExpander(root))('{{azure-openai-key:1}}');
  await installTools();
  for (const manager of managers()) useWith(manager, tarball, key);
  useWithPlugAndPlay(tarball, key);
  useWithoutInstalling(tarball);
  for (const name of Object.keys(NODES)) useUnder(name, tarball, key);
} finally {
  transcript.finish();
}

/** Only for this system: the package `node` itself would choose one in a script when it is installed. */
async function installTools(): Promise<void> {
  const nodes = Object.entries(NODES).map(([name, release]) => [
    folderOf(name),
    `npm:node-${process.platform}-${process.arch}@${release}`,
  ]);
  transcript.write(
    tools,
    'package.json',
    JSON.stringify({ private: true, dependencies: { ...Object.fromEntries(nodes), ...MANAGERS } }),
  );
  await npm(tools, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent');
}

function folderOf(nodeName: string): string {
  return nodeName.toLowerCase().replace(' ', '');
}

function managers(): Manager[] {
  const installed = (name: keyof typeof MANAGERS, script: string) => [
    process.execPath,
    join(tools, 'node_modules', name, script),
  ];
  const pnpm = installed('pnpm', 'bin/pnpm.cjs');
  const classic = installed('yarn-classic', 'bin/yarn.js');
  const node = [process.execPath];
  return [
    {
      name: 'npm',
      install: ['npm', 'install', '--offline', '--no-audit', '--no-fund'],
      execute: ['npx', '--no-install'],
      node,
      files: {},
    },
    {
      name: 'pnpm',
      install: [...pnpm, 'install', '--offline'],
      execute: [...pnpm, 'exec'],
      node,
      files: { '.npmrc': 'manage-package-manager-versions=false\n' },
    },
    {
      name: 'yarn-classic',
      install: [...classic, 'install', '--offline', '--no-lockfile'],
      execute: [...classic, '--silent', 'run'],
      node,
      files: {},
    },
    berry('yarn-berry', 'node-modules'),
  ];
}

function berry(name: string, linker: 'node-modules' | 'pnp'): Manager {
  const yarn = [process.execPath, join(tools, 'node_modules/yarn-berry/bin/yarn.js')];
  return {
    name,
    install: [...yarn, 'install'],
    execute: [...yarn, 'run'],
    node: linker === 'pnp' ? [...yarn, 'node'] : [process.execPath],
    files: {
      'yarn.lock': '',
      '.yarnrc.yml': `nodeLinker: ${linker}\nenableTelemetry: false\nenableGlobalCache: false\n`,
    },
  };
}

function useWith(manager: Manager, tarball: string, key: string): void {
  const repo = project(manager, tarball);
  expectToWork(manager, repo, key);
  execute(manager, repo, ['keypetrel', 'hook', 'install']);
  transcript.exercise(repo, manager.name, key);
}

/** Yarn without node_modules keeps packages in archives, out of which git cannot start anything. */
function useWithPlugAndPlay(tarball: string, key: string): void {
  const manager = berry('yarn-pnp', 'pnp');
  const repo = project(manager, tarball);
  expectToWork(manager, repo, key);
  const { output } = execute(manager, repo, ['keypetrel', 'hook', 'install'], [2]);
  if (!output.includes('nodeLinker'))
    transcript.failures.push('yarn-pnp: it is not said why there is no hook');
  const manifest = JSON.parse(readFileSync(join(repo, 'package.json'), 'utf8')) as object;
  const dependenciesMeta = { keypetrel: { unplugged: true } };
  transcript.write(repo, 'package.json', JSON.stringify({ ...manifest, dependenciesMeta }));
  const [command = '', ...args] = manager.install;
  transcript.run(repo, command, args);
  execute(manager, repo, ['keypetrel', 'hook', 'install']);
  transcript.exercise(repo, manager.name, key);
}

/** What `npx keypetrel` does when it has fetched the package. */
function useWithoutInstalling(tarball: string): void {
  transcript.print('\n=== npx, in a folder with nothing in it');
  const empty = join(folder, 'empty (of all)');
  transcript.write(empty, 'a.txt', 'nothing to find\n');
  const npx = (...args: string[]) =>
    transcript.run(empty, 'npx', ['--yes', '--offline', `--package=${tarball}`, 'keypetrel', ...args], {
      okCodes: [0, 2],
    });
  if (!npx('--version').output.includes(version)) transcript.failures.push('npx: another version');
  if (npx('--files', '.').code !== 0) transcript.failures.push('npx: a clean folder is not clean');
}

function useUnder(name: string, tarball: string, key: string): void {
  const bin = join(tools, 'node_modules', folderOf(name), 'bin');
  const node = join(bin, 'node');
  const [npmManager] = managers();
  if (npmManager === undefined) return;
  const manager = { ...npmManager, name, execute: [node, 'node_modules/.bin/keypetrel'], node: [node] };
  const repo = project(manager, tarball);
  const { output } = transcript.run(repo, node, ['--version']);
  if (!output.includes(NODES[name as keyof typeof NODES])) transcript.failures.push(`${name}: ${output}`);
  expectToWork(manager, repo, key);
  execute(manager, repo, ['keypetrel', 'hook', 'install']);
  transcript.exercise(repo, name, key, { path: [bin] });
}

/** A repository with the package in it. */
function project({ name, install, files }: Manager, tarball: string): string {
  transcript.print(`\n=== ${name}`);
  const repo = transcript.repository(join('a folder (with blanks)', `it's ${name}`));
  const devDependencies = { keypetrel: `file:${tarball}` };
  transcript.write(repo, 'package.json', JSON.stringify({ name: 'project', private: true, devDependencies }));
  for (const [path, content] of Object.entries(files)) transcript.write(repo, path, content);
  const [command = '', ...args] = install;
  transcript.run(repo, command, args);
  return repo;
}

/** The program, and the library as an ES module and from CommonJS. */
function expectToWork(manager: Manager, repo: string, key: string): void {
  const { name } = manager;
  if (!execute(manager, repo, ['keypetrel', '--version']).output.includes(version)) {
    transcript.failures.push(`${name}: another version`);
  }
  transcript.write(repo, 'leak/config.env', `AZURE_OPENAI_API_KEY=${key}\n`);
  transcript.expectRefused(name, execute(manager, repo, ['keypetrel', '--files', 'leak'], [0, 1]), key);
  const print = "console.log(report.credentials.length + ' found')";
  const options = "{ paths: ['leak'], target: 'files' }";
  transcript.write(
    repo,
    'module.mjs',
    `import { scan } from 'keypetrel';\nconst report = await scan(${options});\n${print};\n`,
  );
  transcript.write(
    repo,
    'script.cjs',
    `import('keypetrel').then(({ scan }) => scan(${options})).then((report) => ${print});\n`,
  );
  for (const script of ['module.mjs', 'script.cjs']) {
    const [command = '', ...args] = manager.node;
    if (!transcript.run(repo, command, [...args, script]).output.includes('1 found')) {
      transcript.failures.push(`${name}: ${script} does not find the key`);
    }
  }
  transcript.write(repo, 'leak/config.env', 'nothing\n');
}

/** Runs a program of an installed package, as its package manager does; Node itself takes the program's file. */
function execute(
  manager: Manager,
  repo: string,
  [program = '', ...args]: readonly string[],
  okCodes: readonly number[] = [0],
) {
  const [command = '', ...before] = manager.execute;
  const isFile = before.at(-1)?.endsWith(program) === true;
  return transcript.run(repo, command, [...before, ...(isFile ? [] : [program]), ...args], { okCodes });
}
