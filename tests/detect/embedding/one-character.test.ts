/**
 * The other half of the law: one character changed in the signature, or one more or less, and it is not that key any
 * more. Each key stands where it is found, so that nothing but the change decides.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtinRules } from '../../../src/rules/catalogue.ts';
import { key } from '../../support/keys.ts';
import { hasFixedLength } from '../../support/regex-skeleton.ts';
import { type Embedded, embeddedCredentials } from './credentials.ts';
import { scan } from './embed.ts';
import { nameOf, TEMPLATES, type Template } from './templates.ts';

const CREDENTIALS = embeddedCredentials();
const RULES = new Map(builtinRules().map((rule) => [rule.family, rule]));
const template = fc.constantFrom(...TEMPLATES);
const number = fc.integer({ min: 1, max: 100_000 });
const character = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');

/**
 * Which samples have which signature: every mark of the family's patterns that all keys of the sample hold. Where it
 * takes a name or a host to know them, these would say the same without the signature.
 */
const SIGNED = CREDENTIALS.filter(isKnownAnywhere).flatMap((credential): [string, Embedded, string][] => {
  const marks = (RULES.get(credential.family)?.patterns ?? []).flatMap((pattern) => pattern.marks);
  return [...new Set(marks)]
    .filter((mark) => [1, 2, 3].every((n) => key(credential.sample, n).includes(mark)))
    .map((mark) => [`${credential.sample} ${mark}`, credential, mark]);
});

test('nearly every family has a signature', () => expect(SIGNED.length).toBeGreaterThan(40));

describe('one character of the signature changed', () => {
  test.each(SIGNED)('%s', (_, credential, mark) => {
    fc.assert(
      fc.property(template, number, fc.nat(), character, (into, n, at, replacement) => {
        const secret = key(credential.sample, n);
        const place = secret.lastIndexOf(mark) + (at % mark.length);
        fc.pre(secret[place] !== replacement);
        const changed = secret.slice(0, place) + replacement + secret.slice(place + 1);
        // Other keys of the family may have a signature that is one character away.
        fc.pre(!RULES.get(credential.family)?.patterns.some(({ marks }) => holdsOther(changed, marks, mark)));
        expect(secretsIn(credential, into, changed)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Of a key without a signature it is its length that decides, and what else stands in its value. */
const UNSIGNED = CREDENTIALS.filter(({ sample }) => !SIGNED.some(([, signed]) => signed.sample === sample));
const EXACT = [...UNSIGNED, ...SIGNED.map(([, credential]) => credential)].filter(hasOneLength);

describe('one character less', () => {
  test.each(EXACT.map((each) => [each.sample, each] as const))('%s', (_, credential) => {
    fc.assert(
      fc.property(template, number, fc.nat(), (into, n, at) => {
        const secret = key(credential.sample, n);
        const place = at % secret.replace(/=+$/, '').length;
        const changed = secret.slice(0, place) + secret.slice(place + 1);
        expect(surelyIn(credential, into, changed)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('one character more', () => {
  test.each(EXACT.map((each) => [each.sample, each] as const))('%s', (_, credential) => {
    fc.assert(
      fc.property(template, number, fc.nat(), character, (into, n, at, added) => {
        const secret = key(credential.sample, n);
        const place = 1 + (at % (secret.replace(/=+$/, '').length - 1));
        const changed = secret.slice(0, place) + added + secret.slice(place);
        // Where "+" or "/" ends a checksum, an 84-character key may seem to stand before it.
        fc.pre(!changed.includes(secret) && !/[+/]$/.test(secret));
        expect(surelyIn(credential, into, changed)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Whether no pattern takes its keys at any length; OpenAI's that does so is a last resort, at a lower confidence. */
function hasOneLength({ family, sample }: Embedded): boolean {
  const patterns = RULES.get(family)?.patterns ?? [];
  return patterns.every(
    ({ id, regex }) =>
      id === 'other-length' || hasFixedLength(regex) || !new RegExp(regex).test(` ${key(sample, 1)} `),
  );
}

function isKnownAnywhere({ words }: Embedded): boolean {
  return words.join(' ') === 'setting one';
}

/** What is found of a text in the place of the key, whatever rule it is found by. */
function secretsIn({ value, words, host }: Embedded, into: Template, text: string): string[] {
  const written = into.write(nameOf(words), host).replace('§', () => value.replace('§', () => text));
  return scan(into.path, Buffer.from(written))
    .map(({ secret }) => secret)
    .filter((secret) => secret === text || text.includes(secret));
}

/** OpenAI's keys of other lengths are taken at a medium confidence, and are left out here. */
function surelyIn(credential: Embedded, into: Template, text: string): string[] {
  return secretsIn(credential, into, text).filter((secret) => !/^sk-.*T3BlbkFJ/.test(secret));
}

function holdsOther(text: string, marks: readonly string[], mark: string): boolean {
  return marks.some((other) => other !== mark && text.includes(other));
}
