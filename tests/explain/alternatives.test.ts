/**
 * What is said to change a verdict is compared with what does: the rule is changed so that the evidence is there, or is
 * not, and the same content is judged again.
 */
import { describe, expect, test } from 'vitest';
import { type Alternative, alternatives, foundEvidence } from '../../src/detect/alternatives.ts';
import { detect } from '../../src/detect/detect.ts';
import { createEngine } from '../../src/detect/engine.ts';
import type { Confidence } from '../../src/detect/finding.ts';
import type { Judgement } from '../../src/detect/judgement.ts';
import { observed } from '../../src/detect/observe.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import type { EvidenceRule, RuleFile } from '../../src/rules/rule-file.ts';
import { key } from '../support/keys.ts';

const [rule] = builtinRules().filter(({ family }) => family === 'azure-ai-legacy-key');
if (rule === undefined) throw new Error('no such rule');

function judgementsOf(text: string, file: RuleFile): Judgement[] {
  const judgements: Judgement[] = [];
  detect(
    observed(createEngine([file]), (judgement) => judgements.push(judgement)),
    Buffer.from(text),
    'src/settings.ini',
  );
  return judgements;
}

const legacy = key('azure-legacy-key', 1);
const random = key('azure-legacy-key-random', 2);
const TEXTS = [
  `AZURE_OPENAI_API_KEY=${legacy}`,
  `AZURE_OPENAI_API_KEY=${legacy}\nendpoint = https://contoso.openai.azure.com`,
  `x = ${random} # https://contoso.cognitiveservices.azure.com`,
  `azure\n${random}\n`,
  `azure openai correlation id ${legacy}`,
  `client = AzureOpenAI(api_key="${random}")`,
  `azure_openai_key_md5: ${legacy}\nhttps://contoso.openai.azure.com`,
  `COGNITIVE_SERVICE_KEY=${random}`,
  `api-key: ${legacy}\nHost: contoso.openai.azure.com`,
  `see https://contoso.openai.azure.com/${legacy}/x for Azure OpenAI`,
  `key ${random}`,
  `{"azure": {"speech": {"token": "${legacy}"}}}`,
];

describe('alternatives', () => {
  test.each(TEXTS.map((text) => [text.replaceAll(/[0-9a-f]{32}/g, '<key>'), text]))('%j', (_, text) => {
    const [judgement, ...more] = judgementsOf(text, rule);
    if (judgement === undefined) throw new Error('nothing was judged');
    expect(more).toEqual([]);
    const told = alternatives(judgement);
    let compared = 0;
    for (const { rule: item, evidence } of judgement.considered) {
      const changed = evidence === null ? withItem(text, item) : without(item);
      if (changed === null) continue;
      const [again] = judgementsOf(text, changed);
      const alternative = told.find(({ change }) => 'rule' in change && change.rule === item);
      const expected = alternative === undefined ? judgement.confidence : alternative.confidence;
      expect(again?.confidence, `${item.kind}/${item.view} ${item.says}`).toBe(expected);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(20);
  });

  /** The rule without a piece of evidence. */
  function without(item: EvidenceRule): RuleFile {
    return { ...(rule as RuleFile), evidence: (rule as RuleFile).evidence.filter((each) => each !== item) };
  }

  /** The rule with a piece of evidence that is found in every text; null for hosts, of which there has to be one. */
  function withItem(text: string, item: EvidenceRule): RuleFile | null {
    if (item.view.startsWith('host-') && (item.view === 'host-repository' || !text.includes('.azure.com')))
      return null;
    const always: EvidenceRule = {
      ...item,
      view: item.view.startsWith('host-') ? 'path' : item.view,
      match: '',
    };
    return {
      ...(rule as RuleFile),
      evidence: (rule as RuleFile).evidence.map((each) => (each === item ? always : each)),
    };
  }

  test('tell what came of a text that was changed as they say', () => {
    const confidenceOf = (text: string): Confidence | null | undefined =>
      judgementsOf(text, rule)[0]?.confidence;
    const line = `service_token = ${random}`;
    const [judgement] = judgementsOf(`azure\n${line}`, rule);
    const hostNear = alternatives(judgement as Judgement).find(
      ({ change }) => change.kind === 'with-evidence' && change.rule.view === 'host-line',
    );
    expect(hostNear?.confidence).toBe(confidenceOf(`azure\n${line} # https://contoso.openai.azure.com`));
    expect(hostNear?.confidence).not.toBe(judgement?.confidence);
  });
});

describe('what is dismissed', () => {
  const only = (text: string): { judgement: Judgement; told: Alternative[] } => {
    const [judgement] = judgementsOf(text, rule);
    if (judgement === undefined) throw new Error('nothing was judged');
    return { judgement, told: alternatives(judgement) };
  };

  test('would be what its evidence says', () => {
    const { judgement, told } = only(`AZURE_OPENAI_API_KEY=${'0123456789abcdef'.repeat(2)}`);
    expect(told).toEqual([
      { change: { kind: 'without-dismissals', dismissals: judgement.dismissals }, confidence: 'high' },
    ]);
  });

  test('may be nothing without that either', () => {
    expect(only(`md5sum ${'00000000'.repeat(4)}`).told).toMatchObject([{ confidence: null }]);
  });
});

describe('a checksum', () => {
  const [azure] = builtinRules().filter(({ family }) => family === 'azure-ai-key');

  test('is what proves a key, which has other evidence besides', () => {
    const [judgement] = judgementsOf(`x=${key('azure-openai-key', 1)}`, azure as RuleFile);
    expect(judgement?.confidence).toBe('proven');
    expect(alternatives(judgement as Judgement)).toEqual([
      { change: { kind: 'without-checksum' }, confidence: 'high' },
    ]);
  });

  test('is all that keeps a made-up text from being dismissed', () => {
    const [judgement] = judgementsOf(`x=${key('azure-openai-key', 1)}`, azure as RuleFile);
    const overruled = [{ kind: 'placeholder', detail: 'looks made up' }] as const;
    expect(alternatives({ ...(judgement as Judgement), overruled })).toMatchObject([{ confidence: null }]);
  });
});

test('of each group one piece of evidence counts', () => {
  for (const text of TEXTS) {
    for (const judgement of judgementsOf(text, rule)) {
      const found = foundEvidence(judgement);
      const counted = found.filter(({ counts }) => counts);
      const groups = new Set(found.map((each) => each.rule.group));
      expect(counted).toHaveLength(groups.size);
      const sum = [...judgement.own, ...counted.map(({ evidence }) => evidence)].reduce(
        (total, { weight }) => total + weight,
        0,
      );
      expect(sum).toBe(judgement.sum);
    }
  }
});
