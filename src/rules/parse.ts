import * as v from 'valibot';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { UserError } from '../errors.ts';
import type { RuleFile } from './rule-file.ts';
import { ruleFileSchema } from './schema.ts';

/**
 * Reads one rule file.
 * @param fileName for messages only.
 * @throws {UserError} with file, line and what is wrong, one line for each problem.
 */
export function parseRuleFile(text: string, fileName: string): RuleFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const syntaxError = document.errors[0];
  if (syntaxError) {
    const { line } = lines.linePos(syntaxError.pos[0]);
    throw new UserError(
      `${fileName}:${line}: ${syntaxError.message.split('\n')[0]?.replace(/ at line.*$/, '')}`,
    );
  }
  const result = v.safeParse(ruleFileSchema, plainValue(document, fileName));
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => {
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    return `${fileName}:${lineOf(path)}: ${path.length > 0 ? `${path.join('.')}: ` : ''}${issue.message}`;
  });
  throw new UserError(problems.join('\n'));

  /** The line of the deepest part of a path that the document has. */
  function lineOf(path: readonly (string | number)[]): number {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

/** The document as plain values; aliases that multiply ("billion laughs") are refused. */
function plainValue(document: Document, fileName: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new UserError(`${fileName}:1: ${(error as Error).message}`);
  }
}
