import { locationOf, otherPlaces } from '../../text/places.ts';
import { EXPOSURE_NAMES } from '../../text/words.ts';
import type { Entry } from '../model/entry.ts';
import { PRESENCE_WORDS } from '../model/filter.ts';
import { el } from './dom.ts';
import { confidenceMark, severityMark } from './marks.ts';

/** The id of the row at a place of the list. */
export function rowId(index: number): string {
  return `row-${index}`;
}

/** A row of the list: two lines of what tells credentials apart. */
export function row({ credential, introduced, presence }: Entry, index: number, count: number): HTMLElement {
  const [main] = credential.occurrences;
  const place = main === undefined ? '' : locationOf(main);
  return el(
    'div',
    {
      id: rowId(index),
      class: 'row',
      role: 'option',
      'aria-selected': 'false',
      'aria-posinset': index + 1,
      'aria-setsize': count,
    },
    el('span', { class: 'row-severity' }, severityMark(credential.severity)),
    el(
      'span',
      { class: 'row-name' },
      el('b', {}, credential.title),
      ' ',
      el('code', { class: 'redacted' }, credential.redacted),
    ),
    el(
      'span',
      { class: 'row-place' },
      el('span', { class: 'path', title: place }, place),
      el('span', { class: 'more' }, morePlaces(credential)),
    ),
    el('span', { class: 'row-confidence' }, confidenceMark(credential.confidence)),
    el('span', { class: `row-exposure chip ${credential.exposure}` }, EXPOSURE_NAMES[credential.exposure]),
    el(
      'span',
      { class: 'row-date' },
      introduced === null ? '' : new Date(introduced).toISOString().slice(0, 10),
    ),
    el('span', { class: `row-presence ${presence}` }, introduced === null ? '' : PRESENCE_WORDS[presence]),
  );
}

function morePlaces(credential: Entry['credential']): string {
  const { shown, more } = otherPlaces(credential);
  const count = shown.length + more;
  return count === 0 ? '' : ` +${count}`;
}
