import type { ExplainedPlace, Explanation } from '../../explain/explanation.ts';
import { BLANK_LINE, field, type Layout, layoutFor, listField, paragraph } from '../text/layout.ts';
import { countOf } from '../text/numbers.ts';
import { locationOf, shortId } from '../text/places.ts';
import { type Line, printLine, span, unbroken } from '../text/span.ts';
import { CONFIDENCE_WORDS } from '../text/words.ts';
import { wrap } from '../text/wrap.ts';
import { alternativeLines } from './alternatives.ts';
import type { ExplanationReport } from './report.ts';
import { confidenceInWords, signed } from './words.ts';

/** Explanations for people: what counts for and against each, what came of it, and what would have changed that. */
export function* renderExplanationText(
  { explanations, unmatched, isOfText }: ExplanationReport,
  { color, width }: { readonly color: boolean; readonly width: number },
): Generator<string> {
  const layout = layoutFor(width, explanations.length);
  const lines: Line[] = explanations.flatMap((explanation, index) => [
    ...(index > 0 ? [BLANK_LINE] : []),
    ...explanationLines(explanation, index + 1, layout),
  ]);
  if (isOfText) lines.push(...unmatchedLines(unmatched, explanations.length, layoutFor(width, 0)));
  for (const line of lines) yield printLine(line, color);
}

function explanationLines(explanation: Explanation, number: number, layout: Layout): Line[] {
  const { fingerprint, dismissals, overruled, outcome } = explanation;
  return [
    ...headline(explanation, number, layout),
    ...placeLines(explanation, layout),
    BLANK_LINE,
    ...field('Verdict', [span(outcome.detail, 'bold')], layout),
    ...listField(
      'Dismissed',
      dismissals.map(({ detail }) => [span(`it ${detail}`)]),
      layout,
    ),
    ...evidenceLines(explanation, layout),
    ...field('Sum', [span(sumInWords(explanation))], layout),
    ...listField(
      'Overruled',
      overruled.map(({ detail }) => [span(`it ${detail}; but its checksum holds`)]),
      layout,
    ),
    ...otherPlaceLines(explanation, layout),
    ...field('Fingerprint', [unbroken(fingerprint, 'dim')], layout),
    BLANK_LINE,
    ...alternativeLines(explanation, layout),
  ];
}

function headline({ title, redacted, rule, pattern }: Explanation, number: number, layout: Layout): Line[] {
  const text = [
    span(title, 'bold'),
    span(' '),
    unbroken(redacted, 'red', 'bold'),
    span(` (rule ${rule}, pattern ${pattern})`),
  ];
  const first = [span(String(number).padEnd(layout.indent), 'bold')];
  return wrap(text, { width: layout.width, first, indent: layout.indent });
}

function placeLines({ places }: Explanation, layout: Layout): Line[] {
  const [place] = places;
  if (place === undefined) return paragraph([span('in text that is encoded')], layout, layout.indent);
  const words = span(`${commitInWords(place)}${decodedInWords(place)}`);
  return paragraph([unbroken(locationOf(place), 'cyan'), words], layout, layout.indent);
}

function commitInWords({ commit, source }: ExplainedPlace): string {
  return commit === null || source !== 'blob' ? '' : ` (in commit ${shortId(commit)})`;
}

function decodedInWords({ decodedFrom }: ExplainedPlace): string {
  return decodedFrom.length === 0 ? '' : `, written in ${[...decodedFrom].reverse().join(' in ')}`;
}

function evidenceLines({ evidence }: Explanation, layout: Layout): Line[] {
  const section = (label: string, isIn: (item: Explanation['evidence'][number]) => boolean): Line[] =>
    listField(
      label,
      evidence
        .filter(isIn)
        .map(({ weight, detail }) => [unbroken(signed(weight).padStart(3)), span(` ${detail}`)]),
      layout,
    );
  return [
    ...section('For', ({ counts, weight }) => counts && weight > 0),
    ...section('Against', ({ counts, weight }) => counts && weight < 0),
    ...section('Note', ({ counts, weight }) => counts && weight === 0),
    ...section('Not counted', ({ counts }) => !counts),
  ];
}

function sumInWords({ sum, thresholds: { low, medium, high }, confidence, checksum }: Explanation): string {
  const worth =
    checksum === 'valid'
      ? 'a checksum that holds needs no more'
      : confidence === null
        ? 'too little'
        : CONFIDENCE_WORDS[confidence];
  return `${sum}: ${worth} (low from ${low} on, medium from ${medium}, high from ${high})`;
}

const MOST_PLACES = 5;

/** A file on disk, in the index and in a commit is one place at the same line and column. */
function otherPlaceLines({ places }: Explanation, layout: Layout): Line[] {
  const distinct = new Map<string, ExplainedPlace>();
  for (const place of places) if (!distinct.has(locationOf(place))) distinct.set(locationOf(place), place);
  const [first, ...others] = distinct.values();
  if (first === undefined || others.length === 0) return [];
  const shown = others.slice(0, MOST_PLACES).map((place): Line => {
    const weaker =
      place.confidence === first.confidence ? '' : `, where it is ${confidenceInWords(place.confidence)}`;
    return [unbroken(locationOf(place)), span(`${commitInWords(place)}${weaker}`)];
  });
  const more = others.length - shown.length;
  return listField('Also in', more > 0 ? [...shown, [span(`and ${more} more`)]] : shown, layout);
}

const MOST_RUNS = 5;

/** What was long enough for a key and is none: a key that lost a character shows here. */
function unmatchedLines(
  unmatched: ExplanationReport['unmatched'],
  explained: number,
  layout: Layout,
): Line[] {
  const lines: Line[] = [];
  if (explained === 0)
    lines.push(...paragraph([span('No pattern matches anything in this text.', 'bold')], layout, 0));
  else if (unmatched.length > 0) lines.push(BLANK_LINE);
  if (unmatched.length === 0) return lines;
  const shown = unmatched
    .slice(0, MOST_RUNS)
    .map(({ line, column, length }) => `<stdin>:${line}:${column} (${countOf(length, 'character')})`);
  const more = unmatched.length - shown.length;
  const places = more > 0 ? [...shown, `and ${more} more`] : shown;
  return [
    ...lines,
    ...paragraph([span(`Long enough for a key, and no pattern matches: ${places.join(', ')}.`)], layout, 0),
  ];
}
