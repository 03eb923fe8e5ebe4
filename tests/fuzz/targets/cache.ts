/** A forged cache: its hash is right, and all else is somebody's choice. */
import { graphFromBytes, graphToBytes } from '../../../src/cache/graph-bytes.ts';
import { fromContent } from '../../../src/cache/known-content.ts';
import { demand, type FuzzTarget } from '../target.ts';

const HEADER = {
  tips: [],
  objects: 1,
  commits: 1,
  suspects: [],
  missing: [],
  changes: [],
  hasGraph: true,
};

export const { fuzz, seeds }: FuzzTarget = {
  fuzz(data) {
    const end = data.indexOf(0);
    const known = fromContent(
      { header: parse(data.subarray(0, Math.max(end, 0))), body: data.subarray(end + 1) },
      40,
    );
    makeGraph(known?.makeGraph ?? null);
    makeGraph(() => graphFromBytes(data, 40));
  },
  seeds() {
    const oid = '0123456789abcdef0123456789abcdef01234567';
    const graph = Buffer.alloc(4 + 2 * 52 + 4);
    graph.writeUInt32LE(2, 0);
    graph.write(oid + oid.replaceAll('0', 'f'), 4, 'latin1');
    graph.writeUInt32LE(1, 4 + 2 * 48 + 4);
    const suspect = { oid, type: 'blob', path: 'a' };
    const change = { commit: oid, before: [oid], after: oid, path: 'YQ==' };
    const full = { ...HEADER, tips: [oid], suspects: [suspect], missing: [oid], changes: [change] };
    return [
      graph,
      ...[HEADER, full].map((header) => Buffer.concat([Buffer.from(`${JSON.stringify(header)}\0`), graph])),
    ];
  },
};

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

/** What is no graph has to be refused as one; what is one has to be the same when it has been written. */
function makeGraph(make: (() => ReturnType<typeof graphFromBytes>) | null): void {
  if (make === null) return;
  try {
    const graph = make();
    const bytes = graphToBytes(graph);
    demand(bytes === null || graphFromBytes(bytes, 40).size === graph.size, 'a graph stays the same');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}
