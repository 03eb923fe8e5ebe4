/**
 * An error that the user can mend: wrong usage, a bad configuration, a missing repository.
 * It is shown as one line without a stack trace, and ends with exit code 2.
 */
export declare class UserError extends Error {
    readonly name = "UserError";
}
/**
 * What is wrong with a file that says what not to report. Whoever cannot stop for that, such as a hook, goes on
 * without the file: then too much is reported, and nothing too little.
 */
export declare class SuppressionError extends UserError {
}
/** Whether the machine has none left at this moment: of file handles, processes or memory. The same call may work later. */
export declare function isExhaustion(error: unknown): boolean;
