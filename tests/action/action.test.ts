import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fingerprintOf } from '../../src/credentials/fingerprint.ts';
import { bundledProgram } from '../support/bundled-program.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

const program = await bundledProgram('action.cjs');
const KEY = key('azure-openai-key', 1);
const LEAK = `KEY=${KEY}\n`;
const ZERO = '0'.repeat(40);

type Result = {
  readonly code: number | null;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
};

/** Runs the Action as the runner does: as a process, with an event, in a checkout. */
function runAction(
  checkout: string,
  name: string,
  payload: unknown,
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Result {
  const folder = temporaryFolder();
  const files = {
    event: join(folder, 'event.json'),
    output: join(folder, 'output'),
    summary: join(folder, 'summary'),
  };
  writeFileSync(files.event, JSON.stringify(payload));
  writeFileSync(files.output, '');
  writeFileSync(files.summary, '');
  const inputVariables = Object.entries(inputs).map(([input, value]) => [
    `INPUT_${input.toUpperCase()}`,
    value,
  ]);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
    cwd: checkout,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: checkout,
      GITHUB_EVENT_NAME: name,
      GITHUB_EVENT_PATH: files.event,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_REPOSITORY: 'contoso/app',
      ...Object.fromEntries(inputVariables),
      ...env,
    },
  });
  const outputs = readFileSync(files.output, 'utf8').trim().split('\n');
  return {
    code: status,
    log: stdout + stderr,
    summary: readFileSync(files.summary, 'utf8'),
    outputs: Object.fromEntries(outputs.map((line) => line.split(/=(.*)/s).slice(0, 2))),
  };
}

/** The repository at the server, where a person works, and the checkout of the runner. */
class Project {
  readonly server = GitRepo.create('--bare');
  readonly person = GitRepo.create();

  constructor() {
    this.person.git('remote', 'add', 'origin', this.server.folder);
    this.server.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  }

  push(...args: string[]): void {
    this.person.git('push', '--quiet', '--force', 'origin', ...args);
  }

  /** As actions/checkout leaves it. @param depth 0: the whole history, with all branches. */
  checkout(commit: string, depth = 0): string {
    const clone = new GitRepo(join(temporaryFolder(), 'work space'));
    mkdirSync(clone.folder);
    clone.git('init', '--quiet');
    clone.git('remote', 'add', 'origin', `file://${this.server.folder}`);
    const refs = depth === 0 ? ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'] : [];
    const limit = depth === 0 ? [] : [`--depth=${depth}`];
    clone.git('fetch', '--quiet', '--no-tags', ...limit, 'origin', commit, ...refs);
    clone.git('checkout', '--quiet', '--force', commit);
    return clone.folder;
  }
}

