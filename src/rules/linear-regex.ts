import { RE2JS } from 're2js';
import type { Matcher, RegexCompiler } from '../detect/matcher.ts';
import { splitEndingLookahead } from './ending-lookahead.ts';

/**
 * Regular expressions that a user wrote, on an engine whose time grows with the length of the text and never
 * with the number of ways in which a text could match (RE2, https://github.com/google/re2/wiki/WhyRE2).
 * Loaded only when there is such a regex.
 */
export const compileLinear: RegexCompiler = (source, flags) => {
  const { body, lookahead } = splitEndingLookahead(source);
  // Group 1 is the match; what stands behind it is only looked at.
  const pattern = lookahead === null ? `(${body})` : `(${body})(?:${lookahead})`;
  const regex = compile(pattern, flags);
  return {
    test: (text) => regex.test(text),
    [Symbol.matchAll]: (text) => matchesOf(regex, text),
  };
};

/**
 * Instructions of the compiled regex, at most. Time grows with them: a pattern runs once over a few hundred
 * characters, but evidence runs over thousands for every match.
 */
const MOST_INSTRUCTIONS = { match: 2500, look: 1200 } as const;

/**
 * Why a regex cannot run in linear time, in words; null when it can.
 * @param use `match` finds the secret itself, `look` only asks whether a text holds something.
 */
export function linearRegexProblem(source: string, use: keyof typeof MOST_INSTRUCTIONS): string | null {
  if (use === 'look' && /\(\?<?[!=]/.test(source)) {
    return 'has a lookahead or lookbehind, which only the regex of a pattern may have';
  }
  try {
    const { body } = splitEndingLookahead(source);
    if (compile(body, '').programSize() > MOST_INSTRUCTIONS[use]) return 'is too large: repeat less';
    compileLinear(source, '');
    return null;
  } catch (error) {
    return inWords((error as Error).message);
  }
}

function compile(pattern: string, flags: string): RE2JS {
  const caseFlag = flags === 'i' ? RE2JS.CASE_INSENSITIVE : 0;
  return RE2JS.compile(RE2JS.translateRegExp(pattern), RE2JS.LOOKBEHINDS | caseFlag);
}

/** Every match, as `String.prototype.matchAll` gives them. */
function* matchesOf(regex: RE2JS, text: string): ReturnType<Matcher[typeof Symbol.matchAll]> {
  const matcher = regex.matcher(text);
  let position = 0;
  while (position <= text.length && matcher.find(position)) {
    const index = matcher.start(1);
    const end = matcher.end(1);
    yield { 0: text.slice(index, end), index };
    position = end > index ? end : end + 1;
  }
}

function inWords(message: string): string {
  if (/`\(\?(?:[!=])/.test(message)) {
    return 'has a lookahead that no linear-time engine has: one may stand at the very end, as in (?![A-Za-z0-9])';
  }
  if (/invalid escape sequence: `\\[1-9k]/.test(message)) {
    return 'refers back to a group, which no linear-time engine can';
  }
  if (/invalid repeat count/.test(message)) return 'repeats more than 1000 times in all';
  return `is not a regular expression for RE2: ${message.replace(/^error parsing regexp: /, '')}`;
}
