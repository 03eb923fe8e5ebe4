/**
 * Finds the name that a value is given under, in any notation: assignments, JSON and YAML members,
 * headers, command-line flags, environment look-ups with a default, sibling members (`"name": …,
 * "value": …`), XML attributes and elements.
 */

/** The name as written, and the function whose first argument the value is, if any. */
export type AssignedName = { readonly name: string; readonly call: string };

const LONGEST_LOOK_BACK = 400;
const MOST_UNWRAPPED_CALLS = 3;
const MOST_WORDS = 4;
const LONGEST_NAME = 100;

/** Names that say only "this is the value": the real name stands beside or around them. */
const VALUE_NAMES =
  /^(?:value|val|values|default|default_?value|content|data|text|string|current_?value|initial_?value|plain_?text|text\/\w{1,10}|td|th|dd|span|pre|code|div|p|li|b|strong|em)$/i;
/** Words that stand between a name and its value, or before a name, and are no part of it. */
const NOT_A_NAME =
  /^(?:string|str|char|var|let|const|final|static|public|private|protected|readonly|internal|any|object|bytes?|varchar|nvarchar|export|set|env|arg|declare|local|param|field|is|my|our|the|a|this|self|val|def|new|as|mut|auto)$/i;

/** What samples write where an argument belongs. */
const PLACEHOLDER_NAME = /^(?:your|enter|insert|put)\b/i;

/** `.apiKey(VALUE)`, `setSubscriptionKey(VALUE)`: a call that says what it takes. */
const SETTER = /(?:key|token|secret)$/i;

/**
 * @param before the text before the value, escapes blanked; only its end is looked at.
 * @param after the text behind the value.
 */
export function assignedName(before: string, after: string): AssignedName {
  let rest = stripOpening(before.slice(-LONGEST_LOOK_BACK));
  let call = '';
  let unwrapped = 0;
  for (; unwrapped < MOST_UNWRAPPED_CALLS; unwrapped++) {
    if (!rest.endsWith('(')) break;
    const callee = rest
      .slice(0, -1)
      .trimEnd()
      .replace(/<[\w.]{1,30}>$/, '');
    const name = trailing(callee, isCalleeCharacter);
    call ||= trailing(name, isWordCharacter);
    rest = callee.slice(0, callee.length - name.length).replace(/\b(?:new|await|return|not)\s*$/, '');
    rest = stripOpening(rest);
  }
  const name =
    (unwrapped === 0 ? nameOfPair(rest) : nameOfLookup(rest)) ??
    nameBeforeOperator(rest) ??
    nameBeforeSpace(rest) ??
    '';
  if (name !== '' && !VALUE_NAMES.test(name)) return { name, call };
  const found = siblingName(rest, after) ?? nameOfFirstArgument(rest) ?? enclosingName(rest);
  return { name: found ?? (SETTER.test(call) ? call : ''), call };
}

