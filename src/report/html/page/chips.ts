import { FACETS, type FacetName, type Filters, isFiltered } from '../model/filter.ts';
import { button, el } from './dom.ts';

export type ChipActions = {
  readonly onToggle: (facet: FacetName, value: string) => void;
  readonly onAnyTime: () => void;
  readonly onClear: () => void;
};

/** The filters that are on, each with a way to take it off. */
export function filterChips(
  filters: Filters,
  periodName: string | null,
  { onToggle, onAnyTime, onClear }: ChipActions,
): HTMLElement[] {
  if (!isFiltered(filters)) return [];
  const chips = FACETS.flatMap(({ name, label, wordOf }) =>
    [...filters.chosen[name]].map((value) => chip(`${label}: ${wordOf(value)}`, () => onToggle(name, value))),
  );
  if (periodName !== null) chips.push(chip(`Came in: ${periodName}`, onAnyTime));
  return [...chips, button({ class: 'quiet', id: 'clear-all' }, 'Clear all', onClear)];
}

function chip(text: string, onRemove: () => void): HTMLElement {
  const cross = el('span', { 'aria-hidden': 'true' }, ' ×');
  return button({ class: 'filter-chip', 'aria-label': `Remove filter ${text}` }, [text, cross], onRemove);
}
