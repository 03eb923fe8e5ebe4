import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphFromBytes, graphToBytes } from '../../src/cache/graph-bytes.ts';
import { CommitGraph } from '../../src/git/commit-graph.ts';

const idOf = (number: number, length: number) =>
  Buffer.from(
    number
      .toString(16)
      .padStart(8, '0')
      .repeat(length / 8),
    'latin1',
  );

/** Each commit with parents among those before it. */
const history = fc
  .array(fc.tuple(fc.array(fc.nat(), { maxLength: 3 }), fc.integer({ min: -(2 ** 40), max: 2 ** 40 })), {
    maxLength: 60,
  })
  .map((commits) =>
    commits.map(([parents, time], index) => ({
      parents: index === 0 ? [] : [...new Set(parents.map((parent) => parent % index))],
      time,
    })),
  );

test.each([40, 64])('a graph is the same when it has been bytes, with ids of %i characters', (length) => {
  fc.assert(
    fc.property(history, fc.boolean(), (commits, childrenFirst) => {
      const graph = new CommitGraph(length);
      const numbered = commits.map((commit, index) => ({ ...commit, index }));
      for (const { index, parents, time } of childrenFirst ? numbered.reverse() : numbered)
        graph.add(
          [index, ...parents].map((each) => idOf(each, length)),
          time,
        );
      const bytes = graphToBytes(graph);
      const again = bytes === null ? null : graphFromBytes(bytes, length);
      expect(again?.size).toBe(graph.size);
      for (const place of graph.added()) {
        const other = again?.find(graph.idAt(place)) ?? null;
        if (other === null || again === null) throw new Error('a commit is lost');
        expect(again.committedAt(other)).toBe(graph.committedAt(place));
        expect(again.parentsOf(other).map((parent) => again.idAt(parent))).toEqual(
          graph.parentsOf(place).map((parent) => graph.idAt(parent)),
        );
      }
    }),
  );
});

test('a graph with a commit that is missing is not kept', () => {
  const graph = new CommitGraph(40);
  graph.add([idOf(1, 40), idOf(2, 40)], 0);
  expect(graphToBytes(graph)).toBeNull();
});

test('a graph of only some commits has those, and their parents', () => {
  fc.assert(
    fc.property(history, fc.nat(), (commits, tip) => {
      const graph = new CommitGraph(40);
      for (const [index, { parents, time }] of commits.entries())
        graph.add(
          [index, ...parents].map((each) => idOf(each, 40)),
          time,
        );
      const start = graph.added()[tip % Math.max(1, commits.length)];
      const marks = graph.ancestors(start === undefined ? [] : [start]);
      const only = graph.only(marks);
      const expected = graph.added().filter((place) => marks[place] === 1);
      expect(
        only
          .added()
          .map((place) => only.idAt(place))
          .sort(),
      ).toEqual(expected.map((place) => graph.idAt(place)).sort());
      expect(only.missing()).toEqual([]);
    }),
  );
});
