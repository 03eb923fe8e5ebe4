import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRuleFile } from '../../src/rules/parse.ts';
import { expandPlaceholders, samplesOf } from '../../src/rules/placeholders.ts';

/** Fills placeholders such as `{{azure-openai-key:1}}` into a text. */
export type ExpandFixture = (text: string) => string;

/**
 * For scripts, which have no compiled rules: reads the samples from the rule files.
 * @param root the project's folder.
 */
export async function readFixtureExpander(root: string): Promise<ExpandFixture> {
  const folder = join(root, 'rules');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  const rules = await Promise.all(
    names.map(async (name) => parseRuleFile(await readFile(join(folder, name), 'utf8'), name)),
  );
  const samples = samplesOf(rules);
  return (text) => expandPlaceholders(text, samples);
}
