import { CONFIDENCE_LEVELS, type Confidence, isAtLeast } from '../detect/finding.ts';
import type { Matcher } from '../detect/matcher.ts';
import { createPathFilter } from '../sources/path-filter.ts';
import { pathOf } from '../sources/source.ts';
import type { PlacedSighting } from './group.ts';

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

/** The sightings that stay, and how many credentials do not although they would have been reported. */
export type AllowResult = { readonly kept: PlacedSighting[]; readonly ignored: number };

/**
 * Takes out what is allowed. A credential that stands in an allowed file and in another one stays, with the
 * other place only.
 * @param minConfidence what would have been reported.
 */
export async function applyAllowRules(
  sightings: readonly PlacedSighting[],
  rules: AllowRules | undefined,
  minConfidence: Confidence,
): Promise<AllowResult> {
  if (rules === undefined || isEmpty(rules)) return { kept: [...sightings], ignored: 0 };
  const isAllowedValue = await valueFilter(rules);
  const isAllowedPath = rules.paths.length === 0 ? null : await createPathFilter({ include: rules.paths });
  const kept: PlacedSighting[] = [];
  const dropped: PlacedSighting[] = [];
  for (const each of sightings) {
    const isAllowed = isAllowedValue(each.fingerprint, each.sighting.finding.secret);
    const left = isAllowed ? null : outsideOf(each, isAllowedPath);
    if (left === null) dropped.push(each);
    else kept.push(left);
  }
  return { kept, ignored: countIgnored(kept, dropped, minConfidence) };
}

function isEmpty({ paths, fingerprints, texts, regexes }: AllowRules): boolean {
  return paths.length + fingerprints.length + texts.length + regexes.length === 0;
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

/** The sighting without its allowed places; null when none is left. */
function outsideOf(
  placed: PlacedSighting,
  isAllowed: ((path: string) => boolean) | null,
): PlacedSighting | null {
  if (isAllowed === null) return placed;
  const { origin } = placed.sighting;
  if (placed.traces.length > 0) {
    const traces = placed.traces.filter(({ path }) => path === null || !isAllowed(path));
    return traces.length === 0 ? null : { ...placed, traces };
  }
  const path = pathOf(origin);
  return path !== null && isAllowed(path) ? null : placed;
}

/** Credentials of which no place is left, as far as they would have been reported. */
function countIgnored(
  kept: readonly PlacedSighting[],
  dropped: readonly PlacedSighting[],
  minConfidence: Confidence,
): number {
  const left = new Set(kept.map(({ fingerprint }) => fingerprint));
  const best = new Map<string, Confidence>();
  for (const { fingerprint, sighting } of dropped) {
    if (left.has(fingerprint)) continue;
    const { confidence } = sighting.finding;
    const known = best.get(fingerprint) ?? CONFIDENCE_LEVELS[0] ?? 'low';
    best.set(fingerprint, isAtLeast(confidence, known) ? confidence : known);
  }
  return [...best.values()].filter((confidence) => isAtLeast(confidence, minConfidence)).length;
}
