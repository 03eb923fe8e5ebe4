import type { Credential } from '../../credentials/report.ts';
import { mainPlaceFirst } from '../main-place.ts';
import { shorten } from '../prose.ts';
import { countOf } from '../text/numbers.ts';
import { locationOf, otherPlaces } from '../text/places.ts';
import { EXPOSURE_NAMES } from '../text/words.ts';
import { htmlCode, htmlProse } from './escape.ts';

/*
 * A table in HTML and not in Markdown: a cell of Markdown cannot hold every path, because a `|` in it ends the
 * cell and a backslash before that cannot be told from an escape. In a block of HTML only HTML has a meaning.
 * A blank line would end the block.
 */
export const TABLE_START =
  '<table>\n<thead><tr><th>#</th><th>Severity</th><th>Credential</th><th>Where</th><th>How far it got</th></tr></thead>\n<tbody>\n';
export const TABLE_END = '</tbody>\n</table>\n\n';

const LONGEST = 200;

/** The line of one credential. */
export function overviewRow(credential: Credential, number: number): string {
  const { severity, exposure } = credential;
  const cells = [`${number}`, severity, nameOf(credential), whereOf(credential), EXPOSURE_NAMES[exposure]];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
}

/** What a credential is, in HTML. */
export function nameOf({ title, redacted }: Credential): string {
  return `${htmlProse(shorten(title, LONGEST))} ${htmlCode(shorten(redacted, LONGEST))}`;
}

function whereOf(credential: Credential): string {
  const ordered = mainPlaceFirst(credential);
  const [main] = ordered.occurrences;
  if (main === undefined) return '';
  const { shown, more } = otherPlaces(ordered);
  const others = shown.length + more;
  const rest = others === 0 ? '' : ` and ${countOf(others, 'more place')}`;
  return `${htmlCode(shorten(locationOf(main), LONGEST))}${rest}`;
}
