import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import glob from 'fast-glob';
import { type JsonSchema, selfContained } from './self-contained-schema.ts';

/** Writes every `*.schema.json` below `sourceFolder` flat into `targetFolder`, which the package exports. */
export async function copySchemas(sourceFolder: string, targetFolder: string): Promise<void> {
  await mkdir(targetFolder, { recursive: true });
  for (const [name, text] of await shippedSchemas(sourceFolder))
    await writeFile(join(targetFolder, name), text);
}

/** The schemas as they are shipped, by the names of their files: one that refers to another holds what it needs of it. */
export async function shippedSchemas(sourceFolder: string): Promise<Map<string, string>> {
  const paths = (await glob('**/*.schema.json', { cwd: sourceFolder })).sort();
  const texts = new Map<string, string>();
  for (const path of paths) texts.set(basename(path), await readFile(join(sourceFolder, path), 'utf8'));
  const schemas = new Map([...texts].map(([name, text]) => [name, JSON.parse(text) as JsonSchema]));
  for (const [name, schema] of schemas) {
    const shipped = selfContained(schema, schemas);
    if (shipped !== schema) texts.set(name, `${JSON.stringify(shipped, null, 2)}\n`);
  }
  return texts;
}
