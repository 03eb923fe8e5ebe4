import type { Credential, Occurrence, Report } from '../../credentials/report.ts';
import { frameLines } from './frame.ts';
import { historyLines, otherPlaceLines, whenIn } from './history.ts';
import { evidenceLines, keyLines } from './key-facts.ts';
import { BLANK_LINE, field, type Layout, paragraph } from './layout.ts';
import { locationOf } from './places.ts';
import { type Line, span, unbroken } from './span.ts';
import { CONFIDENCE_WORDS, exposureInWords, SEVERITY_LOOKS } from './words.ts';
import { wrap } from './wrap.ts';

/** Everything about one credential but what to do, which many have in common. */
export function credentialLines(
  credential: Credential,
  number: number,
  report: Report,
  layout: Layout,
): Line[] {
  return [
    ...headline(credential, number, layout),
    ...whereLines(credential, layout),
    BLANK_LINE,
    ...field('Exposure', [span(exposureInWords(credential, report), 'bold')], layout),
    ...historyLines(credential, layout),
    ...keyLines(credential, layout),
    ...evidenceLines(credential, layout),
    ...otherPlaceLines(credential, layout),
    ...field('Fingerprint', [unbroken(credential.fingerprint, 'dim')], layout),
  ];
}

function headline(
  { severity, title, redacted, confidence }: Credential,
  number: number,
  layout: Layout,
): Line[] {
  const first = [
    span(String(number).padEnd(layout.indent), 'bold'),
    span(severity.toUpperCase(), ...SEVERITY_LOOKS[severity]),
    span('  '),
  ];
  const text = [
    span(title, 'bold'),
    span(' '),
    unbroken(redacted, 'red', 'bold'),
    span(`, ${CONFIDENCE_WORDS[confidence]}`),
  ];
  return wrap(text, { width: layout.width, first, indent: layout.indent });
}

/** The place that is looked at first, with its code. */
function whereLines({ occurrences }: Credential, layout: Layout): Line[] {
  const [main] = occurrences;
  if (main === undefined) return [];
  const lines = paragraph([unbroken(locationOf(main), 'cyan'), ...whenIn(main)], layout, layout.indent);
  const framed = framedOccurrence(occurrences, main);
  if (framed === null) return lines;
  // The code of another place is better than none, as long as it says so.
  const caption =
    locationOf(framed) === locationOf(main)
      ? []
      : paragraph(
          [span('as it stands in ', 'dim'), unbroken(locationOf(framed), 'dim')],
          layout,
          layout.indent,
        );
  return [...lines, BLANK_LINE, ...caption, ...frameLines(framed.frame, layout)];
}

function framedOccurrence(occurrences: readonly Occurrence[], main: Occurrence): Occurrence | null {
  const framed = occurrences.filter(({ frame }) => frame.length > 0);
  return framed.find((each) => locationOf(each) === locationOf(main)) ?? framed[0] ?? null;
}
