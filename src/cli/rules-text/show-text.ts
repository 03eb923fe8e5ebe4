import {
  BLANK_LINE,
  bulleted,
  field,
  type Layout,
  layoutFor,
  listField,
  paragraph,
} from '../../report/text/layout.ts';
import { countOf } from '../../report/text/numbers.ts';
import { type Line, printLine, span, unbroken } from '../../report/text/span.ts';
import { SEVERITY_LOOKS } from '../../report/text/words.ts';
import { stepsOf } from '../../rules/advice.ts';
import { inGeneral } from '../../rules/evidence-words.ts';
import { isOnByDefault, type RuleFile } from '../../rules/rule-file.ts';
import type { TextStyle } from './table.ts';

/**
 * A rule for people: what it looks for, what counts, and what to do about a finding.
 * @param id of the family, or of the one of its rules to show.
 */
export function showText(rule: RuleFile, id: string, { color, width }: TextStyle): string[] {
  return showLines(rule, id, layoutFor(width, 0)).map((line) => printLine(line, color));
}

function showLines(rule: RuleFile, id: string, layout: Layout): Line[] {
  const variant = rule.variants.find((each) => each.id === id && id !== rule.family);
  const severity = variant?.severity ?? rule.severity;
  return [
    [span(variant?.title ?? rule.title, 'bold'), span(` (${id})`)],
    BLANK_LINE,
    ...paragraph([span(rule.description)], layout, 0),
    BLANK_LINE,
    ...field('Severity', [span(severity, ...SEVERITY_LOOKS[severity])], layout),
    ...field('Rule set', [span(ruleSetInWords(rule))], layout),
    ...(variant === undefined ? [] : field('Family', [span(rule.family)], layout)),
    ...(variant === undefined ? [] : field('Service', [span(variant.service)], layout)),
    ...(variant === undefined ? rulesField(rule, layout) : []),
    ...hostsField(rule, layout),
    ...field('Confidence', [span(thresholdsInWords(rule))], layout),
    ...field('Examples', [span(examplesInWords(rule))], layout),
    ...listField(
      'References',
      rule.references.map((url) => [unbroken(url, 'cyan')]),
      layout,
    ),
    BLANK_LINE,
    ...section(
      'What it is known by',
      [
        ...rule.patterns.map(({ id: pattern, weight, says }) => weighed(weight, pattern, says)),
        ...(rule.patterns.some(({ checksum }) => checksum !== null)
          ? ['a checksum inside it, which proves it']
          : []),
      ],
      layout,
    ),
    ...section(
      'What counts for it',
      says(rule, (weight) => weight > 0),
      layout,
    ),
    ...section(
      'What counts against it',
      says(rule, (weight) => weight < 0),
      layout,
    ),
    ...adviceSection(rule, layout),
  ];
}

function rulesField({ variants }: RuleFile, layout: Layout): Line[] {
  return listField(
    'Rules',
    variants.map(({ id, title }) => [unbroken(id, 'bold'), span(`: ${title}`)]),
    layout,
  );
}

function ruleSetInWords({ ruleset }: RuleFile): string {
  return isOnByDefault(ruleset)
    ? `${ruleset}, on by default`
    : `${ruleset}, off by default: --ruleset ${ruleset} turns it on`;
}

function hostsField({ hosts }: RuleFile, layout: Layout): Line[] {
  return hosts.length === 0 ? [] : field('Hosts', [span(hosts.join(', '))], layout);
}

function examplesInWords({ examples, counterexamples }: RuleFile): string {
  return `${countOf(examples.length, 'example')}, ${countOf(counterexamples.length, 'counter-example')}`;
}

/** What the weights of patterns and evidence have to add up to. */
function thresholdsInWords({ thresholds: { low, medium, high } }: RuleFile): string {
  return `low from a sum of ${low} on, medium from ${medium}, high from ${high}`;
}

/** `+4 host/host-near: …`: the name is what a configuration changes the weight by. */
function weighed(weight: number, name: string, says: string): string {
  return `${weight > 0 ? '+' : ''}${weight} ${name}: ${says}`;
}

/** Evidence in words, weightiest first. */
function says({ evidence }: RuleFile, isIn: (weight: number) => boolean): string[] {
  const sorted = evidence
    .filter(({ weight }) => isIn(weight))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return sorted.map(({ weight, kind, view, says: words }) => weighed(weight, `${kind}/${view}`, words));
}

/** Several pieces of evidence may say the same. */
function section(title: string, items: readonly string[], layout: Layout): Line[] {
  if (items.length === 0) return [];
  const texts = new Set(items.map(inGeneral));
  return [
    [span(title, 'bold')],
    ...[...texts].flatMap((item) => bulleted(span('-'), [span(item)], layout, 2)),
    BLANK_LINE,
  ];
}

function adviceSection({ remediation }: RuleFile, layout: Layout): Line[] {
  return [
    [span('What to do about one', 'bold')],
    ...paragraph([span(remediation.summary)], layout, 2),
    ...stepsOf(remediation).flatMap((step, index) => [
      ...bulleted(span(`${index + 1}.`), [span(step.text)], layout, 2),
      ...step.commands.map((command): Line => [span('       '), unbroken(command, 'cyan')]),
    ]),
  ];
}
