import { i as leavesGap } from "./scan-roots.js";
import { D as firstCommit, M as shortId, O as isLive, j as refName, m as exposureInWords, s as skippedInWords, t as cloneWarnings } from "./coverage.js";
// src/report/main-place.ts
function mainPlace(credential) {
	const { occurrences } = credential;
	const withPath = occurrences.filter(({ path }) => path !== null);
	return withPath.find(isInTree) ?? firstCommit({
		...credential,
		occurrences: withPath
	}) ?? withPath[0] ?? firstCommit(credential) ?? occurrences[0] ?? null;
}
function isInTree(occurrence) {
	return isLive(occurrence) || occurrence.inHead === true;
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
	return sentence(exposureInWords(credential, report));
}
function versionInWords(occurrence) {
	const { source, commit, blob, refs, inHead, exposure } = occurrence;
	const committed = shortId(commit ?? blob ?? "unknown");
	const stored = shortId(blob ?? "unknown");
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
			if (commit === null) return ref === void 0 ? "in no commit that is known" : `held by ${refName(ref)}`;
			const head = inHead === null ? "" : `, ${inHead ? "still" : "not"} in HEAD`;
			return `in commit ${shortId(commit)}${head}`;
		}
	}
}
const MOST_REFS = 3;
function introductionSentence(credential) {
	const first = firstCommit(credential);
	if (first === null) return null;
	const date = first.date === null ? "" : ` of ${first.date.slice(0, 10)}`;
	const refs = first.refs.slice(0, MOST_REFS).map(refName).join(", ");
	const held = refs === "" ? "" : ` (in ${refs})`;
	const gone = credential.occurrences.some(isInTree) ? "" : " and is not in the files that are checked out";
	return `It came in with commit ${shortId(first.commit ?? "")}${date}${held}${gone}.`;
}
function evidenceInWords({ evidence }) {
	const sorted = [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
	return {
		pro: sorted.filter(({ weight }) => weight >= 0).map(({ detail }) => detail),
		contra: sorted.filter(({ weight }) => weight < 0).map(({ detail }) => detail)
	};
}
function gapsOf({ coverage }) {
	const gaps = coverage.skipped.filter(({ reason }) => leavesGap(reason)).map((skipped) => ({
		kind: "not-read",
		text: `Not read: ${skippedInWords(skipped)}.`
	}));
	if (gaps.length === 0 && !coverage.complete) gaps.push({
		kind: "not-read",
		text: "The scan is incomplete: something could not be read."
	});
	const lacks = cloneWarnings(coverage);
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
export { sentence as a, isInTree as c, pathOrStandIn as d, introductionSentence as i, mainPlace as l, exposureSentence as n, shorten as o, gapsOf as r, versionInWords as s, evidenceInWords as t, mainPlaceFirst as u };
