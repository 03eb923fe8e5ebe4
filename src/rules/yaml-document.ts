import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { UserError } from '../errors.ts';

/** Where something stands in a document: keys and indices from its top. */
export type DocumentPath = readonly (string | number)[];

/** What a file of data says, and where each part of it stands. */
export type SourceDocument = {
  readonly value: unknown;
  /** The line, from 1, of the deepest part of a path that the document has. */
  lineOf(path: DocumentPath): number;
};

/** How often something may be repeated by aliases: the parser's own limit against "billion laughs". */
const MOST_ALIASES = 100;

/**
 * Reads YAML, and so JSON: one document of the core schema, whose keys are texts.
 * @param text not over `LARGEST_SOURCE`, for the parser takes a kilobyte for each bracket that is not closed.
 * @param fileName for messages only.
 * @throws {UserError} with file and line when it is no YAML, is nested too deeply, or multiplies itself by aliases.
 */
export function readYaml(text: string, fileName: string): SourceDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    // The text of a pretty error quotes what stands before it, each time from the start.
    prettyErrors: false,
    // Sets, dates and binaries stay texts, also where the document says that it is of YAML 1.1.
    schema: 'core',
    resolveKnownTags: false,
    stringKeys: true,
    // The parser's own check compares each name with each: see `repeatedName`.
    uniqueKeys: false,
  });
  const problem = document.errors[0] ?? document.warnings[0] ?? repeatedName(document);
  if (problem) {
    const { line } = lines.linePos(problem.pos[0]);
    throw new UserError(`${fileName}:${line}: ${inWords(problem.message)}`);
  }
  return { value: plainValue(), lineOf };

  function plainValue(): unknown {
    try {
      return document.toJS({ maxAliasCount: MOST_ALIASES });
    } catch (error) {
      throw new UserError(`${fileName}:1: ${inWords((error as Error).message)}`);
    }
  }

  function lineOf(path: DocumentPath): number {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = nodeAt(document, path.slice(0, depth));
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

/** The key where a path ends with a name, else the value: a value may begin on the line behind its key. */
function nodeAt(document: Document, path: DocumentPath): unknown {
  if (path.length === 0) return document.contents;
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return document.getIn(path, true);
  return parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))?.key;
}

/** The first name that a table has twice, with its place. */
function repeatedName(document: Document): { readonly message: string; readonly pos: [number] } | null {
  let problem: { message: string; pos: [number] } | null = null;
  visit(document, {
    Map(_, { items }) {
      const names = new Set<unknown>();
      for (const { key } of items) {
        const name = isScalar(key) ? key.value : key;
        if (names.has(name)) {
          problem = {
            message: `has the name "${name}" twice`,
            pos: [isNode(key) ? (key.range?.[0] ?? 0) : 0],
          };
          return visit.BREAK;
        }
        names.add(name);
      }
      return undefined;
    },
  });
  return problem;
}

function inWords(message: string): string {
  if (message.includes('Maximum call stack')) return 'is nested too deeply';
  if (message.startsWith('Source contains multiple documents')) return 'holds more than one document';
  if (message.startsWith('Excessive alias count'))
    return `multiplies itself by more than ${MOST_ALIASES} aliases`;
  return message;
}
