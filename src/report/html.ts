import reportPage from 'virtual:keypetrel-report-page';
import type { Report } from '../credentials/report.ts';
import { embeddedJson } from './html/embed.ts';
import { countOf } from './text/numbers.ts';

/**
 * The HTML report: one file with the page, its style, its script and the report as data. It needs no network
 * and could not use one: its policy allows nothing but its own script and style, known by their hashes. The
 * script inserts everything that comes from a repository as text.
 */
export function* renderHtml(report: Report): Generator<string> {
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>keypetrel report</title>
<link rel="icon" href="${reportPage.icon}">
<style>${reportPage.style}</style>
</head>
<body>
<noscript><p class="noscript">${withoutScript(report)}</p></noscript>
${reportPage.body}
<script type="application/json" id="report">`;
  yield* embeddedJson(report);
  yield `</script>\n<script>${reportPage.script}</script>\n</body>\n</html>\n`;
}

/**
 * Also keeps the script from ever parsing text as HTML (Trusted Types with no policy allowed), where the
 * browser knows how (https://www.w3.org/TR/trusted-types/).
 */
function contentSecurityPolicy(): string {
  return [
    "default-src 'none'",
    `script-src '${reportPage.scriptHash}'`,
    `style-src '${reportPage.styleHash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** For those whose browser or server keeps scripts from running: numbers and words of our own only. */
function withoutScript({ credentials, coverage }: Report): string {
  const found = credentials.length === 0 ? 'No credentials' : countOf(credentials.length, 'credential');
  const incomplete = coverage.complete ? '' : ', and the scan is incomplete';
  return `${found} found${incomplete}. This page needs JavaScript to show the report. It runs only its own script, and uses no network.`;
}
