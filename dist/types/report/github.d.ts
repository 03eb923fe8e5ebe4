import type { Report } from '../credentials/report.js';
/**
 * Workflow commands, from which GitHub Actions makes annotations: `::error file=…,line=…::…`. Worst first, and
 * no more than GitHub shows; a notice says how many were left out. A complete scan without findings prints
 * nothing. Never a secret, also not with `--show-secrets`: the log of a public repository is public.
 *
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export declare function renderGitHub(report: Report): Generator<string>;
