/**
 * An exact check (recheck, on automata) of how every shipped regex grows, in its worst case, with its input. It sees
 * what timing with chosen inputs may miss: `regex-growth.test.ts` does that.
 */
import { checkSync, type SafeComplexity, type VulnerableComplexity } from 'recheck';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type LongQuantifiers, skeletonsOf, stepsAtOnePlace } from '../support/regex-skeleton.ts';
import {
  filesThatBuildRegexes,
  type NamedRegex,
  regexesOfHosts,
  regexesOfRules,
  regexesOfSources,
} from '../support/regexes.ts';

/** Milliseconds for one way through a regex; nearly all take a few. */
const TIME_LIMIT = 6000;
/** With one short quantifier at most there is nothing to check. */
const FEW_STEPS = 12;
/** What a regex that the check does not decide may cost at one place: the product of its counts. */
const MOST_STEPS = 10_000;

/**
 * Regexes of the sources that grow faster than their input, which is short: the reason says by what. A regex that
 * reads what a scanned repository holds has no place here unless a limit stands before it.
 */
const ON_SHORT_INPUT: readonly (readonly [regex: string, reason: string])[] = [
  ['[\\r\\n]+$', 'a line of a frame, which has at most 1000 bytes'],
  ['=+$', 'a key'],
  ['([A-Z]+)([A-Z][a-z])', 'a name, which has at most 100 characters'],
  ['\\[\\^?\\]?[^\\]]*\\]', "a regex of the user's own rules"],
  ['\\{([^{}]*,[^{}]*)\\}', 'a glob of the command line'],
];

const degrees = new Map<string, number>();

beforeAll(() => {
  vi.stubEnv('RECHECK_SYNC_BACKEND', 'pure');
  return () => vi.unstubAllEnvs();
});

describe('in a regex of a rule at most one quantifier runs over the same text, from each place', () => {
  test.each(each([...regexesOfRules(), ...regexesOfHosts()]))('%s', (_, { source, flags }) => {
    const steps = stepsAtOnePlace(source);
    if (steps <= FEW_STEPS) return;
    const degree = degreeOf({ source, flags }, 'as unbounded');
    if (Number.isNaN(degree)) expect(steps).toBeLessThanOrEqual(MOST_STEPS);
    else expect(degree).toBeLessThanOrEqual(2);
  });
});

describe('a regex of the sources grows at most as its input does', () => {
  // What builds keypetrel, and what reads a configuration that its user wrote, sees nothing that a stranger wrote.
  const regexes = regexesOfSources().filter(({ name }) => !/^src\/(?:build|config)\//.test(name));

  test.each(each(regexes.filter(({ source }) => !isOnShortInput(source))))('%s', (_, { source, flags }) => {
    expect(degreeOf({ source, flags }, 'as short')).toBeLessThanOrEqual(1);
  });

  test('those on short input are still there, and still need their reason', () => {
    for (const [source] of ON_SHORT_INPUT) {
      const found = regexes.find((regex) => regex.source === source);
      expect(found, source).toBeDefined();
      if (found) expect(degreeOf(found, 'as short'), source).not.toBeLessThanOrEqual(1);
    }
  });

  test('no other place makes regexes than those that are known', () => {
    const files = filesThatBuildRegexes().filter((path) => !path.startsWith('build/'));
    expect(files).toEqual([
      'detect/context/hosts.ts', // checked above, made of each rule's hosts
      'detect/matcher.ts', // the regexes of rules
      'git/taggers.ts', // `^name (.*)$`, of fixed names
      'rules/regex-safety.ts', // only compiles, to see whether it does
    ]);
  });
});

describe('the check itself', () => {
  test.each([
    ['(?:a+)+$', Number.POSITIVE_INFINITY],
    ['(?:a|a)*$', Number.POSITIVE_INFINITY],
    ['\\s+$', 2],
    ['\\w+\\s*=\\s*\\w+$', 2],
    ['a[^\\n]{0,200}b', 2],
    ['^[a-z]+=', 1],
    ['sk-[a-z]{20}', 0],
  ])('%s has the degree %d', (source, degree) => {
    expect(degreeOf({ source, flags: '' }, 'as unbounded')).toBe(degree);
  });
});

/** 0: constant, 1: linear, 2: as the square … infinite: exponential; NaN where it is not decided. */
function degreeOf({ source, flags }: Pick<NamedRegex, 'source' | 'flags'>, long: LongQuantifiers): number {
  return Math.max(...skeletonsOf(source, flags, long).map((way) => degreeOfWay(way, flags)));
}

function degreeOfWay(way: string, flags: string): number {
  const flagsThatMatter = flags.replace(/[dgiy]/g, '');
  const known = degrees.get(way + flagsThatMatter);
  if (known !== undefined) return known;
  const result = checkSync(way, flagsThatMatter, { checker: 'automaton', timeout: TIME_LIMIT });
  const degree = result.status === 'unknown' ? Number.NaN : degreeIn(result.complexity);
  degrees.set(way + flagsThatMatter, degree);
  return degree;
}

function degreeIn(complexity: SafeComplexity | VulnerableComplexity): number {
  switch (complexity.type) {
    case 'polynomial':
      return complexity.degree;
    case 'exponential':
      return Number.POSITIVE_INFINITY;
    case 'linear':
      return 1;
    default:
      return 0;
  }
}

function isOnShortInput(source: string): boolean {
  return ON_SHORT_INPUT.some(([regex]) => regex === source);
}

function each(regexes: readonly NamedRegex[]): [string, NamedRegex][] {
  return regexes.map((regex) => [regex.name, regex]);
}
