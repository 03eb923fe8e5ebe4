import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Imports that are there when the program runs; those of types are not. */
const STATIC_IMPORT = /^(?:import|export) (?!type\b)[^'"]*?from '(\.[^']+\.ts)';$/gms;

/** The files that are loaded with a source file: those that it imports statically, and theirs, and itself. */
export function staticImports(file: string, found: Set<string> = new Set()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(STATIC_IMPORT)) {
    staticImports(resolve(dirname(file), name), found);
  }
  return found;
}
