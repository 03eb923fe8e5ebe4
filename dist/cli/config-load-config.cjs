"use strict";
const require_dist = require("./dist.cjs");
const require_basics = require("./basics.cjs");
const require_catalogue = require("./catalogue.cjs");
const require_check = require("./rules-check.cjs");
const require_placeholders = require("./placeholders.cjs");
const require_read_source = require("./read-source.cjs");
const require_scan_roots = require("./scan-roots.cjs");
const require_report = require("./report.cjs");
const require_table = require("./table.cjs");
let node_path = require("node:path");
// src/config/check-config.ts
function checkConfig(document, ownRules, builtin) {
	const rules = [...ownRules, ...builtin];
	return [
		...repeatedRules(document, ownRules, builtin),
		...unknownIds(document.rules.only, ["rules", "only"], rules),
		...unknownIds(document.rules.disable, ["rules", "disable"], rules),
		...Object.entries(document.weights).flatMap(([family, changes]) => weightProblems(family, changes, rules)),
		...failOnProblems(document.scan)
	];
}
async function regexProblems(sources) {
	if (sources.length === 0) return [];
	const { compileLinear, linearRegexProblem } = await Promise.resolve().then(() => require("./rules-linear-regex.cjs"));
	return sources.flatMap((source, index) => {
		const message = linearRegexProblem(source, "look") ?? (compileLinear(source, "").test("") ? "matches an empty text, and so would allow everything" : null);
		return message === null ? [] : [{
			path: [
				"allow",
				"regexes",
				index
			],
			message
		}];
	});
}
async function globProblems({ scan, allow }) {
	const lists = [
		{
			path: ["scan", "include"],
			globs: scan.include
		},
		{
			path: ["scan", "exclude"],
			globs: scan.exclude
		},
		{
			path: ["allow", "paths"],
			globs: allow.paths
		}
	];
	const problems = [];
	for (const { path, globs } of lists) for (const [index, glob] of globs.entries()) {
		const message = await globProblem(glob);
		if (message !== null) problems.push({
			path: [...path, index],
			message
		});
	}
	return problems;
}
async function globProblem(glob) {
	try {
		await require_scan_roots.createPathFilter({ include: [glob] });
		return null;
	} catch (error) {
		if (!(error instanceof require_basics.UserError)) throw error;
		return error.message;
	}
}
function idsOf({ family, variants }) {
	return [...new Set([family, ...variants.map(({ id }) => id)])];
}
function repeatedRules({ rules: { define } }, ownRules, builtin) {
	const known = new Set(builtin.flatMap(idsOf));
	return ownRules.flatMap((rule, index) => {
		const ids = idsOf(rule);
		const twice = ids.filter((id) => known.has(id));
		for (const id of ids) known.add(id);
		const place = index < define.length ? ["define", index] : ["files", index - define.length];
		return twice.map((id) => ({
			path: ["rules", ...place],
			message: `there is a rule "${id}" already`
		}));
	});
}
function unknownIds(ids, path, rules) {
	const known = new Set(rules.flatMap(idsOf));
	return ids.flatMap((id, index) => known.has(id) ? [] : [{
		path: [...path, index],
		message: `there is no rule "${id}"; "keypetrel rules list" shows them`
	}]);
}
function weightProblems(family, changes, rules) {
	const path = ["weights", family];
	const rule = rules.find((each) => each.family === family);
	if (rule === void 0) return [{
		path,
		message: noFamily(family, rules)
	}];
	const kinds = rule.evidence.map(({ kind }) => kind);
	const views = rule.evidence.map(({ kind, view }) => `${kind}/${view}`);
	const patterns = rule.patterns.map(({ id }) => id);
	const unknown = (section, known, shown) => Object.keys(changes[section]).filter((name) => !known.includes(name)).map((name) => ({
		path: [
			...path,
			section,
			name
		],
		message: `${family} has no such ${section}${shown.length === 0 ? "" : `, but ${[...new Set(shown)].join(", ")}`}`
	}));
	const { low, medium, high } = {
		...rule.thresholds,
		...changes.thresholds
	};
	return [
		...unknown("evidence", [...kinds, ...views], kinds),
		...unknown("patterns", patterns, patterns),
		...low <= medium && medium <= high ? [] : [{
			path: [...path, "thresholds"],
			message: `low (${low}) must not be above medium (${medium}), nor medium above high (${high})`
		}]
	];
}
function noFamily(name, rules) {
	const rule = rules.find(({ variants }) => variants.some(({ id }) => id === name));
	if (rule !== void 0) return `is a rule of the family "${rule.family}", and weights belong to families`;
	return `there is no rule family "${name}"; "keypetrel rules list" shows them`;
}
function failOnProblems({ minConfidence, failOn }) {
	if (failOn === null || require_basics.isAtLeast(failOn, minConfidence ?? "medium")) return [];
	return [{
		path: ["scan", "failOn"],
		message: `what is not reported fails no scan: failOn ${failOn} needs minConfidence ${failOn}`
	}];
}
// src/config/schema.ts
const list = (item) => require_dist.nullish(require_dist.array(item, "must be a list"), []);
const text = require_dist.pipe(require_dist.string("must be a text"), require_dist.check((value) => value.trim() !== "", "must not be empty"));
const confidence = require_dist.nullish(require_dist.picklist(require_basics.CONFIDENCE_LEVELS, `must be one of ${require_basics.CONFIDENCE_LEVELS.join(", ")}`), null);
const format = require_dist.nullish(require_dist.picklist(require_report.REPORT_FORMAT_NAMES, `must be one of ${require_report.REPORT_FORMAT_NAMES.join(", ")}`), null);
const fingerprint = require_dist.pipe(require_dist.string("must be a text"), require_dist.regex(/^kp1:[0-9a-f]{40}$/, "must be a fingerprint as reports have it: kp1: and 40 hex characters"));
const allowedText = require_dist.pipe(require_dist.string("must be a text"), require_dist.minLength(4, "must have at least 4 characters"));
const evidenceName = require_dist.pipe(require_dist.string(), require_dist.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\/[a-z]+(?:-[a-z]+)*)?$/, "must be a kind of evidence, such as host, or kind/view, such as host/host-line"));
const weights = require_table.table({
	evidence: require_dist.nullish(require_table.namedTable(evidenceName, require_check.weight), {}),
	patterns: require_dist.nullish(require_table.namedTable(require_check.id, require_check.weight), {}),
	thresholds: require_dist.nullish(require_table.table({
		low: require_dist.exactOptional(require_check.weight),
		medium: require_dist.exactOptional(require_check.weight),
		high: require_dist.exactOptional(require_check.weight)
	}), {})
});
const scan = require_table.table({
	minConfidence: confidence,
	failOn: confidence,
	include: list(text),
	exclude: list(text),
	format,
	baseline: require_dist.nullish(text, null),
	ignore: require_dist.nullish(require_dist.boolean("must be true or false"), null)
});
const rules = require_table.table({
	files: list(text),
	define: list(require_check.ruleFileSchema),
	only: list(text),
	disable: list(text),
	rulesets: list(require_dist.picklist(require_basics.RULESETS, `must be one of ${require_basics.RULESETS.join(", ")}`))
});
const allow = require_table.table({
	paths: list(text),
	fingerprints: list(fingerprint),
	texts: list(allowedText),
	regexes: list(text)
});
const configSchema = require_table.table({
	$schema: require_dist.optional(text),
	scan: require_dist.nullish(scan, {}),
	rules: require_dist.nullish(rules, {}),
	weights: require_dist.nullish(require_table.namedTable(require_check.id, weights), {}),
	allow: require_dist.nullish(allow, {})
});
// src/config/toml-lines.ts
function tomlLines(text) {
	const top = new LineReader(text).readAll();
	return (path) => {
		let place = top;
		for (const part of path) {
			const inside = place.parts.get(part);
			if (inside === void 0) break;
			place = inside;
		}
		return place.line;
	};
}
const SPACES = /[ \t\r\n,]*(?:#[^\n]*[ \t\r\n,]*)*/y;
const KEY_PART = /"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+/y;
const BARE_VALUE = /[^\s,\]}#]*/y;
var LineReader = class {
	#text;
	#at = 0;
	#line = 1;
	#countedTo = 0;
	constructor(text) {
		this.#text = text;
	}
	readAll() {
		const top = {
			line: 1,
			parts: new Map(),
			lastTable: null
		};
		let table = top;
		for (this.#skip(SPACES); this.#at < this.#text.length; this.#skip(SPACES)) if (this.#text[this.#at] === "[") table = this.#header(top);
		else this.#member(table);
		return top;
	}
	#header(top) {
		const isElement = this.#text.startsWith("[[", this.#at);
		this.#at += isElement ? 2 : 1;
		const keys = this.#key();
		const last = keys.pop() ?? "";
		let parent = top;
		for (const key of keys) {
			const place = this.#part(parent, key);
			parent = place.lastTable ?? place;
		}
		const place = this.#part(parent, last);
		if (isElement) place.lastTable = this.#part(place, place.parts.size);
		this.#at += isElement ? 2 : 1;
		return place.lastTable ?? place;
	}
	#member(table) {
		const place = this.#key().reduce((parent, key) => this.#part(parent, key), table);
		this.#at += 1;
		this.#skip(SPACES);
		this.#value(place);
	}
	#key() {
		const keys = [];
		for (;;) {
			this.#skip(SPACES);
			keys.push(unquoted(this.#skip(KEY_PART)));
			this.#skip(SPACES);
			if (this.#text[this.#at] !== ".") return keys;
			this.#at += 1;
		}
	}
	#value(place) {
		const first = this.#text[this.#at];
		if (first === "\"" || first === "'") this.#string(first);
		else if (first === "[") this.#elements(place);
		else if (first === "{") this.#inlineTable(place);
		else if (this.#skip(BARE_VALUE) === "") this.#at += 1;
	}
	#elements(list) {
		this.#at += 1;
		this.#skip(SPACES);
		for (let index = 0; this.#isWithin("]"); index++) {
			this.#value(this.#part(list, index));
			this.#skip(SPACES);
		}
		this.#at += 1;
	}
	#inlineTable(table) {
		this.#at += 1;
		this.#skip(SPACES);
		while (this.#isWithin("}")) {
			this.#member(table);
			this.#skip(SPACES);
		}
		this.#at += 1;
	}
	#isWithin(end) {
		return this.#at < this.#text.length && this.#text[this.#at] !== end;
	}
	#string(quote) {
		const isLong = this.#text.startsWith(quote.repeat(3), this.#at);
		const end = isLong ? quote.repeat(3) : quote;
		this.#at += end.length;
		while (this.#at < this.#text.length && !this.#text.startsWith(end, this.#at)) this.#at += quote === "\"" && this.#text[this.#at] === "\\" ? 2 : 1;
		this.#at += end.length;
		while (isLong && this.#text[this.#at] === quote) this.#at += 1;
	}
	#skip(token) {
		token.lastIndex = this.#at;
		const [text = ""] = token.exec(this.#text) ?? [];
		this.#at += text.length;
		return text;
	}
	#part(parent, name) {
		const known = parent.parts.get(name);
		if (known !== void 0) return known;
		for (; this.#countedTo < this.#at; this.#countedTo++) if (this.#text[this.#countedTo] === "\n") this.#line += 1;
		const place = {
			line: this.#line,
			parts: new Map(),
			lastTable: null
		};
		parent.parts.set(name, place);
		return place;
	}
};
function unquoted(key) {
	if (key.startsWith("'")) return key.slice(1, -1);
	if (!key.startsWith("\"")) return key;
	try {
		return JSON.parse(key);
	} catch {
		return key.slice(1, -1);
	}
}
// src/config/toml-document.ts
async function readToml(text, fileName) {
	const { parse, TomlError } = await Promise.resolve().then(() => require("./smol-toml.cjs"));
	try {
		const value = parse(text);
		let lineOf = null;
		return {
			value,
			lineOf: (path) => {
				lineOf ??= tomlLines(text);
				return lineOf(path);
			}
		};
	} catch (error) {
		if (!(error instanceof TomlError)) throw error;
		const reason = error.message.split("\n")[0]?.replace(/^Invalid TOML document: /, "") ?? "";
		const words = reason.startsWith("document contains excessively nested") ? "is nested too deeply" : reason;
		throw new require_basics.UserError(`${fileName}:${error.line}: ${words}`);
	}
}
// src/config/load-config.ts
async function loadConfig(path, builtin = require_catalogue.builtinRules()) {
	const { value, lineOf } = await readDocument(path);
	const refuse = (problems) => {
		if (problems.length > 0) throw new require_basics.UserError(require_check.problemLines(problems, path, lineOf).join("\n"));
	};
	const document = parseDocument(value, refuse);
	const { rules, weights, allow, scan } = document;
	const defined = rules.define.map(require_check.asOwnRule);
	const samples = require_placeholders.samplesOf(builtin);
	refuse([
		...await regexProblems(allow.regexes),
		...await globProblems({
			scan,
			allow
		}),
		...await definedRuleProblems(defined, samples)
	]);
	const ownRules = [...defined, ...await readRuleFiles(path, rules.files, samples, refuse)];
	refuse(checkConfig(document, ownRules, builtin));
	return {
		path,
		ownRules,
		weights,
		allow,
		onlyRules: rules.only,
		disabledRules: rules.disable,
		rulesets: rules.rulesets,
		defaults: {
			...scan,
			baseline: scan.baseline === null ? null : besides(path, scan.baseline)
		}
	};
}
async function readDocument(path) {
	const extension = (0, node_path.extname)(path).toLowerCase();
	if (![
		".toml",
		".yaml",
		".yml",
		".json"
	].includes(extension)) throw new require_basics.UserError(`the configuration "${path}" is neither .yaml nor .toml by its name`);
	const text = await require_read_source.readSourceFile(path, "the configuration");
	return extension === ".toml" ? readToml(text, path) : require_check.readYaml(text, path);
}
function parseDocument(value, refuse) {
	const result = require_dist.safeParse(configSchema, value ?? {});
	if (result.success) return result.output;
	refuse(require_check.problemsOf(result.issues));
	throw new Error("a schema refused a configuration without a reason");
}
async function definedRuleProblems(rules, samples) {
	const problems = [];
	for (const [index, rule] of rules.entries()) for (const problem of await require_check.ruleProblems(rule, {
		...samples,
		...rule.samples
	})) problems.push({
		...problem,
		path: [
			"rules",
			"define",
			index,
			...problem.path
		]
	});
	return problems;
}
function besides(configPath, file) {
	return (0, node_path.isAbsolute)(file) ? file : (0, node_path.join)((0, node_path.dirname)(configPath), file);
}
async function readRuleFiles(configPath, files, samples, refuse) {
	const rules = [];
	for (const [index, file] of files.entries()) {
		const path = besides(configPath, file);
		const text = await require_read_source.readSourceFile(path, "the rule file").catch((error) => {
			refuse([{
				path: [
					"rules",
					"files",
					index
				],
				message: error.message
			}]);
			throw error;
		});
		const { rule: written, lineOf } = require_check.parseRuleDocument(text, path);
		const rule = require_check.asOwnRule(written);
		const problems = await require_check.ruleProblems(rule, {
			...samples,
			...rule.samples
		});
		if (problems.length > 0) throw new require_basics.UserError(require_check.problemLines(problems, path, lineOf).join("\n"));
		rules.push(rule);
	}
	return rules;
}
exports.loadConfig = loadConfig;
