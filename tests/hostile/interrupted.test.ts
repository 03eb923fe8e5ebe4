/** A signal at any moment: no git goes on, no file is half written, and what is kept of the history does not lie. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import type { JsonReport } from '../../src/report/json-model.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';
import { FaultyGit } from './faulty-git.ts';

const { path } = inject('program');
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL', 'SIGPIPE'] as const;
/** Moments at which a run is interrupted, as parts of the time that one takes. */
const RUNS = 12;
const KEYS = 20;

function repositoryOfKeys(): GitRepo {
  const repo = GitRepo.create();
  for (let number = 0; number < KEYS; number += 1)
    repo.commit(`${number}`, {
      [`${number}.env`]: `AZURE_OPENAI_API_KEY=${key('azure-openai-key', number)}\n`,
    });
  return repo;
}

type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
};

/** @param at when the signal is sent, in milliseconds; null: never. */
async function run(
  repo: GitRepo,
  args: readonly string[],
  git: FaultyGit,
  at: { readonly signal: NodeJS.Signals; readonly milliseconds: number } | null,
): Promise<Ended> {
  const child = spawn(process.execPath, [path, ...args], {
    cwd: repo.folder,
    env: git.env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, stdout })),
  );
  if (at !== null) {
    await setTimeout(at.milliseconds);
    child.kill(at.signal);
  }
  return ended;
}

/** A git whose program is gone ends when it next reads or writes. */
async function expectNoneRuns(git: FaultyGit): Promise<void> {
  for (let tries = 0; tries < 50 && git.running().length > 0; tries += 1) await setTimeout(100);
  expect(git.running()).toEqual([]);
}

/** Ended by the signal before the program could listen, as shells say it, or with nothing else to do. */
function expectStatus({ code, signal }: Ended, sent: (typeof SIGNALS)[number], usual: number): void {
  const { signals } = constants;
  expect([`signal ${sent}`, `code ${128 + signals[sent]}`, `code ${usual}`]).toContain(
    signal === null ? `code ${code}` : `signal ${signal}`,
  );
}

const moments = fc.record({
  part: fc.double({ min: 0, max: 1.1, noNaN: true }),
  signal: fc.constantFrom(...SIGNALS),
});

async function atEachMoment(
  duration: number,
  check: (at: { readonly signal: (typeof SIGNALS)[number]; readonly milliseconds: number }) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(moments, ({ part, signal }) =>
    check({ signal, milliseconds: part * duration }),
  );
  await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
}

describe('a signal at any moment', () => {
  test('of a scan with a report and a cache', async () => {
    const repo = repositoryOfKeys();
    const folder = temporaryFolder();
    const [reports, cache] = ['reports', 'cache'].map((name) => join(folder, name)) as [string, string];
    mkdirSync(reports);
    const report = join(reports, 'report.json');
    const args = ['--history', '-o', `json=${report}`, '--cache-dir', cache, '--format', 'json'];
    const start = performance.now();
    const healthy = await run(repo, args, new FaultyGit(null), null);
    const duration = performance.now() - start;
    const wanted = fingerprintsIn(healthy.stdout);
    expect(wanted).toHaveLength(KEYS);
    await atEachMoment(duration, async (at) => {
      emptyFolder(reports);
      emptyFolder(cache);
      writeFileSync(report, 'old');
      const git = new FaultyGit(null);
      expectStatus(await run(repo, args, git, at), at.signal, 1);
      await expectNoneRuns(git);
      const written = readFileSync(report, 'utf8');
      if (written !== 'old') expect(fingerprintsIn(written)).toEqual(wanted);
      // Whom SIGKILL ends, cleans nothing up.
      if (at.signal !== 'SIGKILL') {
        expect(readdirSync(reports)).toEqual(['report.json']);
        expect(readdirSync(cache).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      }
      const next = await run(
        repo,
        ['--history', '--cache-dir', cache, '--format', 'json'],
        new FaultyGit(null),
        null,
      );
      expect(fingerprintsIn(next.stdout)).toEqual(wanted);
    });
  });

  test('of a baseline that is brought up to date', async () => {
    const repo = repositoryOfKeys();
    const file = join(temporaryFolder(), 'known.json');
    const args = ['baseline', '--no-cache', file];
    const start = performance.now();
    await run(repo, args, new FaultyGit(null), null);
    const duration = performance.now() - start;
    const whole = readFileSync(file, 'utf8');
    const old = `${JSON.stringify({ schemaVersion: 1, credentials: [] })}\n`;
    await atEachMoment(duration, async (at) => {
      emptyFolder(join(file, '..'));
      writeFileSync(file, old);
      const git = new FaultyGit(null);
      expectStatus(await run(repo, args, git, at), at.signal, 0);
      await expectNoneRuns(git);
      expect([old, whole]).toContain(readFileSync(file, 'utf8'));
      if (at.signal !== 'SIGKILL') expect(readdirSync(join(file, '..'))).toEqual(['known.json']);
    });
  });

  test('a reader that goes at any moment', async () => {
    const repo = repositoryOfKeys();
    const property = fc.asyncProperty(fc.integer({ min: 0, max: 60_000 }), async (bytes) => {
      const git = new FaultyGit(null);
      const child = spawn(
        '/bin/sh',
        [
          '-c',
          `{ ${process.execPath} ${path} --no-cache --format json; echo "exit $?" >&2; } | head -c ${bytes}`,
        ],
        {
          cwd: repo.folder,
          env: git.env,
          stdio: ['ignore', 'ignore', 'pipe'],
        },
      );
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      await new Promise((resolve) => child.on('close', resolve));
      expect(stderr).toBe('exit 1\n');
      await expectNoneRuns(git);
    });
    await fc.assert(property, { numRuns: 4, endOnFailure: true });
  });
});

function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
}

function fingerprintsIn(text: string): string[] {
  return (JSON.parse(text) as JsonReport).credentials.map(({ fingerprint }) => fingerprint);
}
