/**
 * Whether a rule's regular expression compiles and is bounded. Regexes run on at most a few thousand bytes;
 * bounded quantifiers without nesting keep the worst case near the length times the widest quantifier.
 */

const WIDEST_QUANTIFIER = 200;

/** What is wrong with a regex, in words; null when it may be used. */
export function regexProblem(source: string): string | null {
  try {
    new RegExp(source);
  } catch (error) {
    return `is not a regular expression: ${(error as Error).message.replace(/^Invalid regular expression: /, '')}`;
  }
  const bare = withoutClassesAndEscapes(source);
  if (/[*+]|\{\d+,\}/.test(bare)) return 'has an unbounded quantifier: write {0,80} in place of *, + or {1,}';
  for (const [, , most] of bare.matchAll(/\{(\d+,)?(\d+)\}/g)) {
    if (Number(most) > WIDEST_QUANTIFIER) return `has a quantifier over ${WIDEST_QUANTIFIER}`;
  }
  if (hasNestedQuantifier(bare))
    return 'has a variable quantifier around a group that holds one, which can take exponential time';
  return null;
}

/** The structure of a regex: character classes become `c`, escapes become `e`, group marks go. */
function withoutClassesAndEscapes(source: string): string {
  return source
    .replace(/\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/g, 'e')
    .replace(/\[\^?\]?[^\]]*\]/g, 'c')
    .replace(/\(\?(?:<?[=!]|:|<\w+>)/g, '(');
}

/** A group with a variable quantifier inside, itself repeated a variable number of times above one. */
function hasNestedQuantifier(bare: string): boolean {
  const variableInside: boolean[] = [];
  for (let i = 0; i < bare.length; i++) {
    const character = bare[i];
    if (character === '(') variableInside.push(false);
    else if (character === ')') {
      const inside = variableInside.pop() ?? false;
      const quantifier = /^\{(\d+),(\d+)\}/.exec(bare.slice(i + 1));
      if (quantifier && Number(quantifier[2]) > 1 && inside) return true;
      if (inside || quantifier) markVariable(variableInside);
    } else if (/^\{\d+,\d+\}/.test(bare.slice(i))) markVariable(variableInside);
  }
  return false;
}

function markVariable(stack: boolean[]): void {
  if (stack.length > 0) stack[stack.length - 1] = true;
}
