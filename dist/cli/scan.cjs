"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_finding = require("./finding.cjs");
const require_cli = require("../cli.cjs");
const require_own_compiler = require("./own-compiler.cjs");
const require_engine = require("./engine.cjs");
const require_catalogue = require("./catalogue.cjs");
const require_coverage = require("./coverage2.cjs");
const require_repository = require("./repository.cjs");
let node_crypto = require("node:crypto");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// src/git/split-stream.ts
var Splitter = class {
	#separator;
	#take;
	#pending = [];
	constructor(separator, take) {
		this.#separator = separator;
		this.#take = take;
	}
	push(chunk) {
		let start = 0;
		for (let end = chunk.indexOf(this.#separator); end !== -1; end = chunk.indexOf(this.#separator, start)) {
			this.#finish(chunk.subarray(start, end));
			start = end + 1;
		}
		if (start < chunk.length) this.#pending.push(chunk.subarray(start));
	}
	end() {
		if (this.#pending.length > 0) this.#finish(Buffer.alloc(0));
	}
	#finish(tail) {
		if (this.#pending.length === 0) {
			this.#take(tail);
			return;
		}
		const part = Buffer.concat([...this.#pending, tail]);
		this.#pending = [];
		this.#take(part);
	}
};
async function splitStream(chunks, separator, take) {
	const splitter = new Splitter(separator, take);
	for await (const chunk of chunks) splitter.push(chunk);
	splitter.end();
}
// src/git/asked-objects.ts
const HANDOUT_SIZE = 1024;
var AskedObjects = class {
	#source;
	#block = [];
	#handedOut = 0;
	#pending = [];
	#answered = 0;
	constructor(blocks) {
		this.#source = Symbol.asyncIterator in blocks ? blocks[Symbol.asyncIterator]() : blocks[Symbol.iterator]();
	}
	async hasMore() {
		while (this.#handedOut >= this.#block.length) {
			const { value, done } = await this.#source.next();
			if (done === true) return false;
			this.#block = value;
			this.#handedOut = 0;
		}
		return true;
	}
	async nextBlock() {
		if (!await this.hasMore()) return [];
		const handout = this.#block.slice(this.#handedOut, this.#handedOut + HANDOUT_SIZE);
		this.#handedOut += handout.length;
		for (const object of handout) this.#pending.push(object);
		return handout;
	}
	current() {
		const object = this.#pending[this.#answered];
		if (object === void 0) throw new Error("git answered more than it was asked");
		return object;
	}
	answer() {
		const object = this.current();
		this.#answered += 1;
		if (this.#answered === 4 * HANDOUT_SIZE) {
			this.#pending = this.#pending.slice(this.#answered);
			this.#answered = 0;
		}
		return object;
	}
	restart() {
		const [brokenAt, ...rest] = this.#pending.slice(this.#answered);
		this.#block = [...rest, ...this.#block.slice(this.#handedOut)];
		this.#handedOut = 0;
		this.#pending = [];
		this.#answered = 0;
		return brokenAt;
	}
	async close() {
		await this.#source.return?.();
	}
};
// src/git/batch-parser.ts
const NEWLINE$2 = 10;
var BatchParser = class {
	#events;
	#state = "header";
	#headerStart = "";
	#current = null;
	#left = 0;
	constructor(events) {
		this.#events = events;
	}
	push(chunk) {
		for (let at = 0; at < chunk.length;) if (this.#state === "header") at = this.#readHeader(chunk, at);
		else if (this.#state === "content") at = this.#readContent(chunk, at);
		else {
			this.#state = "header";
			at += 1;
		}
	}
	#readHeader(chunk, at) {
		const end = chunk.indexOf(NEWLINE$2, at);
		if (end === -1) {
			this.#headerStart += chunk.toString("latin1", at);
			return chunk.length;
		}
		const line = this.#headerStart + chunk.toString("latin1", at, end);
		this.#headerStart = "";
		if (line.endsWith(" missing")) {
			this.#events.missing();
			return end + 1;
		}
		const header = parseHeader(line);
		this.#events.begin(header);
		this.#current = header;
		this.#left = header.size;
		this.#state = "content";
		if (header.size === 0) this.#endContent();
		return end + 1;
	}
	#readContent(chunk, at) {
		const end = Math.min(at + this.#left, chunk.length);
		this.#left -= end - at;
		this.#events.part(chunk.subarray(at, end));
		if (this.#left === 0) this.#endContent();
		return end;
	}
	#endContent() {
		this.#state = "newline";
		if (this.#current !== null) this.#events.end(this.#current);
	}
};
function parseHeader(line) {
	const [name = "", type = "", size = ""] = line.split(" ");
	const oid = require_repository.parseObjectId(name);
	if (oid === null || !/^\d+$/.test(size)) throw new Error(`unexpected answer of git cat-file: ${JSON.stringify(line.slice(0, 200))}`);
	return {
		oid,
		type,
		size: Number(size)
	};
}
// src/git/cat-file.ts
const MAX_RESTARTS = 2e3;
async function readObjects(place, objects, receiver, options = {}) {
	const queue = new AskedObjects(objects);
	try {
		for (let restarts = 0; restarts <= MAX_RESTARTS && await queue.hasMore(); restarts += 1) {
			await readUntilBreak(place, queue, receiver, options);
			const brokenAt = queue.restart();
			if (brokenAt !== void 0) receiver.corrupt(brokenAt);
		}
		for (let rest = await queue.nextBlock(); rest.length > 0; rest = await queue.nextBlock()) for (const object of rest) receiver.corrupt(object);
	} finally {
		await queue.close();
	}
}
async function readUntilBreak(place, queue, receiver, options) {
	const git = require_repository.startGit(place, [
		"cat-file",
		"--batch",
		"--buffer"
	], options);
	const parser = new BatchParser({
		begin: (header) => receiver.begin(queue.current(), header),
		part: (bytes) => receiver.part(bytes),
		end: (header) => receiver.end(queue.answer(), header),
		missing: () => receiver.missing(queue.answer())
	});
	const asked = askAll(git, queue);
	asked.catch(() => {});
	try {
		for await (const chunk of git.stdout) parser.push(chunk);
	} finally {
		git.kill();
	}
	await asked;
	await git.exit;
}
async function askAll(git, queue) {
	try {
		for (let block = await queue.nextBlock(); block.length > 0; block = await queue.nextBlock()) {
			const ids = block.map(({ oid }) => `${oid}\n`).join("");
			if (!await require_repository.writeTo(git, Buffer.from(ids, "latin1"))) return;
		}
	} finally {
		git.stdin.end();
	}
}
// src/config/apply-config.ts
function configuredRules(builtin, config) {
	if (config === void 0) return builtin;
	return [...config.ownRules, ...builtin].map((rule) => {
		const changes = config.weights[rule.family];
		return changes === void 0 ? rule : reweighted(rule, changes);
	});
}
function configuredDigest(rules, builtin, builtinDigest) {
	return rules.length !== builtin.length || rules.some((rule, index) => rule !== builtin[index]) ? (0, node_crypto.createHash)("sha256").update(JSON.stringify(rules)).digest("hex") : builtinDigest;
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
			weight: changes.patterns[each.id] ?? each.weight
		})),
		evidence: rule.evidence.map((each) => ({
			...each,
			weight: changes.evidence[each.kind] ?? each.weight
		}))
	};
}
// src/sources/path-filter.ts
async function createPathFilter({ include = [], exclude = [] }) {
	if (include.length === 0 && exclude.length === 0) return () => true;
	const { default: createMatcher } = await Promise.resolve().then(() => require_rolldown_runtime.__toESM(require("./ignore.cjs").default, 1));
	const compile = (globs, option) => {
		const matcher = createMatcher({
			ignorecase: false,
			allowRelativePaths: true
		});
		matcher.add(globs.flatMap((glob) => toPatterns(glob, option)).map((pattern) => ({ pattern })));
		return (path) => matcher.ignores(path);
	};
	const isIncluded = include.length === 0 ? () => true : compile(include, "--include");
	const isExcluded = exclude.length === 0 ? () => false : compile(exclude, "--exclude");
	return (path) => isIncluded(path) && !isExcluded(path);
}
function toPatterns(glob, option) {
	if (glob.trim() === "") throw new require_cli.UserError(`${option} needs a glob, for example ${option} '*.lock'`);
	return expandBraces(glob).map((each) => each.replace(/^\.\//, "/").replace(/^[#!]/, "\\$&"));
}
const MAX_ALTERNATIVES = 1e3;
function expandBraces(glob) {
	let expanded = [glob];
	for (let round = 0; round < 20; round += 1) {
		const next = expanded.flatMap((each) => {
			const group = /\{([^{}]*,[^{}]*)\}/.exec(each);
			if (group === null) return [each];
			const [text, alternatives = ""] = group;
			const before = each.slice(0, group.index);
			const after = each.slice(group.index + text.length);
			return alternatives.split(",").map((alternative) => `${before}${alternative}${after}`);
		});
		if (next.length > MAX_ALTERNATIVES) throw new require_cli.UserError("a glob has too many alternatives in braces");
		if (next.length === expanded.length && next.every((each, index) => each === expanded[index])) break;
		expanded = next;
	}
	return expanded;
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
		const left = isAllowedValue(each) ? null : outsideOf(each, isAllowedPath);
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
	return ({ fingerprint, sighting }) => {
		const { secret } = sighting.finding;
		return fingerprints.has(fingerprint) || rules.texts.some((text) => secret.includes(text)) || regexes.some((regex) => regex.test(secret));
	};
}
async function compileAll(sources) {
	if (sources.length === 0) return [];
	const { compileLinear } = await Promise.resolve().then(() => require("./rules-linear-regex.cjs"));
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
	const path = origin.kind === "stdin" ? null : origin.path;
	return path !== null && isAllowed(path) ? null : placed;
}
function countIgnored(kept, dropped, minConfidence) {
	const left = new Set(kept.map(({ fingerprint }) => fingerprint));
	const best = new Map();
	for (const { fingerprint, sighting } of dropped) {
		if (left.has(fingerprint)) continue;
		const { confidence } = sighting.finding;
		const known = best.get(fingerprint) ?? require_finding.CONFIDENCE_LEVELS[0] ?? "low";
		best.set(fingerprint, require_finding.isAtLeast(confidence, known) ? confidence : known);
	}
	return [...best.values()].filter((confidence) => require_finding.isAtLeast(confidence, minConfidence)).length;
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
// src/sources/position.ts
const START = {
	line: 1,
	column: 1
};
const NEWLINE$1 = 10;
function advance(from, bytes, start, end) {
	let { line, column } = from;
	let lineStart = start;
	for (let at = bytes.indexOf(NEWLINE$1, start); at !== -1 && at < end; at = bytes.indexOf(NEWLINE$1, at + 1)) {
		line += 1;
		column = 1;
		lineStart = at + 1;
	}
	for (let at = lineStart; at < end; at += 1) column += UTF16_UNITS[bytes[at] ?? 0] ?? 0;
	return {
		line,
		column
	};
}
const UTF16_UNITS = Uint8Array.from({ length: 256 }, (_, byte) => {
	if ((byte & 192) === 128) return 0;
	return byte >= 240 ? 2 : 1;
});
// src/sources/source.ts
function wholePiece(length) {
	return {
		line: 1,
		column: 1,
		ownedStart: 0,
		ownedEnd: length
	};
}
// src/credentials/fingerprint.ts
const LENGTH = 40;
function fingerprintOf(family, secret) {
	return `kp1:${(0, node_crypto.createHash)("sha256").update(`keypetrel fingerprint 1\0${family}\0${secret}`).digest("hex").slice(0, LENGTH)}`;
}
// src/credentials/redact.ts
const PUBLIC_PREFIX = /^sk-(?:proj-|svcacct-|admin-|None-|service-|ant-|or-|lf-)?/;
const SHOWN_AT_EACH_END = 4;
function redact(secret) {
	const shown = (PUBLIC_PREFIX.exec(secret)?.[0].length ?? 0) + SHOWN_AT_EACH_END;
	if (secret.length < 2 * (shown + SHOWN_AT_EACH_END)) return "••••";
	return `${secret.slice(0, shown)}••••${secret.slice(-4)}`;
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
	for (let i = 0; i < LINES_BEFORE && start > 0 && bytes[start - 1] === NEWLINE; i++) {
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
	return require_engine.maskRandom(Buffer.from(bytes.subarray(start, end)).toString("utf8").replaceAll("\0", "").replace(/[\r\n]+$/, ""));
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
// src/credentials/collector.ts
const FRAMES_PER_CREDENTIAL = 3;
var Collector = class {
	#credentials = new Map();
	#engine;
	#isReported;
	#unpack;
	#onSkipped;
	constructor(engine, isReported = () => true, unpack = null, onSkipped = () => {}) {
		this.#engine = engine;
		this.#isReported = isReported;
		this.#unpack = unpack;
		this.#onSkipped = onSkipped;
	}
	scan = (content) => {
		this.#scanContent(content, null);
		if (this.#unpack === null || !require_own_compiler.isArchive(content.bytes) || content.piece.line !== 1 || content.piece.column !== 1) return;
		const path = pathOf$1(content.origin);
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
		const path = memberPath(pathOf$1(content.origin), member);
		const all = require_engine.detect(this.#engine, content.bytes, path);
		const { ownedStart, ownedEnd } = content.piece;
		const findings = all.filter(({ start, family, rule }) => start >= ownedStart && start < ownedEnd && this.#isReported(family, rule));
		if (findings.length === 0) return;
		const cells = path.endsWith(".ipynb") ? notebookCells(content.bytes, findings.map(({ start }) => start)) : [];
		let position = content.piece;
		let offset = 0;
		findings.forEach((finding, index) => {
			const unit = finding.decodedFrom[0]?.startsWith("utf-16") ? 2 : 1;
			position = advance(position, content.bytes, offset, finding.start);
			offset = finding.start;
			const start = inUnits(position, unit);
			const end = inUnits(advance(position, content.bytes, finding.start, finding.end), unit);
			this.#add({
				finding,
				origin: content.origin,
				member: member === "" ? null : member,
				start,
				end,
				cell: cells[index] ?? null,
				frame: []
			}, content.bytes, all);
		});
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
function inUnits({ line, column }, unit) {
	return {
		line,
		column: Math.floor((column - 1) / unit) + 1
	};
}
function memberPath(path, member) {
	return member === null || member === "" ? path : `${path}!${member}`;
}
function pathOf$1(origin) {
	return origin.kind === "stdin" ? "" : origin.path ?? "";
}
// src/credentials/remediation.ts
function remediationFor(template, finding, exposure, path) {
	const undo = undoSteps(exposure, path);
	return {
		summary: `${EXPOSURE_SUMMARY[exposure]} ${template.summary}`,
		steps: [...template.steps, ...undo.steps],
		commands: [...template.commands.map((command) => fillIn(command, finding)), ...undo.commands]
	};
}
const EXPOSURE_SUMMARY = {
	"ignored-file": "It is in a file that git ignores and has not left this machine through git.",
	"working-tree": "It is in a file here; no commit that was scanned has it.",
	staged: "It is staged but not in any commit yet.",
	unreachable: "It is in a commit that no branch or tag holds any more.",
	committed: "It is committed here and in no remote branch that this clone knows of.",
	pushed: "It has left this machine: taking it out of the history does not undo that."
};
function undoSteps(exposure, path) {
	const file = path === null ? "<file>" : shellQuote(path);
	const nextTime = "Keep the value in an environment variable or a secret store, and put the file that held it into .gitignore.";
	switch (exposure) {
		case "ignored-file": return {
			steps: ["Keep the file out of git, backups and images, or move the value to a secret store."],
			commands: []
		};
		case "working-tree": return {
			steps: [`Take it out of the file before you commit. ${nextTime}`],
			commands: []
		};
		case "staged": return {
			steps: [`Take it out of the index and of the file. ${nextTime}`],
			commands: [`git restore --staged -- ${file}`]
		};
		case "unreachable": return {
			steps: ["Let git forget the commit, once nothing in it is needed any more."],
			commands: ["git reflog expire --expire=now --all", "git gc --prune=now"]
		};
		case "committed": return {
			steps: [`Take it out of the commits before you push. ${nextTime}`],
			commands: [`git commit --amend --no-edit -- ${file}    # when it came in with the last commit, after you took it out`, `git filter-repo --invert-paths --path ${file}    # when it came in earlier`]
		};
		case "pushed": return {
			steps: [`After rotation, take it out of the history if you want it clean; every clone and fork keeps it. ${nextTime}`],
			commands: [`git filter-repo --invert-paths --path ${file}`]
		};
	}
}
function fillIn(command, finding) {
	const resource = /^([a-z0-9-]+)\.[a-z]/.exec(finding.endpoint ?? "")?.[1];
	return command.replaceAll("{resource}", resource ?? "<resource>").replaceAll("{issued}", finding.issued === null ? "<date>" : `${finding.issued}-01`);
}
function shellQuote(path) {
	return /^[\w./@-]+$/.test(path) && !path.startsWith("-") ? path : `'${path.replaceAll("'", "'\\''")}'`;
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
function groupCredentials(sightings, rules, showSecrets) {
	const groups = new Map();
	for (const each of sightings) {
		const group = groups.get(each.fingerprint);
		if (group) group.push(each);
		else groups.set(each.fingerprint, [each]);
	}
	return [...groups].map(([fingerprint, group]) => toCredential(fingerprint, group, rules, showSecrets)).sort(compareCredentials);
}
function toCredential(fingerprint, sightings, rules, showSecrets) {
	const findings = sightings.map(({ sighting }) => sighting.finding);
	const best = strongest(findings);
	const placed = sightings.flatMap(placesOf);
	placed.sort((a, b) => comparePlaces(a.occurrence, b.occurrence));
	const exposure = furthest(placed.map((place) => place.exposure));
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
		entropy: Math.round(require_engine.shannonEntropy(best.secret) * 100) / 100,
		...showSecrets && { secret: best.secret },
		evidence: best.evidence,
		exposure,
		occurrences: placed.map((place) => place.occurrence),
		remediation: remediationFor(rule.remediation, best, exposure, placed[0]?.occurrence.path ?? null)
	};
}
function placesOf({ sighting, traces }) {
	const { origin } = sighting;
	switch (origin.kind) {
		case "stdin": return [{
			occurrence: occurrence(sighting, "stdin", { path: null }),
			exposure: "working-tree"
		}];
		case "file": return [{
			occurrence: occurrence(sighting, "file", { path: origin.path }),
			exposure: origin.state === "ignored" ? "ignored-file" : "working-tree"
		}];
		case "index": return [{
			occurrence: occurrence(sighting, "index", {
				path: origin.path,
				blob: origin.oid
			}),
			exposure: "staged"
		}];
		case "object": {
			const source = origin.type === "blob" ? "blob" : origin.type === "commit" ? "commit-message" : "tag-message";
			if (traces.length === 0) return [{
				occurrence: occurrence(sighting, source, {
					path: origin.path,
					blob: origin.oid,
					inHead: false
				}),
				exposure: "unreachable"
			}];
			return traces.map((trace) => ({
				occurrence: occurrence(sighting, source, {
					path: trace.path,
					blob: origin.type === "commit" ? null : origin.oid,
					commit: trace.commit,
					author: trace.author,
					date: trace.date,
					refs: trace.refs,
					inHead: trace.inHead
				}),
				exposure: trace.exposure
			}));
		}
	}
}
function occurrence(sighting, source, place) {
	return {
		line: sighting.start.line,
		column: sighting.start.column,
		endLine: sighting.end.line,
		endColumn: sighting.end.column,
		source,
		blob: null,
		commit: null,
		author: null,
		date: null,
		refs: [],
		inHead: null,
		decodedFrom: sighting.finding.decodedFrom,
		cell: sighting.cell,
		frame: sighting.frame,
		...place,
		path: place.path === null ? sighting.member : memberPath(place.path, sighting.member)
	};
}
function strongest(findings) {
	return findings.reduce((best, finding) => strength(finding) > strength(best) ? finding : best);
}
function strength(finding) {
	const score = finding.evidence.reduce((sum, item) => sum + item.weight, 0);
	return require_finding.CONFIDENCE_LEVELS.indexOf(finding.confidence) * 1e3 + score;
}
function furthest(exposures) {
	return EXPOSURES[Math.max(...exposures.map((exposure) => EXPOSURES.indexOf(exposure)))] ?? "working-tree";
}
function compareCredentials(a, b) {
	const [first, second] = [a.occurrences[0], b.occurrences[0]];
	return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || require_finding.CONFIDENCE_LEVELS.indexOf(b.confidence) - require_finding.CONFIDENCE_LEVELS.indexOf(a.confidence) || (first && second ? comparePlaces(first, second) : 0) || compareTexts(a.fingerprint, b.fingerprint);
}
function comparePlaces(a, b) {
	return SOURCE_ORDER.indexOf(a.source) - SOURCE_ORDER.indexOf(b.source) || compareTexts(a.path ?? "", b.path ?? "") || a.line - b.line || a.column - b.column || compareTexts(a.date ?? "", b.date ?? "") || compareTexts(a.commit ?? "", b.commit ?? "") || compareTexts(a.blob ?? "", b.blob ?? "");
}
const SOURCE_ORDER = [
	"file",
	"index",
	"blob",
	"commit-message",
	"tag-message",
	"stdin"
];
function compareTexts(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
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
	const detail = item.rule.says.replace("{host}", require_engine.printableName(host)).replace("{path}", require_engine.printableName(path));
	const evidence = [...finding.evidence, {
		kind: item.rule.kind,
		weight: item.rule.weight,
		detail
	}];
	const confidence = finding.confidence === "proven" ? "proven" : require_engine.confidenceOf(require_engine.scoreOf(evidence), rule.file.thresholds) ?? finding.confidence;
	return {
		...paired,
		evidence,
		confidence
	};
}
// src/scan/repository-hosts.ts
const MOST_COMMITS = 4;
const MOST_BYTES = 4194304;
const MOST_MENTIONS = 5e3;
async function findRepositoryHosts(root, places, suffixes, options) {
	const hosts = new Map();
	const pattern = require_engine.hostPattern(suffixes);
	if (pattern === null) return hosts;
	for (const place of withoutExcess(places)) {
		const mentions = [];
		const take = (path, text) => {
			if (mentions.length >= MOST_MENTIONS) return;
			for (const { host, resource } of require_engine.findHosts(text, pattern, 0)) if (resource !== "") mentions.push({
				host,
				path
			});
		};
		if (place === "files") await readFiles(root, suffixes, take, options);
		else await grep(root, place, suffixes, take, options);
		hosts.set(place, mentions);
	}
	return hosts;
}
function withoutExcess(places) {
	const isCommit = (place) => place !== "files" && place !== "index";
	return [...places.filter((place) => !isCommit(place)), ...places.filter(isCommit).slice(0, MOST_COMMITS)];
}
async function grep({ repository }, place, suffixes, take, { signal }) {
	if (repository === null) return;
	const { grepFiles } = await Promise.resolve().then(() => require("./git-grep.cjs"));
	await grepFiles(repository, place, suffixes, take, {
		signal,
		maxBytes: MOST_BYTES
	});
}
async function readFiles({ folder, repository, paths }, suffixes, take, { include, exclude, gitignore = true, signal }) {
	const { fileSource } = await Promise.resolve().then(() => require("./sources-files.cjs"));
	const marks = suffixes.map((suffix) => Buffer.from(suffix));
	const emit = ({ origin, bytes, piece }) => {
		if (origin.kind !== "file" || piece.line !== 1 || bytes.length > MOST_BYTES) return;
		const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		if (marks.some((mark) => content.includes(mark))) take(origin.path, require_engine.latin1(bytes, 0, bytes.length));
	};
	await fileSource({
		root: folder,
		repository: repository?.workTree == null ? null : repository,
		paths,
		include,
		exclude,
		gitignore,
		signal
	})(emit, new require_coverage.Coverage());
}
function hostPlaceOf({ sighting, traces }) {
	switch (sighting.origin.kind) {
		case "file": return "files";
		case "index": return "index";
		case "object": {
			const commit = traces.find((trace) => trace.path !== null)?.commit;
			return commit == null ? null : commit;
		}
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
	const mention = closest(traces.find((trace) => trace.path !== null)?.path ?? pathOf(placed) ?? "", ownHosts(rule, sighting.finding.rule, mentions));
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
function pathOf({ sighting: { origin } }) {
	return origin.kind === "stdin" ? null : origin.path;
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
// src/scan/roots.ts
async function findRoots(paths, indexFile, signal) {
	const groups = new Map();
	for (const path of paths) {
		const absolute = await existingPath(path);
		const repository = await require_repository.discoverRepository(absolute, {
			indexFile,
			signal
		});
		const folder = repository === null ? await folderOf(absolute) : repository.workTree ?? repository.gitDir;
		const group = groups.get(folder) ?? {
			repository,
			paths: []
		};
		group.paths.push(absolute);
		groups.set(folder, group);
	}
	return [...groups].map(([folder, group]) => ({
		folder,
		...group,
		isInScope: scopeOf(folder, group.repository, group.paths)
	}));
}
async function existingPath(path) {
	try {
		return await (0, node_fs_promises.realpath)((0, node_path.resolve)(path));
	} catch (error) {
		const code = error.code;
		throw new require_cli.UserError(code === "ENOENT" || code === "ENOTDIR" ? `there is no file or folder ${JSON.stringify(path)}` : `cannot open ${JSON.stringify(path)} (${code ?? "unknown error"})`);
	}
}
async function folderOf(path) {
	return (await (0, node_fs_promises.stat)(path)).isDirectory() ? path : (0, node_path.dirname)(path);
}
function scopeOf(folder, repository, paths) {
	const inside = paths.map((path) => (0, node_path.relative)(folder, path).split(node_path.sep).join("/"));
	if (inside.includes("") || repository !== null && repository.workTree === null || inside.some((path) => path.startsWith(".."))) return () => true;
	return (path) => path !== null && inside.some((each) => path === each || path.startsWith(`${each}/`));
}
// src/git/head-blobs.ts
async function listHeadBlobs(repository, options = {}) {
	const blobs = new Set();
	if (repository.head === null) return blobs;
	const args = [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		repository.head
	];
	const git = require_repository.startGit(repository, args, options);
	git.stdin.end();
	await splitStream(git.stdout, 0, (part) => {
		const [, type, oid = ""] = Buffer.from(part).toString("latin1", 0, 100).split(/[ \t]/, 3);
		const parsed = type === "blob" ? require_repository.parseObjectId(oid) : null;
		if (parsed) blobs.add(parsed);
	});
	require_repository.expectSuccess(repository, args, await git.exit);
	return blobs;
}
// src/scan/sources.ts
async function sourcesOf(root, options, rules) {
	const modes = modesOf(options.target ?? "auto", root);
	return Promise.all(modes.map(async (mode) => ({
		mode,
		source: await sourceOf(mode, root, options, rules)
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
			return repository.workTree === null ? ["history"] : [
				"files",
				"index",
				"history"
			];
	}
}
async function sourceOf(mode, root, options, rules) {
	const { include, exclude, signal, onProgress } = options;
	const common = {
		include,
		exclude,
		signal,
		onProgress
	};
	switch (mode) {
		case "stdin": {
			const { stdinSource } = await Promise.resolve().then(() => require("./sources-stdin.cjs"));
			if (!options.input) throw new require_cli.UserError("nothing to read: --stdin needs input on standard input");
			return stdinSource(options.input, { signal });
		}
		case "files": {
			const { fileSource } = await Promise.resolve().then(() => require("./sources-files.cjs"));
			const { folder, repository, paths } = root;
			return fileSource({
				...common,
				root: folder,
				repository: repository?.workTree == null ? null : repository,
				paths,
				gitignore: options.gitignore ?? true,
				jobs: options.jobs
			});
		}
		case "index": {
			const { indexSource } = await Promise.resolve().then(() => require("./sources-index-source.cjs"));
			const repository = repositoryOf(root, "--staged");
			if (options.target === "staged") {
				const { listStagedChanges } = await Promise.resolve().then(() => require("./git-staged-changes.cjs"));
				return indexSource({
					...common,
					repository,
					entries: await listStagedChanges(repository, { signal })
				});
			}
			const committed = await listHeadBlobs(repository, { signal });
			return indexSource({
				...common,
				repository,
				skip: (oid) => committed.has(oid)
			});
		}
		case "range": {
			const { rangeSource } = await Promise.resolve().then(() => require("./sources-range.cjs"));
			const range = options.range ?? {
				kind: "commits",
				names: []
			};
			return rangeSource({
				repository: repositoryOf(root, "--range"),
				range,
				signal,
				onProgress
			});
		}
		case "history": {
			const { historySource } = await Promise.resolve().then(() => require("./sources-history.cjs"));
			const { createScreen } = await Promise.resolve().then(() => require("./screen.cjs")).then((n) => n.screen_exports);
			const repository = repositoryOf(root, "--history");
			const allObjects = options.allObjects ?? false;
			const { packWorkers } = await Promise.resolve().then(() => require("./scan-pack-workers.cjs"));
			return historySource({
				repository,
				allObjects,
				screen: createScreen(rules, await require_own_compiler.compilerForOwn(rules)),
				startWorkers: packWorkers(rules, options.jobs),
				signal,
				onProgress
			});
		}
	}
}
function repositoryOf(root, option) {
	if (root.repository) return root.repository;
	throw new require_cli.UserError(`${option} needs a git repository, and ${JSON.stringify(root.folder)} is in none`);
}
// src/sources/windows.ts
const WINDOW_SIZES = {
	window: 8388608,
	overlap: 65536
};
const LONGEST_TAIL = 3;
var Windower = class {
	#emit;
	#sizes;
	#origins = [];
	#buffer = Buffer.alloc(0);
	#length = 0;
	#ownedStart = 0;
	#position = START;
	#size = null;
	#isEmitted = false;
	constructor(emit, sizes = WINDOW_SIZES) {
		this.#emit = emit;
		this.#sizes = sizes;
	}
	begin(origins, size) {
		this.#origins = origins;
		this.#size = size;
		this.#length = 0;
		this.#ownedStart = 0;
		this.#position = START;
		this.#isEmitted = false;
	}
	push(bytes) {
		if (bytes.length === 0) return;
		if (this.#length === 0 && bytes.length === this.#size && bytes.length <= this.#sizes.window) {
			this.#emitPiece(bytes, wholePiece(bytes.length));
			this.#isEmitted = true;
			return;
		}
		for (let at = 0; at < bytes.length;) {
			if (this.#length === this.#capacity()) this.#emitWindow();
			const count = Math.min(bytes.length - at, this.#capacity() - this.#length);
			this.#reserve(this.#length + count);
			this.#buffer.set(bytes.subarray(at, at + count), this.#length);
			this.#length += count;
			at += count;
		}
	}
	end() {
		if (this.#isEmitted) return;
		this.#emitPiece(this.#buffer.subarray(0, this.#length), this.#piece(this.#length));
	}
	#capacity() {
		return this.#sizes.window + 2 * this.#sizes.overlap;
	}
	#emitWindow() {
		const { overlap } = this.#sizes;
		const ownedEnd = this.#length - overlap;
		this.#emitPiece(this.#buffer.subarray(0, this.#length), this.#piece(ownedEnd));
		const keptFrom = this.#characterStart(ownedEnd - overlap);
		this.#position = advance(this.#position, this.#buffer, 0, keptFrom);
		this.#buffer.copyWithin(0, keptFrom, this.#length);
		this.#length -= keptFrom;
		this.#ownedStart = ownedEnd - keptFrom;
	}
	#characterStart(at) {
		for (let start = at; start > 0 && start >= at - LONGEST_TAIL; start -= 1) if (((this.#buffer[start] ?? 0) & 192) !== 128) return start;
		return at;
	}
	#piece(ownedEnd) {
		return {
			...this.#position,
			ownedStart: this.#ownedStart,
			ownedEnd
		};
	}
	#emitPiece(bytes, piece) {
		for (const origin of this.#origins) {
			const content = {
				origin,
				bytes,
				piece
			};
			this.#emit(content);
		}
	}
	#reserve(length) {
		if (length <= this.#buffer.length) return;
		const known = this.#size !== null && this.#size <= this.#capacity() ? this.#size : 0;
		const size = Math.min(this.#capacity(), Math.max(length, known, 2 * this.#buffer.length, 65536));
		const buffer = Buffer.allocUnsafeSlow(size);
		this.#buffer.copy(buffer, 0, 0, this.#length);
		this.#buffer = buffer;
	}
};
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
// src/scan/traces.ts
async function traceSightings(root, credentials, options, coverage) {
	const filter = await createPathFilter(options);
	const isWanted = (path) => root.isInScope(path) && (path === null || filter(path));
	const traces = await traceAll(root, objectsOf(credentials), options, coverage);
	const inIndex = indexedObjects(credentials);
	const placed = [];
	for (const { fingerprint, sightings } of credentials) for (const sighting of sightings) {
		const { origin } = sighting;
		if (origin.kind !== "object") {
			if (origin.kind === "stdin" || isWanted(origin.path)) placed.push({
				fingerprint,
				sighting,
				traces: []
			});
			continue;
		}
		const all = traces.get(origin.oid) ?? [];
		if (inIndex.has(origin.oid) && all.every((trace) => trace.exposure === "staged")) continue;
		const wanted = all.filter((trace) => isWanted(trace.path));
		if (wanted.length > 0 || all.length === 0 && isWanted(origin.path)) placed.push({
			fingerprint,
			sighting,
			traces: wanted
		});
	}
	return placed;
}
function indexedObjects(credentials) {
	const origins = credentials.flatMap(({ sightings }) => sightings.map(({ origin }) => origin));
	return new Set(origins.flatMap((origin) => origin.kind === "index" ? [origin.oid] : []));
}
function objectsOf(credentials) {
	const objects = new Map();
	for (const { sightings } of credentials) for (const { origin } of sightings) if (origin.kind === "object") objects.set(origin.oid, {
		oid: origin.oid,
		type: origin.type
	});
	return [...objects.values()];
}
async function traceAll({ repository }, objects, options, coverage) {
	const traces = new Map();
	if (repository === null || objects.length === 0) return traces;
	const { traceObjects } = await Promise.resolve().then(() => require("./git-provenance.cjs"));
	const { objects: found, complete } = await traceObjects(repository, objects, {
		signal: options.signal,
		allObjects: options.allObjects ?? false,
		onProgress: (done) => options.onProgress?.({
			phase: "provenance",
			done,
			total: coverage.commits || null
		})
	});
	if (!complete) coverage.skip("missing-object", "commits before a break in the history");
	const staged = await stagedPaths(repository, found, options);
	for (const [oid, { introductions }] of found) {
		const paths = introductions.length === 0 ? staged.get(oid) : void 0;
		traces.set(oid, paths?.map(stagedTrace) ?? introductions.map(toTrace));
	}
	return traces;
}
function toTrace({ path, commit, authorName, authorEmail, date, refs, inHead, reach }) {
	return {
		path,
		commit,
		author: authorName === null ? null : `${authorName} <${authorEmail ?? ""}>`,
		date,
		refs,
		inHead,
		exposure: reach === "local" ? "committed" : reach
	};
}
async function stagedPaths(repository, found, options) {
	const staged = new Map();
	if (repository.workTree === null || ![...found.values()].some((each) => each.introductions.length === 0)) return staged;
	const { listIndexEntries } = await Promise.resolve().then(() => require("./index-entries.cjs")).then((n) => n.index_entries_exports);
	for (const { oid, path } of await listIndexEntries(repository, { signal: options.signal })) staged.set(oid, [...staged.get(oid) ?? [], path]);
	return staged;
}
function stagedTrace(path) {
	return {
		path,
		commit: null,
		author: null,
		date: null,
		refs: [],
		inHead: false,
		exposure: "staged"
	};
}
// src/scan.ts
async function scan(options = {}) {
	const available = configuredRules(require_catalogue.builtinRules(), options.config);
	const minConfidence = options.minConfidence ?? "medium";
	const rulesets = [...options.rulesets ?? [], ...options.config?.rulesets ?? []];
	const { rules, isReported } = require_catalogue.selectRules(available, options.rules ?? [], options.disabledRules ?? [], rulesets);
	const coverage = new require_coverage.Coverage();
	const modes = new Set();
	const engine = require_engine.createEngine(rules, await require_own_compiler.compilerForOwn(rules));
	const { unpack } = await Promise.resolve().then(() => require("./decode-archive.cjs"));
	const sightings = [];
	const stood = [];
	const roots = await findRoots(options.paths?.length ? options.paths : ["."], options.indexFile ?? null, options.signal);
	for (const root of roots) {
		const collector = new Collector(engine, isReported, unpack, (path) => coverage.skip("archive", path));
		for (const { mode, source } of await sourcesOf(root, options, rules)) {
			options.log?.debug(`scanning ${mode} of ${JSON.stringify(root.folder)}`);
			modes.add(mode);
			await source(collector.scan, coverage);
		}
		const seen = collector.credentials();
		const { added, standing } = await withoutStanding(root.repository, seen, engine, options.signal);
		stood.push(...standing);
		const traced = await traceSightings(root, added, options, coverage);
		sightings.push(...await pairEndpoints(root, traced, engine, options));
	}
	const { kept, ignored } = await applyAllowRules(sightings, options.config?.allow, minConfidence);
	const isShown = ({ sightings: all }) => all.some(({ finding }) => require_finding.isAtLeast(finding.confidence, minConfidence));
	const credentials = groupCredentials(kept, rules, options.showSecrets ?? false);
	const shown = credentials.filter((each) => require_finding.isAtLeast(each.confidence, minConfidence));
	return {
		schemaVersion: 1,
		tool: {
			name: "keypetrel",
			version: require_cli.TOOL_VERSION,
			rulesDigest: configuredDigest(available, require_catalogue.builtinRules(), require_catalogue.rulesDigest)
		},
		coverage: {
			complete: coverage.isComplete(),
			modes: [...modes],
			files: coverage.files,
			objects: coverage.objects,
			commits: coverage.commits,
			shallow: coverage.shallow,
			partialClone: coverage.partialClone,
			skipped: coverage.skipped()
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
exports.Splitter = Splitter;
exports.Windower = Windower;
exports.createPathFilter = createPathFilter;
exports.readObjects = readObjects;
exports.scan = scan;
exports.splitStream = splitStream;
