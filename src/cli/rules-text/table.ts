import { displayWidth } from '../../report/text/display-width.ts';
import { type Line, type Look, printLine, span } from '../../report/text/span.ts';

/** How a text for people is set. */
export type TextStyle = { readonly color: boolean; readonly width: number };

export type Cell = { readonly text: string; readonly looks?: readonly Look[]; readonly isNumber?: boolean };
export type Row = readonly Cell[];

const GAP = '  ';

/** Rows set in columns as wide as their widest cell; the last column is not padded. */
export function tableLines(rows: readonly Row[], { color }: TextStyle): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach(({ text }, column) => {
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(span(text).text));
    });
  }
  return rows.map((row) => printLine(tableLine(row, widths), color));
}

function tableLine(row: Row, widths: readonly number[]): Line {
  return row.flatMap(({ text, looks = [], isNumber = false }, column) => {
    const cell = span(text, ...looks);
    const padding = span(' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell.text))));
    const gap = column === 0 ? [] : [span(GAP)];
    return isNumber ? [...gap, padding, cell] : [...gap, cell, padding];
  });
}
