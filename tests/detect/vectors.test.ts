/**
 * Keys of every kind with a checksum, made by the second implementation in `tests/support/reference-checksums.ts`:
 * each is proven as its kind, and its near misses are not. Layouts and seeds are those of microsoft/security-utilities
 * (`SEC101_*`, `IdentifiableMetadata.cs`), written down here once more, so that a slip in a rule file shows.
 */
import { describe, expect, test } from 'vitest';
import { detect } from '../../src/detect/detect.ts';
import { isAtLeast } from '../../src/detect/finding.ts';
import { makeSample } from '../../src/rules/placeholders.ts';
import { type Vector, vectorProblem } from '../accuracy/vectors.ts';
import { engine } from '../support/engine.ts';
import {
  annotatedKey,
  entraSecret,
  identifiableKey,
  longAnnotatedKey,
  referenceMarvin32,
} from '../support/reference-checksums.ts';

const RUNS = 12;
const runs = Array.from({ length: RUNS }, (_, run) => run);

/** Services of Azure AI, in the order of their digit: A to Z, a to o. */
const AI_SERVICES =
  'ai-services openai anomaly-detector-ee anomaly-detector cognitive-services computer-vision content-moderator content-safety custom-vision-prediction custom-vision-training face form-recognizer health-decision-support health-insights immersive-reader ai-internal-all-in-one knowledge luis-authoring luis metrics-advisor personalizer qna-maker qna-maker-v2 speaker-recognition speech speech-translation text-analytics translator ai-dummy transcription-intelligence video-intelligence bing-autosuggest bing-autosuggest-v7 bing-custom-search bing-custom-visual-search bing-entity-search bing-search bing-search-v7 bing-speech bing-spell-check bing-spell-check-v7'.split(
    ' ',
  );
const SERVICE_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmno';

/** Kind, alphabet and length of the random part, signature, seeds, length of the key. */
const IDENTIFIABLE: readonly [string, string, string, readonly string[], number][] = [
  ['azure-storage', '{base64:76}', '+ASt', ['Default0'], 88],
  [
    'azure-cosmos',
    '{base64:76}',
    'ACDb',
    ['MastRW00', 'MastRO00', 'SysAll00', 'Resour00', 'SystRO00', 'SystRW00', 'Encryp00'],
    88,
  ],
  ['azure-batch', '{base64:76}', '+ABa', ['AbAcct00'], 88],
  ['azure-ml-classic', '{base64:76}', '+AMC', ['Classic0'], 88],
  ['azure-apim-direct', '{base64:76}', 'APIM', ['Tenant00'], 88],
  ['azure-apim-subscription', '{base64:76}', 'APIM', ['IoTHub00'], 88],
  ['azure-apim-gateway', '{base64:76}', 'APIM', ['Gatewy00'], 88],
  ['azure-apim-repo', '{base64:76}', 'APIM', ['GitKey00'], 88],
  ['azure-service-bus', '{base64:33}', '+ASb', ['Send0000', 'Listen00', 'Manage00'], 44],
  ['azure-event-hubs', '{base64:33}', '+AEh', ['Send0000', 'Listen00', 'Manage00'], 44],
  ['azure-relay', '{base64:33}', '+ARm', ['Send0000', 'Listen00', 'Manage00'], 44],
  ['azure-iot', '{base64:33}', 'AIoT', ['IoTHub00', 'DpsKey00', 'Device00'], 44],
  ['azure-redis', '{base64:33}', 'AzCa', ['Access00'], 44],
  ['azure-event-grid', '{base64:33}', 'AZEG', ['SendRecv', 'Default0'], 44],
  ['azure-search-query', '{alnum:42}', 'AzSe', ['Query000'], 52],
  ['azure-search-admin', '{alnum:42}', 'AzSe', ['PAdmin00'], 52],
  ['azure-container-registry', '{base64:42}', '+ACR', ['ACRDflt0'], 52],
  ['azure-functions', '{alnum:44}', 'AzFu', ['Functi00', 'Master00', 'System00'], 56],
];

describe('the second implementation', () => {
  test('has the published values of Marvin', () => {
    expect(referenceMarvin32([97, 98, 99], 'd53cd9cecd0893b7').toString(16)).toBe('6be02a86');
  });

  test('has the worked key of the annotated format, in all its forms', () => {
    const body = annotatedBody('a'.repeat(52), 'ACYeBjFXJ3w3', 'AAAB', 'ACOG');
    expect(annotatedKey(body, 'base62')).toBe(`${body}4gXR`);
    expect(annotatedKey(body, 'base64')).toBe(`${body}/+Ol`);
    expect(longAnnotatedKey(body, 'base62')).toBe(`${body}4gXRmA==`);
    expect(longAnnotatedKey(body, 'base64')).toBe(`${body}/+OlNQ==`);
  });

  test('has the fixture of the long form: 52 times A, provider ABCD', () => {
    const body = ['A'.repeat(52), 'JQQJ9', '9AG', 'A'.repeat(16), 'ABCD'].join('');
    expect(longAnnotatedKey(body, 'base64')).toBe(`${body}TZJ9JA==`);
  });
});

