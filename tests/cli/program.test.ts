import { readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORT_FORMAT_NAMES } from '../../src/report/index.ts';
import { type BuiltProgram, buildProgram, type RunOptions, runProgram } from './support.ts';

let program: BuiltProgram;

beforeAll(async () => {
  program = await buildProgram();
});

afterAll(async () => {
  await program.remove();
});

const run = (line: string, what = 'clean', options: RunOptions = {}) =>
  runProgram(program, line === '' ? [] : line.split(' '), {
    ...options,
    env: { FAKE_SCAN: what, ...options.env },
  });

describe('the program', () => {
  it.each(['--version', 'scan --version', '--quiet --version'])('prints its version: %s', async (line) => {
    expect(await run(line)).toEqual({ code: 0, signal: null, stdout: '1.2.3\n', stderr: '' });
  });

  it('answers --version with none of its other files loaded', async () => {
    const code = `process.argv.splice(1, 1, 'x', '--version'); require(${JSON.stringify(program.path)});
      console.log(Object.keys(require.cache).filter((name) => !name.endsWith('cli.cjs') && !name.includes('runtime')))`;
    await writeFile(join(program.folder, 'loaded.cjs'), code);
    const { stdout } = await runProgram({ ...program, path: join(program.folder, 'loaded.cjs') }, []);
    expect(stdout).toMatch(/^1\.2\.3\n\[\s+'[^']+loaded\.cjs'\s+\]\n$/);
  });

  it.each(['--help', '-h', 'help', 'help scan', 'rules --help'])('prints help: %s', async (line) => {
    const { code, stdout, stderr } = await run(line);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage:');
  });

  it.each([
    ['clean', '', 0],
    ['found', '', 1],
    ['found', '--fail-on proven', 1],
    ['incomplete', '', 3],
  ])('ends after a scan that is %s, with "%s", with %i', async (what, line, expected) => {
    expect((await run(line, what)).code).toBe(expected);
  });

  it('says what is wrong with its arguments in one line', async () => {
    expect(await run('--stagd')).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: 'keypetrel: unknown option "--stagd"; did you mean "--staged"?\n',
    });
  });

  it('says what the user has to mend in one line, with nothing that a terminal acts on', async () => {
    expect(await run('', 'user-error')).toMatchObject({
      code: 2,
      stderr: 'keypetrel: no such \\x1b[31mthing\n',
    });
  });

  it.each(['bug', 'late-bug'])('ends with 2 and a stack trace after a %s', async (what) => {
    const { code, stdout, stderr } = await run('', what);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^keypetrel: internal error: TypeError: .+\n\s+at .+/);
    expect(stderr).toMatch(/This is a bug in keypetrel.*report it/);
  });

  it('warns on standard error, escaped, and not with --log-level silent', async () => {
    const { stderr } = await run('', 'incomplete');
    expect(stderr).toBe('keypetrel: warning: a file could not be read: \\x1b[31mred\n');
    expect((await run('--log-level silent', 'incomplete')).stderr).toBe('');
  });

  it('logs JSON lines when it is to say more', async () => {
    const { stderr } = await run('--log-level debug', 'incomplete');
    const lines = stderr.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toContainEqual({
      time: expect.any(String),
      level: 'warn',
      tool: 'keypetrel',
      msg: expect.stringContaining('could not be read'),
    });
  });

  it('explains exit code 3 where the report does not', async () => {
    for (const line of ['--quiet', '-f json']) {
      const { code, stderr } = await run(line, 'incomplete');
      expect(code).toBe(3);
      expect(stderr).toContain('keypetrel: warning: nothing was found, but something could not be read\n');
    }
  });
});

describe('standard output', () => {
  it('gets all of a large report through a pipe', async () => {
    const { code, stdout } = await run('-f json', 'found:5000');
    expect(code).toBe(1);
    expect(JSON.parse(stdout).credentials).toHaveLength(5000);
  });

  it('is let go in silence when its reader has gone, and the exit code stays', async () => {
    const shell = '{ $KEYPETREL -f json; echo "code $?" >&2; } | head -n 1';
    const { stdout, stderr } = await run('', 'found:5000', { shell });
    expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: 'code 1\n' });
  });

  it('may have no reader for standard error either', async () => {
    const { stdout } = await run('', 'incomplete', { shell: '$KEYPETREL 2>&1 >/dev/null | true; echo done' });
    expect(stdout).toBe('done\n');
  });

  it.runIf(process.platform === 'linux')('that is full is an error', async () => {
    const { code, stderr } = await run('', 'found:5000', { shell: '$KEYPETREL -f json > /dev/full' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^keypetrel: standard output cannot be written: ENOSPC[^\n]*\n$/);
  });

  it.each([
    ['no colours in a pipe', {}, '', false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, '', true],
    ['FORCE_COLOR and --no-color', { FORCE_COLOR: '1' }, '--no-color', false],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, '', false],
    ['NO_COLOR', { NO_COLOR: '1' }, '', false],
  ])('honours: %s', async (_, env, line, isColored) => {
    const { stdout } = await run(line, 'found', { env });
    expect(stdout.includes('\x1b[')).toBe(isColored);
  });
});

