import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Credential, Report } from '../../../src/credentials/report.ts';
import type { Entry } from '../../../src/report/html/model/entry.ts';
import {
  FACETS,
  type Filters,
  filterEntries,
  NO_FILTERS,
  toggle,
  valuesOf,
} from '../../../src/report/html/model/filter.ts';
import { mergeReports } from '../../../src/report/html/model/merge.ts';
import { readReport } from '../../../src/report/html/model/read-report.ts';
import { SORT_ORDERS, type SortOrder, sortEntries } from '../../../src/report/html/model/sort.ts';
import { timelineOf } from '../../../src/report/html/model/timeline.ts';
import { renderHtml } from '../../../src/report/html.ts';
import { renderJson } from '../../../src/report/json.ts';
import { renderJsonLines } from '../../../src/report/jsonl.ts';
import { anyText } from '../dangerous-text.ts';
import { hostileReport } from '../hostile-report.ts';
import { makeCommitted, makeCredential, makeOccurrence, makeReport } from '../make-report.ts';
import { manyCredentials } from './many-credentials.ts';

const open = (...reports: readonly (readonly Credential[])[]) =>
  reports.map((credentials, index) => ({ name: `report ${index}`, report: makeReport({ credentials }) }));

const entriesOf = (credentials: readonly Credential[]): Entry[] => mergeReports(open(credentials));

describe('merging', () => {
  it('is the same whichever half a credential comes from', () => {
    const credentials = manyCredentials(60);
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), fc.nat(60), (isFirst, shared) => {
        const first = credentials.filter((_, index) => isFirst[index] || index < shared);
        const second = credentials.filter((_, index) => !isFirst[index]);
        const merged = sortEntries(mergeReports(open(first, second)), 'worst');
        const whole = sortEntries(entriesOf(credentials), 'worst');
        expect(merged.map(withoutReports)).toEqual(whole.map(withoutReports));
      }),
      { numRuns: 30 },
    );
  });

  it('changes nothing when a report is opened twice, but what it was seen in', () => {
    const credentials = manyCredentials(20);
    const twice = mergeReports(open(credentials, credentials));
    expect(twice.map(withoutReports)).toEqual(entriesOf(credentials).map(withoutReports));
    expect(twice[0]?.reports).toEqual([0, 1]);
  });

  it('takes the judgement of the surest and the exposure of the farthest', () => {
    const sure = makeCredential({ exposure: 'staged', confidence: 'proven', issued: null });
    const far = makeCredential({ exposure: 'pushed', confidence: 'low', endpoint: null, issued: '2024-01' });
    const [entry] = mergeReports(open([{ ...far, occurrences: [makeCommitted()] }], [sure]));
    expect(entry?.credential).toMatchObject({
      confidence: 'proven',
      exposure: 'pushed',
      issued: '2024-01',
      endpoint: sure.endpoint,
    });
    expect(entry?.credential.occurrences).toHaveLength(2);
  });

  it.each([
    ['head', [makeCommitted({ inHead: false }), makeCommitted({ inHead: true })]],
    ['here', [makeCommitted({ inHead: false }), makeOccurrence()]],
    ['gone', [makeCommitted({ inHead: false })]],
  ])('tells whether it is still there: %s', (presence, occurrences) => {
    expect(entriesOf([makeCredential({ occurrences })])[0]?.presence).toBe(presence);
  });

  function withoutReports({ reports: _, credential, ...entry }: Entry): unknown {
    const occurrences = credential.occurrences
      .map(({ reports: __, ...occurrence }) => occurrence)
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return { ...entry, credential: { ...credential, occurrences } };
  }
});

const entries = entriesOf(manyCredentials(200));

const choices = FACETS.flatMap((facet) =>
  valuesOf(facet, entries).map((value) => ({ facet: facet.name, value })),
);

const filters = fc
  .record({
    query: fc.constantFrom<string>('', 'azure', 'team-3 .env', 'zoë'),
    chosen: fc.array(fc.constantFrom(...choices), { maxLength: 5 }),
  })
  .map(({ query, chosen }) =>
    chosen.reduce((all: Filters, { facet, value }) => toggle(all, facet, value), { ...NO_FILTERS, query }),
  );

