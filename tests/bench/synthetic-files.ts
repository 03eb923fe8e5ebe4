import type { Random } from './random.ts';

/** The lines of a made-up text file. */
export type TextFile = string[];

const NOUNS = [
  'account',
  'client',
  'config',
  'deployment',
  'endpoint',
  'message',
  'request',
  'session',
  'token',
  'user',
] as const;
const VERBS = [
  'build',
  'create',
  'fetch',
  'load',
  'parse',
  'read',
  'resolve',
  'send',
  'update',
  'validate',
] as const;
const HEX = '0123456789abcdef';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const ALPHANUMERIC = BASE64.slice(0, 62);

/** A text file of `length` lines like those of a program. */
export function sourceFile(random: Random, length: number): TextFile {
  return Array.from({ length }, () => sourceLine(random));
}

/** A lock file: mostly hashes, the text that costs a credential scanner most. */
export function lockFile(random: Random, packages: number): TextFile {
  return Array.from({ length: packages }, () => lockEntry(random)).flat();
}

/** Replaces, inserts and removes a few lines, as a commit does. */
export function edit(random: Random, file: TextFile, newLine: (random: Random) => string): TextFile {
  const start = random.below(Math.max(1, file.length - 3));
  const inserted = Array.from({ length: 1 + random.below(6) }, () => newLine(random));
  return file.toSpliced(start, random.below(4), ...inserted);
}

/** Bytes without any structure, as in an image or an archive. */
export function binaryFile(random: Random, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let offset = 0; offset + 4 <= length; offset += 4) bytes.writeUInt32LE(random.below(2 ** 32), offset);
  bytes.write('\x89PNG\r\n\x1a\n', 'latin1');
  return bytes;
}

/** One line like those of a program; now and then with what a scanner has to look at twice. */
export function sourceLine(random: Random): string {
  const noun = random.pick(NOUNS);
  const verb = random.pick(VERBS);
  const indent = '  '.repeat(random.below(4));
  switch (random.below(40)) {
    case 0:
      return `${indent}const ${noun}Hash = '${random.text(HEX, 32)}';`;
    case 1:
      return `${indent}id: '${random.text(HEX, 8)}-${random.text(HEX, 4)}-4${random.text(HEX, 3)}-a${random.text(HEX, 3)}-${random.text(HEX, 12)}',`;
    case 2:
      return `${indent}integrity: 'sha512-${random.text(BASE64, 86)}==',`;
    case 3:
      return '';
    case 4:
    case 5:
      return `${indent}// ${verb} the ${noun} before the ${random.pick(NOUNS)} is gone`;
    case 6:
    case 7:
      return `${indent}import { ${verb}${capitalise(noun)} } from './${noun}/${verb}-${random.pick(NOUNS)}';`;
    case 8:
    case 9:
      return `${indent}if (${noun} === undefined) throw new Error('no ${noun} for line ${random.below(10_000)}');`;
    case 10:
      return `${indent}}`;
    default:
      return `${indent}const ${noun}${random.below(100)} = await ${verb}${capitalise(random.pick(NOUNS))}(${noun}, ${random.below(1_000)});`;
  }
}

/** One line of a lock file. */
export function lockLine(random: Random): string {
  return `      "integrity": "sha512-${random.text(BASE64, 86)}==",`;
}

/** A line with an OpenAI-like key. Made at run time: no file of this project may hold one. */
export function leakLine(random: Random): string {
  const mark = ['T3Blbk', 'FJ'].join('');
  return `OPENAI_API_KEY=${['s', 'k'].join('')}-${random.text(ALPHANUMERIC, 20)}${mark}${random.text(ALPHANUMERIC, 20)}`;
}

function lockEntry(random: Random): string[] {
  const name = `${random.pick(NOUNS)}-${random.pick(VERBS)}-${random.below(1_000)}`;
  return [
    `    "node_modules/${name}": {`,
    `      "version": "${random.below(20)}.${random.below(20)}.${random.below(20)}",`,
    lockLine(random),
    '      "license": "MIT"',
    '    },',
  ];
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
