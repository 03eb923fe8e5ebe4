"use strict";
const require_scan_roots = require("./scan-roots.cjs");
const require_words = require("./words.cjs");
const require_coverage = require("./coverage.cjs");
// src/report/main-place.ts
function mainPlace(credential) {
	const { occurrences } = credential;
	const withPath = occurrences.filter(({ path }) => path !== null);
	return withPath.find(isInTree) ?? require_words.firstCommit({
		...credential,
		occurrences: withPath
	}) ?? withPath[0] ?? require_words.firstCommit(credential) ?? occurrences[0] ?? null;
}
function isInTree(occurrence) {
	return require_words.isLive(occurrence) || occurrence.inHead === true;
}
function mainPlaceFirst(credential) {
	const main = mainPlace(credential);
	if (main === null) return credential;
	return {
		...credential,
		occurrences: [main, ...credential.occurrences.filter((each) => each !== main)]
	};
}
function pathOrStandIn({ path, source, commit, blob }) {
	if (path !== null && path !== "") return path;
	switch (source) {
		case "stdin": return "stdin";
		case "commit-message": return `.git/commit/${commit ?? blob ?? "unknown"}`;
		case "tag-message": return `.git/tag/${blob ?? "unknown"}`;
		default: return `.git/blob/${blob ?? "unknown"}`;
	}
}
// src/report/prose.ts
function exposureSentence(credential, report) {
	return sentence(require_words.exposureInWords(credential, report));
}
function versionInWords(occurrence) {
	const { source, commit, blob, refs, inHead, exposure } = occurrence;
	const committed = require_words.shortId(commit ?? blob ?? "unknown");
	const stored = require_words.shortId(blob ?? "unknown");
	switch (source) {
		case "stdin": return "in the text on standard input";
		case "file": return "in the working tree";
		case "index": return "in the index";
		case "commit-message": return `in the message of commit ${committed}`;
		case "commit-header": return `in the header of commit ${committed}`;
		case "tag-message": return `in the message of tag ${stored}`;
		case "tag-header": return `in the header of tag ${stored}`;
		case "ref-name": return "in the name of a ref";
		case "note": return `in note ${stored}`;
		case "blob": {
			if (exposure === "staged") return "in the index of another work tree";
			const [ref] = refs;
			if (commit === null) return ref === void 0 ? "in no commit that is known" : `held by ${require_words.refName(ref)}`;
			const head = inHead === null ? "" : `, ${inHead ? "still" : "not"} in HEAD`;
			return `in commit ${require_words.shortId(commit)}${head}`;
		}
	}
}
const MOST_REFS = 3;
function introductionSentence(credential) {
	const first = require_words.firstCommit(credential);
	if (first === null) return null;
	const date = first.date === null ? "" : ` of ${first.date.slice(0, 10)}`;
	const refs = first.refs.slice(0, MOST_REFS).map(require_words.refName).join(", ");
	const held = refs === "" ? "" : ` (in ${refs})`;
	const gone = credential.occurrences.some(isInTree) ? "" : " and is not in the files that are checked out";
	return `It came in with commit ${require_words.shortId(first.commit ?? "")}${date}${held}${gone}.`;
}
function evidenceInWords({ evidence }) {
	const sorted = [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
	return {
		pro: sorted.filter(({ weight }) => weight >= 0).map(({ detail }) => detail),
		contra: sorted.filter(({ weight }) => weight < 0).map(({ detail }) => detail)
	};
}
function gapsOf({ coverage }) {
	const gaps = coverage.skipped.filter(({ reason }) => require_scan_roots.leavesGap(reason)).map((skipped) => ({
		kind: "not-read",
		text: `Not read: ${require_coverage.skippedInWords(skipped)}.`
	}));
	if (gaps.length === 0 && !coverage.complete) gaps.push({
		kind: "not-read",
		text: "The scan is incomplete: something could not be read."
	});
	const lacks = require_coverage.cloneWarnings(coverage);
	return [...gaps, ...lacks.map(({ kind, what, consequence }) => ({
		kind,
		text: `${what}: ${consequence}`
	}))];
}
function sentence(text) {
	const start = `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
	return /[.!?]$/.test(start) ? start : `${start}.`;
}
function shorten(text, length) {
	if (text.length <= length) return text;
	const tail = Math.floor((length - 1) / 3);
	return `${text.slice(0, length - 1 - tail).replace(/[\ud800-\udbff]$/, "")}…${text.slice(text.length - tail).replace(/^[\udc00-\udfff]/, "")}`;
}
Object.defineProperty(exports, "evidenceInWords", {
	enumerable: true,
	get: function() {
		return evidenceInWords;
	}
});
Object.defineProperty(exports, "exposureSentence", {
	enumerable: true,
	get: function() {
		return exposureSentence;
	}
});
Object.defineProperty(exports, "gapsOf", {
	enumerable: true,
	get: function() {
		return gapsOf;
	}
});
Object.defineProperty(exports, "introductionSentence", {
	enumerable: true,
	get: function() {
		return introductionSentence;
	}
});
Object.defineProperty(exports, "isInTree", {
	enumerable: true,
	get: function() {
		return isInTree;
	}
});
Object.defineProperty(exports, "mainPlace", {
	enumerable: true,
	get: function() {
		return mainPlace;
	}
});
Object.defineProperty(exports, "mainPlaceFirst", {
	enumerable: true,
	get: function() {
		return mainPlaceFirst;
	}
});
Object.defineProperty(exports, "pathOrStandIn", {
	enumerable: true,
	get: function() {
		return pathOrStandIn;
	}
});
Object.defineProperty(exports, "sentence", {
	enumerable: true,
	get: function() {
		return sentence;
	}
});
Object.defineProperty(exports, "shorten", {
	enumerable: true,
	get: function() {
		return shorten;
	}
});
Object.defineProperty(exports, "versionInWords", {
	enumerable: true,
	get: function() {
		return versionInWords;
	}
});
