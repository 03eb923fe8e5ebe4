/** `keypetrel explain` in the program as it is published, on real repositories. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../src/credentials/fingerprint.ts';
import { type BuiltProgram, buildProgram, type RunOptions, runProgram } from '../cli/support.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';
import { expectNoPieceOf } from '../support/no-secret.ts';

let program: BuiltProgram;
beforeAll(async () => {
  program = await buildProgram('real');
});
afterAll(async () => {
  await program.remove();
});

const run = (args: readonly string[], options: RunOptions = {}) =>
  runProgram(program, ['explain', ...args], { cwd: temporaryFolder(), ...options });

const azure = key('azure-openai-key', 1);
const legacy = key('azure-legacy-key', 1);
const azureFingerprint = fingerprintOf('azure-ai-key', azure);
const legacyFingerprint = fingerprintOf('azure-ai-legacy-key', legacy);

/** A key that is strong in history, weaker in the files, and stands in two of them. */
function repository(): GitRepo {
  const repo = GitRepo.create();
  repo.commit('one', {
    'config/.env': `AZURE_OPENAI_API_KEY=${legacy}\nENDPOINT=https://contoso.openai.azure.com\n`,
  });
  repo.commit('two', { 'config/.env': 'nothing\n', 'notes.txt': `azure_token = ${legacy}\n` });
  repo.write('more.txt', `azure token: ${legacy}\nx=${azure}\n`);
  return repo;
}

