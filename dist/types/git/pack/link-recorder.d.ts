import type { ObjectLookup } from './object-lookup.js';
/**
 * What objects name: commits their tree, tags what they stand for, trees what is of interest of their entries. In a
 * form that one thread can hand to another.
 */
export type LinkStream = {
    /**
     * One object after the other: its number, how many it names, and for each of these two numbers: the object, and twice
     * the number of its name, plus 1 when it is a tree or may be one. An object that no pack has is `-1 - n`: the `n`-th of `outside`.
     */
    readonly records: Int32Array;
    readonly names: readonly Uint8Array[];
    /** Ids that no pack has, one behind the other. */
    readonly outside: Uint8Array;
};
/** Writes down what objects name. */
export declare class LinkRecorder {
    #private;
    constructor(lookup: ObjectLookup, hashLength: number);
    /** Starts the record of an object. */
    begin(number: number): void;
    /** The number of the object with the id at `id[at..]`, also when no pack has it. */
    find(id: Uint8Array, at: number): number;
    /** Adds to the record an object, whose name is `bytes[start..end)`. */
    add(child: number, isTree: boolean, bytes: Uint8Array, start: number, end: number): void;
    /** Takes back what `begin` started: the object could not be read. */
    drop(): void;
    /** All that was written. The recorder is not used any more. */
    finish(): LinkStream;
}
