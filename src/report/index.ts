import type { Renderer } from './renderer.ts';

type FormatDefinition = {
  /** In a few words, for the help. */
  readonly description: string;
  /** Loaded when it is asked for: a scan needs one format. */
  readonly load: () => Promise<Renderer>;
};

/** Every format that there is. A new one is one entry here and one file beside this one. */
export const REPORT_FORMATS = {
  text: {
    description: 'for people',
    load: async () => (await import('./text.ts')).renderText,
  },
  json: {
    description: 'one document; its JSON Schema ships with the package',
    load: async () => (await import('./json.ts')).renderJson,
  },
  jsonl: {
    description: 'a line about the scan, then a line for each credential',
    load: async () => (await import('./jsonl.ts')).renderJsonLines,
  },
  html: {
    description: 'a page for the browser: one file to look through, to share and to print',
    load: async () => (await import('./html.ts')).renderHtml,
  },
  sarif: {
    description: 'SARIF 2.1.0, for GitHub code scanning',
    load: async () => (await import('./sarif.ts')).renderSarif,
  },
  markdown: {
    description: 'a comment on a pull request, or the summary of a job',
    load: async () => (await import('./markdown.ts')).renderMarkdown,
  },
  github: {
    description: 'workflow commands, from which GitHub Actions makes annotations',
    load: async () => (await import('./github.ts')).renderGitHub,
  },
  gitlab: {
    description: 'secret detection report of GitLab CI',
    load: async () => (await import('./gitlab.ts')).renderGitLab,
  },
  junit: {
    description: 'test results, for CI servers',
    load: async () => (await import('./junit.ts')).renderJUnit,
  },
  csv: {
    description: 'a line for each credential, for a spreadsheet',
    load: async () => (await import('./csv.ts')).renderCsv,
  },
} as const satisfies Record<string, FormatDefinition>;

export type ReportFormat = keyof typeof REPORT_FORMATS;

/** Their names, in the order of the help. */
export const REPORT_FORMAT_NAMES = Object.keys(REPORT_FORMATS) as readonly ReportFormat[];

/** Loads the renderer of a format. */
export function loadRenderer(format: ReportFormat): Promise<Renderer> {
  return REPORT_FORMATS[format].load();
}
