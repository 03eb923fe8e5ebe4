import type { FrameLine } from '../../credentials/report.ts';
import { characterWidth, displayWidth } from './display-width.ts';
import type { Layout } from './layout.ts';
import { type Line, span } from './span.ts';

/** A line of code in three parts: what stands before the redacted secret, the secret, and the rest. */
type Parts = { readonly before: string; readonly secret: string; readonly after: string };

const CUT = '…';
/** Columns of code that are kept in view before a secret, where there is room. */
const CONTEXT = 24;
const NARROWEST_CODE = 8;

/** The code around a secret with line numbers, and carets under the secret. Lines are cut to the width. */
export function frameLines(frame: readonly FrameLine[], layout: Layout): Line[] {
  const numberWidth = Math.max(...frame.map(({ number }) => String(number).length));
  const margin = ' '.repeat(layout.indent);
  const room = Math.max(NARROWEST_CODE, layout.frameWidth - layout.indent - numberWidth - 3);
  return frame.flatMap((line) => {
    const { before, secret, after } = cutToWidth(partsOf(line), room);
    const code: Line = [
      span(`${margin}${String(line.number).padStart(numberWidth)} │ `, 'dim'),
      span(before),
      span(secret, 'red', 'bold'),
      span(after),
    ];
    if (secret === '') return [code];
    const carets = [
      span(`${margin}${' '.repeat(numberWidth)} │ `, 'dim'),
      span(' '.repeat(displayWidth(before))),
      span('^'.repeat(displayWidth(secret)), 'red'),
    ];
    return [code, carets];
  });
}

/** Escaped already here, because widths and carets have to fit what is printed. */
function partsOf({ text, mark }: FrameLine): Parts {
  if (mark === null) return { before: printable(text), secret: '', after: '' };
  return {
    before: printable(text.slice(0, mark.start - 1)),
    secret: printable(text.slice(mark.start - 1, mark.end - 1)),
    after: printable(text.slice(mark.end - 1)),
  };
}

function printable(text: string): string {
  return span(text.replaceAll('\t', '  ')).text;
}

/** Cuts at the ends that are farther from the secret, which stays in view. */
function cutToWidth({ before, secret, after }: Parts, width: number): Parts {
  if (displayWidth(before) + displayWidth(secret) + displayWidth(after) <= width)
    return { before, secret, after };
  if (secret === '') return { before: cutEnd(before, width), secret, after };
  // Where there is something, at least the mark shows that it was cut off.
  const least = { before: before === '' ? 0 : 1, after: after === '' ? 0 : 1 };
  const shownSecret = cutEnd(secret, width - least.before - least.after);
  const room = width - displayWidth(shownSecret);
  const wantedBefore = Math.max(Math.min(CONTEXT, room), room - displayWidth(after));
  const roomBefore = Math.min(wantedBefore, room - least.after);
  const shownBefore = cutStart(before, roomBefore);
  return {
    before: shownBefore,
    secret: shownSecret,
    after: cutEnd(after, room - displayWidth(shownBefore)),
  };
}

function cutEnd(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return width < 1 ? '' : takeColumns(text, width - 1) + CUT;
}

function cutStart(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '';
  return CUT + [...takeColumns([...text].reverse().join(''), width - 1)].reverse().join('');
}

function takeColumns(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) break;
    taken += character;
  }
  return taken;
}
