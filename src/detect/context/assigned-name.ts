/**
 * Finds the name that a value is given under, in any notation: assignments, JSON and YAML members,
 * headers, command-line flags, environment look-ups with a default, sibling members (`"name": …,
 * "value": …`), XML attributes and elements.
 */

/** The name as written, and the function whose first arguments the value stands among, if any. */
export type AssignedName = { readonly name: string; readonly call: string };

const LONGEST_LOOK_BACK = 400;
const MOST_UNWRAPPED_CALLS = 3;

/** Names that say only "this is the value": the real name stands beside or around them. */
const VALUE_NAMES = /^(?:value|val|values|default|default_?value|content|data|text|string|current_?value|initial_?value)$/i;
const TYPE_NAMES = /^(?:string|str|String|char|var|let|const|any|object|byte|bytes|text|varchar|nvarchar)$/;

/**
 * @param before the text before the value, escapes blanked; only its end is looked at.
 * @param after the text behind the value.
 */
export function assignedName(before: string, after: string): AssignedName {
  let rest = before.slice(-LONGEST_LOOK_BACK);
  let call = '';
  for (let unwrapped = 0; unwrapped <= MOST_UNWRAPPED_CALLS; unwrapped++) {
    rest = stripOpening(rest);
    const opened = /([\w.$>:-]{1,80}?)(?:<[\w.]{1,30}>)?\s*\($/.exec(rest);
    if (!opened) break;
    call ||= lastIdentifier(opened[1] ?? '');
    rest = rest.slice(0, opened.index);
    rest = rest.replace(/\b(?:new|await|return|not)\s*$/, '');
  }
  const name = nameBeforeOperator(rest) ?? nameBeforeSpace(rest) ?? '';
  if (name === '' || VALUE_NAMES.test(name)) {
    return { name: siblingName(rest, after) ?? '', call };
  }
  return { name, call };
}

/** Takes off what may stand between a name's operator and the value: quotes, prefixes, list marks. */
function stripOpening(text: string): string {
  return text
    .replace(/(?:\b(?:bearer|basic|apikey|token)\s+)$/i, '')
    .replace(/[@$]{0,2}(?:\b[bBrRuUfFL]{1,2})?["'`]{1,3}$/, '')
    .replace(/(?:[<[{]\s*){1,2}$/, (opening) => (opening.includes('<') ? '' : opening.includes('[') ? '' : opening))
    .replace(/["'`]\s*$/, (quote, at: number, whole: string) => (/[=:([]\s*$/.test(whole.slice(0, at)) ? '' : quote))
    .replace(/(?:^|\n)[ \t]*-[ \t]*$/, '\n')
    .trimEnd();
}

/** `NAME =`, `"name":`, `name =>`, `getenv("NAME") or`, `("name",`, `<Name>`, `${NAME:-`. */
function nameBeforeOperator(text: string): string | null {
  const element = /<([\w.:-]{2,80})(?:\s[^<>]{0,100})?>$/.exec(text);
  if (element) return element[1] ?? null;
  const pair = /["'`]([\w.\-: ]{2,80})["'`]\s*,$/.exec(text);
  if (pair) return pair[1] ?? null;
  const operator = /(?::=|=>|->|\?\?=?|\|\|=?|={1,3}|:-?|\bor|\bis|\|)$/.exec(text);
  if (!operator) return null;
  return nameAtEnd(text.slice(0, operator.index).trimEnd());
}

/** The name that a text ends with: quoted, indexed, typed, or up to three plain words of one line. */
function nameAtEnd(text: string): string | null {
  const unwrapped = text.replace(/[\])}*?!]{1,4}$/, '');
  const quoted = /["'`]([^"'`\n]{1,100})["'`]$/.exec(unwrapped);
  if (quoted) return quoted[1] ?? null;
  const typed = /([\w$.-]{2,100})\s{0,2}:\s{0,2}[\w.|&? ]{1,30}(?:\[\])?$/.exec(unwrapped);
  if (typed && /(?:string|str|any|text)/i.test(typed[0].slice(typed[1]?.length))) return typed[1] ?? null;
  const words = /(?:[\w$.-]{1,100}[ \t]){0,2}[\w$.-]{1,100}$/.exec(unwrapped)?.[0].split(/[ \t]/);
  if (!words) return null;
  while (words.length > 1 && TYPE_NAMES.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** `--flag VALUE`, `NAME VALUE`, `:name VALUE`, `… key VALUE`. */
function nameBeforeSpace(text: string): string | null {
  const flag = /(?:^|\s)(--?[A-Za-z][\w-]{2,60}|[A-Z][A-Z0-9_]{3,80}|:[A-Za-z][\w-]{1,40})$/.exec(text);
  if (flag) return flag[1] ?? null;
  return /(?:[\w.-]{1,40}[ \t]){0,2}[\w.-]{0,40}(?:key|token|secret|id|hash|digest)$/i.exec(text)?.[0] ?? null;
}

/** `"key": "api-key", "value": VALUE`, in either order; `<add key="ApiKey" value=VALUE`. */
function siblingName(before: string, after: string): string | null {
  const member =
    /["']?\b(?:key|name|id|header|variable|field|setting|label|title|env_?var)["']?\s{0,3}[:=]\s{0,3}["']?([\w.\-:]{2,80})/gi;
  const scope = before.slice(Math.max(before.lastIndexOf('{'), before.lastIndexOf('<'), before.length - 250));
  const last = [...scope.matchAll(member)].at(-1);
  if (last) return last[1] ?? null;
  const behind = after.slice(0, 200);
  const end = behind.search(/[}>]/);
  member.lastIndex = 0;
  return member.exec(end < 0 ? behind : behind.slice(0, end))?.[1] ?? null;
}

function lastIdentifier(expression: string): string {
  return /[\w$]+$/.exec(expression)?.[0] ?? '';
}

/** A name in one spelling: `AzureOpenAI:ApiKey`, `AZURE_OPENAI_API_KEY` and `azure-open-ai.api-key` alike. */
export function normalizeName(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/open_ai/g, 'openai')
    .replace(/^_|_$/g, '');
}
