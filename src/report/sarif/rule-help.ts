import type { MultiformatMessageString } from 'sarif';
import type { Credential } from '../../credentials/report.ts';
import { remediationOf, stepsOf } from '../../rules/advice.ts';
import type { RuleFile } from '../../rules/rule-file.ts';
import { codeBlock, prose } from '../markdown/escape.ts';

/** What to do about a credential of a rule, wherever it was found. */
export type RuleAdvice = {
  readonly summary: string;
  readonly steps: readonly string[];
  readonly commands: readonly string[];
  /** Web pages that the rule file cites. */
  readonly references: readonly string[];
};

/** The advice of a rule, with `<resource>` where a command needs a name. */
export function adviceOfRule(file: RuleFile, rule: string): RuleAdvice {
  const remediation = remediationOf(file, rule);
  const steps = stepsOf(remediation);
  return {
    summary: remediation.summary,
    steps: steps.map(({ text }) => text),
    commands: steps
      .flatMap(({ commands }) => commands)
      .map((command) => command.replace(/\{(\w+)\}/g, '<$1>')),
    references: file.references.filter((each) => /^https?:\/\//.test(each)),
  };
}

/** The advice for a credential of which no rule file is known. */
export function adviceOf({ remediation: { summary, steps, commands } }: Credential): RuleAdvice {
  return { summary, steps, commands, references: [] };
}

const ROTATE_FIRST =
  'Do this first, wherever the credential stands: taking it out of a file or of the history does not make it worthless, because every clone, fork and cache may keep it.';

/** The page about a rule that GitHub shows beside each alert: rotate first, then everything else. */
export function ruleHelp(title: string, description: string, advice: RuleAdvice): MultiformatMessageString {
  const { summary, steps, commands, references } = advice;
  const text = [
    description,
    `${summary} ${ROTATE_FIRST}`,
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    ...commands.map((command) => `  ${command}`),
    ...references,
  ].join('\n');
  const markdown = [
    `# ${prose(title)}\n`,
    `${prose(description)}\n`,
    `## What to do\n`,
    `${prose(summary)} **${ROTATE_FIRST}**\n`,
    ...steps.map((step, index) => `${index + 1}. ${prose(step)}`),
    ...(commands.length > 0 ? [`\n${codeBlock(commands, 'sh')}`] : []),
    ...(references.length > 0 ? ['## References\n', ...references.map((each) => `- <${each}>`)] : []),
  ].join('\n');
  return { text, markdown: `${markdown}\n` };
}
