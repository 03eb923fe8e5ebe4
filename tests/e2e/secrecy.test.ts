/**
 * Nothing that the program writes holds a secret, wherever in a repository it stands: no format, log, error, baseline
 * or cache, and neither in clear nor encoded.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeFailure } from '../../src/cli/failure.ts';
import { LOG_LEVELS } from '../../src/cli/option-tables.ts';
import { run } from '../../src/cli/run.ts';
import { REPORT_FORMAT_NAMES } from '../../src/report/index.ts';
import { makeHost } from '../cli/fake-host.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';
import { SAMPLES, SecretSearch } from '../support/secret-search.ts';

/** What a planted key is written like. */
const ENCODINGS: Readonly<Record<string, (secret: string) => string | Buffer>> = {
  plain: (secret) => secret,
  name: (secret) => `AZURE_OPENAI_API_KEY=${secret}`,
  quoted: (secret) => `client = AzureOpenAI(api_key="${secret}")  # gitleaks:allow`,
  percent: (secret) => `https://contoso.openai.azure.com/?api-key=${encodeURIComponent(secret)}&v=1`,
  base64: (secret) => Buffer.from(`KEY=${secret}`).toString('base64'),
  secretData: (secret) => `data:\n  key: ${Buffer.from(secret).toString('base64')}\n`,
  escaped: (secret) => `{"key": "\\u0041\\n${secret}\\n"}`,
  utf16: (secret) => Buffer.from(`\ufeffOPENAI_API_KEY=${secret}\n`, 'utf16le'),
  twice: (secret) => `"${secret}":"${secret}"`,
};

/** Where a key stands that is not in the content of a file. */
const NAMES: Readonly<Record<string, (repo: GitRepo, secret: string) => void>> = {
  file: (repo, secret) => repo.write(`names/k-${secret}.txt`, 'x\n'),
  folder: (repo, secret) =>
    repo.write(`k-${secret}/inside.env`, `OPENAI_API_KEY=${key('openai-project-key', 900)}\n`),
  repository: (repo, secret) => {
    const inner = new GitRepo(join(repo.folder, `vendor/k-${secret}`));
    mkdirSync(inner.folder, { recursive: true });
    inner.git('init', '--quiet');
    inner.commit('x', { 'b.env': `KEY=${secret}\n`, '.keypetrelignore': `kp1:${secret}\n` });
  },
  branch: (repo, secret) => repo.tryGit('branch', `k-${secret}`),
  tag: (repo, secret) => repo.tryGit('tag', '--annotate', '--message', `release ${secret}`, 'v1'),
  message: (repo, secret) => {
    repo.commit(`use ${secret} for now`, { 'm.txt': secret });
  },
  author: (repo, secret) =>
    repo.tryGit('commit', '-q', '--allow-empty', '-m', 'x', '--author', `${secret} <a@example.com>`),
  note: (repo, secret) => repo.tryGit('notes', 'add', '--message', secret, 'HEAD'),
  stash: (repo, secret) => {
    repo.write('README.md', `${secret}\n`);
    repo.tryGit('stash', '--quiet');
  },
};

/** Keys that are found wherever they stand. */
const SIGNED = ['azure-openai-key', 'openai-project-key', 'openai-service-account-key'].filter((sample) =>
  SAMPLES.includes(sample),
);

const anyContent = fc.record({
  sample: fc.oneof(fc.constantFrom(...SIGNED), fc.constantFrom(...SAMPLES)),
  number: fc.integer({ min: 1, max: 900 }),
  encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
  path: fc.constantFrom('a.env', 'src/b.py', 'docs/c.md', 'd.json', 'deep/er/e.yaml'),
  end: fc.constantFrom('', '\n', ' tail\n'),
});
const anyName = fc.record({
  sample: fc.constantFrom(...SIGNED),
  number: fc.integer({ min: 901, max: 999 }),
  where: fc.constantFrom(...Object.keys(NAMES)),
});
const anyPlanted = fc.record({
  contents: fc.array(anyContent, { minLength: 4, maxLength: 10 }),
  names: fc.array(anyName, { maxLength: 3 }),
  /** What is written into each of these by mistake. */
  mistake: fc.constantFrom('baseline', 'ignore', 'config', 'none'),
});
type Planted = typeof anyPlanted extends fc.Arbitrary<infer Value> ? Value : never;

function plant({ contents, names }: Planted): { repo: GitRepo; secrets: string[] } {
  const repo = GitRepo.create();
  repo.commit('start', { 'README.md': 'A program.\n' });
  const secrets: string[] = [];
  const secretOf = (sample: string, number: number) => {
    const secret = key(sample, number);
    secrets.push(secret);
    return secret;
  };
  for (const [index, { sample, number, encoding, path, end }] of contents.entries()) {
    const text = ENCODINGS[encoding]?.(secretOf(sample, number)) ?? '';
    repo.write(path, Buffer.concat([Buffer.from(text), Buffer.from(Buffer.isBuffer(text) ? '' : end)]));
    // Some are in the work tree, some staged, some in commits, of which later ones take them out again.
    if (index % 3 === 1) repo.git('add', '--all');
    if (index % 3 === 2) repo.commit(`change ${index}`);
  }
  for (const { sample, number, where } of names) NAMES[where]?.(repo, secretOf(sample, number));
  return { repo, secrets };
}

