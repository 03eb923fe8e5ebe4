/**
 * Finds the name that a value is given under, in any notation: assignments, JSON and YAML members,
 * headers, command-line flags, environment look-ups with a default, sibling members (`"name": …,
 * "value": …`), XML attributes and elements.
 */

import { overChain } from './chain.ts';
import { fallbackName } from './lookup-name.ts';
import { blockName, siblingName } from './sibling-name.ts';
import { sqlColumn } from './sql-column.ts';

/** The name as written, and the function whose first argument the value is, if any. */
export type AssignedName = { readonly name: string; readonly call: string };

const LONGEST_LOOK_BACK = 400;
const MOST_UNWRAPPED_CALLS = 3;
const MOST_WORDS = 4;
const LONGEST_NAME = 100;
const MOST_LIST_ITEMS = 30;

/** Names that say only "this is the value": the real name stands beside or around them. */
const VALUE_NAMES =
  /^(?:value|val|values|v|default|default_?value|content|data|text|string|string_?value|s|current_?value|initial_?value|plain_?text|equal_?to|matches|text\/\w{1,10}|td|th|dd|span|pre|code|div|p|li|b|strong|em)$/i;
/** Words that stand between a name and its value, or before a name, and are no part of it. */
const NOT_A_NAME =
  /^(?:string|str|char|var|let|const|final|static|public|private|protected|readonly|internal|any|object|bytes?|varchar|nvarchar|export|set|env|arg|declare|local|param|field|is|my|our|the|a|this|self|val|def|new|as|mut|auto)$/i;

/** What samples write where an argument belongs. */
const PLACEHOLDER_NAME = /^(?:your|enter|insert|put)\b/i;

/** `.apiKey(VALUE)`, `setSubscriptionKey(VALUE)`: a call that says what it takes. */
const SETTER = /(?:key|token|secret)$/i;

