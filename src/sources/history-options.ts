import type { ObjectId } from '../git/object-id.ts';
import type { ContentScreen } from '../git/pack/content-screen.ts';
import type { PackWork } from '../git/pack/pack-work.ts';
import type { Repository } from '../git/repository.ts';
import type { Progress } from '../scan-options.ts';

export type HistoryOptions = {
  readonly repository: Repository;
  /** Unreachable objects as well. */
  readonly allObjects?: boolean;
  /** Objects that need not be read; they count as `fromCache`. */
  readonly skip?: ((oid: ObjectId) => boolean) | undefined;
  /**
   * Tells which contents matter: the others are counted, but not emitted, and need not go through git. Without it
   * everything is read through git, and emitted.
   */
  readonly screen?: ContentScreen | undefined;
  /** Reads packs in other threads; null when there should be none. Without it they are read in this one. */
  readonly startWorkers?: StartWorkers | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};

/**
 * Starts threads on some work.
 * @returns null when the work is not worth it; otherwise what settles when all threads have ended, however they did.
 */
export type StartWorkers = (work: PackWork, signal: AbortSignal | undefined) => Promise<void> | null;
