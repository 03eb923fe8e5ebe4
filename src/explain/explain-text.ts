import { configuredRules } from '../config/apply-config.ts';
import { type Settings, settle } from '../config/settings.ts';
import { ALLOWED, valueFilter } from '../credentials/allow.ts';
import { readBaseline } from '../credentials/baseline.ts';
import { fingerprintOf } from '../credentials/fingerprint.ts';
import { InlineMarks } from '../credentials/inline-marks.ts';
import { allowedBy, BASELINED, type Suppression } from '../credentials/suppress.ts';
import { detect } from '../detect/detect.ts';
import { createEngine } from '../detect/engine.ts';
import type { Finding } from '../detect/finding.ts';
import type { Judgement } from '../detect/judgement.ts';
import { observed } from '../detect/observe.ts';
import { sampleRuns } from '../detect/sampler.ts';
import { builtinRules, selectRules } from '../rules/catalogue.ts';
import { compilerForOwn } from '../rules/own-compiler.ts';
import type { ScanOptions } from '../scan-options.ts';
import { PlaceFinder } from '../sources/place-finder.ts';
import { type Position, START } from '../sources/position.ts';
import { type ExplainedPlace, type Explanation, explanationOf } from './explanation.ts';
import { outcomeOf } from './outcome.ts';

/** What rules make of a text. */
export type TextExplanation = {
  /** Every text that a pattern matches, in the order of their places. */
  readonly explanations: readonly Explanation[];
  /** Runs of characters that keys are made of, long enough for a key, in which no pattern matches. */
  readonly unmatched: readonly (Position & { readonly length: number })[];
};

export type ExplainTextOptions = Pick<
  ScanOptions,
  'config' | 'rules' | 'disabledRules' | 'minConfidence' | 'baseline' | 'ignore'
>;

/** A judgement with what it was made of. */
type Judged = { readonly judgement: Judgement; readonly isInClear: boolean };

/** Explains every text that a pattern matches, also those that are no credentials: why something is not reported. */
export async function explainText(
  bytes: Uint8Array,
  options: ExplainTextOptions = {},
): Promise<TextExplanation> {
  const settings = settle(options, options.config);
  const { rules, isReported } = selectRules(
    configuredRules(builtinRules(), options.config),
    settings.rules.value,
    settings.disabledRules.value,
  );
  const suppressionOf = await suppressionIn(bytes, options, settings);
  const judged: Judged[] = [];
  const engine = observed(createEngine(rules, await compilerForOwn(rules)), (judgement, of) => {
    judged.push({ judgement, isInClear: of === bytes });
  });
  const findings = detect(engine, bytes);
  const distinct = withoutRepetition(judged).map((each) => ({ ...each, ...resultOf(each, findings) }));
  distinct.sort((a, b) => (a.offset ?? Infinity) - (b.offset ?? Infinity));
  const finder = new PlaceFinder(bytes, START);
  const explanations = distinct.map(({ judgement, isInClear, offset, decodedFrom, winner }) => {
    const { pattern, secret, confidence, finding } = judgement;
    const fingerprint = fingerprintOf(pattern.rule.file.family, secret);
    const outcome = outcomeOf(judgement, {
      minConfidence: settings.minConfidence.value,
      isReported,
      suppression: suppressionOf(fingerprint, secret, isInClear ? judgement : null),
      winner,
    });
    const position = offset === null ? null : finder.at(offset, decodedFrom);
    const isFound = finding !== null;
    const places = position === null ? [] : [placeAt(position, decodedFrom, isFound ? confidence : null)];
    return explanationOf(judgement, places, outcome);
  });
  return { explanations, unmatched: unmatchedRuns(bytes, judged, findings) };
}

type SuppressionOf = (
  fingerprint: string,
  secret: string,
  place: { readonly start: number; readonly end: number } | null,
) => Suppression | null;

/** What keeps something in a text out of a report. */
async function suppressionIn(
  bytes: Uint8Array,
  { config }: ExplainTextOptions,
  { baseline, ignore }: Settings,
): Promise<SuppressionOf> {
  const isAllowed = config === undefined ? () => false : await valueFilter(config.allow);
  const entries = baseline.value === null ? [] : await readBaseline(baseline.value);
  const known = new Set(entries.map((entry) => entry.fingerprint));
  const marks = ignore.value ? new InlineMarks(bytes) : null;
  return (fingerprint, secret, place) => {
    if (known.has(fingerprint)) return BASELINED;
    if (isAllowed(fingerprint, secret)) return ALLOWED;
    const mark = place === null ? null : (marks?.at(place.start, place.end) ?? null);
    return mark === null ? null : allowedBy(mark);
  };
}

/** A match is judged again with what is decoded around it, and where the reaches of two marks overlap. */
function withoutRepetition(judged: readonly Judged[]): Judged[] {
  const seen = new Set<string>();
  const keyOf = ({ judgement: { pattern, secret } }: Judged) => `${pattern.order} ${secret}`;
  const inClear = judged.filter((each) => each.isInClear);
  const clearKeys = new Set(inClear.map(keyOf));
  const decoded = judged.filter((each) => !each.isInClear && !clearKeys.has(keyOf(each)));
  return [...inClear, ...decoded].filter((each) => {
    const key = each.isInClear ? `${keyOf(each)} ${each.judgement.start}` : keyOf(each);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

type Result = {
  /** Where it stands, in bytes; null where only decoded text holds it. */
  readonly offset: number | null;
  readonly decodedFrom: readonly string[];
  /** The rule that was found in its place. */
  readonly winner: string | null;
};

/** A finding keeps its evidence when it is taken over from decoded text: it is known by it. */
function resultOf({ judgement, isInClear }: Judged, findings: readonly Finding[]): Result {
  const { finding, start, end } = judgement;
  const own = findings.find(({ evidence }) => evidence === finding?.evidence);
  if (own !== undefined) return { offset: own.start, decodedFrom: own.decodedFrom, winner: null };
  const other = isInClear ? findings.find((each) => each.start < end && each.end > start) : undefined;
  const winner = finding === null ? null : (other?.rule ?? 'another rule');
  return { offset: isInClear ? start : null, decodedFrom: [], winner };
}

function placeAt(
  { line, column }: Position,
  decodedFrom: readonly string[],
  confidence: ExplainedPlace['confidence'],
): ExplainedPlace {
  const place = { path: null, isName: false, refs: [], commit: null, blob: null };
  return { ...place, line, column, source: 'stdin', decodedFrom, confidence };
}

/** Neither with a match in it nor with a finding in what it encodes. */
function unmatchedRuns(
  bytes: Uint8Array,
  judged: readonly Judged[],
  findings: readonly Finding[],
): TextExplanation['unmatched'] {
  const isMatched = new Uint8Array(bytes.length);
  for (const { judgement, isInClear } of judged)
    if (isInClear) isMatched.fill(1, judgement.start, judgement.end);
  for (const { start, end } of findings) isMatched.fill(1, start, end);
  const runs: { start: number; length: number }[] = [];
  sampleRuns(bytes, (start, end) => {
    if (!isMatched.subarray(start, end).includes(1)) runs.push({ start, length: end - start });
  });
  const finder = new PlaceFinder(bytes, START);
  return runs.map(({ start, length }) => ({ ...finder.at(start, []), length }));
}
