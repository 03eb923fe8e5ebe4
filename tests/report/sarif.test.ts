import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Credential, Report } from '../../src/credentials/report.ts';
import type { SecretText } from '../../src/detect/finding.ts';
import { GITHUB_LIMITS, type Limits } from '../../src/report/sarif/limits.ts';
import { toUri } from '../../src/report/sarif/locations.ts';
import { messageText } from '../../src/report/sarif/message-text.ts';
import { renderSarifWithin } from '../../src/report/sarif.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { anyText, DANGEROUS } from './dangerous-text.ts';
import { hostileReport } from './hostile-report.ts';
import {
  makeCommitted,
  makeCredential,
  makeOccurrence,
  makeOpenAiCredential,
  makeRemediation,
  makeReport,
} from './make-report.ts';

const schemaPath = join(import.meta.dirname, '../../test-fixtures/schemas/sarif-2.1.0.json');
const schema = JSON.parse(readFileSync(schemaPath, 'utf8')) as AnySchemaObject;
// The schema is of an earlier draft than it says; without its `$schema` it is read as what it is.
const { $schema: _, ...plainSchema } = schema;
const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(plainSchema);

function textOf(report: Report, limits: Limits = GITHUB_LIMITS, warnings: string[] = []): string {
  return [...renderSarifWithin(limits, report, { warn: (message) => warnings.push(message) })].join('');
}

