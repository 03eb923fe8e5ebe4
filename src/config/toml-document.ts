import { UserError } from '../errors.ts';
import type { DocumentPath, SourceDocument } from '../rules/yaml-document.ts';

/**
 * Reads TOML. Its parser tells no positions but those of syntax errors, so lines are found by the text's own
 * headers and keys.
 * @param fileName for messages only.
 * @throws {UserError} with file and line when it is no TOML.
 */
export async function readToml(text: string, fileName: string): Promise<SourceDocument> {
  const { parse, TomlError } = await import('smol-toml');
  try {
    const value: unknown = parse(text);
    const lines = readLines(text);
    return { value, lineOf: (path) => lineOf(lines, path) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '');
    throw new UserError(`${fileName}:${error.line}: ${reason}`);
  }
}

/** A line that names something, and the path of what it names. */
type NamedLine = { readonly line: number; readonly path: DocumentPath };

const HEADER = /^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?/;
const KEY = /^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=/;

function readLines(text: string): NamedLine[] {
  const lines: NamedLine[] = [];
  const counts = new Map<string, number>();
  let table: DocumentPath = [];
  text.split('\n').forEach((content, index) => {
    const [, bracket, name] = HEADER.exec(content) ?? [];
    if (name !== undefined) {
      table = indexed(keysOf(name), bracket === '[[', counts);
      lines.push({ line: index + 1, path: table });
      return;
    }
    const key = KEY.exec(content)?.[1];
    if (key !== undefined) lines.push({ line: index + 1, path: [...table, ...keysOf(key)] });
  });
  return lines;
}

/** The path of a table; each `[[a.b]]` begins the next element of the list `a.b`. */
function indexed(keys: readonly string[], isElement: boolean, counts: Map<string, number>): DocumentPath {
  const path: (string | number)[] = [];
  keys.forEach((key, index) => {
    path.push(key);
    const list = path.join('\0');
    if (isElement && index === keys.length - 1) counts.set(list, (counts.get(list) ?? -1) + 1);
    const count = counts.get(list);
    if (count !== undefined) path.push(count);
  });
  return path;
}

function keysOf(name: string): string[] {
  return (name.match(/"[^"]*"|'[^']*'|[^.\s]+/g) ?? []).map((key) => key.replace(/^["']|["']$/g, ''));
}

/** The line that names the most of a path from its top. */
function lineOf(lines: readonly NamedLine[], path: DocumentPath): number {
  for (let depth = path.length; depth > 0; depth--) {
    const start = path.slice(0, depth);
    const named = lines.find((each) => start.every((key, index) => each.path[index] === key));
    if (named !== undefined) return named.line;
  }
  return 1;
}