describe('keypetrel explain FINGERPRINT', () => {
  test.each([
    ['in full', (fingerprint: string) => fingerprint],
    ['by its first 8 characters', (fingerprint: string) => fingerprint.slice(0, 12)],
    ['without its prefix', (fingerprint: string) => fingerprint.slice(4, 20)],
    ['in upper case', (fingerprint: string) => fingerprint.slice(4, 20).toUpperCase()],
  ])('explains the strongest of its places, named %s', async (_, name) => {
    const { folder } = repository();
    const { code, stdout, stderr } = await run([name(legacyFingerprint), folder]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^1 {2}Azure OpenAI key \(32 hex\) \S+ \(rule azure-openai-legacy-key, pattern hex32\)\n {3}config\/\.env:1:22 \(in commit [0-9a-f]{8}\)\n/,
    );
    expect(stdout).toMatch(/Verdict +reported\n/);
    expect(stdout).toMatch(/ \+\d+ is given under the name "AZURE_OPENAI_API_KEY"/);
    expect(stdout).toMatch(/ \+\d+ the host contoso\.openai\.azure\.com stands near it/);
    expect(stdout).toMatch(/Not counted +\+\d+ is given under the name/);
    expect(stdout).toMatch(/Sum +\d+: high confidence \(low from \d+ on, medium from \d+, high from \d+\)/);
    expect(stdout).toMatch(/Also in +notes\.txt:1:15, where it is of low confidence\n/);
    expect(stdout).toContain(`Fingerprint ${legacyFingerprint}`);
    expect(stdout).toMatch(/it would be no credential with any one of these\n +- with -\d+: /);
    expectNoPieceOf(legacy, stdout);
  });

  test('explains what is not reported for its confidence', async () => {
    const { folder } = repository();
    const { code, stdout } = await run([legacyFingerprint, '--files', folder]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Verdict +not reported: only medium confidence and more is\n/);
    expect(stdout).toMatch(/it would be of (?:medium|high) confidence/);
    const asked = await run([legacyFingerprint, '--files', '--min-confidence', 'low', folder]);
    expect(asked.stdout).toMatch(/Verdict +reported\n/);
  });

  test('looks where a scan would look', async () => {
    const { folder } = repository();
    const places = async (...args: string[]) =>
      JSON.parse((await run([legacyFingerprint, '-f', 'json', ...args])).stdout).explanations[0].places.map(
        ({ path, source }: { path: string; source: string }) => `${source} ${path}`,
      );
    expect(await places('--history', folder)).toEqual(['blob config/.env', 'blob notes.txt']);
    expect((await places('--files', folder)).sort()).toEqual(['file more.txt', 'file notes.txt']);
    expect(await places(join(folder, 'more.txt'))).toEqual(['file more.txt']);
    expect(await places('--files', '--exclude', 'more.txt', folder)).toEqual(['file notes.txt']);
  });

  test('explains what a configuration allows or makes of it', async () => {
    const { folder } = repository();
    const config = join(temporaryFolder(), 'c.yaml');
    writeFileSync(
      config,
      `allow: {fingerprints: ["${azureFingerprint}"]}\nweights: {azure-ai-legacy-key: {evidence: {host: 40}}}\n`,
    );
    expect((await run([azureFingerprint, '-c', config, folder])).stdout).toMatch(
      /Verdict +not reported: the configuration allows it\n/,
    );
    expect((await run([legacyFingerprint, '-c', config, folder])).stdout).toMatch(/ \+40 the host contoso/);
  });

  test('explains a text that is dismissed wherever it stands', async () => {
    const folder = temporaryFolder();
    const made = '0123456789abcdef'.repeat(2);
    writeFileSync(join(folder, 'a.env'), `x\nAZURE_OPENAI_KEY=${made}\n`);
    const { code, stdout } = await run([fingerprintOf('azure-ai-legacy-key', made), folder]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/a\.env:2:18\n/);
    expect(stdout).toMatch(/Verdict +no credential: it looks made up: /);
    expect(stdout).toMatch(/it would be of high confidence\n +- if it were not that it looks made up/);
  });

  test('counts a host that another file names', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), `AZURE_OPENAI_KEY=${legacy}\n`);
    writeFileSync(join(folder, 'config.yaml'), 'endpoint: https://contoso.openai.azure.com\n');
    const { stdout } = await run([legacyFingerprint, '-f', 'json', folder]);
    const [explanation] = JSON.parse(stdout).explanations;
    const counted = explanation.evidence.filter(({ counts }: { counts: boolean }) => counts);
    expect(counted).toContainEqual(
      expect.objectContaining({ view: 'host-repository', detail: expect.stringContaining('config.yaml') }),
    );
    expect(counted.reduce((sum: number, { weight }: { weight: number }) => sum + weight, 0)).toBe(
      explanation.sum,
    );
  });

  test('tells what stood there before the next commit, and what is not asked for', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { 'a.env': `K=${azure}\n`, 'b.env': 'x\n' });
    repo.write('a.env', `K=${azure}\nmore\n`);
    repo.git('add', '.');
    const verdict = async (...args: string[]) =>
      /Verdict +(.*)/.exec((await run([azureFingerprint, ...args])).stdout)?.[1];
    expect(await verdict('--staged', repo.folder)).toBe('not reported: it stood in the same file before');
    expect(await verdict('--history', join(repo.folder, 'b.env'))).toBe(
      'not reported: it stands outside of what was asked for',
    );
    expect(await verdict('--range', 'HEAD~1..HEAD', repo.folder)).toBeUndefined();
    repo.commit('two', { 'c.env': `K=${legacy} azure openai key\nL=${azure}\n` });
    expect(await verdict('--range', 'HEAD~1..HEAD', repo.folder)).toBe('reported');
  });

  test('says in one line when nothing has it', async () => {
    const { folder } = repository();
    expect(await run(['kp1:deadbeef', folder])).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr:
        'keypetrel: nothing in what was scanned has the fingerprint kp1:deadbeef; "keypetrel -f json" lists those of all credentials\n',
    });
  });

  test('says in one line what a fingerprint is', async () => {
    for (const name of [
      'kp1:1234567',
      'deadbeeg',
      'kp2:12345678',
      '../a',
      `kp1:${'a'.repeat(41)}`,
      '\u001b[31m12345678',
    ]) {
      const { code, stdout, stderr } = await run([name]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^keypetrel: "[^\n\u001b]+" is no fingerprint: [^\n]+\n$/);
    }
  });

  test('asks for more of one that begins like another', async () => {
    const seen = new Map<string, string>();
    let pair: [string, string] | null = null;
    for (let number = 1; pair === null && number < 600_000; number++) {
      const secret = syntheticHex(number);
      const begin = fingerprintOf('azure-ai-legacy-key', secret).slice(0, 12);
      const other = seen.get(begin);
      if (other !== undefined) pair = [other, secret];
      seen.set(begin, secret);
    }
    if (pair === null) throw new Error('no two fingerprints begin alike');
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'a.env'),
      pair.map((secret, at) => `AZURE_OPENAI_KEY_${at}=${secret}\n`).join(''),
    );
    const [one, other] = pair.map((secret) => fingerprintOf('azure-ai-legacy-key', secret));
    const begin = one?.slice(0, 12) ?? '';
    const { code, stderr } = await run([begin, folder]);
    expect(code).toBe(2);
    expect(stderr).toBe(`keypetrel: "${begin}" is the beginning of 2 fingerprints: ${one}, ${other}\n`);
    expect((await run([one ?? '', folder])).code).toBe(0);
  });

  test('ends with 3 when it may be in what could not be read', async () => {
    const repo = repository();
    const blob = repo.id('HEAD:notes.txt');
    repo.git('rm', '--quiet', 'notes.txt');
    repo.commit('three');
    rmSync(repo.looseFile(blob), { force: true });
    const { code, stdout, stderr } = await run(['kp1:deadbeef', repo.folder]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain(
      'nothing in what was scanned has the fingerprint kp1:deadbeef, but something could not be read\n',
    );
    // What is found is explained all the same, and the gap is told.
    const found = JSON.parse((await run([azureFingerprint, '-f', 'json', repo.folder])).stdout);
    expect(found).toMatchObject({ complete: false, explanations: [{ fingerprint: azureFingerprint }] });
  });
});

