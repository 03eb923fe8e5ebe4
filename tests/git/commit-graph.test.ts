import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CommitGraph, type CommitPlace } from '../../src/git/commit-graph.ts';

const id = (number: number): string => number.toString(16).padStart(40, '0');
const bytes = (number: number): Buffer => Buffer.from(id(number), 'latin1');

/** For each commit its parents, all of which have smaller numbers. */
const history = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 60 })
  .map((all) =>
    all.map((parents, number) => (number === 0 ? [] : [...new Set(parents.map((p) => p % number))])),
  );

function graphOf(parents: readonly (readonly number[])[], order: readonly number[]): CommitGraph {
  const graph = new CommitGraph(40);
  for (const number of order) {
    graph.add([number, ...(parents[number] ?? [])].map(bytes), 1000 + number);
  }
  return graph;
}

function place(graph: CommitGraph, number: number): CommitPlace {
  const found = graph.find(id(number));
  if (found === null) throw new Error(`no commit ${number}`);
  return found;
}

/** Everything that a commit comes after, itself among it. */
function ancestors(parents: readonly (readonly number[])[], number: number): Set<number> {
  const seen = new Set<number>();
  const open = [number];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(parents[next] ?? []));
  }
  return seen;
}

describe('CommitGraph', () => {
  test('whatever the order in which commits are added, descendants and ancestors are the same', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (parents, random) => {
        const numbers = parents.map((_, number) => number);
        const order = [...numbers].sort(() => (random.next().value % 2 === 0 ? 1 : -1));
        const graph = graphOf(parents, order);
        const sets = Array.from({ length: 32 }, () => [random.next().value % parents.length]);
        const marks = graph.spread(sets.map((set) => set.map((number) => place(graph, number))));
        const old = graph.ancestors([place(graph, parents.length - 1)]);
        const before = ancestors(parents, parents.length - 1);
        for (const number of numbers) {
          const own = ancestors(parents, number);
          const mark = marks[place(graph, number)] ?? 0;
          for (const [bit, set] of sets.entries()) {
            expect((mark >>> bit) & 1).toBe(set.some((each) => own.has(each)) ? 1 : 0);
          }
          expect(old[place(graph, number)]).toBe(before.has(number) ? 1 : 0);
          expect(graph.parentsOf(place(graph, number)).map((each) => graph.idAt(each))).toEqual(
            (parents[number] ?? []).map(id),
          );
        }
        expect(graph.missing()).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('a commit that is named and never added is missing', () => {
    const graph = graphOf([[], [0], [1]], [2]);
    expect(graph.missing().map((each) => graph.idAt(each))).toEqual([id(1)]);
    expect(graph.added().map((each) => graph.idAt(each))).toEqual([id(2)]);
    expect(graph.find(id(0))).toBeNull();
    expect(graph.parentsOf(place(graph, 1))).toEqual([]);
  });

  test('at the same second, what comes before is older', () => {
    const graph = new CommitGraph(40);
    graph.add([bytes(2), bytes(1)], 7);
    graph.add([bytes(1)], 7);
    expect(graph.isOlder(place(graph, 1), place(graph, 2))).toBe(true);
    expect(graph.isOlder(place(graph, 2), place(graph, 1))).toBe(false);
  });
});
