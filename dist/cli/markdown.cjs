"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_prose = require("./prose.cjs");
const require_numbers = require("./numbers.cjs");
const require_words = require("./words.cjs");
const require_escape = require("./escape.cjs");
const require_coverage = require("./coverage.cjs");
const require_summary = require("./summary.cjs");
// src/report/markdown/overview.ts
const TABLE_START = "<table>\n<thead><tr><th>#</th><th>Severity</th><th>Credential</th><th>Where</th><th>How far it got</th></tr></thead>\n<tbody>\n";
const TABLE_END = "</tbody>\n</table>\n\n";
const LONGEST$1 = 200;
function overviewRow(credential, number) {
	const { severity, exposure } = credential;
	return `<tr>${[
		`${number}`,
		severity,
		nameOf(credential),
		whereOf(credential),
		require_words.EXPOSURE_NAMES[exposure]
	].map((cell) => `<td>${cell}</td>`).join("")}</tr>\n`;
}
function nameOf({ title, redacted }) {
	return `${require_escape.htmlProse(require_prose.shorten(title, LONGEST$1))} ${require_escape.htmlCode(require_prose.shorten(redacted, LONGEST$1))}`;
}
function whereOf(credential) {
	const ordered = require_prose.mainPlaceFirst(credential);
	const [main] = ordered.occurrences;
	if (main === void 0) return "";
	const { shown, more } = require_words.otherPlaces(ordered);
	const others = shown.length + more;
	const rest = others === 0 ? "" : ` and ${require_numbers.countOf(others, "more place")}`;
	return `${require_escape.htmlCode(require_prose.shorten(require_words.locationOf(main), LONGEST$1))}${rest}`;
}
// src/report/markdown/details.ts
const LONGEST = 500;
var Details = class {
	#report;
	#adviceNumbers = new Map();
	constructor(report) {
		this.#report = report;
	}
	of(credential, number) {
		const advice = adviceText(credential);
		const same = this.#adviceNumbers.get(advice);
		if (same === void 0) this.#adviceNumbers.set(advice, number);
		const whatToDo = same === void 0 ? advice : `**What to do:** the same as for number ${same}.`;
		return detailsText(credential, number, this.#report, whatToDo);
	}
};
function detailsText(credential, number, report, whatToDo) {
	return `${[
		`<details>\n<summary>${number}. ${nameOf(credential)}: why, where, and what to do</summary>`,
		whyText(credential),
		whereText(credential, report),
		frameText(credential),
		whatToDo,
		`Fingerprint: ${require_escape.codeSpan(credential.fingerprint)}`,
		"</details>"
	].filter((text) => text !== null).join("\n\n")}\n\n`;
}
function whyText(credential) {
	const { confidence, issued, endpoint } = credential;
	const { pro, contra } = require_prose.evidenceInWords(credential);
	return [
		`**Why:** ${require_words.CONFIDENCE_WORDS[confidence]}\n`,
		...pro.map((detail) => `- ${require_escape.prose(require_prose.shorten(detail, LONGEST))}`),
		...contra.map((detail) => `- against it: ${require_escape.prose(require_prose.shorten(detail, LONGEST))}`),
		...issued === null ? [] : [`- issued in ${require_escape.codeSpan(require_prose.shorten(issued, LONGEST))}`],
		...endpoint === null ? [] : [`- belongs to ${require_escape.codeSpan(require_prose.shorten(endpoint, LONGEST))}`]
	].join("\n");
}
function whereText(credential, report) {
	const ordered = require_prose.mainPlaceFirst(credential);
	const introduction = require_prose.introductionSentence(credential);
	const { shown, more } = require_words.otherPlaces(ordered);
	return [
		`**Where:** ${require_escape.prose(require_prose.exposureSentence(credential, report))}\n`,
		...[...ordered.occurrences.slice(0, 1), ...shown].map(placeItem),
		...more > 0 ? [`- and ${require_numbers.countOf(more, "more place")}`] : [],
		...introduction === null ? [] : [`\n${require_escape.prose(require_prose.shorten(introduction, LONGEST))}`]
	].join("\n");
}
function placeItem(occurrence) {
	const location = require_prose.shorten(require_words.locationOf(occurrence), LONGEST);
	if (occurrence.path === null) return `- ${require_escape.prose(location)}`;
	return `- ${require_escape.codeSpan(location)} ${require_escape.prose(require_prose.shorten(require_prose.versionInWords(occurrence), LONGEST))}`;
}
function frameText({ occurrences }) {
	const frame = occurrences.find((each) => each.frame.length > 0)?.frame ?? [];
	if (frame.length === 0) return null;
	const width = Math.max(...frame.map(({ number }) => String(number).length));
	const lines = frame.map(({ number, text }) => `${String(number).padStart(width)} | ${require_prose.shorten(text, LONGEST)}`);
	return require_escape.codeBlock(lines, "text").trimEnd();
}
function adviceText({ remediation }) {
	const { summary, steps, commands } = remediation;
	return [
		`**What to do:** ${require_escape.prose(require_prose.sentence(summary))}\n`,
		...steps.map((step, index) => `${index + 1}. ${require_escape.prose(step)}`),
		...commands.length > 0 ? [`\n${require_escape.codeBlock(commands, "sh").trimEnd()}`] : []
	].join("\n");
}
// src/report/markdown/summary.ts
function headText(report) {
	const { credentials, coverage } = report;
	const suppressed = require_coverage.suppressedInWords(report);
	const gone = require_coverage.goneInWords(report.baseline);
	return `${[
		`## ${titleOf(report)}`,
		credentials.length > 0 && `**${require_summary.severityCounts(credentials)}.** ${require_summary.exposureCounts(credentials)}.`,
		require_prose.gapsOf(report).map(({ text }) => `> **Warning:** ${require_escape.prose(text)}`).join("\n>\n"),
		require_coverage.isNothingScanned(coverage) ? "There was no content to scan." : `Scanned ${require_escape.prose(require_coverage.scannedInWords(coverage))}.`,
		suppressed !== "" && `Not shown: ${require_escape.prose(suppressed)}.`,
		gone !== "" && `Baseline: ${require_escape.prose(gone)}.`
	].filter((text) => text !== false && text !== "").join("\n\n")}\n\n`;
}
function titleOf({ credentials, coverage }) {
	if (credentials.length > 0) return `keypetrel found ${require_numbers.countOf(credentials.length, "credential")}`;
	return coverage.complete ? "keypetrel found no credentials" : "keypetrel found no credentials, but the scan is incomplete";
}
function restText({ rows, details }) {
	const texts = [rows > 0 && `${require_numbers.countOf(rows, "more credential")} not shown`, details > 0 && `details of ${require_numbers.countOf(details, "credential")} left out`].filter((text) => text !== false);
	if (texts.length === 0) return "";
	return `There is no room for everything: ${texts.join(", ")}. The JSON report has all of it.\n`;
}
// src/report/markdown.ts
var markdown_exports = require_rolldown_runtime.__exportAll({ renderMarkdown: () => renderMarkdown });
const COMMENT_BYTES = 65536;
const SUMMARY_BYTES = 1048576;
function renderMarkdown(report, options) {
	return renderMarkdownWithin(COMMENT_BYTES, report, options);
}
const OVERVIEW_SHARE = .6;
function* renderMarkdownWithin(mostBytes, report, { warn }) {
	const { credentials } = report;
	const head = headText(report);
	yield head;
	if (credentials.length === 0) return;
	const longestRest = restText({
		rows: credentials.length,
		details: credentials.length
	});
	const room = mostBytes - [
		head,
		TABLE_START,
		TABLE_END,
		longestRest
	].reduce((sum, text) => sum + bytesOf(text), 0);
	const overview = firstThatFit(credentials.map((credential, index) => () => overviewRow(credential, index + 1)), room * OVERVIEW_SHARE);
	yield TABLE_START;
	yield* overview.texts;
	yield TABLE_END;
	const detailsMaker = new Details(report);
	const details = firstThatFit(credentials.slice(0, overview.texts.length).map((credential, index) => () => detailsMaker.of(credential, index + 1)), room - overview.bytes);
	yield* details.texts;
	const rest = restText({
		rows: credentials.length - overview.texts.length,
		details: overview.texts.length - details.texts.length
	});
	yield rest;
	if (rest !== "") warn?.(`Markdown: ${rest.trim()}`);
}
function firstThatFit(makers, bytes) {
	const texts = [];
	let used = 0;
	for (const make of makers) {
		const text = make();
		const size = bytesOf(text);
		if (used + size > bytes) break;
		texts.push(text);
		used += size;
	}
	return {
		texts,
		bytes: used
	};
}
function bytesOf(text) {
	return Buffer.byteLength(text);
}
Object.defineProperty(exports, "COMMENT_BYTES", {
	enumerable: true,
	get: function() {
		return COMMENT_BYTES;
	}
});
Object.defineProperty(exports, "SUMMARY_BYTES", {
	enumerable: true,
	get: function() {
		return SUMMARY_BYTES;
	}
});
Object.defineProperty(exports, "markdown_exports", {
	enumerable: true,
	get: function() {
		return markdown_exports;
	}
});
Object.defineProperty(exports, "renderMarkdownWithin", {
	enumerable: true,
	get: function() {
		return renderMarkdownWithin;
	}
});
