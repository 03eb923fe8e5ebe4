/**
 * Labelled cases: `{id, kind, file_name, text, encoding?, inner_name?, expect}` on each line. What the
 * placeholders, their pipes and the encodings mean is written in `test-fixtures/accuracy/README.md`.
 */
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { createTar } from 'nanotar';
import { makeSample, type Samples } from '../../src/rules/placeholders.ts';

export type AccuracyCase = {
  readonly id: string;
  readonly kind: string;
  readonly file_name: string;
  readonly text: string;
  readonly encoding?: string;
  readonly inner_name?: string;
  readonly expect: readonly string[];
  readonly note?: string;
};

const PLACEHOLDER = /\{\{([a-z][a-z0-9-]*):(\d+)((?:\|[a-zA-Z0-9-]+)*)\}\}/g;

/** The cases of a file's text, with made-up keys in the place of placeholders. */
export function readCases(jsonLines: string, samples: Samples): AccuracyCase[] {
  return jsonLines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const parsed = JSON.parse(line) as AccuracyCase;
      const expand = (text: string) => expandWithPipes(text, samples);
      return { ...parsed, text: expand(parsed.text), expect: parsed.expect.map(expand) };
    });
}

/** The bytes of a case's file. */
export function fileOf({
  text,
  encoding = 'utf8',
  inner_name: innerName = 'file.txt',
}: AccuracyCase): Buffer {
  switch (encoding) {
    case 'utf8':
    case 'utf-8':
      return Buffer.from(text);
    case 'utf16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'utf16le-no-bom':
      return Buffer.from(text, 'utf16le');
    case 'utf16be-no-bom':
      return Buffer.from(text, 'utf16le').swap16();
    case 'gzip':
      return gzipSync(text);
    case 'zip':
      return Buffer.from(zipSync({ [innerName]: Buffer.from(text) }));
    case 'docx':
      return Buffer.from(
        zipSync({ '[Content_Types].xml': Buffer.from('<Types/>'), [innerName]: Buffer.from(text) }),
      );
    case 'tar.gz':
      return gzipSync(createTar([{ name: innerName, data: text }]));
    case 'base64-lines':
      return Buffer.from(
        `${Buffer.from(text)
          .toString('base64')
          .replace(/.{1,76}/g, '$&\n')}`,
      );
    case 'base64':
      return Buffer.from(text, 'base64');
    case 'latin1':
      return Buffer.from(text, 'latin1');
    default:
      throw new Error(`unknown encoding ${encoding}`);
  }
}

function expandWithPipes(text: string, samples: Samples): string {
  return text.replace(PLACEHOLDER, (placeholder, name: string, number: string, pipes: string) => {
    const sample = samples[name];
    if (!sample) throw new Error(`no sample named "${name}" for ${placeholder}`);
    const key = makeSample(sample, `${name}:${number}`);
    return pipes.split('|').slice(1).reduce(applyPipe, key);
  });
}

function applyPipe(value: string, pipe: string): string {
  const slice = /^slice-(\d+)-(\d+)$/.exec(pipe);
  if (slice) return value.slice(Number(slice[1]), Number(slice[2]));
  const apply = PIPES[pipe];
  if (!apply) throw new Error(`unknown pipe ${pipe}`);
  return apply(value);
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const half = (text: string): number => Math.floor(text.length / 2);
const hex = (character: string): string => character.charCodeAt(0).toString(16).padStart(2, '0');
const mapAll = (text: string, encode: (character: string) => string): string =>
  [...text].map(encode).join('');
const mapSpecial = (text: string, encode: (character: string) => string): string =>
  text.replace(/[^A-Za-z0-9]/g, encode);
const percent = (character: string): string => `%${hex(character).toUpperCase()}`;
const unicode = (character: string): string => `\\u00${hex(character)}`;
const entity = (character: string): string => `&#${character.charCodeAt(0)};`;

const PIPES: Readonly<Record<string, (key: string) => string>> = {
  base64,
  'base64-at-1': (key) => base64(`{${key}}`),
  'base64-at-2': (key) => base64(`{"${key}}`),
  'base64-basic': (key) => base64(`user:${key}`),
  'base64-line': (key) => base64(`${key}\n`),
  base64url: (key) => Buffer.from(key).toString('base64url'),
  percent: (key) => mapSpecial(key, percent),
  'percent-all': (key) => mapAll(key, percent),
  'percent-twice': (key) => mapAll(key, percent).replaceAll('%', '%25'),
  'json-unicode': (key) => mapSpecial(key, unicode),
  'unicode-all': (key) => mapAll(key, unicode),
  'hex-escapes': (key) => mapAll(key, (character) => `\\x${hex(character)}`),
  html: (key) => mapSpecial(key, (character) => (character === '/' ? '&#x2F;' : entity(character))),
  'html-all': (key) => mapAll(key, entity),
  'split-plus': (key) => `${key.slice(0, half(key))}" + "${key.slice(half(key))}`,
  'split-adjacent': (key) => `${key.slice(0, half(key))}"\n    "${key.slice(half(key))}`,
  'split-backslash': (key) => `${key.slice(0, half(key))}\\\n${key.slice(half(key))}`,
  reverse: (key) => [...key].reverse().join(''),
  uuid: (key) => key.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  upper: (key) => key.toUpperCase(),
};
