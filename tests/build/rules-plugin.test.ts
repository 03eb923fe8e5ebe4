import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import ruleTexts from 'virtual:keypetrel-rule-texts';
import compiledRules from 'virtual:keypetrel-rules';
import { expect, it } from 'vitest';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { compileRuleFiles } from '../../src/rules/compile.ts';

const rulesFolder = resolve(import.meta.dirname, '../../rules');

it('compiles every rule file into the virtual module', async () => {
  const files = (await readdir(rulesFolder)).filter((name) => name.endsWith('.yaml'));
  expect(compiledRules.rules).toHaveLength(files.length);
  expect(compiledRules.rulesDigest).toMatch(/^[0-9a-f]{64}$/);
});

it('gives again what stands in the rule files, of two modules', async () => {
  const names = (await readdir(rulesFolder)).filter((name) => name.endsWith('.yaml')).sort();
  const sources = await Promise.all(
    names.map(async (name) => ({
      name: `rules/${name}`,
      text: await readFile(resolve(rulesFolder, name), 'utf8'),
    })),
  );
  expect(ruleTexts).toHaveLength(names.length);
  expect(builtinRules()).toEqual(compileRuleFiles(sources).rules);
});

it('keeps out of what every scan loads what is for people and for tests', () => {
  const keys = new Set(compiledRules.rules.flatMap((rule) => Object.keys(rule)));
  for (const text of ['description', 'references', 'remediation', 'samples', 'examples', 'counterexamples']) {
    expect(keys).not.toContain(text);
  }
  for (const { variants } of compiledRules.rules) {
    for (const variant of variants) expect(variant).not.toHaveProperty('remediation');
  }
});
