import type { Credential, Occurrence, Report } from '../credentials/report.ts';
import { leavesGap } from '../sources/coverage.ts';
import { isInTree } from './main-place.ts';
import { type CloneWarning, cloneWarnings, skippedInWords } from './text/coverage.ts';
import { firstCommit, refName, shortId } from './text/places.ts';
import { exposureInWords } from './text/words.ts';

/*
 * Sentences about a credential and a scan for the formats that are no terminal. They hold names from the
 * scanned repository as they are: each format escapes them as its reader needs it.
 */

/** How far the credential got, as a sentence. */
export function exposureSentence(credential: Credential, report: Report): string {
  return sentence(exposureInWords(credential, report));
}

/** `in commit 35cfa3e1, not in HEAD`: which version of a file, or of what else, a place is in. */
export function versionInWords(occurrence: Occurrence): string {
  const { source, commit, blob, refs, inHead, exposure } = occurrence;
  const committed = shortId(commit ?? blob ?? 'unknown');
  const stored = shortId(blob ?? 'unknown');
  switch (source) {
    case 'stdin':
      return 'in the text on standard input';
    case 'file':
      return 'in the working tree';
    case 'index':
      return 'in the index';
    case 'commit-message':
      return `in the message of commit ${committed}`;
    case 'commit-header':
      return `in the header of commit ${committed}`;
    case 'tag-message':
      return `in the message of tag ${stored}`;
    case 'tag-header':
      return `in the header of tag ${stored}`;
    case 'ref-name':
      return 'in the name of a ref';
    case 'note':
      return `in note ${stored}`;
    case 'blob': {
      if (exposure === 'staged') return 'in the index of another work tree';
      const [ref] = refs;
      if (commit === null)
        return ref === undefined ? 'in no commit that is known' : `held by ${refName(ref)}`;
      const head = inHead === null ? '' : `, ${inHead ? 'still' : 'not'} in HEAD`;
      return `in commit ${shortId(commit)}${head}`;
    }
  }
}

const MOST_REFS = 3;

/** Which commit brought the credential in, and when; null when none did. */
export function introductionSentence(credential: Credential): string | null {
  const first = firstCommit(credential);
  if (first === null) return null;
  const date = first.date === null ? '' : ` of ${first.date.slice(0, 10)}`;
  const refs = first.refs.slice(0, MOST_REFS).map(refName).join(', ');
  const held = refs === '' ? '' : ` (in ${refs})`;
  const gone = credential.occurrences.some(isInTree) ? '' : ' and is not in the files that are checked out';
  return `It came in with commit ${shortId(first.commit ?? '')}${date}${held}${gone}.`;
}

/** What speaks for the credential and against it, weightiest first. */
export function evidenceInWords({ evidence }: Credential): {
  readonly pro: string[];
  readonly contra: string[];
} {
  const sorted = [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return {
    pro: sorted.filter(({ weight }) => weight >= 0).map(({ detail }) => detail),
    contra: sorted.filter(({ weight }) => weight < 0).map(({ detail }) => detail),
  };
}

/** Something that a reader has to know to judge how complete a scan was. */
export type Gap = { readonly kind: GapKind; readonly text: string };
export type GapKind = 'not-read' | CloneWarning['kind'];

/** What was not scanned although it should have been, a sentence each; empty for a complete scan. */
export function gapsOf({ coverage }: Report): Gap[] {
  const gaps: Gap[] = coverage.skipped
    .filter(({ reason }) => leavesGap(reason))
    .map((skipped) => ({ kind: 'not-read', text: `Not read: ${skippedInWords(skipped)}.` }));
  if (gaps.length === 0 && !coverage.complete) {
    gaps.push({ kind: 'not-read', text: 'The scan is incomplete: something could not be read.' });
  }
  const lacks = cloneWarnings(coverage);
  return [
    ...gaps,
    ...lacks.map(({ kind, what, consequence }) => ({ kind, text: `${what}: ${consequence}` })),
  ];
}

/** With a capital at its start and a point at its end. */
export function sentence(text: string): string {
  const start = `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
  return /[.!?]$/.test(start) ? start : `${start}.`;
}

/** At most `length` UTF-16 units of a text, with `…` in place of its middle. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const tail = Math.floor((length - 1) / 3);
  const start = text.slice(0, length - 1 - tail).replace(/[\ud800-\udbff]$/, '');
  return `${start}…${text.slice(text.length - tail).replace(/^[\udc00-\udfff]/, '')}`;
}