function runOf(report: Report, limits?: Limits, warnings?: string[]): Run {
  const log = JSON.parse(textOf(report, limits, warnings)) as Log;
  validate(log);
  expect(validate.errors).toBeNull();
  const [run] = log.runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

function resultOf(credential: Credential): Result {
  const [result] = runOf(makeReport({ credentials: [credential] })).results ?? [];
  if (result === undefined) throw new Error('no result');
  return result;
}

function uriOf({ locations }: Result): string | undefined {
  return locations?.[0]?.physicalLocation?.artifactLocation?.uri;
}

const several = makeReport({
  credentials: [
    makeCredential(),
    makeOpenAiCredential(),
    makeCredential({ fingerprint: `kp1:${'11'.repeat(20)}` }),
  ],
});

describe('the SARIF report', () => {
  it.each([
    ['without credentials', makeReport()],
    ['with several', several],
    [
      'of an incomplete scan',
      makeReport({ coverage: { complete: false, shallow: true, partialClone: true } }),
    ],
  ])('fits the schema of SARIF 2.1.0: %s', (_, report) => {
    expect(runOf(report).results).toHaveLength(report.credentials.length);
  });

  it.each([
    ['line 0', { ...makeOccurrence(), line: 0 }],
    ['column 0', { ...makeOccurrence(), column: 0 }],
  ])('would not fit with %s, so the schema is looked at', (_, occurrence) => {
    const report = makeReport({ credentials: [makeCredential({ occurrences: [occurrence] })] });
    expect(validate(JSON.parse(textOf(report)))).toBe(false);
  });

  it('tells GitHub what it asks for', () => {
    const run = runOf(several);
    expect(run).toMatchObject({
      automationDetails: { id: 'keypetrel/' },
      columnKind: 'utf16CodeUnits',
      tool: {
        driver: {
          name: 'keypetrel',
          semanticVersion: '1.2.3',
          informationUri: expect.stringMatching(/^https:/),
        },
      },
      // GitHub refuses the file with anything else.
      invocations: [{ executionSuccessful: true }],
    });
    expect(Object.keys(run.originalUriBaseIds ?? {})).toEqual(['%SRCROOT%']);
    expect(run.results?.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
      ['azure-openai-key', 0, 'error'],
      ['openai-project-key', 1, 'error'],
      ['azure-openai-key', 0, 'error'],
    ]);
  });

  it('takes rules from their files, the same in every report', () => {
    const [azure] = runOf(several).tool.driver.rules ?? [];
    expect(azure).toMatchObject({
      id: 'azure-openai-key',
      name: 'AzureOpenaiKey',
      shortDescription: { text: 'Leaked Azure OpenAI key' },
      helpUri: expect.stringMatching(/^https:/),
      defaultConfiguration: { level: 'error' },
      properties: {
        precision: 'very-high',
        'security-severity': '9.5',
        tags: expect.arrayContaining(['security']),
      },
    });
    const family = builtinRules().find(({ variants }) =>
      variants.some(({ id }) => id === 'azure-openai-key'),
    );
    for (const step of family?.remediation.revoke ?? []) expect(azure?.help?.text).toContain(step.text);
    expect(azure?.help?.markdown).toMatch(
      /^# Azure OpenAI key\n[\s\S]+^1\. [\s\S]+^```sh\n[\s\S]+^- <https:/m,
    );
    const other = makeCredential({
      remediation: makeRemediation('Other.'),
      issued: null,
    });
    expect(runOf(makeReport({ credentials: [other] })).tool.driver.rules?.[0]).toEqual(azure);
  });

  it('has everything that GitHub needs for each rule that ships', () => {
    const credentials = builtinRules().flatMap(({ variants }) =>
      variants.map(({ id, title, service }) => makeCredential({ rule: id, title, service })),
    );
    const rules = runOf(makeReport({ credentials })).tool.driver.rules ?? [];
    expect(rules).toHaveLength(new Set(credentials.map(({ rule }) => rule)).size);
    for (const rule of rules) {
      expect(rule.shortDescription?.text.length).toBeLessThanOrEqual(1024);
      expect(rule.fullDescription?.text.length).toBeLessThanOrEqual(1024);
      expect(rule.help?.text).not.toMatch(/\{\w+\}/);
      expect(rule.properties?.tags?.length).toBeLessThanOrEqual(10);
      expect(Number(rule.properties?.['security-severity'])).toBeGreaterThan(0);
    }
  });

  it('makes a rule of the user known by its first credential', () => {
    const [rule] =
      runOf(makeReport({ credentials: [makeCredential({ rule: 'acme-key', title: 'Acme key' })] })).tool
        .driver.rules ?? [];
    expect(rule).toMatchObject({ id: 'acme-key', shortDescription: { text: 'Leaked Acme key' } });
    expect(rule?.help?.text).toContain('1. Move every client to the other key.');
  });

  it('knows a result by its credential, and not by its line or file', () => {
    const first = resultOf(makeCredential());
    const moved = resultOf(
      makeCredential({ occurrences: [makeOccurrence({ path: 'other.env', line: 99 })] }),
    );
    expect(first.partialFingerprints).toEqual({
      primaryLocationLineHash: '0a1b2c3d0a1b2c3d:1',
      'secretHash/v1': makeCredential().fingerprint,
    });
    expect(moved.partialFingerprints).toEqual(first.partialFingerprints);
  });

  it('never holds a secret nor a snippet', () => {
    const secret = 'made-up-secret' as SecretText;
    const text = textOf(makeReport({ credentials: [makeCredential({ secret })] }));
    expect(text).not.toContain(secret);
    expect(text).not.toMatch(/"snippet"|"frame"|DEBUG=1/);
  });

  it('tells in notifications and not in silence what was not scanned', () => {
    const report = makeReport({
      coverage: {
        complete: false,
        shallow: true,
        skipped: [
          { reason: 'unreadable', count: 2, examples: ['a[b](http://x)', 'c'] },
          { reason: 'submodule', count: 1, examples: ['vendor'] },
        ],
      },
    });
    const run = runOf(report);
    expect(run.invocations?.[0]?.executionSuccessful).toBe(true);
    const notifications = run.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notifications.map(({ message }) => message.text)).toEqual([
      'Not read: 2 unreadable files or folders (a\\x5bb\\x5d(http://x), c).',
      expect.stringContaining('shallow'),
    ]);
    const kinds = run.tool.driver.notifications ?? [];
    for (const { descriptor } of notifications)
      expect(kinds[descriptor?.index ?? -1]?.id).toBe(descriptor?.id);
  });
});

