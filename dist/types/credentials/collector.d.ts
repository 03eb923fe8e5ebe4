import { type NotebookCell } from '../decode/notebook.js';
import type { Engine } from '../detect/engine.js';
import type { Finding } from '../detect/finding.js';
import { type Position } from '../sources/position.js';
import { type Content, type ContentOrigin } from '../sources/source.js';
import { type Fingerprint } from './fingerprint.js';
import type { FrameLine } from './report.js';
/** One place at which one credential was found. */
export type Sighting = {
    readonly finding: Finding;
    readonly origin: ContentOrigin;
    /** The path within an archive; null for what is in none. */
    readonly member: string | null;
    readonly start: Position;
    readonly end: Position;
    /** Whether it stands in the header of a commit or tag, before the message, whose lines count from 1. */
    readonly inHeader: boolean;
    /** How it can be replaced in commits: see `replacementFor`. */
    readonly replacement: string | null;
    /** The cell of a notebook. */
    readonly cell: NotebookCell | null;
    /** The mark of a comment that says that it may stand there; null when there is none. */
    readonly mark: string | null;
    readonly frame: readonly FrameLine[];
};
/** All places of one credential, in the order in which they were found. */
export type SightedCredential = {
    readonly fingerprint: Fingerprint;
    readonly sightings: Sighting[];
};
/** Opens archives: given by whoever scans, so that unpacking is loaded only when there is one. */
export type Unpacker = (bytes: Uint8Array) => {
    readonly members: readonly {
        readonly path: string;
        readonly bytes: Uint8Array;
    }[];
    readonly skipped: readonly string[];
};
/** Runs detection on content as it comes, and keeps what was found, grouped by credential. */
export declare class Collector {
    #private;
    /**
     * @param unpack null: archives are scanned as bytes only.
     * @param onSkipped gets the path of each archive, or member of one, that could not be unpacked.
     */
    constructor(engine: Engine, isReported?: (family: string, rule: string) => boolean, unpack?: Unpacker | null, onSkipped?: (path: string) => void);
    /** Scans one content (or a piece of one). Done with its bytes when it returns. */
    readonly scan: (content: Content) => void;
    credentials(): readonly SightedCredential[];
}
/** A path within an archive behind the archive's own, as other tools write it. */
export declare function memberPath(path: string, member: string | null): string;
