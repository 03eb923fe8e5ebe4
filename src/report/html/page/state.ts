import type { Entry, OpenReport } from '../model/entry.ts';
import { type Filtered, type Filters, filterEntries, NO_FILTERS } from '../model/filter.ts';
import { mergeReports } from '../model/merge.ts';
import { type SortOrder, sortEntries } from '../model/sort.ts';

/** Everything that the page shows, worked out from what is open and chosen. */
export type State = {
  readonly reports: readonly OpenReport[];
  readonly filters: Filters;
  readonly order: SortOrder;
  /** Every credential, in the order of the list. */
  readonly entries: readonly Entry[];
  readonly filtered: Filtered;
};

/** What a reader changes. */
export type Change = Partial<Pick<State, 'reports' | 'filters' | 'order'>>;

export function initialState(reports: readonly OpenReport[]): State {
  const entries = sortEntries(mergeReports(reports), 'worst');
  return {
    reports,
    filters: NO_FILTERS,
    order: 'worst',
    entries,
    filtered: filterEntries(entries, NO_FILTERS),
  };
}

/** The state after a change; only what depends on it is worked out anew. */
export function change(
  state: State,
  { reports, filters = state.filters, order = state.order }: Change,
): State {
  const merged = reports === undefined ? state.entries : mergeReports(reports);
  const entries = merged === state.entries && order === state.order ? merged : sortEntries(merged, order);
  return {
    reports: reports ?? state.reports,
    filters,
    order,
    entries,
    filtered: filterEntries(entries, filters),
  };
}
