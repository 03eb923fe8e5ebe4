import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type AnySchemaObject } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Credential, Report } from '../../src/credentials/report.ts';
import type { SecretText } from '../../src/detect/finding.ts';
import { renderGitLab } from '../../src/report/gitlab.ts';
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
import { markdownProblems } from './markdown-tree.ts';

const schemaPath = join(import.meta.dirname, '../../test-fixtures/schemas/gitlab-secret-detection.json');
const schema = JSON.parse(readFileSync(schemaPath, 'utf8')) as AnySchemaObject;
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

const scanned = { start: new Date('2025-03-14T10:00:00.9Z'), end: new Date('2025-03-14T10:01:00Z') };

function textOf(report: Report): string {
  return [...renderGitLab(report, { scanned })].join('');
}

function gitLabOf(report: Report) {
  const document = JSON.parse(textOf(report));
  validate(document);
  expect(validate.errors).toBeNull();
  return document;
}

function vulnerabilityOf(credential: Credential) {
  return gitLabOf(makeReport({ credentials: [credential] })).vulnerabilities[0];
}

describe('the GitLab report', () => {
  it.each([
    ['without credentials', makeReport()],
    ['with several', makeReport({ credentials: [makeCredential(), makeOpenAiCredential()] })],
    ['of an incomplete scan', makeReport({ coverage: { complete: false, shallow: true } })],
    [
      'of standard input',
      makeReport({
        credentials: [makeCredential({ occurrences: [makeOccurrence({ path: null, source: 'stdin' })] })],
      }),
    ],
  ])('fits the schema: %s', (_, report) => {
    expect(gitLabOf(report).vulnerabilities).toHaveLength(report.credentials.length);
  });

  it.each([
    ['a time with a zone', { scan: { start_time: '2025-03-14T10:00:00Z' } }],
    ['another type', { scan: { type: 'sast' } }],
  ])('would not fit with %s', (_, { scan }) => {
    const document = gitLabOf(makeReport());
    expect(validate({ ...document, scan: { ...document.scan, ...scan } })).toBe(false);
  });

  it('says when the scan ran, and what it could not read', () => {
    const { version, scan } = gitLabOf(
      makeReport({
        coverage: { complete: false, skipped: [{ reason: 'unreadable', count: 1, examples: ['a'] }] },
      }),
    );
    expect(version).toBe('15.0.7');
    expect(scan).toMatchObject({
      type: 'secret_detection',
      start_time: '2025-03-14T10:00:00',
      end_time: '2025-03-14T10:01:00',
      status: 'success',
      analyzer: { id: 'keypetrel', version: '1.2.3' },
      messages: [{ level: 'warn', value: 'Not read: 1 unreadable file or folder (a).' }],
    });
  });

  it('takes the time of rendering where nobody told another', () => {
    const text = [...renderGitLab(makeReport(), {})].join('');
    const { start_time } = JSON.parse(text).scan;
    expect(Math.abs(Date.parse(`${start_time}Z`) - Date.now())).toBeLessThan(60_000);
  });

  it('names the credential first, so that another key in the same line is another finding', () => {
    const { id, identifiers, severity, name } = vulnerabilityOf(makeCredential());
    expect(identifiers.map(({ type, value }: { type: string; value: string }) => [type, value])).toEqual([
      ['keypetrel_credential', makeCredential().fingerprint],
      ['keypetrel_rule', 'azure-openai-key'],
      ['cwe', '798'],
    ]);
    expect({ severity, name }).toEqual({ severity: 'Critical', name: 'Azure OpenAI key' });
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(vulnerabilityOf(makeCredential({ title: 'x' })).id).toBe(id);
    expect(vulnerabilityOf(makeOpenAiCredential()).id).not.toBe(id);
  });

  it.each([
    [
      'the commit that has it there',
      [makeOccurrence(), makeCommitted()],
      'c0ffee11'.repeat(5),
      'config/prod.env',
    ],
    ['zeros for what is in no commit', [makeOccurrence()], '0000000', 'config/prod.env'],
    [
      'the commit of a message',
      [makeCommitted({ path: null, source: 'commit-message', commit: 'abc' })],
      'abc',
      '.git/commit/abc',
    ],
  ])('links to %s', (_, occurrences, sha, file) => {
    const { location } = vulnerabilityOf(makeCredential({ occurrences }));
    expect(location).toMatchObject({ file, start_line: 12, end_line: 12, commit: { sha } });
  });

  it('keeps to the length that GitLab takes', () => {
    const long = 'word '.repeat(3000);
    const { name, solution } = vulnerabilityOf(
      makeCredential({
        title: long,
        remediation: makeRemediation('Regenerate.', ['revoke', 'One.', 'az a', long, 'az b']),
      }),
    );
    expect(name.length).toBeLessThanOrEqual(255);
    expect(solution).toMatch(/az a\n```$/);
  });

  it('never holds a secret nor an extract of the code', () => {
    const secret = 'made-up-secret' as SecretText;
    const text = textOf(makeReport({ credentials: [makeCredential({ secret })] }));
    expect(text).not.toContain(secret);
    expect(text).not.toMatch(/raw_source_code_extract|DEBUG=1/);
  });

  it('holds nothing that GitLab or a terminal takes for more than text, whatever a repository says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const json = textOf(hostileReport(text));
        expect(json.replaceAll('\n', '')).not.toMatch(DANGEROUS);
        const [first] = gitLabOf(hostileReport(text)).vulnerabilities;
        expect(markdownProblems(first.description)).toEqual([]);
        expect(markdownProblems(first.solution)).toEqual([]);
        expect(JSON.parse(JSON.stringify(first.details)).confidence.value).toBe('proven by its checksum');
      }),
      { numRuns: 100 },
    );
  });
});
