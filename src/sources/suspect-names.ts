import { setImmediate } from 'node:timers/promises';
import type { ObjectId } from '../git/object-id.ts';
import type { ListedObject } from '../git/objects.ts';
import type { ContentScreen } from '../git/pack/content-screen.ts';
import type { StoredPack } from '../git/pack/stored-pack.ts';
import { findSuspectTrees } from '../git/pack/suspect-trees.ts';
import type { ReachedObjects } from './reached-objects.ts';

/** Trees with names that are worth a look, by pack. They are looked for while the packs are read. */
export async function findSuspects(
  packs: readonly StoredPack[],
  hashLength: number,
  screen: ContentScreen,
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<number>[]> {
  const suspects: ReadonlySet<number>[] = [];
  for (const pack of packs) {
    const steps = findSuspectTrees(pack, hashLength, screen);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        suspects.push(step.value);
        break;
      }
      await setImmediate();
      signal?.throwIfAborted();
    }
  }
  return suspects;
}

/** Of those, what the walk reached. */
export function reachedTrees(
  packs: readonly StoredPack[],
  reached: ReachedObjects,
  suspects: readonly ReadonlySet<number>[],
): ListedObject[] {
  return packs.flatMap(({ index, table }, pack) => {
    const places = [...(suspects[pack] ?? [])].map((entry) => table.placeOfEntry[entry] ?? 0);
    return places
      .filter((place) => reached.isReached(pack, place))
      .map((place): ListedObject => ({ oid: index.hexAt(place) as ObjectId, type: 'tree', path: null }));
  });
}
