import type { Confidence, Severity } from '../../../detect/finding.ts';
import { el, svg } from './dom.ts';

/** Shapes on a field of 16 by 16: a severity can be told without its colour. */
const SEVERITY_SHAPES: Readonly<Record<Severity, string>> = {
  critical: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
  high: 'M8 1.5 15.5 15H.5z',
  medium: 'M2 2h12v12H2z',
  low: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
};

export function severityShape(severity: Severity): SVGElement {
  const shape = svg('path', { d: SEVERITY_SHAPES[severity] });
  return svg('svg', { class: `shape ${severity}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' }, shape);
}

/** Shape and word. */
export function severityMark(severity: Severity): HTMLElement {
  return el('span', { class: `severity ${severity}` }, severityShape(severity), severity);
}

/** How many of four bars are filled. */
const CONFIDENCE_BARS: Readonly<Record<Confidence, number>> = { low: 1, medium: 2, high: 3, proven: 4 };

/** Bars and word. */
export function confidenceMark(confidence: Confidence): HTMLElement {
  const bars = [1, 2, 3, 4].map((bar) =>
    svg('rect', {
      x: bar * 4 - 4,
      y: 12 - bar * 3,
      width: 3,
      height: bar * 3,
      class: bar <= CONFIDENCE_BARS[confidence] ? 'filled' : 'empty',
    }),
  );
  const drawing = svg('svg', { class: 'bars', viewBox: '0 0 15 12', 'aria-hidden': 'true' }, bars);
  return el('span', { class: 'confidence' }, drawing, confidence);
}