describe('events', () => {
  const clean = (project: Project) => project.person.commit('clean', { clean: 'clean\n' });
  const leak = (project: Project, path = 'src/.env') => project.person.commit('leak', { [path]: LEAK });

  test('a push: what it brings in, also when the last commit takes it out again, and nothing older', () => {
    const project = new Project();
    project.person.commit('old', { old: `OLD=${key('azure-openai-key', 9)}\n` });
    const before = clean(project);
    leak(project);
    project.person.git('rm', '--quiet', 'src/.env');
    const after = project.person.commit('removed');
    project.push('main');
    const result = runAction(project.checkout(after), 'push', { before, after, ref: 'refs/heads/main' });
    expect(result.code).toBe(1);
    expect(result.outputs).toEqual({
      credentials: '1',
      complete: 'true',
      'exit-code': '1',
      'sarif-file': '',
    });
    expect(result.log).toContain('::error');
    expect(result.summary).toContain('Azure OpenAI key');
    expect(result.log + result.summary).not.toContain(KEY);
  });

  test('a push without anything', () => {
    const project = new Project();
    const before = clean(project);
    const after = project.person.commit('more', { more: 'more\n' });
    project.push('main');
    const result = runAction(project.checkout(after), 'push', { before, after, ref: 'refs/heads/main' });
    expect(result).toMatchObject({ code: 0, outputs: { credentials: '0', complete: 'true' } });
    const nothing = runAction(project.checkout(after), 'push', {
      before: after,
      after,
      ref: 'refs/heads/main',
    });
    expect(nothing.code).toBe(0);
  });

  test('several new branches at once, the default one or not: each has what the other brings', () => {
    const project = new Project();
    clean(project);
    project.push('main');
    const after = leak(project);
    project.push('main:one', 'main:two');
    const repository = { default_branch: 'main' };
    for (const name of ['one', 'two']) {
      const event = { before: ZERO, after, ref: `refs/heads/${name}`, repository };
      expect(runAction(project.checkout(after), 'push', event).code).toBe(1);
    }
    const imported = { before: ZERO, after, ref: 'refs/heads/one', repository: { default_branch: 'one' } };
    expect(runAction(project.checkout(after), 'push', imported).code).toBe(1);
  });

  test('a new branch: what the default branch does not have', () => {
    const project = new Project();
    leak(project, 'old');
    project.push('main');
    project.person.git('checkout', '--quiet', '-b', 'new');
    project.push('new');
    const same = project.person.id('HEAD');
    const event = { before: ZERO, ref: 'refs/heads/new', repository: { default_branch: 'main' } };
    expect(runAction(project.checkout(same), 'push', { ...event, after: same }).code).toBe(0);
    const after = leak(project);
    project.push('new');
    expect(runAction(project.checkout(after), 'push', { ...event, after }).code).toBe(1);
  });

  test('the first push of all checks everything', () => {
    const project = new Project();
    leak(project);
    const after = clean(project);
    project.push('main');
    const event = { before: ZERO, after, ref: 'refs/heads/main' };
    expect(runAction(project.checkout(after), 'push', event).code).toBe(1);
  });

  test('a force push, also when what was there before is gone', () => {
    const project = new Project();
    clean(project);
    const before = project.person.commit('to be replaced', { a: 'a\n' });
    project.push('main');
    project.person.git('reset', '--quiet', '--hard', 'HEAD~1');
    const after = leak(project);
    project.push('main');
    const event = { before, after, ref: 'refs/heads/main', forced: true };
    expect(runAction(project.checkout(after), 'push', event).code).toBe(1);
    const lost = { ...event, before: '1'.repeat(40) };
    expect(runAction(project.checkout(after), 'push', lost)).toMatchObject({
      code: 1,
      outputs: { complete: 'true' },
    });
  });

  test('a tag: its message; and a deleted ref: nothing', () => {
    const project = new Project();
    const after = clean(project);
    project.push('main');
    project.person.git('tag', '-a', 'v1', '-m', `release ${LEAK}`);
    project.push('v1');
    const tag = project.person.id('v1');
    const event = { before: ZERO, after: tag, ref: 'refs/tags/v1' };
    expect(runAction(project.checkout(after), 'push', event).code).toBe(1);
    expect(runAction(project.checkout(after), 'push', { ...event, after: ZERO, deleted: true }).code).toBe(0);
    expect(runAction(project.checkout(after), 'delete', {}).code).toBe(0);
  });

  test('a pull request: its merge commit is checked out', () => {
    const project = new Project();
    const base = clean(project);
    project.push('main');
    project.person.git('checkout', '--quiet', '-b', 'topic');
    const head = leak(project);
    project.push('topic');
    project.person.git('checkout', '--quiet', '-b', 'merge', base);
    project.person.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'topic');
    const merge = project.person.id('HEAD');
    project.push('merge');
    const event = { pull_request: { number: 7, base: { sha: base }, head: { sha: head } } };
    const result = runAction(project.checkout(merge), 'pull_request', event);
    expect(result).toMatchObject({ code: 1, outputs: { credentials: '1' } });
    const group = { merge_group: { base_sha: base, head_sha: merge } };
    expect(runAction(project.checkout(merge), 'merge_group', group).code).toBe(1);
  });

  test('a pull request whose base went on: what others brought into it does not count', () => {
    const project = new Project();
    const base = clean(project);
    project.person.git('checkout', '--quiet', '-b', 'topic');
    const head = project.person.commit('topic', { topic: 'clean\n' });
    project.person.git('checkout', '--quiet', 'main');
    leak(project, 'of-others');
    project.push('main', 'topic');
    project.person.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'topic');
    const merge = project.person.id('HEAD');
    project.push('HEAD:merge');
    const event = { pull_request: { number: 7, base: { sha: base }, head: { sha: head } } };
    expect(runAction(project.checkout(merge), 'pull_request', event).code).toBe(0);
    expect(runAction(project.checkout(merge, 1), 'pull_request', event).code).toBe(0);
  });

  test('a pull request whose commits are not here and cannot be fetched is not green', () => {
    const project = new Project();
    const base = clean(project);
    project.push('main');
    const event = { pull_request: { number: 7, base: { sha: base }, head: { sha: '1'.repeat(40) } } };
    for (const name of ['pull_request', 'pull_request_target']) {
      expect(runAction(project.checkout(base), name, event)).toMatchObject({
        code: 3,
        outputs: { credentials: '0', complete: 'false' },
      });
    }
  });

  test.each(['schedule', 'workflow_dispatch', 'repository_dispatch'])('%s: everything', (name) => {
    const project = new Project();
    leak(project);
    project.person.git('rm', '--quiet', 'src/.env');
    const after = project.person.commit('removed', { clean: 'clean\n' });
    project.push('main');
    expect(runAction(project.checkout(after), name, {}).code).toBe(1);
  });
});

