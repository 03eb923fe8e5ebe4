import { describe, expect, test } from 'vitest';
import { type GivenSettings, settle } from '../../src/config/settings.ts';
import { makeConfig } from './make-config.ts';

type Changes = Parameters<typeof makeConfig>[0];

describe('settle', () => {
  test.each<[string, GivenSettings, Changes | null, object]>([
    [
      'nothing',
      {},
      null,
      { minConfidence: ['medium', 'default'], failOn: ['medium', 'default'], include: [[], 'default'] },
    ],
    [
      'a configuration that says nothing',
      {},
      {},
      { minConfidence: ['medium', 'default'], rules: [[], 'default'] },
    ],
    [
      'a configuration',
      {},
      { defaults: { minConfidence: 'low', exclude: ['a'] } },
      {
        minConfidence: ['low', 'configuration'],
        failOn: ['low', 'default'],
        exclude: [['a'], 'configuration'],
      },
    ],
    [
      'an option',
      { minConfidence: 'high' },
      null,
      { minConfidence: ['high', 'option'], failOn: ['high', 'default'] },
    ],
    [
      'an option over a configuration',
      { minConfidence: 'high' },
      { defaults: { minConfidence: 'low' } },
      { minConfidence: ['high', 'option'] },
    ],
    [
      'a list over a list, as a whole',
      { exclude: ['b'] },
      { defaults: { exclude: ['a'], include: ['c'] } },
      { exclude: [['b'], 'option'], include: [['c'], 'configuration'] },
    ],
    [
      'an empty list, which says nothing',
      { exclude: [] },
      { defaults: { exclude: ['a'] } },
      { exclude: [['a'], 'configuration'] },
    ],
    [
      'rules that are on and off',
      {},
      { onlyRules: ['a'], disabledRules: ['b'] },
      { rules: [['a'], 'configuration'], disabledRules: [['b'], 'configuration'] },
    ],
    [
      'a rule that is off and asked for',
      { rules: ['b'] },
      { onlyRules: ['a'], disabledRules: ['b', 'c'] },
      { rules: [['b'], 'option'], disabledRules: [['c'], 'configuration'] },
    ],
    [
      'rule sets, as a whole',
      { rulesets: ['azure'] },
      { rulesets: ['llm'] },
      { rulesets: [['azure'], 'option'] },
    ],
    ['rule sets of a configuration', {}, { rulesets: ['llm'] }, { rulesets: [['llm'], 'configuration'] }],
    [
      'a rule that is asked for and turned off',
      { rules: ['b'], disabledRules: ['b'] },
      null,
      { disabledRules: [['b'], 'option'] },
    ],
    [
      'what fails, from a configuration',
      {},
      { defaults: { failOn: 'high' } },
      { minConfidence: ['medium', 'default'], failOn: ['high', 'configuration'] },
    ],
    [
      'what fails, over a configuration',
      { failOn: 'proven' },
      { defaults: { failOn: 'high' } },
      { failOn: ['proven', 'option'] },
    ],
    [
      'what fails, as low as a configuration reports',
      { failOn: 'low' },
      { defaults: { minConfidence: 'low' } },
      { failOn: ['low', 'option'] },
    ],
    [
      'what fails by a configuration, and an option that reports less',
      { minConfidence: 'proven' },
      { defaults: { failOn: 'high' } },
      { failOn: ['proven', 'option'] },
    ],
  ])('%s', (_, given, changes, expected) => {
    const settings = settle(given, changes === null ? undefined : makeConfig(changes));
    const short = Object.fromEntries(
      Object.entries(settings).map(([name, { value, origin }]) => [name, [value, origin]]),
    );
    expect(short).toMatchObject(expected);
  });

  test.each<[GivenSettings, Changes | null]>([
    [{ failOn: 'low' }, null],
    [{ failOn: 'low' }, {}],
    [{ failOn: 'medium' }, { defaults: { minConfidence: 'high' } }],
    [{ failOn: 'low', minConfidence: 'high' }, { defaults: { minConfidence: 'low' } }],
  ])('refuses to fail on what is not reported: %j %j', (given, changes) => {
    expect(() => settle(given, changes === null ? undefined : makeConfig(changes))).toThrow(
      `--fail-on ${given.failOn} needs --min-confidence ${given.failOn}: what is not reported fails no scan`,
    );
  });
});
