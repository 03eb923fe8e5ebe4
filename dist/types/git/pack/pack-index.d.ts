/**
 * A pack's index, version 2: the ids of its objects in order, and where each starts in the pack.
 * Layout: https://git-scm.com/docs/gitformat-pack, "Version 2 pack-*.idx files".
 */
export declare class PackIndex {
    #private;
    readonly count: number;
    /** Checksum at the pack's end, by which an index and a pack belong together. */
    readonly packChecksum: Buffer;
    /** The whole index, in memory that threads share: see `PackIndex.of`. */
    readonly bytes: Buffer;
    private constructor();
    /** Reads the index in `file`; null when it is of a version that this reader does not know, or broken. */
    static read(file: string, hashLength: number): PackIndex | null;
    /**
     * The index that `bytes` are, which may be those that another thread has read; null when it is of another version.
     * @throws RangeError when it is broken.
     */
    static of(bytes: Buffer, hashLength: number): PackIndex | null;
    /** The place, in the order of ids, of the id at `id[at..]`; -1 when the pack does not have it. */
    find(id: Uint8Array, at?: number): number;
    /** The id at a place, in hex. */
    hexAt(place: number): string;
    /** All ids, in hex and in order. */
    hexes(): Generator<string, void, undefined>;
    /** The id at a place, in bytes. */
    idAt(place: number): Buffer;
    /** @returns -1 for an offset that the index has no room for. */
    offsetAt(place: number): number;
}