/** `(|_| VALUE`, `(() => VALUE`, `(lambda: VALUE`: a function that does nothing but give the value. */
const CLOSURE_HEAD =
  /\(\s{0,4}(?:\|[\w\s,]{0,20}\||(?:\([\w\s,]{0,20}\)|\w{1,2})\s{0,3}[=-]>|lambda\s?\w{0,20}\s?:)\s{0,3}\{?\s{0,4}(?:return)?$/;

/**
 * @param before the text before the value, escapes blanked; only its end is looked at.
 * @param after the text behind the value.
 */
export function assignedName(before: string, after: string): AssignedName {
  const text = beforeList(before);
  let rest = stripOpening(text.slice(-LONGEST_LOOK_BACK)).replace(CLOSURE_HEAD, '(');
  let call = '';
  let argument: string | null = null;
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
    if (/^[.?]/.test(name)) {
      const chain = overChain(rest);
      rest = chain.before;
      argument ??= chain.argument;
    }
    rest = stripOpening(rest).replace(CLOSURE_HEAD, '(');
  }
  const column = sqlColumn(text);
  const name =
    (column !== null && !VALUE_NAMES.test(column) ? column : null) ??
    (unwrapped === 0 ? nameOfPair(rest) : argument) ??
    nameBeforeOperator(rest) ??
    nameBeforeSpace(rest) ??
    '';
  const isNamed = name !== '' && !VALUE_NAMES.test(name);
  const fallback = fallbackName(text.replace(/["'`]$/, ''), name);
  if (isNamed) return { name: fallback ?? name, call };
  const found =
    siblingName(rest, after) ??
    (column === null ? null : nameOfNext(after)) ??
    nameOfFirstArgument(rest) ??
    enclosingName(rest) ??
    fallback ??
    (name === '' ? null : blockName(rest));
  return { name: found ?? (SETTER.test(call) ? call : ''), call };
}

/** A value in a list has the name of the list: the text before its first item, which looks like this one. */
function beforeList(before: string): string {
  let text = before;
  for (let items = 0; items < MOST_LIST_ITEMS; items++) {
    const tail = text.slice(-LONGEST_LIST_ITEM);
    const item =
      /["'`]?([A-Za-z0-9+/]{32,128}={0,2}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})["'`]?(?:\s{0,4}[,;|]\s{0,40}|\n[ \t]{0,20}-[ \t]{1,3})(["'`]?)$/.exec(
        tail,
      );
    if (item === null || !/(?:\d[^\d]*){4}/.test(item[1] ?? '')) break;
    const isBlockItem = /-[ \t]{1,3}["'`]?$/.test(item[0]);
    text = `${text.slice(0, text.length - tail.length + item.index)}${isBlockItem ? '' : item[2]}`;
  }
  return text;
}

const LONGEST_LIST_ITEM = 200;

/** Takes off what may stand between a name's operator and the value: quotes, prefixes, list marks. */
function stripOpening(text: string): string {
  return text
    .replace(/\b(?:bearer|basic|apikey|token)\s{1,4}$/i, '')
    .replace(/[@$]{0,2}(?:(?<![\w-])[bBrRuUfFL]{1,2})?["'`]{1,3}$/, '')
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

/** `NAME =`, `"name":`, `name =>`, `getenv("NAME") or`, `<Name>`, `${NAME:-`. */
function nameBeforeOperator(text: string): string | null {
  const element = /<([\w.:-]{2,80})((?:\s[^<>]{0,100})?)>$/.exec(text);
  if (element) return nameOfElement(element[1] ?? '', element[2] ?? '');
  // `std::string name{VALUE`
  const initialized = /(?<![\w$.])([A-Za-z_]\w{1,80})\{$/.exec(text)?.[1];
  if (initialized !== undefined) return initialized;
  const operator = /(?::=|=>|->|<-|\?\?=?|\?=|\+=|\|\|=?|={1,3}|:-?|\bor|\bis|\|)$/.exec(text);
  if (!operator) return null;
  return nameAtEnd(text.slice(0, operator.index).trimEnd());
}

/** `<apiKey>`, `<entry key="apiKey">`. */
function nameOfElement(tag: string, attributes: string): string {
  if (SETTER.test(tag)) return tag;
  return /\b(?:name|key|id)\s?=\s?["']([\w.\-: ]{2,80})["']/.exec(attributes)?.[1] ?? tag;
}

/** The name that a text ends with: quoted, indexed, typed, or words of one line. */
function nameAtEnd(text: string): string | null {
  const unwrapped = text
    .replace(/\{\s{0,4}get;[^{}]{0,40}\}$/, '')
    // `char name[] =`
    .replace(/\[\d{0,5}\]$/, '')
    .replace(/[\s\])}*?!]{1,4}$/, '');
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
  while (
    /^(?:[A-Za-z]{1,20}\d?|\d{1,2})$/.test(name[0] ?? '') &&
    /^[A-Za-z]{2,20}$/.test(words.at(-1) ?? '')
  ) {
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

/** `VALUES (VALUE, 'azure_openai_api_key')`. */
function nameOfNext(after: string): string | null {
  return (
    /^["'`]\s{0,4},\s{0,4}N?["'`]([A-Za-z][\w.\-:]{2,80})["'`]/.exec(after.slice(0, LONGEST_NAME))?.[1] ??
    null
  );
}

/** `getenv("NAME", default=VALUE`. */
function nameOfFirstArgument(before: string): string | null {
  return /\(\s{0,4}["'`]([\w.\-:]{2,80})["'`]\s{0,4},[^()]{0,60}$/.exec(before)?.[1] ?? null;
}

/** `"azureOpenAIKey": { "value": VALUE`, `variable "azure_openai_key" { default = VALUE`. */
function enclosingName(before: string): string | null {
  const opening = before.lastIndexOf('{');
  if (opening < 0 || before.indexOf('}', opening) >= 0) return null;
  const label = before
    .slice(0, opening)
    .trimEnd()
    // `NAME: str({ default: VALUE`
    .replace(/(?<![\w.])[\w.]{1,60}\($/, '')
    .trimEnd();
  // `ENV.fetch("NAME") { VALUE`
  return nameBeforeOperator(label) ?? /["']([\w.-]{2,80})["']\s{0,3}\)?$/.exec(label)?.[1] ?? null;
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
