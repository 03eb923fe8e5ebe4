import type { Credential, Report } from '../../credentials/report.ts';
import type { ExitStatus } from '../renderer.ts';
import {
  gapLines,
  goneLines,
  isNothingScanned,
  SHORT_FINGERPRINT,
  scannedInWords,
  suppressedLines,
} from './coverage.ts';
import { field, type Layout, paragraph } from './layout.ts';
import { countOf, formatCount } from './numbers.ts';
import { type Line, span, unbroken } from './span.ts';
import { EXPOSURE_NAMES, EXPOSURES } from './words.ts';

/** The end of a report with credentials: counts, coverage, and what the exit code means. */
export function summaryLines(report: Report, exit: ExitStatus | null, layout: Layout): Line[] {
  const { credentials, coverage } = report;
  return [
    [span('Summary', 'bold')],
    ...field('Found', [span(foundInWords(credentials), 'bold')], layout),
    ...field(
      'Confidence',
      [span(counts(credentials, ['proven', 'high', 'medium', 'low'], (each) => each.confidence))],
      layout,
    ),
    ...field('Exposure', [span(exposureCounts(credentials))], layout),
    ...field('Scanned', [span(scannedInWords(coverage))], layout),
    ...gapLines(coverage, layout),
    ...suppressedLines(report, layout),
    ...goneLines(report, layout),
    ...explainLines(report, layout),
    ...exitLines(exit, layout),
  ];
}

/** How to see what counted for and against a credential. */
function explainLines({ credentials, coverage }: Report, layout: Layout): Line[] {
  const [first] = credentials;
  if (first === undefined) return [];
  const subject = coverage.modes.includes('stdin') ? '-' : first.fingerprint.slice(0, SHORT_FINGERPRINT);
  const command = unbroken(`keypetrel explain ${subject}`, 'cyan');
  return field('Explain', [command, span(' shows what counts for and against one, and how much')], layout);
}

function foundInWords(credentials: readonly Credential[]): string {
  return `${countOf(credentials.length, 'credential')}: ${severityCounts(credentials)}`;
}

/** `2 critical, 1 high`. */
export function severityCounts(credentials: readonly Credential[]): string {
  return counts(credentials, ['critical', 'high', 'medium', 'low'], (each) => each.severity);
}

/** `2 pushed, 1 not committed`. */
export function exposureCounts(credentials: readonly Credential[]): string {
  const names = EXPOSURES.map((exposure) => EXPOSURE_NAMES[exposure]);
  return counts(credentials, names, (each) => EXPOSURE_NAMES[each.exposure]);
}

/** `2 critical, 1 high`. */
function counts(
  credentials: readonly Credential[],
  order: readonly string[],
  kindOf: (credential: Credential) => string,
): string {
  return order
    .map((value) => ({ value, count: credentials.filter((each) => kindOf(each) === value).length }))
    .filter(({ count }) => count > 0)
    .map(({ value, count }) => `${formatCount(count)} ${value}`)
    .join(', ');
}

/** The whole report when there is no credential: short when everything is well. */
export function nothingFoundLines(report: Report, exit: ExitStatus | null, layout: Layout): Line[] {
  const { coverage } = report;
  const gaps = gapLines(coverage, layout);
  if (!coverage.complete) {
    return [
      ...paragraph(
        [
          span('No credentials found, but the scan is incomplete: ', 'yellow', 'bold'),
          span('there may be some in what could not be read.'),
        ],
        layout,
        0,
      ),
      ...field('Scanned', [span(scannedInWords(coverage))], layout),
      ...gaps,
      ...suppressedLines(report, layout),
      ...goneLines(report, layout),
      ...exitLines(exit, layout),
    ];
  }
  return [
    ...paragraph(cleanSentence(report), layout, 0),
    ...gaps,
    ...suppressedLines(report, layout),
    ...goneLines(report, layout),
    ...(exit === null || exit.code === 0 ? [] : exitLines(exit, layout)),
  ];
}

function cleanSentence({ coverage }: Report): Line {
  if (isNothingScanned(coverage))
    return [span('Nothing to scan: ', 'yellow', 'bold'), span('there is no content here.')];
  return [span('No credentials found', 'green', 'bold'), span(` in ${scannedInWords(coverage)}.`)];
}

function exitLines(exit: ExitStatus | null, layout: Layout): Line[] {
  return exit === null ? [] : field('Exit code', [span(`${exit.code}: ${exit.meaning}`)], layout);
}
