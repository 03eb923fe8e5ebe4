import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Collector } from '../../src/credentials/collector.ts';
import { detect } from '../../src/detect/detect.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { type ContentOrigin, wholePiece } from '../../src/sources/source.ts';
import { Windower } from '../../src/sources/windows.ts';
import { engine, findIn } from '../support/engine.ts';
import { key } from '../support/keys.ts';

/** Families whose keys are known wherever they stand. */
const SIGNATURE_SAMPLES = [
  'azure-openai-key',
  'azure-ai-services-key',
  'azure-cognitive-services-key',
  'azure-speech-key',
  'azure-ai-unknown-service-key',
  'azure-openai-key-other-checksum',
  'azure-devops-token',
  'azure-app-configuration-key',
  'openai-user-key',
  'openai-project-key-short',
  'openai-project-key-middle',
  'openai-project-key',
  'openai-service-account-key',
  'openai-admin-key',
  'openai-none-key',
  'openai-named-key',
];
const sample = fc.constantFrom(...SIGNATURE_SAMPLES);
const number = fc.integer({ min: 1, max: 5000 });
/** What may stand directly beside a key: nothing that a key could hold. */
const border = fc.constantFrom(
  ' ',
  '\n',
  '\r\n',
  '\t',
  '"',
  "'",
  '`',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '<',
  '>',
  ',',
  ';',
  ':',
  '|',
  '!',
  '?',
  '*',
  '\0',
  '。',
  'é',
  '🐦',
);
const word = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    'api_key',
    'sk-',
    'JQQJ9',
    'T3BlbkFJ',
    'https://contoso.openai.azure.com/',
    '\n',
    '\n\n\n',
    'AZURE_OPENAI_API_KEY',
  ),
);
/** Surroundings whose words do not run into each other. */
const surroundings = fc
  .array(fc.tuple(word, border), { maxLength: 30 })
  .map((parts) => parts.flat().join(''));

