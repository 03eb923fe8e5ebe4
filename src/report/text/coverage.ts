import type { Report } from '../../credentials/report.ts';
import { leavesGap, type Skipped } from '../../sources/coverage.ts';
import { field, type Layout, listField } from './layout.ts';
import { countOf, formatBytes, formatCount, listOf } from './numbers.ts';
import { shortId } from './places.ts';
import { type Line, span } from './span.ts';
import { SKIP_HINTS, SKIP_NOUNS } from './words.ts';

type Coverage = Report['coverage'];

/** What was scanned, in words that fit behind "scanned" and "in". */
export function scannedInWords({ modes, files, objects, commits }: Coverage): string {
  if (modes.length === 1 && modes[0] === 'stdin') return `standard input (${formatBytes(files.bytes)})`;
  if (modes.length === 1 && modes[0] === 'index') {
    return `${countOf(objects.scanned, 'staged file')} (${formatBytes(objects.bytes)})`;
  }
  const parts: string[] = [];
  if (modes.includes('files') || files.scanned > 0) {
    parts.push(`${countOf(files.scanned, 'file')} (${formatBytes(files.bytes)})`);
  }
  if (modes.includes('history') || objects.scanned > 0) {
    parts.push(`${countOf(objects.scanned, 'git object')} (${formatBytes(objects.bytes)})`);
  }
  const history = modes.includes('history') ? ` of ${countOf(commits, 'commit')}` : '';
  const known =
    objects.fromCache > 0 ? `; ${formatCount(objects.fromCache)} more are known from an earlier scan` : '';
  return `${listOf(parts)}${history}${known}`;
}

/** Whether there was anything to look at. */
export function isNothingScanned({ files, objects }: Coverage): boolean {
  return files.scanned + objects.scanned + objects.fromCache === 0;
}

/** What was not read and why, and what the clone itself lacks. */
export function gapLines(coverage: Coverage, layout: Layout): Line[] {
  const { skipped } = coverage;
  const harmful = skipped.filter(({ reason }) => leavesGap(reason));
  const harmless = skipped.filter(({ reason }) => !leavesGap(reason));
  const warnings = cloneWarnings(coverage).map(
    ({ what, consequence }): Line => [span(`${what}: `, 'yellow'), span(consequence)],
  );
  return [
    ...listField(
      'Not read',
      harmful.map((each) => [span(skippedInWords(each), 'yellow')]),
      layout,
    ),
    ...(harmless.length === 0
      ? []
      : field('Left out', [span(harmless.map(skippedInWords).join('; '))], layout)),
    ...listField('Warning', warnings, layout),
  ];
}

/** Something that the clone itself lacks, and what that means. */
export type CloneWarning = {
  readonly kind: 'shallow-history' | 'partial-clone';
  readonly what: string;
  readonly consequence: string;
};

export function cloneWarnings({ shallow, partialClone }: Coverage): CloneWarning[] {
  const warnings: (CloneWarning | false)[] = [
    shallow && {
      kind: 'shallow-history',
      what: 'The history is shallow',
      consequence: 'commits before the cut are not in this clone (git fetch --unshallow gets them).',
    },
    partialClone && {
      kind: 'partial-clone',
      what: 'This is a partial clone',
      consequence:
        'objects that were left at the remote are not scanned (git fetch --refetch --no-filter gets them).',
    },
  ];
  return warnings.filter((warning) => warning !== false);
}

/** Enough of a fingerprint to stand for it. */
export const SHORT_FINGERPRINT = 'kp1:'.length + 12;

const MOST_EXAMPLES = 3;
const OBJECT_ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** What was skipped for one reason, with examples: `5 unreadable files (a, b, c, …)`. */
export function skippedInWords({ reason, count, examples }: Skipped): string {
  const [one, many] = SKIP_NOUNS[reason];
  const named = examples.slice(0, MOST_EXAMPLES).map((each) => (OBJECT_ID.test(each) ? shortId(each) : each));
  const names = named.join(', ') + (count > named.length ? ', …' : '');
  const inBrackets = [names, SKIP_HINTS[reason] ?? ''].filter((text) => text !== '').join('; ');
  return countOf(count, one, many) + (inBrackets === '' ? '' : ` (${inBrackets})`);
}

/** What was found and is not shown, and why. */
export function suppressedLines(report: Report, layout: Layout): Line[] {
  const text = suppressedInWords(report);
  return text === '' ? [] : field('Not shown', [span(text)], layout);
}

/** What is in the baseline and nowhere else any more. */
export function goneLines({ baseline }: Report, layout: Layout): Line[] {
  const text = goneInWords(baseline);
  return text === '' ? [] : field('Baseline', [span(text)], layout);
}

/** The same as a text; empty when there is nothing to say. */
export function goneInWords(baseline: Report['baseline']): string {
  const gone = baseline?.gone ?? [];
  if (baseline === undefined || gone.length === 0) return '';
  const named = gone.slice(0, MOST_EXAMPLES).map(({ fingerprint, rule, path }) => {
    const short = fingerprint.slice(0, SHORT_FINGERPRINT);
    return `${short} ${rule}${path === null ? '' : ` in ${path}`}`;
  });
  const names = named.join(', ') + (gone.length > named.length ? ', …' : '');
  const of = `${formatCount(gone.length)} of ${countOf(baseline.entries, 'entry', 'entries')}`;
  return `${of} ${gone.length === 1 ? 'is' : 'are'} nowhere any more (${names}); "keypetrel baseline FILE" takes them out`;
}

/** The same as a text; empty when everything is shown. */
export function suppressedInWords({ suppressed }: Report): string {
  const { baseline, inline, ignored, belowThreshold, standing } = suppressed;
  return [
    baseline > 0 && `${countOf(baseline, 'credential')} known in the baseline`,
    inline > 0 && `${countOf(inline, 'credential')} allowed by a comment`,
    ignored > 0 && `${countOf(ignored, 'credential')} ignored`,
    standing > 0 && `${countOf(standing, 'credential')} that stood there before (--history shows them)`,
    belowThreshold > 0 && `${formatCount(belowThreshold)} less certain (--min-confidence low shows all)`,
  ]
    .filter((text) => text !== false)
    .join('; ');
}
