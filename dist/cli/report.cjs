"use strict";
const require_exit_code = require("./exit-code.cjs");
// src/detect/finding.ts
const CONFIDENCE_LEVELS = [
	"low",
	"medium",
	"high",
	"proven"
];
function isAtLeast(confidence, threshold) {
	return CONFIDENCE_LEVELS.indexOf(confidence) >= CONFIDENCE_LEVELS.indexOf(threshold);
}
// src/config/settings.ts
const DEFAULT_CONFIDENCE = "medium";
function settle(given, config) {
	const { defaults } = config ?? {};
	const minConfidence = choose(given.minConfidence, defaults?.minConfidence, DEFAULT_CONFIDENCE);
	return {
		minConfidence,
		failOn: settleFailOn(given.failOn, defaults?.failOn, minConfidence.value),
		include: chooseList(given.include, defaults?.include),
		exclude: chooseList(given.exclude, defaults?.exclude),
		rules: chooseList(given.rules, config?.onlyRules),
		disabledRules: settleDisabled(given, config),
		rulesets: chooseList(given.rulesets, config?.rulesets)
	};
}
function choose(option, configured, byDefault) {
	if (option != null) return {
		value: option,
		origin: "option"
	};
	if (configured != null) return {
		value: configured,
		origin: "configuration"
	};
	return {
		value: byDefault,
		origin: "default"
	};
}
function chooseList(option, configured) {
	return choose(option?.length ? option : null, configured?.length ? configured : null, []);
}
function settleFailOn(option, configured, minConfidence) {
	const failOn = choose(option, configured, minConfidence);
	if (isAtLeast(failOn.value, minConfidence)) return failOn;
	if (failOn.origin === "option") throw new require_exit_code.UserError(`--fail-on ${failOn.value} needs --min-confidence ${failOn.value}: what is not reported fails no scan`);
	return {
		value: minConfidence,
		origin: "option"
	};
}
function settleDisabled(given, config) {
	const disabled = chooseList(given.disabledRules, config?.disabledRules);
	if (disabled.origin !== "configuration" || !given.rules?.length) return disabled;
	return {
		...disabled,
		value: disabled.value.filter((id) => given.rules?.includes(id) !== true)
	};
}
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
Object.defineProperty(exports, "CONFIDENCE_LEVELS", {
	enumerable: true,
	get: function() {
		return CONFIDENCE_LEVELS;
	}
});
Object.defineProperty(exports, "DEFAULT_CONFIDENCE", {
	enumerable: true,
	get: function() {
		return DEFAULT_CONFIDENCE;
	}
});
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
Object.defineProperty(exports, "choose", {
	enumerable: true,
	get: function() {
		return choose;
	}
});
Object.defineProperty(exports, "isAtLeast", {
	enumerable: true,
	get: function() {
		return isAtLeast;
	}
});
Object.defineProperty(exports, "loadRenderer", {
	enumerable: true,
	get: function() {
		return loadRenderer;
	}
});
Object.defineProperty(exports, "settle", {
	enumerable: true,
	get: function() {
		return settle;
	}
});
