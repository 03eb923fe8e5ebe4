import { n as escapeText } from "./escape.js";
import { a as sentence, i as introductionSentence, n as exposureSentence, r as gapsOf, s as versionInWords, t as evidenceInWords, u as mainPlaceFirst } from "./prose.js";
import { A as otherPlaces, k as locationOf, o as scannedInWords, u as CONFIDENCE_WORDS } from "./coverage.js";
import { t as countOf } from "./numbers.js";
// src/report/junit.ts
function* renderJUnit(report) {
	const { credentials, coverage, tool } = report;
	const failures = credentials.length;
	const errors = coverage.complete ? 0 : 1;
	const counts = `tests="${Math.max(1, failures) + 1}" failures="${failures}" errors="${errors}"`;
	yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="keypetrel" ${counts}>\n`;
	yield `  <testsuite name="keypetrel" ${counts} skipped="0" version=${attribute(tool.version)}>\n`;
	yield coverageCase(report);
	if (failures === 0) yield `    <testcase classname="keypetrel" name="no credentials"/>\n`;
	for (const credential of credentials) yield credentialCase(credential, report);
	yield "  </testsuite>\n</testsuites>\n";
}
function coverageCase(report) {
	const gaps = gapsOf(report).map(({ text }) => text);
	const message = gaps[0] ?? "";
	const lines = [`Scanned ${scannedInWords(report.coverage)}.`, ...gaps];
	return testCase("keypetrel", "the scan is complete", report.coverage.complete ? element("system-out", "", lines) : element("error", ` type="incomplete" message=${attribute(message)}`, lines));
}
function credentialCase(credential, report) {
	const { rule, title, redacted, severity, remediation, fingerprint, confidence } = credential;
	const ordered = mainPlaceFirst(credential);
	const [main] = ordered.occurrences;
	const { shown, more } = otherPlaces(ordered);
	const { pro, contra } = evidenceInWords(credential);
	const introduction = introductionSentence(credential);
	const where = main === void 0 ? "" : ` in ${locationOf(main)}`;
	const lines = [
		`${title} ${redacted}, ${CONFIDENCE_WORDS[confidence]}.`,
		exposureSentence(credential, report),
		...[main, ...shown].filter((each) => each !== void 0).map((each) => `${locationOf(each)} ${versionInWords(each)}`),
		...more > 0 ? [`and ${countOf(more, "more place")}`] : [],
		...introduction === null ? [] : [introduction],
		...pro.map((detail) => `For: ${detail}`),
		...contra.map((detail) => `Against: ${detail}`),
		sentence(remediation.summary),
		...remediation.steps.map((step, index) => `${index + 1}. ${step}`),
		...remediation.commands,
		`Fingerprint: ${fingerprint}`
	];
	const attributes = ` type=${attribute(severity)} message=${attribute(`${title} ${redacted}${where}`)}`;
	const name = `${title} ${redacted} (${fingerprint.slice(0, 12)})`;
	return testCase(`keypetrel.${rule}`, name, element("failure", attributes, lines));
}
function testCase(className, name, outcome) {
	return `    <testcase ${`classname=${attribute(className)} name=${attribute(name)}`}>\n      ${outcome}\n    </testcase>\n`;
}
function element(name, attributes, lines) {
	return `<${name}${attributes}>${lines.map(escapeXml).join("\n")}</${name}>`;
}
function attribute(value) {
	return `"${escapeXml(value)}"`;
}
const XML_ESCAPES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"￾": "\\u{fffe}",
	"￿": "\\u{ffff}"
};
function escapeXml(text) {
	return escapeText(text).replace(/[&<>"\ufffe\uffff]/g, (character) => XML_ESCAPES[character] ?? character);
}
export { renderJUnit };
