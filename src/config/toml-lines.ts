import type { DocumentPath } from '../rules/yaml-document.ts';

/**
 * Where each key and each element of a TOML text stands, as lines from 1. The text has been read by a parser,
 * which tells no positions: so it is TOML, and what it holds need not be checked again. Takes time in
 * proportion to its length, whatever it holds.
 */
export function tomlLines(text: string): (path: DocumentPath) => number {
  const top = new LineReader(text).readAll();
  return (path) => {
    let place = top;
    for (const part of path) {
      const inside = place.parts.get(part);
      if (inside === undefined) break;
      place = inside;
    }
    return place.line;
  };
}

/** Where something stands for the first time, and what is in it. */
type Place = {
  readonly line: number;
  readonly parts: Map<string | number, Place>;
  /** Of an array of tables the one that was begun last: what follows belongs to it. */
  lastTable: Place | null;
};

const SPACES = /[ \t\r\n,]*(?:#[^\n]*[ \t\r\n,]*)*/y;
/** Of a key: quoted, or bare. */
const KEY_PART = /"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+/y;
/** Numbers, dates and booleans. */
const BARE_VALUE = /[^\s,\]}#]*/y;

class LineReader {
  readonly #text: string;
  #at = 0;
  #line = 1;
  /** Lines are counted up to here. */
  #countedTo = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readAll(): Place {
    const top: Place = { line: 1, parts: new Map(), lastTable: null };
    let table = top;
    for (this.#skip(SPACES); this.#at < this.#text.length; this.#skip(SPACES)) {
      if (this.#text[this.#at] === '[') table = this.#header(top);
      else this.#member(table);
    }
    return top;
  }

  /** `[a.b]`, or `[[a.b]]`, which begins the next element of the list `a.b`. */
  #header(top: Place): Place {
    const isElement = this.#text.startsWith('[[', this.#at);
    this.#at += isElement ? 2 : 1;
    const keys = this.#key();
    const last = keys.pop() ?? '';
    let parent = top;
    for (const key of keys) {
      const place = this.#part(parent, key);
      parent = place.lastTable ?? place;
    }
    const place = this.#part(parent, last);
    if (isElement) place.lastTable = this.#part(place, place.parts.size);
    this.#at += isElement ? 2 : 1;
    return place.lastTable ?? place;
  }

  /** `key = value`, in a table or between braces. */
  #member(table: Place): void {
    const place = this.#key().reduce((parent, key) => this.#part(parent, key), table);
    // The equals sign.
    this.#at += 1;
    this.#skip(SPACES);
    this.#value(place);
  }

  /** `a."b.c".d`, and the space behind it. */
  #key(): string[] {
    const keys: string[] = [];
    for (;;) {
      this.#skip(SPACES);
      keys.push(unquoted(this.#skip(KEY_PART)));
      this.#skip(SPACES);
      if (this.#text[this.#at] !== '.') return keys;
      this.#at += 1;
    }
  }

  #value(place: Place): void {
    const first = this.#text[this.#at];
    if (first === '"' || first === "'") this.#string(first);
    else if (first === '[') this.#elements(place);
    else if (first === '{') this.#inlineTable(place);
    else if (this.#skip(BARE_VALUE) === '') this.#at += 1;
  }

  #elements(list: Place): void {
    this.#at += 1;
    this.#skip(SPACES);
    for (let index = 0; this.#isWithin(']'); index++) {
      this.#value(this.#part(list, index));
      this.#skip(SPACES);
    }
    this.#at += 1;
  }

  #inlineTable(table: Place): void {
    this.#at += 1;
    this.#skip(SPACES);
    while (this.#isWithin('}')) {
      this.#member(table);
      this.#skip(SPACES);
    }
    this.#at += 1;
  }

  #isWithin(end: string): boolean {
    return this.#at < this.#text.length && this.#text[this.#at] !== end;
  }

  /** By hand, because texts may be long, and an engine that goes back needs room for each character. */
  #string(quote: string): void {
    const isLong = this.#text.startsWith(quote.repeat(3), this.#at);
    const end = isLong ? quote.repeat(3) : quote;
    this.#at += end.length;
    while (this.#at < this.#text.length && !this.#text.startsWith(end, this.#at))
      this.#at += quote === '"' && this.#text[this.#at] === '\\' ? 2 : 1;
    this.#at += end.length;
    // Up to two quotes of the text itself may stand before the three that end it.
    while (isLong && this.#text[this.#at] === quote) this.#at += 1;
  }

  #skip(token: RegExp): string {
    token.lastIndex = this.#at;
    const [text = ''] = token.exec(this.#text) ?? [];
    this.#at += text.length;
    return text;
  }

  /** The part of that name; it stands here when it is mentioned for the first time. */
  #part(parent: Place, name: string | number): Place {
    const known = parent.parts.get(name);
    if (known !== undefined) return known;
    for (; this.#countedTo < this.#at; this.#countedTo++) {
      if (this.#text[this.#countedTo] === '\n') this.#line += 1;
    }
    const place: Place = { line: this.#line, parts: new Map(), lastTable: null };
    parent.parts.set(name, place);
    return place;
  }
}

/** Escapes in names are read by JSON, which has nearly the same. */
function unquoted(key: string): string {
  if (key.startsWith("'")) return key.slice(1, -1);
  if (!key.startsWith('"')) return key;
  try {
    return JSON.parse(key) as string;
  } catch {
    return key.slice(1, -1);
  }
}
