import type { Report } from '../credentials/report.js';
/** How the scan's program will end, in words for the end of a report that a person reads. */
export type ExitStatus = {
    readonly code: number;
    readonly meaning: string;
};
/** What a renderer may need to know besides the report; the formats for programs need none of it. */
export type RenderOptions = {
    /** Whether to colour with terminal escape sequences. */
    readonly color: boolean;
    /** Columns to wrap at. */
    readonly width: number;
    /** Findings only: no summary, and nothing at all when there are none. */
    readonly quiet: boolean;
    /** Null where the report is not the output of the program. */
    readonly exit: ExitStatus | null;
    /** When the scan began and ended; null or absent where nobody took the time. */
    readonly scanned?: ScanTimes | null;
    /** Told, in a sentence, what a format had to leave out because its reader has limits. */
    readonly warn?: (message: string) => void;
};
/** From the start of a scan to its end. */
export type ScanTimes = {
    readonly start: Date;
    readonly end: Date;
};
/** Makes a report in one format, piece by piece, so that a large one is never one string in memory. */
export type Renderer = (report: Report, options: RenderOptions) => Iterable<string>;
