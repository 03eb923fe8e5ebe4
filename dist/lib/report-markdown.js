import { a as sentence, i as introductionSentence, n as exposureSentence, o as shorten, r as gapsOf, s as versionInWords, t as evidenceInWords, u as mainPlaceFirst } from "./prose.js";
import { t as countOf } from "./numbers.js";
import { A as otherPlaces, a as isNothingScanned, c as suppressedInWords, f as EXPOSURE_NAMES, k as locationOf, o as scannedInWords, r as goneInWords, u as CONFIDENCE_WORDS } from "./coverage.js";
import { a as prose, i as htmlProse, n as codeSpan, r as htmlCode, t as codeBlock } from "./escape2.js";
import { r as severityCounts, t as exposureCounts } from "./summary.js";
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
		EXPOSURE_NAMES[exposure]
	].map((cell) => `<td>${cell}</td>`).join("")}</tr>\n`;
}
function nameOf({ title, redacted }) {
	return `${htmlProse(shorten(title, LONGEST$1))} ${htmlCode(shorten(redacted, LONGEST$1))}`;
}
function whereOf(credential) {
	const ordered = mainPlaceFirst(credential);
	const [main] = ordered.occurrences;
	if (main === void 0) return "";
	const { shown, more } = otherPlaces(ordered);
	const others = shown.length + more;
	const rest = others === 0 ? "" : ` and ${countOf(others, "more place")}`;
	return `${htmlCode(shorten(locationOf(main), LONGEST$1))}${rest}`;
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
		`Fingerprint: ${codeSpan(credential.fingerprint)}`,
		"</details>"
	].filter((text) => text !== null).join("\n\n")}\n\n`;
}
function whyText(credential) {
	const { confidence, issued, endpoint } = credential;
	const { pro, contra } = evidenceInWords(credential);
	return [
		`**Why:** ${CONFIDENCE_WORDS[confidence]}\n`,
		...pro.map((detail) => `- ${prose(shorten(detail, LONGEST))}`),
		...contra.map((detail) => `- against it: ${prose(shorten(detail, LONGEST))}`),
		...issued === null ? [] : [`- issued in ${codeSpan(shorten(issued, LONGEST))}`],
		...endpoint === null ? [] : [`- belongs to ${codeSpan(shorten(endpoint, LONGEST))}`]
	].join("\n");
}
function whereText(credential, report) {
	const ordered = mainPlaceFirst(credential);
	const introduction = introductionSentence(credential);
	const { shown, more } = otherPlaces(ordered);
	return [
		`**Where:** ${prose(exposureSentence(credential, report))}\n`,
		...[...ordered.occurrences.slice(0, 1), ...shown].map(placeItem),
		...more > 0 ? [`- and ${countOf(more, "more place")}`] : [],
		...introduction === null ? [] : [`\n${prose(shorten(introduction, LONGEST))}`]
	].join("\n");
}
function placeItem(occurrence) {
	const location = shorten(locationOf(occurrence), LONGEST);
	if (occurrence.path === null) return `- ${prose(location)}`;
	return `- ${codeSpan(location)} ${prose(shorten(versionInWords(occurrence), LONGEST))}`;
}
function frameText({ occurrences }) {
	const frame = occurrences.find((each) => each.frame.length > 0)?.frame ?? [];
	if (frame.length === 0) return null;
	const width = Math.max(...frame.map(({ number }) => String(number).length));
	const lines = frame.map(({ number, text }) => `${String(number).padStart(width)} | ${shorten(text, LONGEST)}`);
	return codeBlock(lines, "text").trimEnd();
}
function adviceText({ remediation }) {
	const { summary, steps, commands } = remediation;
	return [
		`**What to do:** ${prose(sentence(summary))}\n`,
		...steps.map((step, index) => `${index + 1}. ${prose(step)}`),
		...commands.length > 0 ? [`\n${codeBlock(commands, "sh").trimEnd()}`] : []
	].join("\n");
}
// src/report/markdown/summary.ts
function headText(report) {
	const { credentials, coverage } = report;
	const suppressed = suppressedInWords(report);
	const gone = goneInWords(report.baseline);
	return `${[
		`## ${titleOf(report)}`,
		credentials.length > 0 && `**${severityCounts(credentials)}.** ${exposureCounts(credentials)}.`,
		gapsOf(report).map(({ text }) => `> **Warning:** ${prose(text)}`).join("\n>\n"),
		isNothingScanned(coverage) ? "There was no content to scan." : `Scanned ${prose(scannedInWords(coverage))}.`,
		suppressed !== "" && `Not shown: ${prose(suppressed)}.`,
		gone !== "" && `Baseline: ${prose(gone)}.`
	].filter((text) => text !== false && text !== "").join("\n\n")}\n\n`;
}
function titleOf({ credentials, coverage }) {
	if (credentials.length > 0) return `keypetrel found ${countOf(credentials.length, "credential")}`;
	return coverage.complete ? "keypetrel found no credentials" : "keypetrel found no credentials, but the scan is incomplete";
}
function restText({ rows, details }) {
	const texts = [rows > 0 && `${countOf(rows, "more credential")} not shown`, details > 0 && `details of ${countOf(details, "credential")} left out`].filter((text) => text !== false);
	if (texts.length === 0) return "";
	return `There is no room for everything: ${texts.join(", ")}. The JSON report has all of it.\n`;
}
// src/report/markdown.ts
const COMMENT_BYTES = 65536;
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
export { renderMarkdown };
