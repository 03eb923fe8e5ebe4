import { isNothingScanned } from '../../text/coverage.ts';
import { formatCount } from '../../text/numbers.ts';
import type { Entry, OpenReport } from '../model/entry.ts';
import { SEVERITIES } from '../model/filter.ts';
import { el, svg } from './dom.ts';
import { severityShape } from './marks.ts';

/** The result in a sentence and a few numbers. */
export function verdict(entries: readonly Entry[], reports: readonly OpenReport[]): HTMLElement {
  const isComplete = reports.every(({ report }) => report.coverage.complete);
  if (entries.length > 0) return found(entries);
  if (!isComplete)
    return nothing('warning', 'No credentials found, but the scan is incomplete', INCOMPLETE_HINT);
  if (reports.every(({ report }) => isNothingScanned(report.coverage))) {
    return nothing('warning', 'Nothing to scan', 'There was no content.');
  }
  return nothing('clean', 'No credentials found', COMPLETE_HINT);
}

const INCOMPLETE_HINT = 'There may be some in what could not be read.';
const COMPLETE_HINT = 'Everything that was to be scanned was read.';

function nothing(kind: 'clean' | 'warning', title: string, sentence: string): HTMLElement {
  const path = kind === 'clean' ? 'M5 12.5 10 17.5 19.5 7' : 'M12 5v9M12 18v1.5';
  return el(
    'div',
    { class: `nothing ${kind}` },
    svg('svg', { class: 'emblem', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: path })),
    el('div', {}, el('h2', {}, title), el('p', {}, sentence)),
  );
}

function found(entries: readonly Entry[]): HTMLElement {
  const count = (isCounted: (entry: Entry) => boolean): number => entries.filter(isCounted).length;
  const severities = SEVERITIES.map((severity) => ({
    severity,
    number: count(({ credential }) => credential.severity === severity),
  })).filter(({ number }) => number > 0);
  const tiles = [
    { label: 'pushed', number: count(({ credential }) => credential.exposure === 'pushed'), isAlarm: true },
    { label: 'still in HEAD', number: count(({ presence }) => presence === 'head'), isAlarm: false },
    {
      label: 'proven by checksum',
      number: count(({ credential }) => credential.confidence === 'proven'),
      isAlarm: false,
    },
    {
      label: 'services',
      number: new Set(entries.map(({ credential }) => credential.service)).size,
      isAlarm: false,
    },
  ];
  return el(
    'div',
    { class: 'found' },
    el(
      'h2',
      {},
      el('span', { class: 'big' }, formatCount(entries.length)),
      ` ${entries.length === 1 ? 'credential' : 'credentials'} found`,
    ),
    el(
      'ul',
      { class: 'severities' },
      severities.map(({ severity, number }) =>
        el(
          'li',
          { class: `severity ${severity}` },
          severityShape(severity),
          `${formatCount(number)} ${severity}`,
        ),
      ),
    ),
    el(
      'dl',
      { class: 'tiles' },
      tiles.map(({ label, number, isAlarm }) =>
        el(
          'div',
          { class: isAlarm && number > 0 ? 'alarm' : '' },
          el('dt', {}, label),
          el('dd', {}, formatCount(number)),
        ),
      ),
    ),
  );
}
