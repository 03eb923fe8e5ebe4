/** A regex without the lookahead at its end, and what that lookahead asks of the text behind the match. */
export type SplitRegex = { readonly body: string; readonly lookahead: string | null };

/**
 * Takes the lookahead off the end of a regex, as most patterns of keys have one: `(?![A-Za-z0-9])`. A negative
 * one of a single character becomes "another character, or the end". Any other lookahead stays where it is, for
 * the engine to refuse.
 */
export function splitEndingLookahead(source: string): SplitRegex {
  const whole: SplitRegex = { body: source, lookahead: null };
  const start = endingGroup(source);
  if (start === null) return whole;
  const [, sign, inner = ''] = /^\(\?([=!])(.*)\)$/s.exec(source.slice(start)) ?? [];
  if (sign === undefined) return whole;
  const lookahead = sign === '=' ? inner : otherThan(inner);
  return lookahead === null ? whole : { body: source.slice(0, start), lookahead };
}

/**
 * Where the group begins that a regex ends with; null when it ends with something else, or has alternatives
 * outside of groups: the lookahead then belongs to the last of them only.
 */
function endingGroup(source: string): number | null {
  const open: number[] = [];
  let last: number | null = null;
  for (let i = 0; i < source.length; i++) {
    const character = source[i];
    if (character === '|' && open.length === 0) return null;
    last = null;
    if (character === '\\') i++;
    else if (character === '[') i = classEnd(source, i);
    else if (character === '(') open.push(i);
    else if (character === ')') last = open.length === 1 ? (open[0] ?? null) : null;
    if (character === ')') open.pop();
  }
  return last;
}

function classEnd(source: string, start: number): number {
  for (let i = start + 1; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === ']') return i;
  }
  return source.length;
}

/** What matches where a single character (or class) does not; null for anything that is more. */
function otherThan(item: string): string | null {
  const [, negation, members] = /^\[(\^?)((?:[^\]\\]|\\.)+)\]$/s.exec(item) ?? [];
  if (members !== undefined) return negation === '^' ? `[${members}]|$` : `[^${members}]|$`;
  const [, type] = /^\\([wdsWDS])$/.exec(item) ?? [];
  if (type !== undefined) {
    const opposite = type === type.toLowerCase() ? type.toUpperCase() : type.toLowerCase();
    return `\\${opposite}|$`;
  }
  return /^(?:\\[^A-Za-z0-9]|[^\\[\](){}.*+?|^$])$/s.test(item) ? `[^${item}]|$` : null;
}
