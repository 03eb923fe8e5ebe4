import { Coverage } from '../../src/sources/coverage.ts';
import type { ContentOrigin, Source } from '../../src/sources/source.ts';

/** A content that a source emitted, with the bytes that its pieces own put together as Latin-1. */
export type Collected = { readonly origin: ContentOrigin; readonly text: string; readonly pieces: number };

/** Runs a source to its end. Pieces of different contents may come in turns when several are read at once. */
export async function collect(source: Source): Promise<{ contents: Collected[]; coverage: Coverage }> {
  const coverage = new Coverage();
  const chunks = new Map<ContentOrigin, Buffer[]>();
  await source(({ origin, bytes, piece }) => {
    const owned = Buffer.from(bytes.subarray(piece.ownedStart, piece.ownedEnd));
    const known = chunks.get(origin);
    if (known === undefined) chunks.set(origin, [owned]);
    else known.push(owned);
  }, coverage);
  const contents = [...chunks].map(([origin, owned]) => ({
    origin,
    pieces: owned.length,
    text: Buffer.concat(owned).toString('latin1'),
  }));
  return { contents, coverage };
}
