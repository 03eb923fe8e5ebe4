import type { Engine } from './engine.js';
import { type Finding } from './finding.js';
/** What looking at one content showed. */
export type Inspection = {
    /** Of every confidence, sorted by place, none overlapping another. */
    readonly findings: readonly Finding[];
    /**
     * Whether any pattern matches in it, or anything is encoded: without, nothing in it can be part of a finding.
     * The surroundings have no say in it, so it is told by the bytes of a match and those next to it.
     */
    readonly sawCandidate: boolean;
};
/**
 * Finds credentials in one content. Pure: bytes, a path as a hint, and rules in; findings out, of every
 * confidence, sorted by place, none overlapping another.
 */
export declare function detect(engine: Engine, bytes: Uint8Array, path?: string): readonly Finding[];
/** Like `detect`, and says whether there was anything to judge. */
export declare function inspect(engine: Engine, bytes: Uint8Array, path?: string): Inspection;
/**
 * What `inspect` would say of candidates in `bytes[start..end)`, with all that is around it as their surroundings.
 * Runs that go on outside are taken for shorter ones; other encodings of the whole content are not looked for.
 */
export declare function inspectPart(engine: Engine, bytes: Uint8Array, start: number, end: number): Inspection;
