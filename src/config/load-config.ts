import { dirname, extname, isAbsolute, join } from 'node:path';
import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { builtinRules } from '../rules/catalogue.ts';
import { ruleProblems } from '../rules/check.ts';
import { asOwnRule } from '../rules/own-rule.ts';
import { parseRuleDocument } from '../rules/parse.ts';
import { samplesOf } from '../rules/placeholders.ts';
import { type Problem, problemLines, problemsOf } from '../rules/problems.ts';
import { readSourceFile } from '../rules/read-source.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import { readYaml, type SourceDocument } from '../rules/yaml-document.ts';
import { checkConfig, globProblems, regexProblems } from './check-config.ts';
import type { Config } from './config.ts';
import { type ConfigDocument, configSchema } from './schema.ts';
import { readToml } from './toml-document.ts';

/** Refuses what has problems: with file, line and what is wrong, one line for each. */
type Refuse = (problems: readonly Problem[]) => void;

/**
 * Reads a configuration and the rule files that it names, and tests its rules with their own examples.
 * @param path of a `.yaml`, `.yml`, `.json` or `.toml` file.
 * @param builtin the rules that it adds to and changes.
 * @throws {UserError} with file, line and what is wrong, one line for each problem.
 */
export async function loadConfig(
  path: string,
  builtin: readonly RuleFile[] = builtinRules(),
): Promise<Config> {
  const { value, lineOf } = await readDocument(path);
  const refuse: Refuse = (problems) => {
    if (problems.length > 0) throw new UserError(problemLines(problems, path, lineOf).join('\n'));
  };
  const document = parseDocument(value, refuse);
  const { rules, weights, allow, scan } = document;
  const defined = rules.define.map(asOwnRule);
  const samples = samplesOf(builtin);
  refuse([
    ...(await regexProblems(allow.regexes)),
    ...(await globProblems({ scan, allow })),
    ...(await definedRuleProblems(defined, samples)),
  ]);
  const ownRules = [...defined, ...(await readRuleFiles(path, rules.files, samples, refuse))];
  refuse(checkConfig(document, ownRules, builtin));
  return {
    path,
    ownRules,
    weights,
    allow,
    onlyRules: rules.only,
    disabledRules: rules.disable,
    rulesets: rules.rulesets,
    defaults: { ...scan, baseline: scan.baseline === null ? null : besides(path, scan.baseline) },
  };
}

async function readDocument(path: string): Promise<SourceDocument> {
  const extension = extname(path).toLowerCase();
  if (!['.toml', '.yaml', '.yml', '.json'].includes(extension))
    throw new UserError(`the configuration "${path}" is neither .yaml nor .toml by its name`);
  const text = await readSourceFile(path, 'the configuration');
  return extension === '.toml' ? readToml(text, path) : readYaml(text, path);
}

/** An empty file is a configuration that changes nothing. */
function parseDocument(value: unknown, refuse: Refuse): ConfigDocument {
  const result = v.safeParse(configSchema, value ?? {});
  if (result.success) return result.output;
  refuse(problemsOf(result.issues));
  throw new Error('a schema refused a configuration without a reason');
}

type Samples = ReturnType<typeof samplesOf>;

async function definedRuleProblems(rules: readonly RuleFile[], samples: Samples): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [index, rule] of rules.entries()) {
    for (const problem of await ruleProblems(rule, { ...samples, ...rule.samples }))
      problems.push({ ...problem, path: ['rules', 'define', index, ...problem.path] });
  }
  return problems;
}

/** A file that a configuration names, relative to its own folder. */
function besides(configPath: string, file: string): string {
  return isAbsolute(file) ? file : join(dirname(configPath), file);
}

/** The rule files that a configuration names, relative to its own folder. */
async function readRuleFiles(
  configPath: string,
  files: readonly string[],
  samples: Samples,
  refuse: Refuse,
): Promise<RuleFile[]> {
  const rules: RuleFile[] = [];
  for (const [index, file] of files.entries()) {
    const path = besides(configPath, file);
    const text = await readSourceFile(path, 'the rule file').catch((error: Error) => {
      refuse([{ path: ['rules', 'files', index], message: error.message }]);
      throw error;
    });
    const { rule: written, lineOf } = parseRuleDocument(text, path);
    const rule = asOwnRule(written);
    const problems = await ruleProblems(rule, { ...samples, ...rule.samples });
    if (problems.length > 0) throw new UserError(problemLines(problems, path, lineOf).join('\n'));
    rules.push(rule);
  }
  return rules;
}
