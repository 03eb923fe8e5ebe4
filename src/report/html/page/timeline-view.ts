import { formatCount } from '../../text/numbers.ts';
import type { Period } from '../model/filter.ts';
import type { TimelineColumn } from '../model/timeline.ts';
import { el, svg } from './dom.ts';

const HEIGHT = 84;
const AXIS = 16;
const WIDEST_COLUMN = 44;
const GAP_BEFORE_UNDATED = 12;
const TICK_ROOM = 60;
const TICK_LINE = HEIGHT + 13;

/** Draws the time line: a column is what came in, its solid part is still there. Columns choose their time. */
export function drawTimeline(
  container: HTMLElement,
  columns: readonly TimelineColumn[],
  period: Period | undefined,
  onChoose: (period: Period) => void,
): void {
  const focused = [...container.querySelectorAll('.column')].indexOf(document.activeElement as Element);
  const width = Math.max(200, container.clientWidth);
  const highest = Math.max(1, ...columns.map(({ present, gone }) => present + gone));
  const chart = svg('svg', {
    viewBox: `0 0 ${width} ${HEIGHT + AXIS}`,
    class: 'chart',
    role: 'group',
    'aria-label': 'Credentials by when they came in',
  });
  chart.append(
    hatching(),
    svg('line', { x1: 0, x2: width, y1: HEIGHT + 0.5, y2: HEIGHT + 0.5, class: 'axis' }),
  );
  const hasUndated = columns.at(-1)?.period === null;
  const step = Math.min(WIDEST_COLUMN, (width - (hasUndated ? GAP_BEFORE_UNDATED : 0)) / columns.length);
  const drawn = columns.map((column, index) => {
    const isChosen = period !== undefined && isSame(period, column.period);
    const group = columnGroup(
      column,
      {
        x: index * step + (column.period === null ? GAP_BEFORE_UNDATED : 0),
        width: step,
        perUnit: (HEIGHT - 14) / highest,
      },
      isChosen,
    );
    group.addEventListener('click', () => onChoose(column.period));
    return group;
  });
  const end = Math.min(width, columns.length * step + (hasUndated ? GAP_BEFORE_UNDATED : 0));
  chart.append(...drawn, ...ticks(columns, step, end));
  makeKeyboardable(drawn, Math.max(0, focused));
  container.replaceChildren(chart, legend());
  if (focused >= 0) drawn[focused]?.focus();
}

type Box = { readonly x: number; readonly width: number; readonly perUnit: number };

function columnGroup(column: TimelineColumn, { x, width, perUnit }: Box, isChosen: boolean): SVGGElement {
  const { name, present, gone } = column;
  const gap = width > 6 ? 2 : 0.5;
  const bar = { x: x + gap / 2, width: width - gap };
  const heights = { present: present * perUnit, gone: gone * perUnit };
  const total = present + gone;
  return svg(
    'g',
    {
      class: 'column',
      role: 'button',
      'aria-pressed': String(isChosen),
    },
    // Shown when one points at it, and its name for assistive technology.
    svg('title', {}, `${name}: ${formatCount(total)} came in, ${formatCount(present)} still there`),
    svg('rect', { class: 'hit', x, width, y: 0, height: HEIGHT + AXIS }),
    svg('rect', { class: 'present', ...bar, y: HEIGHT - heights.present, height: heights.present }),
    svg('rect', {
      class: 'gone',
      ...bar,
      y: HEIGHT - heights.present - heights.gone,
      height: heights.gone,
      fill: 'url(#hatching)',
    }),
    total > 0 && width >= 12
      ? svg(
          'text',
          {
            x: x + width / 2,
            y: HEIGHT - total * perUnit - 3,
            'text-anchor': 'middle',
            'aria-hidden': 'true',
          },
          formatCount(total),
        )
      : null,
  );
}

/** The words below the columns: where years begin, and at the end, where it has room, `no commit`. */
function ticks(columns: readonly TimelineColumn[], step: number, width: number): SVGElement[] {
  const undated = columns.at(-1)?.period === null ? columns.at(-1) : undefined;
  const room = undated === undefined ? width : width - TICK_ROOM;
  const dated = columns
    .map(({ period, tick }, index) => ({ period, tick, x: index * step }))
    .filter(({ period, tick, x }) => period !== null && tick !== '' && x + TICK_ROOM / 2 < room);
  return [
    ...dated.map(({ tick, x }) => svg('text', { x, y: TICK_LINE }, tick)),
    ...(undated === undefined
      ? []
      : [svg('text', { x: width, y: TICK_LINE, 'text-anchor': 'end' }, undated.tick)]),
  ];
}

function hatching(): SVGElement {
  const size = { width: 5, height: 5 };
  return svg(
    'defs',
    {},
    svg(
      'pattern',
      { id: 'hatching', ...size, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svg('rect', { class: 'hatch', width: 2, height: 5 }),
    ),
  );
}

function legend(): HTMLElement {
  const sample = (kind: string): SVGElement =>
    svg(
      'svg',
      { class: 'chart sample', viewBox: '0 0 10 10', 'aria-hidden': 'true' },
      svg('rect', { class: kind, width: 10, height: 10, ...(kind === 'gone' && { fill: 'url(#hatching)' }) }),
    );
  return el(
    'p',
    { class: 'legend' },
    sample('present'),
    'still there ',
    sample('gone'),
    'not in HEAD any more',
  );
}

/** One stop of the Tab key for all columns, between which the arrows move. */
function makeKeyboardable(columns: readonly SVGGElement[], current: number): void {
  for (const [index, column] of columns.entries()) {
    column.setAttribute('tabindex', index === current ? '0' : '-1');
    column.addEventListener('keydown', (event) => {
      const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: columns.length - 1 }[event.key];
      const isClick = event.key === 'Enter' || event.key === ' ';
      if (to === undefined && !isClick) return;
      event.preventDefault();
      if (isClick) column.dispatchEvent(new MouseEvent('click'));
      const next = to === undefined ? undefined : columns[to];
      if (next === undefined) return;
      column.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    });
  }
}

/** Whether two periods are one. */
export function isSame(a: Period, b: Period): boolean {
  return a === null || b === null ? a === b : a.start === b.start && a.end === b.end;
}
