import { shannonEntropy } from '../detect/entropy.ts';
import { CONFIDENCE_LEVELS, type Finding } from '../detect/finding.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import { memberPath, type Sighting } from './collector.ts';
import type { Fingerprint } from './fingerprint.ts';
import { redact } from './redact.ts';
import { remediationFor } from './remediation.ts';
import type { Credential, Exposure, Occurrence, OccurrenceSource } from './report.ts';

/** Where a git object came into history: one entry for each path that it was at. */
export type ObjectTrace = {
  readonly path: string | null;
  readonly commit: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly refs: readonly string[];
  readonly inHead: boolean;
  readonly exposure: 'staged' | 'committed' | 'pushed' | 'unreachable';
};

/** A sighting with where its object came into history; `traces` is empty for what is no git object. */
export type PlacedSighting = {
  readonly fingerprint: Fingerprint;
  readonly sighting: Sighting;
  readonly traces: readonly ObjectTrace[];
};

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
): Credential[] {
  const groups = new Map<Fingerprint, PlacedSighting[]>();
  for (const each of sightings) {
    const group = groups.get(each.fingerprint);
    if (group) group.push(each);
    else groups.set(each.fingerprint, [each]);
  }
  return [...groups]
    .map(([fingerprint, group]) => toCredential(fingerprint, group, rules, showSecrets))
    .sort(compareCredentials);
}

function toCredential(
  fingerprint: Fingerprint,
  sightings: readonly PlacedSighting[],
  rules: readonly RuleFile[],
  showSecrets: boolean,
): Credential {
  const findings = sightings.map(({ sighting }) => sighting.finding);
  const best = strongest(findings);
  const placed = sightings.flatMap(placesOf);
  placed.sort((a, b) => comparePlaces(a.occurrence, b.occurrence));
  const exposure = furthest(placed.map((place) => place.exposure));
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
    occurrences: placed.map((place) => place.occurrence),
    remediation: remediationFor(rule.remediation, best, exposure, placed[0]?.occurrence.path ?? null),
  };
}

type Place = { readonly occurrence: Occurrence; readonly exposure: Exposure };

/** The occurrences of one sighting: one for each path and commit that brought in the object it is in. */
function placesOf({ sighting, traces }: PlacedSighting): Place[] {
  const { origin } = sighting;
  switch (origin.kind) {
    case 'stdin':
      return [{ occurrence: occurrence(sighting, 'stdin', { path: null }), exposure: 'working-tree' }];
    case 'file':
      return [
        {
          occurrence: occurrence(sighting, 'file', { path: origin.path }),
          exposure: origin.state === 'ignored' ? 'ignored-file' : 'working-tree',
        },
      ];
    case 'index':
      return [
        {
          occurrence: occurrence(sighting, 'index', { path: origin.path, blob: origin.oid }),
          exposure: 'staged',
        },
      ];
    case 'ref':
      return traces.map(({ refs, exposure }) => ({
        occurrence: occurrence(sighting, 'ref-name', { path: null, refs }),
        exposure,
      }));
    case 'object': {
      const source: OccurrenceSource =
        origin.type === 'commit' ? 'commit-message' : origin.type === 'tag' ? 'tag-message' : 'blob';
      if (traces.length === 0) {
        const place = { path: origin.path, blob: origin.oid, inHead: false };
        return [{ occurrence: occurrence(sighting, source, place), exposure: 'unreachable' }];
      }
      return traces.map((trace) => ({
        occurrence: occurrence(sighting, source, {
          path: trace.path,
          blob: origin.type === 'commit' ? null : origin.oid,
          commit: trace.commit,
          author: trace.author,
          date: trace.date,
          refs: trace.refs,
          inHead: trace.inHead,
        }),
        exposure: trace.exposure,
      }));
    }
  }
}

function occurrence(
  sighting: Sighting,
  source: OccurrenceSource,
  place: Pick<Occurrence, 'path'> & Partial<Occurrence>,
): Occurrence {
  return {
    line: sighting.start.line,
    column: sighting.start.column,
    endLine: sighting.end.line,
    endColumn: sighting.end.column,
    source,
    ...('isName' in sighting.origin && { isName: true as const }),
    blob: null,
    commit: null,
    author: null,
    date: null,
    refs: [],
    inHead: null,
    decodedFrom: sighting.finding.decodedFrom,
    cell: sighting.cell,
    frame: sighting.frame,
    ...place,
    path: place.path === null ? sighting.member : memberPath(place.path, sighting.member),
  };
}

function strongest(findings: readonly Finding[]): Finding {
  return findings.reduce((best, finding) => (strength(finding) > strength(best) ? finding : best));
}

/** Confidence first, then the sum of the evidence. */
function strength(finding: Finding): number {
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
    (first && second ? comparePlaces(first, second) : 0) ||
    compareTexts(a.fingerprint, b.fingerprint)
  );
}

/** What still stands there comes before what is history; then path, line, column, date, commit. */
function comparePlaces(a: Occurrence, b: Occurrence): number {
  return (
    SOURCE_ORDER.indexOf(a.source) - SOURCE_ORDER.indexOf(b.source) ||
    compareTexts(a.path ?? '', b.path ?? '') ||
    a.line - b.line ||
    a.column - b.column ||
    compareTexts(a.date ?? '', b.date ?? '') ||
    compareTexts(a.commit ?? '', b.commit ?? '') ||
    compareTexts(a.blob ?? '', b.blob ?? '')
  );
}

const SOURCE_ORDER: readonly OccurrenceSource[] = [
  'file',
  'index',
  'blob',
  'commit-message',
  'tag-message',
  'ref-name',
  'stdin',
];

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
