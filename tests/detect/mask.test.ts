import { describe, expect, it, test } from 'vitest';
import { isPieceOfRandom, maskRandom } from '../../src/detect/mask.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { key } from '../support/keys.ts';

describe('maskRandom', () => {
  const samples = builtinRules().flatMap((rule) => Object.keys(rule.samples));

  it('leaves of no more than one key in ten thousand more than its start', () => {
    let shown = 0;
    for (const sample of samples) {
      for (let number = 1; number <= 250; number++) {
        const secret = key(sample, number);
        if (secret.length > 15 && maskRandom(`KEY="${secret}";`).includes(secret.slice(0, 8))) shown += 1;
      }
    }
    expect(shown).toBeLessThanOrEqual((samples.length * 250) / 10_000);
  });

  it.each([
    'https://contoso-eastus2-01.openai.azure.com/openai/deployments/gpt-4o-mini',
    'src/main/java/com/AcmeCorp/OpenAiChatClientFactory.java',
    'config/prod/2024-01-15/app.settings.json',
    'AZURE_OPENAI_API_KEY_SECONDARY=',
    'api-version=2024-02-15-preview',
    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups',
    'com.azure.ai.openai.OpenAIClientBuilder',
  ])('leaves names alone: %s', (text) => {
    expect(maskRandom(text)).toBe(text);
  });

  it('keeps what stands around it', () => {
    const secret = key('azure-storage-key', 1);
    expect(maskRandom(`AccountKey=${secret};Suffix=x`)).toBe(`AccountKey=${secret.slice(0, 4)}••••;Suffix=x`);
  });
});

describe('isPieceOfRandom', () => {
  const secret = key('azure-container-registry-key', 1);

  test.each([
    ['the end of a secret', secret.slice(-9), `KEY=${secret}":"`, true],
    ['a name of its own', 'AZURE_OPENAI_API_KEY', `AZURE_OPENAI_API_KEY=${secret}`, false],
    ['a part of a name', 'api_key', 'client.openai.api_key = 1', false],
    ['a name that is not there', 'api_key', 'x', false],
    ['no name', '', secret, false],
  ])('%s', (_, name, text, expected) => {
    expect(isPieceOfRandom(name, text)).toBe(expected);
  });
});
