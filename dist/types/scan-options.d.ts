import type { CacheChoice } from './cache/cache-place.js';
import type { Config } from './config/config.js';
import type { Report } from './credentials/report.js';
import type { Confidence } from './detect/finding.js';
import type { CommitRange } from './git/range.js';
import type { RuleSet } from './rules/rule-file.js';
/** Which part of a repository or folder to scan; `auto` is everything that is there. */
export type ScanTarget = 'auto' | 'files' | 'staged' | 'history' | 'range' | 'stdin';
/** What a scan may be told. Everything has a default, so `scan({})` scans the current folder. */
export type ScanOptions = {
    /** Files or folders; default: the current working directory. */
    readonly paths?: readonly string[];
    readonly target?: ScanTarget;
    /** An index in place of the repository's own, as git names it in `GIT_INDEX_FILE` for hooks; absolute. */
    readonly indexFile?: string | null;
    /** For `range`: which commits. */
    readonly range?: CommitRange;
    /** History: unreachable objects as well. */
    readonly allObjects?: boolean;
    readonly include?: readonly string[];
    readonly exclude?: readonly string[];
    /** Whether files that git ignores are left out (default: yes). */
    readonly gitignore?: boolean;
    readonly minConfidence?: Confidence;
    readonly showSecrets?: boolean;
    /** Rule or family ids: only these, or all but these. */
    readonly rules?: readonly string[];
    readonly disabledRules?: readonly string[];
    /** Rule sets to use beside those that are on by default: `llm` for keys of other vendors of language models. */
    readonly rulesets?: readonly RuleSet[];
    /** As `loadConfig` reads it: rules, weights, what is allowed, and what holds where options say nothing. */
    readonly config?: Config;
    /** A file that `keypetrel baseline` has written: what stands in it is counted, and not reported. */
    readonly baseline?: string;
    /** Whether `.keypetrelignore` and comments such as `keypetrel:allow` keep something out of the report (default: yes). */
    readonly ignore?: boolean;
    /**
     * Where to keep what is known of a history, so that the next scan reads only what is new: in its git folder, or in a
     * folder of yours. Default: nowhere. It holds no secret.
     */
    readonly cache?: CacheChoice | false;
    /** How many files are read at once. */
    readonly jobs?: number;
    /** Bytes to scan in place of files, for `stdin`. */
    readonly input?: AsyncIterable<Uint8Array>;
    readonly signal?: AbortSignal;
    readonly onProgress?: (progress: Progress) => void;
    readonly log?: Log;
};
/** How far a scan is. */
export type Progress = {
    readonly phase: 'files' | 'index' | 'history' | 'provenance';
    readonly done: number;
    readonly total: number | null;
};
/** Takes messages for a person or a log; never holds a secret. */
export type Log = {
    debug(message: string): void;
    info(message: string): void;
    warn(message: string): void;
};
/** The library's main function: see `scan.ts`. */
export type Scan = (options: ScanOptions) => Promise<Report>;