describe('a shallow checkout', () => {
  function pushed(): { project: Project; before: string; after: string } {
    const project = new Project();
    const before = project.person.commit('clean', { clean: 'clean\n' });
    project.person.commit('leak', { leak: LEAK });
    project.person.git('rm', '--quiet', 'leak');
    const after = project.person.commit('removed');
    project.push('main');
    return { project, before, after };
  }

  test('is deepened', () => {
    const { project, before, after } = pushed();
    const event = { before, after, ref: 'refs/heads/main' };
    const result = runAction(project.checkout(after, 1), 'push', event);
    expect(result).toMatchObject({ code: 1, outputs: { credentials: '1', complete: 'true' } });
    expect(runAction(project.checkout(after, 1), 'schedule', {}).code).toBe(1);
  });

  test('gets the branches, to scan them and to compare with them', () => {
    const project = new Project();
    project.person.commit('leak', { old: LEAK });
    project.push('main');
    project.person.git('checkout', '--quiet', '-b', 'new');
    const after = project.person.commit('clean', { clean: 'clean\n' });
    project.push('new');
    const event = { before: ZERO, after, ref: 'refs/heads/new', repository: { default_branch: 'main' } };
    expect(runAction(project.checkout(after, 1), 'push', event).code).toBe(0);
    project.person.git('checkout', '--quiet', '--orphan', 'other');
    project.person.git('rm', '--quiet', '-r', '--force', '.');
    const other = project.person.commit('other', { other: 'clean\n' });
    project.push('other');
    expect(runAction(project.checkout(other, 1), 'schedule', {}).code).toBe(1);
  });

  test('is never green when it cannot be or may not be', () => {
    const { project, before, after } = pushed();
    const event = { before, after, ref: 'refs/heads/main' };
    const forbidden = runAction(project.checkout(after, 1), 'push', event, { 'fetch-history': 'false' });
    expect(forbidden.code).toBe(3);
    const checkout = project.checkout(after, 1);
    new GitRepo(checkout).git('remote', 'set-url', 'origin', '/nowhere');
    const failed = runAction(checkout, 'push', event);
    expect(failed.code).toBe(3);
    expect(failed.log).toContain('check out with "fetch-depth: 0"');
    expect(runAction(checkout, 'schedule', {}).code).toBe(3);
  });

  test('is enough when it holds all that was pushed', () => {
    const { project } = pushed();
    const before = project.person.id('HEAD');
    const after = project.person.commit('one more', { more: 'more\n' });
    project.push('main');
    const event = { before, after, ref: 'refs/heads/main' };
    const result = runAction(project.checkout(after, 2), 'push', event, { 'fetch-history': 'false' });
    expect(result.code).toBe(0);
  });
});

