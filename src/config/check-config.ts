import type { Problem } from '../rules/problems.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import type { ConfigDocument } from './schema.ts';

/** What is wrong with a configuration beside its form: names of rules and evidence that there are not. */
export function checkConfig(
  document: ConfigDocument,
  ownRules: readonly RuleFile[],
  builtin: readonly RuleFile[],
): Problem[] {
  const rules = [...ownRules, ...builtin];
  return [
    ...repeatedRules(ownRules, builtin),
    ...unknownIds(document.rules.only, ['rules', 'only'], rules),
    ...unknownIds(document.rules.disable, ['rules', 'disable'], rules),
    ...Object.entries(document.weights).flatMap(([family, changes]) =>
      weightProblems(family, changes, rules),
    ),
    ...failOnProblems(document.scan),
  ];
}

/** What is wrong with allowed regexes. */
export async function regexProblems(sources: readonly string[]): Promise<Problem[]> {
  if (sources.length === 0) return [];
  const { compileLinear, linearRegexProblem } = await import('../rules/linear-regex.ts');
  return sources.flatMap((source, index) => {
    const message =
      linearRegexProblem(source, 'look') ??
      (compileLinear(source, '').test('') ? 'matches an empty text, and so would allow everything' : null);
    return message === null ? [] : [{ path: ['allow', 'regexes', index], message }];
  });
}

function idsOf({ family, variants }: RuleFile): string[] {
  return [...new Set([family, ...variants.map(({ id }) => id)])];
}

function repeatedRules(ownRules: readonly RuleFile[], builtin: readonly RuleFile[]): Problem[] {
  const known = new Set(builtin.flatMap(idsOf));
  const problems: Problem[] = [];
  for (const rule of ownRules) {
    for (const id of idsOf(rule)) {
      if (known.has(id)) problems.push({ path: ['rules'], message: `there is a rule "${id}" already` });
      known.add(id);
    }
  }
  return problems;
}

function unknownIds(ids: readonly string[], path: readonly string[], rules: readonly RuleFile[]): Problem[] {
  const known = new Set(rules.flatMap(idsOf));
  return ids.flatMap((id, index) =>
    known.has(id)
      ? []
      : [{ path: [...path, index], message: `there is no rule "${id}"; "keypetrel rules list" shows them` }],
  );
}

function weightProblems(
  family: string,
  changes: ConfigDocument['weights'][string],
  rules: readonly RuleFile[],
): Problem[] {
  const path = ['weights', family];
  const rule = rules.find((each) => each.family === family);
  if (rule === undefined) return [{ path, message: `there is no rule family "${family}"` }];
  const unknown = (section: 'evidence' | 'patterns', names: readonly string[]): Problem[] =>
    Object.keys(changes[section])
      .filter((name) => !names.includes(name))
      .map((name) => ({
        path: [...path, section, name],
        message: `${family} has no "${name}" there, but ${[...new Set(names)].join(', ')}`,
      }));
  const { low, medium, high } = { ...rule.thresholds, ...changes.thresholds };
  return [
    ...unknown(
      'evidence',
      rule.evidence.map(({ kind }) => kind),
    ),
    ...unknown(
      'patterns',
      rule.patterns.map(({ id }) => id),
    ),
    ...(low <= medium && medium <= high
      ? []
      : [{ path: [...path, 'thresholds'], message: 'low must not be above medium, nor medium above high' }]),
  ];
}

function failOnProblems({ minConfidence, failOn }: ConfigDocument['scan']): Problem[] {
  const levels = ['low', 'medium', 'high', 'proven'];
  if (failOn === null || minConfidence === null) return [];
  if (levels.indexOf(failOn) >= levels.indexOf(minConfidence)) return [];
  const message = `what is not reported fails no scan: it needs minConfidence ${failOn}`;
  return [{ path: ['scan', 'failOn'], message }];
}
