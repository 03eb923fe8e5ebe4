/** No entry: at the end of a list, or where a base is missing. */
export declare const NONE = -1;
/** What became of an entry. A worker that dies leaves `UNREAD` behind, which the reference reader then reads. */
export declare const UNREAD = 0;
/** This reader cannot read it: the reference may. */
export declare const UNREADABLE = 1;
/** Built on itself, in a circle of deltas: git does not notice, and would walk in it until the memory is full. */
export declare const CIRCULAR = 4;
/** Read; nothing found. */
export declare const CLEAN = 2;
/** Read; something is in it, at some path at least. */
export declare const SUSPECT = 3;
/**
 * All that is known of the entries of one pack, by their order in it. Columns of numbers in memory that threads share:
 * a repository may have millions of objects, and each worker writes the state of those it reads.
 */
export declare class PackTable {
    readonly count: number;
    readonly buffer: SharedArrayBuffer;
    /** Where each entry starts, and where the next one does. */
    readonly offsets: Float64Array;
    readonly ends: Float64Array;
    /** Place in the index of each entry, and the reverse. */
    readonly placeOfEntry: Uint32Array;
    readonly entryOfPlace: Uint32Array;
    /** Unpacked length of its stream in bytes: of a delta, not of what it makes. */
    readonly sizes: Uint32Array;
    /** Length of its content in bytes, once it is read. */
    readonly contentSizes: Uint32Array;
    /** Cost of reading it and all that is built on it. */
    readonly costs: Float32Array;
    readonly parents: Int32Array;
    readonly firstChildren: Int32Array;
    readonly nextSiblings: Int32Array;
    /** Type of the content, deltas included; 0 when it is not known. */
    readonly types: Uint8Array;
    readonly headerLengths: Uint8Array;
    readonly states: Uint8Array;
    /** 1 for what a tree names that was read. */
    readonly named: Uint8Array;
    /** @param buffer of another thread's table; default: a new one. */
    constructor(count: number, buffer?: SharedArrayBuffer);
}