describe('filtering', () => {
  it('shows what fits every filter, and counts what one more choice would show', () => {
    fc.assert(
      fc.property(filters, (chosen) => {
        const { shown, counts } = filterEntries(entries, chosen);
        for (const facet of FACETS) {
          for (const value of valuesOf(facet, entries)) {
            const alone = { ...chosen, chosen: { ...chosen.chosen, [facet.name]: new Set([value]) } };
            expect(counts[facet.name].get(value) ?? 0).toBe(filterEntries(entries, alone).shown.length);
          }
        }
        const words = chosen.query.split(' ').filter(Boolean);
        expect(shown).toEqual(
          entries.filter(
            (entry) =>
              words.every((word) => entry.searchable.includes(word)) &&
              FACETS.every(({ name, valueIn }) => {
                const values = chosen.chosen[name];
                return values.size === 0 || values.has(valueIn(entry));
              }),
          ),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('sorting', () => {
  it.each(Object.keys(SORT_ORDERS) as SortOrder[])('by %s does not depend on the order before', (order) => {
    const sorted = sortEntries(entries, order);
    expect(sortEntries([...entries].reverse(), order)).toEqual(sorted);
    expect(new Set(sorted)).toEqual(new Set(entries));
  });
});

describe('the time line', () => {
  const at = (...dates: readonly (string | null)[]): Entry[] =>
    entriesOf(
      dates.map((date, index) =>
        makeCredential({
          fingerprint: `kp1:${index}`,
          occurrences: [date === null ? makeOccurrence() : makeCommitted({ date, inHead: index % 2 === 0 })],
        }),
      ),
    );

  it.each([
    ['days', ['2025-03-01T10:00:00Z', '2025-03-20T10:00:00Z'], 20, '2025-03-01', '2025-03-20'],
    ['months', ['2024-01-31T10:00:00Z', '2025-03-01T00:00:00Z'], 15, 'January 2024', 'March 2025'],
    [
      'quarters',
      ['2019-01-31T10:00:00Z', '2025-03-01T00:00:00Z'],
      25,
      '2019, first quarter',
      '2025, first quarter',
    ],
    ['years', ['1999-01-31T10:00:00Z', '2025-03-01T00:00:00Z'], 27, '1999', '2025'],
    ['one day', ['2025-03-01T10:00:00Z'], 1, '2025-03-01', '2025-03-01'],
  ])('has columns of %s', (_, dates, count, first, last) => {
    const all = at(...dates);
    const columns = timelineOf(all, all);
    expect(columns).toHaveLength(count);
    expect([columns[0]?.name, columns.at(-1)?.name]).toEqual([first, last]);
  });

  it('counts every entry once, in a column of its time, whatever the dates', () => {
    // As far as a JavaScript date goes: git stores any number.
    const date = fc.date({ min: new Date(-8.64e15), max: new Date(8.64e15), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(fc.option(date), { minLength: 1, maxLength: 30 }), (dates) => {
        const all = at(...dates.map((each) => each?.toISOString() ?? null));
        const columns = timelineOf(all, all);
        expect(columns.length).toBeLessThanOrEqual(50);
        const total = columns.reduce((sum, { present, gone }) => sum + present + gone, 0);
        expect(total).toBe(all.length);
        for (const { period, present, gone } of columns) {
          expect(filterEntries(all, { ...NO_FILTERS, period }).shown).toHaveLength(present + gone);
        }
      }),
    );
  });

  it('takes a date that is none for no date', () => {
    const all = at('yesterday', '2025-03-01T10:00:00Z');
    expect(timelineOf(all, all).map(({ name }) => name)).toEqual(['2025-03-01', 'in no commit']);
  });
});

describe('reading a report that was dropped', () => {
  const full = makeReport({ credentials: manyCredentials(5) });
  const withoutFrames = {
    ...full,
    credentials: full.credentials.map((each) => ({
      ...each,
      occurrences: each.occurrences.map((occurrence) => ({ ...occurrence, frame: [] })),
    })),
  };

  it.each([
    ['JSON', renderJson],
    ['JSON Lines', renderJsonLines],
  ])('reads all of %s', (_, render) => {
    expect(readReport([...render(full)].join(''))).toEqual({ kind: 'report', report: withoutFrames });
  });

  it('reads all of HTML, code too', () => {
    expect(readReport([...renderHtml(full)].join(''))).toEqual({ kind: 'report', report: full });
    expect(readReport('<script type="application/json" id="report">{"texts":1}</script>')).toEqual({
      kind: 'refused',
      reason: 'it is not JSON',
    });
  });

  it('leaves out what it does not know, and does without what older versions did not write', () => {
    const report = JSON.parse([...renderJson(full)].join(''));
    report.credentials[0].later = 1;
    delete report.credentials[0].occurrences[0].cell;
    expect(readReport(JSON.stringify(report))).toEqual({ kind: 'report', report: withoutFrames });
  });

  it.each([
    ['', 'it is not JSON'],
    ['{"a":', 'it is not JSON'],
    ['null', 'it is not JSON'],
    ['[]', 'it is JSON, but no report of keypetrel'],
    ['{"tool":{"name":"keypetrel"}}', 'its schema version is unknown, and this page reads version 1 only'],
    [
      '{"tool":{"name":"keypetrel"},"schemaVersion":1}',
      'it is a damaged report: report.tool.version is no text',
    ],
  ])('says why it does not read %j', (content, reason) => {
    expect(readReport(content)).toEqual({ kind: 'refused', reason });
  });

  it('reads or refuses whatever it gets, and throws nothing', () => {
    const valid = JSON.parse([...renderJson(hostileReport('x'))].join('')) as Report;
    fc.assert(
      fc.property(fc.json(), fc.nat(), anyText, (json, place, text) => {
        // One value somewhere in a report replaced by another.
        let left = place % 120;
        const changed = JSON.stringify(valid, (_, value) => (left-- === 0 ? JSON.parse(json) : value));
        expect(['report', 'refused']).toContain(readReport(changed ?? '').kind);
        expect(readReport(text).kind).toBe('refused');
      }),
      { numRuns: 300 },
    );
  });
});
