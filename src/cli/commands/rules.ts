import { readFile } from 'node:fs/promises';
import { UserError } from '../../errors.ts';
import type { CheckResult } from '../../rules/check.ts';
import type { RuleSource } from '../../rules/compile.ts';
import { ruleWithId } from '../../rules/rule-with-id.ts';
import { EXIT_CODES } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { writeOutput } from '../output.ts';
import type { RulesCommand } from '../rules-arguments.ts';
import { checkText } from '../rules-text/check-text.ts';
import { listText, ruleSummaries } from '../rules-text/list-text.ts';
import { showText } from '../rules-text/show-text.ts';
import type { RuleService } from '../services.ts';
import { hasColor, widthOf } from '../terminal.ts';

/**
 * `keypetrel rules list|show|check`.
 * @returns the exit code: a rule file that is wrong is a wrong configuration.
 */
export async function runRules(command: RulesCommand, host: Host, service: RuleService): Promise<number> {
  const style = {
    color: hasColor(host.stdout, host.env, command.color),
    width: widthOf(host.stdout, host.env),
  };
  switch (command.kind) {
    case 'rules-list': {
      const rules = service.builtinRules();
      const isJson = command.format === 'json';
      await writeOutput(host.stdout, isJson ? toJson(rules.map(ruleSummaries)) : listText(rules, style));
      return EXIT_CODES.clean;
    }
    case 'rules-show': {
      const rule = ruleWithId(service.builtinRules(), command.id);
      await writeOutput(
        host.stdout,
        command.format === 'json' ? toJson(rule) : showText(rule, command.id, style),
      );
      return EXIT_CODES.clean;
    }
    case 'rules-check': {
      const results = await check(command.files, service);
      await writeOutput(
        host.stdout,
        command.format === 'json' ? toJson(results.map(checkSummary)) : checkText(results, style),
      );
      return results.every(({ problems }) => problems.length === 0) ? EXIT_CODES.clean : EXIT_CODES.failure;
    }
  }
}

function toJson(value: unknown): string[] {
  return [`${JSON.stringify(value, null, 2)}\n`];
}

function checkSummary({ name, rule, examples, counterexamples, problems }: CheckResult) {
  return { name, family: rule?.family ?? null, examples, counterexamples, problems };
}

async function check(paths: readonly string[], service: RuleService): Promise<readonly CheckResult[]> {
  if (paths.length === 0) return service.checkBuiltinRules();
  return service.checkFiles(await Promise.all(paths.map(readRuleFile)));
}

async function readRuleFile(path: string): Promise<RuleSource> {
  try {
    return { name: path, text: await readFile(path, 'utf8') };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`cannot read the rule file "${path}": ${reason}`, { cause: error });
  }
}
