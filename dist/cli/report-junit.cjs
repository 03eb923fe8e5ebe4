"use strict";
const require_exit_code = require("./exit-code.cjs");
const require_prose = require("./prose.cjs");
const require_coverage = require("./coverage.cjs");
const require_numbers = require("./numbers.cjs");
const require_words = require("./words.cjs");
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
	const gaps = require_prose.gapsOf(report).map(({ text }) => text);
	const message = gaps[0] ?? "";
	const lines = [`Scanned ${require_coverage.scannedInWords(report.coverage)}.`, ...gaps];
	return testCase("keypetrel", "the scan is complete", report.coverage.complete ? element("system-out", "", lines) : element("error", ` type="incomplete" message=${attribute(message)}`, lines));
}
function credentialCase(credential, report) {
	const { rule, title, redacted, severity, remediation, fingerprint, confidence } = credential;
	const ordered = require_prose.mainPlaceFirst(credential);
	const [main] = ordered.occurrences;
	const { shown, more } = require_words.otherPlaces(ordered);
	const { pro, contra } = require_prose.evidenceInWords(credential);
	const introduction = require_prose.introductionSentence(credential);
	const where = main === void 0 ? "" : ` in ${require_words.locationOf(main)}`;
	const lines = [
		`${title} ${redacted}, ${require_words.CONFIDENCE_WORDS[confidence]}.`,
		require_prose.exposureSentence(credential, report),
		...[main, ...shown].filter((each) => each !== void 0).map((each) => `${require_words.locationOf(each)} ${require_prose.versionInWords(each)}`),
		...more > 0 ? [`and ${require_numbers.countOf(more, "more place")}`] : [],
		...introduction === null ? [] : [introduction],
		...pro.map((detail) => `For: ${detail}`),
		...contra.map((detail) => `Against: ${detail}`),
		require_prose.sentence(remediation.summary),
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
	return require_exit_code.escapeText(text).replace(/[&<>"\ufffe\uffff]/g, (character) => XML_ESCAPES[character] ?? character);
}
exports.renderJUnit = renderJUnit;
