import type { Credential } from './report.js';
/** A credential that a team knows of. Nothing in it tells the secret: a fingerprint is a hash of 100 bits of chance. */
export type BaselineEntry = {
    readonly fingerprint: string;
    readonly rule: string;
    /** One path that it was found at, for people: it may move. */
    readonly path: string | null;
};
/**
 * Reads a baseline.
 * @throws {SuppressionError} when it cannot be read, or is none.
 */
export declare function readBaseline(path: string): Promise<BaselineEntry[]>;
/**
 * Parses a baseline. Entries may come in any order and twice, as merging leaves them.
 * @throws {SuppressionError} when it is none; never with what stands there, which may be a secret.
 */
export declare function parseBaseline(text: string, path: string): BaselineEntry[];
/** The text of a baseline: an entry a line, sorted, the same for the same credentials. */
export declare function formatBaseline(entries: readonly BaselineEntry[]): string;
/** What a baseline says of a credential; of one whose secret is shown, too, it is not in the path. */
export declare function toEntry({ fingerprint, rule, occurrences, secret }: Credential): BaselineEntry;
