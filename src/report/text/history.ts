import type { Credential, Occurrence } from '../../credentials/report.ts';
import { field, type Layout, listField } from './layout.ts';
import { countOf, listOf } from './numbers.ts';
import { firstCommit, isLive, locationOf, otherPlaces, refName, shortId } from './places.ts';
import { type Line, type Span, span, unbroken } from './span.ts';

const MOST_REFS = 3;

/** Which commit brought the credential in, who and when, and whether the checked-out commit still holds it. */
export function historyLines(credential: Credential, layout: Layout): Line[] {
  const first = firstCommit(credential);
  if (first === null) return [];
  const text: Span[] = [span('first in commit '), unbroken(shortId(first.commit ?? ''), 'yellow')];
  if (first.author !== null) text.push(span(' by '), span(first.author));
  if (first.date !== null) text.push(span(` on ${first.date.slice(0, 10)}`));
  const main = credential.occurrences[0];
  if (main !== undefined && first.path !== null && first.path !== main.path) {
    text.push(span(' as '), unbroken(locationOf(first)));
  }
  const head = headInWords(credential.occurrences);
  if (head !== null) text.push(span(', '), span(head, 'bold'));
  const lines = field('History', text, layout);
  return first.refs.length === 0
    ? lines
    : [...lines, ...field('Held by', [span(refsInWords(first.refs))], layout)];
}

function headInWords(occurrences: readonly Occurrence[]): string | null {
  const answers = occurrences.map(({ inHead }) => inHead).filter((inHead) => inHead !== null);
  if (answers.length === 0) return null;
  return answers.includes(true) ? 'still in HEAD' : 'not in HEAD';
}

function refsInWords(refs: readonly string[]): string {
  const names = refs.slice(0, MOST_REFS).map(refName);
  return refs.length > MOST_REFS ? `${names.join(', ')} and ${refs.length - MOST_REFS} more` : listOf(names);
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
  if (isLive(occurrence) || occurrence.inHead === true) return [];
  if (occurrence.source === 'commit-message' || occurrence.source === 'ref-name') return [];
  if (occurrence.commit === null) return [span(' (in no commit that a branch or tag holds)', 'dim')];
  return [span(` (in commit ${shortId(occurrence.commit)}, not in HEAD)`, 'dim')];
}
