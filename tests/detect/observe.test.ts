/** Watching a judgement changes nothing of it, and what is told of it is what decided. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configuredRules } from '../../src/config/apply-config.ts';
import { detect } from '../../src/detect/detect.ts';
import { createEngine } from '../../src/detect/engine.ts';
import type { Judgement } from '../../src/detect/judgement.ts';
import { observed } from '../../src/detect/observe.ts';
import { confidenceOf, scoreOf } from '../../src/detect/score.ts';
import { builtinRules, selectRules } from '../../src/rules/catalogue.ts';
import type { RuleFile } from '../../src/rules/rule-file.ts';
import { makeConfig } from '../config/make-config.ts';
import { readCases } from '../support/accuracy-cases.ts';
import { engine } from '../support/engine.ts';
import { expandFixture, key, samples } from '../support/keys.ts';

const fixtures = join(import.meta.dirname, '../../test-fixtures');
const files = ['found', 'clean'].flatMap((folder) =>
  readdirSync(join(fixtures, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({
      path: entry.name,
      bytes: Buffer.from(expandFixture(readFileSync(join(entry.parentPath, entry.name), 'latin1'))),
    })),
);
const cases = readdirSync(join(fixtures, 'accuracy'))
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readCases(readFileSync(join(fixtures, 'accuracy', name), 'utf8'), samples))
  .map(({ file_name: path, text }) => ({ path, bytes: Buffer.from(text) }));
const contents = [...files, ...cases];

const DEFAULT_RULES = selectRules(builtinRules(), [], []).rules;

/** All judgements of a content, and what was found. */
function watch(text: string | Uint8Array, path = 'file.txt', rules: readonly RuleFile[] = DEFAULT_RULES) {
  const judgements: Judgement[] = [];
  const watched = observed(createEngine(rules), (judgement) => judgements.push(judgement));
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return { judgements, findings: detect(watched, bytes, path) };
}

describe('a watched engine', () => {
  test('finds the same as one that nobody watches', () => {
    const judgements: Judgement[] = [];
    const watched = observed(engine, (judgement) => judgements.push(judgement));
    for (const { bytes, path } of contents)
      expect(detect(watched, bytes, path), path).toEqual(detect(engine, bytes, path));
    expect(judgements.length).toBeGreaterThan(500);
    for (const each of judgements) expectConsistent(each);
  });

  test('finds the same whatever evidence weighs', () => {
    const legacy = builtinRules().filter(({ family }) => family === 'azure-ai-legacy-key');
    const kinds = [
      ...new Set(legacy.flatMap(({ evidence }) => evidence.map(({ kind, view }) => `${kind}/${view}`))),
    ];
    const weights = fc.dictionary(fc.constantFrom(...kinds), fc.integer({ min: -12, max: 12 }));
    const concerned = contents.filter(({ bytes }) => /[0-9a-f]{32}/i.test(bytes.toString('latin1')));
    expect(concerned.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(weights, fc.integer({ min: -8, max: 12 }), (evidence, low) => {
        const thresholds = { low, medium: Math.max(low, 6), high: Math.max(low, 9) };
        const changes = { 'azure-ai-legacy-key': { evidence, patterns: {}, thresholds } };
        const rules = configuredRules(legacy, makeConfig({ weights: changes }));
        const unwatched = createEngine(rules);
        const watched = observed(unwatched, expectConsistent);
        for (const { bytes, path } of concerned)
          expect(detect(unwatched, bytes, path)).toEqual(detect(watched, bytes, path));
      }),
      { numRuns: 30 },
    );
  });

  test('evidence for may take the place of evidence against that it outweighs', () => {
    const [rule] = builtinRules().filter(({ family }) => family === 'azure-ai-legacy-key');
    if (rule === undefined) throw new Error('no such rule');
    const item = { kind: 'x', says: 'x', group: 'one' } as const;
    const changed: RuleFile = {
      ...rule,
      evidence: [
        { ...item, view: 'line', match: 'azure', weight: -5 },
        { ...item, view: 'name', match: 'key', weight: 7 },
      ],
    };
    // -5 and the 7 that may still come are less than 3; but the 7 comes in the place of the -5.
    const text = `azure_key = ${key('azure-legacy-key', 1)}`;
    const findings = detect(createEngine([changed]), Buffer.from(text));
    expect(findings).toMatchObject([{ confidence: 'medium' }]);
    expect(watch(text, '', [changed]).findings).toEqual(findings);
  });
});

