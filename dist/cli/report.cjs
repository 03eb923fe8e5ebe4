"use strict";
// src/report/index.ts
const REPORT_FORMATS = {
	text: {
		description: "for people",
		load: async () => (await Promise.resolve().then(() => require("./report-text.cjs"))).renderText
	},
	json: {
		description: "one document; its JSON Schema ships with the package",
		load: async () => (await Promise.resolve().then(() => require("./report-json.cjs"))).renderJson
	},
	jsonl: {
		description: "a line about the scan, then a line for each credential",
		load: async () => (await Promise.resolve().then(() => require("./report-jsonl.cjs"))).renderJsonLines
	},
	html: {
		description: "a page for the browser: one file to look through, to share and to print",
		load: async () => (await Promise.resolve().then(() => require("./report-html.cjs"))).renderHtml
	}
};
const REPORT_FORMAT_NAMES = Object.keys(REPORT_FORMATS);
function loadRenderer(format) {
	return REPORT_FORMATS[format].load();
}
Object.defineProperty(exports, "REPORT_FORMAT_NAMES", {
	enumerable: true,
	get: function() {
		return REPORT_FORMAT_NAMES;
	}
});
Object.defineProperty(exports, "loadRenderer", {
	enumerable: true,
	get: function() {
		return loadRenderer;
	}
});
