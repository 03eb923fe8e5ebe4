import { CONFIDENCE_LEVELS, type Confidence, isAtLeast } from '../detect/finding.ts';
import { pathOf } from '../sources/source.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { PlacedSighting } from './trace.ts';

/** Why something that was found is not reported; the first that holds of a credential is the one that counts. */
export const SUPPRESSION_REASONS = ['baseline', 'ignored', 'inline'] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** What keeps something out of a report, and in words who says so. */
export type Suppression = { readonly reason: SuppressionReason; readonly detail: string };

/** What is said of what stands in a baseline. */
export const BASELINED: Suppression = { reason: 'baseline', detail: 'it is in the baseline' };

/** What is said of what a comment allows. @param mark as it is written. */
export function allowedBy(mark: string): Suppression {
  return { reason: 'inline', detail: `a comment says "${mark}"` };
}

/** Says of what was found whether it is to be reported. */
export type SuppressionRule = {
  /** Of a secret or a place as a whole. */
  readonly of?: (placed: PlacedSighting) => Suppression | null;
  /** Of one path at which it stands, or stood. */
  readonly at?: (placed: PlacedSighting, path: string) => Suppression | null;
};

export type SuppressedSighting = { readonly placed: PlacedSighting; readonly suppression: Suppression };

/** What is reported, and what is not. */
export type SuppressResult = {
  readonly kept: readonly PlacedSighting[];
  readonly suppressed: readonly SuppressedSighting[];
};

/**
 * Takes out what is not to be reported. A credential that may stand in one place and stands in another one as well
 * stays, with the other place only.
 */
export function suppress(
  sightings: readonly PlacedSighting[],
  rules: readonly SuppressionRule[],
): SuppressResult {
  if (rules.length === 0) return { kept: sightings, suppressed: [] };
  const kept: PlacedSighting[] = [];
  const suppressed: SuppressedSighting[] = [];
  for (const placed of sightings) {
    const whole = firstOf(rules, (rule) => rule.of?.(placed) ?? null);
    if (whole !== null) suppressed.push({ placed, suppression: whole });
    else splitByPath(placed, rules, kept, suppressed);
  }
  return { kept, suppressed };
}

function splitByPath(
  placed: PlacedSighting,
  rules: readonly SuppressionRule[],
  kept: PlacedSighting[],
  suppressed: SuppressedSighting[],
): void {
  const suppressionAt = (path: string | null) =>
    path === null ? null : firstOf(rules, (rule) => rule.at?.(placed, path) ?? null);
  if (placed.traces.length === 0) {
    const suppression = suppressionAt(pathOf(placed.sighting.origin));
    if (suppression === null) kept.push(placed);
    else suppressed.push({ placed, suppression });
    return;
  }
  const left = placed.traces.filter((trace) => {
    const suppression = suppressionAt(trace.path);
    if (suppression !== null) suppressed.push({ placed: { ...placed, traces: [trace] }, suppression });
    return suppression === null;
  });
  if (left.length === placed.traces.length) kept.push(placed);
  else if (left.length > 0) kept.push({ ...placed, traces: left });
}

function firstOf(
  rules: readonly SuppressionRule[],
  ask: (rule: SuppressionRule) => Suppression | null,
): Suppression | null {
  for (const rule of rules) {
    const answer = ask(rule);
    if (answer !== null) return answer;
  }
  return null;
}

/** A credential of which no place is left. */
export type SuppressedCredential = {
  readonly fingerprint: Fingerprint;
  readonly suppression: Suppression;
  readonly sightings: readonly PlacedSighting[];
};

/**
 * The credentials of which nothing is left, as far as they would have been reported.
 * @param minConfidence what is reported.
 */
export function suppressedCredentials(
  { kept, suppressed }: SuppressResult,
  minConfidence: Confidence,
): SuppressedCredential[] {
  const left = new Set(kept.map(({ fingerprint }) => fingerprint));
  const groups = new Map<Fingerprint, SuppressedSighting[]>();
  for (const each of suppressed) {
    const { fingerprint } = each.placed;
    if (left.has(fingerprint)) continue;
    const group = groups.get(fingerprint);
    if (group) group.push(each);
    else groups.set(fingerprint, [each]);
  }
  return [...groups]
    .map(([fingerprint, group]) => ({
      fingerprint,
      suppression: weightiest(group),
      sightings: group.map(({ placed }) => placed),
    }))
    .filter(({ sightings }) => isAtLeast(bestConfidence(sightings), minConfidence));
}

/** What is said of a credential that several things keep out of the report. */
export function weightiest(group: readonly SuppressedSighting[]): Suppression {
  const rank = ({ reason }: Suppression) => SUPPRESSION_REASONS.indexOf(reason);
  return group
    .map(({ suppression }) => suppression)
    .reduce((best, each) => (rank(each) < rank(best) ? each : best));
}

function bestConfidence(sightings: readonly PlacedSighting[]): Confidence {
  const ranks = sightings.map(({ sighting }) => CONFIDENCE_LEVELS.indexOf(sighting.finding.confidence));
  return CONFIDENCE_LEVELS[ranks.reduce((best, rank) => Math.max(best, rank), 0)] ?? 'low';
}

/** How many credentials each reason keeps out of the report. */
export function countByReason(
  credentials: readonly SuppressedCredential[],
): Readonly<Record<SuppressionReason, number>> {
  const counts = { baseline: 0, ignored: 0, inline: 0 };
  for (const { suppression } of credentials) counts[suppression.reason] += 1;
  return counts;
}
