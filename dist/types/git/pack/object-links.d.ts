import type { LinkStream } from './link-recorder.js';
import type { ObjectLookup } from './object-lookup.js';
/** The number of no object: those below 0 are of objects that no pack has. */
export declare const NO_OBJECT: number;
/** What objects name, put together from what several threads wrote down. See `LinkStream`, also for the numbers. */
export declare class ObjectLinks {
    #private;
    readonly lookup: ObjectLookup;
    constructor(lookup: ObjectLookup, hashLength: number, streams: readonly LinkStream[]);
    /** Whether it is known what an object names. */
    isKnown(number: number): boolean;
    /** Whether trees have it among what they name: not so a content of a pack that is known to be clean. */
    isFollowed(number: number): boolean;
    /** How many objects an object names, as far as they are of interest. */
    countOf(number: number): number;
    /** The number of the object that stands at `index`, from 0, in what an object names. */
    targetAt(number: number, index: number): number;
    isTreeAt(number: number, index: number): boolean;
    /** The number of the name that stands at `index`. */
    nameAt(number: number, index: number): number;
    /** The bytes of a path, by the numbers of its names; what commits and tags name has an empty one, which is left out. */
    pathOf(names: readonly number[]): Buffer;
    /** The number of an object, also of one that no pack has. */
    numberOf(hex: string): number;
    /** The id, in hex, of an object that no pack has. */
    outsideId(number: number): string;
    /** Adds what an object outside of packs names: a tree all of its entries. @returns false when it is none. */
    addTree(number: number, content: Buffer): boolean;
    /** Adds the one object that a commit or tag names. */
    addTarget(number: number, hex: string): void;
}
