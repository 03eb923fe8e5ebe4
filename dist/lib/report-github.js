import { n as escapeText } from "./escape.js";
import { a as sentence, c as isInTree, i as introductionSentence, l as mainPlace, n as exposureSentence, o as shorten, r as gapsOf, t as evidenceInWords } from "./prose.js";
import { t as countOf } from "./numbers.js";
import { O as isLive, k as locationOf, u as CONFIDENCE_WORDS } from "./coverage.js";
// src/report/github.ts
const MOST_OF_A_KIND = 10;
function* renderGitHub(report) {
	const gaps = gapsOf(report).map(gapAnnotation);
	const found = report.credentials.map((credential) => credentialAnnotation(credential, report));
	const counts = {
		error: 0,
		warning: 0,
		notice: 0
	};
	let left = 0;
	for (const annotation of [...gaps, ...found]) {
		counts[annotation.kind] += 1;
		if (counts[annotation.kind] > MOST_OF_A_KIND) left += 1;
		else yield commandOf(annotation);
	}
	if (left > 0) yield commandOf(leftOutAnnotation(left, found.length));
}
function gapAnnotation({ text }) {
	return {
		kind: "warning",
		properties: { title: "keypetrel: incomplete scan" },
		message: escapeText(shorten(text, LONGEST_LINE))
	};
}
function leftOutAnnotation(left, found) {
	return {
		kind: "notice",
		properties: { title: "keypetrel" },
		message: `${countOf(found, "credential")} found. ${countOf(left, "annotation")} left out: GitHub shows ${MOST_OF_A_KIND} errors and ${MOST_OF_A_KIND} warnings of a step. The other report formats have all of them.`
	};
}
const KINDS = {
	critical: "error",
	high: "error",
	medium: "warning",
	low: "warning"
};
const LONGEST_TITLE = 200;
const LONGEST_LINE = 1e3;
function credentialAnnotation(credential, report) {
	const { title, redacted, severity, confidence, remediation, fingerprint } = credential;
	const { pro, contra } = evidenceInWords(credential);
	const lines = [
		`${sentence(CONFIDENCE_WORDS[confidence])} ${exposureSentence(credential, report)}`,
		whereSentence(credential),
		introductionSentence(credential),
		pro.length > 0 && `For: ${pro.join("; ")}.`,
		contra.length > 0 && `Against: ${contra.join("; ")}.`,
		sentence(remediation.summary),
		`Fingerprint: ${fingerprint}`
	].filter((line) => line !== null && line !== false);
	return {
		kind: KINDS[severity],
		properties: {
			...placeOf(credential),
			title: shorten(`${title} ${redacted}`, LONGEST_TITLE)
		},
		message: lines.map((line) => escapeText(shorten(line, LONGEST_LINE))).join("\n")
	};
}
function placeOf(credential) {
	const main = mainPlace(credential);
	if (main === null || main.path === null || !isInTree(main)) return {};
	const { path, line, column, endLine, endColumn } = main;
	return {
		file: path,
		line,
		endLine,
		col: column,
		endColumn
	};
}
function whereSentence(credential) {
	const main = mainPlace(credential);
	if (main === null || isLive(main)) return null;
	if (main.path === null) return sentence(locationOf(main));
	return `${main.inHead === true ? "At" : "Was at"} ${locationOf(main)}.`;
}
function commandOf({ kind, properties, message }) {
	return `::${kind} ${Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",")}::${escapeData(message)}\n`;
}
function escapeData(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
	return escapeData(escapeText(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
export { renderGitHub };
