import { settle } from '../config/settings.ts';
import { memberPath } from '../credentials/collector.ts';
import { type Fingerprint, fingerprintOf } from '../credentials/fingerprint.ts';
import { type PlacedSighting, strength } from '../credentials/group.ts';
import { createTextRedactor, type TextRedactor } from '../credentials/name-redactor.ts';
import { occurrencesOf } from '../credentials/occurrences.ts';
import type { Occurrence, Report } from '../credentials/report.ts';
import { NO_STORIES } from '../credentials/stories.ts';
import { type Suppression, type SuppressResult, weightiest } from '../credentials/suppress.ts';
import type { Evidence, Finding } from '../detect/finding.ts';
import type { Judgement } from '../detect/judgement.ts';
import { UserError } from '../errors.ts';
import { observedScan } from '../scan.ts';
import type { ScanOptions } from '../scan-options.ts';
import { advance } from '../sources/position.ts';
import type { Content } from '../sources/source.ts';
import { type ExplainedPlace, type Explanation, explanationOf, type Outcome } from './explanation.ts';
import { outcomeOf } from './outcome.ts';

/** What a scan found out about one fingerprint; null when nothing has it. */
export type FingerprintExplanation = {
  readonly explanation: Explanation | null;
  readonly coverage: Report['coverage'];
};

/** The shortest beginning of a fingerprint that may stand for it: an accident has a chance of one in four billion. */
const SHORTEST_PREFIX = 8;

/**
 * Scans as `scan` does, and explains the credential of a fingerprint, of whatever confidence.
 * @param fingerprint in full, or its first 8 hex characters or more.
 * @throws {UserError} when it is none, or the beginning of several.
 */
export async function explainFingerprint(
  options: ScanOptions,
  fingerprint: string,
): Promise<FingerprintExplanation> {
  const prefix = readFingerprint(fingerprint);
  const seen: SeenJudgement[] = [];
  let all: readonly PlacedSighting[] = [];
  let suppressionOf: (fingerprint: Fingerprint) => Suppression | null = () => null;
  let redactText: TextRedactor = (text) => text;
  let isStanding: (fingerprint: Fingerprint) => boolean = () => false;
  const { coverage } = await observedScan(options, {
    judged(judgement, bytes, content) {
      const own = fingerprintOf(judgement.pattern.rule.file.family, judgement.secret);
      if (own.startsWith(prefix))
        seen.push({ judgement, fingerprint: own, place: placeIn(content, judgement, bytes) });
    },
    placed(found, result, standing) {
      redactText = createTextRedactor(found.map(({ sighting }) => sighting.finding.secret));
      isStanding = (own) => standing.some((each) => each.fingerprint === own);
      all = found.filter((each) => each.fingerprint.startsWith(prefix));
      suppressionOf = (own) => suppressionIn(result, own);
    },
  });
  const chosen = chooseFingerprint(fingerprint, all, seen);
  if (chosen === null) return { explanation: null, coverage };
  const isOf = (each: { readonly fingerprint: Fingerprint }) => each.fingerprint === chosen;
  const judgements = seen.filter(isOf);
  const sightings = all.filter(isOf);
  const explanation =
    sightings.length > 0
      ? explainFound(sightings, suppressionOf(chosen), judgements, options)
      : explainUnplaced(judgements, isStanding(chosen), options);
  return { explanation: explanation && withRedactedNames(explanation, redactText), coverage };
}

/** What keeps a credential out of the report; null while any place of it is left. */
function suppressionIn({ kept, suppressed }: SuppressResult, own: Fingerprint): Suppression | null {
  if (kept.some(({ fingerprint }) => fingerprint === own)) return null;
  const group = suppressed.filter(({ placed }) => placed.fingerprint === own);
  return group.length === 0 ? null : weightiest(group);
}

/** Names of files and refs may hold secrets, of this credential and of others. */
function withRedactedNames(explanation: Explanation, redactText: TextRedactor): Explanation {
  return {
    ...explanation,
    outcome: { ...explanation.outcome, detail: redactText(explanation.outcome.detail) },
    places: explanation.places.map((place) => ({
      ...place,
      path: place.path === null ? null : redactText(place.path),
      refs: place.refs.map(redactText),
    })),
    evidence: explanation.evidence.map((item) => ({ ...item, detail: redactText(item.detail) })),
  };
}

/** @returns `kp1:` and what is there of the hash. */
export function readFingerprint(text: string): string {
  const [, hex] = /^(?:kp1:)?([0-9a-f]{1,40})$/i.exec(text) ?? [];
  if (hex !== undefined && hex.length >= SHORTEST_PREFIX) return `kp1:${hex.toLowerCase()}`;
  const needed = `a fingerprint is "kp1:" and 40 hex characters, of which the first ${SHORTEST_PREFIX} are enough`;
  throw new UserError(`"${text}" is no fingerprint: ${needed}`);
}

type SeenJudgement = {
  readonly judgement: Judgement;
  readonly fingerprint: Fingerprint;
  readonly place: ExplainedPlace | null;
};

