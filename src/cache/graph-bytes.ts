import { CommitGraph } from '../git/commit-graph.ts';

/**
 * A graph as bytes: the number of commits (32 bits), their ids in hex, their times (64-bit floats), how many parents each
 * has, and where the parents stand among them (32 bits each). Numbers are little-endian.
 * @returns null for a graph with commits that are missing.
 */
export function graphToBytes(graph: CommitGraph): Buffer | null {
  const commits = graph.added();
  if (commits.length !== graph.size) return null;
  const { hexLength } = graph;
  const parents = commits.map((place) => graph.parentsOf(place));
  const parentCount = parents.reduce((sum, { length }) => sum + length, 0);
  const bytes = Buffer.alloc(4 + commits.length * (hexLength + 12) + parentCount * 4);
  let at = bytes.writeUInt32LE(commits.length, 0);
  for (const place of commits) at += bytes.write(graph.idAt(place), at, 'latin1');
  for (const place of commits) at = bytes.writeDoubleLE(graph.committedAt(place), at);
  for (const { length } of parents) at = bytes.writeUInt32LE(length, at);
  const positions = new Uint32Array(graph.size);
  commits.forEach((place, position) => {
    positions[place] = position;
  });
  for (const place of parents.flat()) at = bytes.writeUInt32LE(positions[place] ?? 0, at);
  return bytes;
}

/** @throws RangeError for bytes that are no graph. */
export function graphFromBytes(bytes: Buffer, hexLength: number): CommitGraph {
  const count = bytes.readUInt32LE(0);
  const times = 4 + count * hexLength;
  const counts = times + count * 8;
  let parents = counts + count * 4;
  const idAt = (place: number) => bytes.subarray(4 + place * hexLength, 4 + (place + 1) * hexLength);
  const graph = new CommitGraph(hexLength);
  for (let place = 0; place < count; place += 1) {
    const ids = [idAt(place)];
    for (let left = bytes.readUInt32LE(counts + place * 4); left > 0; left -= 1) {
      ids.push(idAt(bytes.readUInt32LE(parents)));
      parents += 4;
    }
    graph.add(ids, bytes.readDoubleLE(times + place * 8));
  }
  return graph;
}
