/** Configurations in all their languages: read, or refused with one clear line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../src/config/load-config.ts';
import { UserError } from '../../../src/errors.ts';
import type { FuzzTarget } from '../target.ts';

const EXTENSIONS = ['yaml', 'toml', 'json'];
const folder = mkdtempSync(join(tmpdir(), 'keypetrel-fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export const { fuzz, seeds }: FuzzTarget = {
  async fuzz(data) {
    const path = join(folder, `config.${EXTENSIONS[(data[0] ?? 0) % EXTENSIONS.length]}`);
    writeFileSync(path, data.subarray(1));
    try {
      await loadConfig(path);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  },
  seeds() {
    const yaml = `rules:
  rulesets: [core, llm]
  only: [azure-openai-key]
  define:
    - family: own
      title: Own key
weights:
  azure-openai-key: { evidence: { host: 3 } }
allow:
  paths: ['docs/**', '!x[a-z]']
  texts: [sample]
  regexes: ['^a+b{2,3}(?:c|d)$']
scan:
  minConfidence: high
  include: ['*.env']
a: &a [1, 2]
b: [*a, *a]
`;
    const toml =
      '[rules]\nonly = ["azure-openai-key"]\n[allow]\nregexes = [\'a{1,9}\']\n[[rules.define]]\nfamily = "x"\n';
    return [
      Buffer.from(`\0${yaml}`),
      Buffer.from(`\x01${toml}`),
      Buffer.from(`\x02{"rules":{"disable":["a"]},"allow":{"regexes":["(a|b)*"]},"scan":{"exclude":["**"]}}`),
    ];
  },
};
