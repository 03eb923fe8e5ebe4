/** Ways in which a value, or a whole file, is written other than in clear. */
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { createTar } from 'nanotar';
import type { Template } from './templates.ts';

/** A value as it is written: `[start, end)` of the text is what the secret in it became. */
export type Written = { readonly text: string; readonly start: number; readonly end: number };

export type ValueEncoding = {
  readonly id: string;
  /** Whether a made-up key of a sample can be written so into a template. */
  readonly fits: (template: Template, sample: string) => boolean;
  /** @param choice any number: which of several ways, or where to cut. */
  readonly write: (
    before: string,
    secret: string,
    behind: string,
    template: Template,
    choice: number,
  ) => Written;
};

export type FileEncoding = { readonly id: string; readonly pack: (bytes: Buffer, path: string) => Buffer };

const always = () => true;
const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0');

export const VALUE_ENCODINGS: readonly ValueEncoding[] = [
  { id: 'in clear', fits: always, write: characterwise((character) => character) },
  { id: 'base64, phase 0', fits: always, write: base64(0) },
  { id: 'base64, phase 1', fits: always, write: base64(1) },
  { id: 'base64, phase 2', fits: always, write: base64(2) },
  { id: 'percent, reserved characters', fits: always, write: characterwise(reserved) },
  { id: 'percent, all', fits: always, write: characterwise((character) => `%${hex(character)}`) },
  {
    id: 'percent twice, reserved characters',
    fits: always,
    write: characterwise((character) => reserved(character).replace('%', '%25')),
  },
  { id: 'percent twice, all', fits: always, write: characterwise((character) => `%25${hex(character)}`) },
  {
    id: 'JSON escapes, all',
    fits: ({ escapes }) => escapes.includes('json'),
    write: characterwise((character) => `\\u00${hex(character)}`),
  },
  {
    id: 'JSON escapes, other than letters',
    fits: ({ escapes }) => escapes.includes('json'),
    write: characterwise((character) => (/\w/.test(character) ? character : `\\u00${hex(character)}`)),
  },
  {
    id: 'HTML entities, decimal, all',
    fits: ({ escapes }) => escapes.includes('html'),
    write: characterwise((character) => `&#${character.charCodeAt(0)};`),
  },
  {
    id: 'HTML entities, hexadecimal, other than letters',
    fits: ({ escapes }) => escapes.includes('html'),
    write: characterwise((character) => (/\w/.test(character) ? character : `&#x${hex(character)};`)),
  },
  {
    id: 'percent-encoded base64',
    fits: always,
    write: nested(base64(0), characterwise(reserved)),
  },
  { id: 'base64 of base64', fits: always, write: nested(base64(1), base64(0)) },
  {
    id: 'base64 of JSON escapes',
    fits: always,
    write: nested(
      characterwise((character) => `\\u00${hex(character)}`),
      base64(2),
    ),
  },
  { id: 'joined from two texts', fits: canBeJoined, write: joined },
];

export const FILE_ENCODINGS: readonly FileEncoding[] = [
  { id: 'UTF-16LE with a mark', pack: (bytes) => utf16(`\ufeff${bytes}`) },
  { id: 'UTF-16BE with a mark', pack: (bytes) => utf16(`\ufeff${bytes}`).swap16() },
  { id: 'UTF-16LE without', pack: (bytes) => utf16(String(bytes)) },
  { id: 'UTF-16BE without', pack: (bytes) => utf16(String(bytes)).swap16() },
  { id: 'gzip', pack: (bytes) => gzipSync(bytes) },
  { id: 'zip', pack: zip },
  { id: 'tar.gz', pack: (bytes, path) => gzipSync(tar(bytes, path)) },
  { id: 'zip in a zip', pack: (bytes, path) => zip(zip(bytes, path), 'inner.zip') },
  { id: 'gzip in a tar.gz', pack: (bytes, path) => gzipSync(tar(gzipSync(bytes), `${path}.gz`)) },
  { id: 'UTF-16LE in a zip', pack: (bytes, path) => zip(utf16(`\ufeff${bytes}`), path) },
];

function characterwise(encode: (character: string) => string): ValueEncoding['write'] {
  return (before, secret, behind) => {
    const [head, body, tail] = [before, secret, behind].map((part) => [...part].map(encode).join(''));
    const start = head?.length ?? 0;
    return { text: `${head}${body}${tail}`, start, end: start + (body?.length ?? 0) };
  };
}

function reserved(character: string): string {
  return /[A-Za-z0-9_.~-]/.test(character) ? character : `%${hex(character).toUpperCase()}`;
}

/** Behind as many blanks as make its place `phase` more than a multiple of three. */
function base64(phase: number): ValueEncoding['write'] {
  return (before, secret, behind) => {
    const lead = ' '.repeat((3 + phase - (before.length % 3)) % 3);
    const offset = lead.length + before.length;
    return {
      text: Buffer.from(`${lead}${before}${secret}${behind}`).toString('base64'),
      start: Math.floor((offset * 4) / 3),
      end: Math.ceil(((offset + secret.length) * 4) / 3),
    };
  };
}

/** First in one way, and what that gives in another. */
function nested(inner: ValueEncoding['write'], outer: ValueEncoding['write']): ValueEncoding['write'] {
  return (before, secret, behind, template, choice) => {
    const { text, start, end } = inner(before, secret, behind, template, choice);
    return outer(text.slice(0, start), text.slice(start, end), text.slice(end), template, choice);
  };
}

/** The first part of an OpenAI key of any length is one as well, and is found as it stands. */
function canBeJoined({ joints }: Template, sample: string): boolean {
  if (OF_ANY_LENGTH.includes(sample) && joints.includes(SIDE_BY_SIDE)) return false;
  return joints.length > 0 && sample !== 'openai-odd-length-key';
}

/** Between two arguments of a command as well as between two pieces of a key. */
const SIDE_BY_SIDE = '" "';
/** Of these a first part may be a key: what stands beside it, with nothing that joins them, is not taken for the rest. */
const OF_ANY_LENGTH: readonly string[] = ['azure-entra-refresh-token', 'azure-databricks-token'];

/** Cut in two before its padding, both parts in quotes of their own. */
function joined(
  before: string,
  secret: string,
  behind: string,
  { joints }: Template,
  choice: number,
): Written {
  const joint = joints[choice % joints.length] ?? '';
  const cut = 1 + (choice % (secret.replace(/=+$/, '').length - 1));
  const body = secret.slice(0, cut) + joint + secret.slice(cut);
  return { text: before + body + behind, start: before.length, end: before.length + body.length };
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

function zip(bytes: Buffer, path: string): Buffer {
  return Buffer.from(zipSync({ [path]: bytes }));
}

function tar(bytes: Buffer, path: string): Uint8Array {
  return createTar([{ name: path, data: bytes }]);
}
