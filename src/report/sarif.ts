import type { Suppression } from 'sarif';
import type { HiddenCredential, Report } from '../credentials/report.ts';
import { escapeJson } from './escape.ts';
import { toJsonScan } from './json-model.ts';
import type { RenderOptions } from './renderer.ts';
import { type Cut, GITHUB_LIMITS, type Limits, withinLimits } from './sarif/limits.ts';
import { SOURCE_ROOT } from './sarif/locations.ts';
import { messageText } from './sarif/message-text.ts';
import { cutSentences, NOTIFICATION_KINDS, notificationsOf } from './sarif/notifications.ts';
import { toResult } from './sarif/result.ts';
import { RuleTable } from './sarif/rules.ts';

/**
 * SARIF 2.1.0 as GitHub code scanning takes it: one result for each credential, worst first, and no more than
 * GitHub takes. It never holds a secret, also not with `--show-secrets`: it is made to be uploaded.
 *
 * https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function renderSarif(report: Report, options: RenderOptions): Generator<string> {
  return renderSarifWithin(GITHUB_LIMITS, report, options);
}

/** The same with limits of the caller's. */
export function* renderSarifWithin(
  limits: Limits,
  report: Report,
  { warn }: Pick<RenderOptions, 'warn'>,
): Generator<string> {
  const hidden = report.hidden ?? [];
  const found = [...report.credentials, ...hidden.map(({ credential }) => credential)];
  const credentials = found.slice(0, limits.results);
  // Of all results or of none, says SARIF 2.1.0, 3.27.23.
  const suppressions = hidden.length === 0 ? null : new Map(hidden.map(suppressionEntry));
  const rules = new RuleTable(credentials);
  yield '{\n  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n  "version": "2.1.0",\n';
  yield `  "runs": [\n    {\n      "tool": ${toJson({ driver: driverOf(report, rules) })},\n`;
  for (const [name, value] of Object.entries(runProperties(report))) {
    yield `      ${toJson(name)}: ${toJson(value)},\n`;
  }
  yield '      "results": [';
  const results = credentials.map(
    (credential) => () =>
      toJson({
        ...toResult(credential, rules.indexOf(credential), report, limits),
        ...(suppressions !== null && { suppressions: suppressions.get(credential.fingerprint) ?? [] }),
      }),
  );
  const written = yield* joined(withinLimits(results, limits));
  yield written === 0 ? '],\n' : '\n      ],\n';
  const cut: Cut = { found, written, limits };
  for (const sentence of cutSentences(cut)) warn?.(`SARIF: ${sentence}`);
  yield `      "invocations": ${toJson([invocationOf(report, cut)])}\n    }\n  ]\n}\n`;
}

function suppressionEntry({ credential, suppression }: HiddenCredential): [string, Suppression[]] {
  const kind = suppression.reason === 'inline' ? 'inSource' : 'external';
  const justification = messageText(suppression.detail);
  return [credential.fingerprint, [{ kind, status: 'accepted', justification }]];
}

function driverOf({ tool }: Report, rules: RuleTable) {
  return {
    name: tool.name,
    version: tool.version,
    semanticVersion: tool.version,
    informationUri: 'https://www.npmjs.com/package/keypetrel',
    rules: rules.descriptors,
    notifications: NOTIFICATION_KINDS,
  };
}

function runProperties(report: Report) {
  const { tool, coverage, suppressed, baseline } = toJsonScan(report);
  return {
    // The category is what stands before the last slash. It is the same for every scan, because GitHub tells
    // what a pull request brings by comparing it with the same category of the base branch.
    automationDetails: { id: `${tool.name}/` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'The top of the scanned repository.' } } },
    properties: {
      rulesDigest: tool.rulesDigest,
      coverage,
      suppressed,
      ...(baseline !== undefined && { baseline }),
    },
  };
}

function invocationOf(report: Report, cut: Cut) {
  return {
    // Says that the program did its work. GitHub refuses a file with `false` in it, credentials and all, so
    // what could not be read is told in notifications.
    executionSuccessful: true,
    toolExecutionNotifications: notificationsOf(report, cut),
  };
}

/** Lines of an array, with commas between them; returns how many there were. */
function* joined(items: Iterable<string>): Generator<string, number> {
  let count = 0;
  for (const item of items) {
    yield `${count === 0 ? '' : ','}\n        ${item}`;
    count += 1;
  }
  return count;
}

function toJson(value: unknown): string {
  return escapeJson(JSON.stringify(value));
}
