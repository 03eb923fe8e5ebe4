import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { problemLines, problemsOf } from './problems.ts';
import type { RuleFile } from './rule-file.ts';
import { ruleFileSchema } from './schema.ts';
import { readYaml, type SourceDocument } from './yaml-document.ts';

/** A rule file, and where each part of it stands. */
export type ParsedRuleFile = { readonly rule: RuleFile; readonly lineOf: SourceDocument['lineOf'] };

/**
 * Reads one rule file.
 * @param fileName for messages only.
 * @throws {UserError} with file, line and what is wrong, one line for each problem.
 */
export function parseRuleFile(text: string, fileName: string): RuleFile {
  return parseRuleDocument(text, fileName).rule;
}

/** The same, for whoever finds more that is wrong with it. */
export function parseRuleDocument(text: string, fileName: string): ParsedRuleFile {
  const { value, lineOf } = readYaml(text, fileName);
  const result = v.safeParse(ruleFileSchema, value);
  if (result.success) return { rule: result.output, lineOf };
  throw new UserError(problemLines(problemsOf(result.issues), fileName, lineOf).join('\n'));
}
