import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Automaton, buildAutomaton } from '../../src/detect/automaton.ts';

/** `[text, end]` of every occurrence, found by walking the automaton. */
function walk(automaton: Automaton, content: string): [number, number][] {
  const hits: [number, number][] = [];
  let state = 0;
  for (const [i, byte] of Buffer.from(content, 'latin1').entries()) {
    state = automaton.next[state + byte] ?? Number.NaN;
    const ending = automaton.ending[state >> 8] ?? [];
    expect(automaton.accepts[state >> 8]).toBe(ending.length > 0 ? 1 : 0);
    for (const text of ending) hits.push([text, i + 1]);
  }
  return sorted(hits);
}

function byIndexOf(texts: readonly string[], content: string): [number, number][] {
  const hits: [number, number][] = [];
  for (const [text, value] of texts.entries()) {
    for (let at = content.indexOf(value); at !== -1; at = content.indexOf(value, at + 1)) {
      hits.push([text, at + value.length]);
    }
  }
  return sorted(hits);
}

function sorted(hits: [number, number][]): [number, number][] {
  return hits.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
}

const smallText = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength, maxLength });

describe('buildAutomaton', () => {
  test('finds what indexOf finds, overlapping and nested texts as well', () => {
    fc.assert(
      fc.property(fc.uniqueArray(smallText(1, 5), { maxLength: 8 }), smallText(0, 60), (texts, content) => {
        expect(walk(buildAutomaton(texts), content)).toEqual(byIndexOf(texts, content));
      }),
      { numRuns: 3000 },
    );
  });

  test('finds texts that are in it twice under both numbers', () => {
    expect(walk(buildAutomaton(['ab', 'ab']), 'xab')).toEqual([
      [0, 3],
      [1, 3],
    ]);
  });

  test('without texts nothing is found', () => {
    expect(walk(buildAutomaton([]), 'anything at all')).toEqual([]);
  });

  test('finds texts between any bytes', () => {
    const automaton = buildAutomaton(['T3BlbkFJ', 'JQQJ9', '+ASt']);
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom('T3BlbkFJ', 'JQQJ9', '+ASt', 'T3BlbkT3BlbkFJ', 'JQQJQQJ9'),
        fc.uint8Array({ maxLength: 40 }),
        (before, mark, after) => {
          const content = Buffer.concat([before, Buffer.from(mark), after]).toString('latin1');
          expect(walk(automaton, content)).toEqual(byIndexOf(['T3BlbkFJ', 'JQQJ9', '+ASt'], content));
        },
      ),
    );
  });
});
