import { i as leavesGap } from "./scan-roots.js";
import { n as escapeText } from "./escape.js";
import { a as listOf, n as formatBytes, o as namesWithMore, r as formatCount, t as countOf } from "./numbers.js";
// src/report/text/places.ts
const SHORT_ID = 8;
function shortId(id) {
	return id.slice(0, SHORT_ID);
}
function locationOf({ path, line, column, source, isName, refs, commit, blob }) {
	if (source === "ref-name") return `the name of ${refs.map(refName).join()}`;
	if (isName) return `${path} (its name)`;
	if (source === "stdin") return `<stdin>:${line}:${column}`;
	const noun = NOUNS[source];
	if (noun === void 0 && path !== null) return `${path}:${line}:${column}`;
	const id = (source.startsWith("commit-") ? commit : blob) ?? "unknown";
	return `${noun ?? "object"} ${shortId(id)}, line ${line}, column ${column}`;
}
const NOUNS = {
	note: "note",
	"commit-message": "message of commit",
	"commit-header": "header of commit",
	"tag-message": "message of tag",
	"tag-header": "header of tag"
};
function isLive({ source }) {
	return source === "file" || source === "index" || source === "stdin";
}
function firstCommit({ occurrences }) {
	return occurrences.filter(({ commit }) => commit !== null).reduce((first, each) => first === null || timeOf(each) < timeOf(first) ? each : first, null);
}
function timeOf({ date }) {
	const time = Date.parse(date ?? "");
	return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}
