/** History is screened before it is read: whatever a configuration makes of the rules, nothing may be lost there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { configuredRules } from '../../src/config/apply-config.ts';
import { createEngine } from '../../src/detect/engine.ts';
import { createScreen } from '../../src/detect/screen.ts';
import { builtinRules, selectRules } from '../../src/rules/catalogue.ts';
import { compileLinear } from '../../src/rules/linear-regex.ts';
import { asOwnRule, ownRuleProblems } from '../../src/rules/own-rule.ts';
import { parseRuleFile } from '../../src/rules/parse.ts';
import { type EditedHistory, editedHistory, packedRepository } from '../support/edited-history.ts';
import { findingsOf } from '../support/history-findings.ts';
import { makeConfig } from './make-config.ts';
import { ownRule } from './own-rule.ts';

const evidence = [
  { kind: 'name', view: 'name', match: 'key|value', weight: 3, says: 'x' },
  { kind: 'path', view: 'path', match: '\\.py$', weight: 3, says: 'x' },
  { kind: 'section', view: 'section', match: 'openai', weight: 2, says: 'x', group: 'place' },
  { kind: 'near', view: 'near', match: 'md5|maps', weight: -2, says: 'x', group: 'place' },
  { kind: 'host', view: 'host-file', match: '', weight: 4, says: 'x' },
];
/** Takes what the shipped rules look at under other conditions, and hashes as well. */
const mine = asOwnRule(
  parseRuleFile(
    JSON.stringify(
      ownRule({
        hosts: ['openai.azure.com'],
        patterns: [
          {
            id: 'hex',
            run: { alphabet: 'word', lengths: [32] },
            regex: '^[0-9a-f]{32}$',
            weight: 0,
            says: 'x',
          },
          {
            id: 'mark',
            marks: ['padd', 'JQQJ'],
            regex: '[A-Za-z0-9]{30,60}JQQJ[A-Za-z0-9]{10,30}',
            weight: 2,
            says: 'x',
          },
        ],
        evidence,
      }),
    ),
    'mine.yaml',
  ),
);

const weight = fc.integer({ min: -6, max: 8 });
const weightsOf = (...kinds: string[]) => fc.dictionary(fc.constantFrom(...kinds), weight, { maxKeys: 4 });
const thresholds = fc.constantFrom(
  { low: 3 },
  { low: -5 },
  { low: 0, medium: 1, high: 2 },
  { low: 7, medium: 8 },
);
const configs = fc
  .tuple(
    weightsOf('name', 'path', 'section', 'near', 'host'),
    weightsOf(
      'name',
      'host/host-file',
      'counter-name',
      'counter-path',
      'counter-line',
      'line',
      'near',
      'shape',
    ),
    thresholds,
    fc.boolean(),
  )
  .map(([own, legacy, levels, isOwnOn]) =>
    makeConfig({
      ownRules: isOwnOn ? [mine] : [],
      weights: {
        'acme-key': { evidence: own, patterns: { hex: 1 }, thresholds: levels },
        'azure-ai-legacy-key': { evidence: legacy, patterns: {}, thresholds: levels },
      },
    }),
  );

test('own rules and changed weights find in history what they find in each object', async () => {
  expect(await ownRuleProblems(mine)).toEqual([]);
  const seen = { found: 0, letThrough: 0, all: 0 };
  await fc.assert(
    fc.asyncProperty(configs, editedHistory, async (config, history: EditedHistory) => {
      const { rules } = selectRules(configuredRules(builtinRules(), config), [], []);
      const engine = createEngine(rules, compileLinear);
      const { folder } = packedRepository(history);
      const reference = await findingsOf(folder, engine, {});
      const fast = await findingsOf(folder, engine, { screen: createScreen(rules, compileLinear) });
      expect(fast.found).toEqual(reference.found);
      seen.found += reference.found.size;
      seen.letThrough += fast.emitted;
      seen.all += reference.emitted;
    }),
    { numRuns: 20 },
  );
  // Otherwise there was nothing to lose: mostly it is more than 100.
  expect(seen.found).toBeGreaterThan(20);
  expect(seen.letThrough).toBeLessThan(seen.all);
});
