/** A key in two pieces is found wherever it is cut: whichever of its bytes the sampler meets. */
import { describe, expect, test } from 'vitest';
import { embeddedCredentials } from '../detect/embedding/credentials.ts';
import { embed, scan } from '../detect/embedding/embed.ts';
import { VALUE_ENCODINGS } from '../detect/embedding/encodings.ts';
import { TEMPLATES } from '../detect/embedding/templates.ts';
import { findIn } from '../support/engine.ts';
import { key } from '../support/keys.ts';

const SAMPLES = [
  'azure-legacy-key',
  'azure-app-configuration-secret',
  'openai-project-key-short',
  // Its first 32 characters alone are a key of another form.
  'azure-ml-signed-key',
];
const joined = VALUE_ENCODINGS.filter(({ id }) => id === 'joined from two texts');
const credentials = embeddedCredentials().filter(({ sample }) => SAMPLES.includes(sample));

describe.each(TEMPLATES.filter(({ joints }) => joints.length > 0).map((into) => [into.id, into] as const))(
  'in %s',
  (_id, into) => {
    test.each(credentials.map((each) => [each.sample, each] as const))('%s', (_sample, each) => {
      for (const encoding of joined) {
        for (let choice = 0; choice < 120; choice++) {
          const file = embed(each, into, encoding, 1 + choice, choice);
          expect(scan(file.path, Buffer.from(file.text)), `cut ${choice}`).toEqual([file.expected]);
        }
      }
    });
  },
);

/** `§` is where a key is cut. */
const CALLS: readonly [string, string, string][] = [
  ['Kotlin', 'val key = listOf("§").joinToString("")\n', '", "'],
  ['PHP', "$key = implode('', ['§']);\n", "', '"],
  ['PowerShell', '$key = -join("§")\n', '","'],
  ['Rust', 'const K: &str = concat!("§");\n', '", "'],
  ['JavaScript', 'const key = ["§"].join("");\n', '", "'],
  ['Python', 'KEY = "".join([\n    "§",\n])\n', '",\n    "'],
  ['Go', 'key := strings.Join([]string{"§"}, "")\n', '", "'],
  ['R', 'key <- paste0("§")\n', '", "'],
];

/** Where more than a few characters are between two pieces, one has to be as long as what the sampler looks for. */
const STATEMENTS: readonly [string, string, string][] = [
  ['Swift', 'var key = "§"\n', '"\nkey += "'],
  ['a PHP that appends', "$key = '§';\n", "';\n$key .= '"],
  ['Java', 'sb.append("§");\n', '").append("'],
];

describe('put together by a call', () => {
  const secret = key('openai-user-key', 7);
  // A piece has to show digits, as a random one does.
  const anywhere = range(12, secret.length - 12);
  const cases = [
    ...CALLS.map((each) => [...each, anywhere] as const),
    ...STATEMENTS.map((each) => [...each, [...range(12, 20), ...range(32, 40)]] as const),
  ];
  test.each(cases)('in %s', (_language, source, joint, cuts) => {
    for (const cut of cuts) {
      const text = source.replace('§', () => secret.slice(0, cut) + joint + secret.slice(cut));
      for (let shift = 0; shift < 32; shift++) {
        const found = findIn(`${'x '.repeat(shift >> 1)}${' '.repeat(shift & 1)}\n${text}`);
        expect(
          found.map((each) => String(each.secret)),
          `cut ${cut}, shift ${shift}`,
        ).toEqual([secret]);
      }
    }
  });

  test('but not with something between the items', () => {
    const text = `const key = ["${secret.slice(0, 25)}", "${secret.slice(25)}"].join("-");\n`;
    expect(findIn(text)).toEqual([]);
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
