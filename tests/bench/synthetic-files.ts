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

/** One in so many lines of a program holds what a scanner has to look at twice: a hash, a UUID, a digest. */
const LINES_PER_SUSPECT = 300;

/** One line like those of a program. */
export function sourceLine(random: Random): string {
  const indent = '  '.repeat(random.below(4));
  return indent + (random.below(LINES_PER_SUSPECT) === 0 ? suspectStatement(random) : statement(random));
}

function suspectStatement(random: Random): string {
  const uuid = [8, 4, 4, 4, 12].map((length) => random.text(HEX, length)).join('-');
  return random.pick([
    `const ${random.pick(NOUNS)}Hash = '${random.text(HEX, 32)}';`,
    `id: '${uuid}',`,
    `integrity: 'sha512-${random.text(BASE64, 86)}==',`,
  ]);
}

function statement(random: Random): string {
  const noun = random.pick(NOUNS);
  const verb = random.pick(VERBS);
  const call = `${verb}${capitalise(random.pick(NOUNS))}`;
  const assignment = `const ${noun}${random.below(100)} = await ${call}(${noun}, ${random.below(1_000)});`;
  return random.pick([
    assignment,
    assignment,
    assignment,
    `// ${verb} the ${noun} before the ${random.pick(NOUNS)} is gone`,
    `import { ${call} } from './${noun}/${verb}-${random.pick(NOUNS)}';`,
    `if (${noun} === undefined) throw new Error('no ${noun} for line ${random.below(10_000)}');`,
    '}',
    '',
  ]);
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
