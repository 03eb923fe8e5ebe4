import { countOf, formatCount } from '../../text/numbers.ts';
import { type EmbeddedReport, fromEmbedded } from '../embedded.ts';
import type { Entry, OpenReport } from '../model/entry.ts';
import { type Filters, isFiltered, NO_FILTERS, type Period, toggle } from '../model/filter.ts';
import { SORT_ORDERS, type SortOrder } from '../model/sort.ts';
import { type TimelineColumn, timelineOf } from '../model/timeline.ts';
import { namedFingerprint } from './address.ts';
import { announce } from './announce.ts';
import { filterChips } from './chips.ts';
import { coverage } from './coverage-view.ts';
import { byId, el } from './dom.ts';
import { createFacetView } from './facet-view.ts';
import { startKeyboard } from './keyboard.ts';
import { createListView } from './list-view.ts';
import { showProblems, startOpening } from './open-files.ts';
import { startPrinting } from './printing.ts';
import { createSelection } from './selection.ts';
import { type Change, change, initialState, type State } from './state.ts';
import { startTheme } from './theme.ts';
import { drawTimeline, isSame } from './timeline-view.ts';
import { verdict } from './verdict-view.ts';

const FILTER_BOX_OPEN = '(min-width: 70rem)';

/** Starts the page: reads the report that is in it, and connects what is shown with what is done. */
export function startApp(): void {
  let state = initialState([{ name: 'this report', report: embeddedReport() }]);
  const query = byId<HTMLInputElement>('query');
  const order = byId<HTMLSelectElement>('order');
  const list = createListView(byId('list'), (index) => selection.choose(index));
  const selection = createSelection(list, () => ({ ...state, list: state.filtered.shown }));
  const facets = createFacetView(byId('facet-list'), (facet, value) =>
    filter(toggle(state.filters, facet, value)),
  );

  const apply = (next: Change): void => {
    state = change(state, next);
    if (next.reports !== undefined) showReports();
    showList();
  };
  const filter = (filters: Filters): void => apply({ filters });
  const clear = (): void => {
    query.value = '';
    filter(NO_FILTERS);
  };
  const choosePeriod = (period: Period): void => {
    const isChosen = state.filters.period !== undefined && isSame(state.filters.period, period);
    filter({ ...state.filters, period: isChosen ? undefined : period });
  };

  const showReports = (): void => {
    showOverview(state, (index) => apply({ reports: state.reports.toSpliced(index, 1) }));
    facets.show(state.entries);
    selection.reportsChanged();
  };
  const showList = (): void => {
    const { filters, filtered } = state;
    facets.update(filters, filtered.counts);
    showCount(state);
    showChips(showTimeline());
    list.show(filtered.shown);
    selection.listChanged();
  };
  const showTimeline = (): TimelineColumn | undefined => {
    const { period } = state.filters;
    const columns = timelineOf(state.entries, state.filtered.ofAnyTime);
    byId('timeline').hidden = !columns.some((column) => column.period !== null);
    drawTimeline(byId('timeline-chart'), columns, period, choosePeriod);
    return period === undefined ? undefined : columns.find((column) => isSame(column.period, period));
  };
  const showChips = (column: TimelineColumn | undefined): void => {
    const { filters } = state;
    const chips = filterChips(filters, column?.name ?? null, {
      onToggle: (facet, value) => filter(toggle(filters, facet, value)),
      onAnyTime: () => filter({ ...filters, period: undefined }),
      onClear: clear,
    });
    byId('chips').replaceChildren(...chips);
  };

  const showNamed = (): void => {
    const fingerprint = namedFingerprint();
    const isNamed = ({ credential }: Entry): boolean => credential.fingerprint === fingerprint;
    const isKnown = state.entries.some(isNamed);
    if (fingerprint !== null && !isKnown) showProblems([`${fingerprint} is not in this report.`]);
    if (isKnown && !state.filtered.shown.some(isNamed)) clear();
    selection.open(isKnown ? fingerprint : null);
  };
  const leave = (): void => {
    if (document.activeElement !== query) selection.leave();
    else if (query.value === '') list.focus();
    else {
      query.value = '';
      filter({ ...state.filters, query: '' });
    }
  };

  query.addEventListener('input', () => filter({ ...state.filters, query: query.value }));
  for (const [name, words] of Object.entries(SORT_ORDERS)) order.append(el('option', { value: name }, words));
  order.addEventListener('change', () => apply({ order: order.value as SortOrder }));
  byId('clear').addEventListener('click', clear);
  addEventListener('popstate', showNamed);
  startTheme();
  startOpening((opened) => {
    const before = state.entries.length;
    apply({ reports: [...state.reports, ...opened] });
    announce(openedInWords(opened, state.entries.length - before));
  });
  startKeyboard({ move: selection.move, enter: selection.enter, leave });
  startPrinting(() => ({ list: state.filtered.shown, reports: state.reports }));
  keepFilterBoxOpen();

  showReports();
  showList();
  showNamed();
  onWidthChange(byId('timeline-chart'), showTimeline);
}

function embeddedReport(): OpenReport['report'] {
  return fromEmbedded(JSON.parse(byId('report').textContent ?? '') as EmbeddedReport);
}

/** What depends on nothing but the reports. */
function showOverview({ entries, reports }: State, onClose: (index: number) => void): void {
  byId('verdict').replaceChildren(verdict(entries, reports));
  byId('coverage').replaceChildren(coverage(reports, onClose));
  document.body.classList.toggle('nothing-found', entries.length === 0);
  document.title = `${entries.length === 0 ? 'No credentials' : formatCount(entries.length)} · keypetrel report`;
  const tools = new Set(reports.map(({ report }) => `keypetrel ${report.tool.version}`));
  const isRedacted = entries.every(({ credential }) => credential.secret === undefined);
  byId('footer').replaceChildren(
    el('p', {}, `Made by ${[...tools].join(', ')}. This page uses no network and sends nothing.`),
    el('p', { class: isRedacted ? '' : 'gap' }, isRedacted ? REDACTED : NOT_REDACTED),
  );
}

const REDACTED = 'Secrets are redacted: the page holds no more of them than it shows.';
const NOT_REDACTED = 'This page holds secrets in full: keep it as safe as them.';

function showCount({ filters, filtered, entries }: State): void {
  const { length } = filtered.shown;
  const all = countOf(entries.length, 'credential');
  byId('count').textContent = isFiltered(filters) ? `${formatCount(length)} of ${all}` : all;
  byId('no-match').hidden = length > 0;
  byId('list').hidden = length === 0;
}

function openedInWords(opened: readonly OpenReport[], added: number): string {
  return `Opened ${opened.map(({ name }) => name).join(', ')}: ${countOf(added, 'new credential')}`;
}

/** Beside the list filters are always open; above it only when asked for. */
function keepFilterBoxOpen(): void {
  const media = matchMedia(FILTER_BOX_OPEN);
  const box = byId<HTMLDetailsElement>('facet-box');
  const adapt = (): void => {
    box.open = media.matches;
  };
  media.addEventListener('change', adapt);
  adapt();
}

/** A drawing is made for the width that it has. */
function onWidthChange(element: HTMLElement, redraw: () => void): void {
  let width = element.clientWidth;
  new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    redraw();
  }).observe(element);
}
