import { E as unbroken, T as span, _ as field, a as isNothingScanned, b as paragraph, d as EXPOSURES, f as EXPOSURE_NAMES, i as goneLines, l as suppressedLines, n as gapLines, o as scannedInWords } from "./coverage.js";
import { r as formatCount, t as countOf } from "./numbers.js";
// src/report/text/summary.ts
function summaryLines(report, exit, layout) {
	const { credentials, coverage } = report;
	return [
		[span("Summary", "bold")],
		...field("Found", [span(foundInWords(credentials), "bold")], layout),
		...field("Confidence", [span(counts(credentials, [
			"proven",
			"high",
			"medium",
			"low"
		], (each) => each.confidence))], layout),
		...field("Exposure", [span(exposureCounts(credentials))], layout),
		...field("Scanned", [span(scannedInWords(coverage))], layout),
		...gapLines(coverage, layout),
		...suppressedLines(report, layout),
		...goneLines(report, layout),
		...explainLines(report, layout),
		...exitLines(exit, layout)
	];
}
function explainLines({ credentials, coverage }, layout) {
	const [first] = credentials;
	if (first === void 0) return [];
	const subject = coverage.modes.includes("stdin") ? "-" : first.fingerprint.slice(0, 16);
	const command = unbroken(`keypetrel explain ${subject}`, "cyan");
	return field("Explain", [command, span(" shows what counts for and against one, and how much")], layout);
}
function foundInWords(credentials) {
	return `${countOf(credentials.length, "credential")}: ${severityCounts(credentials)}`;
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
	return counts(credentials, EXPOSURES.map((exposure) => EXPOSURE_NAMES[exposure]), (each) => EXPOSURE_NAMES[each.exposure]);
}
function counts(credentials, order, kindOf) {
	return order.map((value) => ({
		value,
		count: credentials.filter((each) => kindOf(each) === value).length
	})).filter(({ count }) => count > 0).map(({ value, count }) => `${formatCount(count)} ${value}`).join(", ");
}
function nothingFoundLines(report, exit, layout) {
	const { coverage } = report;
	const gaps = gapLines(coverage, layout);
	if (!coverage.complete) return [
		...paragraph([span("No credentials found, but the scan is incomplete: ", "yellow", "bold"), span("there may be some in what could not be read.")], layout, 0),
		...field("Scanned", [span(scannedInWords(coverage))], layout),
		...gaps,
		...suppressedLines(report, layout),
		...goneLines(report, layout),
		...exitLines(exit, layout)
	];
	return [
		...paragraph(cleanSentence(report), layout, 0),
		...gaps,
		...suppressedLines(report, layout),
		...goneLines(report, layout),
		...exit === null || exit.code === 0 ? [] : exitLines(exit, layout)
	];
}
function cleanSentence({ coverage }) {
	if (isNothingScanned(coverage)) return [span("Nothing to scan: ", "yellow", "bold"), span("there is no content here.")];
	return [span("No credentials found", "green", "bold"), span(` in ${scannedInWords(coverage)}.`)];
}
function exitLines(exit, layout) {
	return exit === null ? [] : field("Exit code", [span(`${exit.code}: ${exit.meaning}`)], layout);
}
export { summaryLines as i, nothingFoundLines as n, severityCounts as r, exposureCounts as t };
