import { type Writable } from 'node:stream';
import { UserError } from '../errors.js';
import { GitError } from './git-error.js';
/** Where a git command runs. A `Repository` is one. */
export type GitPlace = {
    /** Absolute folder in which git is started; it finds the repository from there, and checks who owns it. */
    readonly cwd: string;
    /** An index in place of the repository's own, or null. */
    readonly indexFile: string | null;
};
export type GitOptions = {
    /** Ends git when it aborts. */
    readonly signal?: AbortSignal | undefined;
    /** Ends git when it takes more memory than this, in bytes. Default: what no git needs: see `guardMemory`. */
    readonly mostMemory?: number | undefined;
};
export type RunOptions = GitOptions & {
    /** Bytes for stdin. */
    readonly input?: Uint8Array | string;
    /** Most bytes that stdout may have; more is a `GitError`. Default: 256 MiB. */
    readonly maxBytes?: number;
    /** Exit statuses that are an answer, not an error. Default: 0 only. */
    readonly okCodes?: readonly number[];
};
/** How git ended. */
export type GitExit = {
    readonly code: number | null;
    readonly stderr: string;
    /** Whether it was ended by us, for what `stderr` says: it could be again, at the same object. */
    readonly wasEnded: boolean;
};
/** A running git. Read stdout to its end, now or later, then await `exit`, which tells of an abort too. */
export type GitProcess = {
    readonly args: readonly string[];
    readonly stdin: Writable;
    readonly stdout: AsyncIterable<Buffer>;
    /** Resolves when git has ended and its streams are closed, whatever its status. */
    readonly exit: Promise<GitExit>;
    kill(): void;
};
/**
 * Runs git to its end.
 * @returns what it wrote to stdout.
 * @throws UserError when git is not installed or refuses the repository's owner; GitError when it fails.
 */
export declare function runGit(place: GitPlace, args: readonly string[], options?: RunOptions): Promise<Buffer>;
/** Starts git with open streams. Every argument is ours: user text only goes behind `--end-of-options` or `--`. */
export declare function startGit(place: GitPlace, args: readonly string[], options?: GitOptions): GitProcess;
/** Writes to stdin, and waits while git is slower than we are; false once git no longer reads. */
export declare function writeTo(git: GitProcess, bytes: Uint8Array): Promise<boolean>;
/** Throws unless git ended well. */
export declare function expectSuccess(place: GitPlace, args: readonly string[], exit: GitExit): void;
/** The error for a git that failed: what the user can mend as a `UserError`, all else as a `GitError`. */
export declare function gitFailure(place: GitPlace, args: readonly string[], exit: GitExit): UserError | GitError;
