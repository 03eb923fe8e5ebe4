import type { CheckResult } from '../../rules/check.ts';
import type { RuleSource } from '../../rules/compile.ts';
import { readSourceFile } from '../../rules/read-source.ts';
import { ruleWithId } from '../../rules/rule-with-id.ts';
import { EXIT_CODES } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { writeOutput } from '../output.ts';
import type { RulesCommand } from '../rules-arguments.ts';
import { checkText } from '../rules-text/check-text.ts';
import { listText, ruleSummary } from '../rules-text/list-text.ts';
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
      const { rules, rulesets } = await service.rules(command.config);
      const isJson = command.format === 'json';
      await writeOutput(
        host.stdout,
        isJson ? toJson(rules.map((rule) => ruleSummary(rule, rulesets))) : listText(rules, rulesets, style),
      );
      return EXIT_CODES.clean;
    }
    case 'rules-show': {
      const rule = ruleWithId((await service.rules(command.config)).rules, command.id);
      await writeOutput(
        host.stdout,
        command.format === 'json' ? toJson(rule) : showText(rule, command.id, style),
      );
      return EXIT_CODES.clean;
    }
    case 'rules-check': {
      const results =
        command.files.length === 0
          ? await service.checkRules(command.config)
          : await service.checkFiles(await Promise.all(command.files.map(readRuleFile)));
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

async function readRuleFile(path: string): Promise<RuleSource> {
  return { name: path, text: await readSourceFile(path, 'the rule file') };
}
