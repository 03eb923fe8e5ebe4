import type { Report } from '../../credentials/report.ts';
import { gapsOf } from '../prose.ts';
import { goneInWords, isNothingScanned, scannedInWords, suppressedInWords } from '../text/coverage.ts';
import { countOf } from '../text/numbers.ts';
import { exposureCounts, severityCounts } from '../text/summary.ts';
import { prose } from './escape.ts';

/** Everything above the overview; for a scan that found nothing the whole report. */
export function headText(report: Report): string {
  const { credentials, coverage } = report;
  const suppressed = suppressedInWords(report);
  const gone = goneInWords(report.baseline);
  const paragraphs = [
    `## ${titleOf(report)}`,
    credentials.length > 0 && `**${severityCounts(credentials)}.** ${exposureCounts(credentials)}.`,
    gapsOf(report)
      .map(({ text }) => `> **Warning:** ${prose(text)}`)
      .join('\n>\n'),
    isNothingScanned(coverage)
      ? 'There was no content to scan.'
      : `Scanned ${prose(scannedInWords(coverage))}.`,
    suppressed !== '' && `Not shown: ${prose(suppressed)}.`,
    gone !== '' && `Baseline: ${prose(gone)}.`,
  ].filter((text) => text !== false && text !== '');
  return `${paragraphs.join('\n\n')}\n\n`;
}

function titleOf({ credentials, coverage }: Report): string {
  if (credentials.length > 0) return `keypetrel found ${countOf(credentials.length, 'credential')}`;
  return coverage.complete
    ? 'keypetrel found no credentials'
    : 'keypetrel found no credentials, but the scan is incomplete';
}

/** How many credentials have no line in the overview, and how many of the others no details. */
export type LeftOut = { readonly rows: number; readonly details: number };

/** What is left out, as a sentence; empty when nothing is. */
export function restText({ rows, details }: LeftOut): string {
  const texts = [
    rows > 0 && `${countOf(rows, 'more credential')} not shown`,
    details > 0 && `details of ${countOf(details, 'credential')} left out`,
  ].filter((text) => text !== false);
  if (texts.length === 0) return '';
  return `There is no room for everything: ${texts.join(', ')}. The JSON report has all of it.\n`;
}
