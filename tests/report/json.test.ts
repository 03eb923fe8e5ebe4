import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SecretText } from '../../src/detect/finding.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderJsonLines } from '../../src/report/jsonl.ts';
import { anyText, DANGEROUS } from './dangerous-text.ts';
import { hostileReport } from './hostile-report.ts';
import { makeCredential, makeOccurrence, makeOpenAiCredential, makeReport } from './make-report.ts';

const schemaPath = join(import.meta.dirname, '../../src/report/report.schema.json');
const schema = JSON.parse(readFileSync(schemaPath, 'utf8')) as AnySchemaObject;
const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);

const full = makeReport({
  credentials: [makeCredential({ secret: 'made-up' as SecretText }), makeOpenAiCredential()],
  coverage: { complete: false, skipped: [{ reason: 'unreadable', count: 2, examples: ['a', 'b'] }] },
});

describe('the JSON report', () => {
  it.each([
    ['without credentials', makeReport()],
    ['with everything', full],
    [
      'of standard input',
      makeReport({
        credentials: [makeCredential({ occurrences: [makeOccurrence({ path: null, source: 'stdin' })] })],
      }),
    ],
  ])('fits its schema: %s', (_, report) => {
    validate(JSON.parse([...renderJson(report)].join('')));
    expect(validate.errors).toBeNull();
  });

  it('is what JSON.stringify gives, in pieces of one credential', () => {
    const pieces = [...renderJson(full)];
    const text = pieces.join('');
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    expect(pieces.length).toBeGreaterThan(full.credentials.length);
  });

  it('has the fields of the contract in their order', () => {
    const report = JSON.parse([...renderJson(full)].join(''));
    expect(Object.keys(report)).toEqual(['schemaVersion', 'tool', 'coverage', 'credentials', 'suppressed']);
    expect(Object.keys(report.credentials[0])).toEqual([
      'fingerprint',
      'rule',
      'title',
      'service',
      'severity',
      'confidence',
      'checksum',
      'issued',
      'endpoint',
      'redacted',
      'length',
      'entropy',
      'secret',
      'evidence',
      'exposure',
      'provenance',
      'occurrences',
      'remediation',
    ]);
    expect(report.credentials[1]).not.toHaveProperty('secret');
  });

  it('never holds a frame, nor a field that it does not know', () => {
    const credential = { ...makeCredential(), internal: 1 };
    const report = { ...makeReport({ credentials: [credential] }), internal: 1 };
    const text = [...renderJson(report), ...renderJsonLines(report)].join('');
    expect(text).not.toMatch(/"frame"|"internal"/);
  });

  it('keeps hostile text as it is, and harmless to look at', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const json = [...renderJson(hostileReport(text))].join('');
        expect(json.replaceAll('\n', '')).not.toMatch(DANGEROUS);
        expect(JSON.parse(json).credentials[0].occurrences[0].path).toBe(text);
      }),
    );
  });
});

describe('the schema', () => {
  it('describes every field and allows no other', () => {
    const objects: AnySchemaObject[] = [];
    const collect = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('properties' in node) objects.push(node);
      for (const child of Object.values(node)) collect(child);
    };
    collect(schema);
    expect(objects.length).toBeGreaterThan(8);
    for (const { additionalProperties, properties, required } of objects) {
      expect(additionalProperties).toBe(false);
      const names = Object.keys(properties).filter(
        // There only when somebody asked for them: `--show-secrets`, `--baseline`.
        (name) => name !== 'secret' && (name !== 'baseline' || properties !== schema.properties),
      );
      expect(required).toEqual(names);
      for (const [name, property] of Object.entries<AnySchemaObject>(properties)) {
        if (property.$ref === undefined) expect(property.description ?? property.items, name).toBeDefined();
      }
    }
  });

  it.each([
    ['a missing field', { ...makeReport(), suppressed: undefined }],
    ['another version', { ...makeReport(), schemaVersion: 2 }],
    ['a frame', makeReport({ credentials: [makeCredential()] })],
    ['line 0', makeReport({ credentials: [makeCredential({ occurrences: [makeOccurrence({ line: 0 })] })] })],
  ])('refuses %s', (_, report) => {
    expect(validate(JSON.parse(JSON.stringify(report)))).toBe(false);
  });
});

describe('JSON Lines', () => {
  const lines = [...renderJsonLines(full)].map((line) => JSON.parse(line));

  it('starts with the scan and goes on with one credential a line', () => {
    expect(lines.map(({ type }) => type)).toEqual(['scan', 'credential', 'credential']);
    expect(lines[0]).toMatchObject({ schemaVersion: 1, credentialCount: 2, coverage: { complete: false } });
  });

  it('holds all that the JSON report holds', () => {
    const [{ type: _, credentialCount: __, ...scan }, ...credentials] = lines;
    const report = { ...scan, credentials: credentials.map(({ type: ___, ...credential }) => credential) };
    expect(report).toEqual(JSON.parse([...renderJson(full)].join('')));
    validate(report);
    expect(validate.errors).toBeNull();
  });

  it('tells of a scan that found nothing', () => {
    expect([...renderJsonLines(makeReport())]).toHaveLength(1);
  });

  it('has one line for a credential, whatever is in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [, line = ''] = [...renderJsonLines(hostileReport(text))];
        expect(line.endsWith('\n')).toBe(true);
        expect(line.slice(0, -1)).not.toMatch(DANGEROUS);
      }),
    );
  });
});
