import type { KnownHistory } from '../git/known-history.ts';
import type { LinkedHistory } from '../git/linked-history.ts';
import type { ContentScreen } from '../git/pack/content-screen.ts';
import type { LinkStream } from '../git/pack/link-recorder.ts';
import type { PackWork } from '../git/pack/pack-work.ts';
import type { Repository } from '../git/repository.ts';
import type { Progress } from '../scan-options.ts';

export type HistoryOptions = {
  readonly repository: Repository;
  /** Unreachable objects as well. */
  readonly allObjects?: boolean;
  /** What an earlier scan found out: see `HistoryMemory`. */
  readonly memory?: HistoryMemory | undefined;
  /**
   * Tells which contents matter: the others are counted, but not emitted, and need not go through git. Without it
   * everything is read through git, and emitted.
   */
  readonly screen?: ContentScreen | undefined;
  /** Reads packs in other threads; null when there should be none. Without it they are read in this one. */
  readonly startWorkers?: StartWorkers | undefined;
  /** Is told what the objects of the history name, when that is known of all of them. */
  readonly onLinked?: ((linked: LinkedHistory) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};

/** Joins one scan of a history to the next: what is known need not be read again, but for where something was found. */
export type HistoryMemory = {
  /** Null when nothing is known, or nothing of it holds. */
  readonly known: KnownHistory | null;
  /** Is told when what is known does not hold: an object is gone, or another has come. */
  forget(): void;
  /** Is told when a history has been read to its end. */
  onRead(read: ReadHistory): void;
};

/** How much of a history has been read, by this scan and those before. */
export type ReadHistory = Pick<KnownHistory, 'tips' | 'objects' | 'commits' | 'missing'>;

/**
 * Starts threads on some work.
 * @returns null when the work is not worth it; otherwise what settles when all threads have ended, however they did, to
 *   what each has found out that objects name.
 */
export type StartWorkers = (
  work: PackWork,
  signal: AbortSignal | undefined,
) => Promise<readonly LinkStream[]> | null;
