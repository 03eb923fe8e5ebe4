import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = resolve(import.meta.dirname, '../../.github/workflows');

type Step = {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
};
type Job = {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
};
type Workflow = {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
};

const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});

describe.each(workflows)('$name', ({ text, workflow }) => {
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test('runs no action but at a commit, with its release behind it', () => {
    const used = [...text.matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, name = '']) => name);
    expect(used.length).toBeGreaterThan(0);
    for (const name of used) expect(name).toMatch(/^(?:\.\/|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
  });

  test('has no permission but what a job asks for, and no job may write to the repository that runs other code', () => {
    expect(workflow.permissions).toBeDefined();
    for (const given of Object.values(workflow.permissions ?? {})) expect(given).toBe('read');
    for (const job of jobs) {
      if (job.permissions?.['contents'] !== 'write' && job.permissions?.['id-token'] !== 'write') continue;
      const runs = job.steps.map(({ run = '' }) => run).join('\n');
      expect(runs).not.toMatch(/npm (?:ci|cit|install|i|exec|test|run)\b|npx|\.ci\/run/);
    }
  });

  test('puts nothing that others write into a script, and leaves no token behind', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
    for (const step of steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'))) {
      expect(step.with?.['persist-credentials']).toBe(false);
    }
  });

  test('never runs the code of a pull request with the rights of the repository, and ends in time', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    for (const job of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
  });
});
