/** The machine has nothing left: no file handles, no memory in a thread. What was found is told, and what was not read. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { describe, expect, inject, test } from 'vitest';
import type { JsonReport } from '../../src/report/json-model.ts';
import { makeSample } from '../../src/rules/placeholders.ts';
import type { ProgramResult } from '../cli/support.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';
import { faultRepository } from './fault-repository.ts';
import { runMode } from './modes.ts';

const program = inject('program');

function shell(repo: GitRepo, text: string): Promise<ProgramResult> {
  return runMode(program, repo, { args: () => [], found: [], code: 1 }, { shell: text });
}

function reportOf({ stdout, stderr }: ProgramResult): JsonReport | null {
  expect(stdout + stderr).not.toMatch(/^\s+at \S+ ?\(|internal error|this is a bug|Warning:/m);
  return stdout === '' ? null : JSON.parse(stdout);
}

const fingerprints = (report: JsonReport | null) => report?.credentials.map((each) => each.fingerprint) ?? [];

describe('no file handles are left', () => {
  // Below, Node itself does not start; from some number on nothing is missing.
  const HANDLES = [20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 42, 64];

  test.each([
    ['everything', '', true],
    ['everything', '', false],
    ['history', '--history', true],
    ['files', '--files', true],
    ['files, several at once', '--files --jobs 8', true],
  ])('%s (%s), with keys: %s', async (_, option, isLeaking) => {
    const repo = faultRepository(isLeaking);
    const command = `$KEYPETREL ${option} --no-cache --format json`;
    const all = reportOf(await shell(repo, command));
    expect(all?.coverage.complete).toBe(true);
    const limit = pLimit(2);
    const results = HANDLES.map((handles) => limit(() => shell(repo, `ulimit -n ${handles}; ${command}`)));
    let complete = 0;
    for (const [index, result] of (await Promise.all(results)).entries()) {
      const told = `${HANDLES[index]} handles`;
      const report = reportOf(result);
      if (report === null) {
        expect({ told, code: result.code, lines: result.stderr.trim().split('\n').length }).toEqual({
          told,
          code: 2,
          lines: 1,
        });
        continue;
      }
      const found = fingerprints(report);
      expect(fingerprints(all)).toEqual(expect.arrayContaining(found));
      expect({ told, code: result.code }).toEqual({
        told,
        code: found.length > 0 ? 1 : report.coverage.complete ? 0 : 3,
      });
      if (!report.coverage.complete) continue;
      complete += 1;
      expect(found).toEqual(fingerprints(all));
    }
    expect(complete).toBeGreaterThan(0);
    expect(complete).toBeLessThan(HANDLES.length);
  });
});

/** Large enough for threads, and with a key in each of its contents: none may be lost with a thread. */
function largeRepository(): { repo: GitRepo; keys: number } {
  const repo = GitRepo.create();
  const noise = Array.from({ length: 20_000 }, (_, index) =>
    makeSample({ template: '{word:40}', checksum: null }, `${index}`),
  ).join('\n');
  const keys = 16;
  for (let number = 0; number < keys; number += 1) {
    const text = noise.slice(number * 7);
    repo.write(
      `noise/${number}.txt`,
      `${number}\n${text}\nAZURE_OPENAI_API_KEY=${key('azure-openai-key', number)}\n`,
    );
  }
  repo.commit('one');
  repo.git('rm', '-r', '--quiet', '.');
  repo.commit('two');
  // Each as a whole: deltas would make one family of them, which is one thread's.
  repo.git('-c', 'pack.window=0', 'repack', '-a', '-d', '-f', '-q');
  return { repo, keys };
}

test('a thread that dies: what it was to read is read all the same', async () => {
  const { repo, keys } = largeRepository();
  const deaths: [string, string, RegExp][] = [
    // It has no memory to start with; then perhaps none to go on with.
    ['{ maxOldGenerationSizeMb: 1, maxYoungGenerationSizeMb: 1 }', '', /ERR_WORKER_OUT_OF_MEMORY/],
    ['{ maxOldGenerationSizeMb: 5, maxYoungGenerationSizeMb: 1 }', '', /exit/],
    ['{}', 'this.terminate();', /exit/],
    ...[0, 20, 60].map((delay): [string, string, RegExp] => [
      '{}',
      `this.once('online', () => setTimeout(() => this.terminate(), ${delay}));`,
      /exit/,
    ]),
  ];
  for (const [limits, then, said] of deaths) {
    const preload = join(temporaryFolder(), 'preload.cjs');
    writeFileSync(
      preload,
      `const threads = require('node:worker_threads');
      const { Worker } = threads;
      threads.Worker = class extends Worker {
        constructor(file, options) {
          super(file, { ...options, resourceLimits: ${limits} });
          this.on('error', (error) => process.stderr.write(error.code + '\\n'));
          this.on('exit', (code) => process.stderr.write('exit ' + code + '\\n'));
          ${then}
        }
      };\n`,
    );
    const args = ['--history', '--jobs', '2', '--no-cache', '--format', 'json'];
    const env = { NODE_OPTIONS: `--require ${preload}` };
    const result = await runMode(program, repo, { args: () => args, found: [], code: 1 }, { env });
    const report = reportOf(result);
    expect({ limits, code: result.code, found: fingerprints(report).length }).toEqual({
      limits,
      code: 1,
      found: keys,
    });
    expect(report?.coverage.complete).toBe(true);
    expect(result.stderr).toMatch(said);
  }
});
