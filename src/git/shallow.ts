import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ObjectId, parseObjectId } from './object-id.ts';
import type { Repository } from './repository.ts';

/** The commits at which a shallow clone is cut off: their parents are not in it. */
export async function readShallowCommits({ shallow, commonDir }: Repository): Promise<ReadonlySet<ObjectId>> {
  if (!shallow) return new Set();
  const text = await readFile(join(commonDir, 'shallow'), 'latin1').catch(() => '');
  return new Set(text.split('\n').flatMap((line) => parseObjectId(line.trim()) ?? []));
}
