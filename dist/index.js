import { S as latin1$1, b as hostPattern, d as confidenceOf, f as printableName, h as shannonEntropy, m as maskRandom, o as createEngine, p as scoreOf, r as isArchive, s as detect, t as compilerForOwn, y as findHosts } from "./lib/own-compiler.js";
import { d as UserError, i as gitFailure, n as splitStream, o as startGit, r as expectSuccess, u as escapeControls } from "./lib/split-stream.js";
import { t as _virtual_keypetrel_rules_default } from "./lib/compiled-rules.js";
import { t as createPathFilter } from "./lib/path-filter.js";
import { n as wholePiece, r as advance, t as Windower } from "./lib/windows.js";
import { t as parseObjectId } from "./lib/object-id.js";
import { t as readObjects } from "./lib/cat-file.js";
import { createHash } from "node:crypto";
import { readdir, realpath, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
// src/rules/rule-file.ts
const RULESETS = [
	"core",
	"azure",
	"llm"
];
const DEFAULT_RULESETS = ["core", "azure"];
function isOnByDefault(ruleset) {
	return DEFAULT_RULESETS.includes(ruleset);
}
// src/rules/catalogue.ts
function builtinRules() {
	return _virtual_keypetrel_rules_default.rules;
}
const rulesDigest = _virtual_keypetrel_rules_default.rulesDigest;
function selectRules(rules, only, disabled, rulesets = []) {
	for (const name of rulesets) if (!RULESETS.some((each) => each === name)) throw new UserError(`there is no rule set "${name}", but ${RULESETS.join(", ")}`);
	const isOn = ({ ruleset, isOwn }) => only.length > 0 || isOwn === true || isOnByDefault(ruleset) || rulesets.includes(ruleset);
	for (const id of [...only, ...disabled]) if (!rules.some((rule) => hasId(rule, id))) throw new UserError(`there is no rule "${id}"; "keypetrel rules list" shows them`);
	const isReported = (family, rule) => (only.length === 0 || only.includes(family) || only.includes(rule)) && !disabled.includes(family) && !disabled.includes(rule);
	return {
		rules: rules.filter((file) => isOn(file) && file.variants.some((variant) => isReported(file.family, variant.id))),
		isReported
	};
}
function hasId(rule, id) {
	return rule.family === id || rule.variants.some((variant) => variant.id === id);
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
			weight: changes.patterns[each.id] ?? each.weight
		})),
		evidence: rule.evidence.map((each) => ({
			...each,
			weight: changes.evidence[each.kind] ?? each.weight
		}))
	};
}
// src/detect/finding.ts
const CONFIDENCE_LEVELS = [
	"low",
	"medium",
	"high",
	"proven"
];
function isAtLeast(confidence, threshold) {
	return CONFIDENCE_LEVELS.indexOf(confidence) >= CONFIDENCE_LEVELS.indexOf(threshold);
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
	const path = origin.kind === "stdin" ? null : origin.path;
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
		if (this.#unpack === null || !isArchive(content.bytes) || content.piece.line !== 1 || content.piece.column !== 1) return;
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
		const all = detect(this.#engine, content.bytes, path);
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
		entropy: Math.round(shannonEntropy(best.secret) * 100) / 100,
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
	return CONFIDENCE_LEVELS.indexOf(finding.confidence) * 1e3 + score;
}
function furthest(exposures) {
	return EXPOSURES[Math.max(...exposures.map((exposure) => EXPOSURES.indexOf(exposure)))] ?? "working-tree";
}
function compareCredentials(a, b) {
	const [first, second] = [a.occurrences[0], b.occurrences[0]];
	return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || CONFIDENCE_LEVELS.indexOf(b.confidence) - CONFIDENCE_LEVELS.indexOf(a.confidence) || (first && second ? comparePlaces(first, second) : 0) || compareTexts(a.fingerprint, b.fingerprint);
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
// src/sources/coverage.ts
const EXAMPLES_PER_REASON = 5;
const INCOMPLETE_REASONS = new Set([
	"unreadable",
	"missing-object",
	"corrupt-object",
	"time-limit"
]);
function leavesGap(reason) {
	return INCOMPLETE_REASONS.has(reason);
}
var Coverage = class {
	files = {
		scanned: 0,
		bytes: 0
	};
	objects = {
		scanned: 0,
		bytes: 0,
		fromCache: 0
	};
	commits = 0;
	shallow = false;
	partialClone = false;
	#skipped = new Map();
	skip(reason, example) {
		const entry = this.#skipped.get(reason) ?? {
			count: 0,
			examples: []
		};
		entry.count += 1;
		if (entry.examples.length < EXAMPLES_PER_REASON) entry.examples.push(example);
		this.#skipped.set(reason, entry);
	}
	skipped() {
		return [...this.#skipped].map(([reason, { count, examples }]) => ({
			reason,
			count,
			examples: [...examples]
		})).sort((a, b) => a.reason < b.reason ? -1 : 1);
	}
	isComplete() {
		return ![...this.#skipped.keys()].some(leavesGap);
	}
};
// src/scan/repository-hosts.ts
const MOST_COMMITS = 4;
const MOST_BYTES = 4194304;
const MOST_MENTIONS = 5e3;
async function findRepositoryHosts(root, places, suffixes, options) {
	const hosts = new Map();
	const pattern = hostPattern(suffixes);
	if (pattern === null) return hosts;
	for (const place of withoutExcess(places)) {
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
	const { grepFiles } = await import("./lib/git-grep.js");
	await grepFiles(repository, place, suffixes, take, {
		signal,
		maxBytes: MOST_BYTES
	});
}
async function readFiles({ folder, repository, paths }, suffixes, take, { include, exclude, gitignore = true, signal }) {
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
// src/git/repository.ts
async function discoverRepository(path, options = {}) {
	const place = {
		cwd: (await stat(path)).isDirectory() ? path : dirname(path),
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
async function findRoots(paths, indexFile, signal) {
	const groups = new Map();
	for (const path of paths) {
		const absolute = await existingPath(path);
		const repository = await discoverRepository(absolute, {
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
		return await realpath(resolve(path));
	} catch (error) {
		const code = error.code;
		throw new UserError(code === "ENOENT" || code === "ENOTDIR" ? `there is no file or folder ${JSON.stringify(path)}` : `cannot open ${JSON.stringify(path)} (${code ?? "unknown error"})`);
	}
}
async function folderOf(path) {
	return (await stat(path)).isDirectory() ? path : dirname(path);
}
function scopeOf(folder, repository, paths) {
	const inside = paths.map((path) => relative(folder, path).split(sep).join("/"));
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
	const git = startGit(repository, args, options);
	git.stdin.end();
	await splitStream(git.stdout, 0, (part) => {
		const [, type, oid = ""] = Buffer.from(part).toString("latin1", 0, 100).split(/[ \t]/, 3);
		const parsed = type === "blob" ? parseObjectId(oid) : null;
		if (parsed) blobs.add(parsed);
	});
	expectSuccess(repository, args, await git.exit);
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
				jobs: options.jobs
			});
		}
		case "index": {
			const { indexSource } = await import("./lib/sources-index-source.js");
			const repository = repositoryOf(root, "--staged");
			if (options.target === "staged") {
				const { listStagedChanges } = await import("./lib/git-staged-changes.js");
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
			const { rangeSource } = await import("./lib/sources-range.js");
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
			const { historySource } = await import("./lib/sources-history.js");
			const { createScreen } = await import("./lib/screen.js").then((n) => n.n);
			const repository = repositoryOf(root, "--history");
			const allObjects = options.allObjects ?? false;
			const { packWorkers } = await import("./lib/scan-pack-workers.js");
			return historySource({
				repository,
				allObjects,
				screen: createScreen(rules, await compilerForOwn(rules)),
				startWorkers: packWorkers(rules, options.jobs),
				signal,
				onProgress
			});
		}
	}
}
function repositoryOf(root, option) {
	if (root.repository) return root.repository;
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
	const { traceObjects } = await import("./lib/git-provenance.js");
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
	const { listIndexEntries } = await import("./lib/index-entries.js").then((n) => n.t);
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
// src/version.ts
const TOOL_VERSION = "0.1.0";
// src/scan.ts
async function scan(options = {}) {
	const available = configuredRules(builtinRules(), options.config);
	const minConfidence = options.minConfidence ?? "medium";
	const rulesets = [...options.rulesets ?? [], ...options.config?.rulesets ?? []];
	const { rules, isReported } = selectRules(available, options.rules ?? [], options.disabledRules ?? [], rulesets);
	const coverage = new Coverage();
	const modes = new Set();
	const engine = createEngine(rules, await compilerForOwn(rules));
	const { unpack } = await import("./lib/decode-archive.js");
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
	const isShown = ({ sightings: all }) => all.some(({ finding }) => isAtLeast(finding.confidence, minConfidence));
	const credentials = groupCredentials(kept, rules, options.showSecrets ?? false);
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
export { DEFAULT_RULESETS, RULESETS, UserError, builtinRules, createEngine, detect, rulesDigest, scan };
