import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Plugin } from 'rolldown';
import { compileRuleFiles, type RuleSource } from '../rules/compile.ts';

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
      const paths = await ruleFilePaths(rulesFolder);
      for (const path of paths) this.addWatchFile(path);
      return moduleOf(compileRuleFiles(await Promise.all(paths.map(readSource))));
    },
  };
}

/** In the order of their names, whatever order the file system lists them in. */
async function ruleFilePaths(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return names.map((name) => join(folder, name));
}

async function readSource(path: string): Promise<RuleSource> {
  return { name: `rules/${basename(path)}`, text: await readFile(path, 'utf8') };
}

function moduleOf(value: unknown): string {
  // An engine parses JSON text much faster than an object literal of this size
  // (https://v8.dev/blog/cost-of-javascript-2019#json), and start-up is a feature.
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;
}
