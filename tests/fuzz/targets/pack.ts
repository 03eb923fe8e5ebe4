/** What the fast reader reads of packs: deltas against a slow reader of the same, headers and zlib streams. */
import { deflateSync } from 'node:zlib';
import { applyDelta, ChangedRanges, readDeltaHeader } from '../../../src/git/pack/delta.ts';
import { readEntryHeader } from '../../../src/git/pack/entry-header.ts';
import { createInflater, inflateEachAnew } from '../../../src/git/pack/inflater.ts';
import { demand, demandSame, type FuzzTarget } from '../target.ts';

const BASE = Buffer.from('0123456789'.repeat(30));
const LARGEST = 1024 * 1024;
const inflate = createInflater();

export const { fuzz, seeds }: FuzzTarget = {
  fuzz(data) {
    if (data.length === 0) return;
    const delta = { baseSize: 0, resultSize: 0, at: 0 };
    readDeltaHeader(data, delta);
    demand(delta.at <= data.length, 'a header ends within the delta');
    if (delta.resultSize <= LARGEST) {
      const target = Buffer.alloc(delta.resultSize + 1);
      const changed = new ChangedRanges(8);
      const args = [data, delta.at, data.length, target, delta.resultSize, changed] as const;
      const fits = applyDelta(BASE, BASE.length, ...args);
      const expected = slowDelta(data, delta.at, delta.resultSize);
      demand(fits === (expected !== null), `a delta fits: ${fits}`);
      if (fits) demandSame(target.toString('latin1', 0, delta.resultSize), expected, 'the result of a delta');
      demand(target[delta.resultSize] === 0, 'nothing is written behind the target');
    }
    for (const length of [20, 32]) {
      const header = { type: 0, size: 0, length: 0, distance: 0 };
      readEntryHeader(data, 0, length, header);
      demand(header.type === 0 || header.length <= data.length, 'a header ends within the pack');
    }
    const length = data[0] ?? 0;
    const [fast, slow] = [Buffer.alloc(length + 1), Buffer.alloc(length + 1)];
    const isWhole = inflate(data, 1, data.length, fast, length);
    demand(isWhole === inflateEachAnew(data, 1, data.length, slow, length), 'both inflaters agree');
    if (isWhole) demandSame(fast.toString('hex', 0, length), slow.toString('hex', 0, length), 'a content');
  },
  seeds: () => [
    Buffer.from([0xac, 0x02, 12, 0x90, 10, 2, 0x61, 0x62]),
    Buffer.from([0xac, 0x02, 0x80, 0x80, 0x04, 0x80]),
    Buffer.from([0xac, 0x02, 30, 0xb1, 5, 20, 0, 0x91, 250, 10]),
    ...[0, 1, 100, 255].map((size) =>
      Buffer.concat([Buffer.from([size]), deflateSync(BASE.subarray(0, size))]),
    ),
  ],
};

/** The result of a delta on `BASE`, as the format is described; null when it is none. */
function slowDelta(delta: Buffer, start: number, length: number): string | null {
  let result = '';
  for (let at = start; at < delta.length; ) {
    const instruction = delta[at++] ?? 0;
    if (instruction === 0) return null;
    if (instruction < 0x80) {
      if (at + instruction > delta.length) return null;
      result += delta.toString('latin1', at, at + instruction);
      at += instruction;
    } else {
      const values = [0, 1, 2, 3, 4, 5, 6].map((bit) => {
        if ((instruction & (1 << bit)) === 0) return 0;
        return delta[at++];
      });
      if (values.includes(undefined)) return null;
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = values;
      const offset = a + b * 2 ** 8 + c * 2 ** 16 + d * 2 ** 24;
      const size = e + f * 2 ** 8 + g * 2 ** 16 || 0x10000;
      if (offset + size > BASE.length) return null;
      result += BASE.toString('latin1', offset, offset + size);
    }
    if (result.length > length) return null;
  }
  return result.length === length ? result : null;
}
