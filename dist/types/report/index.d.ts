import type { Renderer } from './renderer.js';
/** Every format that there is. A new one is one entry here and one file beside this one. */
export declare const REPORT_FORMATS: {
    readonly text: {
        readonly description: 'for people';
        readonly load: () => Promise<typeof import("./text.js").renderText>;
    };
    readonly json: {
        readonly description: 'one document; its JSON Schema ships with the package';
        readonly load: () => Promise<typeof import("./json.js").renderJson>;
    };
    readonly jsonl: {
        readonly description: 'a line about the scan, then a line for each credential';
        readonly load: () => Promise<typeof import("./jsonl.js").renderJsonLines>;
    };
    readonly html: {
        readonly description: 'a page for the browser: one file to look through, to share and to print';
        readonly load: () => Promise<typeof import("./html.js").renderHtml>;
    };
    readonly sarif: {
        readonly description: 'SARIF 2.1.0, for GitHub code scanning';
        readonly load: () => Promise<typeof import("./sarif.js").renderSarif>;
    };
    readonly markdown: {
        readonly description: 'a comment on a pull request, or the summary of a job';
        readonly load: () => Promise<typeof import("./markdown.js").renderMarkdown>;
    };
    readonly github: {
        readonly description: 'workflow commands, from which GitHub Actions makes annotations';
        readonly load: () => Promise<typeof import("./github.js").renderGitHub>;
    };
    readonly gitlab: {
        readonly description: 'secret detection report of GitLab CI';
        readonly load: () => Promise<typeof import("./gitlab.js").renderGitLab>;
    };
    readonly junit: {
        readonly description: 'test results, for CI servers';
        readonly load: () => Promise<typeof import("./junit.js").renderJUnit>;
    };
    readonly csv: {
        readonly description: 'a line for each credential, for a spreadsheet';
        readonly load: () => Promise<typeof import("./csv.js").renderCsv>;
    };
};
export type ReportFormat = keyof typeof REPORT_FORMATS;
/** Their names, in the order of the help. */
export declare const REPORT_FORMAT_NAMES: readonly ReportFormat[];
/** Loads the renderer of a format. */
export declare function loadRenderer(format: ReportFormat): Promise<Renderer>;
