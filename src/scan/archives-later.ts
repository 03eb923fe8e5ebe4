import type { Unpacker } from '../credentials/collector.ts';
import { isArchive } from '../decode/archive-magic.ts';
import type { Content, Emit } from '../sources/source.ts';

/**
 * Unpacks archives with what is loaded when the first one comes: most scans meet none. Contents that came before it
 * was loaded wait, which are few, for whoever reads them goes on only when the program does.
 */
export class ArchivesLater {
  #unpack: Unpacker | null = null;
  #loading: Promise<void> | null = null;
  #waiting: Content[] = [];

  /** Unpacks what was let through. */
  readonly unpack: Unpacker = (bytes) => this.#unpack?.(bytes) ?? { members: [], skipped: [] };

  /** Hands contents on, and archives when they can be unpacked. */
  hold(emit: Emit): Emit {
    return (content) => {
      if (this.#unpack !== null || !isArchive(content.bytes)) {
        emit(content);
        return;
      }
      // Its bytes are valid only during this call.
      this.#waiting.push({ ...content, bytes: Buffer.from(content.bytes) });
      this.#loading ??= this.#load(emit);
      // Whoever waits is told.
      this.#loading.catch(() => {});
    };
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    await this.#loading;
  }

  async #load(emit: Emit): Promise<void> {
    const { unpack } = await import('../decode/archive.ts');
    this.#unpack = unpack;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const content of waiting) emit(content);
  }
}
