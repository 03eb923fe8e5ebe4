import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import glob from 'fast-glob';
import type { Plugin } from 'rolldown';
import { compileRuleFiles, type RuleSource } from '../rules/compile.ts';
import type { CompiledRules } from '../rules/rule-file.ts';
import { splitRule } from '../rules/rule-parts.ts';

/** The modules that are made of the rule files, with what each is made of. */
const MODULES: Readonly<Record<string, (compiled: CompiledRules) => unknown>> = {
  'virtual:keypetrel-rules': ({ rules, rulesDigest }) => ({
    rules: rules.map((file) => splitRule(file).rule),
    rulesDigest,
  }),
  'virtual:keypetrel-rule-texts': ({ rules }) => rules.map((file) => splitRule(file).texts),
};
/** The leading NUL is the bundlers' sign for "not a file": other plugins and the resolver leave it alone. */
const RESOLVED = '\0';

/**
 * Compiles the YAML files in `rulesFolder` into modules, so that neither YAML nor the rule compiler is loaded when
 * keypetrel starts: one of what detection needs, and one of the texts. Serves rolldown and vitest (Vite) alike.
 */
export function rulesPlugin(rulesFolder: string): Plugin {
  return {
    name: 'keypetrel-rules',
    resolveId(id) {
      return Object.hasOwn(MODULES, id) ? RESOLVED + id : null;
    },
    async load(id) {
      const partOf = id.startsWith(RESOLVED) ? MODULES[id.slice(RESOLVED.length)] : undefined;
      if (partOf === undefined) return null;
      const paths = await ruleFilePaths(rulesFolder);
      for (const path of paths) this.addWatchFile(path);
      return moduleOf(partOf(compileRuleFiles(await Promise.all(paths.map(readSource)))));
    },
  };
}

/** In the order of their names, whatever order the file system lists them in. */
async function ruleFilePaths(folder: string): Promise<string[]> {
  return (await glob('*.yaml', { cwd: folder, absolute: true })).sort();
}

async function readSource(path: string): Promise<RuleSource> {
  return { name: `rules/${basename(path)}`, text: await readFile(path, 'utf8') };
}

function moduleOf(value: unknown): string {
  // An engine parses JSON text much faster than an object literal of this size
  // (https://v8.dev/blog/cost-of-javascript-2019#json), and start-up is a feature.
  // Of ASCII only, the file takes half the memory and time to read.
  const json = JSON.stringify(value).replace(/[^\x20-\x7e]/g, escapeUnit);
  return `export default JSON.parse(${JSON.stringify(json)});\n`;
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
