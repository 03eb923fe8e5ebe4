import type * as v from 'valibot';
import type { DocumentPath } from './yaml-document.ts';

/** Something wrong in a document, at a place in it. */
export type Problem = { readonly path: DocumentPath; readonly message: string };

/** What a schema found wrong. */
export function problemsOf(issues: readonly v.BaseIssue<unknown>[]): Problem[] {
  return issues.map((issue) => ({
    path: (issue.path ?? []).map((item) => item.key as string | number),
    message: issue.message,
  }));
}

/** More are more than anybody reads at once. */
const MOST_LINES = 20;

/** One line each: file, line, the place and what is wrong there. At most 20, and how many there are besides. */
export function problemLines(
  problems: readonly Problem[],
  fileName: string,
  lineOf: (path: DocumentPath) => number,
): string[] {
  const lines = problems.slice(0, MOST_LINES).map(({ path, message }) => {
    const place = path.length > 0 ? `${path.join('.')}: ` : '';
    return `${fileName}:${lineOf(path)}: ${place}${message}`;
  });
  const more = problems.length - lines.length;
  return more > 0 ? [...lines, `${fileName}: and ${more} more`] : lines;
}
