import type { PackIndex } from './pack-index.js';
import { type PackTable } from './pack-table.js';
/** A pack as far as looking up its objects goes. */
export type IndexedPack = {
    readonly index: PackIndex;
    readonly table: PackTable;
};
/**
 * Finds objects in several packs by their ids. Each entry of all packs has a number of its own: those of the first
 * pack from 0, then those of the second. An object that several packs have goes by its entry in the first of them.
 */
export declare class ObjectLookup {
    #private;
    readonly packs: readonly IndexedPack[];
    /** Entries of all packs together. */
    readonly count: number;
    constructor(packs: readonly IndexedPack[]);
    /** The number of the object with the id at `id[at..]`; NONE when no pack has it. */
    find(id: Uint8Array, at?: number): number;
    /** The number of an entry of a pack. */
    numberOf(pack: number, entry: number): number;
    /** The pack that an entry is in, by the entry's number. */
    packOf(number: number): number;
    /** The entry within its pack. */
    entryOf(number: number, pack?: number): number;
    /** What became of an object: see `PackTable.states`. */
    stateOf(number: number): number;
    /** The type of an object, 0 when it is not known. */
    typeOf(number: number): number;
    /** Notes that a tree names an object. */
    markNamed(number: number): void;
}
