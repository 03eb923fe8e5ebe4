import { _ as maskRandom, l as detect, r as isArchive, y as lazyCrypto } from "./own-compiler.js";
import { n as advance } from "./position.js";
import { n as wholePiece, t as pathOf } from "./source.js";
import { n as shownEnds, t as redact } from "./redact.js";
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
// src/sources/place-finder.ts
const NEWLINE$1 = 10;
var PlaceFinder = class {
	#bytes;
	#piece;
	#cursors = new Map();
	constructor(bytes, piece) {
		this.#bytes = bytes;
		this.#piece = piece;
	}
	at(offset, decodedFrom) {
		const encoding = textEncodingOf(decodedFrom);
		const known = this.#cursors.get(encoding);
		const from = known !== void 0 && known.offset <= offset ? known : this.#startIn(encoding);
		const position = encoding === "utf-8" ? advance(from.position, this.#bytes, from.offset, offset) : advanceUtf16(from.position, this.#bytes, from.offset, offset, encoding);
		this.#cursors.set(encoding, {
			offset,
			position
		});
		return position;
	}
	#startIn(encoding) {
		const { line, column } = this.#piece;
		return {
			offset: 0,
			position: {
				line,
				column: encoding === "utf-8" ? column : Math.floor((column - 1) / 2) + 1
			}
		};
	}
};
function textEncodingOf([outermost]) {
	return outermost === "utf-16le" || outermost === "utf-16be" ? outermost : "utf-8";
}
function advanceUtf16(from, bytes, start, end, encoding) {
	const [low, high] = encoding === "utf-16le" ? [0, 1] : [1, 0];
	let { line, column } = from;
	for (let at = start; at + 1 < end; at += 2) {
		const unit = (bytes[at + high] ?? 0) << 8 | (bytes[at + low] ?? 0);
		if (unit === NEWLINE$1) {
			line += 1;
			column = 1;
		} else if (at > 0 || unit !== BYTE_ORDER_MARK) column += 1;
	}
	return {
		line,
		column
	};
}
const BYTE_ORDER_MARK = 65279;
// src/credentials/fingerprint.ts
const LENGTH = 40;
function fingerprintOf(family, secret) {
	return `kp1:${lazyCrypto().createHash("sha256").update(`keypetrel fingerprint 1\0${family}\0${secret}`).digest("hex").slice(0, LENGTH)}`;
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
		const places = new PlaceFinder(content.bytes, content.piece);
		findings.forEach((finding, index) => {
			const first = places.at(finding.start, finding.decodedFrom);
			const inHeader = header > 0 && first.line <= header;
			const skipped = inHeader ? 0 : header;
			const start = below(first, skipped);
			const end = below(places.at(finding.end, finding.decodedFrom), skipped);
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
function below({ line, column }, skippedLines) {
	return {
		line: line - skippedLines,
		column
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
export { PlaceFinder as i, memberPath as n, fingerprintOf as r, Collector as t };