describe('the message of a result', () => {
  it('starts with a sentence that says what it is', () => {
    expect(resultOf(makeCredential()).message.text).toMatch(
      /^Azure OpenAI key ab12••••yz89, proven by its checksum\. Pushed: origin has it \(main\)\. It came in with commit c0ffee11 of 2025-03-14 \(in main, origin\/main, tag v1\)\. For: /,
    );
  });

  it('links to other places by number, and by path only where the path is plain', () => {
    const occurrences = [
      makeOccurrence(),
      makeCommitted({ path: 'old/prod.env', line: 3 }),
      makeCommitted({ path: 'a](http://evil.example)[b', line: 4 }),
    ];
    const { message, relatedLocations } = resultOf(makeCredential({ occurrences }));
    expect(message.text).toMatch(/ Also in \[old\/prod\.env:3\]\(1\), \[place 2\]\(2\)\.$/);
    expect(relatedLocations?.map(({ id }) => id)).toEqual([1, 2]);
  });

  it('has no more than a few links', () => {
    const occurrences = Array.from({ length: 12 }, (_, index) => makeOccurrence({ path: `f${index}` }));
    expect(resultOf(makeCredential({ occurrences })).message.text).toMatch(
      /, \[f5:12\]\(5\) and 6 more places\.$/,
    );
  });

  it('is nothing but text, whatever a repository says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = messageText(text);
        expect(shown).not.toMatch(DANGEROUS);
        expect(shown).not.toMatch(/[[\]{}<>@`]/);
      }),
    );
  });
});

describe('the place of a result', () => {
  const inHistory = makeCommitted({
    path: 'gone/a.env',
    inHead: false,
    date: '2025-01-01T00:00:00Z',
    line: 5,
  });

  it('is where the credential stands now, when it does', () => {
    const occurrences = [inHistory, makeCommitted({ path: 'kept.env', inHead: true })];
    expect(uriOf(resultOf(makeCredential({ occurrences })))).toBe('kept.env');
  });

  it('is the place of the first commit when all is history, also as the history grows', () => {
    const later = makeCommitted({ path: 'aaa.env', inHead: false, date: '2025-02-01T00:00:00Z' });
    const first = resultOf(makeCredential({ occurrences: [inHistory] }));
    const grown = resultOf(makeCredential({ occurrences: [later, inHistory] }));
    expect(uriOf(first)).toBe('gone/a.env');
    expect(uriOf(grown)).toBe('gone/a.env');
    expect(grown.message.text).toContain('those of an earlier version');
    expect(grown.relatedLocations?.[0]?.message?.text).toBe('in commit c0ffee11, not in HEAD');
  });

  it.each([
    ['commit-message', { commit: 'abc' }, '.git/commit/abc'],
    ['tag-message', { blob: 'def' }, '.git/tag/def'],
    ['blob', { blob: 'fed', commit: null }, '.git/blob/fed'],
    ['stdin', { commit: null }, 'stdin'],
  ] as const)('is a stand-in for what is in no file: %s', (source, ids, expected) => {
    const occurrences = [makeCommitted({ path: null, source, ...ids })];
    expect(uriOf(resultOf(makeCredential({ occurrences })))).toBe(expected);
  });

  it('is a file rather than a message, where there is both', () => {
    const occurrences = [makeCommitted({ path: null, source: 'commit-message' }), inHistory];
    expect(uriOf(resultOf(makeCredential({ occurrences })))).toBe('gone/a.env');
  });

  it('tells a place once, whether it is on disk, in the index or in a commit', () => {
    const occurrences = [
      makeOccurrence(),
      makeOccurrence({ source: 'index' }),
      makeCommitted(),
      makeOccurrence({ line: 13 }),
    ];
    expect(resultOf(makeCredential({ occurrences })).relatedLocations).toHaveLength(1);
  });

  it.each([
    ['src/a b.ts', 'src/a%20b.ts'],
    ['données/日本.env', 'donn%C3%A9es/%E6%97%A5%E6%9C%AC.env'],
    ['a:b?c#d%20', 'a%3Ab%3Fc%23d%2520'],
    ['back\\slash', 'back%5Cslash'],
    ['half \ud800', 'half%20%EF%BF%BD'],
  ])('is percent-encoded: %s', (path, expected) => {
    expect(toUri(path)).toBe(expected);
    const occurrences = [makeOccurrence({ path })];
    expect(uriOf(resultOf(makeCredential({ occurrences })))).toBe(expected);
  });

  it('leads back to the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (path) => {
        expect(toUri(path).split('/').map(decodeURIComponent).join('/')).toBe(path);
      }),
    );
  });
});

describe('the limits of GitHub', () => {
  const many = (count: number, changes: (index: number) => Partial<Credential> = () => ({})): Report =>
    makeReport({
      credentials: Array.from({ length: count }, (_, index) =>
        makeCredential({ fingerprint: `kp1:${String(index).padStart(40, '0')}`, ...changes(index) }),
      ),
    });

  it('are 25,000 results, of which it shows 5,000: the least severe are left out, and it says so', () => {
    const warnings: string[] = [];
    const run = runOf(
      many(25_010, (index) => ({ severity: index < 25_000 ? 'high' : 'low' })),
      undefined,
      warnings,
    );
    expect(run.results).toHaveLength(25_000);
    expect(run.results?.every(({ level }) => level === 'error')).toBe(true);
    const told = run.invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text);
    expect(told).toEqual([
      '10 credentials of 25,010, the least severe, are left out: GitHub takes no larger file. The JSON report has all of them.',
      'GitHub shows the 5,000 most severe credentials only.',
    ]);
    expect(warnings).toEqual(told?.map((text) => `SARIF: ${text}`));
  });

  it('are 100 places of a result', () => {
    const warnings: string[] = [];
    const occurrences = Array.from({ length: 150 }, (_, index) => makeOccurrence({ path: `f${index}` }));
    const run = runOf(makeReport({ credentials: [makeCredential({ occurrences })] }), undefined, warnings);
    const [result] = run.results ?? [];
    expect(1 + (result?.relatedLocations?.length ?? 0)).toBe(100);
    expect(result?.message.text).toContain('and 144 more places');
    expect(result?.occurrenceCount).toBe(150);
    expect(warnings).toEqual([
      'SARIF: Of 1 credential only 100 places each are here: GitHub shows no more. The JSON report has all of them.',
    ]);
  });

  it('are no reason to warn where nothing is left out', () => {
    const warnings: string[] = [];
    const occurrences = Array.from({ length: 101 }, () => makeOccurrence());
    const run = runOf(makeReport({ credentials: [makeCredential({ occurrences })] }), undefined, warnings);
    expect(warnings).toEqual([]);
    expect(run.invocations?.[0]?.toolExecutionNotifications).toEqual([]);
  });

  it('are 10 MB of compressed file', () => {
    const warnings: string[] = [];
    // Paths that hardly compress, in a file that has to be about half of what it would be.
    const path = (index: number): string =>
      Array.from({ length: 40 }, (_, at) =>
        (((index * 40 + at) * 2_654_435_761) % 4_294_967_296).toString(36),
      ).join('');
    const report = many(8000, (index) => ({ occurrences: [makeOccurrence({ path: path(index) })] }));
    const limits = { ...GITHUB_LIMITS, compressedBytes: 1_500_000 };
    const text = textOf(report, limits, warnings);
    const { results = [] } = (JSON.parse(text) as Log).runs[0] ?? {};
    expect(results.length).toBeGreaterThan(1000);
    expect(results.length).toBeLessThan(8000);
    expect(gzipSync(text).length).toBeLessThanOrEqual(limits.compressedBytes);
    expect(gzipSync(text).length).toBeGreaterThan(limits.compressedBytes * 0.7);
    expect(warnings[0]).toMatch(/^SARIF: [\d,]+ credentials of 8,000, the least severe, are left out/);
  });
});

describe('a hostile repository', () => {
  it('gets nothing into the file that a terminal acts on, and no URI that is none', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const sarif = textOf(hostileReport(text));
        expect(sarif.replaceAll('\n', '')).not.toMatch(DANGEROUS);
        expect(validate(JSON.parse(sarif)), JSON.stringify(validate.errors)).toBe(true);
        const log = JSON.parse(sarif) as Log;
        for (const { message } of log.runs[0]?.results ?? []) {
          expect(message.text?.replace(/\[(?:[\w./-]+:\d+|place \d+)\]\(\d+\)/g, '')).not.toMatch(
            /[[\]{}<>@`]/,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
