import { shannonEntropy } from '../detect/entropy.ts';
import { CONFIDENCE_LEVELS, type Finding } from '../detect/finding.ts';
import { remediationOf } from '../rules/advice.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import type { Fingerprint } from './fingerprint.ts';
import { comparePlaces, compareTexts, occurrencesOf, withFewFrames } from './occurrences.ts';
import type { CredentialProvenance } from './provenance.ts';
import { redact } from './redact.ts';
import { type Replacements, remediationFor } from './remediation.ts';
import type { Credential, Exposure } from './report.ts';
import { NO_STORIES, type Stories } from './stories.ts';
import type { PlacedSighting } from './trace.ts';

export type { ObjectTrace, PlacedSighting } from './trace.ts';

const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;

/** From nearest to furthest: a credential has the furthest exposure of its places. */
const EXPOSURES: readonly Exposure[] = [
  'ignored-file',
  'working-tree',
  'staged',
  'unreachable',
  'committed',
  'pushed',
];

/** Makes finished, redacted credentials out of what was seen, worst first. */
export function groupCredentials(
  sightings: readonly PlacedSighting[],
  rules: readonly RuleFile[],
  showSecrets: boolean,
  stories: Stories = NO_STORIES,
): Credential[] {
  const groups = new Map<Fingerprint, PlacedSighting[]>();
  for (const each of sightings) {
    const group = groups.get(each.fingerprint);
    if (group) group.push(each);
    else groups.set(each.fingerprint, [each]);
  }
  return [...groups]
    .map(([fingerprint, group]) => toCredential(fingerprint, group, rules, showSecrets, stories))
    .sort(compareCredentials);
}

function toCredential(
  fingerprint: Fingerprint,
  sightings: readonly PlacedSighting[],
  rules: readonly RuleFile[],
  showSecrets: boolean,
  stories: Stories,
): Credential {
  const findings = sightings.map(({ sighting }) => sighting.finding);
  const best = strongest(findings);
  const all = sightings.flatMap((sighting) => occurrencesOf(sighting, stories));
  const occurrences = withFewFrames(all.sort(comparePlaces));
  const exposure = furthest(occurrences.map((each) => each.exposure));
  const provenance = stories.provenances.get(fingerprint) ?? null;
  const rule = rules.find((file) => file.family === best.family);
  if (!rule) throw new Error(`a finding of the family ${best.family}, which no rule defines`);
  return {
    fingerprint,
    rule: best.rule,
    title: best.title,
    service: best.service,
    severity: best.severity,
    confidence: best.confidence,
    checksum: best.checksum,
    issued: best.issued,
    endpoint: best.endpoint ?? findings.find((each) => each.endpoint !== null)?.endpoint ?? null,
    redacted: redact(best.secret),
    length: best.secret.length,
    entropy: Math.round(shannonEntropy(best.secret) * 100) / 100,
    ...(showSecrets && { secret: best.secret }),
    evidence: best.evidence,
    exposure,
    provenance: incomplete(sightings) ? { ...NOT_TOLD, ...provenance, complete: false } : provenance,
    occurrences,
    remediation: remediationFor({
      template: remediationOf(rule, best.rule),
      finding: best,
      exposure,
      isCertain: !incomplete(sightings),
      occurrences,
      replacements: replacementsOf(sightings),
      provenance,
      repositories: stories.footholds.get(fingerprint) ?? [],
    }),
  };
}

/** For what is in a history that could not be read. */
const NOT_TOLD: CredentialProvenance = {
  complete: false,
  first: null,
  renames: [],
  inHead: null,
  removed: null,
  refs: [],
  moreRefs: 0,
  remotes: [],
};

function incomplete(sightings: readonly PlacedSighting[]): boolean {
  return sightings.some(({ traces }) => traces.some(({ isCertain }) => !isCertain));
}

function replacementsOf(sightings: readonly PlacedSighting[]): Replacements {
  const lines = new Set<string>();
  const blobs = new Set<string>();
  for (const { sighting } of sightings) {
    const { origin, replacement } = sighting;
    if (origin.kind !== 'object' || origin.isName === true) continue;
    if (replacement !== null) lines.add(replacement);
    else if (origin.type === 'blob') blobs.add(origin.oid);
  }
  return { lines: [...lines].sort(), blobs: [...blobs].sort() };
}

function strongest(findings: readonly Finding[]): Finding {
  return findings.reduce((best, finding) => (strength(finding) > strength(best) ? finding : best));
}

/** How much speaks for a finding: its confidence first, then the sum of the evidence. */
export function strength(finding: Finding): number {
  const score = finding.evidence.reduce((sum, item) => sum + item.weight, 0);
  return CONFIDENCE_LEVELS.indexOf(finding.confidence) * 1000 + score;
}

function furthest(exposures: readonly Exposure[]): Exposure {
  return EXPOSURES[Math.max(...exposures.map((exposure) => EXPOSURES.indexOf(exposure)))] ?? 'working-tree';
}

function compareCredentials(a: Credential, b: Credential): number {
  const [first, second] = [a.occurrences[0], b.occurrences[0]];
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    CONFIDENCE_LEVELS.indexOf(b.confidence) - CONFIDENCE_LEVELS.indexOf(a.confidence) ||
    compareTexts(first?.path ?? '', second?.path ?? '') ||
    (first?.line ?? 0) - (second?.line ?? 0) ||
    (first && second ? comparePlaces(first, second) : 0) ||
    compareTexts(a.fingerprint, b.fingerprint)
  );
}
