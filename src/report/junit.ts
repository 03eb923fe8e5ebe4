import type { Credential, Report } from '../credentials/report.ts';
import { escapeText } from './escape.ts';
import { mainPlaceFirst } from './main-place.ts';
import {
  evidenceInWords,
  exposureSentence,
  gapsOf,
  introductionSentence,
  sentence,
  versionInWords,
} from './prose.ts';
import { scannedInWords } from './text/coverage.ts';
import { countOf } from './text/numbers.ts';
import { locationOf, otherPlaces } from './text/places.ts';
import { CONFIDENCE_WORDS } from './text/words.ts';

/**
 * A JUnit report, which CI servers show as test results: a failed test for each credential, a passed one when
 * there is none, and one more that has an error when something could not be read. Never a secret, also not
 * with `--show-secrets`: CI servers show it to all who may see the build.
 *
 * The schema is the one of Jenkins' xunit plugin; other servers read what fits it.
 */
export function* renderJUnit(report: Report): Generator<string> {
  const { credentials, coverage, tool } = report;
  const failures = credentials.length;
  const errors = coverage.complete ? 0 : 1;
  const counts = `tests="${Math.max(1, failures) + 1}" failures="${failures}" errors="${errors}"`;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="keypetrel" ${counts}>\n`;
  yield `  <testsuite name="keypetrel" ${counts} skipped="0" version=${attribute(tool.version)}>\n`;
  yield coverageCase(report);
  if (failures === 0) yield `    <testcase classname="keypetrel" name="no credentials"/>\n`;
  for (const credential of credentials) yield credentialCase(credential, report);
  yield '  </testsuite>\n</testsuites>\n';
}

/** The test of the scan itself. What the clone lacks is told with it, and is no error of its own. */
function coverageCase(report: Report): string {
  const gaps = gapsOf(report).map(({ text }) => text);
  const message = gaps[0] ?? '';
  const lines = [`Scanned ${scannedInWords(report.coverage)}.`, ...gaps];
  const outcome = report.coverage.complete
    ? element('system-out', '', lines)
    : element('error', ` type="incomplete" message=${attribute(message)}`, lines);
  return testCase('keypetrel', 'the scan is complete', outcome);
}

function credentialCase(credential: Credential, report: Report): string {
  const { rule, title, redacted, severity, remediation, fingerprint, confidence } = credential;
  const ordered = mainPlaceFirst(credential);
  const [main] = ordered.occurrences;
  const { shown, more } = otherPlaces(ordered);
  const { pro, contra } = evidenceInWords(credential);
  const introduction = introductionSentence(credential);
  const where = main === undefined ? '' : ` in ${locationOf(main)}`;
  const lines = [
    `${title} ${redacted}, ${CONFIDENCE_WORDS[confidence]}.`,
    exposureSentence(credential, report),
    ...[main, ...shown]
      .filter((each) => each !== undefined)
      .map((each) => `${locationOf(each)} ${versionInWords(each)}`),
    ...(more > 0 ? [`and ${countOf(more, 'more place')}`] : []),
    ...(introduction === null ? [] : [introduction]),
    ...pro.map((detail) => `For: ${detail}`),
    ...contra.map((detail) => `Against: ${detail}`),
    sentence(remediation.summary),
    ...remediation.steps.map((step, index) => `${index + 1}. ${step}`),
    ...remediation.commands,
    `Fingerprint: ${fingerprint}`,
  ];
  const attributes = ` type=${attribute(severity)} message=${attribute(`${title} ${redacted}${where}`)}`;
  // Servers follow a test from run to run by these two names, so there is no line in them.
  const name = `${title} ${redacted} (${fingerprint.slice(0, 12)})`;
  return testCase(`keypetrel.${rule}`, name, element('failure', attributes, lines));
}

function testCase(className: string, name: string, outcome: string): string {
  const names = `classname=${attribute(className)} name=${attribute(name)}`;
  return `    <testcase ${names}>\n      ${outcome}\n    </testcase>\n`;
}

function element(name: string, attributes: string, lines: readonly string[]): string {
  return `<${name}${attributes}>${lines.map(escapeXml).join('\n')}</${name}>`;
}

function attribute(value: string): string {
  return `"${escapeXml(value)}"`;
}

const XML_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\ufffe': '\\u{fffe}',
  '\uffff': '\\u{ffff}',
};

/** A text for XML 1.0, which cannot hold control characters at all, and not U+FFFE and U+FFFF either. */
function escapeXml(text: string): string {
  return escapeText(text).replace(/[&<>"\ufffe\uffff]/g, (character) => XML_ESCAPES[character] ?? character);
}
