"use strict";
const require_coverage = require("./coverage.cjs");
const require_words = require("./words.cjs");
const require_numbers = require("./numbers.cjs");
// src/report/text/summary.ts
function summaryLines(report, exit, layout) {
	const { credentials, coverage } = report;
	return [
		[require_words.span("Summary", "bold")],
		...require_words.field("Found", [require_words.span(foundInWords(credentials), "bold")], layout),
		...require_words.field("Confidence", [require_words.span(counts(credentials, [
			"proven",
			"high",
			"medium",
			"low"
		], (each) => each.confidence))], layout),
		...require_words.field("Exposure", [require_words.span(exposureCounts(credentials))], layout),
		...require_words.field("Scanned", [require_words.span(require_coverage.scannedInWords(coverage))], layout),
		...require_coverage.gapLines(coverage, layout),
		...require_coverage.suppressedLines(report, layout),
		...require_coverage.goneLines(report, layout),
		...explainLines(report, layout),
		...exitLines(exit, layout)
	];
}
function explainLines({ credentials, coverage }, layout) {
	const [first] = credentials;
	if (first === void 0) return [];
	const subject = coverage.modes.includes("stdin") ? "-" : first.fingerprint.slice(0, 16);
	const command = require_words.unbroken(`keypetrel explain ${subject}`, "cyan");
	return require_words.field("Explain", [command, require_words.span(" shows what counts for and against one, and how much")], layout);
}
function foundInWords(credentials) {
	return `${require_numbers.countOf(credentials.length, "credential")}: ${severityCounts(credentials)}`;
}
function severityCounts(credentials) {
	return counts(credentials, [
		"critical",
		"high",
		"medium",
		"low"
	], (each) => each.severity);
}
function exposureCounts(credentials) {
	return counts(credentials, require_words.EXPOSURES.map((exposure) => require_words.EXPOSURE_NAMES[exposure]), (each) => require_words.EXPOSURE_NAMES[each.exposure]);
}
function counts(credentials, order, kindOf) {
	return order.map((value) => ({
		value,
		count: credentials.filter((each) => kindOf(each) === value).length
	})).filter(({ count }) => count > 0).map(({ value, count }) => `${require_numbers.formatCount(count)} ${value}`).join(", ");
}
function nothingFoundLines(report, exit, layout) {
	const { coverage } = report;
	const gaps = require_coverage.gapLines(coverage, layout);
	if (!coverage.complete) return [
		...require_words.paragraph([require_words.span("No credentials found, but the scan is incomplete: ", "yellow", "bold"), require_words.span("there may be some in what could not be read.")], layout, 0),
		...require_words.field("Scanned", [require_words.span(require_coverage.scannedInWords(coverage))], layout),
		...gaps,
		...require_coverage.suppressedLines(report, layout),
		...require_coverage.goneLines(report, layout),
		...exitLines(exit, layout)
	];
	return [
		...require_words.paragraph(cleanSentence(report), layout, 0),
		...gaps,
		...require_coverage.suppressedLines(report, layout),
		...require_coverage.goneLines(report, layout),
		...exit === null || exit.code === 0 ? [] : exitLines(exit, layout)
	];
}
function cleanSentence({ coverage }) {
	if (require_coverage.isNothingScanned(coverage)) return [require_words.span("Nothing to scan: ", "yellow", "bold"), require_words.span("there is no content here.")];
	return [require_words.span("No credentials found", "green", "bold"), require_words.span(` in ${require_coverage.scannedInWords(coverage)}.`)];
}
function exitLines(exit, layout) {
	return exit === null ? [] : require_words.field("Exit code", [require_words.span(`${exit.code}: ${exit.meaning}`)], layout);
}
Object.defineProperty(exports, "exposureCounts", {
	enumerable: true,
	get: function() {
		return exposureCounts;
	}
});
Object.defineProperty(exports, "nothingFoundLines", {
	enumerable: true,
	get: function() {
		return nothingFoundLines;
	}
});
Object.defineProperty(exports, "severityCounts", {
	enumerable: true,
	get: function() {
		return severityCounts;
	}
});
Object.defineProperty(exports, "summaryLines", {
	enumerable: true,
	get: function() {
		return summaryLines;
	}
});
