import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Collector } from '../../src/credentials/collector.ts';
import { groupCredentials, type PlacedSighting } from '../../src/credentials/group.ts';
import { redact } from '../../src/credentials/redact.ts';
import type { Credential } from '../../src/credentials/report.ts';
import type { SecretText } from '../../src/detect/finding.ts';
import { REPORT_FORMAT_NAMES, type ReportFormat } from '../../src/report/index.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { type ContentOrigin, wholePiece } from '../../src/sources/source.ts';
import { engine } from '../support/engine.ts';
import { key } from '../support/keys.ts';
import { makeReport } from './make-report.ts';
import { render } from './render.ts';

const rules = builtinRules();
/** Made-up keys of every family. Some are no findings, such as those that are one character short. */
const SAMPLES = rules.flatMap((rule) => Object.keys(rule.samples));

/** What a planted key is written like. */
const ENCODINGS: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => secret,
  percent: (secret) => secret.replace(/[^A-Za-z0-9]/g, (each) => `%${each.charCodeAt(0).toString(16)}`),
  base64: (secret) => Buffer.from(`KEY=${secret}`).toString('base64'),
  json: (secret) => JSON.stringify(`\n${secret}\n`),
  url: (secret) => `https://contoso.openai.azure.com/openai?api-key=${encodeURIComponent(secret)}&v=1`,
};

/** What stands before a key. */
const LEADS = [
  'AZURE_OPENAI_API_KEY=',
  'api-key: ',
  'OPENAI_API_KEY="',
  'client = AzureOpenAI(api_key="',
  '',
  '=',
  '\t',
  '# ',
];
/** What stands between two keys: another line, the same line, or nothing. */
const SEPARATORS = ['\n', '\r\n', ' ', ',', '":"', '=', ':', '|', '', '"\n'];

type Planted = { readonly text: string; readonly secrets: readonly string[] };

const anyPlanted: fc.Arbitrary<Planted> = fc
  .record({
    keys: fc.array(
      fc.record({
        sample: fc.constantFrom(...SAMPLES),
        number: fc.integer({ min: 1, max: 999 }),
        lead: fc.constantFrom(...LEADS),
        encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
        separator: fc.constantFrom(...SEPARATORS),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    end: fc.constantFrom('', '\n', '"\n', ' tail\nmore\n'),
    host: fc.constantFrom('', 'https://contoso.openai.azure.com\n'),
  })
  .map(({ keys, end, host }) => {
    const secrets = keys.map(({ sample, number }) => key(sample, number));
    const parts = keys.map(({ lead, encoding, separator }, index) => {
      // Keys may stand directly behind each other. A name that is glued to the end of one is no name.
      const isGlued = keys[index - 1]?.separator === '';
      const isLast = index === keys.length - 1;
      return `${isGlued ? '' : lead}${ENCODINGS[encoding]?.(secrets[index] ?? '')}${isLast ? '' : separator}`;
    });
    return { text: `${host}${parts.join('')}${end}`, secrets };
  });

const ORIGINS: readonly ContentOrigin[] = [
  { kind: 'file', path: 'config/prod.env', state: 'tracked' } as ContentOrigin,
  { kind: 'stdin' },
];

function credentialsIn(bytes: Uint8Array, origin: ContentOrigin, showSecrets: boolean): Credential[] {
  const collector = new Collector(engine);
  collector.scan({ origin, bytes, piece: wholePiece(bytes.length) });
  const placed: PlacedSighting[] = collector
    .credentials()
    .flatMap(({ fingerprint, sightings }) =>
      sightings.map((sighting) => ({ fingerprint, sighting, traces: [] })),
    );
  return groupCredentials(placed, rules, showSecrets);
}

const WINDOW = 8;

/** Every 8 characters in a row of a secret that no output may hold. */
function hiddenPieces(secret: string): string[] {
  const shown = redact(secret);
  const pieces: string[] = [];
  for (let at = 0; at + WINDOW <= secret.length; at++) {
    const piece = secret.slice(at, at + WINDOW);
    if (!shown.includes(piece) && !PUBLIC.has(piece)) pieces.push(piece);
  }
  return pieces;
}

/** What all keys of a kind have alike, such as a signature, is no secret: the rules themselves name it. */
const PUBLIC: ReadonlySet<string> = new Set(
  SAMPLES.flatMap((sample) => {
    const [first, second] = [key(sample, 1001), key(sample, 1002)];
    return Array.from({ length: first.length }, (_, at) => first.slice(at, at + WINDOW)).filter(
      (piece) => piece.length === WINDOW && second.includes(piece),
    );
  }),
);

function leaksIn(output: string, secrets: readonly string[]): string[] {
  const bytes = Buffer.from(output);
  return secrets.flatMap(hiddenPieces).filter((piece) => bytes.includes(piece));
}

describe.each(REPORT_FORMAT_NAMES)('the format %s', (format) => {
  it('holds no 8 characters in a row of any key but those that are shown', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(anyPlanted, fc.constantFrom(...ORIGINS), async ({ text, secrets }, origin) => {
        const credentials = credentialsIn(Buffer.from(text), origin, false);
        found += credentials.length;
        expect(leaksIn(await render(format, makeReport({ credentials })), secrets)).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(found, 'the planted keys are found').toBeGreaterThan(300);
  });

  it('holds none of text in UTF-16', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlanted, async ({ text, secrets }) => {
        const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
        const credentials = credentialsIn(bytes, { kind: 'stdin' }, false);
        expect(leaksIn(await render(format, makeReport({ credentials })), secrets)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

/** What others read, on a server or in a log, never holds a secret; what a user made for themselves does. */
const FOR_OTHERS: readonly ReportFormat[] = ['sarif', 'markdown', 'github', 'gitlab', 'junit'];
const FOR_THE_USER: readonly ReportFormat[] = ['text', 'json', 'jsonl', 'html', 'csv'];

describe('with --show-secrets', () => {
  const secret = key('azure-openai-key', 1);
  const credentials = credentialsIn(Buffer.from(`AZURE_OPENAI_API_KEY=${secret}`), { kind: 'stdin' }, true);

  it.each(FOR_OTHERS)('%s holds no secret all the same', async (format) => {
    expect(credentials[0]?.secret).toBe(secret as SecretText);
    expect(leaksIn(await render(format, makeReport({ credentials })), [secret])).toEqual([]);
  });

  it.each(FOR_THE_USER)('%s holds it, so the search for it works', async (format) => {
    expect(await render(format, makeReport({ credentials }))).toContain(secret);
    expect(leaksIn(await render(format, makeReport({ credentials })), [secret])).not.toEqual([]);
  });
});
