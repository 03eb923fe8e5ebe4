import { UserError } from '../errors.ts';
import type { DocumentPath, SourceDocument } from '../rules/yaml-document.ts';
import { tomlLines } from './toml-lines.ts';

/**
 * Reads TOML.
 * @param fileName for messages only.
 * @throws {UserError} with file and line when it is no TOML.
 */
export async function readToml(text: string, fileName: string): Promise<SourceDocument> {
  const { parse, TomlError } = await import('smol-toml');
  try {
    const value: unknown = parse(text);
    // Needed only when something is wrong.
    let lineOf: ((path: DocumentPath) => number) | null = null;
    return {
      value,
      lineOf: (path) => {
        lineOf ??= tomlLines(text);
        return lineOf(path);
      },
    };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? '';
    const words = reason.startsWith('document contains excessively nested') ? 'is nested too deeply' : reason;
    throw new UserError(`${fileName}:${error.line}: ${words}`);
  }
}
