import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRuleFile } from '../../src/rules/parse.ts';
import { expandPlaceholders, samplesOf } from '../../src/rules/placeholders.ts';

/** An Azure OpenAI key that nobody issued, from the sample in its rule file. */
export async function madeUpKey(root: string): Promise<string> {
  const file = 'azure-ai-key.yaml';
  const rule = parseRuleFile(await readFile(join(root, 'rules', file), 'utf8'), file);
  return expandPlaceholders('{{azure-openai-key:1}}', samplesOf([rule]));
}
