import { createHash } from 'node:crypto';
import { checksumScheme } from '../detect/checksums/index.ts';
import { entryOf } from './entry-of.ts';
import type { RuleFile, Sample } from './rule-file.ts';

/**
 * Made-up keys for examples and tests. A text holds a placeholder such as `{{azure-openai-key:1}}`, which
 * is filled in when it is used: the same name and number give the same key, on every machine. So no file
 * of the repository holds anything key-shaped.
 */

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();
const DIGITS = '0123456789';
const ALPHABETS: Readonly<Record<string, string>> = {
  upper: UPPER,
  lower: LOWER,
  digit: DIGITS,
  alnum: UPPER + LOWER + DIGITS,
  word: `${UPPER}${LOWER}${DIGITS}_-`,
  base64: `${UPPER}${LOWER}${DIGITS}+/`,
  base32: `${LOWER}234567`,
  hex: `${DIGITS}abcdef`,
  HEX: `${DIGITS}ABCDEF`,
  variant: '89ab',
};

const PLACEHOLDER = /\{\{([a-z][a-z0-9-]*):(\d+)\}\}/g;
const TEMPLATE_PART = /\{([A-Za-z0-9]+):(\d+)\}/g;

/** The samples that placeholders may name. */
export type Samples = Readonly<Record<string, Sample>>;

/** Every sample of some rules, by name. */
export function samplesOf(rules: readonly RuleFile[]): Samples {
  return Object.assign({}, ...rules.map((rule) => rule.samples));
}

/**
 * Fills in every placeholder of a text.
 * @throws {Error} for a name that `samples` does not have.
 */
export function expandPlaceholders(text: string, samples: Samples): string {
  return text.replace(PLACEHOLDER, (placeholder, name: string, number: string) => {
    const sample = entryOf(samples, name);
    if (sample === undefined) throw new Error(`no sample named "${name}" for ${placeholder}`);
    return makeSample(sample, `${name}:${number}`);
  });
}

/** One made-up key of a template; `seed` decides which. */
export function makeSample(sample: Sample, seed: string): string {
  const random = randomBytes(seed);
  const body = sample.template.replace(TEMPLATE_PART, (part, name: string, length: string) => {
    const alphabet = entryOf(ALPHABETS, name);
    if (alphabet === undefined) throw new Error(`no alphabet named "${name}" in ${part}`);
    return Array.from({ length: Number(length) }, () => pick(alphabet, random)).join('');
  });
  return sample.checksum === null ? body : checksumScheme(sample.checksum).complete(body);
}

/** No key is longer by far. */
const LONGEST_SAMPLE = 4096;

/** What is wrong with a template, or null. */
export function templateProblem(template: string): string | null {
  let length = template.length;
  for (const [part, name, count] of template.matchAll(TEMPLATE_PART)) {
    if (entryOf(ALPHABETS, name ?? '') === undefined) {
      return `${part}: the alphabets are ${Object.keys(ALPHABETS).join(', ')}`;
    }
    length += Number(count);
  }
  if (length > LONGEST_SAMPLE) return `makes a key of more than ${LONGEST_SAMPLE} characters`;
  const [brace] = /[{}].{0,20}/.exec(template.replace(TEMPLATE_PART, '')) ?? [];
  return brace === undefined ? null : `${brace}: a part is written {alphabet:length}, for example {alnum:20}`;
}

function pick(alphabet: string, random: Generator<number, never>): string {
  const limit = 256 - (256 % alphabet.length);
  let byte = random.next().value;
  while (byte >= limit) byte = random.next().value;
  return alphabet.charAt(byte % alphabet.length);
}

/** An endless stream of bytes that depends on the seed only. */
function* randomBytes(seed: string): Generator<number, never> {
  for (let block = 0; ; block++) yield* createHash('sha256').update(`${seed}:${block}`).digest();
}
