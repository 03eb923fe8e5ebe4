"use strict";
const require_exit_code = require("./exit-code.cjs");
const require_json_model = require("./json-model.cjs");
// src/report/jsonl.ts
function* renderJsonLines(report) {
	yield line({
		type: "scan",
		...require_json_model.toJsonScan(report),
		credentialCount: report.credentials.length
	});
	for (const credential of report.credentials) yield line({
		type: "credential",
		...require_json_model.toJsonCredential(credential)
	});
}
function line(value) {
	return `${require_exit_code.escapeJson(JSON.stringify(value))}\n`;
}
exports.renderJsonLines = renderJsonLines;