describe('detect', () => {
  test('finds a signature key anywhere in any text, at its exact bytes', () => {
    fc.assert(
      fc.property(
        surroundings,
        border,
        sample,
        number,
        border,
        surroundings,
        (head, left, name, n, right, tail) => {
          const secret = key(name, n);
          const before = Buffer.from(head + left);
          const bytes = Buffer.concat([before, Buffer.from(secret), Buffer.from(right + tail)]);
          const places = findIn(bytes).map((finding) => [finding.secret, finding.start, finding.end]);
          expect(places).toEqual([[secret, before.length, before.length + secret.length]]);
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('finds a key at the very start, at the very end, and alone', () => {
    for (const name of SIGNATURE_SAMPLES) {
      const secret = key(name, 7);
      for (const [before, after] of [
        ['', ''],
        ['', ' x'],
        ['x ', ''],
        ['\n', '\n'],
        ['', '\n'],
      ]) {
        const found = findIn(`${before}${secret}${after}`);
        expect(
          found.map((finding) => finding.secret),
          `${name} in ${JSON.stringify([before, after])}`,
        ).toEqual([secret]);
        expect(found[0]?.start).toBe(before?.length);
      }
    }
  });

  test('finds a key between any bytes that are no letters', () => {
    const noise = fc
      .uint8Array({ maxLength: 200 })
      .map((bytes) => bytes.map((byte) => (byte < 0x80 ? byte % 0x20 : byte)));
    fc.assert(
      fc.property(noise, sample, number, noise, (before, name, n, after) => {
        const secret = key(name, n);
        const bytes = Buffer.concat([before, Buffer.from(secret), after]);
        const places = findIn(bytes).map((finding) => [finding.secret, finding.start, finding.end]);
        expect(places).toEqual([[secret, before.length, before.length + secret.length]]);
      }),
      { numRuns: 500 },
    );
  });

  test('finds many keys in one text, each once, in order', () => {
    const keys = fc.array(fc.tuple(sample, number, border, surroundings), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(keys, (parts) => {
        const text = parts.map(([name, n, left, tail]) => `${left}${key(name, n)}${left}${tail}`).join('');
        const found = findIn(text).map((finding) => finding.secret);
        expect(found).toEqual(parts.map(([name, n]) => key(name, n)));
      }),
      { numRuns: 200 },
    );
  });

  /** Removing or inserting breaks the length that the signature's place depends on. */
  const exactSamples = fc.constantFrom(
    'azure-openai-key',
    'azure-ai-services-key',
    'azure-speech-key',
    'openai-user-key',
  );

  test('a key with one character removed is not found', () => {
    fc.assert(
      fc.property(exactSamples, number, fc.nat(), (name, n, at) => {
        const secret = key(name, n);
        const cut = at % secret.length;
        const text = `KEY="${secret.slice(0, cut)}${secret.slice(cut + 1)}"`;
        expect(highIn(text), text.length.toString()).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('a key with one character inserted is not found', () => {
    fc.assert(
      fc.property(exactSamples, number, fc.nat(), fc.constantFrom(...'aZ7'), (name, n, at, character) => {
        const secret = key(name, n);
        // Where "+" or "/" ends a checksum, an 84-character key may seem to stand before it.
        fc.pre(!/[+/]$/.test(secret));
        // At either end of a key it is a glued key, which has rules of its own.
        const cut = 1 + (at % (secret.length - 1));
        const text = `KEY="${secret.slice(0, cut)}${character}${secret.slice(cut)}"`;
        fc.pre(!text.includes(secret));
        expect(highIn(text)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('a key with one character of its signature changed is not found', () => {
    const signatures: [string, string][] = [
      ['azure-openai-key', 'JQQJ9'],
      ['azure-speech-key', 'JQQJ9'],
      ['openai-user-key', 'T3BlbkFJ'],
      ['openai-project-key', 'T3BlbkFJ'],
      ['openai-admin-key', 'T3BlbkFJ'],
    ];
    for (const [name, signature] of signatures) {
      const secret = key(name, 3);
      const at = name.startsWith('azure') ? 52 : secret.indexOf(signature);
      for (let i = at; i < at + signature.length; i++) {
        const changed = `${secret.slice(0, i)}${secret[i] === 'x' ? 'y' : 'x'}${secret.slice(i + 1)}`;
        expect(findIn(`KEY="${changed}"`), `${name} at ${i}`).toEqual([]);
      }
    }
  });

  test('a broken checksum does not dismiss an Azure AI key, a valid one proves it', () => {
    fc.assert(
      fc.property(number, (n) => {
        const [proven] = findIn(key('azure-openai-key', n));
        expect([proven?.checksum, proven?.confidence]).toEqual(['valid', 'proven']);
        const [other] = findIn(key('azure-openai-key-other-checksum', n));
        expect(other?.checksum).toBe('mismatch');
        expect(other?.confidence).not.toBe('proven');
      }),
    );
  });

  test('tells service and month of issue', () => {
    const of = (name: string) => findIn(key(name, 1)).map((f) => [f.rule, f.service, f.issued, f.severity]);
    expect(of('azure-openai-key')).toEqual([['azure-openai-key', 'Azure OpenAI', '2025-03', 'critical']]);
    expect(of('azure-ai-services-key')).toEqual([
      ['azure-ai-services-key', 'Azure AI Services', '2025-11', 'critical'],
    ]);
    expect(of('azure-cognitive-services-key')).toEqual([
      ['azure-cognitive-services-key', 'Azure Cognitive Services', '2024-12', 'critical'],
    ]);
    expect(of('openai-user-key').map(([, , issued]) => issued)).toEqual([null]);
  });

  test('tells the endpoint that stands near', () => {
    const text = `AZURE_OPENAI_ENDPOINT=https://contoso.openai.azure.com/\nAZURE_OPENAI_API_KEY=${key('azure-openai-key', 1)}`;
    expect(findIn(text)[0]?.endpoint).toBe('contoso.openai.azure.com');
    expect(findIn(key('azure-openai-key', 1))[0]?.endpoint).toBeNull();
  });

  test('every finding names its evidence, and none of it shows the secret', () => {
    fc.assert(
      fc.property(fc.oneof(sample, fc.constant('azure-legacy-key')), number, (name, n) => {
        const secret = key(name, n);
        for (const text of [
          `AZURE_OPENAI_KEY=${secret}`,
          `${secret}="${secret}"`,
          `os.environ["${secret}"]`,
        ]) {
          for (const finding of detect(engine, Buffer.from(text))) {
            expect(finding.evidence.length).toBeGreaterThan(0);
            // The marks are public.
            const words = finding.evidence
              .map(({ detail }) => detail.replaceAll(/T3BlbkFJ|JQQJ9…ACOG/g, ''))
              .join('\n');
            for (let at = 0; at + 8 <= secret.length; at++)
              expect(words).not.toContain(secret.slice(at, at + 8));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('any bytes give findings in order, without overlap, within the content', () => {
    const mess = fc.array(
      fc.oneof(
        word,
        border,
        fc.tuple(sample, number).map(([name, n]) => key(name, n)),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(mess, (parts) => {
        const bytes = Buffer.from(parts.join(''));
        let end = 0;
        for (const finding of detect(engine, bytes)) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(finding.end).toBeGreaterThan(finding.start);
          end = finding.end;
        }
        expect(end).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 300 },
    );
  });

  test('does not change its input and gives the same twice', () => {
    const bytes = Buffer.from(
      `a ${key('azure-openai-key', 1)} b ${key('openai-user-key', 1)}\nAOAI_KEY=${key('azure-legacy-key', 1)}`,
    );
    const copy = Buffer.from(bytes);
    const first = detect(engine, bytes, 'a.env');
    expect(detect(engine, bytes, 'a.env')).toEqual(first);
    expect(bytes.equals(copy)).toBe(true);
  });

  test('works on a view into a larger buffer', () => {
    const large = Buffer.from(`${'x'.repeat(37)} ${key('azure-openai-key', 1)} ${'y'.repeat(50)}`);
    const view = new Uint8Array(large.buffer, large.byteOffset + 38, 84);
    expect(detect(engine, view).map(({ start, end }) => [start, end])).toEqual([[0, 84]]);
  });

  test.each([
    ['letters', 'a'],
    ['marks', 'T3BlbkFJ'],
    ['Azure marks', 'JQQJ9'],
    ['prefixes', 'sk-'],
    ['hex', '0123456789abcdef'],
    ['brackets', '({['],
    ['hosts', 'a.openai.azure.com '],
    ['names', 'azure_openai_key="'],
    ['hex under a name', `key=${key('azure-legacy-key', 1)}\n`],
    ['hex on one line', `${key('azure-legacy-key', 1)} openai `],
    ['prefix and mark', 'sk-T3BlbkFJ'],
    ['mark and filling', `${'b'.repeat(20)}T3BlbkFJ`],
  ])('100 kB of %s take less than a second', (_, unit) => {
    const bytes = Buffer.from(unit.repeat(Math.ceil(100_000 / unit.length)));
    const start = performance.now();
    detect(engine, bytes);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('in pieces as in one', () => {
  const origin: ContentOrigin = { kind: 'file', path: 'big.txt', state: 'tracked' };
  type Place = [string, string, number, number, number, number];

  function places(collector: Collector): Place[] {
    return collector
      .credentials()
      .flatMap(({ fingerprint, sightings }) =>
        sightings.map(
          ({ finding, start, end }): Place => [
            fingerprint,
            finding.rule,
            start.line,
            start.column,
            end.line,
            end.column,
          ],
        ),
      )
      .sort((a, b) => a[2] - b[2] || a[3] - b[3]);
  }

  function inOne(bytes: Uint8Array): Place[] {
    const collector = new Collector(engine);
    collector.scan({ origin, bytes, piece: wholePiece(bytes.length) });
    return places(collector);
  }

  function inPieces(bytes: Uint8Array, window: number, overlap: number, step: number): Place[] {
    const collector = new Collector(engine);
    const windower = new Windower(collector.scan, { window, overlap });
    windower.begin([origin], step % 2 === 0 ? bytes.length : null);
    for (let at = 0; at < bytes.length; at += step) windower.push(bytes.subarray(at, at + step));
    windower.end();
    return places(collector);
  }

  const line = fc.oneof(
    { weight: 2, arbitrary: fc.tuple(sample, number).map(([name, n]) => `KEY = "${key(name, n)}"`) },
    fc
      .tuple(sample, number, fc.constantFrom('é', '🐦🐦', '日本', '\t', '"'))
      .map(([name, n, left]) => `${left} ${key(name, n)} ${left}`),
    fc.stringMatching(/^[a-z =]{0,80}$/),
    fc.constantFrom('Schlüssel 🐦', '', '\r', '日本語のキー'),
  );
  const content = fc
    .array(line, { minLength: 1, maxLength: 60 })
    .map((lines) => Buffer.from(lines.join('\n')));

  test('signature keys are found at the same line and column', () => {
    fc.assert(
      fc.property(
        content,
        fc.integer({ min: 600, max: 3000 }),
        fc.integer({ min: 1, max: 2000 }),
        (bytes, window, step) => {
          expect(inPieces(bytes, window, 512, step)).toEqual(inOne(bytes));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a key that straddles a seam is found once, wherever the seam is', () => {
    const secret = key('openai-project-key', 1);
    for (let at = 700; at < 1100; at += 7) {
      const bytes = Buffer.from(`${'x y\n'.repeat(400).slice(0, at)} ${secret}\n${'z w\n'.repeat(300)}`);
      expect(inPieces(bytes, 1000, 400, 333), `at ${at}`).toEqual(inOne(bytes));
      expect(inOne(bytes)).toHaveLength(1);
    }
  });

  test('legacy keys keep their evidence across a seam', () => {
    const secret = key('azure-legacy-key-random', 1);
    for (let at = 9000; at < 11_000; at += 97) {
      const filler = 'some words and 1 more\n'.repeat(800);
      const bytes = Buffer.from(`${filler.slice(0, at)}\nAZURE_OPENAI_KEY=\\\n  "${secret}"\n${filler}`);
      expect(inPieces(bytes, 10_000, 4096, 1777), `at ${at}`).toEqual(inOne(bytes));
    }
  });
});

test('every shipped family has a sample that these tests cover', () => {
  const covered = new Set(SIGNATURE_SAMPLES.map((name) => findIn(key(name, 1))[0]?.family));
  covered.add('azure-ai-legacy-key');
  covered.add(findIn(`OPENAI_SESSION_KEY=${key('openai-session-key', 1)}`)[0]?.family);
  const core = builtinRules().filter(({ ruleset }) => ruleset === 'core');
  for (const { family } of core) expect(covered, family).toContain(family);
});

function highIn(text: string): string[] {
  return findIn(text)
    .filter(({ confidence }) => confidence !== 'medium')
    .map(({ rule }) => rule);
}
