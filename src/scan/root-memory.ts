import type { SightedCredential } from '../credentials/collector.ts';
import type { ObjectId } from '../git/object-id.ts';
import type { Provenance } from '../git/provenance.ts';
import type { ScanOptions } from '../scan-options.ts';
import type { HistoryMemory } from '../sources/history-options.ts';
import type { Root } from './roots.ts';

/** What joins one scan of a root's history to the next: see `HistoryCache`. */
export type RootMemory = HistoryMemory & {
  /** From which what has been read now is reached; null before. */
  readonly tips: readonly ObjectId[] | null;
  /** Is told where the objects came from in which something was found. */
  onTraced(provenance: Provenance): void;
  /** Keeps for the next scan what is known now. */
  store(credentials: readonly SightedCredential[]): Promise<void>;
};

/** @returns null when nothing is to be remembered. */
export async function openMemory(
  { repository }: Root,
  { target = 'auto', cache = false, allObjects = false, log }: ScanOptions,
  rulesKey: string,
): Promise<RootMemory | null> {
  const readsHistory = target === 'auto' || target === 'history';
  if (repository === null || cache === false || allObjects || !readsHistory) return null;
  const { HistoryCache } = await import('../cache/history-cache.ts');
  return HistoryCache.open(repository, cache, rulesKey, log);
}
