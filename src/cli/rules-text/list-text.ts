import { BLANK_LINE, layoutFor, paragraph } from '../../report/text/layout.ts';
import { printLine, span } from '../../report/text/span.ts';
import { SEVERITY_LOOKS } from '../../report/text/words.ts';
import {
  DEFAULT_RULESETS,
  isOnByDefault,
  RULESETS,
  type RuleFile,
  type RuleSet,
} from '../../rules/rule-file.ts';
import { type Row, type TextStyle, tableLines } from './table.ts';

/** A rule file in `rules list --format json`. */
export function ruleSummary(rule: RuleFile, rulesets: readonly RuleSet[]) {
  const { family, title, severity, ruleset, examples, counterexamples, variants, isOwn } = rule;
  return {
    id: family,
    title,
    own: isOwn === true,
    severity,
    ruleset,
    onByDefault: isOnByDefault(ruleset),
    on: isOn(rule, rulesets),
    examples: examples.length,
    counterexamples: counterexamples.length,
    rules: variants.map((variant) => ({
      id: variant.id,
      title: variant.title,
      service: variant.service,
      severity: variant.severity ?? severity,
    })),
  };
}

/** Whether a rule is looked for. @param rulesets those that a configuration turns on. */
function isOn({ ruleset, isOwn }: RuleFile, rulesets: readonly RuleSet[]): boolean {
  return isOwn === true || isOnByDefault(ruleset) || rulesets.includes(ruleset);
}

/**
 * A table: each family of credentials, and indented below it the rules that tell its services apart. Below it,
 * which rule sets are on.
 * @param rulesets those that a configuration turns on.
 */
export function listText(
  rules: readonly RuleFile[],
  rulesets: readonly RuleSet[],
  style: TextStyle,
): string[] {
  const header: Row = ['ID', 'TITLE', 'SEVERITY', 'RULE SET', 'EXAMPLES'].map((text) => ({
    text,
    looks: ['dim'] as const,
  }));
  return [
    ...tableLines([header, ...rules.flatMap((rule) => familyRows(rule, isOn(rule, rulesets)))], style),
    ...[BLANK_LINE, ...paragraph([span(ruleSetsInWords())], layoutFor(style.width, 0), 0)].map((line) =>
      printLine(line, style.color),
    ),
  ];
}

function ruleSetsInWords(): string {
  const others = RULESETS.filter((each) => !isOnByDefault(each));
  return `On by default: ${DEFAULT_RULESETS.join(' and ')}. ${others
    .map((each) => `${each} is turned on by --ruleset ${each}, or a rule of it by --rule ID.`)
    .join(' ')}`;
}

function familyRows(rule: RuleFile, isRuleOn: boolean): Row[] {
  const { family, title, severity, ruleset, examples, counterexamples, variants, isOwn } = rule;
  const head: Row = [
    { text: family, looks: ['bold'] },
    { text: isOwn === true ? `${title} (from the configuration)` : title, looks: ['bold'] },
    { text: severity, looks: SEVERITY_LOOKS[severity] },
    { text: isRuleOn ? ruleset : `${ruleset} (off)` },
    { text: String(examples.length + counterexamples.length), isNumber: true },
  ];
  const others = variants.filter(({ id }) => id !== family || variants.length > 1);
  return [
    head,
    ...others.map((variant): Row => {
      const own = variant.severity ?? severity;
      return [
        { text: `  ${variant.id}` },
        { text: variant.title },
        { text: own, looks: SEVERITY_LOOKS[own] },
      ];
    }),
  ];
}
