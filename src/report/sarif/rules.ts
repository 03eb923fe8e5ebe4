import type { ReportingDescriptor } from 'sarif';
import type { Credential } from '../../credentials/report.ts';
import type { Severity } from '../../detect/finding.ts';
import { builtinRules } from '../../rules/catalogue.ts';
import type { RuleFile } from '../../rules/rule-file.ts';
import { shorten } from '../prose.ts';
import { LEVELS } from './result.ts';
import { adviceOf, adviceOfRule, type RuleAdvice, ruleHelp } from './rule-help.ts';

/** The rules that the credentials of a report belong to, each once. */
export class RuleTable {
  readonly descriptors: readonly ReportingDescriptor[];
  readonly #indexes = new Map<string, number>();

  constructor(credentials: readonly Credential[], catalogue: readonly RuleFile[] = builtinRules()) {
    const descriptors: ReportingDescriptor[] = [];
    for (const credential of credentials) {
      if (this.#indexes.has(credential.rule)) continue;
      this.#indexes.set(credential.rule, descriptors.length);
      descriptors.push(toDescriptor(credential, catalogue));
    }
    this.descriptors = descriptors;
  }

  /** Of the credential's rule in `descriptors`. */
  indexOf({ rule }: Credential): number {
    return this.#indexes.get(rule) ?? -1;
  }
}

/** GitHub's scores: over 9 is critical, from 7 on high, from 4 on medium. */
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
};

/** CWE-798: use of hard-coded credentials. GitHub keeps ten tags of a rule. */
const TAGS = ['security', 'secret', 'credential', 'external/cwe/cwe-798'];

/** GitHub shows no more of a description. */
const LONGEST_DESCRIPTION = 1024;

/**
 * What a rule is, the same in every report: it comes from the rule file, and from the first credential only
 * where a user's own configuration brought the rule.
 */
function toDescriptor(credential: Credential, catalogue: readonly RuleFile[]): ReportingDescriptor {
  const { rule, title, service } = credential;
  const file = catalogue.find(({ variants }) => variants.some(({ id }) => id === rule));
  const variant = file?.variants.find(({ id }) => id === rule);
  const severity = file === undefined ? credential.severity : (variant?.severity ?? file.severity);
  const advice: RuleAdvice = file === undefined ? adviceOf(credential) : adviceOfRule(file, rule);
  const description = file?.description ?? `A credential of ${service}.`;
  return {
    id: rule,
    name: pascalCase(rule),
    shortDescription: { text: shorten(`Leaked ${title}`, LONGEST_DESCRIPTION) },
    fullDescription: { text: shorten(description, LONGEST_DESCRIPTION) },
    help: ruleHelp(title, description, advice),
    ...(advice.references[0] !== undefined && { helpUri: advice.references[0] }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: TAGS,
      precision: precisionOf(file),
      'security-severity': SECURITY_SEVERITIES[severity],
    },
  };
}

/**
 * How often a result of the rule is right: with a checksum nearly always, with a signature mostly; what is
 * known by its surroundings only is a judgement.
 */
function precisionOf(file: RuleFile | undefined): 'very-high' | 'high' | 'medium' {
  if (file === undefined) return 'medium';
  if (file.patterns.every(({ checksum }) => checksum !== null)) return 'very-high';
  return file.patterns.every(({ marks }) => marks.length > 0) ? 'high' : 'medium';
}

function pascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('');
}
