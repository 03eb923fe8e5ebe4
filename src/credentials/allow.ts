import type { Matcher } from '../detect/matcher.ts';
import { createPathFilter } from '../sources/path-filter.ts';
import type { Suppression, SuppressionRule } from './suppress.ts';

/** What a user knows to be no leak. */
export type AllowRules = {
  /** Globs as in `.gitignore`: what stands in these files is allowed there, and only there. */
  readonly paths: readonly string[];
  readonly fingerprints: readonly string[];
  /** Made-up values of the user's own: a secret that holds one of these is none. */
  readonly texts: readonly string[];
  /** The same as regular expressions, which run in linear time. */
  readonly regexes: readonly string[];
};

/** What is said of what a configuration allows. */
export const ALLOWED: Suppression = { reason: 'ignored', detail: 'the configuration allows it' };

/** What a configuration allows; null when it allows nothing. */
export async function allowRule(rules: AllowRules): Promise<SuppressionRule | null> {
  const { paths, fingerprints, texts, regexes } = rules;
  if (paths.length + fingerprints.length + texts.length + regexes.length === 0) return null;
  const isAllowedValue = await valueFilter(rules);
  const isAllowedPath = paths.length === 0 ? () => false : await createPathFilter({ include: paths });
  return {
    of: ({ fingerprint, sighting }) =>
      isAllowedValue(fingerprint, sighting.finding.secret) ? ALLOWED : null,
    at: (_, path) => (isAllowedPath(path) ? ALLOWED : null),
  };
}

/** Whether a secret is allowed wherever it stands. */
export async function valueFilter(
  rules: AllowRules,
): Promise<(fingerprint: string, secret: string) => boolean> {
  const fingerprints = new Set(rules.fingerprints);
  const regexes = await compileAll(rules.regexes);
  return (fingerprint, secret) =>
    fingerprints.has(fingerprint) ||
    rules.texts.some((text) => secret.includes(text)) ||
    regexes.some((regex) => regex.test(secret));
}

async function compileAll(sources: readonly string[]): Promise<Matcher[]> {
  if (sources.length === 0) return [];
  const { compileLinear } = await import('../rules/linear-regex.ts');
  return sources.map((source) => compileLinear(source, ''));
}
