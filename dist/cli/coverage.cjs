"use strict";
const require_scan_roots = require("./scan-roots.cjs");
const require_words = require("./words.cjs");
const require_numbers = require("./numbers.cjs");
// src/report/text/coverage.ts
function scannedInWords({ modes, files, objects, commits }) {
	if (modes.length === 1 && modes[0] === "stdin") return `standard input (${require_numbers.formatBytes(files.bytes)})`;
	if (modes.length === 1 && modes[0] === "index") return `${require_numbers.countOf(objects.scanned, "staged file")} (${require_numbers.formatBytes(objects.bytes)})`;
	const parts = [];
	if (modes.includes("files") || files.scanned > 0) parts.push(`${require_numbers.countOf(files.scanned, "file")} (${require_numbers.formatBytes(files.bytes)})`);
	if (modes.includes("history") || objects.scanned > 0) parts.push(`${require_numbers.countOf(objects.scanned, "git object")} (${require_numbers.formatBytes(objects.bytes)})`);
	const history = modes.includes("history") ? ` of ${require_numbers.countOf(commits, "commit")}` : "";
	const known = objects.fromCache > 0 ? `; ${require_numbers.formatCount(objects.fromCache)} more are known from an earlier scan` : "";
	return `${require_numbers.listOf(parts)}${history}${known}`;
}
function isNothingScanned({ files, objects }) {
	return files.scanned + objects.scanned + objects.fromCache === 0;
}
function gapLines(coverage, layout) {
	const { skipped } = coverage;
	const harmful = skipped.filter(({ reason }) => require_scan_roots.leavesGap(reason));
	const harmless = skipped.filter(({ reason }) => !require_scan_roots.leavesGap(reason));
	const warnings = cloneWarnings(coverage).map(({ what, consequence }) => [require_words.span(`${what}: `, "yellow"), require_words.span(consequence)]);
	return [
		...require_words.listField("Not read", harmful.map((each) => [require_words.span(skippedInWords(each), "yellow")]), layout),
		...harmless.length === 0 ? [] : require_words.field("Left out", [require_words.span(harmless.map(skippedInWords).join("; "))], layout),
		...require_words.listField("Warning", warnings, layout)
	];
}
function cloneWarnings({ shallow, partialClone }) {
	return [shallow && {
		kind: "shallow-history",
		what: "The history is shallow",
		consequence: "commits before the cut are not in this clone (git fetch --unshallow gets them)."
	}, partialClone && {
		kind: "partial-clone",
		what: "This is a partial clone",
		consequence: "objects that were left at the remote are not scanned (git fetch --refetch --no-filter gets them)."
	}].filter((warning) => warning !== false);
}
const MOST_EXAMPLES = 3;
const OBJECT_ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
function skippedInWords({ reason, count, examples }) {
	const [one, many] = require_words.SKIP_NOUNS[reason];
	const named = examples.slice(0, MOST_EXAMPLES).map((each) => OBJECT_ID.test(each) ? require_words.shortId(each) : each);
	const inBrackets = [named.join(", ") + (count > named.length ? ", …" : ""), require_words.SKIP_HINTS[reason] ?? ""].filter((text) => text !== "").join("; ");
	return require_numbers.countOf(count, one, many) + (inBrackets === "" ? "" : ` (${inBrackets})`);
}
function suppressedLines(report, layout) {
	const text = suppressedInWords(report);
	return text === "" ? [] : require_words.field("Not shown", [require_words.span(text)], layout);
}
function goneLines({ baseline }, layout) {
	const text = goneInWords(baseline);
	return text === "" ? [] : require_words.field("Baseline", [require_words.span(text)], layout);
}
function goneInWords(baseline) {
	const gone = baseline?.gone ?? [];
	if (baseline === void 0 || gone.length === 0) return "";
	const named = gone.slice(0, MOST_EXAMPLES).map(({ fingerprint, rule, path }) => {
		return `${fingerprint.slice(0, 16)} ${rule}${path === null ? "" : ` in ${path}`}`;
	});
	const names = named.join(", ") + (gone.length > named.length ? ", …" : "");
	return `${`${require_numbers.formatCount(gone.length)} of ${require_numbers.countOf(baseline.entries, "entry", "entries")}`} ${gone.length === 1 ? "is" : "are"} nowhere any more (${names}); "keypetrel baseline FILE" takes them out`;
}
function suppressedInWords({ suppressed }) {
	const { baseline, inline, ignored, belowThreshold, standing } = suppressed;
	return [
		baseline > 0 && `${require_numbers.countOf(baseline, "credential")} known in the baseline`,
		inline > 0 && `${require_numbers.countOf(inline, "credential")} allowed by a comment`,
		ignored > 0 && `${require_numbers.countOf(ignored, "credential")} ignored`,
		standing > 0 && `${require_numbers.countOf(standing, "credential")} that stood there before (--history shows them)`,
		belowThreshold > 0 && `${require_numbers.formatCount(belowThreshold)} less certain (--min-confidence low shows all)`
	].filter((text) => text !== false).join("; ");
}
Object.defineProperty(exports, "cloneWarnings", {
	enumerable: true,
	get: function() {
		return cloneWarnings;
	}
});
Object.defineProperty(exports, "gapLines", {
	enumerable: true,
	get: function() {
		return gapLines;
	}
});
Object.defineProperty(exports, "goneInWords", {
	enumerable: true,
	get: function() {
		return goneInWords;
	}
});
Object.defineProperty(exports, "goneLines", {
	enumerable: true,
	get: function() {
		return goneLines;
	}
});
Object.defineProperty(exports, "isNothingScanned", {
	enumerable: true,
	get: function() {
		return isNothingScanned;
	}
});
Object.defineProperty(exports, "scannedInWords", {
	enumerable: true,
	get: function() {
		return scannedInWords;
	}
});
Object.defineProperty(exports, "skippedInWords", {
	enumerable: true,
	get: function() {
		return skippedInWords;
	}
});
Object.defineProperty(exports, "suppressedInWords", {
	enumerable: true,
	get: function() {
		return suppressedInWords;
	}
});
Object.defineProperty(exports, "suppressedLines", {
	enumerable: true,
	get: function() {
		return suppressedLines;
	}
});
