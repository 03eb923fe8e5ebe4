import { leavesGap } from '../../../sources/coverage.ts';
import { cloneWarnings, scannedInWords, skippedInWords, suppressedInWords } from '../../text/coverage.ts';
import { countOf } from '../../text/numbers.ts';
import type { OpenReport } from '../model/entry.ts';
import { button, el } from './dom.ts';

/**
 * What each open report covers. An incomplete scan stands out, because nothing found then means little.
 * @param onClose takes a report away, by its place among the open ones.
 */
export function coverage(reports: readonly OpenReport[], onClose: (index: number) => void): HTMLElement {
  const gaps = reports.filter(({ report }) => !report.coverage.complete).length;
  const all = reports.map((open, index) =>
    reportItem(open, reports.length > 1 ? () => onClose(index) : null),
  );
  return el(
    'div',
    { class: gaps > 0 ? 'scans incomplete' : 'scans' },
    el('h2', {}, gaps > 0 ? incompleteTitle(gaps, reports.length) : 'What was scanned'),
    el('ul', {}, all),
  );
}

function incompleteTitle(gaps: number, reports: number): string {
  if (reports === 1) return 'This scan is incomplete';
  return `${gaps} of ${countOf(reports, 'scan')} ${gaps === 1 ? 'is' : 'are'} incomplete`;
}

function reportItem({ name, report }: OpenReport, onClose: (() => void) | null): HTMLElement {
  const { complete, skipped } = report.coverage;
  const gaps = skipped.filter(({ reason }) => leavesGap(reason));
  const harmless = skipped.filter(({ reason }) => !leavesGap(reason));
  const suppressed = suppressedInWords(report);
  const notes = [
    ...gaps.map((each) => note('gap', 'Not read: ', skippedInWords(each))),
    ...cloneWarnings(report.coverage).map(({ what, consequence }) => note('gap', `${what}: `, consequence)),
    ...(harmless.length === 0 ? [] : [note('', 'Left out: ', harmless.map(skippedInWords).join('; '))]),
    ...(suppressed === '' ? [] : [note('', 'Not shown: ', suppressed)]),
  ];
  return el(
    'li',
    {},
    el(
      'p',
      {},
      onClose === null ? null : el('b', {}, name, ': '),
      scannedInWords(report.coverage) || 'nothing',
      el('span', { class: complete ? 'complete' : 'gap' }, complete ? ' · complete' : ' · incomplete'),
      onClose === null ? null : ` · ${countOf(report.credentials.length, 'credential')} `,
      onClose === null ? null : button({ class: 'quiet', 'aria-label': `Close ${name}` }, 'close', onClose),
    ),
    notes.length === 0 ? null : el('ul', { class: 'notes' }, notes),
  );
}

function note(kind: string, label: string, text: string): HTMLElement {
  return el('li', { class: kind }, el('b', {}, label), text);
}