describe('report files', () => {
  it.each(REPORT_FORMAT_NAMES)('hold in the format %s what standard output gets', async (format) => {
    const { code, stdout, stderr } = await run(`-f ${format} -o ${format}=same.out`, 'found:3', {
      env: { COLUMNS: '100' },
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout.length).toBeGreaterThan(300);
    expect(stdout).toBe(await readFile(join(program.folder, 'same.out'), 'utf8'));
  });

  it('say on standard error what a format has no room for, and not with --log-level silent', async () => {
    const line = '--quiet -o markdown=long.md -o sarif=long.sarif';
    const { code, stderr } = await run(line, 'found:26000');
    expect(code).toBe(1);
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^keypetrel: warning: Markdown: There is no room for everything: /),
      expect.stringMatching(
        /^keypetrel: warning: SARIF: 1,000 credentials of 26,000, the least severe, are left/,
      ),
      'keypetrel: warning: SARIF: GitHub shows the 5,000 most severe credentials only.',
      '',
    ]);
    expect((await run(`${line} --log-level silent`, 'found:26000')).stderr).toBe('');
  });

  it('are written beside standard output', async () => {
    const { code, stdout } = await run('-o json=a.json -o jsonl=b.jsonl -o text=c.txt', 'found');
    expect(code).toBe(1);
    expect(stdout).toContain('Summary');
    const read = (name: string) => readFile(join(program.folder, name), 'utf8');
    expect(JSON.parse(await read('a.json')).credentials).toHaveLength(1);
    expect((await read('b.jsonl')).trim().split('\n')).toHaveLength(2);
    expect(await read('c.txt')).toContain('Exit code');
    expect(await temporaryFiles()).toEqual([]);
  });

  it('are refused before the scan when they cannot be written', async () => {
    expect(await run('-o json=missing/a.json', 'bug')).toMatchObject({
      code: 2,
      stderr: 'keypetrel: cannot write a report to "missing/a.json": its folder does not exist\n',
    });
    expect(await run('-o json=.', 'bug')).toMatchObject({
      code: 2,
      stderr: 'keypetrel: cannot write a report to ".": it is a folder\n',
    });
  });

  it.runIf(process.platform === 'linux')('may be devices, which stay what they are', async () => {
    const shell = '$KEYPETREL --quiet -o jsonl=/dev/stderr 2>&1 >/dev/null | cat';
    const { stdout } = await run('', 'clean', { shell });
    expect(JSON.parse(stdout)).toMatchObject({ type: 'scan' });
  });

  it('replace the file behind a link, and the link stays', async () => {
    await writeFile(join(program.folder, 'target.json'), 'old');
    await symlink('target.json', join(program.folder, 'link.json'));
    await run('-o json=link.json');
    expect(await readlink(join(program.folder, 'link.json'))).toBe('target.json');
    expect(JSON.parse(await readFile(join(program.folder, 'target.json'), 'utf8'))).toHaveProperty(
      'coverage',
    );
  });

  it.skipIf(process.platform === 'win32')('with secrets are for the user alone', async () => {
    await run('--show-secrets -o json=secrets.json', 'found');
    expect((await stat(join(program.folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });
});

describe('signals', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends the scan with %i and leaves nothing behind', async (signal, expected) => {
    await writeFile(join(program.folder, 'kept.json'), 'as it was');
    const result = await run('-o json=kept.json', 'forever', { signals: [signal] });
    expect(result).toMatchObject({ code: expected, stdout: '', stderr: 'started\n' });
    expect(await readFile(join(program.folder, 'kept.json'), 'utf8')).toBe('as it was');
    expect(await temporaryFiles()).toEqual([]);
  });

  it('end a scan that waits for standard input', async () => {
    const start = performance.now();
    const result = await run('--stdin', 'reading', { signals: ['SIGINT'] });
    expect(result).toMatchObject({ code: 130, stdout: '', stderr: 'started\n' });
    expect(performance.now() - start).toBeLessThan(2500);
  });

  it('end a scan that does not listen when they come again', async () => {
    const start = performance.now();
    const result = await run('', 'deaf', { signals: ['SIGINT', 'SIGTERM'] });
    expect(result).toMatchObject({ code: 130, stdout: '' });
    expect(performance.now() - start).toBeLessThan(2500);
  });
});

async function temporaryFiles(): Promise<string[]> {
  return (await readdir(program.folder)).filter((name) => name.endsWith('.tmp'));
}