describe('inputs and outputs', () => {
  function leaking(): { checkout: string; event: unknown } {
    const project = new Project();
    const before = project.person.commit('clean', { 'a/clean': 'clean\n' });
    const after = project.person.commit('leak', { '::add-mask::x\nodd/.env': LEAK });
    project.push('main');
    return { checkout: project.checkout(after), event: { before, after, ref: 'refs/heads/main' } };
  }

  test('writes the reports that are asked for, and lets nothing in a name pass for a command', () => {
    const { checkout, event } = leaking();
    const inputs = { 'sarif-file': 'out/k.sarif', 'json-file': 'out/k.json' };
    const { code, outputs, log } = runAction(checkout, 'push', event, inputs);
    expect(code).toBe(1);
    expect(outputs['sarif-file']).toBe(join(checkout, 'out/k.sarif'));
    const sarif = JSON.parse(readFileSync(join(checkout, 'out/k.sarif'), 'utf8'));
    expect(sarif.runs[0].results).toHaveLength(1);
    expect(JSON.parse(readFileSync(join(checkout, 'out/k.json'), 'utf8')).credentials).toHaveLength(1);
    expect(commandsIn(log).filter((line) => line.startsWith('::add-mask'))).toEqual([]);
  });

  test('only reports with fail-on: never; a higher bar passes what is below it', () => {
    const { checkout, event } = leaking();
    expect(runAction(checkout, 'push', event, { 'fail-on': 'never' })).toMatchObject({
      code: 0,
      outputs: { credentials: '1', 'exit-code': '1' },
    });
    expect(runAction(checkout, 'push', event, { path: 'a' })).toMatchObject({ code: 0 });
  });

  test('uses the configuration that it is told of, and no other', () => {
    const { checkout, event } = leaking();
    const allowing = 'allow: { regexes: ["."] }\n';
    for (const name of ['keypetrel.yaml', '.keypetrel.yaml']) writeFileSync(join(checkout, name), allowing);
    expect(runAction(checkout, 'push', event)).toMatchObject({ code: 1 });
    expect(runAction(checkout, 'push', event, { config: 'keypetrel.yaml' })).toMatchObject({
      code: 0,
      outputs: { credentials: '0' },
    });
    writeFileSync(join(checkout, 'off.toml'), '[rules]\ndisable = ["azure-ai-key", "openai-key"]\n');
    expect(runAction(checkout, 'push', event, { config: 'off.toml' })).toMatchObject({ code: 0 });
  });

  test('writes no report through a link that a branch brought along', () => {
    const { checkout, event } = leaking();
    const outside = temporaryFolder();
    symlinkSync(join(outside, 'profile'), join(checkout, 'report.json'));
    symlinkSync(outside, join(checkout, 'reports'));
    for (const file of ['report.json', 'reports/k.json']) {
      const { code, log } = runAction(checkout, 'push', event, { 'json-file': file });
      expect(code).toBe(2);
      expect(log).toContain(`no report is written to "${file}"`);
    }
    expect(readdirSync(outside)).toEqual([]);
    expect(runAction(checkout, 'push', event, { 'json-file': join(outside, 'k.json') }).code).toBe(1);
    expect(readdirSync(outside)).toEqual(['k.json']);
  });

  test('warns of a pull request that changes the configuration by which it is checked', () => {
    const project = new Project();
    const base = project.person.commit('base', { 'keypetrel.yaml': 'scan: { minConfidence: low }\n' });
    const clean = project.person.commit('clean', { a: 'clean\n' });
    const head = project.person.commit('head', {
      'keypetrel.yaml': 'allow: { regexes: ["."] }\n',
      '.env': LEAK,
    });
    project.push('main');
    const warning = '::warning title=keypetrel::the pull request changes "keypetrel.yaml"';
    for (const [sha, isWarned] of [
      [clean, false],
      [head, true],
    ] as const) {
      const event = { pull_request: { number: 7, base: { sha: base }, head: { sha } } };
      const { code, log } = runAction(project.checkout(sha), 'pull_request', event, {
        config: 'keypetrel.yaml',
      });
      expect({ code, isWarned: log.includes(warning) }).toEqual({ code: 0, isWarned });
    }
  });

  test('warns of a pull request that changes what it lets pass', () => {
    const project = new Project();
    const none = '{"schemaVersion": 1, "credentials": []}';
    const base = project.person.commit('base', { 'known.json': none });
    const head = project.person.commit('head', {
      'known.json': `${none}\n`,
      '.keypetrelignore': '.env\n',
      '.env': LEAK,
    });
    project.push('main');
    const event = { pull_request: { number: 7, base: { sha: base }, head: { sha: head } } };
    const warnedOf = (inputs: Record<string, string>) => {
      const { log } = runAction(project.checkout(head), 'pull_request', event, inputs);
      return [...log.matchAll(/::warning.*the pull request changes "(.*?)"/g)].map(([, path]) => path);
    };
    expect(warnedOf({})).toEqual(['.keypetrelignore']);
    expect(warnedOf({ baseline: 'known.json' })).toEqual(['known.json', '.keypetrelignore']);
    expect(warnedOf({ baseline: 'known.json', 'no-ignore': 'true' })).toEqual(['known.json']);
  });

  test('reports only what is not in the baseline, and counts what is', () => {
    const { checkout, event } = leaking();
    const fingerprint = fingerprintOf('azure-ai-key', KEY);
    const known = { schemaVersion: 1, credentials: [{ fingerprint, rule: 'azure-openai-key', path: null }] };
    writeFileSync(join(checkout, 'known.json'), JSON.stringify(known));
    const inputs = { baseline: 'known.json', 'sarif-file': 'k.sarif', 'json-file': 'k.json' };
    const { code, summary, outputs } = runAction(checkout, 'push', event, inputs);
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ credentials: '0' });
    expect(summary).toContain('1 credential known in the baseline');
    expect(JSON.parse(readFileSync(join(checkout, 'k.json'), 'utf8')).suppressed.baseline).toBe(1);
    // GitHub would open an alert for it, whatever stands beside it.
    expect(JSON.parse(readFileSync(join(checkout, 'k.sarif'), 'utf8')).runs[0].results).toEqual([]);
  });

  test('takes notice of an ignore file, unless it is told not to', () => {
    const { checkout, event } = leaking();
    writeFileSync(join(checkout, '.keypetrelignore'), `.env\nkp1:${'0a'.repeat(20)} until 2020-01-31 x\n`);
    const ignoring = runAction(checkout, 'push', event);
    expect(ignoring).toMatchObject({ code: 0, outputs: { credentials: '0' } });
    expect(ignoring.summary).toContain('1 credential ignored');
    expect(ignoring.log).toContain('was ignored until 2020-01-31');
    expect(runAction(checkout, 'push', event, { 'no-ignore': 'true' })).toMatchObject({ code: 1 });
  });

  test.each([
    [{ baseline: 'nowhere.json' }, 'cannot read the baseline'],
    [{ mode: 'all' }, 'the input "mode" is "all", and not one of auto, changes, everything'],
    [{ 'min-confidence': 'maybe' }, 'the input "min-confidence" is "maybe"'],
    [{ config: 'nowhere.yaml' }, 'nowhere.yaml'],
  ])('refuses %j with one annotation', (inputs, message) => {
    const { checkout, event } = leaking();
    const { code, log } = runAction(checkout, 'push', event, inputs);
    expect(code).toBe(2);
    const errors = commandsIn(log).filter((line) => line.startsWith('::error'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(message);
  });

  test('fails where there is no repository', () => {
    expect(runAction(temporaryFolder(), 'push', {})).toMatchObject({
      code: 2,
      log: expect.stringContaining('check it out first'),
    });
  });
});

