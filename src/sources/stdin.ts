import type { Source } from './source.ts';
import { Windower } from './windows.ts';

/** Bytes that come from outside, as one content of any length. Counts as one file. */
export function stdinSource(
  input: AsyncIterable<Uint8Array>,
  options: { signal?: AbortSignal | undefined } = {},
): Source {
  return async (emit, coverage) => {
    const windower = new Windower(emit);
    windower.begin([{ kind: 'stdin' }], null);
    for await (const chunk of input) {
      options.signal?.throwIfAborted();
      coverage.files.bytes += chunk.length;
      windower.push(chunk);
    }
    windower.end();
    coverage.files.scanned += 1;
  };
}
