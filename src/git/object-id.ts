/** A full object id in lower-case hex: 40 characters for SHA-1, 64 for SHA-256 repositories. */
export type ObjectId = string & { readonly __brand: 'ObjectId' };

const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** The text as an object id, or null when it is none. */
export function parseObjectId(text: string): ObjectId | null {
  return OBJECT_ID.test(text) ? (text as ObjectId) : null;
}
