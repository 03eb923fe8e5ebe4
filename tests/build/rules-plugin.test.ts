import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import compiledRules from 'virtual:keypetrel-rules';
import { expect, it } from 'vitest';

const rulesFolder = resolve(import.meta.dirname, '../../rules');

it('compiles every rule file into the virtual module', async () => {
  const files = (await readdir(rulesFolder)).filter((name) => name.endsWith('.yaml'));
  expect(compiledRules.rules).toHaveLength(files.length);
  expect(compiledRules.rulesDigest).toMatch(/^[0-9a-f]{64}$/);
});
