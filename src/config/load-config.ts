import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve } from 'node:path';
import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { asOwnRule, ownRuleProblems } from '../rules/own-rule.ts';
import { parseRuleFile } from '../rules/parse.ts';
import { type Problem, problemLines, problemsOf } from '../rules/problems.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import { type DocumentPath, readYaml, type SourceDocument } from '../rules/yaml-document.ts';
import { checkConfig, regexProblems } from './check-config.ts';
import type { Config } from './config.ts';
import { configSchema } from './schema.ts';
import { readToml } from './toml-document.ts';

/** Larger files are no configuration, in bytes. */
const LARGEST_FILE = 4 * 1024 * 1024;

/**
 * Reads a configuration and the rule files that it names.
 * @param builtin the rules that it adds to and changes.
 * @throws {UserError} with file, line and what is wrong, one line for each problem.
 */
export async function loadConfig(path: string, builtin: readonly RuleFile[]): Promise<Config> {
  const { value, lineOf } = await readDocument(path);
  const refuse = (problems: readonly Problem[]): void => {
    if (problems.length > 0) throw new UserError(problemLines(problems, path, lineOf).join('\n'));
  };
  const result = v.safeParse(configSchema, value ?? {});
  if (!result.success) {
    refuse(problemsOf(result.issues));
    throw new UserError(`${path}:1: is not a configuration`);
  }
  const document = result.output;
  refuse(await inlineRuleProblems(document.rules.define));
  refuse(await regexProblems(document.allow.regexes));
  const fromFiles = await Promise.all(document.rules.files.map((file) => readRuleFile(path, file)));
  const ownRules = [...document.rules.define, ...fromFiles].map(asOwnRule);
  refuse(checkConfig(document, ownRules, builtin));
  return {
    path,
    ownRules,
    weights: document.weights,
    allow: document.allow,
    onlyRules: document.rules.only,
    disabledRules: document.rules.disable,
    rulesets: document.rules.rulesets,
    defaults: document.scan,
  };
}

async function readDocument(path: string): Promise<SourceDocument> {
  const text = await readText(path, 'the configuration');
  switch (extname(path).toLowerCase()) {
    case '.toml':
      return readToml(text, path);
    case '.yaml':
    case '.yml':
    case '.json':
      return readYaml(text, path);
    default:
      throw new UserError(`the configuration "${path}" is neither .yaml nor .toml`);
  }
}

async function readText(path: string, what: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) throw new Error(`it is larger than ${LARGEST_FILE} bytes`);
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = (error as Error).message;
    throw new UserError(`cannot read ${what} "${path}": ${reason}`, { cause: error });
  }
}

async function inlineRuleProblems(rules: readonly RuleFile[]): Promise<Problem[]> {
  const all = await Promise.all(rules.map(ownRuleProblems));
  return all.flatMap((problems, index) =>
    problems.map(({ path, message }) => ({ path: ['rules', 'define', index, ...path], message })),
  );
}

/** A rule file that a configuration names, relative to its own folder. */
async function readRuleFile(configPath: string, file: string): Promise<RuleFile> {
  const path = join(relative('', dirname(resolve(configPath))), file);
  const text = await readText(file.startsWith('/') ? file : path, 'the rule file');
  const rule = parseRuleFile(text, path);
  const problems = await ownRuleProblems(rule);
  if (problems.length === 0) return rule;
  const { lineOf } = readYaml(text, path);
  throw new UserError(problemLines(problems, path, (place: DocumentPath) => lineOf(place)).join('\n'));
}
