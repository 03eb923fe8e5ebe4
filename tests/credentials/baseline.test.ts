import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BaselineEntry,
  formatBaseline,
  parseBaseline,
  toEntry,
} from '../../src/credentials/baseline.ts';
import type { SecretText } from '../../src/detect/finding.ts';
import { SuppressionError } from '../../src/errors.ts';
import { makeCredential, makeOccurrence } from '../report/make-report.ts';
import { key } from '../support/keys.ts';

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../src/credentials/baseline.schema.json'), 'utf8'),
);
const isBaseline = new Ajv2020({ strict: true }).compile(schema);

const anyEntry: fc.Arbitrary<BaselineEntry> = fc.record({
  fingerprint: fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 40, maxLength: 40 })
    .map((hex) => `kp1:${hex.join('')}`),
  rule: fc.constantFrom('azure-openai-key', 'openai-project-key', 'acme'),
  path: fc.option(fc.string({ unit: 'binary' })),
});

describe('a baseline', () => {
  it('comes back as it was written, sorted, an entry a line, and its schema takes it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyEntry, { selector: ({ fingerprint }) => fingerprint }), (entries) => {
        const text = formatBaseline(entries);
        const read = parseBaseline(text, 'b');
        expect(read).toEqual([...entries].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1)));
        expect(formatBaseline(read)).toBe(text);
        expect(text.split('\n').filter((line) => line.includes('kp1:'))).toHaveLength(entries.length);
        expect(isBaseline(JSON.parse(text))).toBe(true);
      }),
    );
  });

  it('merges as lines: those of both sides, in any order and twice', () => {
    fc.assert(
      fc.property(fc.array(anyEntry), fc.array(anyEntry), (ours, theirs) => {
        const lines = (entries: readonly BaselineEntry[]) => formatBaseline(entries).split('\n').slice(3, -4);
        const text = [
          '{"schemaVersion": 1, "credentials": [',
          ...lines(theirs),
          ...lines(ours),
          'null]}',
        ].join('\n');
        const known = new Set([...ours, ...theirs].map(({ fingerprint }) => fingerprint));
        expect(new Set(parseBaseline(text, 'b').map(({ fingerprint }) => fingerprint))).toEqual(known);
      }),
    );
  });

  it('names a credential, and holds nothing of it', () => {
    const entry = toEntry(makeCredential());
    expect(entry).toEqual({
      fingerprint: makeCredential().fingerprint,
      rule: 'azure-openai-key',
      path: 'config/prod.env',
    });
  });

  it('holds no secret, also of a report that shows it', () => {
    const secret = key('openai-project-key', 1) as SecretText;
    const shown = makeCredential({ secret, occurrences: [makeOccurrence({ path: `a/${secret}.txt` })] });
    expect(toEntry(shown).path).toMatch(/^a\/sk-proj-.{4}••••.{4}\.txt$/);
  });

  const entry = `{"fingerprint": "kp1:${'0a'.repeat(20)}", "rule": "a", "path": null}`;
  it.each([
    ['SECRET', 'it is no JSON'],
    [
      '{"schemaVersion": 1,\n<<<<<<< HEAD\n',
      'line 2 is a mark of a merge conflict; keep the entries of both sides, in any order',
    ],
    ['"SECRET"', 'it must be a table'],
    ['[]', 'it must be a table'],
    ['{}', 'schemaVersion is missing'],
    ['{"schemaVersion": 2, "credentials": []}', 'schemaVersion must be 1'],
    ['{"schemaVersion": 1, "credentials": {"SECRET": 1}}', 'credentials must be a list'],
    [
      '{"schemaVersion": 1, "credentials": [], "SECRET": 1}',
      'it is not known here, where there are $schema, schemaVersion, credentials',
    ],
    [`{"schemaVersion": 1, "credentials": [${entry}, "SECRET"]}`, 'credentials.1 must be a table'],
    [
      `{"schemaVersion": 1, "credentials": [${entry.replace('kp1', 'SECRET')}]}`,
      'credentials.0.fingerprint must be "kp1:" and 40 hex characters',
    ],
    [
      `{"schemaVersion": 1, "credentials": [${entry.replace('"a"', '"SECRET"')}]}`,
      'credentials.0.rule must be the id of a rule',
    ],
    [
      `{"schemaVersion": 1, "credentials": [${entry.replace('null', '1')}]}`,
      'credentials.0.path must be a text or null',
    ],
    [
      `{"schemaVersion": 1, "credentials": [${entry.replace('"path"', '"SECRET"')}]}`,
      'credentials.0.path is missing',
    ],
  ])('is refused without a word of what stands in it: %j', (text, problem) => {
    expect(() => parseBaseline(text, 'b')).toThrow(new SuppressionError(`"b" is no baseline: ${problem}`));
    if (problem !== 'it is no JSON' && !problem.startsWith('line'))
      expect(isBaseline(JSON.parse(text))).toBe(false);
  });
});
