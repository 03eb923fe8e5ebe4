/** Every regular expression that ships: those of the rules, those written in the sources, those put together at run time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { hostPattern } from '../../src/detect/context/hosts.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';

export type NamedRegex = { readonly name: string; readonly source: string; readonly flags: string };

const SOURCES = join(import.meta.dirname, '..', '..', 'src');

/** The regexes of all rule files, each once. Patterns see letters as they are, all else whatever their case. */
export function regexesOfRules(): NamedRegex[] {
  const found: NamedRegex[] = [];
  const add = (name: string, source: string | null, flags = 'i') => {
    if (source !== null && source !== '') found.push({ name, source, flags });
  };
  for (const { family, patterns, variants, evidence } of builtinRules()) {
    for (const { id, regex, gate, reject } of patterns) {
      add(`${family} ${id}`, regex, 'g');
      add(`${family} ${id} gate`, gate);
      add(`${family} ${id} reject`, reject);
    }
    for (const { id, secret, context, host } of variants) {
      add(`${family} ${id} secret`, secret);
      add(`${family} ${id} context`, context);
      add(`${family} ${id} host`, host);
    }
    evidence.forEach(({ kind, match }, index) => {
      add(`${family} evidence ${index} ${kind}`, match);
    });
  }
  return found;
}

/** The regexes that the engine puts together from the hosts of each rule. */
export function regexesOfHosts(): NamedRegex[] {
  return builtinRules().flatMap(({ family, hosts }) => {
    const pattern = hostPattern(hosts);
    return pattern === null
      ? []
      : [{ name: `${family} hosts`, source: pattern.source, flags: pattern.flags }];
  });
}

/** Every regex literal in `src`, named by file and line. */
export function regexesOfSources(): NamedRegex[] {
  return sourceFiles().flatMap((path) => {
    const text = readFileSync(join(SOURCES, path), 'utf8');
    const found: NamedRegex[] = [];
    visit(parseAst(text, { lang: 'ts' }), (node) => {
      const { regex, start } = node as { regex?: { pattern: string; flags: string }; start?: number };
      if (regex === undefined || start === undefined) return;
      const line = text.slice(0, start).split('\n').length;
      found.push({ name: `src/${path}:${line}`, source: regex.pattern, flags: regex.flags });
    });
    return found;
  });
}

/** Files of `src` in which a regex is made from anything but a literal. */
export function filesThatBuildRegexes(): string[] {
  return sourceFiles().filter((path) => {
    let builds = false;
    visit(parseAst(readFileSync(join(SOURCES, path), 'utf8'), { lang: 'ts' }), (node) => {
      const { type, callee } = node as { type?: string; callee?: { name?: string } };
      if (/^(?:New|Call)Expression$/.test(type ?? '') && callee?.name === 'RegExp') builds = true;
    });
    return builds;
  });
}

function sourceFiles(): string[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

function visit(node: unknown, see: (node: object) => void): void {
  if (typeof node !== 'object' || node === null) return;
  see(node);
  for (const child of Object.values(node)) visit(child, see);
}
