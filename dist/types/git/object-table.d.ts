import type { ObjectId } from './object-id.js';
/** Types of objects whose contents are scanned. */
export type ContentType = 'blob' | 'commit' | 'tag';
/** Trees hold only names and ids. */
export type ObjectType = ContentType | 'tree';
/**
 * Object ids in the order in which they were added, each with its type and a mark. A repository may have millions: ids are kept as 32-bit words in an open-addressing hash table, 20 to 40
 * bytes each, where a `Map` of strings would take ten times that.
 */
export declare class ObjectTable {
    #private;
    /** @param hexLength characters of an object id: 40 (SHA-1) or 64 (SHA-256). */
    constructor(hexLength: number);
    get hexLength(): number;
    get size(): number;
    /** Adds the id at `hex[at..]`; gives its place, an old one when it is known already. */
    add(hex: Uint8Array, at: number, type: ObjectType): number;
    /** The place of the id at `hex[at..]`, or -1. */
    find(hex: Uint8Array, at: number): number;
    idAt(place: number): ObjectId;
    typeAt(place: number): ObjectType;
    /** Marks an object; false when it was marked before. */
    mark(place: number): boolean;
    get markedCount(): number;
}
