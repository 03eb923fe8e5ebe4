/** git ended with an error that the user cannot mend by using keypetrel differently. */
export declare class GitError extends Error {
    readonly name = "GitError";
    /** The arguments behind our own settings, for example `['rev-list', '--all']`. */
    readonly args: readonly string[];
    /** Exit status, or null when a signal ended it. */
    readonly code: number | null;
    /** The first few KB of what git wrote to stderr; comes from a hostile repository: escape before printing. */
    readonly stderr: string;
    constructor(args: readonly string[], code: number | null, stderr: string);
}
/** The same without git's word for it, to stand among other reasons. */
export declare function reasonOf({ stderr }: {
    readonly stderr: string;
}): string;
/** What `ask` gives; null when git cannot tell, and nobody has stopped it. */
export declare function nullWithoutGit<Value>(signal: AbortSignal | undefined, ask: () => Promise<Value>): Promise<Value | null>;
/** The text with everything a terminal could act on as `\xNN`. */
export declare function escapeControls(text: string): string;
