/**
 * An error that the user can mend: wrong usage, a bad configuration, a missing repository.
 * It is shown as one line without a stack trace, and ends with exit code 2.
 */
export declare class UserError extends Error {
    readonly name = "UserError";
}
