"use strict";
const require_basics = require("./basics.cjs");
const require_report = require("./report.cjs");
const require_exit_code = require("./exit-code.cjs");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_util = require("node:util");
// src/cli/output.ts
const CHUNK = 65536;
async function writeOutput(stream, pieces, signal) {
	const failure = watchFailure(stream);
	try {
		for (const chunk of chunked(pieces)) {
			signal?.throwIfAborted();
			if (failure.error() !== null) break;
			await writeChunk(stream, chunk, failure);
		}
	} finally {
		failure.stop();
	}
	const error = failure.error();
	if (error === null || isClosedPipe(error)) return;
	throw new require_basics.UserError(`standard output cannot be written: ${error.message}`, { cause: error });
}
function ignoreClosedPipe(stream) {
	stream.on("error", () => {});
}
function* chunked(pieces) {
	let chunk = "";
	for (const piece of pieces) {
		chunk += piece;
		if (chunk.length < CHUNK) continue;
		yield chunk;
		chunk = "";
	}
	if (chunk !== "") yield chunk;
}
function watchFailure(stream) {
	let failed = null;
	let notify = () => {};
	const listener = (error) => {
		failed ??= error;
		notify();
	};
	stream.on("error", listener);
	return {
		error: () => failed,
		onError: (listen) => {
			notify = listen;
		},
		stop: () => {
			stream.off("error", listener);
			stream.on("error", () => {});
		}
	};
}
function writeChunk(stream, chunk, failure) {
	return new Promise((resolve) => {
		failure.onError(resolve);
		stream.write(chunk, () => resolve());
	});
}
function isClosedPipe(error) {
	const { code } = error;
	return code === "EPIPE" || code === "ERR_STREAM_DESTROYED" || code === "EOF";
}
// src/hooks/hook-name.ts
const HOOK_NAMES = ["pre-commit", "pre-push"];
const CLIENT_HOOKS = [
	"applypatch-msg",
	"pre-applypatch",
	"post-applypatch",
	"pre-commit",
	"pre-merge-commit",
	"prepare-commit-msg",
	"commit-msg",
	"post-commit",
	"pre-rebase",
	"post-checkout",
	"post-merge",
	"pre-push",
	"post-rewrite",
	"sendemail-validate",
	"pre-auto-gc",
	"post-index-change"
];
// src/cli/option-definition.ts
function flag(description) {
	return {
		...description,
		placeholder: null,
		isRepeatable: true,
		values: [],
		read: (values) => values.length > 0
	};
}
function choice(words, description) {
	return {
		...description,
		isRepeatable: false,
		values: words,
		read: ([value], name) => value === void 0 ? null : oneOf(words, value, name)
	};
}
function oneOf(words, value, name) {
	const word = words.find((each) => each === value);
	if (word !== void 0) return word;
	const suggestion = require_basics.suggestionFor(value, words);
	throw new require_basics.UserError(`${name}: "${value}" is not one of ${require_basics.listOf(words)}${suggestion}`);
}
function wholeNumber(minimum, description) {
	return {
		...description,
		isRepeatable: false,
		values: [],
		read: ([value], name) => {
			if (value === void 0) return null;
			if (/^\d{1,9}$/.test(value) && Number(value) >= minimum) return Number(value);
			throw new require_basics.UserError(`${name}: "${value}" is not a whole number from ${minimum} on`);
		}
	};
}
function text(description) {
	return {
		...description,
		isRepeatable: false,
		values: [],
		read: ([value], name) => value === void 0 ? null : anyText(value, name)
	};
}
function list(description, readItem) {
	return {
		...description,
		isRepeatable: true,
		values: [],
		read: (values, name) => values.map((value) => readItem(value, name))
	};
}
function choices(words, description) {
	return {
		...list(description, (value, name) => oneOf(words, value, name)),
		values: words
	};
}
function anyText(value, name) {
	if (value === "") throw new require_basics.UserError(`${name} needs a value that is not empty`);
	return value;
}
// src/cli/output-target.ts
function readOutputTarget(value, name) {
	const [, format = "", path = ""] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
	if (format === "" && path === "") throw new require_basics.UserError(`${name} needs FORMAT=FILE, for example ${example(value, name)}`);
	const known = require_report.REPORT_FORMAT_NAMES.find((each) => each === format);
	if (known === void 0) {
		const suggestion = require_basics.suggestionFor(format, require_report.REPORT_FORMAT_NAMES);
		throw new require_basics.UserError(`${name}: the format "${format}" is not one of ${require_basics.listOf(require_report.REPORT_FORMAT_NAMES)}${suggestion}`);
	}
	if (path === "") throw new require_basics.UserError(`${name} needs the name of a file behind "${format}="`);
	if (path === "-") throw new require_basics.UserError(`${name} writes to a file; for standard output use --format ${format}`);
	return {
		format: known,
		path
	};
}
const EXTENSIONS = {
	text: "txt",
	markdown: "md",
	junit: "xml",
	github: "txt",
	gitlab: "json"
};
function example(value, name) {
	if (value === "" || value.startsWith("-")) return `${name} json=report.json`;
	const named = require_report.REPORT_FORMAT_NAMES.find((each) => each === value);
	if (named !== void 0) return `${name} ${named}=report.${EXTENSIONS[named] ?? named}`;
	return `${name} ${require_report.REPORT_FORMAT_NAMES.find((each) => `.${each}` === (0, node_path.extname)(value)) ?? "json"}=${value}`;
}
// src/cli/option-tables.ts
const LOG_LEVELS = [
	"silent",
	"warn",
	"info",
	"debug"
];
const WHAT = "What to scan";
const REPORT = "The report";
const RULES = "What counts";
const WHICH = "Which hooks";
const GENERAL = "General";
const GENERAL_OPTIONS = {
	"no-color": flag({
		group: GENERAL,
		help: "no colours (also: NO_COLOR=1; FORCE_COLOR=1 forces them)"
	}),
	help: flag({
		group: GENERAL,
		short: "h",
		help: "show help"
	}),
	version: flag({
		group: GENERAL,
		help: "show the version"
	})
};
const SCAN_OPTIONS = {
	files: flag({
		group: WHAT,
		help: "files on disk only, as git sees them: tracked and untracked"
	}),
	staged: flag({
		group: WHAT,
		help: "what is in the index only (for a pre-commit hook)"
	}),
	history: flag({
		group: WHAT,
		help: "history only: every object that a ref or the reflog reaches"
	}),
	range: text({
		group: WHAT,
		placeholder: "A..B",
		help: "what the commits of B that are not in A bring in; A...B: those that one of them has; - reads ids of commits from standard input"
	}),
	"since-commit": text({
		group: WHAT,
		placeholder: "A",
		help: "the same as --range A..HEAD"
	}),
	stdin: flag({
		group: WHAT,
		help: "standard input only"
	}),
	"all-objects": flag({
		group: WHAT,
		help: "history: unreachable objects as well"
	}),
	include: list({
		group: WHAT,
		placeholder: "GLOB",
		help: "only paths that match, as in .gitignore (repeatable)"
	}, anyText),
	exclude: list({
		group: WHAT,
		placeholder: "GLOB",
		help: "no paths that match (repeatable)"
	}, anyText),
	"no-gitignore": flag({
		group: WHAT,
		help: "files that git ignores as well"
	}),
	config: text({
		group: RULES,
		short: "c",
		placeholder: "FILE",
		help: "a configuration of your own, YAML or TOML (see below)"
	}),
	baseline: text({
		group: RULES,
		short: "b",
		placeholder: "FILE",
		help: "report only what is not in this file, which \"keypetrel baseline FILE\" writes"
	}),
	"no-ignore": flag({
		group: RULES,
		help: "report also what .keypetrelignore or a comment such as keypetrel:allow lets pass (see below)"
	}),
	"min-confidence": choice(require_basics.CONFIDENCE_LEVELS, {
		group: RULES,
		placeholder: "LEVEL",
		help: "the lowest confidence to report, default medium"
	}),
	"fail-on": choice(require_basics.CONFIDENCE_LEVELS, {
		group: RULES,
		placeholder: "LEVEL",
		help: "the lowest confidence that makes the exit code 1, default as --min-confidence"
	}),
	ruleset: choices(require_basics.RULESETS, {
		group: RULES,
		placeholder: "NAME",
		help: "turn a rule set on; core and azure always are, llm finds keys of other vendors of language models; repeatable"
	}),
	rule: list({
		group: RULES,
		placeholder: "ID",
		help: "only this rule, of any rule set (repeatable)"
	}, anyText),
	"disable-rule": list({
		group: RULES,
		placeholder: "ID",
		help: "without this rule (repeatable)"
	}, anyText),
	"require-complete": flag({
		group: RULES,
		help: "exit code 3 when the history is shallow or partial"
	}),
	format: choice(require_report.REPORT_FORMAT_NAMES, {
		group: REPORT,
		short: "f",
		placeholder: "FORMAT",
		help: "format of the report on standard output, default text"
	}),
	output: list({
		group: REPORT,
		short: "o",
		placeholder: "FORMAT=FILE",
		help: "write a report to a file as well (repeatable)"
	}, readOutputTarget),
	"show-secrets": flag({
		group: REPORT,
		help: "print secrets in full in the formats that are for you (text, json, jsonl, html, csv); without it they are redacted everywhere"
	}),
	quiet: flag({
		group: REPORT,
		help: "findings only: no summary, no progress"
	}),
	"no-cache": flag({
		group: GENERAL,
		help: "read all of the history, and remember nothing of it; without it the next scan reads only what is new"
	}),
	"cache-dir": text({
		group: GENERAL,
		placeholder: "DIR",
		help: "remember what is known of the history in this folder, default keypetrel in the git folder"
	}),
	jobs: wholeNumber(1, {
		group: GENERAL,
		placeholder: "N",
		help: "how many files are read at once"
	}),
	"log-level": choice(LOG_LEVELS, {
		group: GENERAL,
		placeholder: "LEVEL",
		help: "messages on standard error, default warn; info and debug are JSON lines"
	}),
	...GENERAL_OPTIONS
};
const WHAT_IS_SCANNED = {
	files: SCAN_OPTIONS.files,
	staged: SCAN_OPTIONS.staged,
	history: SCAN_OPTIONS.history,
	range: SCAN_OPTIONS.range,
	"since-commit": SCAN_OPTIONS["since-commit"],
	stdin: SCAN_OPTIONS.stdin,
	"all-objects": SCAN_OPTIONS["all-objects"],
	include: SCAN_OPTIONS.include,
	exclude: SCAN_OPTIONS.exclude,
	"no-gitignore": SCAN_OPTIONS["no-gitignore"]
};
const WHAT_COUNTS = {
	"no-ignore": SCAN_OPTIONS["no-ignore"],
	"min-confidence": SCAN_OPTIONS["min-confidence"],
	ruleset: SCAN_OPTIONS.ruleset,
	rule: SCAN_OPTIONS.rule,
	"disable-rule": SCAN_OPTIONS["disable-rule"]
};
const EXPLAIN_OPTIONS = {
	...WHAT_IS_SCANNED,
	config: SCAN_OPTIONS.config,
	baseline: SCAN_OPTIONS.baseline,
	...WHAT_COUNTS,
	format: choice(["text", "json"], {
		group: REPORT,
		short: "f",
		placeholder: "FORMAT",
		help: "format of the explanation, default text"
	}),
	quiet: flag({
		group: REPORT,
		help: "no progress"
	}),
	jobs: SCAN_OPTIONS.jobs,
	"log-level": SCAN_OPTIONS["log-level"],
	...GENERAL_OPTIONS
};
const BASELINE_OPTIONS = {
	...WHAT_IS_SCANNED,
	config: SCAN_OPTIONS.config,
	...WHAT_COUNTS,
	quiet: flag({
		group: REPORT,
		help: "no words about what was written, no progress"
	}),
	"no-cache": SCAN_OPTIONS["no-cache"],
	"cache-dir": SCAN_OPTIONS["cache-dir"],
	jobs: SCAN_OPTIONS.jobs,
	"log-level": SCAN_OPTIONS["log-level"],
	...GENERAL_OPTIONS
};
const RULES_OPTIONS = {
	config: text({
		group: RULES,
		short: "c",
		placeholder: "FILE",
		help: "the rules as this configuration makes them; \"rules check\" tests those that it adds"
	}),
	format: choice(["text", "json"], {
		group: REPORT,
		short: "f",
		placeholder: "FORMAT",
		help: "format of the output, default text"
	}),
	...GENERAL_OPTIONS
};
const HOOK_OPTIONS = {
	"pre-commit": flag({
		group: WHICH,
		help: "only the hook that checks what a commit adds"
	}),
	"pre-push": flag({
		group: WHICH,
		help: "only the hook that checks what a push sends"
	}),
	global: flag({
		group: WHICH,
		help: "for all repositories of this user"
	}),
	baseline: text({
		group: RULES,
		short: "b",
		placeholder: "FILE",
		help: "do not block for what is in this file, which \"keypetrel baseline FILE\" writes"
	}),
	...GENERAL_OPTIONS
};
const OPTION_TABLES = {
	scan: SCAN_OPTIONS,
	baseline: BASELINE_OPTIONS,
	explain: EXPLAIN_OPTIONS,
	hook: HOOK_OPTIONS,
	rules: RULES_OPTIONS,
	help: GENERAL_OPTIONS
};
// src/cli/scope-arguments.ts
function toScope(values, paths, baseline = null) {
	const target = readTarget(values, paths);
	refuseEmptyPath(paths);
	return {
		target,
		range: readRange(values),
		paths,
		allObjects: values["all-objects"],
		include: values.include,
		exclude: values.exclude,
		gitignore: !values["no-gitignore"],
		config: values.config,
		baseline,
		ignore: values["no-ignore"] ? false : null,
		minConfidence: values["min-confidence"],
		rules: values.rule,
		disabledRules: values["disable-rule"],
		rulesets: values.ruleset,
		jobs: values.jobs,
		logLevel: values["log-level"] ?? "warn"
	};
}
const MODES = [
	"files",
	"staged",
	"history",
	"range",
	"since-commit",
	"stdin"
];
function readTarget(values, paths) {
	const [mode, other] = MODES.filter((each) => values[each] !== false && values[each] !== null);
	if (other !== void 0) throw new require_basics.UserError(`--${mode} and --${other} exclude each other: choose one`);
	const path = paths[0];
	if (mode === "stdin" && path !== void 0) throw new require_basics.UserError(`--stdin takes no path, and "${path}" is one`);
	if (values["all-objects"] && mode !== void 0 && mode !== "history") throw new require_basics.UserError(`--all-objects is about the history, which --${mode} leaves out`);
	return mode === "since-commit" ? "range" : mode ?? "auto";
}
function readRange(values) {
	const since = values["since-commit"];
	if (since !== null) return `${since}..HEAD`;
	return values.range === "-" ? null : values.range;
}
function refuseEmptyPath(paths) {
	if (paths.includes("")) throw new require_basics.UserError("a path is empty; \".\" is the current folder");
}
// src/cli/scan-arguments.ts
function toScanCommand(values, paths) {
	const scope = toScope(values, paths, values.baseline);
	const failOn = values["fail-on"];
	if (values.config === null) require_basics.settle({
		...scope,
		failOn
	}, void 0);
	refuseSameFile(values.output);
	return {
		kind: "scan",
		...scope,
		failOn,
		requireComplete: values["require-complete"],
		format: values.format,
		outputs: values.output,
		showSecrets: values["show-secrets"],
		quiet: values.quiet,
		color: !values["no-color"],
		cache: readCache(values)
	};
}
function readCache({ "no-cache": isOff, "cache-dir": folder }) {
	if (folder === null) return isOff ? false : "git-folder";
	if (isOff) throw new require_basics.UserError("--no-cache and --cache-dir exclude each other: choose one");
	return { folder };
}
function refuseSameFile(outputs) {
	const paths = outputs.map(({ path }) => path);
	const twice = paths.find((path, index) => paths.indexOf(path) !== index);
	if (twice !== void 0) throw new require_basics.UserError(`--output: two reports cannot go to the same file "${twice}"`);
}
// src/cli/baseline-arguments.ts
function toBaselineCommand(values, [file, ...paths]) {
	if (file === void 0 || file === "") throw new require_basics.UserError("\"keypetrel baseline\" needs a file to write to, for example keypetrel-baseline.json");
	return {
		kind: "baseline",
		file,
		...toScope(values, paths),
		quiet: values.quiet,
		cache: readCache(values)
	};
}
// src/cli/explain-arguments.ts
function toExplainCommand(values, [subject, ...paths]) {
	if (subject === void 0 || subject === "") throw new require_basics.UserError("\"keypetrel explain\" needs a fingerprint, as reports name it, or \"-\" for a text on standard input");
	const scope = toScope(values, paths, values.baseline);
	if (subject === "-") refuseScope(scope);
	return {
		kind: "explain",
		fingerprint: subject === "-" ? null : subject,
		...scope,
		format: values.format ?? "text",
		quiet: values.quiet,
		color: !values["no-color"]
	};
}
function refuseScope({ paths, target, allObjects, include, exclude, gitignore }) {
	const [path] = paths;
	if (path !== void 0) throw new require_basics.UserError(`"keypetrel explain -" reads standard input and no path, and "${path}" is one`);
	if (target !== "auto" || allObjects || include.length + exclude.length > 0 || !gitignore) throw new require_basics.UserError("\"keypetrel explain -\" reads standard input: options that say what to scan say nothing");
}
// src/cli/hook-arguments.ts
const ACTIONS$1 = [
	"install",
	"uninstall",
	"status",
	"run"
];
function toHookCommand(values, [action, ...rest]) {
	const color = !values["no-color"];
	const hooks = readHooks(values);
	const { baseline } = values;
	const name = readAction$1(action);
	if (baseline !== null && name !== "install" && name !== "run") throw new require_basics.UserError(`"keypetrel hook ${name}" takes no --baseline: "install" and "run" do`);
	switch (name) {
		case "install":
			refuseMore$1("hook install", rest);
			if (baseline !== null && values.global) throw new require_basics.UserError("--baseline and --global exclude each other: a baseline is of one repository");
			return {
				kind: "hook-install",
				hooks,
				isGlobal: values.global,
				baseline,
				color
			};
		case "uninstall":
			refuseMore$1("hook uninstall", rest);
			return {
				kind: "hook-uninstall",
				hooks,
				isGlobal: values.global,
				color
			};
		case "status":
			refuseMore$1("hook status", rest);
			return {
				kind: "hook-status",
				color
			};
		case "run": {
			const [hook, ...args] = rest;
			if (hook === void 0) throw new require_basics.UserError(`"keypetrel hook run" needs one of ${require_basics.listOf(HOOK_NAMES)}`);
			return {
				kind: "hook-run",
				hook: oneOf(HOOK_NAMES, hook, "hook run"),
				args,
				baseline,
				color
			};
		}
	}
}
function readHooks(values) {
	const named = HOOK_NAMES.filter((hook) => values[hook]);
	return named.length === 0 ? HOOK_NAMES : named;
}
function readAction$1(action) {
	const known = ACTIONS$1.find((each) => each === action);
	if (known !== void 0) return known;
	if (action === void 0) throw new require_basics.UserError(`"keypetrel hook" needs one of ${require_basics.listOf(ACTIONS$1)}`);
	throw new require_basics.UserError(`"keypetrel hook" has ${require_basics.listOf(ACTIONS$1)}, not "${action}"${require_basics.suggestionFor(action, ACTIONS$1)}`);
}
function refuseMore$1(usage, [extra]) {
	if (extra !== void 0) throw new require_basics.UserError(`"keypetrel ${usage}" takes nothing more, and "${extra}" is more`);
}
// src/cli/parse-options.ts
function parseOptions(table, args, elsewhere) {
	const { tokens } = tokenize(table, args);
	const given = new Map();
	const positionals = [];
	for (const token of tokens) {
		if (token.kind === "positional") positionals.push(token.value);
		if (token.kind !== "option") continue;
		const definition = definitionOf(table, token, elsewhere);
		const values = given.get(token.name) ?? [];
		values.push(givenValue(token, definition));
		if (values.length > 1 && !definition.isRepeatable) throw new require_basics.UserError(`${token.rawName} is given more than once`);
		given.set(token.name, values);
	}
	const values = Object.entries(table).map(([name, definition]) => [name, definition.read(given.get(name) ?? [], `--${name}`)]);
	return {
		values: Object.fromEntries(values),
		positionals
	};
}
function tokenize(table, args) {
	const options = Object.fromEntries(Object.entries(table).map(([name, { short, placeholder }]) => [name, {
		type: placeholder === null ? "boolean" : "string",
		...short !== void 0 && { short }
	}]));
	return (0, node_util.parseArgs)({
		args: [...args],
		options,
		allowPositionals: true,
		strict: false,
		tokens: true
	});
}
function definitionOf(table, { name, rawName }, elsewhere) {
	if (Object.hasOwn(table, name)) {
		const definition = table[name];
		if (definition !== void 0) return definition;
	}
	const command = elsewhere(name);
	if (command !== null) throw new require_basics.UserError(`${rawName} is an option of "keypetrel ${command}", and not of this command`);
	throw new require_basics.UserError(`unknown option "${rawName}"${optionSuggestion(table, rawName)}`);
}
function optionSuggestion(table, rawName) {
	const names = Object.keys(table);
	if (rawName.startsWith("--")) return require_basics.suggestionFor(rawName, names.map((name) => `--${name}`));
	const letter = rawName.slice(1).toLowerCase();
	const matching = names.filter((name) => name.startsWith(letter));
	return matching.length === 1 ? `; did you mean "--${matching[0]}"?` : "";
}
function givenValue({ name, rawName, value, inlineValue }, definition) {
	if (definition.placeholder === null) {
		if (value !== void 0) throw new require_basics.UserError(`${rawName} takes no value`);
		return "";
	}
	const isNextOption = value !== void 0 && inlineValue === false && /^-./.test(value);
	if (value !== void 0 && !isNextOption) return value;
	const { values, placeholder } = definition;
	const wanted = values.length > 0 ? `one of ${require_basics.listOf(values)}` : placeholder;
	const inline = isNextOption && require_basics.nearestTo(value, [`--${name}`]) === null ? ` (a value that starts with "-" is written --${name}=${value})` : "";
	throw new require_basics.UserError(`${rawName} needs a value: ${wanted}${values.length > 0 ? "" : inline}`);
}
// src/cli/rules-arguments.ts
const ACTIONS = [
	"list",
	"show",
	"check"
];
function toRulesCommand(values, [action, ...rest]) {
	const common = {
		color: !values["no-color"],
		config: values.config,
		format: values.format ?? "text"
	};
	switch (readAction(action)) {
		case "list":
			refuseMore("rules list", rest);
			return {
				kind: "rules-list",
				...common
			};
		case "show": {
			const [id, ...more] = rest;
			if (id === void 0) throw new require_basics.UserError("\"rules show\" needs the id of a rule; \"keypetrel rules list\" shows them");
			refuseMore("rules show ID", more);
			return {
				kind: "rules-show",
				id,
				...common
			};
		}
		case "check":
			if (values.config !== null) refuseMore("rules check --config FILE", rest);
			return {
				kind: "rules-check",
				files: rest,
				...common
			};
	}
}
function readAction(action) {
	const known = ACTIONS.find((each) => each === action);
	if (known !== void 0) return known;
	if (action === void 0) throw new require_basics.UserError(`"keypetrel rules" needs one of ${require_basics.listOf(ACTIONS)}`);
	const hint = require_basics.suggestionFor(action, ACTIONS);
	const scanHint = hint === "" ? " (to scan a folder of this name: keypetrel ./rules)" : hint;
	throw new require_basics.UserError(`"keypetrel rules" has ${require_basics.listOf(ACTIONS)}, not "${action}"${scanHint}`);
}
function refuseMore(usage, [extra]) {
	if (extra !== void 0) throw new require_basics.UserError(`"keypetrel ${usage}" takes nothing more, and "${extra}" is more`);
}
// src/cli/arguments.ts
function readArguments(args, pathExists) {
	const { name, rest } = splitCommand(args, pathExists);
	switch (name) {
		case "help": return readHelp(rest);
		case "baseline": {
			const { values, positionals } = parse("baseline", rest);
			if (values.version) return { kind: "version" };
			return values.help ? {
				kind: "help",
				topic: "baseline"
			} : toBaselineCommand(values, positionals);
		}
		case "explain": {
			const { values, positionals } = parse("explain", rest);
			if (values.version) return { kind: "version" };
			return values.help ? {
				kind: "help",
				topic: "explain"
			} : toExplainCommand(values, positionals);
		}
		case "hook": {
			const { values, positionals } = parse("hook", rest);
			if (values.version) return { kind: "version" };
			return values.help ? {
				kind: "help",
				topic: "hook"
			} : toHookCommand(values, positionals);
		}
		case "rules": {
			const { values, positionals } = parse("rules", rest);
			if (values.version) return { kind: "version" };
			return values.help ? {
				kind: "help",
				topic: "rules"
			} : toRulesCommand(values, positionals);
		}
		case "scan":
		case null: {
			const { values, positionals } = parse("scan", rest);
			if (values.version) return { kind: "version" };
			if (values.help) return {
				kind: "help",
				topic: name ?? "overview"
			};
			return toScanCommand(values, positionals);
		}
	}
}
function parse(name, args) {
	return parseOptions(OPTION_TABLES[name], args, (option) => commandWith(option));
}
function commandWith(option) {
	return Object.entries(OPTION_TABLES).find(([, table]) => Object.hasOwn(table, option))?.[0] ?? null;
}
const COMMAND_NAMES = Object.keys(OPTION_TABLES);
function splitCommand(args, pathExists) {
	const { tokens } = tokenize({
		...OPTION_TABLES.rules,
		...OPTION_TABLES.explain,
		...OPTION_TABLES.hook,
		...OPTION_TABLES.scan
	}, args);
	const first = tokens.find(({ kind }) => kind !== "option");
	if (first?.kind !== "positional") return {
		name: null,
		rest: args
	};
	const name = COMMAND_NAMES.find((each) => each === first.value);
	if (name !== void 0) return {
		name,
		rest: args.toSpliced(first.index, 1)
	};
	refuseMistypedCommand(first.value, pathExists);
	return {
		name: null,
		rest: args
	};
}
function refuseMistypedCommand(word, pathExists) {
	const nearest = /^\w+$/.test(word) ? require_basics.nearestTo(word, COMMAND_NAMES) : null;
	if (nearest === null || pathExists(word)) return;
	throw new require_basics.UserError(`there is neither a command nor a path "${word}"; did you mean "${nearest}"?`);
}
const HELP_TOPICS = [
	"scan",
	"baseline",
	"explain",
	"hook",
	"rules"
];
function readHelp(args) {
	const { values, positionals } = parse("help", args);
	if (values.version) return { kind: "version" };
	const [word] = positionals;
	if (word === void 0 || word === "help") return {
		kind: "help",
		topic: "overview"
	};
	const topic = HELP_TOPICS.find((each) => each === word);
	if (topic !== void 0) return {
		kind: "help",
		topic
	};
	const nearest = require_basics.nearestTo(word, HELP_TOPICS);
	throw new require_basics.UserError(`there is no command "${word}"${nearest === null ? "" : `; did you mean "${nearest}"?`}`);
}
// src/cli/services.ts
const SERVICES = {
	async scan() {
		const { scan } = await Promise.resolve().then(() => require("./scan.cjs")).then((n) => n.scan_exports);
		return scan;
	},
	async explain() {
		const { explainFingerprint } = await Promise.resolve().then(() => require("./explain-explain-fingerprint.cjs"));
		const { explainText } = await Promise.resolve().then(() => require("./explain-explain-text.cjs"));
		return {
			explainFingerprint,
			explainText
		};
	},
	async rules() {
		const { RULE_SERVICE } = await Promise.resolve().then(() => require("./cli-rule-service.cjs"));
		return RULE_SERVICE;
	}
};
// src/cli/run.ts
async function run(args, host, services = SERVICES) {
	ignoreClosedPipe(host.stderr);
	const command = readArguments(args, node_fs.existsSync);
	switch (command.kind) {
		case "version":
			await writeOutput(host.stdout, [`${require_basics.TOOL_VERSION}\n`]);
			return require_exit_code.EXIT_CODES.clean;
		case "help": {
			const { helpText } = await Promise.resolve().then(() => require("./cli-help.cjs"));
			await writeOutput(host.stdout, [helpText(command.topic, host.stdout.columns)]);
			return require_exit_code.EXIT_CODES.clean;
		}
		case "scan": {
			const { runScan } = await Promise.resolve().then(() => require("./cli-commands-scan.cjs"));
			return runScan(command, host, await services.scan());
		}
		case "baseline": {
			const { runBaseline } = await Promise.resolve().then(() => require("./cli-commands-baseline.cjs"));
			return runBaseline(command, host, await services.scan());
		}
		case "explain": {
			const { runExplain } = await Promise.resolve().then(() => require("./cli-commands-explain.cjs"));
			return runExplain(command, host, await services.explain());
		}
		case "hook-install":
		case "hook-uninstall":
		case "hook-status": {
			const { runHook } = await Promise.resolve().then(() => require("./cli-commands-hook.cjs"));
			return runHook(command, host);
		}
		case "hook-run": {
			const { runHookCheck } = await Promise.resolve().then(() => require("./cli-commands-hook-run.cjs"));
			return runHookCheck(command, host, await services.scan());
		}
		default: {
			const { runRules } = await Promise.resolve().then(() => require("./cli-commands-rules.cjs"));
			return runRules(command, host, await services.rules());
		}
	}
}
exports.BASELINE_OPTIONS = BASELINE_OPTIONS;
exports.CLIENT_HOOKS = CLIENT_HOOKS;
exports.EXPLAIN_OPTIONS = EXPLAIN_OPTIONS;
exports.HOOK_NAMES = HOOK_NAMES;
exports.HOOK_OPTIONS = HOOK_OPTIONS;
exports.RULES_OPTIONS = RULES_OPTIONS;
exports.SCAN_OPTIONS = SCAN_OPTIONS;
exports.chunked = chunked;
exports.run = run;
exports.writeOutput = writeOutput;
