import { Coverage } from '../../src/sources/coverage.ts';
import type { ContentOrigin, Source } from '../../src/sources/source.ts';

/** A content that a source emitted, with the bytes that its pieces own put together. */
export type Collected = { readonly origin: ContentOrigin; readonly text: string; readonly pieces: number };

/** Runs a source to its end. */
export async function collect(source: Source): Promise<{ contents: Collected[]; coverage: Coverage }> {
  const coverage = new Coverage();
  const contents: { origin: ContentOrigin; chunks: Buffer[]; pieces: number }[] = [];
  await source(({ origin, bytes, piece }) => {
    const owned = Buffer.from(bytes.subarray(piece.ownedStart, piece.ownedEnd));
    const last = contents.at(-1);
    if (last !== undefined && last.origin === origin && piece.ownedStart > 0) {
      last.chunks.push(owned);
      last.pieces += 1;
    } else contents.push({ origin, chunks: [owned], pieces: 1 });
  }, coverage);
  return {
    coverage,
    contents: contents.map(({ origin, chunks, pieces }) => ({
      origin,
      pieces,
      text: Buffer.concat(chunks).toString('latin1'),
    })),
  };
}
