import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { detect } from '../../src/detect/detect.ts';
import { createEngine } from '../../src/detect/engine.ts';
import { compileNative } from '../../src/detect/matcher.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { splitEndingLookahead } from '../../src/rules/ending-lookahead.ts';
import { compileLinear, linearRegexProblem } from '../../src/rules/linear-regex.ts';
import { asOwnRule, ownRuleProblems } from '../../src/rules/own-rule.ts';
import { parseRuleFile } from '../../src/rules/parse.ts';
import { ownRule } from '../config/own-rule.ts';
import { expandFixture } from '../support/keys.ts';

describe('splitEndingLookahead', () => {
  test.each<[string, string, string | null]>([
    ['abc', 'abc', null],
    ['abc(?=d)', 'abc', 'd'],
    ['abc(?!d)', 'abc', '[^d]|$'],
    ['abc(?![A-Za-z0-9])', 'abc', '[^A-Za-z0-9]|$'],
    ['abc(?![^"])', 'abc', '["]|$'],
    ['abc(?![\\]x])', 'abc', '[^\\]x]|$'],
    ['abc(?!\\w)', 'abc', '\\W|$'],
    ['abc(?!\\D)', 'abc', '\\d|$'],
    ['abc(?!\\.)', 'abc', '[^\\.]|$'],
    ['(?:a|b)(?!c)', '(?:a|b)', '[^c]|$'],
    ['[(?!](?!c)', '[(?!]', '[^c]|$'],
    // Left to the engine, which refuses it: what it stands for is not that simple.
    ['abc(?!de)', 'abc(?!de)', null],
    ['abc(?!d|e)', 'abc(?!d|e)', null],
    ['a|b(?!c)', 'a|b(?!c)', null],
    ['(?:a(?!b))', '(?:a(?!b))', null],
    ['(?!a)b', '(?!a)b', null],
    ['abc(?<!d)', 'abc(?<!d)', null],
    ['abc\\(?!d)', 'abc\\(?!d)', null],
  ])('%s', (source, body, lookahead) => {
    expect(splitEndingLookahead(source)).toEqual({ body, lookahead });
  });
});

describe('compileLinear', () => {
  const folder = join(import.meta.dirname, '../../test-fixtures/found');
  const text = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => expandFixture(readFileSync(join(entry.parentPath, entry.name), 'utf8')))
    .join('\n')
    // Outside of ASCII the engines may differ; detection hands over bytes, and keys have none of those.
    .replace(/[^\x00-\x7f]/g, '?');

  const shipped = builtinRules().flatMap((rule) => [
    ...rule.patterns.map(({ regex }) => [regex, 'match'] as const),
    ...rule.evidence.map(({ match }) => [match, 'look'] as const),
  ]);
  const both = [...new Map(shipped)].filter(([source, use]) => linearRegexProblem(source, use) === null);

  test('takes most of what ships', () => {
    expect(both.length).toBeGreaterThan(60);
  });

  test.each(both)('finds what JavaScript finds: %s', (source) => {
    for (const flags of ['g', 'i'] as const) {
      const linear = compileLinear(source, flags);
      const native = compileNative(source, flags);
      for (let at = 0; at < text.length; at += 4000) {
        const piece = text.slice(at, at + 4500);
        if (flags === 'i') expect(linear.test(piece)).toBe(native.test(piece));
        else expect(matchesOf(linear, piece)).toEqual(matchesOf(native, piece));
      }
    }
  });

  test.each<[string, string]>([
    ['a{0,3}', 'aab'],
    ['(?=b)|a', 'ab'],
    ['x{0,2}(?!y)', 'xxyx'],
  ])('ends on empty matches: %s', (source, piece) => {
    if (linearRegexProblem(source, 'match') === null) matchesOf(compileLinear(source, 'g'), piece);
  });

  function matchesOf(regex: ReturnType<typeof compileLinear>, piece: string) {
    return [...regex[Symbol.matchAll](piece)].map((match) => [match.index, match[0]]);
  }
});

