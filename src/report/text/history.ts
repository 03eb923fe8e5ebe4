import type { CredentialProvenance, FirstCommit } from '../../credentials/provenance.ts';
import type { Credential, Occurrence } from '../../credentials/report.ts';
import { field, type Layout, listField } from './layout.ts';
import { countOf, namesWithMore } from './numbers.ts';
import { isLive, locationOf, otherPlaces, refName, shortId } from './places.ts';
import { type Line, type Span, span, unbroken } from './span.ts';

const MOST_REFS = 3;
const MOST_RENAMES = 2;

/** Which commit brought the credential in, who and when, where it went, and whether the checked-out commit has it. */
export function historyLines(credential: Credential, layout: Layout): Line[] {
  const { provenance, occurrences } = credential;
  if (provenance === null) return [];
  const { first, renames, refs, moreRefs } = provenance;
  const parts: Span[][] = [];
  if (first !== null) parts.push(firstInWords(first, occurrences[0]));
  for (const { from, to, commit } of renames.slice(0, MOST_RENAMES)) {
    parts.push([
      span('moved from '),
      unbroken(from),
      span(' to '),
      unbroken(to),
      span(' in '),
      unbroken(shortId(commit)),
    ]);
  }
  const head = headInWords(provenance);
  if (head !== null) parts.push([span(head, 'bold')]);
  const text = parts.flatMap((part, index) => (index === 0 ? part : [span(', '), ...part]));
  const shown = refs.slice(0, MOST_REFS).map(refName);
  return [
    ...(text.length === 0 ? [] : field('History', text, layout)),
    ...(shown.length === 0
      ? []
      : field('Held by', [span(namesWithMore(shown, moreRefs + refs.length - shown.length))], layout)),
  ];
}

function firstInWords(
  { commit, author, date, path, orEarlier }: FirstCommit,
  main: Occurrence | undefined,
): Span[] {
  const text: Span[] = [span('first in commit '), unbroken(shortId(commit), 'yellow')];
  if (author !== null) text.push(span(' by '), span(author));
  if (date !== null) text.push(span(` on ${date.slice(0, 10)}`));
  if (path !== null && path !== main?.path) text.push(span(' as '), unbroken(path));
  if (orEarlier) text.push(span(' (or earlier: the history here does not go further back)'));
  return text;
}

function headInWords({ inHead, removed }: CredentialProvenance): string | null {
  if (inHead === null) return null;
  if (inHead) return 'still in HEAD';
  if (removed === null) return 'not in HEAD';
  const date = removed.date === null ? '' : ` (${removed.date.slice(0, 10)})`;
  return `gone from HEAD since ${shortId(removed.commit)}${date}`;
}

/** Where else the credential stands: a line for each of a few other paths, the rest counted. */
export function otherPlaceLines(credential: Credential, layout: Layout): Line[] {
  const { shown, more, moreCommits } = otherPlaces(credential);
  const texts: Line[] = shown.map((occurrence) => [unbroken(locationOf(occurrence)), ...whenIn(occurrence)]);
  if (more > 0) {
    const commits = moreCommits > 0 ? ` in ${countOf(moreCommits, 'commit')}` : '';
    texts.push([
      span(`${shown.length > 0 ? 'and ' : ''}${countOf(more, 'more place', 'more places')}${commits}`),
    ]);
  }
  return texts.length === 0 ? [] : listField('Also in', texts, layout);
}

/** For a place that is not on disk: the commit to look at. */
export function whenIn(occurrence: Occurrence): Span[] {
  const { source, commit, inHead, exposure, refs } = occurrence;
  if (isLive(occurrence) || !(source === 'blob' || source === 'note') || inHead === true) return [];
  if (exposure === 'staged') return [span(' (staged in another work tree)', 'dim')];
  const [ref] = refs;
  if (commit === null) return ref === undefined ? [] : [span(` (held by ${refName(ref)})`, 'dim')];
  const version = inHead === false ? ', not in HEAD' : '';
  return [span(` (in commit ${shortId(commit)}${version})`, 'dim')];
}
