/**
 * `npm run frameworks`: installs each hook framework, has it refuse a commit with a key and let one without pass, and
 * prints what happened. Needs Python 3 with venv, npm, and their registries.
 */
import { chmodSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { npmPack } from '../package/npm.ts';
import { readFixtureExpander } from '../support/fixture-expander.ts';
import { Transcript } from '../support/transcript.ts';

/** Versions are pinned: what is tested is our side. */
const VERSIONS = {
  'pre-commit': '4.6.2',
  husky: '9.1.7',
  lefthook: '2.2.2',
  'lint-staged': '16.2.7',
} as const;

const root = process.cwd();
const transcript = new Transcript('frameworks');
const { folder } = transcript;
try {
  const { filename } = await npmPack(root, '--pack-destination', folder);
  const tarball = join(folder, filename);
  const key = (await readFixtureExpander(root))('{{azure-openai-key:1}}');
  preCommit(key);
  husky(tarball, key);
  lefthook(tarball, key);
  lintStaged(tarball, key);
} finally {
  transcript.finish();
}

function preCommit(key: string): void {
  const venv = join(folder, 'venv');
  transcript.run(folder, 'python3', ['-m', 'venv', venv]);
  transcript.run(folder, join(venv, 'bin/pip'), [
    'install',
    '--quiet',
    `pre-commit==${VERSIONS['pre-commit']}`,
  ]);
  const source = publishedRepository();
  const repo = repository('pre-commit');
  transcript.write(
    repo,
    '.pre-commit-config.yaml',
    `repos:\n  - repo: ${source.path}\n    rev: ${source.commit}\n    hooks:\n      - id: keypetrel\n        language_version: system\n`,
  );
  const program = join(venv, 'bin/pre-commit');
  transcript.run(repo, program, ['install', '--hook-type', 'pre-commit', '--hook-type', 'pre-push']);
  transcript.exercise(repo, 'pre-commit', key);
  commitPastTheHook(repo, key);
  transcript.expectRefused(
    'pre-commit run --all-files',
    transcript.run(repo, program, ['run', '--all-files'], { okCodes: [0, 1] }),
    key,
  );
  expectPushRefused(repo, 'pre-commit', key);
}

function husky(tarball: string, key: string): void {
  const repo = npmProject('husky', { husky: VERSIONS.husky, keypetrel: tarball });
  transcript.run(repo, 'npx', ['--no-install', 'husky']);
  const run = (hook: string) => `node_modules/.bin/keypetrel hook run ${hook} -- "$@"\n`;
  for (const hook of ['pre-commit', 'pre-push']) transcript.write(repo, `.husky/${hook}`, run(hook));
  transcript.exercise(repo, 'husky', key);
  commitPastTheHook(repo, key);
  expectPushRefused(repo, 'husky', key);
}

function lefthook(tarball: string, key: string): void {
  const repo = npmProject('lefthook', { lefthook: VERSIONS.lefthook, keypetrel: tarball });
  transcript.write(
    repo,
    'lefthook.yml',
    `pre-commit:
  commands:
    keypetrel:
      run: node_modules/.bin/keypetrel hook run pre-commit
pre-push:
  commands:
    keypetrel:
      run: node_modules/.bin/keypetrel hook run pre-push -- {1}
      use_stdin: true
`,
  );
  transcript.run(repo, 'npx', ['--no-install', 'lefthook', 'install']);
  transcript.exercise(repo, 'lefthook', key);
  commitPastTheHook(repo, key);
  expectPushRefused(repo, 'lefthook', key);
}

function lintStaged(tarball: string, key: string): void {
  const repo = npmProject('lint-staged', { 'lint-staged': VERSIONS['lint-staged'], keypetrel: tarball });
  transcript.write(repo, '.lintstagedrc.json', JSON.stringify({ '*': 'keypetrel --staged' }));
  transcript.write(repo, '.git/hooks/pre-commit', '#!/bin/sh\nexec npx --no-install lint-staged\n');
  chmodSync(join(repo, '.git/hooks/pre-commit'), 0o755);
  transcript.exercise(repo, 'lint-staged', key);
}

function commitPastTheHook(repo: string, key: string): void {
  transcript.write(repo, 'old.env', `KEY=${key}\n`);
  transcript.run(repo, 'git', ['add', '--all']);
  transcript.run(repo, 'git', ['commit', '--quiet', '--no-verify', '-m', 'past the hook']);
}

/** A push with a key is refused, and one without passes. */
function expectPushRefused(repo: string, name: string, key: string): void {
  const remote = join(folder, `${name}.git`);
  transcript.run(folder, 'git', ['init', '--quiet', '--bare', remote]);
  transcript.run(repo, 'git', ['remote', 'add', 'origin', remote]);
  const push = (commit: string) =>
    transcript.run(repo, 'git', ['push', '--quiet', 'origin', `${commit}:refs/heads/main`], {
      okCodes: [0, 1],
    });
  if (push('HEAD~1').code !== 0) transcript.failures.push(`${name}: a push without a key was refused`);
  const refused = push('HEAD');
  transcript.expectRefused(`${name} at pre-push`, refused, key);
  if (!refused.output.includes('push BLOCKED'))
    transcript.failures.push(`${name}: a push is taken for a commit`);
}

function repository(name: keyof typeof VERSIONS): string {
  transcript.print(`\n=== ${name} ${VERSIONS[name]}`);
  return transcript.repository(name);
}

function npmProject(name: keyof typeof VERSIONS, devDependencies: Readonly<Record<string, string>>): string {
  const repo = repository(name);
  transcript.write(repo, 'package.json', JSON.stringify({ name: 'project', private: true, devDependencies }));
  transcript.run(repo, 'npm', ['install', '--no-audit', '--no-fund', '--silent']);
  return repo;
}

/** A repository with what this one publishes, as pre-commit clones it: also what is not committed here yet. */
function publishedRepository(): { path: string; commit: string } {
  const path = join(folder, 'published');
  transcript.run(folder, 'git', ['init', '--quiet', path]);
  const files = ['dist', 'rules', 'package.json', 'README.md', 'LICENSE', '.pre-commit-hooks.yaml'];
  for (const file of files) cpSync(join(root, file), join(path, file), { recursive: true });
  transcript.run(path, 'git', ['add', '--all']);
  transcript.run(path, 'git', ['commit', '--quiet', '-m', 'publish']);
  return { path, commit: transcript.run(path, 'git', ['rev-parse', 'HEAD']).output.trim() };
}
