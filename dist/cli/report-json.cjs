"use strict";
const require_exit_code = require("./exit-code.cjs");
const require_json_model = require("./json-model.cjs");
// src/report/json.ts
function* renderJson(report) {
	const { schemaVersion, tool, coverage, suppressed, baseline } = require_json_model.toJsonScan(report);
	yield `{\n  "schemaVersion": ${schemaVersion},\n`;
	yield `  "tool": ${indented(tool, 1)},\n`;
	yield `  "coverage": ${indented(coverage, 1)},\n`;
	yield "  \"credentials\": [";
	let separator = "";
	for (const credential of report.credentials) {
		yield `${separator}\n    ${indented(require_json_model.toJsonCredential(credential), 2)}`;
		separator = ",";
	}
	yield report.credentials.length === 0 ? "],\n" : "\n  ],\n";
	yield `  "suppressed": ${indented(suppressed, 1)}`;
	if (baseline !== void 0) yield `,\n  "baseline": ${indented(baseline, 1)}`;
	yield "\n}\n";
}
function indented(value, depth) {
	return require_exit_code.escapeJson(JSON.stringify(value, null, 2)).replaceAll("\n", `\n${"  ".repeat(depth)}`);
}
exports.renderJson = renderJson;
