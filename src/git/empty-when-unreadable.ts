import { isExhaustion } from '../errors.ts';

/**
 * Nothing, in the place of a file or folder of git's that is not there or may not be read: `listUnreadableFiles` tells of
 * those. What the machine refuses at this moment, such as one more open file, is thrown: it would be told nowhere.
 */
export function emptyWhenUnreadable(error: unknown): never[] {
  if (isExhaustion(error)) throw error;
  return [];
}
