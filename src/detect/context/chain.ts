/** Goes back over what calls are chained on, to the name of a setting that one of them was asked for. */

const MOST_CALLS = 8;
/** A text that a call was given, and nothing else. */
const ONLY_TEXT = /\(\s{0,4}["'`]([\w.\-:]{2,80})["'`]\s{0,4}\)/;

/** The text before a chain of calls, and the name that the first of them was given, if any. */
export type Chain = { readonly before: string; readonly argument: string | null };

/** `NAME: z.string().min(1)`: `NAME:`; `Option(getenv("NAME")).filter(_.nonEmpty)`: its argument is `NAME`. */
export function overChain(text: string): Chain {
  let before = text;
  let argument: string | null = null;
  for (let calls = 0; calls < MOST_CALLS && before.endsWith(')'); calls++) {
    const open = openingOf(before);
    if (open < 0) break;
    argument = ONLY_TEXT.exec(before.slice(open))?.[1] ?? argument;
    before = withoutCallee(before.slice(0, open));
  }
  return { before, argument };
}

/** Where the bracket that a text's last one closes was opened; -1 when it is not there. */
function openingOf(text: string): number {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i] === ')') depth++;
    else if (text[i] === '(' && --depth === 0) return i;
  }
  return -1;
}

function withoutCallee(text: string): string {
  let end = text.length;
  while (end > 0 && /[\w$.:>?!]/.test(text[end - 1] ?? '')) end--;
  const callee = text.slice(end);
  // The colon of `NAME:z.string()` is no part of what is called.
  const colon = callee.search(/(?<!:):(?!:)/);
  return text.slice(0, colon < 0 ? end : end + colon + 1).trimEnd();
}