const MOST_SHOWN = 4;
function otherPlaces({ occurrences }) {
	const [first] = occurrences;
	if (first === void 0) return {
		shown: [],
		more: 0,
		moreCommits: 0
	};
	const seenPlaces = new Set([locationOf(first)]);
	const seenPaths = new Set([first.path]);
	const shown = [];
	const rest = [];
	for (const occurrence of occurrences) {
		const place = locationOf(occurrence);
		if (seenPlaces.has(place)) continue;
		seenPlaces.add(place);
		if (shown.length < MOST_SHOWN && (occurrence.path === null || !seenPaths.has(occurrence.path))) {
			seenPaths.add(occurrence.path);
			shown.push(occurrence);
		} else rest.push(occurrence);
	}
	const commits = new Set(rest.map(({ commit }) => commit).filter((commit) => commit !== null));
	return {
		shown,
		more: rest.length,
		moreCommits: commits.size
	};
}
function refName(ref) {
	if (ref.startsWith("refs/stash")) return ref.slice(5);
	const [, kind, name = ""] = /^refs\/(heads|remotes|tags)\/(.+)$/s.exec(ref) ?? [];
	if (kind === void 0) return ref;
	return kind === "tags" ? `tag ${name}` : name;
}
// src/report/text/span.ts
function span(text, ...looks) {
	return {
		text: escapeText(text),
		looks,
		isUnbroken: false
	};
}
function unbroken(text, ...looks) {
	return {
		text: escapeText(text),
		looks,
		isUnbroken: true
	};
}
const CODES = {
	bold: ["1", "22"],
	dim: ["2", "22"],
	red: ["31", "39"],
	green: ["32", "39"],
	yellow: ["33", "39"],
	blue: ["34", "39"],
	cyan: ["36", "39"],
	alarm: ["1;97;41", "22;39;49"]
};
function printLine(line, color) {
	const text = line.map((each) => color ? paint(each) : each.text).join("");
	return `${color ? text : text.trimEnd()}\n`;
}
function paint({ text, looks }) {
	if (text.trim() === "") return text;
	return looks.reduce((painted, look) => `\x1b[${CODES[look][0]}m${painted}\x1b[${CODES[look][1]}m`, text);
}
// src/report/text/display-width.ts
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const COMBINING = /[\p{Mn}\p{Me}]/u;
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
function displayWidth(text) {
	if (PRINTABLE_ASCII.test(text)) return text.length;
	let width = 0;
	for (const character of text) width += characterWidth(character);
	return width;
}
function characterWidth(character) {
	if (COMBINING.test(character)) return 0;
	return WIDE.test(character) ? 2 : 1;
}
// src/report/text/wrap.ts
function wrap(text, { width, first, indent }) {
	const lines = [];
	let line = [...first];
	let column = lineWidth(first);
	let isEmpty = true;
	for (const word of toWords(text)) {
		const gap = word.isSpaced && !isEmpty ? 1 : 0;
		if (!isEmpty && column + gap + word.width > width) {
			lines.push(line);
			line = [span(" ".repeat(indent))];
			column = indent;
		} else if (gap > 0) {
			line.push(span(" "));
			column += gap;
		}
		line.push(...word.parts);
		column += word.width;
		isEmpty = false;
	}
	return [...lines, line];
}
function lineWidth(line) {
	return line.reduce((sum, each) => sum + displayWidth(each.text), 0);
}
function toWords(text) {
	const words = [];
	let parts = [];
	let isSpaced = false;
	const endWord = () => {
		if (parts.length > 0) words.push({
			parts,
			width: lineWidth(parts),
			isSpaced
		});
		if (parts.length > 0) isSpaced = false;
		parts = [];
	};
	for (const each of text) {
		if (each.isUnbroken) {
			parts.push(each);
			continue;
		}
		for (const piece of each.text.split(/( +)/)) {
			if (piece === "") continue;
			if (piece.startsWith(" ")) {
				endWord();
				isSpaced = true;
			} else parts.push({
				...each,
				text: piece
			});
		}
	}
	endWord();
	return words;
}
// src/report/text/layout.ts
const LONGEST_PROSE = 110;
const NARROWEST = 20;
const LABEL_WIDTH = 12;
const NARROW = 50;
function layoutFor(width, count) {
	const frameWidth = Math.max(NARROWEST, width);
	return {
		width: Math.min(frameWidth, LONGEST_PROSE),
		frameWidth,
		indent: count === 0 ? 0 : String(count).length + 2
	};
}
const BLANK_LINE = [];
function field(label, text, layout) {
	return labelled(label, text, layout, 0);
}
function listField(label, texts, layout) {
	const hanging = texts.length > 1 ? 2 : 0;
	return texts.flatMap((text, index) => {
		if (index > 0 && layout.width < NARROW) return underLabel(text, layout, hanging);
		return labelled(index === 0 ? label : "", text, layout, hanging);
	});
}
function labelled(label, text, layout, hanging) {
	const margin = span(" ".repeat(layout.indent));
	const name = span(label, "dim");
	if (layout.width < NARROW) return [[margin, name], ...underLabel(text, layout, hanging)];
	const padding = span(" ".repeat(Math.max(1, LABEL_WIDTH - label.length)));
	const indent = layout.indent + LABEL_WIDTH + hanging;
	return wrap(text, {
		width: layout.width,
		first: [
			margin,
			name,
			padding
		],
		indent
	});
}
function underLabel(text, { width, indent }, hanging) {
	return wrap(text, {
		width,
		first: [span(" ".repeat(indent + 2))],
		indent: indent + 2 + hanging
	});
}
function paragraph(text, { width }, indent) {
	return wrap(text, {
		width,
		first: [span(" ".repeat(indent))],
		indent
	});
}
function bulleted(bullet, text, { width }, indent) {
	return wrap(text, {
		width,
		first: [
			span(" ".repeat(indent)),
			bullet,
			span(" ")
		],
		indent: indent + bullet.text.length + 1
	});
}
// src/report/text/words.ts
const SEVERITY_LOOKS = {
	critical: ["alarm"],
	high: ["red", "bold"],
	medium: ["yellow", "bold"],
	low: ["blue", "bold"]
};
const CONFIDENCE_WORDS = {
	proven: "proven by its checksum",
	high: "high confidence",
	medium: "medium confidence",
	low: "low confidence"
};
const EXPOSURE_NAMES = {
	pushed: "pushed",
	committed: "committed",
	unreachable: "in a forgotten commit",
	staged: "staged",
	"working-tree": "not committed",
	"ignored-file": "in an ignored file"
};
const EXPOSURES = Object.keys(EXPOSURE_NAMES);
function exposureInWords(credential, { coverage }) {
	const { exposure, occurrences, provenance } = credential;
	if (occurrences.every(({ source }) => source === "stdin")) return "in the text on standard input";
	if (provenance?.complete === false) return `not known, since a part of the history cannot be read: ${POSSIBLE_WORDS[exposure]}`;
	const isLookedUp = coverage.modes.includes("history") || coverage.modes.includes("range");
	switch (exposure) {
		case "pushed": return `pushed: ${remotesInWords(provenance?.remotes ?? [])}`;
		case "committed": return committedInWords(provenance?.refs ?? []);
		case "unreachable": return provenance === null || provenance.refs.length === 0 ? "in an object that nothing refers to any more, and that git still has" : "in a commit that no branch or tag holds any more, and that a reflog still has";
		case "staged": return isLookedUp ? "staged, not committed" : "staged for the next commit";
		case "working-tree": return isLookedUp ? "in the working tree, not committed" : "in a file; whether it was ever committed was not looked at";
		case "ignored-file": return "in a file that git ignores";
	}
}
const POSSIBLE_WORDS = {
	pushed: "it may have been pushed",
	committed: "it may be committed",
	unreachable: "it may be in a forgotten commit",
	staged: "it may be staged",
	"working-tree": "it is in a file",
	"ignored-file": "it is in a file that git ignores"
};
function remotesInWords(remotes) {
	if (remotes.length === 0) return "at least one remote has it";
	return remotes.map(({ name, refs, moreRefs }) => {
		const prefix = name === null ? "" : `${name}/`;
		const names = refs.map(refName).map((ref) => ref.startsWith(prefix) ? ref.slice(prefix.length) : ref).filter((ref) => ref !== "HEAD" || refs.length === 1);
		return `${remoteInWords(name)} has it (${namesWithMore(names, moreRefs)})`;
	}).join(", ");
}
function remoteInWords(name) {
	if (name === null) return "some remote";
	return name === "." ? "this bare repository" : name;
}
function committedInWords(refs) {
	const all = (isKind) => refs.length > 0 && refs.every(isKind);
	if (all((name) => name.startsWith("refs/stash"))) return "in a stash, not pushed";
	if (all((name) => name.startsWith("refs/notes/"))) return "in a note on a commit, not pushed as far as this clone knows";
	if (all((name) => name.startsWith("refs/tags/"))) return "tagged here; whether the tag was pushed, this clone does not know";
	return "committed, and not pushed as far as this clone knows";
}
const SKIP_NOUNS = {
	unreadable: ["unreadable file or folder", "unreadable files or folders"],
	vanished: ["file that vanished during the scan", "files that vanished during the scan"],
	"special-file": ["special file", "special files"],
	"symbolic-link": ["symbolic link", "symbolic links"],
	"missing-object": ["missing object", "missing objects"],
	"corrupt-object": ["corrupt object", "corrupt objects"],
	submodule: ["submodule not checked out", "submodules not checked out"],
	repository: ["repository whose history was not read", "repositories whose histories were not read"],
	excluded: ["excluded path", "excluded paths"],
	ignored: ["ignored path", "ignored paths"],
	"outside-root": ["path outside of the scanned folder", "paths outside of the scanned folder"],
	archive: ["archive that could not be unpacked", "archives that could not be unpacked"],
	"time-limit": ["time limit", "time limits"]
};
const SKIP_HINTS = {
	ignored: "--no-gitignore scans them as well",
	repository: "scan them by name"
};
// src/report/text/coverage.ts
function scannedInWords({ modes, files, objects, commits }) {
	if (modes.length === 1 && modes[0] === "stdin") return `standard input (${formatBytes(files.bytes)})`;
	if (modes.length === 1 && modes[0] === "index") return `${countOf(objects.scanned, "staged file")} (${formatBytes(objects.bytes)})`;
	const parts = [];
	if (modes.includes("files") || files.scanned > 0) parts.push(`${countOf(files.scanned, "file")} (${formatBytes(files.bytes)})`);
	if (modes.includes("history") || objects.scanned > 0) parts.push(`${countOf(objects.scanned, "git object")} (${formatBytes(objects.bytes)})`);
	const history = modes.includes("history") ? ` of ${countOf(commits, "commit")}` : "";
	const known = objects.fromCache > 0 ? `; ${formatCount(objects.fromCache)} more are known from an earlier scan` : "";
	return `${listOf(parts)}${history}${known}`;
}
function isNothingScanned({ files, objects }) {
	return files.scanned + objects.scanned + objects.fromCache === 0;
}
function gapLines(coverage, layout) {
	const { skipped } = coverage;
	const harmful = skipped.filter(({ reason }) => leavesGap(reason));
	const harmless = skipped.filter(({ reason }) => !leavesGap(reason));
	const warnings = cloneWarnings(coverage).map(({ what, consequence }) => [span(`${what}: `, "yellow"), span(consequence)]);
	return [
		...listField("Not read", harmful.map((each) => [span(skippedInWords(each), "yellow")]), layout),
		...harmless.length === 0 ? [] : field("Left out", [span(harmless.map(skippedInWords).join("; "))], layout),
		...listField("Warning", warnings, layout)
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
	const [one, many] = SKIP_NOUNS[reason];
	const named = examples.slice(0, MOST_EXAMPLES).map((each) => OBJECT_ID.test(each) ? shortId(each) : each);
	const inBrackets = [named.join(", ") + (count > named.length ? ", …" : ""), SKIP_HINTS[reason] ?? ""].filter((text) => text !== "").join("; ");
	return countOf(count, one, many) + (inBrackets === "" ? "" : ` (${inBrackets})`);
}
function suppressedLines(report, layout) {
	const text = suppressedInWords(report);
	return text === "" ? [] : field("Not shown", [span(text)], layout);
}
function goneLines({ baseline }, layout) {
	const text = goneInWords(baseline);
	return text === "" ? [] : field("Baseline", [span(text)], layout);
}
function goneInWords(baseline) {
	const gone = baseline?.gone ?? [];
	if (baseline === void 0 || gone.length === 0) return "";
	const named = gone.slice(0, MOST_EXAMPLES).map(({ fingerprint, rule, path }) => {
		return `${fingerprint.slice(0, 16)} ${rule}${path === null ? "" : ` in ${path}`}`;
	});
	const names = named.join(", ") + (gone.length > named.length ? ", …" : "");
	return `${`${formatCount(gone.length)} of ${countOf(baseline.entries, "entry", "entries")}`} ${gone.length === 1 ? "is" : "are"} nowhere any more (${names}); "keypetrel baseline FILE" takes them out`;
}
function suppressedInWords({ suppressed }) {
	const { baseline, inline, ignored, belowThreshold, standing } = suppressed;
	return [
		baseline > 0 && `${countOf(baseline, "credential")} known in the baseline`,
		inline > 0 && `${countOf(inline, "credential")} allowed by a comment`,
		ignored > 0 && `${countOf(ignored, "credential")} ignored`,
		standing > 0 && `${countOf(standing, "credential")} that stood there before (--history shows them)`,
		belowThreshold > 0 && `${formatCount(belowThreshold)} less certain (--min-confidence low shows all)`
	].filter((text) => text !== false).join("; ");
}
export { otherPlaces as A, displayWidth as C, firstCommit as D, unbroken as E, shortId as M, isLive as O, characterWidth as S, span as T, field as _, isNothingScanned as a, paragraph as b, suppressedInWords as c, EXPOSURES as d, EXPOSURE_NAMES as f, bulleted as g, BLANK_LINE as h, goneLines as i, refName as j, locationOf as k, suppressedLines as l, exposureInWords as m, gapLines as n, scannedInWords as o, SEVERITY_LOOKS as p, goneInWords as r, skippedInWords as s, cloneWarnings as t, CONFIDENCE_WORDS as u, layoutFor as v, printLine as w, wrap as x, listField as y };
