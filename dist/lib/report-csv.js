import { n as escapeText } from "./escape.js";
import { o as shorten, s as versionInWords, t as evidenceInWords, u as mainPlaceFirst } from "./prose.js";
import { A as otherPlaces, D as firstCommit, j as refName, k as locationOf } from "./coverage.js";
// src/report/csv.ts
const COLUMNS = [
	{
		name: "severity",
		value: ({ severity }) => severity
	},
	{
		name: "confidence",
		value: ({ confidence }) => confidence
	},
	{
		name: "title",
		value: ({ title }) => title
	},
	{
		name: "redacted",
		value: ({ redacted }) => redacted
	},
	{
		name: "exposure",
		value: ({ exposure }) => exposure
	},
	{
		name: "path",
		value: (_, main) => main?.path ?? null
	},
	{
		name: "line",
		value: (_, main) => main?.line ?? null
	},
	{
		name: "column",
		value: (_, main) => main?.column ?? null
	},
	{
		name: "version",
		value: (_, main) => main === void 0 ? null : versionInWords(main)
	},
	{
		name: "in_head",
		value: ({ occurrences }) => inHead(occurrences)
	},
	{
		name: "places",
		value: ({ occurrences }) => occurrences.length
	},
	{
		name: "other_places",
		value: (credential) => otherPlacesText(credential)
	},
	{
		name: "first_commit",
		value: (credential) => firstCommit(credential)?.commit ?? null
	},
	{
		name: "first_author",
		value: (credential) => firstCommit(credential)?.author ?? null
	},
	{
		name: "first_date",
		value: (credential) => firstCommit(credential)?.date ?? null
	},
	{
		name: "refs",
		value: (credential) => (firstCommit(credential)?.refs ?? []).map(refName).join(", ")
	},
	{
		name: "rule",
		value: ({ rule }) => rule
	},
	{
		name: "service",
		value: ({ service }) => service
	},
	{
		name: "issued",
		value: ({ issued }) => issued
	},
	{
		name: "endpoint",
		value: ({ endpoint }) => endpoint
	},
	{
		name: "checksum",
		value: ({ checksum }) => checksum
	},
	{
		name: "length",
		value: ({ length }) => length
	},
	{
		name: "entropy",
		value: ({ entropy }) => entropy
	},
	{
		name: "evidence",
		value: (credential) => evidenceText(credential)
	},
	{
		name: "what_to_do",
		value: ({ remediation }) => [remediation.summary, ...remediation.steps].join(" ")
	},
	{
		name: "fingerprint",
		value: ({ fingerprint }) => fingerprint
	}
];
const SECRET = {
	name: "secret",
	value: ({ secret }) => secret ?? null
};
const BYTE_ORDER_MARK = "﻿";
function* renderCsv({ credentials }) {
	const columns = credentials.some(({ secret }) => secret !== void 0) ? [...COLUMNS, SECRET] : COLUMNS;
	yield `${BYTE_ORDER_MARK}${row(columns.map(({ name }) => name))}`;
	for (const credential of credentials) {
		const ordered = mainPlaceFirst(credential);
		yield row(columns.map(({ value }) => value(ordered, ordered.occurrences[0])));
	}
}
function inHead(occurrences) {
	const answers = occurrences.map((each) => each.inHead).filter((answer) => answer !== null);
	return answers.length === 0 ? null : answers.includes(true);
}
function otherPlacesText(credential) {
	const { shown, more } = otherPlaces(credential);
	return [...shown.map(locationOf), ...more > 0 ? [`and ${more} more`] : []].join("; ");
}
function evidenceText(credential) {
	const { pro, contra } = evidenceInWords(credential);
	return [...pro, ...contra.map((detail) => `against it: ${detail}`)].join("; ");
}
function row(values) {
	return `${values.map(field).join(",")}\r\n`;
}
const LONGEST = 32e3;
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20|]/u;
function field(value) {
	if (value === null) return "\"\"";
	if (typeof value !== "string") return `"${value}"`;
	const text = escapeText(shorten(value, LONGEST));
	return `"${FORMULA.test(text) ? "'" : ""}${text.replaceAll("\"", "\"\"")}"`;
}
export { renderCsv };
