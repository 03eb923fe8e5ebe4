/** The sampler, which looks at every 32nd byte, against one that looks at all of them. */
import { CREDENTIAL_BYTES } from '../../../src/detect/bytes.ts';
import { SHORTEST_RUN, sampleRuns } from '../../../src/detect/sampler.ts';
import { demand, demandSame, type FuzzTarget } from '../target.ts';

type Range = [start: number, end: number];

function allRuns(bytes: Uint8Array): Range[] {
  const runs: Range[] = [];
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && CREDENTIAL_BYTES[bytes[at] ?? 0] === 1) continue;
    if (at - start >= SHORTEST_RUN) runs.push([start, at]);
    start = at + 1;
  }
  return runs;
}

export const { fuzz, seeds }: FuzzTarget = {
  fuzz(data) {
    const runs: Range[] = [];
    sampleRuns(
      data,
      (start, end) => runs.push([start, end]),
      (start, end) => demand(0 <= start && start <= end && end <= data.length, 'a piece is within the bytes'),
    );
    demandSame(runs, allRuns(data), 'runs');
  },
  seeds: () =>
    [31, 32, 33, 63, 64, 65].flatMap((length) => [
      Buffer.from('a'.repeat(length)),
      Buffer.from(`x = "${'a'.repeat(length)}" + '${'b'.repeat(16)}'`),
      Buffer.from(` ${'a'.repeat(length)} ${'-'.repeat(31)} \\\n`.repeat(3)),
    ]),
};
