"use strict";
const require_report = require("./report.cjs");
const require_basics = require("./basics.cjs");
const require_run = require("./cli-run.cjs");
// src/cli/help.ts
const DEFAULT_WIDTH = 80;
const WIDEST = 100;
const NARROWEST = 40;
function helpText(topic, columns) {
	const width = Math.min(Math.max(columns ?? DEFAULT_WIDTH, NARROWEST), WIDEST);
	switch (topic) {
		case "overview": return page([
			INTRODUCTION,
			USAGE,
			SCAN_ABOUT,
			...optionList(require_run.SCAN_OPTIONS),
			FORMATS,
			EXCEPTIONS,
			CONFIGURATION,
			EXIT_CODES,
			EXAMPLES
		], width);
		case "scan": return page([
			SCAN_USAGE,
			SCAN_ABOUT,
			...optionList(require_run.SCAN_OPTIONS),
			FORMATS,
			EXCEPTIONS,
			CONFIGURATION,
			EXIT_CODES,
			EXAMPLES
		], width);
		case "baseline": return page([
			BASELINE_USAGE,
			BASELINE_ABOUT,
			...optionList(require_run.BASELINE_OPTIONS),
			BASELINE_EXIT_CODES
		], width);
		case "hook": return page([
			HOOK_USAGE,
			...optionList(require_run.HOOK_OPTIONS),
			HOOK_ENVIRONMENT
		], width);
		case "explain": return page([
			EXPLAIN_USAGE,
			EXPLAIN_ABOUT,
			...optionList(require_run.EXPLAIN_OPTIONS),
			EXPLAIN_EXIT_CODES
		], width);
		case "rules": return page([RULES_USAGE, ...optionList(require_run.RULES_OPTIONS)], width);
	}
}
const INTRODUCTION = "Finds Azure OpenAI, Azure AI and OpenAI keys in files and in all of git history, and tells how far each one got. Nothing leaves this machine.";
const USAGE = {
	title: "Usage",
	entries: [
		["keypetrel [scan] [PATH...]", "scan; without a path the current folder"],
		["keypetrel baseline FILE", "write down what is known, so that -b FILE reports only what is new"],
		["keypetrel explain FINGERPRINT", "show why a credential is one"],
		["keypetrel explain -", "show why a text on standard input is one, or is none"],
		["keypetrel hook install", "check every commit and every push"],
		["keypetrel rules list", "show what it looks for"],
		["keypetrel rules show ID", "show one rule"],
		["keypetrel rules check [FILE...]", "test rule files against their own examples"],
		["keypetrel help [COMMAND]", "show help"]
	]
};
const SCAN_ABOUT = "A scan without --files, --staged, --history, --range or --stdin looks at everything: in a git repository the files, the index and the whole history; elsewhere the files below PATH.";
const SCAN_USAGE = {
	title: "Usage",
	entries: [["keypetrel [scan] [OPTION...] [PATH...]", ""]]
};
const BASELINE_USAGE = {
	title: "Usage",
	entries: [["keypetrel baseline FILE", "of the current folder; behind the file may stand a PATH..."], ["keypetrel -b FILE", "then reports only what is not in it"]]
};
const BASELINE_ABOUT = "Scans as \"keypetrel scan\" does and writes down what it found, with nothing in it that is secret or tells a secret: fingerprints, which stay the same in whatever line or file a credential stands. FILE belongs into the repository, and merges like any other text. Where it exists already, it is brought up to date: what is new is added and named, and what is nowhere any more is taken out, if the scan looked at everything.";
const BASELINE_EXIT_CODES = {
	title: "Exit codes",
	entries: [
		["0", "the baseline is written"],
		["2", "wrong usage or configuration, or an internal error: nothing is written"],
		["3", "the baseline is written, but something could not be read"]
	]
};
const EXPLAIN_USAGE = {
	title: "Usage",
	entries: [["keypetrel explain FINGERPRINT", "a credential in the current folder; behind it may stand a PATH..."], ["keypetrel explain -", "a text on standard input"]]
};
const EXPLAIN_ABOUT = "Scans as \"keypetrel scan\" does and explains one credential: every piece of evidence for and against it with its weight, their sum and what it is worth, and what would have changed the verdict. A fingerprint is what reports name a credential by; its first 8 hex characters are enough. With \"-\" it reads a text on standard input and explains everything in it that a pattern matches, also what is not reported, and why. Secrets are redacted.";
const EXPLAIN_EXIT_CODES = {
	title: "Exit codes",
	entries: [
		["0", "it is explained"],
		["2", "wrong usage or configuration, nothing has the fingerprint, or an internal error"],
		["3", "nothing has the fingerprint, but something could not be read"]
	]
};
const HOOK_USAGE = {
	title: "Usage",
	entries: [
		["keypetrel hook install", "install the hooks where git looks for them (core.hooksPath); a hook that is there runs first"],
		["keypetrel hook uninstall", "take them out, and put back what was there before"],
		["keypetrel hook status", "what is checked here, and why not; exit code 1 when something is not"],
		["keypetrel hook run HOOK", "what git calls: pre-commit or pre-push"]
	]
};
const HOOK_ENVIRONMENT = {
	title: "Environment",
	entries: [["KEYPETREL_ALLOW=REASON", "let one commit or push pass: KEYPETREL_ALLOW=\"a made-up key\" git commit"]]
};
const RULES_USAGE = {
	title: "Usage",
	entries: [
		["keypetrel rules list", "every rule with its severity and the number of its examples"],
		["keypetrel rules show ID", "what a rule looks for, what counts for and against, and what to do"],
		["keypetrel rules check [FILE...]", "read rule files and test them against their own examples; without a file the rules that ship with keypetrel. Exit code 2 when one is wrong."]
	]
};
const FORMATS = {
	title: "Formats",
	entries: Object.entries(require_report.REPORT_FORMATS).map(([name, { description }]) => [name, description])
};
const EXCEPTIONS = "What is known to be no leak is left out and counted. In .keypetrelignore at the top of the repository stand paths as in .gitignore, and fingerprints as \"kp1:… [until 2027-12-31] reason\". In the line of a key a comment says keypetrel:allow; the marks of gitleaks, betterleaks, trufflehog, kingfisher, detect-secrets and secretlint do the same. --no-ignore takes no notice of either.";
const CONFIGURATION = "A configuration adds rules, turns rules off, changes weights, says what is allowed, and sets defaults. It is loaded only when --config names it, never because it lies in what is scanned. The command line outweighs the configuration, which outweighs the defaults; a list on the command line stands in place of the list in the configuration. --log-level debug tells where each value came from.";
const EXIT_CODES = {
	title: "Exit codes",
	entries: [
		["0", "the scan is complete, and nothing was found"],
		["1", "credentials were found"],
		["2", "wrong usage or configuration, or an internal error: nothing can be concluded"],
		["3", "nothing was found, but something could not be read"]
	]
};
const EXAMPLES = {
	title: "Examples",
	entries: [
		["keypetrel", "everything in the repository you are in"],
		["keypetrel --staged", "before a commit"],
		["keypetrel -f json -o text=report.txt", "one report for a program, one for you"],
		["keypetrel -o html=report.html", "a page for the browser"],
		["keypetrel -o sarif=keypetrel.sarif", "and one for GitHub code scanning"]
	]
};
function optionList(table) {
	const groups = new Map();
	for (const [name, definition] of Object.entries(table)) {
		const entries = groups.get(definition.group) ?? [];
		entries.push([optionTerm(name, definition), optionMeaning(definition)]);
		groups.set(definition.group, entries);
	}
	const termWidth = longestTerm([...groups.values()].flat());
	return [...groups].map(([title, entries]) => ({
		title,
		entries,
		termWidth
	}));
}
function optionTerm(name, { short, placeholder }) {
	return `${short === void 0 ? "    " : `-${short}, `}--${name}${placeholder === null ? "" : ` ${placeholder}`}`;
}
function optionMeaning({ help, values }) {
	return values.length === 0 ? help : `${help} (${require_basics.listOf(values)})`;
}
function page(sections, width) {
	return `${sections.map((section) => sectionText(section, width)).join("\n\n")}\n`;
}
function sectionText(section, width) {
	if (typeof section === "string") return wrapText(section, width).join("\n");
	const { title, entries, termWidth = longestTerm(entries) } = section;
	return [`${title}:`, ...entries.flatMap((entry) => entryLines(entry, termWidth, width))].join("\n");
}
function longestTerm(entries) {
	return Math.max(...entries.map(([term]) => term.length));
}
const MARGIN = 2;
const GAP = 2;
const LEAST_MEANING = 34;
function entryLines([term, meaning], termWidth, width) {
	const start = MARGIN + termWidth + GAP;
	const margin = " ".repeat(MARGIN);
	if (meaning === "") return [`${margin}${term}`];
	if (width - start < LEAST_MEANING) {
		const lines = wrapText(meaning, width - MARGIN - 6);
		return [`${margin}${term}`, ...lines.map((line) => `${margin}      ${line}`)];
	}
	const [first = "", ...more] = wrapText(meaning, width - start);
	return [`${margin}${term.padEnd(termWidth + GAP)}${first}`, ...more.map((line) => `${" ".repeat(start)}${line}`)];
}
function wrapText(text, width) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) if (line !== "" && line.length + 1 + word.length > width) {
		lines.push(line);
		line = word;
	} else line = line === "" ? word : `${line} ${word}`;
	return [...lines, line];
}
exports.helpText = helpText;
