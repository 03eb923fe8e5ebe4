import { type Line, type Span, span } from './span.ts';
import { wrap } from './wrap.ts';

/** Where the parts of a report stand. */
export type Layout = {
  /** Columns to wrap prose at. */
  readonly width: number;
  /** Columns that code may take: it is cut and not wrapped. */
  readonly frameWidth: number;
  /** Columns before everything that belongs to a headline. */
  readonly indent: number;
};

/** Lines of prose that are longer are hard to read, however wide the window is. */
const LONGEST_PROSE = 110;
const NARROWEST = 20;
/** Columns of a label and the gap behind it. */
const LABEL_WIDTH = 12;
/** Below this, labels take too much: text goes to the line under its label. */
const NARROW = 50;

/** The layout for a terminal of `width` columns and numbers up to `count`. */
export function layoutFor(width: number, count: number): Layout {
  const frameWidth = Math.max(NARROWEST, width);
  return {
    width: Math.min(frameWidth, LONGEST_PROSE),
    frameWidth,
    indent: count === 0 ? 0 : String(count).length + 2,
  };
}

export const BLANK_LINE: Line = [];

/** A label and what it says, wrapped beside it. */
export function field(label: string, text: Line, layout: Layout): Line[] {
  const margin = span(' '.repeat(layout.indent));
  const name = span(label, 'dim');
  if (layout.width < NARROW) return [[margin, name], ...paragraph(text, layout, layout.indent + 2)];
  const padding = span(' '.repeat(Math.max(1, LABEL_WIDTH - label.length)));
  return wrap(text, {
    width: layout.width,
    first: [margin, name, padding],
    indent: layout.indent + LABEL_WIDTH,
  });
}

/** One field with several texts below each other; the label stands at the first. */
export function listField(label: string, texts: readonly Line[], layout: Layout): Line[] {
  return texts.flatMap((text, index) => {
    if (index > 0 && layout.width < NARROW) return paragraph(text, layout, layout.indent + 2);
    return field(index === 0 ? label : '', text, layout);
  });
}

/** Wrapped prose, indented by `indent` columns. */
export function paragraph(text: Line, { width }: Layout, indent: number): Line[] {
  return wrap(text, { width, first: [span(' '.repeat(indent))], indent });
}

/** Wrapped prose behind a bullet or a number. */
export function bulleted(bullet: Span, text: Line, { width }: Layout, indent: number): Line[] {
  const first = [span(' '.repeat(indent)), bullet, span(' ')];
  return wrap(text, { width, first, indent: indent + bullet.text.length + 1 });
}
