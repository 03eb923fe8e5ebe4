import { isNode, LineCounter, parseDocument } from 'yaml';
import { UserError } from '../errors.ts';

/** Where something stands in a document: keys and indices from its top. */
export type DocumentPath = readonly (string | number)[];

/** What a file of data says, and where each part of it stands. */
export type SourceDocument = {
  readonly value: unknown;
  /** The line, from 1, of the deepest part of a path that the document has. */
  lineOf(path: DocumentPath): number;
};

/**
 * Reads YAML, and so JSON.
 * @param fileName for messages only.
 * @throws {UserError} with file and line when it is no YAML, or multiplies itself by aliases ("billion laughs").
 */
export function readYaml(text: string, fileName: string): SourceDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const syntaxError = document.errors[0];
  if (syntaxError) {
    const { line } = lines.linePos(syntaxError.pos[0]);
    const reason = syntaxError.message.split('\n')[0]?.replace(/ at line.*$/, '');
    throw new UserError(`${fileName}:${line}: ${reason}`);
  }
  return { value: plainValue(), lineOf };

  function plainValue(): unknown {
    try {
      return document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      throw new UserError(`${fileName}:1: ${(error as Error).message}`);
    }
  }

  function lineOf(path: DocumentPath): number {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}
