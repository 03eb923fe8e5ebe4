import type { ChecksumResult } from '../../../../detect/finding.ts';
import { monthInWords } from '../../../text/key-facts.ts';
import { firstCommit, refName, shortId } from '../../../text/places.ts';
import { CONFIDENCE_WORDS, exposureInWords } from '../../../text/words.ts';
import type { Entry, OpenReport } from '../../model/entry.ts';
import { PRESENCE_WORDS } from '../../model/filter.ts';
import { copyButton } from '../copy.ts';
import { el } from '../dom.ts';

const CHECKSUM_WORDS: Readonly<Record<ChecksumResult, string>> = {
  valid: 'holds',
  mismatch: 'does not hold',
  none: 'the format has none',
};

/** A label and what it says; null where there is nothing to say. */
type Fact = readonly [label: string, text: string | Node | null];

/** What is known of the key and how far it got. */
export function facts(entry: Entry, reports: readonly OpenReport[]): HTMLElement {
  const { credential } = entry;
  const { service, issued, endpoint, checksum, length, entropy, rule, fingerprint, secret } = credential;
  const all: Fact[] = [
    ['Exposure', exposure(entry, reports)],
    ['Came in', cameIn(entry)],
    ['Held by', heldBy(entry)],
    ['Service', service],
    ['Host', endpoint],
    ['Issued', issued === null ? null : monthInWords(issued)],
    ['Confidence', CONFIDENCE_WORDS[credential.confidence]],
    ['Checksum', CHECKSUM_WORDS[checksum]],
    [
      'Secret',
      secret === undefined ? null : withCopy(el('code', { class: 'secret' }, secret), secret, 'the secret'),
    ],
    ['Form', `${length} characters, ${entropy} bits of entropy in each`],
    ['Rule', el('code', {}, rule)],
    ['Fingerprint', fingerprintLink(fingerprint)],
    ['Reports', reports.length > 1 ? entry.reports.map((index) => reports[index]?.name).join(', ') : null],
  ];
  return el(
    'dl',
    { class: 'facts' },
    all.map(([label, text]) =>
      text === null || text === '' ? null : el('div', {}, el('dt', {}, label), el('dd', {}, text)),
    ),
  );
}

/** As the report says it whose scan saw it. */
function exposure({ credential, reports: seenIn, presence }: Entry, reports: readonly OpenReport[]): string {
  const seen = seenIn.map((index) => reports[index]?.report).filter((report) => report !== undefined);
  // The scan that looked at the history knows more than one that did not.
  const report = seen.find(({ coverage }) => coverage.modes.includes('history')) ?? seen[0];
  const words = report === undefined ? credential.exposure : exposureInWords(credential, report);
  const isCommitted = credential.occurrences.some(({ inHead }) => inHead !== null);
  return isCommitted ? `${words}; ${PRESENCE_WORDS[presence]}` : words;
}

function cameIn({ credential }: Entry): string | null {
  const first = firstCommit(credential);
  if (first === null) return null;
  const by = first.author === null ? '' : ` by ${first.author}`;
  const on = first.date === null ? '' : ` on ${first.date.slice(0, 10)}`;
  return `with commit ${shortId(first.commit ?? '')}${by}${on}`;
}

function heldBy({ credential }: Entry): string | null {
  return (firstCommit(credential)?.refs ?? []).map(refName).join(', ');
}

function fingerprintLink(fingerprint: string): Node {
  const link = el('a', { href: `#${fingerprint}` }, el('code', {}, fingerprint));
  return withCopy(link, fingerprint, 'the fingerprint');
}

function withCopy(shown: Node, text: string, what: string): Node {
  return el('span', { class: 'copyable' }, shown, copyButton([text], what));
}
