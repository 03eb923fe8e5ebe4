import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { SERVICES } from '../../src/cli/services.ts';
import type { Scan, ScanOptions } from '../../src/scan-options.ts';
import { makeCredential, makeReport } from '../report/make-report.ts';
import { type FakeHostOptions, makeHost } from './fake-host.ts';

async function runScan(line: string, scan: Scan, options: FakeHostOptions = {}) {
  const host = makeHost(options);
  const code = await run(line.split(' '), host, { ...SERVICES, scan: async () => scan });
  return { code, ...host.written };
}

describe('keypetrel scan', () => {
  it('passes on what it was told', async () => {
    let told: ScanOptions = {};
    await runScan(
      '--history --all-objects --include *.py --exclude *.lock --no-gitignore --min-confidence low --show-secrets --rule a --disable-rule b --ruleset llm --jobs 3 x y',
      async (options) => {
        told = options;
        return makeReport();
      },
    );
    expect(told).toMatchObject({
      target: 'history',
      paths: ['x', 'y'],
      allObjects: true,
      include: ['*.py'],
      exclude: ['*.lock'],
      gitignore: false,
      minConfidence: 'low',
      showSecrets: true,
      rules: ['a'],
      disabledRules: ['b'],
      rulesets: ['llm'],
      jobs: 3,
    });
    expect(told.input).toBeUndefined();
  });

  it('leaves the number of jobs to the scan unless told', async () => {
    await runScan('.', async (options) => {
      expect(options).not.toHaveProperty('jobs');
      return makeReport();
    });
  });

  it('hands standard input over with --stdin only', async () => {
    let read = '';
    const scan: Scan = async ({ input }) => {
      for await (const bytes of input ?? []) read += Buffer.from(bytes).toString();
      return makeReport();
    };
    await runScan('--stdin', scan, { input: 'piped in' });
    expect(read).toBe('piped in');
  });

  it('wraps at the width of the terminal', async () => {
    const scan: Scan = async () => makeReport({ credentials: [makeCredential()] });
    const narrow = await runScan('.', scan, { columns: 45 });
    const wide = await runScan('.', scan, { env: { COLUMNS: '140' } });
    expect(narrow.stdout.split('\n').length).toBeGreaterThan(wide.stdout.split('\n').length);
  });

  it('colours for a terminal, unless it is dumb', async () => {
    const scan: Scan = async () => makeReport({ credentials: [makeCredential()] });
    expect((await runScan('.', scan, { isTerminal: true })).stdout).toContain('\x1b[1m');
    expect((await runScan('.', scan, { isTerminal: true, env: { TERM: 'dumb' } })).stdout).not.toContain(
      '\x1b',
    );
  });

  const slowScan: Scan = async ({ onProgress, log }) => {
    for (let done = 0; done < 5; done++) {
      onProgress?.({ phase: 'history', done, total: 10 });
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    log?.warn('careful');
    return makeReport();
  };

  it('shows progress on a terminal, and takes it away for warnings and the report', async () => {
    const { stderr } = await runScan('.', slowScan, { isTerminal: true });
    expect(stderr).toContain('\r\x1b[2KReading the history: ');
    expect(stderr).toMatch(/\r\x1b\[2Kkeypetrel: warning: careful\n$/);
  });

  it.each([
    ['in a pipe', '.', { isTerminal: false }],
    ['in CI', '.', { isTerminal: true, env: { CI: 'true' } }],
    ['with --quiet', '--quiet', { isTerminal: true }],
    ['on a dumb terminal', '.', { isTerminal: true, env: { TERM: 'dumb' } }],
  ])('shows no progress %s', async (_, line, options) => {
    expect((await runScan(line, slowScan, options)).stderr).toBe('keypetrel: warning: careful\n');
  });

  it('prints nothing when it is to be quiet and nothing is found', async () => {
    expect(await runScan('--quiet', async () => makeReport())).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
