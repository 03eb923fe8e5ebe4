import { escapeText } from '../escape.ts';

/** Looks that a span can have. They only ever repeat what the words say already. */
export type Look = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'blue' | 'cyan' | 'alarm';

/** A piece of a line with one look. Its text is escaped: spans are made by `span` only. */
export type Span = { readonly text: string; readonly looks: readonly Look[]; readonly isUnbroken: boolean };

export type Line = readonly Span[];

/**
 * A piece of text. Everything that the text report prints goes through here, which is why no name from a
 * hostile repository gets to the terminal as it is.
 */
export function span(text: string, ...looks: readonly Look[]): Span {
  return { text: escapeText(text), looks, isUnbroken: false };
}

/** A piece of text that is never wrapped, so that it can be clicked on or copied. */
export function unbroken(text: string, ...looks: readonly Look[]): Span {
  return { text: escapeText(text), looks, isUnbroken: true };
}

/** Select Graphic Rendition codes, on and off (ECMA-48, 8.3.117). */
const CODES: Readonly<Record<Look, readonly [string, string]>> = {
  bold: ['1', '22'],
  dim: ['2', '22'],
  red: ['31', '39'],
  green: ['32', '39'],
  yellow: ['33', '39'],
  blue: ['34', '39'],
  cyan: ['36', '39'],
  alarm: ['1;97;41', '22;39;49'],
};

/** The line as it is printed, with its newline. */
export function printLine(line: Line, color: boolean): string {
  const text = line.map((each) => (color ? paint(each) : each.text)).join('');
  return `${color ? text : text.trimEnd()}\n`;
}

function paint({ text, looks }: Span): string {
  if (text.trim() === '') return text;
  return looks.reduce((painted, look) => `\x1b[${CODES[look][0]}m${painted}\x1b[${CODES[look][1]}m`, text);
}
