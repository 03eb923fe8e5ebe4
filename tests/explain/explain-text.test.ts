import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../src/credentials/fingerprint.ts';
import { detect } from '../../src/detect/detect.ts';
import { isAtLeast } from '../../src/detect/finding.ts';
import { type ExplainTextOptions, explainText } from '../../src/explain/explain-text.ts';
import type { Outcome } from '../../src/explain/explanation.ts';
import { renderExplanationJson } from '../../src/report/explanation/json.ts';
import { renderExplanationText } from '../../src/report/explanation/text.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { asOwnRule } from '../../src/rules/own-rule.ts';
import { parseRuleFile } from '../../src/rules/parse.ts';
import { makeSample, samplesOf } from '../../src/rules/placeholders.ts';
import { makeConfig } from '../config/make-config.ts';
import { ownRule } from '../config/own-rule.ts';
import { fileOf, readCases } from '../support/accuracy-cases.ts';
import { engine } from '../support/engine.ts';
import { expandFixture, key, samples } from '../support/keys.ts';
import { expectNoPieceOf } from '../support/no-secret.ts';

const explain = (text: string, options: ExplainTextOptions = {}) => explainText(Buffer.from(text), options);
const legacy = key('azure-legacy-key', 1);
const azure = key('azure-openai-key', 1);
const openai = key('openai-project-key', 1);

const fixtures = join(import.meta.dirname, '../../test-fixtures');
const contents = [
  ...['found', 'clean'].flatMap((folder) =>
    readdirSync(join(fixtures, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => Buffer.from(expandFixture(readFileSync(join(entry.parentPath, entry.name), 'utf8')))),
  ),
  ...readdirSync(join(fixtures, 'accuracy'))
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readCases(readFileSync(join(fixtures, 'accuracy', name), 'utf8'), samples))
    .map(fileOf),
];

