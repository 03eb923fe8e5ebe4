import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { makeHost } from './fake-host.ts';

async function runRules(...args: string[]) {
  const host = makeHost();
  const code = await run(['rules', ...args], host);
  return { code, ...host.written };
}

describe('keypetrel rules list', () => {
  it('is a table with every family and rule', async () => {
    const { code, stdout } = await runRules('list');
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^ID +TITLE +SEVERITY +RULE SET +EXAMPLES$/);
    for (const { family, variants } of builtinRules()) {
      expect(lines.some((line) => line.startsWith(`${family} `))).toBe(true);
      for (const { id } of variants) expect(stdout).toContain(id);
    }
    const column = lines[0]?.indexOf('TITLE') ?? -1;
    for (const line of lines.slice(0, lines.indexOf('')))
      expect(line.slice(column - 2, column + 1)).toMatch(/^ {2}\S$/);
  });

  it('tells which rule sets are on by default', async () => {
    const { stdout } = await runRules('list');
    const setOf = (family: string) =>
      new RegExp(`^${family} .*?  (\\w+(?: \\(off\\))?) +\\d+$`, 'm').exec(stdout)?.[1];
    expect(['azure-ai-key', 'azure-storage-key', 'anthropic-key'].map(setOf)).toEqual([
      'core',
      'azure',
      'llm (off)',
    ]);
    expect(stdout).toMatch(/\n\nOn by default: core and azure\. llm is turned on by --ruleset llm/);
    const json = JSON.parse((await runRules('list', '-f', 'json')).stdout);
    expect(json.find(({ id }: { id: string }) => id === 'anthropic-key')).toMatchObject({
      ruleset: 'llm',
      onByDefault: false,
    });
  });

  it('is a list for programs with -f json', async () => {
    const { stdout } = await runRules('list', '-f', 'json');
    const families = JSON.parse(stdout);
    expect(families).toHaveLength(builtinRules().length);
    expect(families[0]).toMatchObject({
      id: expect.any(String),
      title: expect.any(String),
      severity: expect.any(String),
      ruleset: 'core',
      onByDefault: true,
      examples: expect.any(Number),
      rules: expect.arrayContaining([
        {
          id: expect.any(String),
          title: expect.any(String),
          service: expect.any(String),
          severity: expect.any(String),
        },
      ]),
    });
  });
});

describe('keypetrel rules show', () => {
  it('explains every family and rule', async () => {
    for (const { family, title, variants } of builtinRules()) {
      const { code, stdout } = await runRules('show', family);
      expect(code).toBe(0);
      expect(stdout).toContain(`${title} (${family})`);
      expect(stdout).toContain('What to do about one');
      expect(stdout).not.toMatch(/\{(?:name|call|host)\}/);
      const variant = variants.find(({ id }) => id !== family);
      if (variant !== undefined)
        expect((await runRules('show', variant.id)).stdout).toContain(`${variant.title} (${variant.id})`);
    }
  });

  it('says what turns a rule on', async () => {
    const setOf = async (id: string) => /^Rule set +(.*)$/m.exec((await runRules('show', id)).stdout)?.[1];
    expect(await setOf('openai-user-key')).toBe('core, on by default');
    expect(await setOf('groq-key')).toBe('llm, off by default: --ruleset llm turns it on');
  });

  it('gives the whole rule with -f json', async () => {
    const { stdout } = await runRules('show', 'openai-key', '-f', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ family: 'openai-key', patterns: expect.any(Array) });
  });

  it('knows which rule was meant', async () => {
    await expect(runRules('show', 'openai-ky')).rejects.toThrow(
      'there is no rule "openai-ky"; did you mean "openai-key"?',
    );
    await expect(runRules('show', 'zzz')).rejects.toThrow(
      'there is no rule "zzz"; "keypetrel rules list" shows them',
    );
  });
});

describe('keypetrel rules check', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keypetrel-rules-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('finds the rules that ship with keypetrel in order', async () => {
    const { code, stdout } = await runRules('check');
    expect({ code, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({
      code: 0,
      last: `${builtinRules().length} rule files in order`,
    });
  });

  it('names file and line of what is wrong, and ends with 2', async () => {
    const path = join(folder, 'bad.yaml');
    await writeFile(path, 'family: bad\ntitle: [\n');
    const { code, stdout } = await runRules('check', path);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^wrong {2}\S+bad\.yaml\n {7}\S+bad\.yaml:\d+/);
    expect(stdout).toMatch(/1 of 1 rule file wrong\n$/);
    const json = JSON.parse((await runRules('check', path, '-f', 'json')).stdout);
    expect(json).toEqual([
      expect.objectContaining({ name: path, family: null, problems: [expect.any(String)] }),
    ]);
  });

  it('says when a file cannot be read', async () => {
    await expect(runRules('check', join(folder, 'none.yaml'))).rejects.toThrow(
      /^cannot read the rule file ".*none\.yaml": ENOENT/,
    );
  });
});
