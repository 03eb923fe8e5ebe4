import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { compileRuleFiles } from '../rules/compile.ts';
import { canonicalJson } from './canonical-json.ts';

const MODULE_ID = 'virtual:keypetrel-rules';
/** The leading NUL is the bundlers' sign for "not a file": other plugins and the resolver leave it alone. */
const RESOLVED_ID = `\0${MODULE_ID}`;

/**
 * Compiles the YAML files in `rulesFolder` into the module `virtual:keypetrel-rules`, so that neither
 * YAML nor the rule compiler is loaded when keypetrel starts. Serves rolldown and vitest (Vite) alike.
 */
export function rulesPlugin(rulesFolder: string): Plugin {
  return {
    name: 'keypetrel-rules',
    resolveId(id) {
      return id === MODULE_ID ? RESOLVED_ID : null;
    },
    async load(id) {
      if (id !== RESOLVED_ID) return null;
      const files = await readRuleFiles(rulesFolder);
      for (const file of files) this.addWatchFile(join(rulesFolder, file.name));
      return rulesModule(compileRuleFiles(files));
    },
  };
}

/** The rule files in `folder`, in the order of their names, whatever order the file system lists them in. */
export async function readRuleFiles(folder: string): Promise<{ name: string; text: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}

function rulesModule(compiled: unknown): string {
  const digest = createHash('sha256').update(canonicalJson(compiled)).digest('hex');
  // JSON is not quite a subset of what an engine parses fast: text is parsed several times as fast as
  // an object literal (https://v8.dev/blog/cost-of-javascript-2019#json), and start-up is a feature.
  const text = JSON.stringify(JSON.stringify(compiled));
  return `export default JSON.parse(${text});\nexport const rulesDigest = '${digest}';\n`;
}