describe('explainText', () => {
  const sequence = '0123456789abcdef'.repeat(2);
  test.each<[string, string, string, Outcome['kind'], RegExp]>([
    ['a key', `AZURE_OPENAI_API_KEY=${legacy}`, legacy, 'reported', /^reported$/],
    ['a key of a form that proves it', azure, azure, 'reported', /^reported$/],
    [
      'a sequence',
      `AZURE_KEY=${sequence}`,
      sequence,
      'dismissed',
      /^no credential: it looks made up: a sequence/,
    ],
    [
      'a hash',
      `azure_openai_md5: ${legacy}`,
      legacy,
      'too-little-evidence',
      /^no credential: the evidence adds up to -\d+, and low confidence needs 3$/,
    ],
    ['an id', `openai trace id ${legacy}`, legacy, 'too-little-evidence', /adds up to -\d+/],
    [
      'a value with nothing near',
      `value: ${legacy}`,
      legacy,
      'dismissed',
      /^no credential: it has no word near by that speaks of such a key$/,
    ],
    [
      'a value with little near',
      `azure_token = ${legacy}`,
      legacy,
      'below-threshold',
      /^not reported: only medium confidence and more is$/,
    ],
  ])('of %s', async (_, text, secret, kind, detail) => {
    const [first, ...more] = (await explain(text)).explanations;
    expect(more).toEqual([]);
    expect(first?.outcome).toEqual({ kind, detail: expect.stringMatching(detail) });
    expect(first?.places).toMatchObject([{ line: 1, column: text.indexOf(secret) + 1, source: 'stdin' }]);
    expect(first?.redacted).toBe(`${secret.slice(0, 4)}••••${secret.slice(-4)}`);
  });

  test('tells of a mask that no pattern matches it', async () => {
    const { explanations, unmatched } = await explain(`AZURE_OPENAI_API_KEY=${'x'.repeat(32)}`);
    expect(explanations).toEqual([]);
    expect(unmatched).toEqual([{ line: 1, column: 22, length: 32 }]);
  });

  test('tells each match once, in the order of their places', async () => {
    const lines = [`a=${openai}`, `AZURE_OPENAI_KEY=${legacy}`, `b=${azure}`, `c=${openai}`];
    const { explanations } = await explain(lines.join('\n'));
    const reported = explanations.filter(({ outcome }) => outcome.kind === 'reported');
    expect(reported.map(({ places, rule }) => [places[0]?.line, rule])).toEqual([
      [1, 'openai-project-key'],
      [2, 'azure-openai-legacy-key'],
      [3, 'azure-openai-key'],
      [4, 'openai-project-key'],
    ]);
    // The pattern for any length matches as well, and says who has a say before it.
    const outranked = explanations.filter(({ outcome }) => outcome.kind === 'other-pattern');
    expect(outranked.map(({ outcome, pattern }) => [pattern, outcome.detail])).toEqual([
      ['other-length', 'reported as openai-project-key, which has a say before it'],
      ['other-length', 'reported as openai-project-key, which has a say before it'],
    ]);
  });

  test('finds the place of what is encoded', async () => {
    const text = `first\ndata: ${Buffer.from(`{"azure_openai_key": "${legacy}"}`).toString('base64')}`;
    const [explanation, ...more] = (await explain(text)).explanations;
    expect(more).toEqual([]);
    expect(explanation?.outcome.kind).toBe('reported');
    expect(explanation?.places).toMatchObject([{ line: 2, decodedFrom: ['base64'] }]);
  });

  test('says of what is encoded and dismissed at least why', async () => {
    const encoded = Buffer.from('{"azure_openai_key": "0123456789abcdef0123456789abcdef"}').toString(
      'base64',
    );
    const [explanation] = (await explain(`data: ${encoded}`)).explanations;
    expect(explanation).toMatchObject({ places: [], outcome: { kind: 'dismissed' } });
  });

  test('counts columns of UTF-16 as its characters', async () => {
    const text = `é AZURE_OPENAI_API_KEY=${legacy}`;
    const [explanation] = (await explainText(Buffer.from(`\ufeff${text}`, 'utf16le'))).explanations;
    expect(explanation?.places).toMatchObject([{ line: 1, decodedFrom: [expect.stringMatching(/^utf-16/)] }]);
    const whole = detect(engine, Buffer.from(`\ufeff${text}`, 'utf16le'))[0];
    expect(explanation?.places[0]?.column).toBeLessThan(whole?.start ?? 0);
  });

  test('shows a key that lost a character', async () => {
    const { explanations, unmatched } = await explain(`x\nAZURE_OPENAI_KEY=${azure.slice(0, -1)}`);
    expect(explanations).toEqual([]);
    expect(unmatched).toEqual([{ line: 2, column: 18, length: 83 }]);
  });

  test.each<[string, ExplainTextOptions, Outcome['kind']]>([
    [
      'an allowed fingerprint',
      { config: makeConfig({ allow: { fingerprints: [fingerprintOf('openai-key', openai)] } }) },
      'ignored',
    ],
    ['an allowed text', { config: makeConfig({ allow: { texts: [openai.slice(30, 40)] } }) }, 'ignored'],
    ['an allowed regex', { config: makeConfig({ allow: { regexes: ['^sk-proj-'] } }) }, 'ignored'],
    ['another threshold', { minConfidence: 'proven' }, 'below-threshold'],
    [
      'the threshold of a configuration',
      { config: makeConfig({ defaults: { minConfidence: 'proven' } }) },
      'below-threshold',
    ],
    ['a rule that is off', { disabledRules: ['openai-project-key'] }, 'rule-off'],
  ])('respects %s', async (_, options, kind) => {
    const [explanation] = (await explain(`x=${openai}`, options)).explanations;
    expect(explanation?.outcome.kind).toBe(kind);
  });

  test('of a family that is off says nothing', async () => {
    expect((await explain(`x=${openai}`, { disabledRules: ['openai-key'] })).explanations).toEqual([]);
  });
});

