import { isAtLeast } from '../detect/finding.ts';
import { UserError } from '../errors.ts';
import type { Problem } from '../rules/problems.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import { createPathFilter } from '../sources/path-filter.ts';
import type { ConfigDocument } from './schema.ts';
import { DEFAULT_CONFIDENCE } from './settings.ts';

/** What is wrong with a configuration beside its form: names of rules and evidence that there are not. */
export function checkConfig(
  document: ConfigDocument,
  ownRules: readonly RuleFile[],
  builtin: readonly RuleFile[],
): Problem[] {
  const rules = [...ownRules, ...builtin];
  return [
    ...repeatedRules(document, ownRules, builtin),
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

/** What is wrong with globs. */
export async function globProblems({
  scan,
  allow,
}: Pick<ConfigDocument, 'scan' | 'allow'>): Promise<Problem[]> {
  const lists = [
    { path: ['scan', 'include'], globs: scan.include },
    { path: ['scan', 'exclude'], globs: scan.exclude },
    { path: ['allow', 'paths'], globs: allow.paths },
  ];
  const problems: Problem[] = [];
  for (const { path, globs } of lists) {
    for (const [index, glob] of globs.entries()) {
      const message = await globProblem(glob);
      if (message !== null) problems.push({ path: [...path, index], message });
    }
  }
  return problems;
}

async function globProblem(glob: string): Promise<string | null> {
  try {
    await createPathFilter({ include: [glob] });
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message;
  }
}

function idsOf({ family, variants }: RuleFile): string[] {
  return [...new Set([family, ...variants.map(({ id }) => id)])];
}

/** @param ownRules those that are defined in the document, then those of the files that it names. */
function repeatedRules(
  { rules: { define } }: ConfigDocument,
  ownRules: readonly RuleFile[],
  builtin: readonly RuleFile[],
): Problem[] {
  const known = new Set(builtin.flatMap(idsOf));
  return ownRules.flatMap((rule, index) => {
    const ids = idsOf(rule);
    const twice = ids.filter((id) => known.has(id));
    for (const id of ids) known.add(id);
    const place = index < define.length ? ['define', index] : ['files', index - define.length];
    return twice.map((id) => ({ path: ['rules', ...place], message: `there is a rule "${id}" already` }));
  });
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
  if (rule === undefined) return [{ path, message: noFamily(family, rules) }];
  const kinds = rule.evidence.map(({ kind }) => kind);
  const views = rule.evidence.map(({ kind, view }) => `${kind}/${view}`);
  const patterns = rule.patterns.map(({ id }) => id);
  const unknown = (section: 'evidence' | 'patterns', known: readonly string[], shown: readonly string[]) =>
    Object.keys(changes[section])
      .filter((name) => !known.includes(name))
      .map((name) => ({
        path: [...path, section, name],
        message: `${family} has no such ${section}${shown.length === 0 ? '' : `, but ${[...new Set(shown)].join(', ')}`}`,
      }));
  const { low, medium, high } = { ...rule.thresholds, ...changes.thresholds };
  return [
    ...unknown('evidence', [...kinds, ...views], kinds),
    ...unknown('patterns', patterns, patterns),
    ...(low <= medium && medium <= high
      ? []
      : [
          {
            path: [...path, 'thresholds'],
            message: `low (${low}) must not be above medium (${medium}), nor medium above high (${high})`,
          },
        ]),
  ];
}

/** Weights are a family's, not a rule's: the id of a rule is an easy mistake. */
function noFamily(name: string, rules: readonly RuleFile[]): string {
  const rule = rules.find(({ variants }) => variants.some(({ id }) => id === name));
  if (rule !== undefined) return `is a rule of the family "${rule.family}", and weights belong to families`;
  return `there is no rule family "${name}"; "keypetrel rules list" shows them`;
}

function failOnProblems({ minConfidence, failOn }: ConfigDocument['scan']): Problem[] {
  const shown = minConfidence ?? DEFAULT_CONFIDENCE;
  if (failOn === null || isAtLeast(failOn, shown)) return [];
  const message = `what is not reported fails no scan: failOn ${failOn} needs minConfidence ${failOn}`;
  return [{ path: ['scan', 'failOn'], message }];
}
