import { join } from 'node:path';
import { type ObjectId, parseObjectId } from './object-id.ts';
import { textOrNothing } from './pack/open-regular-file.ts';
import type { Repository } from './repository.ts';

/** The commits at which a shallow clone is cut off: their parents are not in it. */
export async function readShallowCommits({ shallow, commonDir }: Repository): Promise<ReadonlySet<ObjectId>> {
  if (!shallow) return new Set();
  const text = textOrNothing(join(commonDir, 'shallow'));
  return new Set(text.split('\n').flatMap((line) => parseObjectId(line.trim()) ?? []));
}
