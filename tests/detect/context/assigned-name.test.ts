import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignedName, normalizeName } from '../../../src/detect/context/assigned-name.ts';
import { NOTATIONS } from './notations.ts';

describe('assignedName', () => {
  test('at least 60 notations', () => {
    expect(NOTATIONS.length).toBeGreaterThanOrEqual(60);
  });

  test.each(NOTATIONS)('%s: %s', (_, text, name) => {
    const [before = '', after = ''] = text.split('§');
    // Words before it, such as `export` or `const`, may be read along: rules look at the end of a name.
    expect(`_${normalizeName(assignedName(before, after).name)}`).toMatch(
      new RegExp(`_${normalizeName(name)}$`),
    );
  });

  test.each([
    ['nothing before it', '§'],
    ['a line of its own', 'first line\n§\nlast line'],
    ['prose', 'the quick brown fox, § jumps'],
    ['a list of strings', '["§", "b"]'],
    ['a look-up of something else', 'url = os.getenv("AZURE_OPENAI_ENDPOINT")\nconnect("§")'],
    ['a look-up further up', 'os.getenv("AZURE_OPENAI_KEY")\n\nconnect("§")'],
    ['a look-up with a text behind it', 'f(os.getenv("AZURE_OPENAI_KEY"), "x", g("§"))'],
    ['a nested call with a text before it', 'SearchClient("https://x", "index", AzureKeyCredential("§"))'],
  ])('%s: no name', (_, text) => {
    const [before = '', after = ''] = text.split('§');
    expect(assignedName(before, after).name).toBe('');
  });

  test.each([
    ['new AzureKeyCredential("§")', 'AzureKeyCredential'],
    ['new ApiKeyCredential( "§" )', 'ApiKeyCredential'],
    ['azcore.NewKeyCredential("§")', 'NewKeyCredential'],
    ['os.environ.get("§")', 'get'],
  ])('%s is an argument of %s', (text, call) => {
    const [before = '', after = ''] = text.split('§');
    expect(assignedName(before, after).call).toMatch(new RegExp(`(?:^|\\W)${call}$`));
  });

  test('any text gives an answer, quickly', () => {
    const piece = fc.constantFrom(
      'a',
      'key',
      '=',
      ':',
      '"',
      "'",
      '(',
      ')',
      '{',
      '}',
      ' ',
      '\n',
      ',',
      '<',
      '>',
      'value',
      '-',
      '\\',
    );
    const text = fc.array(piece, { maxLength: 300 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { name, call } = assignedName(before, after);
        expect([typeof name, typeof call]).toEqual(['string', 'string']);
      }),
    );
  });

  test.each([
    'a',
    ' ',
    '"',
    '(',
    'a.',
    'a = ',
    "'a',",
    '\n',
    '- ',
    '<a ',
    '{"',
    '\\',
    ', ',
    '.a()',
    'values(',
    'getenv("KEY")',
    '<a id="b">',
  ])('many times %j takes no time', (unit) => {
    const start = performance.now();
    assignedName(unit.repeat(50_000), unit.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('normalizeName', () => {
  test.each([
    [
      [
        'AzureOpenAI:ApiKey',
        'AZURE_OPENAI_API_KEY',
        'azure-open-ai.api-key',
        'azureOpenAiApiKey',
        'AzureOpenAI__ApiKey',
        'azure openai api key',
      ],
    ],
    [['Ocp-Apim-Subscription-Key', 'OCP_APIM_SUBSCRIPTION_KEY', 'ocpApimSubscriptionKey']],
    [['key1', 'Key1', 'KEY1']],
  ])('%j are alike', (names) => {
    expect(new Set(names.map(normalizeName)).size).toBe(1);
  });

  test('tells names apart', () => {
    const names = ['api_key', 'api_key_id', 'openai_key', 'azure_openai_key', 'key', 'key_hash'];
    expect(new Set(names.map(normalizeName)).size).toBe(names.length);
  });

  test('is its own normal form, in lower case, words joined by "_"', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.:-]{0,30}$/), (name) => {
        const once = normalizeName(name);
        expect(once).toMatch(/^[a-z0-9_]*$/);
        expect(normalizeName(once)).toBe(once);
      }),
    );
  });
});