describe('annotated keys', () => {
  const services = [...SERVICE_DIGITS].map((digit, at) => [String(AI_SERVICES[at]), digit] as const);

  test('every digit has a service', () => expect(AI_SERVICES).toHaveLength(SERVICE_DIGITS.length));

  test.each(services)('azure-%s is AAA%s, with the checksum in either form', (service, digit) => {
    for (const run of runs) {
      const body = annotatedBody(random('{alnum:52}', service, run), platform(run), `AAA${digit}`, 'ACOG');
      for (const form of ['base64', 'base62'] as const)
        expectValid(`azure-${service}-annotated`, annotatedKey(body, form));
    }
  });

  test.each([
    ['azure-appconfig-annotated', 'AZAC', 'AAAC'],
    ['azure-devops-annotated', 'AZDO', 'AAAS'],
    ['azure-devops-annotated', 'AZDO', 'AAAA'],
    ['azure-sql-annotated', 'msql', 'AAAA'],
    ['azure-fluid-relay-annotated', 'AZFR', 'AAAA'],
    ['azure-event-grid-annotated', 'AZEG', 'AAAA'],
    ['azure-mixed-reality-annotated', 'AZMR', 'AAAA'],
    ['azure-maps-annotated', 'AZMP', 'AAAA'],
    ['azure-communication-annotated', 'AZCS', 'AAAA'],
    ['unclassified-annotated', 'TEST', 'AAAA'],
    ['unclassified-annotated', 'wxyz', 'AbC9'],
  ])('%s is %s, whatever the provider data', (kind, provider, data) => {
    for (const run of runs) {
      const body = annotatedBody(random('{alnum:52}', kind, run), platform(run), data, provider);
      for (const form of ['base64', 'base62'] as const) expectValid(kind, annotatedKey(body, form));
    }
  });

  test.each(['D', 'H'])('kind %s: derived keys and hashes of data', (type) => {
    for (const run of runs) {
      const body = annotatedBody(
        random('{alnum:52}', type, run),
        'A'.repeat(12),
        'AAAA',
        'TEST',
        `${type}BC`,
      );
      expectValid('unclassified-annotated-derived', annotatedKey(body, 'base64'));
    }
  });

  test.each(['AA', 'AL', 'ZB', 'aA', '0A', '9L'])('issued %s', (month) => {
    const body = annotatedBody(random('{alnum:52}', month, 1), platform(1), 'AAAB', 'ACOG', `9${month}`);
    expectValid('azure-openai-annotated', annotatedKey(body, 'base62'));
  });

  test('the long form is proven for other providers, and is no key of Azure AI', () => {
    for (const run of runs) {
      const text = random('{alnum:52}', 'long', run);
      for (const form of ['base64', 'base62'] as const) {
        const other = annotatedBody(text, 'A'.repeat(12), 'AAAA', 'ABCD');
        expectValid('unclassified-annotated-long', longAnnotatedKey(other, form));
        const ofAzureAi = annotatedBody(text, platform(run), 'AAAB', 'ACOG');
        expectNearMiss('azure-openai-annotated', longAnnotatedKey(ofAzureAi, form), 'silent');
      }
    }
  });

  describe.each(runs)('near misses, %i', (run) => {
    const text = random('{alnum:52}', 'near', run);
    const body = annotatedBody(text, platform(run), 'AAAB', 'ACOG');
    const key = annotatedKey(body, run % 2 === 0 ? 'base64' : 'base62');
    const otherKey = annotatedKey(
      annotatedBody(random('{alnum:52}', 'other', run), platform(run), 'AAAB', 'ACOG'),
      'base64',
    );

    test.each([
      ['another service without a new checksum', key.replace('AAABACOG', 'AAAAACOG')],
      ['the first character of the checksum', replaceAt(key, 80)],
      ['the last character of the checksum', replaceAt(key, 83)],
      ['a character of the random part', replaceAt(key, 20)],
      ['the checksum of another key', body + otherKey.slice(80)],
      ['all in upper case', key.toUpperCase()],
    ])('%s: reported, not proven', (_, changed) =>
      expectNearMiss('azure-openai-annotated', changed, 'reported'),
    );

    test.each([
      ['83 characters', key.slice(0, 83)],
      ['85 characters', `${annotatedKey(body, 'base62')}A`],
      ['a random character less', key.slice(1)],
      ['a random character more', `${key.slice(0, 30)}x${key.slice(30)}`],
      ['the long form with a wrong tail', `${annotatedKey(body, 'base62')}AA==`],
      ['a letter of the signature', key.replace('JQQJ9', 'JQQK9')],
      ['a letter of the signature in the other case', key.replace('JQQJ9', 'JqQJ9')],
      ['a month that is none', `${key.slice(0, 59)}M${key.slice(60)}`],
      ['a kind that is none', `${key.slice(0, 57)}8${key.slice(58)}`],
      ['a masked checksum', `${key.slice(0, 80)}XXXX`],
      ['a masked body', 'X'.repeat(52) + key.slice(52)],
    ])('%s: silent', (_, changed) => expectNearMiss('azure-openai-annotated', changed, 'silent'));
  });
});

