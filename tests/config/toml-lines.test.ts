import fc from 'fast-check';
import { stringify } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { tomlLines } from '../../src/config/toml-lines.ts';

describe('tomlLines', () => {
  test.each<[string, (string | number)[], number]>([
    ['a = 1\nb = 2', ['b'], 2],
    ['a = 1\r\nb = 2', ['b'], 2],
    ['# c = 1\n\nc = 1 # d = 2\nd = 2', ['d'], 4],
    ['[t]\na = 1\n[u]\na = 2', ['u', 'a'], 4],
    ['[t]\na = 1', ['t'], 1],
    ['[ t . "u.v" ]\na = 1', ['t', 'u.v', 'a'], 2],
    ["['t']\na.b.c = 1", ['t', 'a', 'b', 'c'], 2],
    ['[[t]]\na = 1\n[[t]]\na = 2', ['t', 1, 'a'], 4],
    ['[[t]]\na = 1\n[[t.u]]\nb = 1\n[[t]]\n[[t.u]]\nb = 2', ['t', 1, 'u', 0, 'b'], 7],
    ['[[t]]\n[t.u]\nb = 1', ['t', 0, 'u', 'b'], 3],
    ['a = [\n  1,\n  2, # two\n\n  3,\n]', ['a', 2], 5],
    ['a = [[1,\n2],\n[3,\n4]]', ['a', 1, 1], 4],
    ['a = { b = 1, c = { d = [\n1] } }', ['a', 'c', 'd', 0], 2],
    ['a = [ { b = 1 },\n { b = 2 } ]', ['a', 1, 'b'], 2],
    ['a = "[b]"\nb = 1', ['b'], 2],
    ['a = "\\"\\\\"\nb = 1', ['b'], 2],
    ["a = '\\'\nb = 1", ['b'], 2],
    ['a = """\nb = 2\n[c]\n"""\nb = 1', ['b'], 5],
    ["a = '''\nb = 2\n'''\nb = 1", ['b'], 4],
    ['a = """two quotes: """""\nb = 1', ['b'], 2],
    ['a = """\\""""\nb = 1', ['b'], 2],
    ['"a\\u0062" = 1\n"\\"" = 2', ['"'], 2],
    ['a = 1979-05-27T07:32:00Z\nb = 1', ['b'], 2],
    // What is not there stands where it would: in the nearest thing that is.
    ['x = 1\n[t]\na = 1', ['t', 'none', 'at', 'all'], 2],
    ['x = 1', ['none'], 1],
    ['', [], 1],
  ])('%j: %j', (text, path, line) => {
    expect(tomlLines(text)(path)).toBe(line);
  });

  test('names the line of each key of any document', () => {
    const keys = fc.stringMatching(/^[a-z"'#=. [\]\\é-]{1,4}$/);
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom('text', 'a # b', '[x]', '"', "'''", 'two\nlines', 1, -2.5, true),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(keys, values.value, { maxKeys: 4 }), (written) => {
        const document = withDistinctKeys(written);
        const text = stringify(document);
        const lineOf = tomlLines(text);
        const lines = text.split('\n');
        for (const path of pathsIn(document)) {
          const name = path.findLast((each) => typeof each === 'string') ?? '';
          expect(lines[lineOf(path) - 1], `${JSON.stringify(path)} in\n${text}`).toContain(escaped(name));
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** The same with a number at each key, so that a line is known by it. */
function withDistinctKeys<T>(value: T, next = { number: 0 }): T {
  if (Array.isArray(value)) return value.map((item) => withDistinctKeys(item, next)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [`${key}${++next.number}_`, withDistinctKeys(item, next)]),
  ) as T;
}

function pathsIn(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const own = [...path, Array.isArray(value) ? Number(key) : key];
    return [own, ...pathsIn(item, own)];
  });
}

/** As it is written between double quotes. */
function escaped(name: string): string {
  return JSON.stringify(name).slice(1, -1);
}
