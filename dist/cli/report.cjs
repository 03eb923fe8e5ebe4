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
	},
	sarif: {
		description: "SARIF 2.1.0, for GitHub code scanning",
		load: async () => (await Promise.resolve().then(() => require("./report-sarif.cjs"))).renderSarif
	},
	markdown: {
		description: "a comment on a pull request, or the summary of a job",
		load: async () => (await Promise.resolve().then(() => require("./markdown.cjs")).then((n) => n.markdown_exports)).renderMarkdown
	},
	github: {
		description: "workflow commands, from which GitHub Actions makes annotations",
		load: async () => (await Promise.resolve().then(() => require("./report-github.cjs"))).renderGitHub
	},
	gitlab: {
		description: "secret detection report of GitLab CI",
		load: async () => (await Promise.resolve().then(() => require("./report-gitlab.cjs"))).renderGitLab
	},
	junit: {
		description: "test results, for CI servers",
		load: async () => (await Promise.resolve().then(() => require("./report-junit.cjs"))).renderJUnit
	},
	csv: {
		description: "a line for each credential, for a spreadsheet",
		load: async () => (await Promise.resolve().then(() => require("./report-csv.cjs"))).renderCsv
	}
};
const REPORT_FORMAT_NAMES = Object.keys(REPORT_FORMATS);
function loadRenderer(format) {
	return REPORT_FORMATS[format].load();
}
Object.defineProperty(exports, "REPORT_FORMATS", {
	enumerable: true,
	get: function() {
		return REPORT_FORMATS;
	}
});
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
