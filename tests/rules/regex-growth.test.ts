/**
 * Times every shipped regex on inputs made to hurt it: its own literals and characters of its classes,
 * repeated. Doubling the input may double the time; more than that, twice in a row, is super-linear.
 */
import { describe, expect, test } from 'vitest';
import { regexProblem } from '../../src/rules/regex-safety.ts';
import { type NamedRegex, regexesOfHosts, regexesOfRules } from '../support/regexes.ts';

const rules = byName(regexesOfRules());
const regexes = [...rules, ...byName(regexesOfHosts())];
const SIZES = [2048, 4096, 8192] as const;
/** Below this an 8 KiB input costs nothing, whatever the ratio; noise of the clock. Milliseconds. */
const NEGLIGIBLE = 8;

describe('the shipped regexes', () => {
  test('there are some', () => {
    expect(rules.length).toBeGreaterThan(30);
  });

  test.each(rules)('%s is accepted', (_, source) => {
    expect(regexProblem(source)).toBeNull();
  });

  test.each(regexes)('%s grows at most linearly', (_, source) => {
    const regex = new RegExp(source, 'gi');
    for (const unit of hostileUnits(source)) {
      const inputs = SIZES.map(
        (size) => `${unit.repeat(Math.ceil(size / unit.length)).slice(0, size)}\u0001`,
      );
      const last = fastest(regex, inputs[2] ?? '');
      if (last < NEGLIGIBLE) continue;
      const ratios = [0, 1, 2].map(() => {
        const [small, middle, large] = inputs.map((input) => fastest(regex, input));
        return Math.min((middle ?? 0) / (small ?? 1), (large ?? 0) / (middle ?? 1));
      });
      expect(Math.min(...ratios), `${JSON.stringify(unit)} took ${last.toFixed(1)} ms`).toBeLessThan(3);
    }
  });
});

/** Repeated pieces that start many partial matches: literals of the regex, and runs of one kind. */
function hostileUnits(source: string): string[] {
  const plain = source.replaceAll(/\[(?:\\.|[^\]\\])*\]/g, 'a').replaceAll(/\{[\d,]*\}/g, '');
  const literals = plain.match(/[A-Za-z0-9_]{2,}/g) ?? [];
  const longest = [...literals].sort((a, b) => b.length - a.length).slice(0, 6);
  const kinds = [
    'a',
    'A',
    '0',
    'a1',
    ' ',
    '"',
    '-',
    '_',
    '.',
    '/',
    '=',
    ':',
    'sk-',
    'a-',
    'a_',
    'a.',
    '<SECRET>',
    '\\',
    '\n',
    'key ',
    'id',
  ];
  return [
    ...new Set([
      ...kinds,
      ...longest,
      ...longest.map((text) => `${text}a`),
      ...longest.map((text) => `${text}-`),
    ]),
  ];
}

/** The shortest of a few runs, milliseconds. */
function fastest(regex: RegExp, input: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 2; run++) {
    const start = performance.now();
    regex.lastIndex = 0;
    let found = 0;
    while (found < 5000 && regex.test(input)) {
      if (++found && regex.lastIndex >= input.length) break;
      regex.lastIndex += regex.lastIndex === 0 ? 1 : 0;
    }
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function byName(all: readonly NamedRegex[]): [string, string][] {
  return all.map(({ name, source }) => [name, source]);
}
