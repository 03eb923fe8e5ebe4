import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { problemLines, problemsOf } from './problems.ts';
import type { RuleFile } from './rule-file.ts';
import { ruleFileSchema } from './schema.ts';
import { readYaml } from './yaml-document.ts';

/**
 * Reads one rule file.
 * @param fileName for messages only.
 * @throws {UserError} with file, line and what is wrong, one line for each problem.
 */
export function parseRuleFile(text: string, fileName: string): RuleFile {
  const { value, lineOf } = readYaml(text, fileName);
  const result = v.safeParse(ruleFileSchema, value);
  if (result.success) return result.output;
  throw new UserError(problemLines(problemsOf(result.issues), fileName, lineOf).join('\n'));
}
