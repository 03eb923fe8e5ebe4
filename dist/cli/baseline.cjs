"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_dist = require("./dist.cjs");
const require_basics = require("./basics.cjs");
const require_scan = require("./scan.cjs");
const require_read_source = require("./read-source.cjs");
const require_table = require("./table.cjs");
const require_scan_roots = require("./scan-roots.cjs");
// src/credentials/baseline.ts
var baseline_exports = require_rolldown_runtime.__exportAll({ readBaseline: () => readBaseline });
const LARGEST_BASELINE = 33554432;
const entrySchema = require_table.table({
	fingerprint: require_dist.pipe(require_dist.string("must be a text"), require_dist.regex(/^kp1:[0-9a-f]{40}$/, "must be \"kp1:\" and 40 hex characters")),
	rule: require_dist.pipe(require_dist.string("must be a text"), require_dist.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be the id of a rule")),
	path: require_dist.nullable(require_dist.string("must be a text or null"))
});
const baselineSchema = require_table.table({
	$schema: require_dist.optional(require_dist.string("must be a text")),
	schemaVersion: require_dist.literal(1, "must be 1"),
	credentials: require_dist.array(require_dist.nullable(entrySchema), "must be a list")
});
async function readBaseline(path) {
	return parseBaseline(await require_read_source.readSourceFile(path, "the baseline", LARGEST_BASELINE).catch((error) => {
		throw new require_basics.SuppressionError(error.message, { cause: error });
	}), path);
}
function parseBaseline(text, path) {
	const refuse = (problem) => {
		throw new require_basics.SuppressionError(`"${require_scan.escapeControls(path)}" is no baseline: ${problem}`);
	};
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return refuse(syntaxProblem(text));
	}
	const result = require_dist.safeParse(baselineSchema, value);
	if (result.success) return unique(result.output.credentials.filter((entry) => entry !== null));
	const [issue] = result.issues;
	const place = issue.path?.filter(({ key }) => isOfBaseline(key)).map(({ key }) => String(key)) ?? [];
	return refuse(`${place.length === 0 ? "it" : place.join(".")} ${issue.message}`);
}
function isOfBaseline(key) {
	return typeof key === "number" || [
		"$schema",
		"schemaVersion",
		"credentials",
		"fingerprint",
		"rule",
		"path"
	].some((name) => name === key);
}
function syntaxProblem(text) {
	const conflict = text.split("\n").findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line));
	if (conflict !== -1) return `line ${conflict + 1} is a mark of a merge conflict; keep the entries of both sides, in any order`;
	return "it is no JSON";
}
function formatBaseline(entries) {
	return `{\n  "schemaVersion": 1,\n  "credentials": [\n${unique(entries).map(({ fingerprint, rule, path }) => `    ${JSON.stringify({
		fingerprint,
		rule,
		path
	})},\n`).join("")}    null\n  ]\n}\n`;
}
function toEntry({ fingerprint, rule, occurrences, secret }) {
	const path = occurrences.find((each) => each.path !== null)?.path ?? null;
	if (path === null || secret === void 0) return {
		fingerprint,
		rule,
		path
	};
	return {
		fingerprint,
		rule,
		path: path.replaceAll(secret, require_scan_roots.redact(secret))
	};
}
function unique(entries) {
	return [...new Map(entries.map((entry) => [entry.fingerprint, entry])).values()].sort((a, b) => a.fingerprint < b.fingerprint ? -1 : 1);
}
Object.defineProperty(exports, "baseline_exports", {
	enumerable: true,
	get: function() {
		return baseline_exports;
	}
});
Object.defineProperty(exports, "formatBaseline", {
	enumerable: true,
	get: function() {
		return formatBaseline;
	}
});
Object.defineProperty(exports, "readBaseline", {
	enumerable: true,
	get: function() {
		return readBaseline;
	}
});
Object.defineProperty(exports, "toEntry", {
	enumerable: true,
	get: function() {
		return toEntry;
	}
});
