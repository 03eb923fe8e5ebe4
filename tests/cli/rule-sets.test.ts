/** The rule sets as a whole scan uses them: files, index and history of a real repository. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { scan } from '../../src/scan.ts';
import { GitRepo } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';
import { makeHost } from './fake-host.ts';

/** A repository with keys of three vendors in its history, and one of them in a file as well. */
function repositoryWithKeys(): GitRepo {
  const repo = GitRepo.create();
  repo.write('.env', `ANTHROPIC_API_KEY=${key('anthropic-key', 1)}\nOPENAI_API_KEY=${key('relay-key', 1)}\n`);
  repo.git('add', '-A');
  repo.git('commit', '--quiet', '-m', 'keys');
  repo.write('.env', `OPENAI_API_KEY=${key('openai-project-key', 1)}\n`);
  repo.git('add', '-A');
  repo.git('commit', '--quiet', '-m', 'another');
  return repo;
}

async function rulesFoundBy(
  folder: string,
  ...options: string[]
): Promise<{ code: number; rules: string[] }> {
  const host = makeHost();
  const code = await run(['scan', folder, '-f', 'json', ...options], host);
  const { credentials } = JSON.parse(host.written.stdout) as { credentials: { rule: string }[] };
  return { code, rules: credentials.map(({ rule }) => rule).sort() };
}

describe('--ruleset', () => {
  it('adds a rule set to those that are on', async () => {
    const { folder } = repositoryWithKeys();
    const core = ['openai-project-key'];
    const all = ['anthropic-key', 'openai-project-key', 'openai-unmarked-key'];
    expect(await rulesFoundBy(folder)).toEqual({ code: 1, rules: core });
    expect(await rulesFoundBy(folder, '--ruleset', 'core')).toEqual({ code: 1, rules: core });
    expect(await rulesFoundBy(folder, '--ruleset', 'llm')).toEqual({ code: 1, rules: all });
    expect(await rulesFoundBy(folder, '--ruleset', 'azure', '--ruleset', 'llm', '--history')).toEqual({
      code: 1,
      rules: all,
    });
  });

  it('goes with --rule and --disable-rule', async () => {
    const { folder } = repositoryWithKeys();
    expect((await rulesFoundBy(folder, '--rule', 'anthropic-key')).rules).toEqual(['anthropic-key']);
    expect((await rulesFoundBy(folder, '--rule', 'anthropic-key', '--ruleset', 'llm')).rules).toEqual([
      'anthropic-key',
    ]);
    expect((await rulesFoundBy(folder, '--ruleset', 'llm', '--disable-rule', 'anthropic-key')).rules).toEqual(
      ['openai-project-key', 'openai-unmarked-key'],
    );
    expect(await rulesFoundBy(folder, '--rule', 'groq-key')).toEqual({ code: 0, rules: [] });
  });
});

describe('rules.rulesets of a configuration', () => {
  const rulesWith = async (repo: GitRepo, config: string): Promise<string[]> => {
    repo.write('keypetrel.yaml', config);
    const read = await loadConfig(join(repo.folder, 'keypetrel.yaml'), builtinRules());
    const report = await scan({ paths: [repo.folder], target: 'history', config: read });
    return report.credentials.map(({ rule }) => rule).sort();
  };

  it('turns a rule set on', async () => {
    const repo = repositoryWithKeys();
    expect(await rulesWith(repo, 'rules: {}\n')).toEqual(['openai-project-key']);
    expect(await rulesWith(repo, 'rules: { rulesets: [llm] }\n')).toEqual([
      'anthropic-key',
      'openai-project-key',
      'openai-unmarked-key',
    ]);
  });

  it('names a rule set that there is', async () => {
    await expect(rulesWith(repositoryWithKeys(), 'rules:\n  rulesets:\n    - lmm\n')).rejects.toThrow(
      /keypetrel\.yaml:3: rules\.rulesets\.0: must be one of core, azure, llm$/,
    );
  });
});
