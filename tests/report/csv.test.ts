import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/credentials/report.ts';
import type { SecretText } from '../../src/detect/finding.ts';
import { renderCsv } from '../../src/report/csv.ts';
import { escapeText } from '../../src/report/escape.ts';
import { anyText, DANGEROUS } from './dangerous-text.ts';
import { hostileReport } from './hostile-report.ts';
import {
  makeCommitted,
  makeCredential,
  makeOccurrence,
  makeOpenAiCredential,
  makeReport,
} from './make-report.ts';

type Row = Readonly<Record<string, string>>;

function textOf(report: Report): string {
  return [...renderCsv(report)].join('');
}

/** Reads a table as RFC 4180 says; throws for quotes in a wrong place and for rows of unequal length. */
function read(text: string): Row[] {
  return parse(text, { bom: true, columns: true, record_delimiter: '\r\n' }) as Row[];
}

function rowOf(report: Report): Row {
  const [row] = read(textOf(report));
  if (row === undefined) throw new Error('no row');
  return row;
}

describe('the CSV report', () => {
  it('has a row for each credential, worst first', () => {
    const rows = read(textOf(makeReport({ credentials: [makeCredential(), makeOpenAiCredential()] })));
    expect(rows.map(({ severity, title, path, line }) => [severity, title, path, line])).toEqual([
      ['critical', 'Azure OpenAI key', 'config/prod.env', '12'],
      ['high', 'OpenAI project key', 'src/app.py', '3'],
    ]);
    expect(rows[0]).toMatchObject({
      confidence: 'proven',
      redacted: 'ab12••••yz89',
      exposure: 'pushed',
      version: 'in the working tree',
      in_head: 'true',
      places: '2',
      first_commit: 'c0ffee11'.repeat(5),
      first_author: 'Ada Lovelace <ada@example.org>',
      refs: 'main, origin/main, tag v1',
      evidence:
        'the checksum inside the key is right; stands under the name "KEY"; has a form that says nothing; against it: stands in a folder of tests',
      fingerprint: makeCredential().fingerprint,
    });
  });

  it('has its line of names also when nothing was found', () => {
    expect(textOf(makeReport())).toMatch(/^\ufeff"severity","confidence",.*"fingerprint"\r\n$/);
    expect(read(textOf(makeReport()))).toEqual([]);
  });

  it('has other places in a field', () => {
    const occurrences = [
      makeOccurrence(),
      ...['a', 'b'].map((path) => makeCommitted({ path, inHead: false })),
    ];
    expect(rowOf(makeReport({ credentials: [makeCredential({ occurrences })] }))['other_places']).toBe(
      'a:12:6; b:12:6',
    );
  });

  it('has a column for secrets only when they were asked for', () => {
    const secret = 'made-up-secret' as SecretText;
    expect(rowOf(makeReport({ credentials: [makeCredential()] }))).not.toHaveProperty('secret');
    expect(rowOf(makeReport({ credentials: [makeCredential({ secret })] }))['secret']).toBe(secret);
  });

  it.each([
    ['a comma', 'a,b', 'a,b'],
    ['quotes', '"a""b"', '"a""b"'],
    ['a line break', 'a\r\nb', 'a\\r\\nb'],
    ['a tab', '\t=1', '\\t=1'],
    ['a semicolon', 'a;=1', 'a;=1'],
    ['=', '=cmd|"/c calc"!A1', '\'=cmd|"/c calc"!A1'],
    ['+', '+1', "'+1"],
    ['-', '-1', "'-1"],
    ['@', '@SUM(1)', "'@SUM(1)"],
    ['spaces before =', '  =1', "'  =1"],
    ['a wide =', '\uff1d1', "'\uff1d1"],
    ['an apostrophe', "'=1", "'=1"],
  ])('makes a text of a name with %s', (_, path, expected) => {
    const report = makeReport({ credentials: [makeCredential({ occurrences: [makeOccurrence({ path })] })] });
    expect(rowOf(report)['path']).toBe(expected);
  });

  it('cuts a text that no cell holds', () => {
    const path = 'x'.repeat(100_000);
    const report = makeReport({ credentials: [makeCredential({ occurrences: [makeOccurrence({ path })] })] });
    expect(rowOf(report)['path']?.length).toBeLessThanOrEqual(32_767);
  });

  it('is a table of texts, whatever a repository says', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.constantFrom('=1', ' \u00a0=1', '"', '","', '"\r\n"=1', "'", '\uff20x')),
        (text) => {
          const csv = textOf(hostileReport(text));
          expect(csv.replace(/^\ufeff/, '').replaceAll('\r\n', '')).not.toMatch(DANGEROUS);
          const rows = read(csv);
          expect(rows).toHaveLength(2);
          for (const value of rows.flatMap((row) => Object.values(row))) {
            expect(value).not.toMatch(/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u);
          }
          expect(rows[0]?.['path']?.replace(/^'/, '')).toBe(escapeText(text).replace(/^'/, ''));
        },
      ),
      { numRuns: 500 },
    );
  });
});
