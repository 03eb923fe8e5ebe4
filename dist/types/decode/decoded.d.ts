/** Bytes that were made out of others, with the place that each of them came from. */
export type Decoded = {
    readonly bytes: Uint8Array;
    /** For each decoded byte the offset of the first original byte that it was made of. */
    readonly starts: Uint32Array;
    /** For each decoded byte the offset behind the last one. */
    readonly ends: Uint32Array;
};
/** Collects decoded bytes one by one. */
export declare class DecodedBuilder {
    #private;
    /** @param capacity the most bytes that will be added. */
    constructor(capacity: number);
    get length(): number;
    add(byte: number, start: number, end: number): void;
    /** Takes over original bytes as they are. */
    addUnchanged(bytes: Uint8Array, start: number, end: number): void;
    build(): Decoded;
}
