import type { NotebookCell } from '../decode/notebook.js';
import type { ChecksumResult, Confidence, Evidence, SecretText, Severity } from '../detect/finding.js';
import type { AdviceStage } from '../rules/rule-file.js';
import type { Skipped } from '../sources/coverage.js';
import type { BaselineEntry } from './baseline.js';
import type { CredentialProvenance } from './provenance.js';
import type { Suppression } from './suppress.js';
/** The parts of a repository or folder that a scan looked at. */
export type ScanMode = 'files' | 'index' | 'history' | 'range' | 'stdin';
/** How far a credential got; the order is from nearest to furthest. */
export type Exposure = 'ignored-file' | 'working-tree' | 'staged' | 'unreachable' | 'committed' | 'pushed';
/** Where an occurrence stands. The header of a commit or tag holds its names and signature. */
export type OccurrenceSource = 'file' | 'index' | 'blob' | 'note' | 'commit-message' | 'commit-header' | 'tag-message' | 'tag-header' | 'ref-name' | 'stdin';
/** One line of source with every secret in it redacted. Columns are UTF-16 code units from 1 into `text`. */
export type FrameLine = {
    readonly number: number;
    readonly text: string;
    /** The redacted secret's place in `text`, on the lines that hold it. */
    readonly mark: {
        readonly start: number;
        readonly end: number;
    } | null;
};
/** One place at which a credential stands. Lines and columns count from 1, columns in UTF-16 code units. */
export type Occurrence = {
    readonly path: string | null;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly source: OccurrenceSource;
    /** Whether it is the path's last name that holds it: then the line is 1, and the column counts within that name. */
    readonly isName: boolean;
    readonly blob: string | null;
    /** The commit that introduced it at this path. */
    readonly commit: string | null;
    readonly author: string | null;
    /** ISO 8601, of the author. */
    readonly date: string | null;
    /** Refs that contain the commit, in full (`refs/heads/main`), at most a few. */
    readonly refs: readonly string[];
    readonly moreRefs: number;
    /** Whether the commit that is checked out still holds it there; null outside a history. */
    readonly inHead: boolean | null;
    readonly exposure: Exposure;
    readonly decodedFrom: readonly string[];
    /** In a notebook the cell that it stands in; null elsewhere. */
    readonly cell: NotebookCell | null;
    /** Redacted surroundings for a person to look at; never in the JSON report. */
    readonly frame: readonly FrameLine[];
};
/** What to do about a credential, in this order. */
export type Remediation = {
    readonly summary: string;
    /** The texts of all steps. */
    readonly steps: readonly string[];
    /** The commands of all steps. */
    readonly commands: readonly string[];
    readonly plan: readonly AdviceStep[];
};
/** One thing to do, and the shell commands that do it. */
export type AdviceStep = {
    readonly stage: AdviceStage;
    readonly text: string;
    readonly commands: readonly string[];
};
/** One secret with everything known of it. Redacted: `secret` is there only when the user asked for it. */
export type Credential = {
    readonly fingerprint: string;
    readonly rule: string;
    readonly title: string;
    readonly service: string;
    readonly severity: Severity;
    readonly confidence: Confidence;
    readonly checksum: ChecksumResult;
    readonly issued: string | null;
    readonly endpoint: string | null;
    readonly redacted: string;
    readonly length: number;
    /** Shannon entropy in bits a character. */
    readonly entropy: number;
    readonly secret?: SecretText;
    readonly evidence: readonly Evidence[];
    /** The furthest of all places; where `provenance` is not complete, the furthest that is possible. */
    readonly exposure: Exposure;
    /** Null for what is in no history. */
    readonly provenance: CredentialProvenance | null;
    readonly occurrences: readonly Occurrence[];
    readonly remediation: Remediation;
};
/** A credential that would have been reported, and what keeps it from that. */
export type HiddenCredential = {
    readonly credential: Credential;
    readonly suppression: Suppression;
};
/** What came of a baseline. */
export type BaselineUse = {
    /** How many credentials it names. */
    readonly entries: number;
    /** Those that are nowhere any more; null where the scan did not look at everything, and cannot tell. */
    readonly gone: readonly BaselineEntry[] | null;
};
/** The finished result of a scan: what every reporter gets. */
export type Report = {
    readonly schemaVersion: 1;
    readonly tool: {
        readonly name: 'keypetrel';
        readonly version: string;
        readonly rulesDigest: string;
    };
    readonly coverage: {
        readonly complete: boolean;
        readonly modes: readonly ScanMode[];
        readonly files: {
            readonly scanned: number;
            readonly bytes: number;
        };
        readonly objects: {
            readonly scanned: number;
            readonly bytes: number;
            readonly fromCache: number;
        };
        readonly commits: number;
        readonly shallow: boolean;
        readonly partialClone: boolean;
        readonly skipped: readonly Skipped[];
    };
    /** Worst first: severity, confidence, path, line. */
    readonly credentials: readonly Credential[];
    readonly suppressed: {
        readonly baseline: number;
        readonly inline: number;
        readonly ignored: number;
        readonly belowThreshold: number;
        /** In a scan of what is staged: they stood there before, and the next commit does not add them. */
        readonly standing: number;
    };
    /** Only of a scan with a baseline. */
    readonly baseline?: BaselineUse;
    /** What a baseline, an ignore file or a comment keeps out; only in the formats that have a place for it. */
    readonly hidden?: readonly HiddenCredential[];
};
