import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTextRedactor } from '../../src/credentials/name-redactor.ts';
import { redact } from '../../src/credentials/redact.ts';
import { key } from '../support/keys.ts';

const secrets = [1, 2, 3].map((number) => key('azure-openai-key', number));

describe('createTextRedactor', () => {
  test('takes secrets out wherever they stand, and changes nothing else', () => {
    const redactText = createTextRedactor(secrets);
    const plain = fc.string({ maxLength: 30 });
    const piece = fc.oneof(
      plain.map((text) => ({ text, redacted: text })),
      fc.constantFrom(...secrets).map((secret) => ({ text: secret, redacted: redact(secret) })),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const join = (field: 'text' | 'redacted') => pieces.map((each) => each[field]).join('');
        expect(redactText(join('text'))).toBe(join('redacted'));
      }),
    );
  });

  test('of two that begin alike takes the longer one', () => {
    const [first = ''] = secrets;
    const longer = `${first}0123456789`;
    expect(createTextRedactor([first, longer])(`a/${longer}/b`)).toBe(`a/${redact(longer)}/b`);
    expect(createTextRedactor([longer, first])(`a/${first}/b`)).toBe(`a/${redact(first)}/b`);
  });

  test('without secrets changes nothing, and with a hundred thousand that begin alike is as fast', () => {
    expect(createTextRedactor([])('some text that is long enough')).toBe('some text that is long enough');
    const many = Array.from({ length: 100_000 }, (_, index) => `${index}`.padStart(32, 'x'));
    const redactText = createTextRedactor(many);
    const start = performance.now();
    for (let index = 0; index < 1000; index += 1) redactText(`folder/${many[index]}/file`);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
