import { readObjects } from './cat-file.ts';
import type { ObjectId } from './object-id.ts';
import type { GitOptions, GitPlace } from './process.ts';

/** Bytes of a commit or tag that its header may take: an octopus has a line for each parent. */
const MAX_HEADER = 64 * 1024;

/**
 * Reads the header lines of commits and tags, without the message; what cannot be read is left out.
 * @param onHeader gets them in Latin-1, one character a byte.
 */
export async function readObjectHeaders(
  place: GitPlace,
  objects: readonly ObjectId[],
  onHeader: (oid: ObjectId, header: string) => void,
  options: GitOptions,
): Promise<void> {
  let text = '';
  const receiver = {
    begin: () => {
      text = '';
    },
    part: (bytes: Buffer) => {
      if (text.length < MAX_HEADER) text += bytes.toString('latin1', 0, MAX_HEADER);
    },
    end: ({ oid }: { oid: ObjectId }) => onHeader(oid, headerOf(text)),
    missing: () => {},
    corrupt: () => {},
  };
  await readObjects(place, [objects.map((oid) => ({ oid }))], receiver, options);
}

/** What stands before the empty line, behind which the message begins. */
export function headerOf(text: string): string {
  const end = text.indexOf('\n\n');
  return end === -1 ? text : text.slice(0, end);
}