describe('a judgement tells', () => {
  const legacy = key('azure-legacy-key', 1);
  const azure = key('azure-openai-key', 1);

  test('what counts, what is outweighed, and what is not there', () => {
    const { judgements } = watch(`AZURE_OPENAI_API_KEY=${legacy}\nhttps://contoso.openai.azure.com`);
    expect(judgements).toHaveLength(1);
    const { considered, finding, own } = judgements[0] as Judgement;
    expect(finding?.evidence.slice(own.length)).not.toEqual([]);
    const found = considered.filter(({ evidence }) => evidence !== null);
    expect(found.map(({ rule }) => `${rule.kind}/${rule.view}`)).toEqual(
      expect.arrayContaining(['name/name', 'host/host-near', 'host/host-file', 'shape/secret']),
    );
    expect(considered.length).toBeGreaterThan(found.length + 5);
    const evidence = builtinRules().find(({ family }) => family === 'azure-ai-legacy-key')?.evidence;
    expect(considered).toHaveLength(evidence?.length ?? 0);
  });

  test.each<[string, string, string[]]>([
    ['a mask', `AZURE_OPENAI_KEY=${'0'.repeat(32)}`, ['placeholder', 'entropy']],
    ['a sequence', 'AZURE_OPENAI_KEY=0123456789abcdef0123456789abcdef', ['placeholder']],
    ['low entropy', 'AZURE_OPENAI_KEY=abababcdabcdababcdcdabababcdabcd', ['placeholder', 'entropy']],
    ['nothing near', `checksum of build: ${legacy}`, ['gate']],
    ['both', '00000000000000000000000000000000', ['placeholder', 'entropy', 'gate']],
  ])('every reason to dismiss it: %s', (_, text, kinds) => {
    const { judgements, findings } = watch(text);
    expect(findings).toEqual([]);
    const [judgement] = judgements;
    expect(judgement?.dismissals.map(({ kind }) => kind)).toEqual(expect.arrayContaining(kinds));
    expect(judgement?.finding).toBeNull();
  });

  test('a key that its vendor published', () => {
    const rule = builtinRules().find(({ knownPublic }) => knownPublic.length > 0);
    expect(rule).toBeDefined();
    const published = readCases(
      readFileSync(join(fixtures, 'accuracy/azure-families.jsonl'), 'utf8'),
      samples,
    ).flatMap(({ text, file_name: path }) => watch(text, path).judgements);
    expect(published.flatMap(({ dismissals }) => dismissals.map(({ kind }) => kind))).toContain(
      'known-public',
    );
  });

  test('what a checksum overrules', () => {
    const made = 'example'.padEnd(52, 'A1');
    const { judgements } = watch(`x ${azure}\ny ${made}JQQJ99BCACYeBjFXJ3w3AAABACOG0000`);
    const [valid, mismatch] = judgements;
    expect(valid).toMatchObject({ checksum: 'valid', confidence: 'proven', dismissals: [], overruled: [] });
    expect(mismatch).toMatchObject({ checksum: 'mismatch', overruled: [] });
    expect(mismatch?.dismissals.map(({ kind }) => kind)).toContain('placeholder');
  });
});

/** What a judgement says has to be what decided. */
function expectConsistent({
  dismissals,
  own,
  considered,
  sum,
  confidence,
  checksum,
  variant,
  finding,
  pattern,
}: Judgement) {
  if (finding === null) {
    expect(dismissals.length > 0 || confidence === null || variant === null).toBe(true);
  } else {
    expect(dismissals).toEqual([]);
    expect(finding.confidence).toBe(confidence);
    expect(finding.rule).toBe(variant?.id);
    expect(scoreOf(finding.evidence)).toBe(sum);
    const found = considered.flatMap(({ evidence }) => evidence ?? []);
    for (const each of finding.evidence) expect([...own, ...found]).toContain(each);
  }
  const { thresholds } = pattern.rule.file;
  expect(confidence).toBe(checksum === 'valid' ? 'proven' : confidenceOf(sum, thresholds));
}