describe('time', () => {
  /** Each takes JavaScript's own engine exponential or high polynomial time on the text beside it. */
  const CATASTROPHES: readonly [string, string][] = [
    ['(a+)+$', 'a'],
    ['(a*)*b', 'a'],
    ['(a|a)*b', 'a'],
    ['(a|aa)+$', 'a'],
    ['(?:a|a){1,100}b', 'a'],
    ['(?:[a-z]|[a-z0-9]|[a-z]){1,80}X', 'a'],
    ['([a-zA-Z0-9]+)*$', 'aB3'],
    ['(.*)*x', 'ab'],
    ['.*.*.*.*.*=.*', 'a'],
    ['(x+x+)+y', 'x'],
    ['(.*a){25}', 'a'],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'],
    ['(\\w+\\s*)+=', 'word '],
    ['(?:\\w{1,30}[-_]?){1,30}!', 'word_'],
    ['a{0,100}a{0,100}a{0,100}$', 'a'],
    ['[ab]{1,100}a[ab]{100}X', 'abaab'],
    ['(?<![a-z]{1,50})[a-z]{1,50}0', 'a'],
  ];
  const SIZES = [4000, 8000, 16_000] as const;
  /** Milliseconds below which a ratio tells of the clock and not of the regex. */
  const NEGLIGIBLE = 15;

  test.each(CATASTROPHES)('of %s grows with the length of the text only', (source, unit) => {
    expect(linearRegexProblem(source, 'match')).toBeNull();
    const times = SIZES.map((size) => {
      const text = `${unit.repeat(Math.ceil(size / unit.length)).slice(0, size)}\n`;
      return fastest(() => {
        // Compiled anew: an engine that keeps what it learned would show less than the work.
        const regex = compileLinear(source, 'g');
        let matches = 0;
        for (const _ of regex[Symbol.matchAll](text)) if (++matches === 50) break;
      });
    });
    expectLinear(times);
  });

  const NASTY = '(?:[a-z]|[a-z0-9]|[a-z]){1,80}';
  const rule = asOwnRule(
    parseRuleFile(
      JSON.stringify(
        ownRule({
          patterns: [
            {
              ...ownRule().patterns[0],
              regex: `ACME_${NASTY}`,
              gate: `${NASTY}Y|acme`,
              reject: `^${NASTY}Z`,
            },
          ],
          evidence: [
            { kind: 'a', view: 'near', match: `${NASTY}X`, weight: 1, says: 'x' },
            { kind: 'b', view: 'line', match: `^(?:${NASTY}-)Z`, weight: -1, says: 'x' },
          ],
          variants: [
            { id: 'acme-other', title: 'x', service: 'x', secret: `${NASTY}W`, context: `${NASTY}V` },
            { id: 'acme-key', title: 'x', service: 'x' },
          ],
        }),
      ),
      'acme.yaml',
    ),
  );
  const engine = createEngine([rule], compileLinear);

  test.each<[string, (index: number) => string]>([
    ['that nearly match', () => `ACME_${'a'.repeat(60)}`],
    ['that match', (index) => `ACME_${'k3vz9qw1xm'.repeat(3)}ab${index.toString(36).padStart(6, '0')}`],
    ['of nothing else', () => 'ACME_ACME_'.repeat(8)],
  ])('of a scan for a rule of one’s own grows with the content only: lines %s', async (_, line) => {
    expect(await ownRuleProblems(rule)).toEqual([]);
    const times = [20_000, 40_000, 80_000].map((size) => {
      let text = '';
      for (let index = 0; text.length < size; index++) text += `${line(index)}\n`;
      const bytes = Buffer.from(text);
      return fastest(() => detect(engine, bytes, 'acme.txt'));
    });
    expectLinear(times);
  });

  /** @param times of inputs each twice as long as the last. */
  function expectLinear([small = 0, middle = 0, large = 0]: readonly number[]): void {
    expect(large).toBeLessThan(10_000);
    if (large < NEGLIGIBLE) return;
    const growth = Math.min(middle / Math.max(small, 0.1), large / Math.max(middle, 0.1));
    expect(growth, `${[small, middle, large].map((time) => time.toFixed(1))} ms`).toBeLessThan(3);
  }

  function fastest(work: () => void): number {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 3; run++) {
      const start = performance.now();
      work();
      best = Math.min(best, performance.now() - start);
    }
    return best;
  }
});