describe('of all fixtures', () => {
  const schemaPath = join(import.meta.dirname, '../../src/report/explanation/explanation.schema.json');
  const schema = JSON.parse(readFileSync(schemaPath, 'utf8')) as AnySchemaObject;
  const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);

  test('exactly what a scan reports is told to be reported, and no secret is', async () => {
    let reportedCount = 0;
    const kinds = new Set<string>();
    for (const bytes of contents) {
      const { explanations, unmatched } = await explainText(bytes);
      const found = detect(engine, bytes).filter(({ confidence }) => isAtLeast(confidence, 'medium'));
      const reported = explanations.filter(({ outcome }) => outcome.kind === 'reported');
      expect(
        reported.map(({ fingerprint, rule, confidence }) => `${fingerprint} ${rule} ${confidence}`).sort(),
      ).toEqual(
        found
          .map(
            ({ family, secret, rule, confidence }) =>
              `${fingerprintOf(family, secret)} ${rule} ${confidence}`,
          )
          .sort(),
      );
      reportedCount += reported.length;
      for (const { outcome } of explanations) kinds.add(outcome.kind);
      const report = { explanations, unmatched, isOfText: true, complete: true };
      const json = renderExplanationJson(report).join('');
      validate(JSON.parse(json));
      expect(validate.errors).toBeNull();
      const shown = `${json}\n${[...renderExplanationText(report, { color: false, width: 100 })].join('')}`;
      for (const { secret } of found) expectNoPieceOf(secret, shown);
    }
    expect(reportedCount).toBeGreaterThan(300);
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining([
        'below-threshold',
        'dismissed',
        'other-pattern',
        'reported',
        'too-little-evidence',
      ]),
    );
  }, 120_000);

  test('what is dismissed is redacted as well', async () => {
    const secrets = Object.keys(samplesOf(builtinRules())).map((name) => key(name, 7));
    for (const secret of secrets) {
      for (const text of [`hash of build: ${secret}`, `a ${secret} b`, `"${secret}": "${secret}"`]) {
        const report = { ...(await explain(text)), isOfText: true, complete: true };
        const shown = [
          ...renderExplanationText(report, { color: false, width: 80 }),
          ...renderExplanationJson(report),
        ].join('');
        expectNoPieceOf(secret, shown);
      }
    }
  });
});

describe('the text', () => {
  const report = async (text: string, options: ExplainTextOptions = {}) => ({
    ...(await explain(text, options)),
    isOfText: true,
    complete: true,
  });

  // A rule of its own: weights of those that ship may change.
  const gateway = asOwnRule(
    parseRuleFile(
      JSON.stringify(
        ownRule({
          hosts: ['gateway.acme.example'],
          patterns: [{ ...ownRule().patterns[0], weight: 2, gate: 'gateway|acme' }],
          evidence: [
            {
              kind: 'name',
              view: 'name',
              match: 'acme_key$',
              weight: 4,
              group: 'name',
              says: 'is given under the name "{name}"',
            },
            {
              kind: 'name',
              view: 'line',
              match: 'key',
              weight: 1,
              group: 'name',
              says: 'its line speaks of a key',
            },
            { kind: 'host', view: 'host-near', match: '', weight: 3, says: 'the host {host} stands near it' },
            {
              kind: 'counter-name',
              view: 'name',
              match: 'hash',
              weight: -30,
              says: 'the name "{name}" says that it is a hash',
            },
            {
              kind: 'counter-path',
              view: 'path',
              match: 'lock$',
              weight: -30,
              says: 'the file is a lock file',
            },
          ],
        }),
      ),
      'acme.yaml',
    ),
  );

  test.each([40, 80, 120])('at %i columns', async (width) => {
    const made = (number: number) =>
      makeSample({ template: 'ACME_{alnum:40}', checksum: null }, `made ${number}`);
    const text = [
      `ACME_KEY=${made(1)}`,
      'url = https://models.gateway.acme.example/v1',
      `ACME_KEY=ACME_${'abcdefghij'.repeat(4)}`,
      `acme_hash=${made(2)}`,
      `x=${made(3).slice(1)}`,
      ...Array(30).fill('.'),
      `gateway ${made(4)}`,
      ...Array(30).fill('.'),
      `x ${made(5)}`,
    ].join('\n');
    const config = makeConfig({ ownRules: [gateway] });
    const shown = [...renderExplanationText(await report(text, { config }), { color: false, width })].join(
      '',
    );
    await expect(shown).toMatchFileSnapshot(`snapshots/text-${width}.txt`);
  });

  test.each([
    ['nothing at all', '', 'No pattern matches anything in this text.\n'],
    ['nothing that matches', 'hello', 'No pattern matches anything in this text.\n'],
  ])('of %s', async (_, text, expected) => {
    expect([...renderExplanationText(await report(text), { color: false, width: 80 })].join('')).toBe(
      expected,
    );
  });

  test('lets no name of a hostile text through', async () => {
    const text = `"\u001b[31mAZURE_OPENAI_KEY\u202e": "${legacy}" https://\u001b[0m.openai.azure.com`;
    const shown = [...renderExplanationText(await report(text), { color: false, width: 80 })].join('');
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(renderExplanationJson(await report(text)).join('')).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u202e]/,
    );
  });
});
