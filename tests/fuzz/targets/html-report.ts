/** What the HTML report's page does with a report that somebody opens in it. */
import { FACETS, filterEntries, NO_FILTERS, valuesOf } from '../../../src/report/html/model/filter.ts';
import { mergeReports } from '../../../src/report/html/model/merge.ts';
import { readReport } from '../../../src/report/html/model/read-report.ts';
import { SORT_ORDERS, type SortOrder, sortEntries } from '../../../src/report/html/model/sort.ts';
import { timelineOf } from '../../../src/report/html/model/timeline.ts';
import { hostileReport } from '../../report/hostile-report.ts';
import { render } from '../../report/render.ts';
import { demand, demandSame, type FuzzTarget } from '../target.ts';

const [json, jsonl] = await Promise.all([
  render('json', hostileReport('text')),
  render('jsonl', hostileReport('text')),
]);

export const { fuzz, seeds }: FuzzTarget = {
  fuzz(data) {
    const result = readReport(data.toString('utf8'));
    if (result.kind === 'refused') return;
    const open = [{ name: 'one', report: result.report }];
    const entries = mergeReports([...open, ...open]);
    demandSame(entries.length, mergeReports(open).length, 'a report merged with itself');
    for (const order of Object.keys(SORT_ORDERS) as SortOrder[])
      demand(sortEntries(entries, order).length === entries.length, 'sorting loses nothing');
    for (const facet of FACETS) valuesOf(facet, entries);
    filterEntries(entries, { ...NO_FILTERS, query: 'text' });
    demand(timelineOf(entries, entries).length < 10_000, 'a timeline has few columns');
  },
  seeds: () => [json, jsonl, json.replaceAll(/\s+/g, ' ')].map((text) => Buffer.from(text)),
};
