import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { XmlDocument, type XmlElement, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/credentials/report.ts';
import type { SecretText } from '../../src/detect/finding.ts';
import { escapeText } from '../../src/report/escape.ts';
import { renderJUnit } from '../../src/report/junit.ts';
import { anyText, DANGEROUS } from './dangerous-text.ts';
import { hostileReport } from './hostile-report.ts';
import {
  makeCommitted,
  makeCredential,
  makeOccurrence,
  makeOpenAiCredential,
  makeReport,
} from './make-report.ts';

const schemaPath = join(import.meta.dirname, '../../test-fixtures/schemas/junit-10.xsd');
const schema = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schemaPath)));

type TestCase = {
  readonly className: string;
  readonly name: string;
  readonly outcome: string;
  readonly text: string;
};

function textOf(report: Report): string {
  return [...renderJUnit(report)].join('');
}

/** Reads a report with libxml2, which throws when it is not well-formed or does not fit the schema. */
function read(text: string): { counts: string; cases: TestCase[]; messages: string[] } {
  const document = XmlDocument.fromString(text);
  try {
    schema.validate(document);
    const suite = document.get('/testsuites/testsuite') as XmlElement;
    const attribute = (element: XmlElement | null, name: string): string => element?.attr(name)?.value ?? '';
    const cases = document.find('//testcase').map((node) => {
      const element = node as XmlElement;
      const child = element.get('*') as XmlElement | null;
      return {
        className: attribute(element, 'classname'),
        name: attribute(element, 'name'),
        outcome: child?.name ?? 'passed',
        text: child?.content ?? '',
      };
    });
    return {
      counts: ['tests', 'failures', 'errors'].map((name) => attribute(suite, name)).join(),
      cases,
      messages: document.find('//failure/@message').map(({ content }) => content),
    };
  } finally {
    document.dispose();
  }
}

describe('the JUnit report', () => {
  it('has a passed test for a scan that found nothing', () => {
    const { counts, cases } = read(textOf(makeReport()));
    expect(counts).toBe('2,0,0');
    expect(cases).toEqual([
      {
        className: 'keypetrel',
        name: 'the scan is complete',
        outcome: 'system-out',
        text: expect.stringMatching(/^Scanned 1,234 files/),
      },
      { className: 'keypetrel', name: 'no credentials', outcome: 'passed', text: '' },
    ]);
  });

  it('has a failed test for each credential', () => {
    const { counts, cases, messages } = read(
      textOf(makeReport({ credentials: [makeCredential(), makeOpenAiCredential()] })),
    );
    expect(counts).toBe('3,2,0');
    expect(cases.slice(1).map(({ className, name, outcome }) => [className, name, outcome])).toEqual([
      ['keypetrel.azure-openai-key', 'Azure OpenAI key ab12••••yz89 (kp1:0a1b2c3d)', 'failure'],
      ['keypetrel.openai-project-key', 'OpenAI project key sk-proj-ab12••••yz89 (kp1:ffee0011)', 'failure'],
    ]);
    expect(messages[0]).toBe('Azure OpenAI key ab12••••yz89 in config/prod.env:12:6');
    expect(cases[1]?.text).toMatch(/^Azure OpenAI key [^\n]+\nPushed: origin has it \(main\)\.\n/);
    expect(cases[1]?.text).toContain('\n1. Move every client to the other key.\n');
    expect(cases[1]?.text).toContain(`\nFingerprint: ${makeCredential().fingerprint}`);
  });

  it('calls a test the same when its credential moves', () => {
    const names = [12, 99].map((line) => {
      const occurrences = [makeOccurrence({ line })];
      return read(textOf(makeReport({ credentials: [makeCredential({ occurrences })] }))).cases[1]?.name;
    });
    expect(new Set(names).size).toBe(1);
  });

  it('has an error when something could not be read, and none for a shallow history', () => {
    const incomplete = makeReport({
      coverage: { complete: false, skipped: [{ reason: 'unreadable', count: 1, examples: ['a&b'] }] },
    });
    expect(read(textOf(incomplete))).toMatchObject({
      counts: '2,0,1',
      cases: [
        { outcome: 'error', text: expect.stringContaining('Not read: 1 unreadable file or folder (a&b).') },
        {},
      ],
    });
    const shallow = read(textOf(makeReport({ coverage: { shallow: true } })));
    expect(shallow.counts).toBe('2,0,0');
    expect(shallow.cases[0]?.text).toContain('The history is shallow');
  });

  it('names places in the history', () => {
    const occurrences = [makeCommitted({ inHead: false })];
    const { cases } = read(textOf(makeReport({ credentials: [makeCredential({ occurrences })] })));
    expect(cases[1]?.text).toContain('\nconfig/prod.env:12:6 in commit c0ffee11, not in HEAD\n');
  });

  it('never holds a secret', () => {
    const secret = 'made-up-secret' as SecretText;
    expect(textOf(makeReport({ credentials: [makeCredential({ secret })] }))).not.toContain(secret);
  });

  it.each([
    ['without its counts', '<testsuites><testsuite name="a"/></testsuites>'],
    ['with a control character', '<testsuites name="\u0001"/>'],
    ['with U+FFFF', '<testsuites name="\uffff"/>'],
    ['cut off', textOf(makeReport()).slice(0, -5)],
  ])('would be refused %s, so the parser and the schema are looked at', (_, text) => {
    expect(() => read(text)).toThrow();
  });

  it('shows what a repository says as text, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.constantFrom('\u0001', '\ufffe', '\uffff', '\u{1ffff}', ']]>', '<!--', '&x;', '<a b="c">'),
        ),
        (text) => {
          const xml = textOf(hostileReport(text));
          for (const line of xml.split('\n')) expect(line).not.toMatch(DANGEROUS);
          const { counts, messages, cases } = read(xml);
          expect(counts).toBe('3,2,1');
          const shown = escapeText(text).replaceAll('\ufffe', '\\u{fffe}').replaceAll('\uffff', '\\u{ffff}');
          expect(messages[0]).toBe(`${shown} ${shown} in ${shown}:12:6`);
          expect(cases.map(({ outcome }) => outcome)).toEqual(['error', 'failure', 'failure']);
        },
      ),
      { numRuns: 300 },
    );
  });
});
