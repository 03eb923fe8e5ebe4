/**
 * What stands around a candidate may have been written to make judging it slow. A file full of such places has to take
 * a time that its size explains.
 */
import { describe, expect, test } from 'vitest';
import { detect } from '../../src/detect/detect.ts';
import { parseTag } from '../../src/git/taggers.ts';
import { engine } from '../support/engine.ts';
import { key } from '../support/keys.ts';

const CANDIDATES = [
  'azure-legacy-key',
  'openai-user-key',
  'azure-storage-unsigned-key',
  'azure-ml-endpoint-key',
];
const UNITS = [
  ' ',
  '\t',
  '\n ',
  ' \n',
  'a ',
  '- ',
  '-',
  '"',
  "'",
  '(',
  '{',
  '[',
  '<',
  '< a="',
  'key=',
  'name: "k" ',
  '\\',
  '\\u0020',
  '%20',
  '&quot;',
  '.',
  '_a',
  'a|',
  '";"',
  '[a] \n',
  '  k:\n',
  'Endpoint=',
  'AccountKey=',
  'sb://',
  'x.openai.azure.com ',
  '<a>',
  '<key>k</key>',
  '" + "',
  '"\n"',
];
const PLACES = 12;
/** Milliseconds a megabyte: source code takes 10 to 50, the dearest of what is here, with a candidate a line, 7000. */
const DEAREST = 25_000;

/** Where the repeated text stands: before the key on its line, behind it, or on a line that its own is indented under. */
const SHAPES: readonly (readonly [string, (unit: string, secret: string) => string])[] = [
  ['before', (unit, secret) => `${repeated(unit, 2900)} azure_openai_key: ${secret}\n`],
  ['behind', (unit, secret) => `azure_openai_key: ${secret} ${repeated(unit, 1500)}\n`],
  ['above', (unit, secret) => `${repeated(unit, 1300)}x\n${' '.repeat(1500)}key: ${secret}\n`],
];

describe.each(SHAPES)('%s a candidate', (_, write) => {
  test.each(UNITS)('many times %j', (unit) => {
    for (const sample of CANDIDATES) {
      const blocks = Array.from({ length: PLACES }, (__, n) => write(unit, key(sample, n + 1)));
      const bytes = Buffer.from(blocks.join(''));
      const megabytes = bytes.length / 1e6;
      expect(fastest(() => detect(engine, bytes)) / megabytes, sample).toBeLessThan(DEAREST);
    }
  });
});

describe('the header of a tag, 64 KiB of it', () => {
  test.each([' <', '<', '> ', ' ', '<a> 1 ', 'tagger '])('many times %j', (unit) => {
    const text = `type commit\ntagger ${repeated(unit, 64 * 1024)}\n\nmessage\n`;
    expect(fastest(() => parseTag(text))).toBeLessThan(200);
  });
});

/** The shorter of two runs, milliseconds: the first one compiles. */
function fastest(run: () => void): number {
  const times = [0, 1].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

function repeated(unit: string, length: number): string {
  return unit.repeat(Math.floor(length / unit.length));
}
