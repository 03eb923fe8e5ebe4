"use strict";
const require_exit_code = require("./exit-code.cjs");
const require_prose = require("./prose.cjs");
const require_words = require("./words.cjs");
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
		value: (_, main) => main === void 0 ? null : require_prose.versionInWords(main)
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
		value: (credential) => require_words.firstCommit(credential)?.commit ?? null
	},
	{
		name: "first_author",
		value: (credential) => require_words.firstCommit(credential)?.author ?? null
	},
	{
		name: "first_date",
		value: (credential) => require_words.firstCommit(credential)?.date ?? null
	},
	{
		name: "refs",
		value: (credential) => (require_words.firstCommit(credential)?.refs ?? []).map(require_words.refName).join(", ")
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
		const ordered = require_prose.mainPlaceFirst(credential);
		yield row(columns.map(({ value }) => value(ordered, ordered.occurrences[0])));
	}
}
function inHead(occurrences) {
	const answers = occurrences.map((each) => each.inHead).filter((answer) => answer !== null);
	return answers.length === 0 ? null : answers.includes(true);
}
function otherPlacesText(credential) {
	const { shown, more } = require_words.otherPlaces(credential);
	return [...shown.map(require_words.locationOf), ...more > 0 ? [`and ${more} more`] : []].join("; ");
}
function evidenceText(credential) {
	const { pro, contra } = require_prose.evidenceInWords(credential);
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
	const text = require_exit_code.escapeText(require_prose.shorten(value, LONGEST));
	return `"${FORMULA.test(text) ? "'" : ""}${text.replaceAll("\"", "\"\"")}"`;
}
exports.renderCsv = renderCsv;