describe('the comment on a pull request', () => {
  type Asked = { readonly method: string; readonly url: string; readonly body: string };
  const asked: Asked[] = [];
  let comments: { id: number; body: string; user: { type: string; login: string } }[] = [];
  const bot = { type: 'Bot', login: 'github-actions[bot]' };
  const person = { type: 'User', login: 'ada' };
  let status = 200;
  /** Whom the token belongs to. */
  let owner = 'github-actions[bot]';
  let server: Server;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        asked.push({ method: request.method ?? '', url: request.url ?? '', body });
        response.writeHead(status, { 'content-type': 'application/json' });
        const answer = request.url === '/user' ? { login: owner } : comments;
        response.end(JSON.stringify(request.method === 'GET' ? answer : { id: 1 }));
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  });
  afterAll(() => server.close());

  /** A process of its own: the server has to answer while the Action runs. */
  async function comment(content: string): Promise<Result> {
    const project = new Project();
    const base = project.person.commit('clean', { clean: 'clean\n' });
    const head = project.person.commit('head', { '.env': content });
    project.push('main');
    const checkout = project.checkout(head);
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const event = { pull_request: { number: 7, base: { sha: base }, head: { sha: head } } };
    asked.length = 0;
    const file = join(temporaryFolder(), 'event.json');
    writeFileSync(file, JSON.stringify(event));
    const { spawn } = await import('node:child_process');
    const child = spawn(process.execPath, [program], {
      cwd: checkout,
      env: {
        PATH: process.env['PATH'],
        HOME: temporaryFolder(),
        GITHUB_WORKSPACE: checkout,
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_EVENT_PATH: file,
        GITHUB_REPOSITORY: 'contoso/app',
        GITHUB_API_URL: `http://127.0.0.1:${port}`,
        INPUT_COMMENT: 'true',
        'INPUT_GITHUB-TOKEN': 'made up',
      },
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk));
    const code = await new Promise<number | null>((done) => child.on('close', done));
    return { code, log, summary: '', outputs: {} };
  }

  test('is made when something is found, once, and brought up to date', async () => {
    status = 200;
    comments = [{ id: 5, body: 'somebody else', user: bot }];
    expect((await comment(LEAK)).code).toBe(1);
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /repos/contoso/app/issues/7/comments?per_page=100&page=1',
      'POST /repos/contoso/app/issues/7/comments',
    ]);
    expect(asked[1]?.body).toContain('Azure OpenAI key');
    expect(asked[1]?.body).not.toContain(KEY);
    comments = [{ id: 6, body: JSON.parse(asked[1]?.body ?? '{}').body, user: bot }];
    await comment('clean\n');
    expect(asked.map(({ method, url }) => `${method} ${url}`)[1]).toBe(
      'PATCH /repos/contoso/app/issues/comments/6',
    );
  });

  test('is none that somebody else wrote with our mark, who could change it', async () => {
    status = 200;
    comments = [{ id: 7, body: '<!-- keypetrel -->\nall is well', user: person }];
    await comment(LEAK);
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST']);
    owner = person.login;
    await comment(LEAK);
    expect(asked.map(({ method, url }) => `${method} ${url}`).at(-1)).toBe(
      'PATCH /repos/contoso/app/issues/comments/7',
    );
  });

  test('is not made when nothing is found', async () => {
    status = 200;
    comments = [];
    expect((await comment('clean\n')).code).toBe(0);
    expect(asked.map(({ method }) => method)).toEqual(['GET']);
  });

  test('is left out with a word where the token may not, and the result stays what it is', async () => {
    status = 403;
    const { code, log } = await comment(LEAK);
    expect(code).toBe(1);
    expect(log).toContain('no comment on the pull request: the token may not do that (403)');
  });
});

