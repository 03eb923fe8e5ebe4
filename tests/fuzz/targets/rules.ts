/** Rule files: read and run with their own examples, or refused. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { checkRuleFiles } from '../../../src/rules/check.ts';
import { ownRule } from '../../config/own-rule.ts';
import type { FuzzTarget } from '../target.ts';

/** The smallest of those that ship: a large one takes a tenth of a second each time. */
const SHIPPED = ['azure-cask-key', 'cerebras-key', 'groq-key'];

export const { fuzz, seeds }: FuzzTarget = {
  async fuzz(data) {
    // None ships: all are taken for a user's own.
    await checkRuleFiles([{ name: 'rule.yaml', text: data.toString('utf8') }], []);
  },
  seeds: () => [
    Buffer.from(stringify(ownRule())),
    Buffer.from(JSON.stringify(ownRule())),
    ...SHIPPED.map((name) => readFileSync(join(process.cwd(), 'rules', `${name}.yaml`))),
  ],
};
