/** Why something was not scanned. Every reason but the harmless ones makes a scan incomplete. */
export type SkipReason = 'unreadable' | 'vanished' | 'special-file' | 'symbolic-link' | 'missing-object' | 'corrupt-object'
/** Of the index, and not checked out. */
 | 'submodule'
/** Below what was scanned, with a history of its own that was not. */
 | 'repository' | 'excluded'
/** By git or by a `.gitignore`. */
 | 'ignored' | 'outside-root' | 'archive' | 'time-limit';
/** What was skipped for one reason: how many, and a few examples (paths or object ids). */
export type Skipped = {
    readonly reason: SkipReason;
    readonly count: number;
    readonly examples: readonly string[];
};
/** Whether what was skipped for this reason should have been seen. */
export declare function leavesGap(reason: SkipReason): boolean;
/** Counts what a scan has seen and what it has not, so that an incomplete scan never looks clean. */
export declare class Coverage {
    #private;
    readonly files: {
        scanned: number;
        bytes: number;
    };
    readonly objects: {
        scanned: number;
        bytes: number;
        fromCache: number;
    };
    commits: number;
    shallow: boolean;
    partialClone: boolean;
    /** Records something that was not scanned. */
    skip(reason: SkipReason, example: string): void;
    /** Adds what another part of the scan gave. @param prefix stands before its paths in the report. */
    add(other: Coverage, prefix: string): void;
    /** Adds only what should have been seen and was not. */
    addGaps(other: Coverage): void;
    /** What was skipped, by reason in alphabetical order. */
    skipped(): Skipped[];
    /** How many things should have been seen and were not. */
    get gapCount(): number;
    /** True when nothing that should have been read was missed. */
    isComplete(): boolean;
}
