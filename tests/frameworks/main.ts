/**
 * `npm run frameworks`: installs each hook framework, has it refuse a commit with a key and let one without pass, and
 * prints what happened. Needs Python 3 with venv, npm, and their registries.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readFixtureExpander } from '../support/fixture-expander.ts';

/** Versions are pinned: what is tested is our side. */
const VERSIONS = {
  'pre-commit': '4.6.2',
  husky: '9.1.7',
  lefthook: '2.2.2',
  'lint-staged': '16.2.7',
} as const;

const root = process.cwd();
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keypetrel-frameworks-')));
const failures: string[] = [];
try {
  const tarball = pack();
  const key = (await readFixtureExpander(root))('{{azure-openai-key:1}}');
  preCommit(key);
  husky(tarball, key);
  lefthook(tarball, key);
  lintStaged(tarball, key);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
for (const failure of failures) print(`FAILED: ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;

function preCommit(key: string): void {
  const venv = join(folder, 'venv');
  run(folder, 'python3', ['-m', 'venv', venv]);
  run(folder, join(venv, 'bin/pip'), ['install', '--quiet', `pre-commit==${VERSIONS['pre-commit']}`]);
  const source = publishedRepository();
  const repo = repository('pre-commit');
  write(
    repo,
    '.pre-commit-config.yaml',
    `repos:\n  - repo: ${source.path}\n    rev: ${source.commit}\n    hooks:\n      - id: keypetrel\n        language_version: system\n`,
  );
  const program = join(venv, 'bin/pre-commit');
  run(repo, program, ['install', '--hook-type', 'pre-commit', '--hook-type', 'pre-push']);
  exercise(repo, 'pre-commit', key);
  run(repo, 'git', ['commit', '--quiet', '--no-verify', '--allow-empty', '-m', 'base']);
  write(repo, 'old.env', `KEY=${key}\n`);
  run(repo, 'git', ['add', '--all']);
  run(repo, 'git', ['commit', '--quiet', '--no-verify', '-m', 'past the hook']);
  expectRefused('pre-commit run --all-files', run(repo, program, ['run', '--all-files'], [0, 1]), key);
  const remote = join(folder, 'remote.git');
  run(folder, 'git', ['init', '--quiet', '--bare', remote]);
  run(repo, 'git', ['remote', 'add', 'origin', remote]);
  expectRefused(
    'pre-commit at pre-push',
    run(repo, 'git', ['push', '--quiet', 'origin', 'HEAD'], [0, 1]),
    key,
  );
}

function husky(tarball: string, key: string): void {
  const repo = npmProject('husky', { husky: VERSIONS.husky, keypetrel: tarball });
  run(repo, 'npx', ['--no-install', 'husky']);
  write(repo, '.husky/pre-commit', 'node_modules/.bin/keypetrel hook run pre-commit -- "$@"\n');
  exercise(repo, 'husky', key);
}

function lefthook(tarball: string, key: string): void {
  const repo = npmProject('lefthook', { lefthook: VERSIONS.lefthook, keypetrel: tarball });
  write(
    repo,
    'lefthook.yml',
    'pre-commit:\n  commands:\n    keypetrel:\n      run: node_modules/.bin/keypetrel hook run pre-commit\n',
  );
  run(repo, 'npx', ['--no-install', 'lefthook', 'install']);
  exercise(repo, 'lefthook', key);
}

function lintStaged(tarball: string, key: string): void {
  const repo = npmProject('lint-staged', { 'lint-staged': VERSIONS['lint-staged'], keypetrel: tarball });
  write(repo, '.lintstagedrc.json', JSON.stringify({ '*': 'keypetrel --staged' }));
  write(repo, '.git/hooks/pre-commit', '#!/bin/sh\nexec npx --no-install lint-staged\n');
  chmodSync(join(repo, '.git/hooks/pre-commit'), 0o755);
  exercise(repo, 'lint-staged', key);
}

/** A commit with a key is refused, and one without passes. */
function exercise(repo: string, name: string, key: string): void {
  write(repo, 'config.env', `AZURE_OPENAI_API_KEY=${key}\n`);
  run(repo, 'git', ['add', '--all']);
  expectRefused(name, run(repo, 'git', ['commit', '-m', 'with a key'], [0, 1]), key);
  write(repo, 'config.env', 'AZURE_OPENAI_API_KEY=from the environment\n');
  run(repo, 'git', ['add', '--all']);
  const passed = run(repo, 'git', ['commit', '-m', 'without'], [0, 1]);
  if (passed.code !== 0) failures.push(`${name}: a commit without a key was refused`);
}

function expectRefused(name: string, { code, output }: Result, key: string): void {
  if (code !== 1) failures.push(`${name}: a key was not refused`);
  if (!output.includes('Azure OpenAI key')) failures.push(`${name}: the reason is not shown`);
  if (output.includes(key)) failures.push(`${name}: the key is shown`);
}

type Result = { readonly code: number | null; readonly output: string };

/** Runs a command, and prints it with what it printed. */
function run(
  cwd: string,
  command: string,
  args: readonly string[],
  okCodes: readonly number[] = [0],
): Result {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@example.com',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@example.com',
      npm_config_cache: process.env['npm_config_cache'] ?? join(process.env['HOME'] ?? folder, '.npm'),
    },
  });
  const output = `${stdout ?? ''}${stderr ?? ''}`;
  print(`\n$ ${[command, ...args].join(' ')}`);
  if (output !== '') print(output.trimEnd());
  print(`→ exit ${status}`);
  if (error !== undefined) throw error;
  if (!okCodes.includes(status ?? -1)) throw new Error(`${command} ended with ${status}`);
  return { code: status, output };
}

/** The temporary folder is of no interest to who reads it. */
function print(text: string): void {
  process.stdout.write(`${text.replaceAll(folder, '…')}\n`);
}

function repository(name: string): string {
  const path = join(folder, name);
  print(`\n=== ${name} ${VERSIONS[name as keyof typeof VERSIONS] ?? ''}`);
  run(folder, 'git', ['init', '--quiet', '--initial-branch=main', path]);
  write(path, '.gitignore', 'node_modules\n');
  return path;
}

function npmProject(name: string, devDependencies: Readonly<Record<string, string>>): string {
  const repo = repository(name);
  write(repo, 'package.json', JSON.stringify({ name: 'project', private: true, devDependencies }));
  run(repo, 'npm', ['install', '--no-audit', '--no-fund', '--silent']);
  return repo;
}

function write(repo: string, path: string, content: string): void {
  mkdirSync(dirname(join(repo, path)), { recursive: true });
  writeFileSync(join(repo, path), content);
}

function pack(): string {
  const { stdout } = spawnSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  return join(folder, (JSON.parse(stdout) as { filename: string }[])[0]?.filename ?? '');
}

/** A repository with what this one publishes, as pre-commit clones it: also what is not committed here yet. */
function publishedRepository(): { path: string; commit: string } {
  const path = join(folder, 'published');
  run(folder, 'git', ['init', '--quiet', path]);
  const files = ['dist', 'rules', 'package.json', 'README.md', 'LICENSE', '.pre-commit-hooks.yaml'];
  for (const file of files) cpSync(join(root, file), join(path, file), { recursive: true });
  run(path, 'git', ['add', '--all']);
  run(path, 'git', ['commit', '--quiet', '-m', 'publish']);
  return { path, commit: run(path, 'git', ['rev-parse', 'HEAD']).output.trim() };
}