describe('action.yml', () => {
  test('names the inputs that the program reads, and runs what is bundled', () => {
    const text = readFileSync(resolve(import.meta.dirname, '../../action.yml'), 'utf8');
    expect(text).toContain('using: node24');
    expect(text).toContain('main: dist/action.cjs');
    const source = readFileSync(resolve(import.meta.dirname, '../../src/action/inputs.ts'), 'utf8');
    const read = [...source.matchAll(/\(env, '([a-z-]+)'/g)].map((match) => match[1]);
    const declared = [...(text.split('outputs:')[0] ?? '').matchAll(/^ {2}([a-z-]+):$/gm)].map(
      (match) => match[1],
    );
    expect(new Set(read)).toEqual(new Set(declared));
  });

  test('is told in the README, each input and output', () => {
    const text = readFileSync(resolve(import.meta.dirname, '../../action.yml'), 'utf8');
    const { inputs, outputs } = parse(text) as Record<'inputs' | 'outputs', object>;
    const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');
    const [, section = ''] = /^### In GitHub Actions\n(.*?)^### /ms.exec(readme) ?? [];
    const rows = section.split('\n').filter((line) => line.startsWith('| `'));
    const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)]);
    expect(told.map(([, name]) => name)).toEqual(
      expect.arrayContaining([...Object.keys(inputs), ...Object.keys(outputs)]),
    );
  });
});

/** What the runner would take for commands: lines that begin like one, but for those it was told to pass over. */
function commandsIn(log: string): string[] {
  const commands: string[] = [];
  let end: string | null = null;
  for (const line of log.split('\n')) {
    if (end !== null) {
      if (line === end) end = null;
      continue;
    }
    const stop = /^::stop-commands::(.+)$/.exec(line)?.[1];
    if (stop !== undefined) end = `::${stop}::`;
    else if (line.startsWith('::')) commands.push(line);
  }
  return commands;
}
