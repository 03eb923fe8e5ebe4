import { displayWidth } from './display-width.ts';
import { type Line, type Span, span } from './span.ts';

export type WrapOptions = {
  readonly width: number;
  /** What the first line starts with, for example a label. */
  readonly first: Line;
  /** Columns by which the lines behind it are indented. */
  readonly indent: number;
};

/** Something that is not broken, and whether a space stands before it. */
type Word = { readonly parts: readonly Span[]; readonly width: number; readonly isSpaced: boolean };

/**
 * Breaks a text at its spaces into lines of at most `width` columns. A word that is longer gets a line of
 * its own and is not cut: cut paths can neither be clicked on nor copied.
 */
export function wrap(text: Line, { width, first, indent }: WrapOptions): Line[] {
  const lines: Span[][] = [];
  let line: Span[] = [...first];
  let column = lineWidth(first);
  let isEmpty = true;
  for (const word of toWords(text)) {
    const gap = word.isSpaced && !isEmpty ? 1 : 0;
    if (!isEmpty && column + gap + word.width > width) {
      lines.push(line);
      line = [span(' '.repeat(indent))];
      column = indent;
    } else if (gap > 0) {
      line.push(span(' '));
      column += gap;
    }
    line.push(...word.parts);
    column += word.width;
    isEmpty = false;
  }
  return [...lines, line];
}

export function lineWidth(line: Line): number {
  return line.reduce((sum, each) => sum + displayWidth(each.text), 0);
}

/** Words may go over several spans: `(` and a path behind it belong together. */
function toWords(text: Line): Word[] {
  const words: Word[] = [];
  let parts: Span[] = [];
  let isSpaced = false;
  const endWord = (): void => {
    if (parts.length > 0) words.push({ parts, width: lineWidth(parts), isSpaced });
    if (parts.length > 0) isSpaced = false;
    parts = [];
  };
  for (const each of text) {
    if (each.isUnbroken) {
      parts.push(each);
      continue;
    }
    for (const piece of each.text.split(/( +)/)) {
      if (piece === '') continue;
      if (piece.startsWith(' ')) {
        endWord();
        isSpaced = true;
      } else {
        parts.push({ ...each, text: piece });
      }
    }
  }
  endWord();
  return words;
}