describe.each(IDENTIFIABLE)('%s', (kind, template, signature, seeds, length) => {
  const keys = seeds
    .flatMap((seed) =>
      runs.map((run) => identifiableKey(random(template, kind + seed, run), signature, seed)),
    )
    .map((key) => (kind === 'azure-functions' ? key.replaceAll('+', '-').replaceAll('/', '_') : key));
  const at = length - signature.length - (length === 52 ? 6 : length === 44 ? 7 : 8);

  test('each seed is proven, in whole', () => {
    for (const key of keys) {
      expect(key).toHaveLength(length);
      expect(key.indexOf(signature, at)).toBe(at);
      expectValid(kind, key);
    }
  });

  test('padding may be missing', () => {
    for (const key of keys) expectValid(kind, key.replace(/=+$/, ''));
  });

  test('glued behind a letter it is proven still, in whole', () => {
    for (const key of keys) {
      const found = detect(engine, Buffer.from(`a=x${key}`));
      expect(found.map(({ secret, confidence }) => [secret, confidence])).toEqual([[key, 'proven']]);
    }
  });

  test('one character of the random part or of the checksum changed: not proven, nothing at the default', () => {
    for (const [run, key] of keys.entries()) {
      expectNearMiss(kind, replaceAt(key, (run * 7) % at), 'below-default');
      expectNearMiss(kind, replaceAt(key, at + 5), 'below-default');
    }
  });

  test('the signature changed, or a character more or less: silent', () => {
    for (const key of keys) {
      expectNearMiss(kind, replaceAt(key, at + 2), 'silent');
      expectNearMiss(kind, key.slice(1), 'silent');
      expectNearMiss(kind, `${key.slice(0, 9)}x${key.slice(9)}`, 'silent');
      if (!key.endsWith('=')) expectNearMiss(kind, `${key}x`, 'silent');
    }
  });
});

describe('entra-client-secret-8Q', () => {
  const bodies = runs.map(
    (run) =>
      `${random('{alnum:3}', 'e', run)}8Q~${random('{alnum:15}_{alnum:6}.{alnum:6}-{base64:1}', 'f', run).replace(/[+/]$/, '~')}`,
  );

  test('the checksum proves it', () => {
    for (const body of bodies) {
      expect(body).toHaveLength(37);
      expectValid('entra-client-secret-8Q', entraSecret(body));
    }
  });

  test('another checksum or another beginning: not proven, nothing at the default', () => {
    for (const body of bodies) {
      const secret = entraSecret(body);
      expectNearMiss('entra-client-secret-8Q', replaceAt(secret, 38), 'below-default');
      expectNearMiss('entra-client-secret-8Q', replaceAt(secret, 0), 'below-default');
    }
  });

  test('words and masks in its form: silent', () => {
    for (const filling of ['x'.repeat(34), 'dead.'.repeat(7).slice(1), 'a~'.repeat(17)])
      expectNearMiss('entra-client-secret-8Q', ['xxx', '8Q~', filling].join(''), 'silent');
  });
});

function annotatedBody(
  text: string,
  platformData: string,
  providerData: string,
  provider: string,
  kindAndMonth = '9BC',
): string {
  return [text, 'JQQJ9', kindAndMonth, platformData, providerData, provider].join('');
}

function platform(run: number): string {
  return run % 3 === 0 ? 'A'.repeat(12) : `AC${random('{alnum:5}', 'platform', run)}XJ3w3`;
}

/** Made-up characters, always the same for the same words. */
function random(template: string, words: string, run: number): string {
  return makeSample({ template, checksum: null }, `${words}:${run}`);
}

function replaceAt(text: string, at: number): string {
  return `${text.slice(0, at)}${text[at] === 'k' ? 'm' : 'k'}${text.slice(at + 1)}`;
}

function expectValid(kind: string, key: string): void {
  expect(problemOf({ kind, key, checksum_valid: true }), `${kind} ${key.length}`).toBeNull();
}

/** @param at how much of it may be reported: anything, nothing at the default confidence, nothing at all. */
function expectNearMiss(kind: string, key: string, at: 'reported' | 'below-default' | 'silent'): void {
  expect(problemOf({ kind, key, checksum_valid: false })).toBeNull();
  const found = detect(engine, Buffer.from(key));
  if (at === 'silent') expect(found.map(({ rule }) => rule)).toEqual([]);
  else if (at === 'reported') expect(found).toHaveLength(1);
  else expect(found.filter(({ confidence }) => isAtLeast(confidence, 'medium'))).toEqual([]);
}

function problemOf(vector: Vector): string | null {
  return vectorProblem(engine, vector);
}
