import { t as escapeJson } from "./escape.js";
import { n as toJsonScan, t as toJsonCredential } from "./json-model.js";
// src/report/jsonl.ts
function* renderJsonLines(report) {
	yield line({
		type: "scan",
		...toJsonScan(report),
		credentialCount: report.credentials.length
	});
	for (const credential of report.credentials) yield line({
		type: "credential",
		...toJsonCredential(credential)
	});
}
function line(value) {
	return `${escapeJson(JSON.stringify(value))}\n`;
}
export { renderJsonLines };
