import { redact } from '../../src/credentials/redact.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { key } from './keys.ts';

/** So many characters of a secret in a row are more than any output may hold, beside what redaction shows. */
const WINDOW = 8;
/** By chance 8 hex characters are among those of ids of objects and digests in a few megabytes of output. */
const HEX_WINDOW = 12;

/** A way to write a piece of a secret: so long, and alike for all pieces. */
type Form = {
  readonly name: string;
  /** The forms of a piece, all of one length. */
  write(piece: string): readonly string[];
  /** What makes the text comparable. */
  read(text: string): string;
};

const FORMS: readonly Form[] = [
  { name: 'plain', write: (piece) => [piece], read: (text) => text },
  { name: 'reversed', write: (piece) => [[...piece].reverse().join('')], read: (text) => text },
  { name: 'hex', write: (piece) => [Buffer.from(piece).toString('hex')], read: (text) => text.toLowerCase() },
  {
    name: 'percent',
    write: (piece) => [Buffer.from(piece).toString('hex').replaceAll(/../g, '%$&')],
    read: (text) => text.toLowerCase(),
  },
  {
    name: 'utf-16',
    write: (piece) => [[...piece].join('\0')],
    read: (text) => text,
  },
  { name: 'base64', write: inBase64, read: (text) => text.replaceAll('-', '+').replaceAll('_', '/') },
];

/** At each of the three places in a group of bytes; what also depends on the neighbours is cut off. */
function inBase64(piece: string): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.from('x'.repeat(before) + piece).toString('base64');
    const start = Math.ceil((before * 8) / 6);
    return text.slice(start, start + 8);
  });
}

/** Pieces as one form writes them, all of one length. */
type Needles = {
  readonly form: Form;
  readonly length: number;
  /** From what is written to the piece. */
  readonly pieces: ReadonlyMap<string, string>;
  readonly beginnings: Uint8Array;
};

/** Finds pieces of secrets in anything that was written, in all forms that tell them. */
export class SecretSearch {
  readonly #needles: Needles[] = [];

  constructor(secrets: readonly string[]) {
    for (const form of FORMS) {
      const byLength = new Map<number, Map<string, string>>();
      for (const secret of secrets) {
        for (const piece of hiddenPieces(secret)) {
          for (const written of form.write(piece)) {
            const pieces = byLength.get(written.length) ?? new Map<string, string>();
            byLength.set(written.length, pieces);
            pieces.set(written, piece);
          }
        }
      }
      for (const [length, pieces] of byLength) {
        const beginnings = new Uint8Array(BEGINNINGS);
        for (const written of pieces.keys()) beginnings[beginningAt(written, 0)] = 1;
        this.#needles.push({ form, length, pieces, beginnings });
      }
    }
  }

  /** Each as `form: what stands around it`; empty when there is none. */
  leaksIn(output: string): string[] {
    return this.#needles.flatMap(({ form, length, pieces, beginnings }) => {
      const text = form.read(output);
      for (let at = 0; at + length <= text.length; at++) {
        if (beginnings[beginningAt(text, at)] === 0) continue;
        const found = pieces.get(text.slice(at, at + length));
        if (found !== undefined)
          return [`${form.name}: ${text.slice(Math.max(0, at - 60), at + length + 10)}`];
      }
      return [];
    });
  }
}

/** Most places in a text begin like no piece, which is faster to tell than whether they are one. */
const BEGINNINGS = 1 << 20;

function beginningAt(text: string, at: number): number {
  let hash = 0;
  for (let each = at; each < at + 4; each++) hash = Math.imul(hash, 31) + text.charCodeAt(each);
  return hash & (BEGINNINGS - 1);
}

/** Every piece of a secret that no output may hold. */
function hiddenPieces(secret: string): string[] {
  const shown = redact(secret);
  const length = /^[0-9a-f]+$/i.test(secret) ? HEX_WINDOW : WINDOW;
  const pieces: string[] = [];
  for (let at = 0; at + length <= secret.length; at++) {
    const piece = secret.slice(at, at + length);
    if (!shown.includes(piece) && !PUBLIC.has(piece.slice(0, WINDOW))) pieces.push(piece);
  }
  return pieces;
}

/** Made-up keys of every family that ships. */
export const SAMPLES: readonly string[] = builtinRules().flatMap((rule) => Object.keys(rule.samples));

/** What all keys of a kind have alike, such as a signature, is no secret: the rules themselves name it. */
const PUBLIC: ReadonlySet<string> = new Set(
  SAMPLES.flatMap((sample) => {
    const [first, second] = [key(sample, 1001), key(sample, 1002)];
    return Array.from({ length: first.length }, (_, at) => first.slice(at, at + WINDOW)).filter(
      (piece) => piece.length === WINDOW && second.includes(piece),
    );
  }),
);
