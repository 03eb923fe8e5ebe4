import { formatCount } from '../../text/numbers.ts';
import { locationOf } from '../../text/places.ts';
import { EXPOSURE_NAMES } from '../../text/words.ts';
import type { Entry, OpenReport } from '../model/entry.ts';
import { credentialDetail } from './detail/credential.ts';
import { byId, el } from './dom.ts';
import { confidenceMark, severityMark } from './marks.ts';

/** What is open, when the page is printed. */
export type Printable = { readonly list: readonly Entry[]; readonly reports: readonly OpenReport[] };

/** Credentials that are printed in full: a page of paper each, and a browser lays out no more in a few seconds. */
const MOST_IN_FULL = 300;

/** Characters of a fingerprint that stand for it where there is little room: `kp1:` and twelve more. */
const SHORT_FINGERPRINT = 16;

/** Puts the credentials of the list into the document in full, for as long as it is printed. */
export function startPrinting(current: () => Printable): void {
  const container = byId('printed');
  const media = matchMedia('print');
  const expand = (): void => {
    const { list, reports } = current();
    const inFull = list.slice(0, MOST_IN_FULL).map((entry) => credentialDetail(entry, reports, true));
    const rest = list.slice(MOST_IN_FULL);
    container.replaceChildren(...inFull, ...(rest.length > 0 ? inShort(rest) : []));
  };
  const collapse = (): void => container.replaceChildren();
  addEventListener('beforeprint', expand);
  addEventListener('afterprint', collapse);
  // Developer tools, and tests, show the page as printed without these events.
  media.addEventListener('change', () => (media.matches ? expand() : collapse()));
}

function inShort(entries: readonly Entry[]): HTMLElement[] {
  const title = `${formatCount(entries.length)} more, in short`;
  const advice = `The first ${MOST_IN_FULL} of the list are printed in full. Filter or sort it to print others.`;
  const columns = ['Severity', 'Credential', 'Place', 'Confidence', 'Exposure', 'Fingerprint'];
  return [
    el('h2', { class: 'in-short' }, title),
    el('p', {}, advice),
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          columns.map((column) => el('th', { scope: 'col' }, column)),
        ),
      ),
      el('tbody', {}, entries.map(shortRow)),
    ),
  ];
}

function shortRow({ credential }: Entry): HTMLElement {
  const [main] = credential.occurrences;
  return el(
    'tr',
    {},
    el('td', {}, severityMark(credential.severity)),
    el('td', {}, credential.title, ' ', el('code', {}, credential.redacted)),
    el('td', { class: 'place broad' }, main === undefined ? '' : locationOf(main)),
    el('td', {}, confidenceMark(credential.confidence)),
    el('td', {}, EXPOSURE_NAMES[credential.exposure]),
    el('td', { class: 'place' }, credential.fingerprint.slice(0, SHORT_FINGERPRINT)),
  );
}
