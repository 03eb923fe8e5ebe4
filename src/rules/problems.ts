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

/** One line each: file, line, the place and what is wrong there. */
export function problemLines(
  problems: readonly Problem[],
  fileName: string,
  lineOf: (path: DocumentPath) => number,
): string[] {
  return problems.map(({ path, message }) => {
    const place = path.length > 0 ? `${path.join('.')}: ` : '';
    return `${fileName}:${lineOf(path)}: ${place}${message}`;
  });
}
