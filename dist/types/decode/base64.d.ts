/** Base64, in both alphabets, on one line or wrapped over several. */
import { type Decoded } from './decoded.js';
/** Whether the base64 at `start` begins like text: keys are leaked in encoded text, not in encoded images. */
export declare function beginsLikeText(bytes: Uint8Array, start: number, end: number): boolean;
/** Decodes the block of base64 that begins at `start` and, where it is wrapped, goes on over the next lines. */
export declare function decodeBase64Block(bytes: Uint8Array, start: number, end: number): Decoded;
/**
 * Decodes what is around a place in base64, on one line or several.
 * @param place of the character at `at` within its group of four, 0 to 3.
 * @param reach how many characters to each side.
 */
export declare function decodeBase64Around(bytes: Uint8Array, at: number, place: number, reach: number): Decoded;
/**
 * Where the line of base64 ends that is wrapped just before `start`; -1 when the line before is no such line.
 */
export declare function endOfLineBefore(bytes: Uint8Array, start: number): number;
/** A text that a fixed one always leaves in base64, and the place of its first character in its group of four. */
export type EncodedForm = {
    readonly text: string;
    readonly place: number;
};
/**
 * The forms of a fixed text in base64, one for each way that it can fall on the groups of three bytes; those
 * shorter than five characters say too little.
 */
export declare function encodedForms(text: string): EncodedForm[];
