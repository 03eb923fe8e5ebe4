import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** The length from which a bounded quantifier costs as much as an unbounded one. */
const LONG = 10;
/** What counts are shortened to: enough to tell one from many. */
const SHORT = 2;

/** Stands for a word: a character that no regex holds. */
const WORD = '\ue000';

/** What becomes of bounded quantifiers over a long stretch: `{0,200}` costs what `*` does until 200 is reached. */
export type LongQuantifiers = 'as unbounded' | 'as short';

/**
 * The ways through a regex that end in no alternative of their own, each reduced to what its worst case depends on, in
 * a form that an exact check takes: counts are short and lookarounds gone, which only makes more text match. Ways that
 * are tried one after another cost what the dearest of them costs, times their number.
 */
export function skeletonsOf(source: string, flags: string, long: LongQuantifiers): string[] {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const ways = waysThrough(pattern.alternatives, long);
  return [...new Set((flags.includes('i') ? ways.map(inLowerCase) : ways).map(withLetters))];
}

/** @param isRepeated within a quantifier: what is alike there is what makes a regex slow, so nothing is shortened. */
function waysThrough(
  alternatives: readonly AST.Alternative[],
  long: LongQuantifiers,
  isRepeated = false,
): string[] {
  return alternatives.flatMap(({ elements }) => {
    const ways = elements.reduce<string[]>(
      (heads, element) => {
        const tails = waysThroughElement(element, long, isRepeated);
        return heads.flatMap((head) => tails.map((tail) => head + tail));
      },
      [''],
    );
    return isRepeated ? ways : [...new Set(ways)];
  });
}

function waysThroughElement(element: AST.Element, long: LongQuantifiers, isRepeated: boolean): string[] {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return waysThrough(element.alternatives, long, isRepeated);
    case 'Assertion':
      return element.kind === 'lookahead' || element.kind === 'lookbehind' ? [''] : [element.raw];
    case 'Quantifier': {
      const counts = countsOf(element, long);
      // What is there at most once is a way with it and a way without.
      if (element.max === 1) return ['', ...waysThroughElement(element.element, long, isRepeated)];
      return [`(?:${waysThroughElement(element.element, long, true).join('|')})${counts}`];
    }
    case 'Character':
      if (isRepeated) return [element.raw];
      return [isLaterLetter(element) ? '' : element.raw.replace(/^[a-z]$/i, WORD)];
    default:
      return [element.raw];
  }
}

function countsOf({ min, max }: AST.Quantifier, long: LongQuantifiers): string {
  const least = Math.min(min, SHORT);
  if (min === max) return `{${least}}`;
  const isUnbounded = max === Number.POSITIVE_INFINITY || (max >= LONG && long === 'as unbounded');
  return isUnbounded ? `{${least},}` : `{${least},${Math.max(least, Math.min(max, SHORT))}}`;
}

/**
 * Words are shortened to a letter, each to another along a way: classes hold all letters or none, so that what
 * overlaps with a word is the same for each, and ways that differ in their words only are one.
 */
function withLetters(way: string): string {
  let words = 0;
  return way.replaceAll(WORD, () => String.fromCharCode(0x61 + (words++ % 26)));
}

function isLaterLetter(character: AST.Character): boolean {
  const { parent, raw } = character;
  if (parent.type !== 'Alternative' || !/^[a-z]$/i.test(raw)) return false;
  const before = parent.elements[parent.elements.indexOf(character) - 1];
  return before?.type === 'Character' && /^[a-z]$/i.test(before.raw);
}

/** Where case plays no part. Escapes keep theirs: `\S` is no `\s`. */
function inLowerCase(source: string): string {
  return source.replace(/\\.|[A-Z]/g, (part) => (part.length > 1 ? part : part.toLowerCase()));
}

/**
 * How many ways there are to match at one place: the counts of the long quantifiers on the dearest way, multiplied.
 */
export function stepsAtOnePlace(source: string): number {
  return stepsOf(new RegExpParser().parsePattern(source).alternatives);
}

function stepsOf(alternatives: readonly AST.Alternative[]): number {
  const products = alternatives.map(({ elements }) =>
    elements.reduce((product, element) => product * stepsOfElement(element), 1),
  );
  return Math.max(...products);
}

function stepsOfElement(element: AST.Element): number {
  if (element.type === 'Quantifier') {
    const own = element.max >= LONG ? element.max - element.min + 1 : 1;
    return own * stepsOfElement(element.element);
  }
  return 'alternatives' in element && element.alternatives.length > 0
    ? stepsOf(element.alternatives as readonly AST.Alternative[])
    : 1;
}

/** Whether all that a regex matches has one of a few lengths; the padding of base64 may be missing. */
export function hasFixedLength(source: string): boolean {
  let isFixed = true;
  visitRegExpAST(new RegExpParser().parsePattern(source), {
    onQuantifierEnter({ min, max, element }) {
      if (min !== max && !/^(?:=|\(\?:==\))$/.test(element.raw)) isFixed = false;
    },
  });
  return isFixed;
}
