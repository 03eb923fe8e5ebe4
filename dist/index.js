import { C as hostPattern, E as sampleRuns, S as findHosts, T as latin1$1, _ as maskRandom, g as scoreOf, h as printableName, l as detect, m as outweighs, o as createEngine, p as confidenceOf, r as isArchive, t as compilerForOwn, v as shannonEntropy } from "./lib/own-compiler.js";
import { t as UserError } from "./lib/errors.js";
import { a as isAtLeast, i as CONFIDENCE_LEVELS, r as settle, t as entryOf } from "./lib/entry-of.js";
import { n as START, r as advance, t as Windower } from "./lib/windows.js";
import { n as wholePiece, t as pathOf } from "./lib/source.js";
import { a as shownEnds, i as redact, n as createTextRedactor, r as redactNames, t as TOOL_VERSION } from "./lib/version.js";
import { t as remediationOf } from "./lib/advice.js";
import { t as createPathFilter } from "./lib/path-filter.js";
import { n as rulesDigest, r as selectRules, t as builtinRules } from "./lib/catalogue.js";
import { d as escapeControls, f as reasonOf, i as gitFailure, n as splitStream, o as startGit, r as expectSuccess, u as GitError } from "./lib/split-stream.js";
import { t as parseObjectId } from "./lib/object-id.js";
import { t as Coverage } from "./lib/coverage.js";
import { t as listHeadBlobs } from "./lib/head-blobs.js";
import { i as splitNames, n as traceSightings } from "./lib/traces.js";
import { t as readObjects } from "./lib/cat-file.js";
import { i as listReflogEntries } from "./lib/history.js";
import { n as RawLogParser, t as RAW_LOG_FORMAT } from "./lib/raw-log.js";
import { t as decodePath } from "./lib/path-name.js";
import { n as readShallowCommits, t as readTaggers } from "./lib/taggers.js";
import { a as readPseudoRefs } from "./lib/pseudo-refs.js";
import { i as RULESETS, n as DEFAULT_RULESETS } from "./lib/rule-file.js";
import { createHash } from "node:crypto";
import { access, constants, readdir, realpath, stat } from "node:fs/promises";
import { basename, delimiter, dirname, join, relative, resolve, sep } from "node:path";
import { accessSync, constants as constants$1, lstatSync, readFileSync, statSync } from "node:fs";
// src/config/lazy.ts
async function loadConfig(path) {
	const { loadConfig: load } = await import("./lib/config-load-config.js");
	return load(path);
}
// src/decode/notebook.ts
const QUOTE = 34;
const BACKSLASH = 92;
function notebookCells(bytes, offsets) {
	const cells = [];
	let depth = 0;
	let inCells = false;
	let number = 0;
	let member = "";
	let name = "";
	for (let i = 0; i < bytes.length && cells.length < offsets.length; i++) {
		while (cells.length < offsets.length && offsets[cells.length] <= i) cells.push(cellAt(inCells, depth, number, member));
		const byte = bytes[i];
		if (byte === QUOTE) {
			const end = endOfString(bytes, i + 1);
			while (cells.length < offsets.length && offsets[cells.length] < end) cells.push(cellAt(inCells, depth, number, member));
			if (depth <= 3) name = latin1(bytes, i + 1, Math.min(end, i + 20));
			i = end;
		} else if (byte === 58 && depth === 3 && inCells) member = name;
		else if (byte === 123 || byte === 91) {
			if (depth === 1 && byte === 91 && name === "cells") inCells = true;
			depth++;
			if (inCells && depth === 3) {
				number++;
				member = "";
			}
		} else if (byte === 125 || byte === 93) {
			depth--;
			if (depth === 1) inCells = false;
		}
	}
	while (cells.length < offsets.length) cells.push(null);
	return cells;
}
function cellAt(inCells, depth, number, member) {
	if (!inCells || depth < 3) return null;
	return {
		number,
		part: member === "outputs" ? "output" : "source"
	};
}
function endOfString(bytes, start) {
	for (let i = start; i < bytes.length; i++) if (bytes[i] === BACKSLASH) i++;
	else if (bytes[i] === QUOTE) return i;
	return bytes.length;
}
function latin1(bytes, start, end) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", start, end);
}
// src/credentials/fingerprint.ts
const LENGTH = 40;
function fingerprintOf(family, secret) {
	return `kp1:${createHash("sha256").update(`keypetrel fingerprint 1\0${family}\0${secret}`).digest("hex").slice(0, LENGTH)}`;
}
// src/credentials/frame.ts
const LINES_BEFORE = 1;
const LINES_BEHIND = 1;
const REACH = 120;
const LONGEST_LINE = 1e3;
const NEWLINE = 10;
function makeFrame(bytes, finding, lineNumber, all) {
	const lines = [];
	let start = lineStart(bytes, finding.start);
	let number = lineNumber;
	for (let i = 0; i < LINES_BEFORE && number > 1 && start > 0 && bytes[start - 1] === NEWLINE; i++) {
		start = lineStart(bytes, start - 1);
		number -= 1;
	}
	const last = lineNumber + LINES_BEHIND;
	for (; number <= last && start < bytes.length; number++) {
		const end = lineEnd(bytes, number === lineNumber ? Math.max(start, finding.start) : start);
		lines.push(frameLine(bytes, start, end, number, finding, all));
		start = end + 1;
		if (bytes[end] !== NEWLINE) break;
	}
	return lines;
}
function frameLine(bytes, start, end, number, finding, all) {
	const isOnLine = finding.start < end && finding.end > start;
	const reach = isOnLine ? {
		from: Math.max(start, finding.start - REACH),
		to: Math.min(end, finding.end + REACH)
	} : {
		from: start,
		to: Math.min(end, start + 240)
	};
	const isCut = {
		before: reach.from > start || start > 0 && bytes[start - 1] !== NEWLINE,
		behind: reach.to < end || end < bytes.length && bytes[end] !== NEWLINE
	};
	const from = isCut.before ? behindWord(bytes, reach.from, isOnLine ? finding.start : reach.to) : reach.from;
	const to = isCut.behind ? beforeWord(bytes, reach.to, isOnLine ? finding.end : from) : reach.to;
	const parts = [{
		text: isCut.before ? "…" : "",
		isTarget: false
	}];
	let position = from;
	for (const each of overlapping(all, from, to)) {
		const before = Math.max(position, beforeWord(bytes, each.start, position));
		parts.push({
			text: plain(bytes, position, before) + gap(bytes, before, each.start),
			isTarget: false
		});
		parts.push({
			text: redact(each.secret),
			isTarget: each === finding
		});
		position = Math.max(position, behindWord(bytes, each.end, to));
		parts.push({
			text: gap(bytes, each.end, position),
			isTarget: false
		});
	}
	parts.push({
		text: plain(bytes, position, to) + (isCut.behind ? "…" : ""),
		isTarget: false
	});
	let text = "";
	let mark = null;
	for (const part of parts) {
		if (part.isTarget) mark = {
			start: text.length + 1,
			end: text.length + part.text.length + 1
		};
		text += part.text;
	}
	return {
		number,
		text: text.trimEnd(),
		mark
	};
}
function overlapping(all, from, to) {
	let low = 0;
	let high = all.length;
	while (low < high) {
		const middle = low + high >> 1;
		if ((all[middle]?.end ?? 0) > from) high = middle;
		else low = middle + 1;
	}
	const found = [];
	for (let i = low; i < all.length; i++) {
		const each = all[i];
		if (!each || each.start >= to) break;
		found.push(each);
	}
	return found;
}
function behindWord(bytes, from, limit) {
	let at = from;
	while (at < limit && isWordByte(bytes[at])) at += 1;
	return at;
}
function beforeWord(bytes, to, limit) {
	let at = to;
	while (at > limit && isWordByte(bytes[at - 1])) at -= 1;
	return at;
}
function gap(bytes, start, end) {
	return bytes.subarray(start, Math.max(start, end)).some((byte) => byte !== 0) ? "…" : "";
}
const WORD_BYTES = new Set([0, ...Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_.~%-")]);
function isWordByte(byte) {
	return WORD_BYTES.has(byte);
}
function plain(bytes, start, end) {
	if (end <= start) return "";
	return maskRandom(Buffer.from(bytes.subarray(start, end)).toString("utf8").replaceAll("\0", "").replace(/[\r\n]+$/, ""));
}
function lineStart(bytes, position) {
	const limit = Math.max(0, position - LONGEST_LINE);
	const newline = bytes.subarray(limit, position).lastIndexOf(NEWLINE);
	return newline < 0 ? limit : limit + newline + 1;
}
function lineEnd(bytes, position) {
	const limit = Math.min(bytes.length, position + LONGEST_LINE);
	const newline = bytes.subarray(position, limit).indexOf(NEWLINE);
	return newline < 0 ? limit : position + newline;
}
// src/credentials/replacement.ts
const PLAIN_ENDS = /^[A-Za-z0-9+/=_.~:@-]+$/;
const ALPHABETS = [
	{
		written: "[A-Za-z0-9]",
		all: /^[A-Za-z0-9]*$/
	},
	{
		written: "[A-Za-z0-9_-]",
		all: /^[A-Za-z0-9_-]*$/
	},
	{
		written: "[A-Za-z0-9+/=]",
		all: /^[A-Za-z0-9+/=]*$/
	},
	{
		written: "[A-Za-z0-9+/=_.~%-]",
		all: /^[A-Za-z0-9+/=_.~%-]*$/
	}
];
const BINARY_LOOK = 8192;
function replacementFor(bytes, start, end) {
	if (bytes.subarray(0, BINARY_LOOK).includes(0)) return null;
	const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
	const ends = shownEnds(text);
	if (ends === null || !PLAIN_ENDS.test(ends.start) || !PLAIN_ENDS.test(ends.end)) return null;
	const middle = text.slice(ends.start.length, -ends.end.length);
	const alphabet = ALPHABETS.find(({ all }) => all.test(middle));
	const length = `{${middle.length}}`;
	const between = alphabet === void 0 ? `(?s:.${length})` : `${alphabet.written}${length}`;
	return `regex:${escaped(ends.start)}${between}${escaped(ends.end)}==>***REMOVED***`;
}
function escaped(text) {
	return text.replace(/[.+]/g, "\\$&");
}
// src/credentials/collector.ts
const FRAMES_PER_CREDENTIAL = 3;
var Collector = class {
	#credentials = new Map();
	#engine;
	#isReported;
	#unpack;
	#onSkipped;
	#header = null;
	constructor(engine, isReported = () => true, unpack = null, onSkipped = () => {}) {
		this.#engine = engine;
		this.#isReported = isReported;
		this.#unpack = unpack;
		this.#onSkipped = onSkipped;
	}
	scan = (content) => {
		this.#scanContent(content, null);
		if (this.#unpack === null || !isArchive(content.bytes) || content.piece.line !== 1 || content.piece.column !== 1) return;
		const path = pathOf(content.origin) ?? "";
		if (content.piece.ownedEnd !== content.bytes.length) {
			this.#onSkipped(path);
			return;
		}
		const { members, skipped } = this.#unpack(content.bytes);
		for (const each of skipped) this.#onSkipped(memberPath(path, each));
		for (const { path: member, bytes } of members) this.#scanContent({
			origin: content.origin,
			bytes,
			piece: wholePiece(bytes.length)
		}, member);
	};
	credentials() {
		return [...this.#credentials.values()];
	}
	#scanContent(content, member) {
		const path = memberPath(pathOf(content.origin) ?? "", member);
		const all = detect(this.#engine, content.bytes, path);
		const { ownedStart, ownedEnd } = content.piece;
		const findings = all.filter(({ start, family, rule }) => start >= ownedStart && start < ownedEnd && this.#isReported(family, rule));
		if (findings.length === 0) return;
		const cells = path.endsWith(".ipynb") ? notebookCells(content.bytes, findings.map(({ start }) => start)) : [];
		const header = this.#headerLines(content);
		let position = content.piece;
		let offset = 0;
		findings.forEach((finding, index) => {
			position = advance(position, content.bytes, offset, finding.start);
			offset = finding.start;
			const inHeader = header > 0 && position.line <= header;
			const skipped = inHeader ? 0 : header;
			const start = inUnitsOf(finding.decodedFrom, position, skipped);
			const last = advance(position, content.bytes, finding.start, finding.end);
			const end = inUnitsOf(finding.decodedFrom, last, skipped);
			this.#add({
				finding,
				origin: content.origin,
				member: member === "" ? null : member,
				start,
				end,
				inHeader,
				replacement: member === null || member === "" ? replacementFor(content.bytes, finding.start, finding.end) : null,
				cell: cells[index] ?? null,
				frame: []
			}, content.bytes, all);
		});
	}
	#headerLines({ origin, bytes, piece }) {
		if (origin.kind !== "object" || origin.type !== "commit" && origin.type !== "tag") return 0;
		if (piece.line === 1 && piece.column === 1) this.#header = {
			oid: origin.oid,
			lines: countHeaderLines(bytes)
		};
		return this.#header?.oid === origin.oid ? this.#header.lines : 0;
	}
	#add(sighting, bytes, all) {
		const { finding, start } = sighting;
		const fingerprint = fingerprintOf(finding.family, finding.secret);
		const known = this.#credentials.get(fingerprint);
		const sightings = known?.sightings ?? [];
		if (!known) this.#credentials.set(fingerprint, {
			fingerprint,
			sightings
		});
		const frame = sightings.length < FRAMES_PER_CREDENTIAL ? makeFrame(bytes, finding, start.line, all) : [];
		sightings.push({
			...sighting,
			frame
		});
	}
};
function inUnitsOf(decodedFrom, { line, column }, skipped = 0) {
	const unit = decodedFrom[0]?.startsWith("utf-16") ? 2 : 1;
	return {
		line: line - skipped,
		column: Math.floor((column - 1) / unit) + 1
	};
}
function countHeaderLines(bytes) {
	const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf("\n\n");
	return advance({
		line: 1,
		column: 1
	}, bytes, 0, end === -1 ? bytes.length : end + 2).line - 1;
}
function memberPath(path, member) {
	return member === null || member === "" ? path : `${path}!${member}`;
}
// src/credentials/stories.ts
const NO_STORIES = {
	traces: new Map(),
	provenances: new Map(),
	footholds: new Map()
};
const NO_DETAILS = {
	tagged: null,
	author: null,
	date: null,
	refs: [],
	moreRefs: 0,
	isNote: false
};
// src/credentials/occurrences.ts
function occurrencesOf({ sighting, traces }, stories) {
	const { origin } = sighting;
	switch (origin.kind) {
		case "stdin": return [occurrence(sighting, "stdin", {
			path: null,
			exposure: "working-tree"
		})];
		case "file": {
			const exposure = origin.state === "ignored" ? "ignored-file" : "working-tree";
			return [occurrence(sighting, "file", {
				path: origin.path,
				exposure
			})];
		}
		case "index": return [occurrence(sighting, "index", {
			path: origin.path,
			blob: origin.oid,
			exposure: "staged"
		})];
		case "ref": return traces.map(({ exposure }) => occurrence(sighting, "ref-name", {
			path: null,
			refs: [origin.name],
			exposure
		}));
		case "object": return traces.map((trace) => {
			const { tagged, author, date, refs, moreRefs, isNote } = stories.traces.get(trace) ?? NO_DETAILS;
			return occurrence(sighting, sourceOf$1(origin.type, sighting.inHeader, isNote), {
				path: isNote ? null : trace.path,
				blob: origin.type === "commit" ? null : origin.oid,
				commit: trace.commit ?? tagged ?? (origin.type === "commit" ? origin.oid : null),
				author,
				date,
				refs,
				moreRefs,
				inHead: trace.inHead,
				exposure: trace.exposure
			});
		});
	}
}
function sourceOf$1(type, inHeader, isNote) {
	if (type === "commit" || type === "tag") return `${type}-${inHeader ? "header" : "message"}`;
	return isNote ? "note" : "blob";
}
function occurrence(sighting, source, place) {
	return {
		line: sighting.start.line,
		column: sighting.start.column,
		endLine: sighting.end.line,
		endColumn: sighting.end.column,
		source,
		isName: "isName" in sighting.origin,
		blob: null,
		commit: null,
		author: null,
		date: null,
		refs: [],
		moreRefs: 0,
		inHead: null,
		decodedFrom: sighting.finding.decodedFrom,
		cell: sighting.cell,
		frame: sighting.frame,
		...place,
		path: place.path === null ? sighting.member : memberPath(place.path, sighting.member)
	};
}
function comparePlaces(a, b) {
	return SOURCE_ORDER.indexOf(a.source) - SOURCE_ORDER.indexOf(b.source) || Number(b.inHead === true) - Number(a.inHead === true) || compareTexts(a.path ?? "", b.path ?? "") || a.line - b.line || a.column - b.column || compareTexts(a.date ?? "", b.date ?? "") || compareTexts(a.commit ?? "", b.commit ?? "") || compareTexts(a.blob ?? "", b.blob ?? "");
}
const SOURCE_ORDER = [
	"file",
	"index",
	"blob",
	"note",
	"commit-message",
	"commit-header",
	"tag-message",
	"tag-header",
	"ref-name",
	"stdin"
];
function compareTexts(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
// src/credentials/standing-sentence.ts
function standingSentence({ exposure, isCertain, occurrences, provenance, repositories }) {
	if (!isCertain) return `How far it got is not known, since a part of the history could not be read; ${POSSIBLE[exposure]}.`;
	if (occurrences.every(({ source }) => source === "stdin")) return "It is in the text on standard input.";
	switch (exposure) {
		case "pushed": return `It has left this machine${atRemotes(provenance)}: taking it out of the history does not undo that.`;
		case "committed": return committedSentence(repositories);
		case "unreachable": return isInReflog(repositories) ? "It is in a commit that only a reflog has any more." : "It is in an object that nothing refers to any more.";
		case "staged": return "It is staged but not in any commit yet.";
		case "working-tree": return "It is in a file here; no commit that was scanned has it.";
		case "ignored-file": return "It is in a file that git ignores and has not left this machine through git.";
	}
}
const POSSIBLE = {
	pushed: "it may have been pushed",
	committed: "it may be in a commit",
	unreachable: "it may be in a forgotten commit",
	staged: "it may be staged",
	"working-tree": "it is in a file",
	"ignored-file": "it is in a file"
};
function atRemotes(provenance) {
	const names = (provenance?.remotes ?? []).flatMap(({ name }) => name === null || name === "." ? [] : [name]);
	return names.length === 0 ? "" : ` (${names.join(", ")} has it)`;
}
function committedSentence(repositories) {
	const footholds = repositories.flatMap((each) => each.footholds);
	const has = (kind) => footholds.some((foothold) => foothold.kind === kind);
	if (has("commits")) return "It is committed here and in no remote branch that this clone knows of.";
	if (has("stash") || has("stash-base")) return "It is in a stash, which is not pushed with branches.";
	if (has("note")) return "It is in a note on a commit, and in no remote that this clone knows of.";
	if (has("tag-message")) return "It is in the message of a tag; whether that was pushed, this clone does not know.";
	if (has("tagged")) return "It is in an object that a ref names; whether that was pushed, this clone does not know.";
	return "It is committed here and in no remote branch that this clone knows of.";
}
function isInReflog(repositories) {
	return repositories.some(({ footholds }) => footholds.some((foothold) => foothold.kind === "forgotten" && (foothold.entries === null || foothold.entries.length > 0)));
}
// src/credentials/shell.ts
function shellQuote(text) {
	return /^[\w./@:^=+-]+$/.test(text) && !text.startsWith("-") && !text.startsWith("=") ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
function pathWords(paths) {
	return paths.map((path) => shellQuote(/[*?[\\]|^:/.test(path) ? `:(literal)${path}` : path)).join(" ");
}
// src/credentials/undo-step.ts
const AGAIN = {
	text: "Run keypetrel again: git remembers old commits in its reflog for weeks, and the report then names what still has it and how to forget that.",
	commands: []
};
// src/credentials/undo-commits.ts
function commitSteps(commits, repository, replacements) {
	if (commits.isPushed) return pushedSteps(commits, repository, replacements);
	return [
		...commits.isLastCommit ? lastCommitSteps(commits) : [...cleanFilesSteps(commits, repository), rewriteStep(commits, repository, replacements)],
		...stashSteps(commits),
		AGAIN
	];
}
function lastCommitSteps({ inContents, inMessages, headPaths }) {
	const steps = [];
	if (inContents) steps.push({
		text: "Take it out of the files, then make the last commit anew, which has not been pushed.",
		commands: [`git commit --amend --no-edit --allow-empty -- ${pathWords(headPaths)}`]
	});
	if (inMessages) steps.push({
		text: "Write another message for the last commit, which has not been pushed; an editor opens.",
		commands: ["git commit --amend --only --allow-empty"]
	});
	return steps;
}
function cleanFilesSteps({ headPaths }, { isBare }) {
	if (isBare || headPaths.length === 0) return [];
	const paths = pathWords(headPaths);
	return [{
		text: "Commit the files without it.",
		commands: [`git diff --quiet HEAD -- ${paths} || git commit --message 'Take a credential out' -- ${paths}`]
	}];
}
function rewriteStep(commits, repository, replacements) {
	const commands = replaceCommands(replacements, commits.isDetached ? ["refs/heads/keypetrel-clean"] : refsOf(commits), commits.bases, repository);
	return {
		text: `Replace it in the commits that have it, none of which has been pushed. ${ABOUT_REWRITING}${aboutBlobs(replacements)}`,
		commands: commits.isDetached ? ["git switch --create keypetrel-clean", ...commands] : commands
	};
}
const ABOUT_REWRITING = "Needs git-filter-repo (https://github.com/newren/git-filter-repo). The list of replacements names the credential by its ends alone. While there are uncommitted changes, which it would throw away, nothing is done: commit or stash them.";
function aboutBlobs({ blobs }) {
	return blobs.length === 0 ? "" : " In binary or encoded files it cannot be replaced: those versions are taken out of the commits as a whole.";
}
function replaceCommands({ lines, blobs }, refs, bases, { isBare }) {
	const commands = [];
	const filters = [];
	if (lines.length > 0) {
		commands.push(`printf '%s\\n' ${lines.map(shellQuote).join(" ")} > ${fileFor("replacements")}`);
		filters.push(`--replace-text ${fileFor("replacements")}`, `--replace-message ${fileFor("replacements")}`);
	}
	if (blobs.length > 0) {
		commands.push(`printf '%s\\n' ${blobs.join(" ")} > ${fileFor("blobs")}`);
		filters.push(`--strip-blobs-with-ids ${fileFor("blobs")}`);
	}
	if (filters.length === 0) return [];
	const range = [typeof refs === "string" ? refs : refs.map(shellQuote).join(" "), ...bases.map((oid) => `^${oid}`)].join(" ");
	const guard = isBare ? "" : "test -z \"$(git status --porcelain --untracked-files=no)\" && ";
	return [...commands, `${guard}git filter-repo --force ${filters.join(" ")} --refs ${range}`];
}
function fileFor(name) {
	return `"$(git rev-parse --git-path keypetrel-${name}.txt)"`;
}
function refsOf({ branches, tags, introducedBy }) {
	if (branches !== null && tags !== null) return [...branches, ...tags];
	return `$(git for-each-ref --format='%(refname)' ${introducedBy.map((oid) => `--contains=${oid}`).join(" ")} refs/heads refs/tags)`;
}
function stashSteps({ stashes }) {
	if (stashes.length === 0) return [];
	return [{
		text: `${stashes.join(" and ")} was made on top of a commit with it and keeps it: apply the stash to the new commits and stash anew, or drop it.`,
		commands: []
	}];
}
function pushedSteps(commits, repository, replacements) {
	const { remotes } = commits;
	const cleaning = remotes.filter(({ branches }) => branches.length > 0);
	const steps = cleanFilesSteps(commits, repository);
	if (cleaning.length > 0) {
		const local = cleaning.flatMap((remote) => newBranches(remote, repository));
		const refs = refsOf({
			...commits,
			branches: withNew(commits, local)
		});
		steps.push({
			text: `Only when the credential is worthless: to clean the history as well, bring your branches up to date and replace it in the commits. ${ABOUT_REWRITING}${aboutBlobs(replacements)}`,
			commands: [
				...repository.isBare ? [] : cleaning.map(({ name }) => `git fetch ${remoteName(name)}`),
				...local.map(({ branch, remote }) => `git branch --track ${shellQuote(branch)} ${shellQuote(`${remote}/${branch}`)}`),
				...replaceCommands(replacements, refs, commits.bases, repository)
			]
		});
		const pushes = cleaning.flatMap((remote) => pushCommands(remote, commits, repository));
		if (pushes.length > 0) steps.push({
			text: "Push the new commits. The push is refused when somebody has pushed in between: then fetch, and begin again. Tags only if the remote has them. Everybody else has to clone anew: one merge from an old clone brings all of it back.",
			commands: pushes
		});
	}
	steps.push({
		text: `Clones, forks and caches keep the old commits${remotes.some(({ hasReviews }) => hasReviews) ? ", and so do the pull requests here" : ", and so do pull requests"}: ask the host to delete those that it can, and count the credential as public.`,
		commands: []
	});
	if (cleaning.length > 0) steps.push(...stashSteps(commits), AGAIN);
	return steps;
}
function newBranches({ name, branches }, { isBare }) {
	if (isBare || name === null) return [];
	return branches.filter(({ isLocal }) => !isLocal).map(({ name: branch }) => ({
		branch,
		remote: name
	}));
}
function withNew({ branches }, local) {
	return branches === null ? null : [...new Set([...branches, ...local.map(({ branch }) => `refs/heads/${branch}`)])];
}
function pushCommands({ name, branches }, { tags }, { isBare }) {
	if (name === ".") return [];
	const remote = remoteName(name);
	const names = branches.map(({ name: branch }) => shellQuote(branch)).join(" ");
	const lease = isBare ? branches.map(({ name: branch, tip }) => `--force-with-lease=${shellQuote(branch)}:${tip}`).join(" ") : "--force-with-lease --force-if-includes";
	const ofTags = (tags ?? []).map((tag) => `git push --force ${remote} ${shellQuote(tag)}`);
	return [`git push ${lease} ${remote} ${names}`, ...ofTags];
}
function remoteName(name) {
	return name === null ? "<remote>" : shellQuote(name);
}
// src/credentials/undo-forgotten.ts
function forgetSteps({ entries, pseudoRefs, reflogs }) {
	const steps = [{
		text: "git deletes it by itself after some weeks. To have it gone now, look first what else nothing refers to (dropped stashes, commits that no reflog has): the last command deletes all that is listed. Put a branch on what you need (git branch <name> <commit>).",
		commands: ["git fsck --unreachable --no-progress"]
	}];
	const forget = [...entriesCommands(entries, reflogs), ...pseudoRefs.map((name) => `git update-ref -d ${name}`)];
	if (forget.length > 0) steps.push({
		text: entries === null ? `Forget what only the reflogs ${reflogs.join(", ")} have: every commit there that its branch does not have any more, not this one alone.` : "Take exactly these entries out of the reflogs; all others stay.",
		commands: forget
	});
	steps.push({
		text: "Delete what nothing refers to, while no other git runs here. The reflogs are left as they are.",
		commands: ["git -c gc.reflogExpire=never -c gc.reflogExpireUnreachable=never gc --quiet --prune=now"]
	});
	return steps;
}
function entriesCommands(entries, reflogs) {
	if (entries === null) return reflogs.map((log) => `git reflog expire --rewrite --expire=never --expire-unreachable=now ${shellQuote(log)}`);
	return entries.map((entry) => `git reflog delete --rewrite ${shellQuote(entry)}`);
}
// src/credentials/undo.ts
function undoSteps(facts) {
	const { repositories, replacements } = facts;
	const isOneOfSeveral = repositories.length > 1;
	const inRepositories = repositories.flatMap((repository) => {
		return inFolder(repository.footholds.flatMap((foothold) => stepsFor(foothold, repository, replacements)), repository, isOneOfSeveral);
	});
	return [...fileSteps(facts), ...inRepositories].map((step) => ({
		stage: "undo",
		...step
	}));
}
function stepsFor(foothold, repository, replacements) {
	switch (foothold.kind) {
		case "staged": return [stagedStep(foothold, repository)];
		case "commits": return commitSteps(foothold, repository, replacements);
		case "tag-message":
		case "tagged": return tagSteps(foothold);
		case "note": return [{
			text: "Replace it in the notes, whose older versions git keeps as well. Needs git-filter-repo, and no uncommitted changes.",
			commands: replaceCommands(replacements, foothold.refs, [], repository)
		}, AGAIN];
		case "stash": return [{
			text: `Drop ${foothold.stashes.join(" and ")}. A stash goes as a whole: look first whether it has anything that you need.`,
			commands: foothold.stashes.flatMap((stash) => [`git stash show --stat --include-untracked ${shellQuote(stash)}`, `git stash drop ${shellQuote(stash)}`])
		}, AGAIN];
		case "stash-base": return [{
			text: `${foothold.stashes.join(" and ")} was made on top of a commit with it, which only the stash has any more. Apply it, and stash anew what is still needed.`,
			commands: foothold.stashes.flatMap((stash) => [`git stash pop --index ${shellQuote(stash)}`, "git stash push --include-untracked"])
		}, AGAIN];
		case "forgotten": return forgetSteps(foothold);
		case "name": return [{
			text: "It is in the name of a file, folder or ref: rename that, here and at every remote. In commits git-filter-repo renames files (--filename-callback); replacing texts does not reach their names.",
			commands: []
		}];
		case "unknown": return [{
			text: "Find out what is broken here, and repair it or clone anew, before you take anything out; until then run nothing that deletes objects (git gc, git prune). Then run keypetrel again.",
			commands: ["git fsck --full --no-dangling"]
		}];
	}
}
function inFolder(steps, { folder }, isOneOfSeveral) {
	const withCommands = steps.findIndex(({ commands }) => commands.length > 0);
	if (folder === null || withCommands === -1) return steps;
	return steps.map((step, index) => ({
		text: isOneOfSeveral ? `In ${folder}: ${step.text}` : step.text,
		commands: index === withCommands ? [`cd ${shellQuote(folder)}`, ...step.commands] : step.commands
	}));
}
function fileSteps({ occurrences, repositories }) {
	const files = occurrences.filter(({ source }) => source === "file");
	const kept = files.filter(({ exposure }) => exposure === "ignored-file").map(fileOf);
	const open = files.filter(({ exposure }) => exposure !== "ignored-file").map(fileOf);
	const isInHead = repositories.some((repository) => repository.isInHead);
	const steps = [];
	if (open.length > 0) {
		const text = isInHead ? "and read the new value from elsewhere" : "before you commit";
		steps.push({
			text: `Take it out of ${namesInWords(open)}, ${text}.`,
			commands: []
		});
	}
	if (kept.length > 0) steps.push({
		text: `Keep ${namesInWords(kept)} out of git, backups and images, or move the value to a secret store.`,
		commands: []
	});
	return steps;
}
function fileOf({ path }) {
	return path ?? "";
}
const MOST_NAMES$1 = 3;
function namesInWords(paths) {
	const names = [...new Set(paths)];
	const shown = names.slice(0, MOST_NAMES$1).join(", ");
	return names.length > MOST_NAMES$1 ? `${shown} and ${names.length - MOST_NAMES$1} more` : shown;
}
function stagedStep({ paths, worktree }, { isUnborn, isInHead }) {
	const names = pathWords(paths);
	if (worktree !== null) {
		const folder = worktree === "" ? "<work tree>" : shellQuote(worktree);
		return {
			text: `Take it out of the index of the other work tree${worktree === "" ? "" : ` ${worktree}`}; its files stay as they are. Then take it out of them.`,
			commands: [`git -C ${folder} restore --staged -- ${names}`]
		};
	}
	if (isInHead) return {
		text: "Take it out of the files, and stage them again.",
		commands: [`git add -- ${names}`]
	};
	return {
		text: "Take it out of the index; the files stay as they are. Stage them again without it.",
		commands: [isUnborn ? `git rm --cached --force --quiet -- ${names}` : `git restore --staged -- ${names}`]
	};
}
function tagSteps({ kind, refs, remote }) {
	const tags = refs.filter((ref) => ref.startsWith("refs/tags/"));
	const others = refs.filter((ref) => !ref.startsWith("refs/tags/"));
	const short = (ref) => shellQuote(ref.slice(10));
	const isMessage = kind === "tag-message";
	const target = remote === null || remote === "." || remote === "?" ? "<remote>" : shellQuote(remote);
	const steps = [];
	if (tags.length > 0) {
		steps.push({
			text: isMessage ? "Make the tag anew with another message; an editor opens." : "Delete the tag: the object is nothing but what it names.",
			commands: tags.map((ref) => isMessage ? `git tag --annotate --force ${short(ref)} ${shellQuote(`${ref}^{}`)}` : `git tag --delete ${short(ref)}`)
		});
		const action = isMessage ? "--force" : "--delete";
		steps.push({
			text: "If the tag was pushed, which a clone does not know, change it there too; who has fetched it keeps it.",
			commands: tags.map((ref) => `git push ${action} ${target} ${shellQuote(ref)}`)
		});
	}
	if (others.length > 0) steps.push({
		text: "Delete the ref: nothing else holds the object.",
		commands: others.map((ref) => `git update-ref -d ${shellQuote(ref)}`)
	});
	return steps;
}
// src/credentials/remediation.ts
function remediationFor(facts) {
	const { template } = facts;
	const plan = [
		...filledIn("revoke", template.revoke, facts),
		...filledIn("investigate", template.investigate, facts),
		...undoSteps(facts),
		...filledIn("prevent", template.prevent, facts),
		NEXT_TIME
	];
	return {
		summary: `${standingSentence(facts)} ${template.summary}`,
		steps: plan.map(({ text }) => text),
		commands: plan.flatMap(({ commands }) => commands),
		plan
	};
}
const NEXT_TIME = {
	stage: "prevent",
	text: "Keep the value in an environment variable or a secret store, name the file that holds it in .gitignore, and let a hook look at each commit.",
	commands: ["keypetrel hook install"]
};
function filledIn(stage, steps, { finding, provenance }) {
	const since = sinceWhen(finding, provenance);
	return steps.map(({ text, commands }) => ({
		stage,
		text,
		commands: commands.map((command) => fillIn(command, finding, since))
	}));
}
function sinceWhen({ issued }, provenance) {
	if (issued !== null) return `${issued}-01`;
	const date = provenance?.first?.date?.slice(0, 10) ?? "";
	return /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;
}
function fillIn(command, { endpoint }, since) {
	const resource = /^([a-z0-9-]+)\.[a-z]/.exec(endpoint ?? "")?.[1];
	return command.replaceAll("{resource}", resource ?? "<resource>").replaceAll(/\{(?:since|issued)\}/g, since ?? "<date>");
}
// src/credentials/group.ts
const SEVERITIES = [
	"critical",
	"high",
	"medium",
	"low"
];
const EXPOSURES = [
	"ignored-file",
	"working-tree",
	"staged",
	"unreachable",
	"committed",
	"pushed"
];
function groupCredentials(sightings, rules, showSecrets, stories = NO_STORIES) {
	const groups = new Map();
	for (const each of sightings) {
		const group = groups.get(each.fingerprint);
		if (group) group.push(each);
		else groups.set(each.fingerprint, [each]);
	}
	return [...groups].map(([fingerprint, group]) => toCredential(fingerprint, group, rules, showSecrets, stories)).sort(compareCredentials);
}
function toCredential(fingerprint, sightings, rules, showSecrets, stories) {
	const findings = sightings.map(({ sighting }) => sighting.finding);
	const best = strongest(findings);
	const occurrences = sightings.flatMap((sighting) => occurrencesOf(sighting, stories)).sort(comparePlaces);
	const exposure = furthest(occurrences.map((each) => each.exposure));
	const provenance = stories.provenances.get(fingerprint) ?? null;
	const rule = rules.find((file) => file.family === best.family);
	if (!rule) throw new Error(`a finding of the family ${best.family}, which no rule defines`);
	return {
		fingerprint,
		rule: best.rule,
		title: best.title,
		service: best.service,
		severity: best.severity,
		confidence: best.confidence,
		checksum: best.checksum,
		issued: best.issued,
		endpoint: best.endpoint ?? findings.find((each) => each.endpoint !== null)?.endpoint ?? null,
		redacted: redact(best.secret),
		length: best.secret.length,
		entropy: Math.round(shannonEntropy(best.secret) * 100) / 100,
		...showSecrets && { secret: best.secret },
		evidence: best.evidence,
		exposure,
		provenance: incomplete(sightings) ? {
			...NOT_TOLD,
			...provenance,
			complete: false
		} : provenance,
		occurrences,
		remediation: remediationFor({
			template: remediationOf(rule, best.rule),
			finding: best,
			exposure,
			isCertain: !incomplete(sightings),
			occurrences,
			replacements: replacementsOf(sightings),
			provenance,
			repositories: stories.footholds.get(fingerprint) ?? []
		})
	};
}
const NOT_TOLD = {
	complete: false,
	first: null,
	renames: [],
	inHead: null,
	removed: null,
	refs: [],
	moreRefs: 0,
	remotes: []
};
function incomplete(sightings) {
	return sightings.some(({ traces }) => traces.some(({ isCertain }) => !isCertain));
}
function replacementsOf(sightings) {
	const lines = new Set();
	const blobs = new Set();
	for (const { sighting } of sightings) {
		const { origin, replacement } = sighting;
		if (origin.kind !== "object" || origin.isName === true) continue;
		if (replacement !== null) lines.add(replacement);
		else if (origin.type === "blob") blobs.add(origin.oid);
	}
	return {
		lines: [...lines].sort(),
		blobs: [...blobs].sort()
	};
}
function strongest(findings) {
	return findings.reduce((best, finding) => strength(finding) > strength(best) ? finding : best);
}
function strength(finding) {
	const score = finding.evidence.reduce((sum, item) => sum + item.weight, 0);
	return CONFIDENCE_LEVELS.indexOf(finding.confidence) * 1e3 + score;
}
function furthest(exposures) {
	return EXPOSURES[Math.max(...exposures.map((exposure) => EXPOSURES.indexOf(exposure)))] ?? "working-tree";
}
function compareCredentials(a, b) {
	const [first, second] = [a.occurrences[0], b.occurrences[0]];
	return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || CONFIDENCE_LEVELS.indexOf(b.confidence) - CONFIDENCE_LEVELS.indexOf(a.confidence) || compareTexts(first?.path ?? "", second?.path ?? "") || (first?.line ?? 0) - (second?.line ?? 0) || (first && second ? comparePlaces(first, second) : 0) || compareTexts(a.fingerprint, b.fingerprint);
}
// src/check-options.ts
const TARGETS = [
	"auto",
	"files",
	"staged",
	"history",
	"range",
	"stdin"
];
function checkOptions({ target, minConfidence, jobs, ...options }) {
	refuseUnless("target", target, TARGETS);
	refuseUnless("minConfidence", minConfidence, CONFIDENCE_LEVELS);
	if (jobs !== void 0 && !(Number.isInteger(jobs) && jobs >= 1)) throw new UserError(`jobs: ${shown(jobs)} is not a whole number from 1 on`);
	for (const name of [
		"paths",
		"include",
		"exclude",
		"rules",
		"disabledRules"
	]) {
		const values = options[name];
		if (values !== void 0 && !(Array.isArray(values) && values.every((each) => typeof each === "string"))) throw new UserError(`${name}: ${shown(values)} is not a list of texts`);
	}
}
function refuseUnless(name, value, known) {
	if (value === void 0 || known.some((each) => each === value)) return;
	throw new UserError(`${name}: ${shown(value)} is not one of ${known.join(", ")}`);
}
function shown(value) {
	return (typeof value === "number" ? String(value) : JSON.stringify(value) ?? String(value)).slice(0, 100);
}
// src/config/apply-config.ts
function configuredRules(builtin, config) {
	if (config === void 0) return builtin;
	return [...config.ownRules, ...builtin].map((rule) => {
		const changes = entryOf(config.weights, rule.family);
		return changes === void 0 ? rule : reweighted(rule, changes);
	});
}
function configuredDigest(rules, builtin, builtinDigest) {
	return rules.length !== builtin.length || rules.some((rule, index) => rule !== builtin[index]) ? createHash("sha256").update(JSON.stringify(rules)).digest("hex") : builtinDigest;
}
function reweighted(rule, changes) {
	return {
		...rule,
		thresholds: {
			...rule.thresholds,
			...changes.thresholds
		},
		patterns: rule.patterns.map((each) => ({
			...each,
			weight: entryOf(changes.patterns, each.id) ?? each.weight
		})),
		evidence: rule.evidence.map((each) => ({
			...each,
			weight: entryOf(changes.evidence, `${each.kind}/${each.view}`) ?? entryOf(changes.evidence, each.kind) ?? each.weight
		}))
	};
}
// src/credentials/allow.ts
async function applyAllowRules(sightings, rules, minConfidence) {
	if (rules === void 0 || isEmpty(rules)) return {
		kept: [...sightings],
		ignored: 0
	};
	const isAllowedValue = await valueFilter(rules);
	const isAllowedPath = rules.paths.length === 0 ? null : await createPathFilter({ include: rules.paths });
	const kept = [];
	const dropped = [];
	for (const each of sightings) {
		const left = isAllowedValue(each.fingerprint, each.sighting.finding.secret) ? null : outsideOf(each, isAllowedPath);
		if (left === null) dropped.push(each);
		else kept.push(left);
	}
	return {
		kept,
		ignored: countIgnored(kept, dropped, minConfidence)
	};
}
function isEmpty({ paths, fingerprints, texts, regexes }) {
	return paths.length + fingerprints.length + texts.length + regexes.length === 0;
}
async function valueFilter(rules) {
	const fingerprints = new Set(rules.fingerprints);
	const regexes = await compileAll(rules.regexes);
	return (fingerprint, secret) => fingerprints.has(fingerprint) || rules.texts.some((text) => secret.includes(text)) || regexes.some((regex) => regex.test(secret));
}
async function compileAll(sources) {
	if (sources.length === 0) return [];
	const { compileLinear } = await import("./lib/rules-linear-regex.js");
	return sources.map((source) => compileLinear(source, ""));
}
function outsideOf(placed, isAllowed) {
	if (isAllowed === null) return placed;
	const { origin } = placed.sighting;
	if (placed.traces.length > 0) {
		const traces = placed.traces.filter(({ path }) => path === null || !isAllowed(path));
		return traces.length === 0 ? null : {
			...placed,
			traces
		};
	}
	const path = pathOf(origin);
	return path !== null && isAllowed(path) ? null : placed;
}
function countIgnored(kept, dropped, minConfidence) {
	const left = new Set(kept.map(({ fingerprint }) => fingerprint));
	const best = new Map();
	for (const { fingerprint, sighting } of dropped) {
		if (left.has(fingerprint)) continue;
		const { confidence } = sighting.finding;
		const known = best.get(fingerprint) ?? CONFIDENCE_LEVELS[0] ?? "low";
		best.set(fingerprint, isAtLeast(confidence, known) ? confidence : known);
	}
	return [...best.values()].filter((confidence) => isAtLeast(confidence, minConfidence)).length;
}
// src/detect/observe.ts
function observed(engine, observe) {
	const watched = new Map();
	for (const pattern of engine.patterns) watched.set(pattern, {
		...pattern,
		observe
	});
	const ofEach = (patterns) => patterns.map((pattern) => watched.get(pattern) ?? pattern);
	const ofLengths = (patterns) => new Map([...patterns].map(([length, each]) => [length, ofEach(each)]));
	const { word, base64 } = engine.patternsOfRun;
	return {
		...engine,
		patterns: ofEach(engine.patterns),
		patternsOfMark: engine.patternsOfMark.map(ofEach),
		patternsOfRun: {
			word: ofLengths(word),
			base64: ofLengths(base64)
		}
	};
}
// src/scan/observer.ts
function watched(engine, observer) {
	if (observer === null) return {
		engine,
		emitting: (emit) => emit
	};
	let current = null;
	return {
		engine: observed(engine, (judgement, bytes) => {
			if (current !== null) observer.judged(judgement, bytes, current);
		}),
		emitting: (emit) => (content) => {
			current = content;
			emit(content);
		}
	};
}
// src/git/damaged-repository.ts
function findDamagedRepository(folder, found) {
	const top = found?.workTree ?? found?.gitDir;
	const ceilings = (process.env["GIT_CEILING_DIRECTORIES"] ?? "").split(delimiter);
	const device = statOf(folder)?.dev;
	for (let each = folder; each !== top; each = dirname(each)) {
		if (each !== folder && (ceilings.includes(each) || statOf(each)?.dev !== device)) return null;
		const gitDir = gitFolderOf(each);
		if (gitDir !== null) return gitDir === found?.gitDir ? null : {
			gitDir,
			reason: damageOf(gitDir)
		};
		if (each === dirname(each)) return null;
	}
	return null;
}
function gitFolderOf(folder) {
	const gitDir = join(folder, ".git");
	if (statOf(gitDir)?.isDirectory() === true) return looksLikeGit(gitDir) ? gitDir : null;
	return looksBare(folder) ? folder : null;
}
function looksLikeGit(gitDir) {
	return !mayBeEntered$1(gitDir) || [
		"HEAD",
		"objects",
		"refs"
	].some((name) => isThere(join(gitDir, name)));
}
function looksBare(folder) {
	const isFolder = (name) => statOf(join(folder, name))?.isDirectory() === true;
	if (!isFolder("objects")) return false;
	const hasStore = isFolder("objects/pack") || isFolder("objects/info");
	return [
		isFolder("refs"),
		isThere(join(folder, "HEAD")),
		hasStore
	].filter(Boolean).length >= 2;
}
function damageOf(gitDir) {
	if (!mayBeEntered$1(gitDir)) return "it may not be entered";
	for (const name of ["objects", "refs"]) {
		if (!isThere(join(gitDir, name))) return `it has no folder "${name}"`;
		if (!mayBeEntered$1(join(gitDir, name))) return `its folder "${name}" may not be entered`;
	}
	return damageOfHead(join(gitDir, "HEAD")) ?? "git does not take it for a repository";
}
function damageOfHead(head) {
	if (!isThere(head)) return "it has no HEAD";
	try {
		const text = readFileSync(head, "latin1");
		if (text.trim() === "") return "its HEAD is empty";
		return /^(?:ref:\s*refs\/|[0-9a-f]{40})/.test(text) ? null : "its HEAD names neither a branch nor a commit";
	} catch {
		return "its HEAD may not be read";
	}
}
function mayBeEntered$1(folder) {
	try {
		accessSync(folder, constants$1.X_OK);
		return true;
	} catch {
		return false;
	}
}
function isThere(path) {
	try {
		lstatSync(path);
		return true;
	} catch {
		return false;
	}
}
function statOf(path) {
	try {
		return statSync(path, { throwIfNoEntry: false });
	} catch {
		return;
	}
}
// src/git/repository.ts
async function discoverRepository(path, options = {}) {
	const place = {
		cwd: await startingFolder(path),
		indexFile: options.indexFile ?? null
	};
	const [facts, promisor, head] = await Promise.all([
		askFacts(place, options),
		hasPromisorRemote(place, options),
		askHead(place, options)
	]);
	if (facts === null) return null;
	return {
		...facts,
		cwd: facts.workTree ?? facts.gitDir,
		indexFile: place.indexFile,
		partialClone: promisor || await hasPromisorPack(facts.commonDir),
		head
	};
}
async function startingFolder(path) {
	let folder = (await stat(path)).isDirectory() ? path : dirname(path);
	while (folder !== dirname(folder) && !await mayBeEntered(folder)) folder = dirname(folder);
	return folder;
}
async function mayBeEntered(folder) {
	try {
		await access(folder, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
async function askFacts(place, options) {
	const args = [
		"rev-parse",
		"--is-bare-repository",
		"--is-inside-work-tree",
		"--is-shallow-repository",
		"--show-object-format",
		"--path-format=absolute",
		"--git-dir",
		"--git-common-dir",
		"--show-toplevel"
	];
	const { stdout, exit } = await answer(place, args, options);
	if (isNoRepository(exit)) return null;
	if (isBrokenLink(exit)) throw brokenLink(place);
	const [bare, inWorkTree, shallow, format, ...paths] = lines(stdout);
	if (format === void 0) throw gitFailure(place, args, exit);
	const hasWorkTree = inWorkTree === "true";
	if (hasWorkTree) expectSuccess(place, args, exit);
	const [gitDir, commonDir, workTree] = paths.length === (hasWorkTree ? 3 : 2) ? paths : await askPathsOneByOne(place, hasWorkTree, options);
	if (gitDir === void 0 || commonDir === void 0) throw gitFailure(place, args, exit);
	return {
		workTree: hasWorkTree ? workTree ?? null : null,
		gitDir,
		commonDir,
		bare: bare === "true",
		shallow: shallow === "true",
		objectFormat: format === "sha256" ? "sha256" : "sha1"
	};
}
async function askPathsOneByOne(place, hasWorkTree, options) {
	const questions = [
		"--git-dir",
		"--git-common-dir",
		...hasWorkTree ? ["--show-toplevel"] : []
	];
	return Promise.all(questions.map(async (question) => {
		const args = [
			"rev-parse",
			"--path-format=absolute",
			question
		];
		const { stdout, exit } = await answer(place, args, options);
		expectSuccess(place, args, exit);
		return stdout.replace(/\n$/, "");
	}));
}
async function askHead(place, options) {
	const { stdout } = await answer(place, [
		"rev-parse",
		"--quiet",
		"--verify",
		"--end-of-options",
		"HEAD"
	], options);
	return parseObjectId(stdout.trim());
}
async function hasPromisorRemote(place, options) {
	const { stdout } = await answer(place, [
		"config",
		"--local",
		"-z",
		"--get-regexp",
		"^(extensions\\.partialclone|remote\\..*\\.promisor)$"
	], options);
	return stdout.split("\0").some((entry) => entry !== "" && !/\n(?:false|no|off|0)$/i.test(entry));
}
async function hasPromisorPack(commonDir) {
	try {
		return (await readdir(join(commonDir, "objects", "pack"))).some((name) => name.endsWith(".promisor"));
	} catch {
		return false;
	}
}
async function answer(place, args, options) {
	const git = startGit(place, args, options);
	git.stdin.end();
	const chunks = [];
	for await (const chunk of git.stdout) chunks.push(chunk);
	return {
		exit: await git.exit,
		stdout: Buffer.concat(chunks).toString("utf8")
	};
}
function isNoRepository(exit) {
	return exit.code === 128 && /^fatal: not a git repository(?! *:)/m.test(exit.stderr);
}
function isBrokenLink(exit) {
	return exit.code === 128 && /^fatal: not a git repository: /m.test(exit.stderr);
}
function brokenLink(place) {
	const folder = escapeControls(place.cwd);
	return new UserError(`the .git file of ${folder} names a git folder that is not there: repair it (git worktree repair, git submodule update), or remove the file to scan without git`);
}
function lines(text) {
	return text.replace(/\n$/, "").split("\n");
}
// src/scan/roots.ts
async function findRoots(paths, options = {}) {
	if (options.target === "stdin") return [NOWHERE$1];
	const groups = new Map();
	for (const path of paths) {
		const place = await locate(path, options);
		const gaps = new Set();
		const repository = await discoverOrGap(place.folder, options, gaps);
		const folder = repository?.workTree ?? repository?.gitDir ?? await folderOf(place.folder);
		const group = groups.get(folder) ?? {
			repository,
			paths: [],
			past: [],
			gaps
		};
		groups.set(folder, group);
		for (const gap of gaps) group.gaps.add(gap);
		const inside = below(folder, join(place.folder, place.rest));
		if (repository !== null && (place.rest !== "" || repository.workTree === null && inside !== "")) {
			const { isKnownPath } = await import("./lib/git-known-path.js");
			if (await isKnownPath(repository, inside, options)) group.past.push(inside);
			else if (place.rest === "") group.paths.push(place.folder);
			else throw notThere(path, ", and no commit has one");
		} else if (place.rest !== "") throw notThere(path);
		else group.paths.push(place.folder);
		if (gaps.size > 0) continue;
		const damaged = findDamagedRepository(await startingFolder(place.folder), repository);
		if (damaged !== null) group.gaps.add(`${gitFolderName(folder, damaged.gitDir)}: ${damaged.reason}`);
	}
	return [...groups].map(([folder, { repository, paths: existing, past, gaps }]) => ({
		folder,
		prefix: "",
		repository,
		paths: existing,
		isInScope: scopeOf(folder, repository, existing, past),
		gaps: [...gaps]
	}));
}
async function discoverOrGap(path, options, gaps) {
	try {
		return await discoverRepository(path, {
			indexFile: options.indexFile ?? null,
			signal: options.signal
		});
	} catch (error) {
		options.signal?.throwIfAborted();
		if (!(error instanceof GitError)) throw error;
		gaps.add(reasonOf(error));
		return null;
	}
}
const NOWHERE$1 = {
	folder: "",
	prefix: "",
	repository: null,
	paths: [],
	isInScope: () => true,
	gaps: []
};
async function locate(path, { target = "auto" }) {
	const mayBePast = target !== "files";
	let rest = "";
	for (let absolute = resolve(path);; absolute = dirname(absolute)) try {
		return {
			folder: await realpath(absolute),
			rest
		};
	} catch (error) {
		const { code = "unknown error" } = error;
		if (code !== "ENOENT" && code !== "ENOTDIR") throw new UserError(`cannot open ${JSON.stringify(path)} (${code})`);
		if (!mayBePast) throw notThere(path);
		rest = join(basename(absolute), rest);
	}
}
function notThere(path, more = "") {
	return new UserError(`there is no file or folder ${JSON.stringify(path)}${more}`);
}
async function folderOf(path) {
	return (await stat(path)).isDirectory() ? path : dirname(path);
}
async function openNested(outer, path, options) {
	const folder = join(outer.folder, path);
	if (await realpath(folder).catch(() => null) !== folder) return null;
	try {
		const repository = await discoverRepository(folder, { signal: options.signal });
		if (repository?.workTree === folder) return {
			folder,
			prefix: `${outer.prefix}${path}/`,
			repository,
			paths: [folder],
			isInScope: () => true,
			gaps: []
		};
		const damaged = findDamagedRepository(folder, repository);
		return damaged === null ? null : { gap: `${gitFolderName(outer.folder, damaged.gitDir)}: ${damaged.reason}` };
	} catch (error) {
		options.signal?.throwIfAborted();
		if (!(error instanceof UserError || error instanceof GitError)) throw error;
		return { gap: `${path}: ${error.message}` };
	}
}
function gitFolderName(folder, gitDir) {
	const inside = below(folder, gitDir);
	return inside === "" || inside.startsWith("..") ? gitDir : inside;
}
function scopeOf(folder, repository, paths, past) {
	const inside = [...paths.map((path) => below(folder, path)), ...past];
	if (inside.includes("") || repository !== null && repository.workTree === null && paths.length > 0 || inside.some((path) => path.startsWith(".."))) return () => true;
	return (path) => path !== null && inside.some((each) => path === each || path.startsWith(`${each}/`));
}
function below(folder, path) {
	return relative(folder, path).split(sep).join("/");
}
// src/detect/repository-host.ts
function looksAtRepository(rule) {
	return rule.file.evidence.some(({ view }) => view === "host-repository");
}
function withRepositoryHost(finding, rule, host, path) {
	const item = rule.evidence.find(({ rule: each, match }) => each.view === "host-repository" && match.test(host));
	const paired = {
		...finding,
		endpoint: host
	};
	if (item === void 0 || finding.evidence.some(({ kind }) => kind === item.rule.kind)) return paired;
	const detail = item.rule.says.replace("{host}", printableName(host)).replace("{path}", printableName(path));
	const evidence = [...finding.evidence, {
		kind: item.rule.kind,
		weight: item.rule.weight,
		detail
	}];
	const confidence = finding.confidence === "proven" ? "proven" : confidenceOf(scoreOf(evidence), rule.file.thresholds) ?? finding.confidence;
	return {
		...paired,
		evidence,
		confidence
	};
}
// src/scan/repository-hosts.ts
const MOST_COMMITS$1 = 4;
const MOST_BYTES = 4194304;
const MOST_MENTIONS = 5e3;
async function findRepositoryHosts(root, places, suffixes, options) {
	const pattern = hostPattern(suffixes);
	if (pattern === null) return new Map();
	const search = async (place) => {
		const mentions = [];
		const take = (path, text) => {
			if (mentions.length >= MOST_MENTIONS) return;
			for (const { host, resource } of findHosts(text, pattern, 0)) if (resource !== "") mentions.push({
				host,
				path
			});
		};
		if (place === "files") await readFiles(root, suffixes, take, options);
		else await grep(root, place, suffixes, take, options);
		return [place, mentions];
	};
	return new Map(await Promise.all(withoutExcess(places).map(search)));
}
function withoutExcess(places) {
	const isCommit = (place) => place !== "files" && place !== "index";
	return [...places.filter((place) => !isCommit(place)), ...places.filter(isCommit).slice(0, MOST_COMMITS$1)];
}
async function grep({ repository }, place, suffixes, take, { signal }) {
	if (repository === null) return;
	const { grepFiles } = await import("./lib/git-grep.js");
	await grepFiles(repository, place, suffixes, take, {
		signal,
		maxBytes: MOST_BYTES
	});
}
async function readFiles({ folder, prefix, repository, paths }, suffixes, take, { include, exclude, gitignore = true, signal }) {
	const { fileSource } = await import("./lib/sources-files.js");
	const marks = suffixes.map((suffix) => Buffer.from(suffix));
	const emit = ({ origin, bytes, piece }) => {
		if (origin.kind !== "file" || piece.line !== 1 || bytes.length > MOST_BYTES) return;
		const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		if (marks.some((mark) => content.includes(mark))) take(origin.path, latin1$1(bytes, 0, bytes.length));
	};
	await fileSource({
		root: folder,
		repository: repository?.workTree == null ? null : repository,
		paths,
		include,
		exclude,
		prefix,
		gitignore,
		signal
	})(emit, new Coverage());
}
function hostPlaceOf({ sighting, traces }) {
	switch (sighting.origin.kind) {
		case "file": return "files";
		case "index": return "index";
		case "object": {
			const commit = traces.find((trace) => trace.path !== null)?.commit;
			return commit == null ? null : commit;
		}
		case "ref":
		case "stdin": return null;
	}
}
// src/scan/pair-endpoints.ts
async function pairEndpoints(root, sightings, engine, options) {
	const rules = new Map(engine.patterns.map(({ rule }) => [rule.file.family, rule]));
	const open = new Map();
	for (const placed of sightings) {
		const { endpoint, family } = placed.sighting.finding;
		const rule = rules.get(family);
		if (endpoint === null && rule !== void 0 && looksAtRepository(rule)) open.set(placed, rule);
	}
	if (open.size === 0) return [...sightings];
	const hosts = await findRepositoryHosts(root, byFrequency([...open.keys()].flatMap((placed) => hostPlaceOf(placed) ?? [])), [...new Set([...open.values()].flatMap(({ file }) => file.hosts))], options);
	return sightings.map((placed) => {
		const rule = open.get(placed);
		const place = hostPlaceOf(placed);
		return place === null || rule === void 0 ? placed : paired(placed, rule, hosts.get(place) ?? []);
	});
}
function paired(placed, rule, mentions) {
	const { sighting, traces } = placed;
	const mention = closest(traces.find((trace) => trace.path !== null)?.path ?? pathOf(sighting.origin) ?? "", ownHosts(rule, sighting.finding.rule, mentions));
	if (mention === null) return placed;
	const finding = withRepositoryHost(sighting.finding, rule, mention.host, mention.path);
	return {
		...placed,
		sighting: {
			...sighting,
			finding
		}
	};
}
function ownHosts(rule, id, mentions) {
	const ofFamily = mentions.filter(({ host }) => rule.file.hosts.some((suffix) => host.endsWith(suffix)));
	const service = rule.variants.find(({ variant }) => variant.id === id);
	const ofService = ofFamily.filter(({ host }) => service?.host?.test(host) ?? false);
	return service !== void 0 && service.host !== null && service !== rule.variants.at(-1) || ofService.length > 0 ? ofService : ofFamily;
}
function closest(path, mentions) {
	const distances = mentions.map((mention) => distanceBetween(path, mention.path));
	const least = Math.min(...distances);
	const nearest = mentions.filter((_, index) => distances[index] === least);
	return new Set(nearest.map(({ host }) => host)).size === 1 ? nearest[0] ?? null : null;
}
function distanceBetween(one, other) {
	const [a, b] = [one.split("/").slice(0, -1), other.split("/").slice(0, -1)];
	let shared = 0;
	while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
	return a.length + b.length - 2 * shared;
}
function byFrequency(places) {
	const counts = new Map();
	for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a).map(([place]) => place);
}
// src/scan/root-memory.ts
async function openMemory({ repository }, { target = "auto", cache = false, allObjects = false, log }, rulesKey) {
	if (repository === null || cache === false || allObjects || !(target === "auto" || target === "history")) return null;
	const { HistoryCache } = await import("./lib/cache-history-cache.js");
	return HistoryCache.open(repository, cache, rulesKey, log);
}
// src/scan/sources.ts
async function sourcesOf(root, options, rules, onRepository) {
	const modes = modesOf(options.target ?? "auto", root);
	let screen = null;
	const screenOf = () => {
		screen ??= makeScreen(rules);
		return screen;
	};
	const wanted = {
		options,
		rules,
		screenOf,
		onRepository,
		isAlone: modes.length === 1
	};
	return Promise.all(modes.map(async (mode) => ({
		mode,
		source: await sourceOf(mode, root, wanted)
	})));
}
function modesOf(target, root) {
	const { repository } = root;
	switch (target) {
		case "stdin": return ["stdin"];
		case "files": return ["files"];
		case "staged": return ["index"];
		case "history": return ["history"];
		case "range": return ["range"];
		case "auto":
			if (repository === null) return ["files"];
			if (repository.workTree === null) return ["history"];
			return root.paths.length === 0 ? ["index", "history"] : [
				"files",
				"index",
				"history"
			];
	}
}
async function makeScreen(rules) {
	const { createScreen } = await import("./lib/screen.js").then((n) => n.n);
	return createScreen(rules, await compilerForOwn(rules));
}
async function sourceOf(mode, root, { options, rules, screenOf, onRepository, isAlone }) {
	const { include, exclude, signal, onProgress } = options;
	const common = {
		include,
		exclude,
		prefix: root.prefix,
		signal,
		onProgress
	};
	switch (mode) {
		case "stdin": {
			const { stdinSource } = await import("./lib/sources-stdin.js");
			if (!options.input) throw new UserError("nothing to read: --stdin needs input on standard input");
			return stdinSource(options.input, { signal });
		}
		case "files": {
			const { fileSource } = await import("./lib/sources-files.js");
			const { folder, repository, paths } = root;
			return fileSource({
				...common,
				root: folder,
				repository: repository?.workTree == null ? null : repository,
				paths,
				gitignore: options.gitignore ?? true,
				jobs: options.jobs,
				onRepository,
				screen: await screenOf()
			});
		}
		case "index": {
			const { indexSource } = await import("./lib/sources-index-source.js");
			const repository = repositoryOf(root, "--staged");
			if (options.target === "staged") {
				const changes = await stagedChanges(repository, signal);
				const entries = changes === null ? {} : { entries: changes };
				return indexSource({
					...common,
					...entries,
					repository,
					screen: await screenOf()
				});
			}
			const committed = await listHeadBlobs(repository, { signal });
			return indexSource({
				...common,
				repository,
				isAlone,
				skip: (oid) => committed.has(oid)
			});
		}
		case "range": {
			const { rangeSource } = await import("./lib/sources-range.js");
			const range = options.range ?? {
				kind: "commits",
				names: []
			};
			return rangeSource({
				repository: repositoryOf(root, "--range"),
				range,
				screen: await screenOf(),
				signal,
				onProgress
			});
		}
		case "history": {
			const { historySource } = await import("./lib/sources-history.js");
			const repository = repositoryOf(root, "--history");
			const allObjects = options.allObjects ?? false;
			const { packWorkers } = await import("./lib/scan-pack-workers.js");
			const history = historySource({
				repository,
				allObjects,
				screen: await screenOf(),
				startWorkers: packWorkers(rules, options.jobs),
				memory: root.memory ?? void 0,
				signal,
				onProgress
			});
			return isAlone ? withRepositories(history, root, onRepository, signal) : history;
		}
	}
}
async function stagedChanges(repository, signal) {
	const { listStagedChanges } = await import("./lib/git-staged-changes.js");
	try {
		return await listStagedChanges(repository, { signal });
	} catch (error) {
		signal?.throwIfAborted();
		if (!(error instanceof GitError)) throw error;
		return null;
	}
}
function withRepositories(history, { folder, repository, paths }, onRepository, signal) {
	if (repository === null || repository.workTree === null || paths.length === 0) return history;
	return async (emit, coverage) => {
		const { listFiles } = await import("./lib/sources-file-list.js");
		await listFiles({
			root: folder,
			repository,
			paths,
			signal,
			onRepository
		}, new Coverage());
		await history(emit, coverage);
	};
}
function repositoryOf(root, option) {
	if (root.repository) return root.repository;
	const [gap] = root.gaps;
	if (gap !== void 0) throw new UserError(`${option} needs a git repository that git can read; ${gap}`);
	throw new UserError(`${option} needs a git repository, and ${JSON.stringify(root.folder)} is in none`);
}
// src/scan/standing.ts
async function withoutStanding(repository, credentials, engine, signal) {
	const previous = new Set(credentials.flatMap(({ sightings }) => sightings.flatMap(previousOf)));
	if (repository === null || previous.size === 0) return {
		added: credentials,
		standing: []
	};
	const held = await credentialsIn(repository, [...previous], engine, signal);
	const added = [];
	const standing = [];
	for (const { fingerprint, sightings } of credentials) {
		const left = sightings.filter((sighting) => !previousOf(sighting).some((oid) => held.get(fingerprint)?.has(oid)));
		if (left.length > 0) added.push({
			fingerprint,
			sightings: left
		});
		else standing.push({
			fingerprint,
			sightings
		});
	}
	return {
		added,
		standing
	};
}
function previousOf({ origin }) {
	return origin.kind === "index" ? origin.previous ?? [] : [];
}
async function credentialsIn(repository, blobs, engine, signal) {
	const collector = new Collector(engine);
	const windower = new Windower(collector.scan);
	await readObjects(repository, [blobs.map((oid) => ({ oid }))], {
		begin: ({ oid }, { size }) => windower.begin([{
			kind: "object",
			type: "blob",
			oid,
			path: null
		}], size),
		part: (bytes) => windower.push(bytes),
		end: () => windower.end(),
		missing: () => {},
		corrupt: () => {}
	}, { signal });
	return new Map(collector.credentials().map(({ fingerprint, sightings }) => [fingerprint, new Set(sightings.flatMap(blobOf))]));
}
function blobOf({ origin }) {
	return origin.kind === "object" ? [origin.oid] : [];
}
// src/scan/with-prefix.ts
function withPrefix(sightings, prefix) {
	if (prefix === "") return sightings;
	const inside = (path) => path === null ? null : prefix + path;
	return sightings.map((placed) => {
		const { origin } = placed.sighting;
		const moved = moveInside(origin, prefix);
		const traces = placed.traces.map((trace) => ({
			...trace,
			path: inside(trace.path)
		}));
		return {
			...placed,
			sighting: {
				...placed.sighting,
				origin: moved
			},
			traces
		};
	});
}
function moveInside(origin, prefix) {
	switch (origin.kind) {
		case "file":
		case "index": return {
			...origin,
			path: prefix + origin.path
		};
		case "object": return {
			...origin,
			path: origin.path === null ? null : prefix + origin.path
		};
		case "ref":
		case "stdin": return origin;
	}
}
// src/scan/scan-root.ts
async function scanRoot(given, { options, rules, rulesKey, engine, isReported, emitting }, histories, total) {
	const { unpack } = await import("./lib/decode-archive.js");
	const coverage = new Coverage();
	const memory = await openMemory(given, options, rulesKey);
	const root = {
		...given,
		memory
	};
	for (const gap of root.gaps) coverage.skip("unreadable", gap);
	const collector = new Collector(engine, isReported, unpack, (path) => coverage.skip("archive", path));
	const inside = new Set();
	const sources = await sourcesOf(root, options, rules, (path) => inside.add(path));
	const modes = [];
	for (const { mode, source } of sources) {
		if (mode === "history" && !isNew(root, histories)) continue;
		options.log?.debug(`scanning ${mode} of ${JSON.stringify(root.folder)}`);
		modes.push(mode);
		await orGap(() => source(emitting(collector.scan), coverage), coverage, options);
	}
	const seen = collector.credentials();
	const { added, standing } = await withoutStanding(root.repository, seen, engine, options.signal);
	const { names, others } = splitNames(added);
	const traced = await traceSightings(root, others, options, coverage);
	if (names.length > 0) {
		const { traceNames } = await import("./lib/scan-name-traces.js");
		traced.push(...await traceNames(root, names, options, coverage));
	}
	const paired = await pairEndpoints(root, traced, engine, options);
	await memory?.store(seen);
	const nested = [];
	for (const path of inside) {
		const opened = await openNested(root, path, options);
		if (opened === null) continue;
		if ("gap" in opened) coverage.skip("unreadable", opened.gap);
		else nested.push(opened);
	}
	total.add(coverage, root.prefix);
	return {
		sightings: withPrefix(paired, root.prefix),
		standing,
		modes,
		nested
	};
}
function isNew({ repository, isInScope }, histories) {
	if (repository === null || !isInScope(null)) return true;
	const isFirst = !histories.has(repository.commonDir);
	histories.add(repository.commonDir);
	return isFirst;
}
async function orGap(run, coverage, options) {
	try {
		await run();
	} catch (error) {
		options.signal?.throwIfAborted();
		if (!(error instanceof GitError)) throw error;
		coverage.skip("unreadable", reasonOf(error));
	}
}
// src/scan/footholds.ts
const MOST_NAMES = 20;
const MOST_COMMITS = 10;
function footholdsOf(root, fingerprint, sightings, stories, options) {
	const traces = sightings.flatMap((sighting) => sighting.traces);
	const inHistory = [...new Set(traces.flatMap(({ origin }) => origin?.history ?? []))].flatMap((history) => {
		const story = stories.get(history);
		return story === void 0 ? [] : historyFootholds(story, fingerprint);
	});
	const isUnknown = traces.some(({ isCertain }) => !isCertain);
	const isForgotten = traces.some(({ origin, exposure }) => origin === void 0 && exposure === "unreachable");
	return {
		folder: isWhereTheReaderIs(root, options) ? null : root.folder,
		isBare: root.repository?.bare ?? false,
		isUnborn: root.repository?.head == null,
		isInHead: traces.some(({ inHead, path }) => inHead === true && path !== null),
		footholds: [
			...stagedFootholds(sightings, root.prefix ?? ""),
			...inHistory,
			...sightings.some(isInName) ? [{ kind: "name" }] : [],
			...isForgotten ? [NOWHERE] : [],
			...isUnknown ? [{ kind: "unknown" }] : []
		]
	};
}
function isInName({ sighting: { origin } }) {
	return origin.kind === "ref" || origin.kind === "object" && origin.isName === true;
}
const NOWHERE = {
	kind: "forgotten",
	entries: [],
	pseudoRefs: [],
	reflogs: []
};
function isWhereTheReaderIs({ folder, paths }, options) {
	const asked = options.paths ?? [];
	return (asked.length === 0 || asked.length === 1 && asked[0] === ".") && paths.includes(folder);
}
function stagedFootholds(sightings, prefix) {
	const paths = new Map();
	const add = (worktree, path) => {
		if (path === null) return;
		const own = path.startsWith(prefix) ? path.slice(prefix.length) : path;
		paths.set(worktree, (paths.get(worktree) ?? new Set()).add(own));
	};
	for (const { sighting, traces } of sightings) {
		if (sighting.origin.kind === "index") add(null, sighting.origin.path);
		for (const trace of traces) if (trace.exposure === "staged") add(trace.worktree ?? null, trace.path);
	}
	return [...paths].map(([worktree, all]) => ({
		kind: "staged",
		worktree,
		paths: [...all].sort()
	}));
}
function historyFootholds(story, fingerprint) {
	const { history } = story;
	const own = story.placed.filter((each) => each.fingerprint === fingerprint && !each.isName);
	const groups = new Map();
	for (const each of own) {
		const kind = kindOf(each, story);
		groups.set(kind, [...groups.get(kind) ?? [], each]);
	}
	const group = (kind) => groups.get(kind) ?? [];
	const commits = group("commits");
	return [
		...commits.length > 0 ? [commitFoothold(history, commits)] : [],
		...tagFootholds("tag-message", group("tag-message")),
		...tagFootholds("tagged", group("tagged")),
		...noteFootholds(story, group("note")),
		...stashFootholds("stash", story, group("stash")),
		...stashFootholds("stash-base", story, group("stash-base")),
		...forgottenFootholds(story, group("forgotten"))
	];
}
function kindOf({ type, origin, trace }, story) {
	const { introducedBy, refs: direct } = origin.trace;
	if (!trace.isCertain) return "unknown";
	if (introducedBy.length === 0 && direct.length > 0) return type === "tag" ? "tag-message" : "tagged";
	const { refs } = story.holdersOf(trace);
	if (refs.length === 0) return "forgotten";
	const kinds = new Set(refs.map(({ kind }) => kind));
	if (kinds.size > 1 || !(kinds.has("note") || kinds.has("stash"))) return "commits";
	if (kinds.has("note")) return "note";
	const stashed = new Set(story.history.refs.filter(isStash).flatMap((ref) => story.history.stashCommits(ref)));
	return introducedBy.every((place) => stashed.has(place)) ? "stash" : "stash-base";
}
function isStash({ kind }) {
	return kind === "stash";
}
function commitFoothold(history, placed) {
	const set = introducedBy(placed);
	const [{ refs, count } = {
		refs: [],
		count: 0
	}] = history.holdersOf([set], Number.POSITIVE_INFINITY);
	const ofKind = (kind) => refs.filter((ref) => ref.kind === kind);
	const branches = ofKind("branch");
	const isAlone = refs.every(({ kind, isCurrentBranch }) => kind === "branch" && isCurrentBranch || kind === "head");
	const id = (place) => history.graph.idAt(place);
	return {
		kind: "commits",
		isPushed: refs.some(({ remote }) => remote !== null) || placed.some(({ trace }) => trace.exposure === "pushed"),
		inContents: placed.some(({ type }) => type === "blob"),
		inMessages: placed.some(({ type }) => type === "commit"),
		headPaths: [...new Set(placed.flatMap(({ trace, origin }) => trace.inHead === true ? origin.trace.path ?? [] : []))].sort(),
		isLastCommit: count === 1 && isAlone && set.length === 1 && set[0] === history.head,
		introducedBy: set.slice(0, MOST_COMMITS).map(id),
		bases: history.basesOf(set).slice(0, MOST_NAMES).map(id),
		branches: namesOf(branches),
		tags: namesOf(ofKind("tag")),
		isDetached: branches.length === 0 && ofKind("head").length > 0,
		stashes: ofKind("stash").map(({ name }) => shortStash(name)),
		remotes: remoteFootholds(history, refs)
	};
}
function introducedBy(placed) {
	return [...new Set(placed.flatMap(({ origin }) => origin.trace.introducedBy))];
}
function namesOf(refs) {
	return refs.length > MOST_NAMES ? null : refs.map(({ name }) => name);
}
function remoteFootholds(history, refs) {
	const local = new Set(history.refs.filter(({ kind }) => kind === "branch").map(({ name }) => name));
	const remotes = new Map();
	for (const ref of refs) {
		if (ref.remote === null) continue;
		const own = remotes.get(ref.remote) ?? [];
		remotes.set(ref.remote, own);
		own.push(ref);
	}
	return [...remotes].map(([remote, own]) => ({
		name: remote === "?" ? null : remote,
		branches: own.flatMap(({ name, target }) => {
			const branch = branchAt(remote, name);
			return branch === null ? [] : [{
				name: branch,
				tip: target,
				isLocal: local.has(`refs/heads/${branch}`)
			}];
		}),
		hasReviews: own.some(({ kind }) => kind === "pull-request" || kind === "fetched")
	}));
}
function branchAt(remote, name) {
	for (const prefix of [`refs/remotes/${remote}/`, "refs/heads/"]) if (name.startsWith(prefix) && name !== `${prefix}HEAD`) return name.slice(prefix.length);
	return null;
}
function tagFootholds(kind, placed) {
	const refs = placed.flatMap(({ origin }) => origin.trace.refs);
	if (refs.length === 0) return [];
	const remote = refs.find((ref) => ref.remote !== null)?.remote ?? null;
	return [{
		kind,
		refs: [...new Set(refs.map(({ name }) => name))],
		remote
	}];
}
function noteFootholds({ history }, placed) {
	if (placed.length === 0) return [];
	const [{ refs } = { refs: [] }] = history.holdersOf([introducedBy(placed)], MOST_NAMES);
	return [{
		kind: "note",
		refs: refs.map(({ name }) => name),
		isPushed: refs.some(({ remote }) => remote !== null)
	}];
}
function stashFootholds(kind, { history }, placed) {
	if (placed.length === 0) return [];
	const [{ refs } = { refs: [] }] = history.holdersOf([introducedBy(placed)], Number.POSITIVE_INFINITY);
	return [{
		kind,
		stashes: refs.map(({ name }) => shortStash(name)).reverse()
	}];
}
function shortStash(name) {
	return name.replace(/^refs\//, "");
}
function forgottenFootholds(story, placed) {
	if (placed.length === 0) return [];
	const names = [...new Set(placed.flatMap(({ trace }) => story.forgottenBy(trace).map(({ name }) => name)))];
	const entries = names.filter((name) => name.endsWith("}"));
	return [{
		kind: "forgotten",
		entries: entries.length > MOST_NAMES ? null : lastFirst(entries),
		pseudoRefs: names.filter((name) => !name.endsWith("}")),
		reflogs: [...new Set(entries.map((name) => name.replace(/@\{\d+\}$/, "")))]
	}];
}
function lastFirst(entries) {
	return entries.map((name) => {
		const [, log = name, number = "0"] = /^(.*)@\{(\d+)\}$/s.exec(name) ?? [];
		return {
			name,
			log,
			number: Number(number)
		};
	}).sort((a, b) => a.log === b.log ? b.number - a.number : a.log < b.log ? -1 : 1).map(({ name }) => name);
}
// src/git/commit-details.ts
async function readCommitDetails(repository, graph, places, options = {}) {
	const details = new Map();
	const wanted = [...new Set(places)].filter((place) => !graph.isMissing(place));
	if (wanted.length === 0) return details;
	const args = [
		"log",
		"--no-walk=unsorted",
		...RAW_LOG_FORMAT,
		"--no-patch",
		"--stdin",
		"--end-of-options"
	];
	const git = startGit(repository, args, options);
	git.stdin.end(wanted.map((place) => `${graph.idAt(place)}\n`).join(""));
	const parser = new RawLogParser({
		commit: (commit) => {
			const place = graph.find(commit.oid);
			if (place !== null) details.set(place, commit);
		},
		change: () => {}
	});
	await splitStream(git.stdout, 0, (part) => parser.push(part));
	await git.exit;
	return details;
}
// src/git/head-line.ts
const MOST_PATH_BYTES = 16e3;
async function listRemovals(repository, contents, paths, options = {}) {
	if (repository.head === null || contents.size === 0) return [];
	const args = [
		"log",
		...[
			...RAW_LOG_FORMAT,
			"--first-parent",
			"--diff-merges=first-parent"
		],
		"--end-of-options",
		repository.head,
		"--",
		...limitTo(paths)
	];
	const git = startGit(repository, args, options);
	git.stdin.end();
	const removals = [];
	let current = null;
	const parser = new RawLogParser({
		commit: (commit) => {
			current = commit;
		},
		change(after, pathBytes, before) {
			const [old = ""] = before;
			if (current === null || after === old || !contents.has(old)) return;
			removals.push({
				commit: current,
				path: decodePath(pathBytes),
				before: old,
				after
			});
		}
	});
	await splitStream(git.stdout, 0, (part) => parser.push(part));
	await git.exit;
	return removals;
}
function limitTo(paths) {
	const bytes = [...paths].reduce((sum, path) => sum + Buffer.byteLength(path) + 1, 0);
	const isText = [...paths].every((path) => !/\\x[0-9a-f]{2}/.test(path));
	return bytes <= MOST_PATH_BYTES && isText ? [...paths] : [];
}
async function holdingsOf(repository, history, placed, options) {
	const sets = placed.map(({ origin }) => origin.trace.introducedBy);
	const holders = history.holdersOf(sets, 5).map((held, index) => {
		const direct = placed[index]?.origin.trace.refs ?? [];
		return {
			refs: [...held.refs, ...direct.slice(0, 5)],
			count: held.count + direct.length
		};
	});
	const entries = placed.filter((_, index) => holders[index]?.count === 0).length === 0 ? [] : [...await listReflogEntries(repository, options), ...await readPseudoRefs(repository)];
	return new Map(placed.map(({ trace, origin }, index) => {
		const held = holders[index] ?? {
			refs: [],
			count: 0
		};
		return [trace, {
			holders: held,
			forgotten: held.count > 0 ? [] : entriesFrom(history, entries, origin.trace.introducedBy)
		}];
	}));
}
function entriesFrom(history, entries, set) {
	if (entries.length === 0) return [];
	const marks = history.graph.spread([set]);
	return entries.filter(({ target }) => {
		const place = history.graph.find(target);
		return place !== null && marks[place] === 1;
	});
}
// src/scan/moves.ts
function movesIn(history, own) {
	const left = new Map();
	for (const { trace, origin } of own) {
		if (trace.path === null) continue;
		for (const place of origin.trace.removedBy) left.set(place, trace.path);
	}
	const moves = new Map();
	for (const { trace, origin } of own) for (const place of origin.trace.introducedBy) {
		const from = left.get(place);
		if (from === void 0 || trace.path === null || from === trace.path) continue;
		moves.set(place, {
			place,
			from,
			to: trace.path
		});
	}
	return [...moves.values()].sort((a, b) => history.graph.isOlder(a.place, b.place) ? -1 : 1);
}
// src/scan/repository-story.ts
const MOST_RENAMES = 5;
var RepositoryStory = class RepositoryStory {
	history;
	placed;
	#sources;
	static async tell(history, placed, { signal }) {
		const repository = placed[0]?.origin.repository;
		if (repository === void 0) throw new Error("a story of nothing");
		const tags = placed.flatMap(({ type, origin }) => type === "tag" ? [origin.oid] : []);
		const [details, removals, shallow, holdings, taggers] = await Promise.all([
			readCommitDetails(repository, history.graph, commitsToName(history, placed), { signal }),
			removalsOf(repository, history, placed, { signal }),
			readShallowCommits(repository),
			holdingsOf(repository, history, placed, { signal }),
			readTaggers(repository, [...new Set(tags)], { signal })
		]);
		return new RepositoryStory(history, placed, {
			holdings,
			details,
			removals,
			shallow,
			taggers
		});
	}
	constructor(history, placed, sources) {
		this.history = history;
		this.placed = placed;
		this.#sources = sources;
	}
	holdersOf(trace) {
		return this.#sources.holdings.get(trace)?.holders ?? {
			refs: [],
			count: 0
		};
	}
	forgottenBy(trace) {
		return this.#sources.holdings.get(trace)?.forgotten ?? [];
	}
	detailsOf(trace) {
		const place = trace.commit === null ? null : this.history.graph.find(trace.commit);
		const { refs, count } = this.holdersOf(trace);
		const names = refs.length > 0 ? refs.map(({ name }) => name) : this.forgottenBy(trace).map(({ name }) => name);
		const shown = names.slice(0, 5);
		const tagger = trace.origin === void 0 ? void 0 : this.#sources.taggers.get(trace.origin.oid);
		return {
			tagged: tagger?.commit ?? null,
			...tagger === void 0 ? this.#authorship(place) : authorshipOf(tagger),
			refs: shown,
			moreRefs: Math.max(count, names.length) - shown.length,
			isNote: refs.length > 0 && refs.every(({ kind }) => kind === "note")
		};
	}
	provenanceOf(fingerprint) {
		const own = this.placed.filter((each) => each.fingerprint === fingerprint);
		const set = [...new Set(own.flatMap(({ origin }) => origin.trace.introducedBy))];
		const direct = own.flatMap(({ origin }) => origin.trace.refs);
		const [held = {
			refs: [],
			count: 0
		}] = this.history.holdersOf([set], Number.POSITIVE_INFINITY);
		const refs = [...new Set([...held.refs, ...direct])];
		const forgotten = own.flatMap(({ trace }) => this.forgottenBy(trace).map(({ name }) => name));
		const names = refs.length > 0 ? refs.map(({ name }) => name) : [...new Set(forgotten)];
		return {
			complete: own.every(({ trace }) => trace.isCertain),
			first: this.#firstOf(own),
			renames: this.#renamesOf(own),
			inHead: inHeadOf(own),
			removed: this.#removedOf(own),
			refs: names.slice(0, 10),
			moreRefs: Math.max(0, names.length - 10),
			remotes: remotesOf(refs)
		};
	}
	#firstOf(own) {
		const place = this.history.oldest(own.flatMap(({ origin }) => origin.trace.introducedBy));
		if (place === null) return null;
		const from = own.find(({ origin }) => origin.trace.introducedBy.includes(place));
		const commit = this.history.graph.idAt(place);
		const orEarlier = this.#sources.shallow.has(commit) || !this.history.isComplete;
		return {
			commit,
			...this.#authorship(place),
			path: from?.trace.path ?? null,
			orEarlier
		};
	}
	#renamesOf(own) {
		return movesIn(this.history, own).slice(0, MOST_RENAMES).map(({ place, from, to }) => ({
			commit: this.history.graph.idAt(place),
			...this.#authorship(place),
			from,
			to
		}));
	}
	#removedOf(own) {
		if (inHeadOf(own) !== false) return null;
		const places = new Set(own.map(({ origin }) => `${origin.oid} ${origin.trace.path}`));
		const removal = this.#sources.removals.find(({ before, path }) => places.has(`${before} ${path}`));
		if (removal === void 0) return null;
		const { oid, authorName, authorEmail, date } = removal.commit;
		return {
			commit: oid,
			author: `${authorName} <${authorEmail}>`,
			date
		};
	}
	#authorship(place) {
		const commit = place === null ? void 0 : this.#sources.details.get(place);
		if (commit === void 0) return {
			author: null,
			date: null
		};
		return {
			author: `${commit.authorName} <${commit.authorEmail}>`,
			date: commit.date
		};
	}
};
function authorshipOf({ name, email, date }) {
	return {
		author: name === null ? null : `${name} <${email ?? ""}>`,
		date
	};
}
function inHeadOf(own) {
	const contents = own.filter(({ type }) => type === "blob");
	const answers = (contents.length > 0 ? contents : own).map(({ trace }) => trace.inHead);
	if (answers.includes(true)) return true;
	return answers.length > 0 && answers.every((answer) => answer === false) ? false : null;
}
function commitsToName(history, placed) {
	const own = new Map();
	for (const each of placed) {
		const group = own.get(each.fingerprint) ?? [];
		own.set(each.fingerprint, group);
		group.push(each);
	}
	const places = placed.map(({ trace }) => trace.commit === null ? null : history.graph.find(trace.commit));
	for (const group of own.values()) {
		places.push(history.oldest(group.flatMap(({ origin }) => origin.trace.introducedBy)));
		for (const { place } of movesIn(history, group).slice(0, MOST_RENAMES)) places.push(place);
	}
	return places.filter((place) => place !== null);
}
async function removalsOf(repository, history, placed, options) {
	const gone = placed.filter(({ type, trace, origin }) => type === "blob" && trace.inHead === false && origin.trace.introducedBy.some((place) => history.isInHead(place)));
	return listRemovals(repository, new Set(gone.map(({ origin }) => origin.oid)), new Set(gone.flatMap(({ origin }) => origin.trace.path ?? [])), options);
}
function remotesOf(refs) {
	const remotes = new Map();
	for (const { name, remote } of refs) {
		if (remote === null) continue;
		const names = remotes.get(remote) ?? [];
		remotes.set(remote, names);
		names.push(name);
	}
	return [...remotes].map(([name, names]) => ({
		name: name === "?" ? null : name,
		refs: names.slice(0, 5),
		moreRefs: Math.max(0, names.length - 5)
	}));
}
// src/scan/stories.ts
async function tellStories(sightings, options) {
	const traces = new Map();
	const provenances = new Map();
	const stories = new Map();
	for (const [history, placed] of byHistory(sightings)) {
		const story = await RepositoryStory.tell(history, placed, options);
		stories.set(history, story);
		for (const { trace } of placed) traces.set(trace, story.detailsOf(trace));
		for (const fingerprint of new Set(placed.map((each) => each.fingerprint))) if (!provenances.has(fingerprint)) provenances.set(fingerprint, story.provenanceOf(fingerprint));
	}
	return {
		traces,
		provenances,
		footholds: footholdsByCredential(sightings, stories, options)
	};
}
function byHistory(sightings) {
	const histories = new Map();
	for (const { fingerprint, sighting, traces } of sightings) {
		if (sighting.origin.kind !== "object") continue;
		for (const trace of traces) {
			if (trace.origin === void 0) continue;
			const { history } = trace.origin;
			const placed = histories.get(history) ?? [];
			histories.set(history, placed);
			const { type, isName = false } = sighting.origin;
			placed.push({
				fingerprint,
				type: type === "commit" || type === "tag" ? type : "blob",
				isName,
				trace,
				origin: trace.origin
			});
		}
	}
	return histories;
}
function footholdsByCredential(sightings, stories, options) {
	const groups = new Map();
	for (const sighting of sightings) {
		const { root } = sighting;
		if (root?.repository == null) continue;
		const roots = groups.get(sighting.fingerprint) ?? new Map();
		groups.set(sighting.fingerprint, roots);
		const group = roots.get(root) ?? [];
		roots.set(root, group);
		group.push(sighting);
	}
	return new Map([...groups].map(([fingerprint, roots]) => [fingerprint, [...roots].map(([root, group]) => footholdsOf(root, fingerprint, group, stories, options))]));
}
// src/scan.ts
function scan(options = {}) {
	return observedScan(options, null);
}
async function observedScan(given, observer) {
	checkOptions(given);
	const available = configuredRules(builtinRules(), given.config);
	const settings = settle(given, given.config);
	const minConfidence = settings.minConfidence.value;
	const options = {
		...given,
		include: settings.include.value,
		exclude: settings.exclude.value
	};
	const { rules, isReported } = selectRules(available, settings.rules.value, settings.disabledRules.value, settings.rulesets.value);
	const coverage = new Coverage();
	const modes = new Set();
	const engine = createEngine(rules, await compilerForOwn(rules));
	const search = {
		options,
		rules,
		rulesKey: JSON.stringify([
			configuredDigest(available, builtinRules(), rulesDigest),
			rules.map(({ family }) => family),
			settings.rules.value,
			settings.disabledRules.value
		]),
		isReported,
		...watched(engine, observer)
	};
	const sightings = [];
	const stood = [];
	const histories = new Set();
	const roots = await findRoots(options.paths?.length ? options.paths : ["."], options);
	for (const root of roots) {
		const found = await scanRoot(root, search, histories, coverage);
		for (const mode of found.modes) modes.add(mode);
		for (const sighting of found.sightings) sightings.push(sighting);
		stood.push(...found.standing);
		roots.push(...found.nested);
	}
	const { kept, ignored } = await applyAllowRules(sightings, options.config?.allow, minConfidence);
	const isShown = ({ sightings: all }) => all.some(({ finding }) => isAtLeast(finding.confidence, minConfidence));
	observer?.placed(sightings, kept, stood);
	const stories = await tellStories(kept, options);
	const skipped = coverage.skipped();
	const secrets = [...sightings.map(({ sighting }) => sighting.finding.secret), ...skipped.flatMap(({ examples }) => examples.flatMap((name) => secretsIn(engine, name)))];
	const redactText = options.showSecrets === true ? (text) => text : createTextRedactor(secrets);
	const credentials = groupCredentials(kept, rules, options.showSecrets ?? false, stories).map((each) => redactNames(each, redactText));
	const shown = credentials.filter((each) => isAtLeast(each.confidence, minConfidence));
	return {
		schemaVersion: 1,
		tool: {
			name: "keypetrel",
			version: TOOL_VERSION,
			rulesDigest: configuredDigest(available, builtinRules(), rulesDigest)
		},
		coverage: {
			complete: coverage.isComplete(),
			modes: [...modes],
			files: coverage.files,
			objects: coverage.objects,
			commits: coverage.commits,
			shallow: coverage.shallow,
			partialClone: coverage.partialClone,
			skipped: skipped.map((each) => ({
				...each,
				examples: each.examples.map(redactText)
			}))
		},
		credentials: shown,
		suppressed: {
			baseline: 0,
			inline: 0,
			ignored,
			belowThreshold: credentials.length - shown.length,
			standing: stood.filter(isShown).length
		}
	};
}
function secretsIn(engine, text) {
	return detect(engine, Buffer.from(text), "").map(({ secret }) => secret);
}
// src/detect/alternatives.ts
function foundEvidence({ considered }) {
	const counted = new Set(heaviestOfGroups(considered).values());
	return considered.flatMap(({ rule, evidence }) => evidence === null ? [] : [{
		rule,
		evidence,
		counts: counted.has(evidence)
	}]);
}
function alternatives(judgement) {
	const { dismissals, checksum } = judgement;
	if (dismissals.length > 0) return [{
		change: {
			kind: "without-dismissals",
			dismissals
		},
		confidence: confidenceOfVariant(judgement)
	}];
	if (checksum === "valid") return [{
		change: { kind: "without-checksum" },
		confidence: judgement.overruled.length > 0 ? null : confidenceWith(judgement, judgement.considered)
	}];
	const now = confidenceOfVariant(judgement);
	return judgement.considered.filter(({ rule }) => rule.view !== "host-repository" || canPair(judgement, rule)).map((item) => alternativeOf(judgement, item)).filter(({ confidence }) => confidence !== now);
}
function canPair({ finding, considered }, { kind, view }) {
	const others = considered.filter(({ rule }) => rule.kind === kind && rule.view !== view);
	return finding !== null && others.every(({ evidence }) => evidence === null);
}
function alternativeOf(judgement, item) {
	const { rule, evidence } = item;
	const contrary = evidence === null ? {
		rule,
		evidence: {
			kind: rule.kind,
			weight: rule.weight,
			detail: rule.says
		}
	} : {
		rule,
		evidence: null
	};
	const considered = judgement.considered.map((each) => each === item ? contrary : each);
	return {
		change: evidence === null ? {
			kind: "with-evidence",
			rule
		} : {
			kind: "without-evidence",
			rule,
			evidence
		},
		confidence: confidenceWith(judgement, considered)
	};
}
function confidenceWith(judgement, considered) {
	const own = judgement.own.filter(({ kind }) => kind !== "checksum");
	const sum = scoreOf(own) + scoreOf(heaviestOfGroups(considered).values());
	return judgement.variant === null ? null : confidenceOf(sum, judgement.pattern.rule.file.thresholds);
}
function confidenceOfVariant({ variant, confidence }) {
	return variant === null ? null : confidence;
}
function heaviestOfGroups(considered) {
	const heaviest = new Map();
	for (const { rule, evidence } of considered) if (evidence !== null && outweighs(rule, heaviest.get(rule.group))) heaviest.set(rule.group, evidence);
	return heaviest;
}
// src/rules/evidence-words.ts
function inGeneral(says) {
	return says.replace(/"?\{(\w+)\}"?/g, "<$1>");
}
// src/explain/explanation.ts
function explanationOf(judgement, places, outcome) {
	const { pattern, secret, checksum, dismissals, overruled, sum, confidence, variant } = judgement;
	const { file } = pattern.rule;
	return {
		fingerprint: fingerprintOf(file.family, secret),
		family: file.family,
		rule: variant?.id ?? file.family,
		title: variant?.title ?? file.title,
		service: variant?.service ?? file.title,
		pattern: pattern.pattern.id,
		redacted: redact(secret),
		length: secret.length,
		checksum,
		places,
		outcome,
		dismissals,
		overruled,
		evidence: explainedEvidence(judgement),
		sum,
		thresholds: file.thresholds,
		confidence,
		alternatives: alternatives(judgement).map(explainedAlternative)
	};
}
function explainedEvidence(judgement) {
	const found = foundEvidence(judgement).map(({ rule, evidence, counts }) => ({
		...evidence,
		view: rule.view,
		counts
	})).sort((a, b) => Number(b.counts) - Number(a.counts) || b.weight - a.weight);
	return [...judgement.own.map((evidence) => ({
		...evidence,
		view: null,
		counts: true
	})), ...found];
}
function explainedAlternative({ change, confidence }) {
	switch (change.kind) {
		case "with-evidence": return {
			change: {
				kind: change.kind,
				evidence: inWords(change.rule, inGeneral(change.rule.says))
			},
			confidence
		};
		case "without-evidence": return {
			change: {
				kind: change.kind,
				evidence: inWords(change.rule, change.evidence.detail)
			},
			confidence
		};
		case "without-dismissals": return {
			change: {
				kind: change.kind,
				details: change.dismissals.map(({ detail }) => detail)
			},
			confidence
		};
		case "without-checksum": return {
			change,
			confidence
		};
	}
}
function inWords({ kind, view, weight }, detail) {
	return {
		kind,
		view,
		weight,
		detail
	};
}
// src/explain/outcome.ts
function outcomeOf(judgement, circumstances) {
	const { dismissals, confidence, variant, sum, pattern } = judgement;
	const { minConfidence, isReported, isAllowed, winner } = circumstances;
	const { family, thresholds } = pattern.rule.file;
	const [dismissal] = dismissals;
	if (dismissal !== void 0) return {
		kind: "dismissed",
		detail: `no credential: it ${dismissal.detail}`
	};
	if (confidence === null || variant === null) return {
		kind: "too-little-evidence",
		detail: `no credential: ${`the evidence adds up to ${sum}, and low confidence needs ${thresholds.low}`}`
	};
	if (!isReported(family, variant.id)) return {
		kind: "rule-off",
		detail: `not reported: the rule ${variant.id} is turned off`
	};
	if (winner !== null) return {
		kind: "other-pattern",
		detail: `reported as ${winner}, which has a say before it`
	};
	if (isAllowed) return {
		kind: "ignored",
		detail: "not reported: the configuration allows it"
	};
	if (!isAtLeast(confidence, minConfidence)) return {
		kind: "below-threshold",
		detail: `not reported: only ${minConfidence} confidence and more is`
	};
	return {
		kind: "reported",
		detail: "reported"
	};
}
// src/explain/explain-fingerprint.ts
const SHORTEST_PREFIX = 8;
async function explainFingerprint(options, fingerprint) {
	const prefix = readFingerprint(fingerprint);
	const seen = [];
	let all = [];
	let kept = [];
	let redactText = (text) => text;
	let isStanding = () => false;
	const { coverage } = await observedScan(options, {
		judged(judgement, bytes, content) {
			const own = fingerprintOf(judgement.pattern.rule.file.family, judgement.secret);
			if (own.startsWith(prefix)) seen.push({
				judgement,
				fingerprint: own,
				place: placeIn(content, judgement, bytes)
			});
		},
		placed(found, left, standing) {
			redactText = createTextRedactor(found.map(({ sighting }) => sighting.finding.secret));
			isStanding = (own) => standing.some((each) => each.fingerprint === own);
			all = found.filter((each) => each.fingerprint.startsWith(prefix));
			kept = left.filter((each) => each.fingerprint.startsWith(prefix));
		}
	});
	const chosen = chooseFingerprint(fingerprint, all, seen);
	if (chosen === null) return {
		explanation: null,
		coverage
	};
	const isOf = (each) => each.fingerprint === chosen;
	const judgements = seen.filter(isOf);
	const sightings = all.filter(isOf);
	const explanation = sightings.length > 0 ? explainFound(sightings, kept.some(isOf), judgements, options) : explainUnplaced(judgements, isStanding(chosen), options);
	return {
		explanation: explanation && withRedactedNames(explanation, redactText),
		coverage
	};
}
function withRedactedNames(explanation, redactText) {
	return {
		...explanation,
		places: explanation.places.map((place) => ({
			...place,
			path: place.path === null ? null : redactText(place.path),
			refs: place.refs.map(redactText)
		})),
		evidence: explanation.evidence.map((item) => ({
			...item,
			detail: redactText(item.detail)
		}))
	};
}
function readFingerprint(text) {
	const [, hex] = /^(?:kp1:)?([0-9a-f]{1,40})$/i.exec(text) ?? [];
	if (hex !== void 0 && hex.length >= SHORTEST_PREFIX) return `kp1:${hex.toLowerCase()}`;
	throw new UserError(`"${text}" is no fingerprint: ${`a fingerprint is "kp1:" and 40 hex characters, of which the first ${SHORTEST_PREFIX} are enough`}`);
}
function chooseFingerprint(asked, found, seen) {
	const fingerprints = [...new Set((found.length > 0 ? found : seen).map((each) => each.fingerprint))];
	if (fingerprints.length <= 1) return fingerprints[0] ?? null;
	throw new UserError(`"${asked}" is the beginning of ${fingerprints.length} fingerprints: ${fingerprints.join(", ")}`);
}
function explainFound(sightings, isKept, judgements, options) {
	const sorted = [...sightings].sort((a, b) => strength(b.sighting.finding) - strength(a.sighting.finding));
	const strongest = sorted[0]?.sighting.finding;
	const judgement = strongest === void 0 ? void 0 : judgementOf(strongest, judgements);
	if (judgement === void 0) throw new Error("a finding that nobody judged");
	return explanationOf(judgement, sorted.flatMap((placed) => occurrencesOf(placed, NO_STORIES).map((occurrence) => placeOf(occurrence, placed.sighting.finding))), outcomeIn(judgement, options, !isKept));
}
function judgementOf(finding, judgements) {
	const seen = judgements.find(({ judgement }) => isPartOf(judgement.finding?.evidence, finding.evidence));
	if (seen === void 0) return void 0;
	const { judgement } = seen;
	const later = finding.evidence.slice(judgement.finding?.evidence.length ?? 0);
	if (later.length === 0) return judgement;
	const considered = judgement.considered.map((each) => {
		const evidence = later.find(({ kind }) => kind === each.rule.kind);
		return evidence !== void 0 && each.rule.view === "host-repository" ? {
			...each,
			evidence
		} : each;
	});
	const sum = later.reduce((total, { weight }) => total + weight, judgement.sum);
	return {
		...judgement,
		considered,
		sum,
		confidence: finding.confidence
	};
}
function isPartOf(part, whole) {
	return part?.every((each, index) => whole[index] === each) ?? false;
}
function explainUnplaced(judgements, isStanding, options) {
	const nearest = judgements.reduce((best, each) => isNearer(each.judgement, best.judgement) ? each : best);
	const places = [nearest, ...judgements.filter((each) => each !== nearest)].flatMap(({ place }) => place ?? []);
	const outcome = outcomeIn(nearest.judgement, options, false);
	const isFinding = nearest.judgement.finding !== null;
	return explanationOf(nearest.judgement, places, isFinding ? outOfScope(isStanding) : outcome);
}
function outOfScope(isStanding) {
	return {
		kind: "out-of-scope",
		detail: isStanding ? "not reported: it stood in the same file before" : "not reported: it stands outside of what was asked for"
	};
}
function isNearer(a, b) {
	return a.dismissals.length - b.dismissals.length < 0 || a.dismissals.length === b.dismissals.length && a.sum > b.sum;
}
function outcomeIn(judgement, options, isAllowed) {
	const minConfidence = settle(options, options.config).minConfidence.value;
	return outcomeOf(judgement, {
		minConfidence,
		isAllowed,
		isReported: () => true,
		winner: null
	});
}
function placeOf({ path, line, column, source, isName, refs, commit, blob, decodedFrom }, { confidence }) {
	return {
		path,
		line,
		column,
		source,
		isName,
		refs,
		commit,
		blob,
		decodedFrom,
		confidence
	};
}
function placeIn(content, { start }, bytes) {
	if (bytes !== content.bytes) return null;
	const { origin, piece } = content;
	const { line, column } = advance(piece, bytes, 0, start);
	const place = {
		line,
		column,
		isName: "isName" in origin,
		refs: [],
		commit: null,
		decodedFrom: [],
		confidence: null
	};
	switch (origin.kind) {
		case "stdin": return {
			...place,
			path: null,
			source: "stdin",
			blob: null
		};
		case "file": return {
			...place,
			path: memberPath(origin.path, null),
			source: "file",
			blob: null
		};
		case "index": return {
			...place,
			path: origin.path,
			source: "index",
			blob: origin.oid
		};
		case "object": return {
			...place,
			path: origin.path,
			source: "blob",
			blob: origin.oid
		};
		case "ref": return {
			...place,
			path: null,
			source: "ref-name",
			refs: [origin.name],
			blob: null
		};
	}
}
// src/explain/explain-text.ts
async function explainText(bytes, options = {}) {
	const settings = settle(options, options.config);
	const { rules, isReported } = selectRules(configuredRules(builtinRules(), options.config), settings.rules.value, settings.disabledRules.value);
	const { config } = options;
	const isAllowed = config === void 0 ? () => false : await valueFilter(config.allow);
	const judged = [];
	const engine = observed(createEngine(rules, await compilerForOwn(rules)), (judgement, of) => {
		judged.push({
			judgement,
			isInClear: of === bytes
		});
	});
	const findings = detect(engine, bytes);
	const distinct = withoutRepetition(judged).map((each) => ({
		...each,
		...resultOf(each, findings)
	}));
	distinct.sort((a, b) => (a.offset ?? Infinity) - (b.offset ?? Infinity));
	const positions = positionsOf(bytes, distinct.flatMap(({ offset }) => offset ?? []));
	return {
		explanations: distinct.map(({ judgement, offset, decodedFrom, winner }) => {
			const { pattern, secret, confidence, finding } = judgement;
			const fingerprint = fingerprintOf(pattern.rule.file.family, secret);
			const outcome = outcomeOf(judgement, {
				minConfidence: settings.minConfidence.value,
				isReported,
				isAllowed: isAllowed(fingerprint, secret),
				winner
			});
			const place = offset === null ? null : positions.get(offset) ?? START;
			return explanationOf(judgement, place === null ? [] : [placeAt(place, decodedFrom, finding === null ? null : confidence)], outcome);
		}),
		unmatched: unmatchedRuns(bytes, judged, findings)
	};
}
function withoutRepetition(judged) {
	const seen = new Set();
	const keyOf = ({ judgement: { pattern, secret } }) => `${pattern.order} ${secret}`;
	const inClear = judged.filter((each) => each.isInClear);
	const clearKeys = new Set(inClear.map(keyOf));
	const decoded = judged.filter((each) => !each.isInClear && !clearKeys.has(keyOf(each)));
	return [...inClear, ...decoded].filter((each) => {
		const key = each.isInClear ? `${keyOf(each)} ${each.judgement.start}` : keyOf(each);
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}
function resultOf({ judgement, isInClear }, findings) {
	const { finding, start, end } = judgement;
	const own = findings.find(({ evidence }) => evidence === finding?.evidence);
	if (own !== void 0) return {
		offset: own.start,
		decodedFrom: own.decodedFrom,
		winner: null
	};
	const other = isInClear ? findings.find((each) => each.start < end && each.end > start) : void 0;
	const winner = finding === null ? null : other?.rule ?? "another rule";
	return {
		offset: isInClear ? start : null,
		decodedFrom: [],
		winner
	};
}
function placeAt(position, decodedFrom, confidence) {
	const { line, column } = inUnitsOf(decodedFrom, position);
	return {
		path: null,
		isName: false,
		refs: [],
		commit: null,
		blob: null,
		line,
		column,
		source: "stdin",
		decodedFrom,
		confidence
	};
}
function positionsOf(bytes, offsets) {
	const positions = new Map();
	let position = START;
	let at = 0;
	for (const offset of offsets) {
		position = advance(position, bytes, at, offset);
		at = offset;
		positions.set(offset, position);
	}
	return positions;
}
function unmatchedRuns(bytes, judged, findings) {
	const isMatched = new Uint8Array(bytes.length);
	for (const { judgement, isInClear } of judged) if (isInClear) isMatched.fill(1, judgement.start, judgement.end);
	for (const { start, end } of findings) isMatched.fill(1, start, end);
	const runs = [];
	sampleRuns(bytes, (start, end) => {
		if (!isMatched.subarray(start, end).includes(1)) runs.push({
			start,
			length: end - start
		});
	});
	const positions = positionsOf(bytes, runs.map(({ start }) => start));
	return runs.map(({ start, length }) => ({
		...positions.get(start) ?? START,
		length
	}));
}
export { DEFAULT_RULESETS, RULESETS, UserError, builtinRules, createEngine, detect, explainFingerprint, explainText, loadConfig, rulesDigest, scan };