/** Takes off what may stand between a name's operator and the value: quotes, prefixes, list marks. */
function stripOpening(text: string): string {
  return text
    .replace(/\b(?:bearer|basic|apikey|token)\s{1,4}$/i, '')
    .replace(/[@$]{0,2}(?:\b[bBrRuUfFL]{1,2})?["'`]{1,3}$/, '')
    .replace(/["'`]\s{0,3}$/, (quote, at: number, whole: string) =>
      /[=:([]\s*$/.test(whole.slice(0, at)) ? '' : quote,
    )
    .replace(/\s{1,40}$/, '')
    .replace(/([=:,]\s{0,4})[[<]$/, '$1')
    .replace(/:\s{0,3}[|>][+-]?\d?$/, ':')
    .replace(/(^|\n)[ \t]*-$/, '$1')
    .replace(/\s{1,40}$/, '');
}

/** `getenv("NAME", VALUE`: the argument before it. Not from outside of a call that the value stands in. */
function nameOfPair(text: string): string | null {
  const name = /["'`]([\w.\-: ]{2,80})["'`]\s{0,4},?$/.exec(text)?.[1];
  return name === undefined || PLACEHOLDER_NAME.test(name) ? null : name;
}

/** `env::var("NAME").unwrap_or(VALUE`: what the call is made on. */
function nameOfLookup(text: string): string | null {
  return /\(\s{0,4}["'`]([\w.\-:]{2,80})["'`]\s{0,4}\)$/.exec(text)?.[1] ?? null;
}

/** `NAME =`, `"name":`, `name =>`, `getenv("NAME") or`, `<Name>`, `${NAME:-`. */
function nameBeforeOperator(text: string): string | null {
  const element = /<([\w.:-]{2,80})(?:\s[^<>]{0,100})?>$/.exec(text);
  if (element) return element[1] ?? null;
  const operator = /(?::=|=>|->|<-|\?\?=?|\?=|\+=|\|\|=?|={1,3}|:-?|\bor|\bis|\|)$/.exec(text);
  if (!operator) return null;
  return nameAtEnd(text.slice(0, operator.index).trimEnd());
}

/** The name that a text ends with: quoted, indexed, typed, or words of one line. */
function nameAtEnd(text: string): string | null {
  const unwrapped = text.replace(/\{\s{0,4}get;[^{}]{0,40}\}$/, '').replace(/[\s\])}*?!]{1,4}$/, '');
  const quoted = /["'`]([^"'`\n]{1,100})["'`]$/.exec(unwrapped);
  if (quoted) return quoted[1] ?? null;
  return nameBeforeType(unwrapped) ?? lastWords(unwrapped);
}

/** `apiKey: string`, `key: &str`: the name before a type that texts have. */
function nameBeforeType(text: string): string | null {
  const colon = text.lastIndexOf(':');
  if (colon < 0 || text.length - colon > 32) return null;
  const type = text.slice(colon + 1);
  if (!/^[\w.|&?<> ]{1,30}(?:\[\])?$/.test(type) || !/str|any|text/i.test(type)) return null;
  const name = trailing(text.slice(0, colon).trimEnd(), isNameCharacter);
  return name.length >= 2 ? name : null;
}

/** The last word, and the plain words before it where it is one itself: `Azure OpenAI Key`, `build hash`. */
function lastWords(text: string): string | null {
  const words: string[] = [];
  let rest = text;
  while (words.length < MOST_WORDS) {
    const word = trailing(rest, isNameCharacter);
    if (word === '') break;
    words.unshift(word);
    rest = rest.slice(0, rest.length - word.length);
    if (!rest.endsWith(' ') && !rest.endsWith('\t')) break;
    rest = rest.slice(0, -1);
  }
  while (words.length > 1 && NOT_A_NAME.test(words.at(-1) ?? '')) words.pop();
  const name = [words.pop() ?? ''];
  while (/^[A-Za-z]{1,20}\d?$/.test(name[0] ?? '') && /^[A-Za-z]{2,20}$/.test(words.at(-1) ?? '')) {
    if (NOT_A_NAME.test(words.at(-1) ?? '')) break;
    name.unshift(words.pop() ?? '');
  }
  return name[0] === '' ? null : name.join(' ');
}

/** `--flag VALUE`, `NAME VALUE`, `:name VALUE`, `… key VALUE`. */
function nameBeforeSpace(text: string): string | null {
  const valueFlag = /\s(?:-[bvs]|--(?:body|value|secret|text|string))$/.exec(text);
  if (valueFlag) return nameOfFlaggedValue(text.slice(0, valueFlag.index));
  const flag = /(?:^|\s)(--?[A-Za-z][\w-]{2,60}|[A-Z][A-Z0-9_]{3,80}|:[A-Za-z][\w-]{1,40})$/.exec(text);
  if (flag) return flag[1] ?? null;
  return /(?:key|token|secret|id|hash|digest)\d?$/i.test(text) ? lastWords(text) : null;
}

/** `gh secret set NAME --body VALUE`, `az keyvault secret set --name NAME --value VALUE`. */
function nameOfFlaggedValue(text: string): string | null {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  return /(?:--name|-n)[ =]["']?([\w.-]{2,80})/.exec(line)?.[1] ?? lastWords(line);
}

/** `"key": "api-key", "value": VALUE`, in either order; `<add key="ApiKey" value=`; `<key>Name</key><string>`. */
function siblingName(before: string, after: string): string | null {
  const element =
    /<(?:key|name|id|td|th|dt)>\s{0,4}([\w.\-: ]{2,80})\s{0,4}<\/\w{2,4}>\s{0,20}<\w{1,20}>$/.exec(before);
  if (element) return element[1] ?? null;
  const member =
    /["']?\b(?:key|name|id|header|variable|field|setting|label|title|env_?var)["']?\s{0,3}[:=]\s{0,3}["']?([\w.\-:]{2,80})/gi;
  const scope = before.slice(
    Math.max(0, before.lastIndexOf('{'), before.lastIndexOf('<'), before.length - 250),
  );
  const last = [...scope.matchAll(member)].at(-1);
  if (last) return last[1] ?? null;
  const behind = after.slice(0, 200);
  const end = behind.search(/[}>]/);
  return member.exec(end < 0 ? '' : behind.slice(0, end))?.[1] ?? null;
}

/** `getenv("NAME", default=VALUE`. */
function nameOfFirstArgument(before: string): string | null {
  return /\(\s{0,4}["'`]([\w.\-:]{2,80})["'`]\s{0,4},[^()]{0,60}$/.exec(before)?.[1] ?? null;
}

/** `"azureOpenAIKey": { "value": VALUE`, `variable "azure_openai_key" { default = VALUE`. */
function enclosingName(before: string): string | null {
  const opening = before.lastIndexOf('{');
  if (opening < 0 || before.indexOf('}', opening) >= 0) return null;
  const label = before.slice(0, opening).trimEnd();
  return nameBeforeOperator(label) ?? /["']([\w.-]{2,80})["']$/.exec(label)?.[1] ?? null;
}

const isWordCharacter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x5f ||
  code === 0x24;
/** Of a name: a word character, `.` or `-`. */
const isNameCharacter = (code: number): boolean => isWordCharacter(code) || code === 0x2e || code === 0x2d;
/** Of what is called: also `->` and `::`. */
const isCalleeCharacter = (code: number): boolean => isNameCharacter(code) || code === 0x3e || code === 0x3a;

/** The longest end of a text, of at most 100 characters, that is made of the characters asked for. */
function trailing(text: string, accepts: (code: number) => boolean): string {
  let start = text.length;
  const limit = Math.max(0, start - LONGEST_NAME);
  while (start > limit && accepts(text.charCodeAt(start - 1))) start--;
  return text.slice(start);
}

/** A name in one spelling: `AzureOpenAI:ApiKey`, `AZURE_OPENAI_API_KEY` and `azure-open-ai.api-key` alike. */
export function normalizeName(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/open_ai/g, 'openai')
    .replace(/e_tag/g, 'etag')
    .replace(/^_|_$/g, '');
}
