import { formatCount } from '../../../text/numbers.ts';
import { locationOf, refName, shortId } from '../../../text/places.ts';
import type { OpenReport, UnitedOccurrence } from '../../model/entry.ts';
import { button, el } from '../dom.ts';

const MOST_PLACES = 50;

const SOURCE_WORDS: Readonly<Record<UnitedOccurrence['source'], string>> = {
  file: 'on disk',
  index: 'staged',
  blob: 'in a commit',
  note: 'note on a commit',
  'commit-message': 'commit message',
  'commit-header': 'commit header',
  'tag-message': 'tag message',
  'tag-header': 'tag header',
  'ref-name': 'name of a ref',
  stdin: 'input',
};

/** Every place at which it stands or stood. */
export function places(
  occurrences: readonly UnitedOccurrence[],
  reports: readonly OpenReport[],
  isWhole: boolean,
): HTMLElement {
  const toRow = (occurrence: UnitedOccurrence): HTMLElement => placeRow(occurrence, reports);
  const shown = isWhole ? occurrences : occurrences.slice(0, MOST_PLACES);
  const body = el('tbody', {}, shown.map(toRow));
  const section = el(
    'section',
    { class: 'places' },
    el('h3', {}, `Places (${formatCount(occurrences.length)})`),
    el(
      'div',
      { class: 'wide', tabindex: '0', role: 'group', 'aria-label': 'Places' },
      el('table', {}, el('thead', {}, headRow(reports)), body),
    ),
  );
  const rest = occurrences.slice(shown.length);
  if (rest.length === 0) return section;
  const more = button({ class: 'quiet' }, `Show ${formatCount(rest.length)} more`, () => {
    body.append(...rest.map(toRow));
    more.remove();
  });
  section.append(more);
  return section;
}

function headRow(reports: readonly OpenReport[]): HTMLElement {
  const names = ['Place', 'Where', 'Commit', 'Date', 'HEAD', 'Author and refs'];
  if (reports.length > 1) names.push('Report');
  return el(
    'tr',
    {},
    names.map((name) => el('th', { scope: 'col' }, name)),
  );
}

function placeRow(occurrence: UnitedOccurrence, reports: readonly OpenReport[]): HTMLElement {
  const { source, commit, blob, date, author, refs, inHead, decodedFrom, cell } = occurrence;
  const how = [
    cell === null ? '' : `${cell.part} of cell ${cell.number}`,
    decodedFrom.length === 0 ? '' : `written in ${[...decodedFrom].reverse().join(' in ')}`,
  ].filter(Boolean);
  const held = [author ?? '', ...refs.map(refName)].filter(Boolean);
  return el(
    'tr',
    {},
    el(
      'td',
      { class: 'place' },
      locationOf(occurrence),
      how.length === 0 ? null : el('small', {}, how.join(', ')),
    ),
    el('td', {}, source === 'blob' && commit === null ? 'in no commit' : SOURCE_WORDS[source]),
    el('td', {}, el('code', { title: commit ?? blob ?? '' }, commit === null ? '' : shortId(commit))),
    el('td', { class: 'date' }, date?.slice(0, 10) ?? ''),
    el('td', {}, inHead === null ? '' : inHead ? 'yes' : 'no'),
    el('td', {}, held.join(', ')),
    reports.length > 1
      ? el('td', {}, occurrence.reports.map((index) => reports[index]?.name ?? '').join(', '))
      : null,
  );
}
