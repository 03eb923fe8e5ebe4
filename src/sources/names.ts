import { type ContentScreen, SHORTEST_NAME } from '../git/pack/content-screen.ts';
import { type ContentOrigin, type Emit, wholePiece } from './source.ts';

/** Names are looked at together, this many bytes of them, for almost none of them matter. */
const BATCH_BYTES = 64 * 1024;
const NEWLINE = Buffer.from('\n');

/**
 * Scans names of files, folders and refs as contents of their own: somebody may have pasted a key where a name was
 * asked for. With a screen only those that it lets through are emitted.
 */
export class NameScanner {
  readonly #emit: Emit;
  readonly #screen: ContentScreen | undefined;
  #batch: { readonly bytes: Buffer; readonly originOf: () => ContentOrigin }[] = [];
  #length = 0;

  constructor(emit: Emit, screen: ContentScreen | undefined) {
    this.#emit = emit;
    this.#screen = screen;
  }

  /** @param originOf is asked only when there is something in the name. */
  add(name: string | Buffer, originOf: () => ContentOrigin): void {
    if (name.length < SHORTEST_NAME) return;
    const bytes = Buffer.from(name);
    this.#batch.push({ bytes, originOf });
    this.#length += bytes.length;
    if (this.#length >= BATCH_BYTES) this.flush();
  }

  /** Looks at the names that are left. */
  flush(): void {
    const batch = this.#batch;
    this.#batch = [];
    this.#length = 0;
    if (batch.length === 0 || !this.#holds(Buffer.concat(batch.flatMap(({ bytes }) => [bytes, NEWLINE]))))
      return;
    for (const { bytes, originOf } of batch) {
      if (this.#holds(bytes)) this.#emit({ origin: originOf(), bytes, piece: wholePiece(bytes.length) });
    }
  }

  #holds(bytes: Buffer): boolean {
    return this.#screen === undefined || this.#screen.inspect(bytes) !== 'nothing';
  }
}