describe('keypetrel explain -', () => {
  test('explains everything that matches, also what is not reported', async () => {
    const input = `AZURE_OPENAI_API_KEY=${legacy}\nAZURE_OPENAI_KEY=${'0123456789abcdef'.repeat(2)}\nazure_md5=${key('azure-legacy-key', 2)}\n`;
    const { code, stdout, stderr } = await run(['-'], { input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/Verdict +.*/g)).toEqual([
      expect.stringMatching(/reported$/),
      expect.stringMatching(/no credential: it looks made up: .+$/),
      expect.stringMatching(/no credential: the evidence adds up to -\d+, and low confidence needs \d+$/),
    ]);
    expectNoPieceOf(legacy, stdout);
  });

  test('says what was long enough and matches nothing', async () => {
    const { code, stdout } = await run(['-'], { input: `KEY=${azure.slice(1)}\n` });
    expect(code).toBe(0);
    expect(stdout).toBe(
      'No pattern matches anything in this text.\nLong enough for a key, and no pattern matches: <stdin>:1:5 (83 characters).\n',
    );
  });

  test('uses rules of one’s own, and what is allowed', async () => {
    const config = join(temporaryFolder(), 'c.toml');
    writeFileSync(config, '[allow]\nregexes = ["^[0-9a-f]{32}$"]\n');
    const { stdout } = await run(['-', '-c', config], { input: `AZURE_OPENAI_API_KEY=${legacy}` });
    expect(stdout).toMatch(/Verdict +not reported: the configuration allows it/);
  });

  test('refuses more than a text', async () => {
    const { code, stdout, stderr } = await run(['-'], { input: 'x'.repeat(1024 * 1024 + 1) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('keypetrel: standard input holds more than 1 MiB: give "keypetrel explain -" less\n');
  });

  test('ends when it is interrupted while it waits', async () => {
    const start = performance.now();
    const result = await run(['-', '--log-level', 'debug'], { signals: ['SIGINT'] });
    expect(result.code).toBe(130);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test('the report for people names the command', async () => {
  const { folder } = repository();
  const { stdout } = await runProgram(program, ['scan', folder]);
  const [, command] = /Explain +keypetrel (explain kp1:[0-9a-f]{12}) shows/.exec(stdout) ?? [];
  expect(command).toBeDefined();
  const { code } = await run([...(command ?? '').split(' ').slice(1), folder]);
  expect(code).toBe(0);
  const { stdout: ofText } = await runProgram(program, ['--stdin'], { input: `K=${azure}` });
  expect(ofText).toMatch(/Explain +keypetrel explain - shows/);
});

/** Made-up keys, many and quickly: a step through all 128-bit numbers, with the shape of the key. */
function syntheticHex(number: number): string {
  const hex = ((0x9e3779b97f4a7c15f39cc0605cedc834n * BigInt(number)) % (1n << 128n))
    .toString(16)
    .padStart(32, '0');
  return `${hex.slice(0, 12)}4${hex.slice(13, 16)}8${hex.slice(17)}`;
}
