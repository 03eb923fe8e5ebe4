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
  return labelled(label, text, layout, 0);
}

/** One field with several texts below each other; the label stands at the first. */
export function listField(label: string, texts: readonly Line[], layout: Layout): Line[] {
  // Where an item goes on is indented, so that it is not taken for the next one.
  const hanging = texts.length > 1 ? 2 : 0;
  return texts.flatMap((text, index) => {
    if (index > 0 && layout.width < NARROW) return underLabel(text, layout, hanging);
    return labelled(index === 0 ? label : '', text, layout, hanging);
  });
}

function labelled(label: string, text: Line, layout: Layout, hanging: number): Line[] {
  const margin = span(' '.repeat(layout.indent));
  const name = span(label, 'dim');
  if (layout.width < NARROW) return [[margin, name], ...underLabel(text, layout, hanging)];
  const padding = span(' '.repeat(Math.max(1, LABEL_WIDTH - label.length)));
  const indent = layout.indent + LABEL_WIDTH + hanging;
  return wrap(text, { width: layout.width, first: [margin, name, padding], indent });
}

function underLabel(text: Line, { width, indent }: Layout, hanging: number): Line[] {
  return wrap(text, { width, first: [span(' '.repeat(indent + 2))], indent: indent + 2 + hanging });
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