type Run = { readonly exit: number | null; readonly stdout: string; readonly stderr: string };

/** The command line as it is, with what it would write to its streams. */
async function keypetrel(args: readonly string[], input = ''): Promise<Run> {
  const host = makeHost({ input, env: { HOME: '/nonexistent' } });
  try {
    const exit = await run(args, host);
    return { exit, ...host.written };
  } catch (error) {
    return { exit: null, stdout: host.written.stdout, stderr: host.written.stderr + describeFailure(error) };
  }
}

/** A cache that would hold a secret is not written. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const RUNS = 12;

test('what the search looks for would be found', () => {
  const secret = key('azure-openai-key', 1);
  const search = new SecretSearch([secret, key('azure-legacy-key', 1)]);
  const half = secret.slice(20, 40);
  for (const text of [
    half,
    Buffer.from(`.${half}`).toString('base64'),
    Buffer.from(half).toString('hex').toUpperCase(),
    [...Buffer.from(half)].map((byte) => `%${byte.toString(16)}`).join(''),
    Buffer.from(half, 'utf16le').toString('latin1'),
    key('azure-legacy-key', 1).slice(6, 22),
  ])
    expect(search.leaksIn(`before ${text} after`), text).not.toEqual([]);
  expect(search.leaksIn(`${secret.slice(0, 4)}••••${secret.slice(-4)}`)).toEqual([]);
});

test('no output, log, error, baseline or cache holds a secret', { timeout: 600_000 }, async () => {
  const counts = { repositories: 0, secrets: 0, found: 0, outputs: 0, bytes: 0 };
  await fc.assert(
    fc.asyncProperty(anyPlanted, async (planted) => {
      const { repo, secrets } = plant(planted);
      counts.repositories += 1;
      counts.secrets += secrets.length;
      const search = new SecretSearch(secrets);
      const check = (what: string, text: string): void => {
        counts.outputs += 1;
        counts.bytes += text.length;
        expect(search.leaksIn(text), what).toEqual([]);
      };
      const checkRun = ({ exit, stdout, stderr }: Run, what: string): void => {
        check(`${what}: standard output`, stdout);
        check(`${what}: standard error`, stderr);
        expect(stderr, what).not.toContain('internal error');
        expect(exit === null || exit < 4).toBe(true);
      };
      const out = temporaryFolder();
      const cache = join(out, 'cache');
      const reports = join(out, 'reports');
      mkdirSync(reports);
      const outputs = REPORT_FORMAT_NAMES.flatMap((format) => ['-o', `${format}=${join(reports, format)}`]);
      for (const [index, level] of LOG_LEVELS.entries()) {
        // The second reads what the first has remembered; what is kept out of a report is in SARIF.
        const more = index % 2 === 0 ? [] : ['--no-ignore', '--min-confidence', 'low'];
        const args = [repo.folder, '--cache-dir', cache, '--log-level', level, ...outputs, ...more];
        checkRun(await keypetrel(args), `scan with the log level ${level}`);
        for (const file of filesBelow(reports))
          check(file, readFileSync(file, 'latin1') + readFileSync(file, 'utf8'));
      }
      for (const file of filesBelow(cache)) check(file, readFileSync(file, 'latin1'));

      const baseline = join(out, 'known.json');
      checkRun(await keypetrel(['baseline', baseline, repo.folder]), 'baseline');
      const text = readFileSync(baseline, 'utf8');
      check('the baseline', text);
      const entries: { fingerprint: string }[] = JSON.parse(text).credentials.slice(0, -1);
      counts.found += entries.length;
      const [first] = entries;
      for (const format of ['text', 'json']) {
        if (first === undefined) continue;
        checkRun(
          await keypetrel(['explain', first.fingerprint, repo.folder, '-f', format]),
          `explain in ${format}`,
        );
      }
      const known = ['-b', baseline, repo.folder, '-f', 'sarif', '--log-level', 'debug'];
      checkRun(await keypetrel(known), 'scan with a baseline');
      checkRun(
        await keypetrel(['explain', '-'], `${secrets.join('\n')}\nkey = ${secrets.join(' ')}`),
        'explain a text',
      );

      const mistaken = `{"schemaVersion": 1, "${secrets[0]}": [${secrets.join(',')}]}\n`;
      writeFileSync(join(out, 'mistake.yaml'), mistaken);
      switch (planted.mistake) {
        case 'baseline':
          return checkRun(
            await keypetrel([repo.folder, '-b', join(out, 'mistake.yaml')]),
            'a wrong baseline',
          );
        case 'ignore':
          repo.write('.keypetrelignore', `kp1:${secrets[0]} until ${secrets[1]} ${secrets[2]}\n`);
          return checkRun(await keypetrel([repo.folder]), 'a wrong ignore file');
        case 'config':
          return checkRun(
            await keypetrel([repo.folder, '-c', join(out, 'mistake.yaml')]),
            'a wrong configuration',
          );
        case 'none':
      }
    }),
    { numRuns: RUNS, seed: 5, endOnFailure: true },
  );
  process.stdout.write(`secrecy: ${JSON.stringify(counts)}\n`);
  expect(counts.found).toBeGreaterThan(3 * RUNS);
});
