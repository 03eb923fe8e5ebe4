import { SEVERITY_LOOKS } from '../../report/text/words.ts';
import type { RuleFile } from '../../rules/rule-file.ts';
import { type Row, type TextStyle, tableLines } from './table.ts';

/** A rule file in `rules list --format json`. */
export function ruleSummaries({
  family,
  title,
  severity,
  ruleset,
  examples,
  counterexamples,
  variants,
}: RuleFile) {
  return {
    id: family,
    title,
    severity,
    ruleset,
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

/** A table: each family of credentials, and indented below it the rules that tell its services apart. */
export function listText(rules: readonly RuleFile[], style: TextStyle): string[] {
  const header: Row = ['ID', 'TITLE', 'SEVERITY', 'EXAMPLES'].map((text) => ({
    text,
    looks: ['dim'] as const,
  }));
  return tableLines([header, ...rules.flatMap(familyRows)], style);
}

function familyRows({ family, title, severity, examples, counterexamples, variants }: RuleFile): Row[] {
  const head: Row = [
    { text: family, looks: ['bold'] },
    { text: title, looks: ['bold'] },
    { text: severity, looks: SEVERITY_LOOKS[severity] },
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
