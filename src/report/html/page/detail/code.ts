import type { FrameLine } from '../../../../credentials/report.ts';
import { locationOf } from '../../../text/places.ts';
import type { UnitedOccurrence } from '../../model/entry.ts';
import { button, el } from '../dom.ts';

const MOST_FRAMES = 2;

/** The code around the secret, redacted, each different piece once. Reports in JSON have none. */
export function code(occurrences: readonly UnitedOccurrence[], isWhole: boolean): HTMLElement | null {
  const byText = new Map<string, UnitedOccurrence>();
  for (const occurrence of occurrences) {
    const key = JSON.stringify([occurrence.path, occurrence.frame]);
    if (occurrence.frame.length > 0 && !byText.has(key)) byText.set(key, occurrence);
  }
  const framed = [...byText.values()];
  if (framed.length === 0) return null;
  const shown = isWhole ? framed : framed.slice(0, MOST_FRAMES);
  const section = el('section', { class: 'code' }, el('h3', {}, 'Code'), shown.map(figure));
  const rest = framed.slice(shown.length);
  if (rest.length === 0) return section;
  const more = button({ class: 'quiet' }, `Show ${rest.length} more`, () =>
    more.replaceWith(...rest.map(figure)),
  );
  section.append(more);
  return section;
}

function figure(occurrence: UnitedOccurrence): HTMLElement {
  const numberWidth = Math.max(...occurrence.frame.map(({ number }) => String(number).length));
  return el(
    'figure',
    {},
    el('figcaption', {}, locationOf(occurrence)),
    el(
      'pre',
      { tabindex: '0' },
      occurrence.frame.map((line) => codeLine(line, numberWidth)),
    ),
  );
}

function codeLine({ number, text, mark }: FrameLine, numberWidth: number): HTMLElement {
  const printable = (part: string): string => part.replaceAll('\t', '  ');
  const start = mark === null ? text.length : mark.start - 1;
  const end = mark === null ? text.length : mark.end - 1;
  return el(
    'span',
    { class: mark === null ? 'line' : 'line marked' },
    el('span', { class: 'line-number' }, String(number).padStart(numberWidth)),
    printable(text.slice(0, start)),
    mark === null ? null : el('mark', {}, printable(text.slice(start, end))),
    printable(text.slice(end)),
  );
}