/** What is found outranks what was dismissed; null when there is neither. */
function chooseFingerprint(
  asked: string,
  found: readonly { readonly fingerprint: Fingerprint }[],
  seen: readonly { readonly fingerprint: Fingerprint }[],
): Fingerprint | null {
  const fingerprints = [...new Set((found.length > 0 ? found : seen).map((each) => each.fingerprint))];
  if (fingerprints.length <= 1) return fingerprints[0] ?? null;
  throw new UserError(
    `"${asked}" is the beginning of ${fingerprints.length} fingerprints: ${fingerprints.join(', ')}`,
  );
}

function explainFound(
  sightings: readonly PlacedSighting[],
  suppression: Suppression | null,
  judgements: readonly SeenJudgement[],
  options: ScanOptions,
): Explanation {
  const sorted = [...sightings].sort((a, b) => strength(b.sighting.finding) - strength(a.sighting.finding));
  const strongest = sorted[0]?.sighting.finding;
  const judgement = strongest === undefined ? undefined : judgementOf(strongest, judgements);
  if (judgement === undefined) throw new Error('a finding that nobody judged');
  const places = sorted.flatMap((placed) =>
    occurrencesOf(placed, NO_STORIES).map((occurrence) => placeOf(occurrence, placed.sighting.finding)),
  );
  return explanationOf(judgement, places, outcomeIn(judgement, options, suppression));
}

/** The judgement that a finding came of, with the evidence that was found for it when the scan had ended. */
function judgementOf(finding: Finding, judgements: readonly SeenJudgement[]): Judgement | undefined {
  const seen = judgements.find(({ judgement }) => isPartOf(judgement.finding?.evidence, finding.evidence));
  if (seen === undefined) return undefined;
  const { judgement } = seen;
  const later = finding.evidence.slice(judgement.finding?.evidence.length ?? 0);
  if (later.length === 0) return judgement;
  const considered = judgement.considered.map((each) => {
    const evidence = later.find(({ kind }) => kind === each.rule.kind);
    return evidence !== undefined && each.rule.view === 'host-repository' ? { ...each, evidence } : each;
  });
  const sum = later.reduce((total, { weight }) => total + weight, judgement.sum);
  return { ...judgement, considered, sum, confidence: finding.confidence };
}

/** Evidence is passed on as it is, and at most added to. */
function isPartOf(part: readonly Evidence[] | undefined, whole: readonly Evidence[]): boolean {
  return part?.every((each, index) => whole[index] === each) ?? false;
}

/** A text that patterns match, and that is no finding anywhere; or one that is not among what was asked for. */
function explainUnplaced(
  judgements: readonly SeenJudgement[],
  isStanding: boolean,
  options: ScanOptions,
): Explanation {
  const nearest = judgements.reduce((best, each) => (isNearer(each.judgement, best.judgement) ? each : best));
  const places = [nearest, ...judgements.filter((each) => each !== nearest)].flatMap(
    ({ place }) => place ?? [],
  );
  const outcome = outcomeIn(nearest.judgement, options, null);
  const isFinding = nearest.judgement.finding !== null;
  return explanationOf(nearest.judgement, places, isFinding ? outOfScope(isStanding) : outcome);
}

function outOfScope(isStanding: boolean): Outcome {
  const detail = isStanding
    ? 'not reported: it stood in the same file before'
    : 'not reported: it stands outside of what was asked for';
  return { kind: 'out-of-scope', detail };
}

/** Fewer reasons to dismiss it, or more evidence. */
function isNearer(a: Judgement, b: Judgement): boolean {
  return (
    a.dismissals.length - b.dismissals.length < 0 ||
    (a.dismissals.length === b.dismissals.length && a.sum > b.sum)
  );
}

function outcomeIn(judgement: Judgement, options: ScanOptions, suppression: Suppression | null) {
  const minConfidence = settle(options, options.config).minConfidence.value;
  // What is turned off is not found here, and where patterns overlap only the winner is.
  return outcomeOf(judgement, { minConfidence, suppression, isReported: () => true, winner: null });
}

function placeOf(
  { path, line, column, source, isName, refs, commit, blob, decodedFrom }: Occurrence,
  { confidence }: Finding,
): ExplainedPlace {
  return { path, line, column, source, isName, refs, commit, blob, decodedFrom, confidence };
}

/** Where a match stands; null when it stands in text that was decoded or unpacked. */
function placeIn(content: Content, { start }: Judgement, bytes: Uint8Array): ExplainedPlace | null {
  if (bytes !== content.bytes) return null;
  const { origin, piece } = content;
  const { line, column } = advance(piece, bytes, 0, start);
  const isName = 'isName' in origin;
  const place = { line, column, isName, refs: [], commit: null, decodedFrom: [], confidence: null };
  switch (origin.kind) {
    case 'stdin':
      return { ...place, path: null, source: 'stdin', blob: null };
    case 'file':
      return { ...place, path: memberPath(origin.path, null), source: 'file', blob: null };
    case 'index':
      return { ...place, path: origin.path, source: 'index', blob: origin.oid };
    case 'object':
      return { ...place, path: origin.path, source: 'blob', blob: origin.oid };
    case 'ref':
      return { ...place, path: null, source: 'ref-name', refs: [origin.name], blob: null };
  }
}
