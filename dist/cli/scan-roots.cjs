"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_basics = require("./basics.cjs");
const require_compiled_rules = require("./compiled-rules.cjs");
const require_scan = require("./scan.cjs");
let node_path = require("node:path");
let node_fs = require("node:fs");
// src/credentials/ignore-file.ts
const IGNORE_FILE = ".keypetrelignore";
const LARGEST_FILE = 1048576;
const MOST_PATTERNS = 1e3;
const MOST_STARS = 3;
const LONGEST_PATTERN = 1e3;
const FINGERPRINT_LINE = /^\s*kp1:/;
const FINGERPRINT = /^kp1:[0-9a-f]{40}$/;
const OPEN_FLAGS = node_fs.constants.O_RDONLY | (node_fs.constants.O_NOFOLLOW ?? 0) | (node_fs.constants.O_NONBLOCK ?? 0);
async function readIgnoreFile(folder) {
	const path = (0, node_path.join)(folder, IGNORE_FILE);
	const stats = statsOf(path);
	if (stats === null || !stats.isFile()) return null;
	if (stats.size > LARGEST_FILE) throw new require_basics.SuppressionError(`${require_scan.escapeControls(path)} is too large for an ignore file`);
	try {
		const handle = await node_fs.promises.open(path, OPEN_FLAGS);
		try {
			return parseIgnoreFile(await handle.readFile("utf8"), path);
		} finally {
			await handle.close();
		}
	} catch (error) {
		if (error instanceof require_basics.SuppressionError) throw error;
		const { code = "unknown error" } = error;
		throw new require_basics.SuppressionError(`cannot read ${require_scan.escapeControls(path)} (${code})`);
	}
}
function statsOf(path) {
	try {
		return (0, node_fs.lstatSync)(path);
	} catch {
		return null;
	}
}
function parseIgnoreFile(text, path) {
	const patterns = [];
	const fingerprints = [];
	const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
	for (const [index, content] of lines.entries()) if (FINGERPRINT_LINE.test(content)) fingerprints.push(readFingerprint(content.trim(), path, index + 1));
	else if (content.trim() !== "" && !content.startsWith("#")) patterns.push(readPattern(content, path, index + 1));
	if (patterns.length > MOST_PATTERNS) throw new require_basics.SuppressionError(`${require_scan.escapeControls(path)} has more than ${MOST_PATTERNS} patterns`);
	return {
		path,
		patterns,
		fingerprints
	};
}
function readPattern(pattern, path, line) {
	const stars = pattern.match(/\*+/g)?.length ?? 0;
	if (stars > MOST_STARS) throw fail(path, line, `a pattern may have ${MOST_STARS} stars, not ${stars}`);
	if (pattern.length > LONGEST_PATTERN) throw fail(path, line, `the pattern is longer than ${LONGEST_PATTERN} characters`);
	return pattern;
}
function readFingerprint(content, path, line) {
	const [fingerprint = "", ...words] = content.split(/\s+/);
	if (!FINGERPRINT.test(fingerprint)) throw fail(path, line, "a fingerprint is \"kp1:\" and 40 hex characters, as reports show it");
	const until = words[0] === "until" ? words[1] ?? "" : null;
	if (until !== null && !isDate(until)) throw fail(path, line, "behind \"until\" stands a date such as 2026-12-31");
	const reason = words.slice(until === null ? 0 : 2).join(" ");
	if (reason === "") throw fail(path, line, "say behind the fingerprint why it is ignored");
	return {
		fingerprint,
		reason,
		until,
		line
	};
}
function fail(path, line, problem) {
	return new require_basics.SuppressionError(`${require_scan.escapeControls(path)}:${line}: ${problem}`);
}
function isDate(text) {
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
function isInForce({ until }, today) {
	return until === null || today <= until;
}
const IGNORED_PATH = {
	reason: "ignored",
	detail: `a pattern in ${IGNORE_FILE} matches its path`
};
async function ignoreRules({ patterns, fingerprints }, today) {
	const inForce = new Map(fingerprints.filter((each) => isInForce(each, today)).map((each) => [each.fingerprint, each]));
	const isIgnored = await pathMatcher(patterns);
	return {
		ofFingerprint(fingerprint) {
			const entry = inForce.get(fingerprint);
			if (entry === void 0) return null;
			const { line, reason, until } = entry;
			const end = until === null ? "" : ` until ${until}`;
			return {
				reason: "ignored",
				detail: `line ${line} of ${IGNORE_FILE} says${end}: ${reason}`
			};
		},
		ofPath: (path) => isIgnored(path) ? IGNORED_PATH : null
	};
}
async function pathMatcher(patterns) {
	if (patterns.length === 0) return () => false;
	const { default: createMatcher } = await Promise.resolve().then(() => require_rolldown_runtime.__toESM(require("./ignore.cjs").default, 1));
	const matcher = createMatcher({
		ignorecase: false,
		allowRelativePaths: true
	}).add(patterns);
	return (path) => matcher.ignores(path);
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
	add(other, prefix) {
		for (const counts of ["files", "objects"]) {
			this[counts].scanned += other[counts].scanned;
			this[counts].bytes += other[counts].bytes;
		}
		this.objects.fromCache += other.objects.fromCache;
		this.commits += other.commits;
		this.shallow ||= other.shallow;
		this.partialClone ||= other.partialClone;
		this.#addSkipped(other, () => true, prefix);
	}
	addGaps(other) {
		this.#addSkipped(other, leavesGap, "");
	}
	#addSkipped(other, isWanted, prefix) {
		for (const [reason, { count, examples }] of other.#skipped) {
			if (!isWanted(reason)) continue;
			for (const example of examples) this.skip(reason, placed$1(example, reason, prefix));
			const entry = this.#skipped.get(reason);
			if (entry !== void 0) entry.count += count - examples.length;
		}
	}
	skipped() {
		return [...this.#skipped].map(([reason, { count, examples }]) => ({
			reason,
			count,
			examples: [...examples]
		})).sort((a, b) => a.reason < b.reason ? -1 : 1);
	}
	get gapCount() {
		return [...this.#skipped].map(([reason, { count }]) => leavesGap(reason) ? count : 0).reduce((sum, count) => sum + count, 0);
	}
	isComplete() {
		return this.gapCount === 0;
	}
};
function placed$1(example, reason, prefix) {
	if (prefix === "") return example;
	return reason === "missing-object" || reason === "corrupt-object" ? `${example} in ${prefix}` : `${prefix}${example}`;
}
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
// src/decode/archive-magic.ts
const TAR_MAGIC_AT = 257;
const TAR_MAGIC = [
	117,
	115,
	116,
	97,
	114
];
const ARCHIVE_MAGIC_END = TAR_MAGIC_AT + TAR_MAGIC.length;
function isArchive(bytes) {
	return isGzip(bytes) || isZip(bytes) || isTar(bytes);
}
function isGzip(bytes) {
	return bytes[0] === 31 && bytes[1] === 139 && bytes[2] === 8;
}
function isZip(bytes) {
	return bytes[0] === 80 && bytes[1] === 75 && bytes[2] === 3 && bytes[3] === 4;
}
function isTar(bytes) {
	return TAR_MAGIC.every((byte, index) => bytes[TAR_MAGIC_AT + index] === byte);
}
// src/decode/byte-set.ts
function byteSet(characters) {
	const set = new Uint8Array(256);
	for (const byte of Buffer.from(characters, "latin1")) set[byte] = 1;
	return set;
}
// src/decode/decoded.ts
var DecodedBuilder = class {
	#bytes;
	#starts;
	#ends;
	#length = 0;
	constructor(capacity) {
		this.#bytes = new Uint8Array(capacity);
		this.#starts = new Uint32Array(capacity);
		this.#ends = new Uint32Array(capacity);
	}
	get length() {
		return this.#length;
	}
	add(byte, start, end) {
		this.#bytes[this.#length] = byte;
		this.#starts[this.#length] = start;
		this.#ends[this.#length] = end;
		this.#length += 1;
	}
	addUnchanged(bytes, start, end) {
		for (let i = start; i < end; i++) this.add(bytes[i], i, i + 1);
	}
	build() {
		return {
			bytes: this.#bytes.subarray(0, this.#length),
			starts: this.#starts.subarray(0, this.#length),
			ends: this.#ends.subarray(0, this.#length)
		};
	}
};
// src/decode/joined-bytes.ts
const QUOTES = byteSet("\"'`");
function isBlank(byte) {
	return byte === 32 || byte === 9 || byte === 10 || byte === 13;
}
// src/decode/joined-list.ts
const COMMA$1 = 44;
const SEMICOLON$2 = 59;
const EQUALS_SIGN$4 = 61;
const LESS_THAN = 60;
const OPENING_PARENTHESIS = 40;
const CLOSING_PARENTHESIS = 41;
const DOT = 46;
const NEWLINE$8 = 10;
const CARRIAGE_RETURN$3 = 13;
const LIST_JOINER = /^\\?["'`][ \t]{0,8},[ \t]{0,8}(?:\r?\n[ \t]{0,40})?[@$fbruFBRU]{0,2}\\?["'`]/;
const APPENDED = /^["'`][ \t]{0,4};?[ \t]{0,4}\r?\n[ \t]{0,40}[$@\w.]{1,60}[ \t]{0,4}(?:(?:[+.&~]|<>|\|\|)=|<<)[ \t]{0,4}[@$fbruFBRU]{0,2}["'`]/;
const CHAINED = /^["'`]\)?[ \t]{0,4}(?:;?[ \t]{0,4}\r?\n[ \t]{0,40}\w{0,40})?\.(?:append|concat|push_str)\([ \t]{0,4}["'`]/i;
function appendingJoiner(text) {
	return APPENDED.exec(text) ?? CHAINED.exec(text);
}
const JOINS_BEHIND = /(?:\bconcat!?|\bpaste0|\bstr|(["'])\1\s?\.join|-join|(?:\bimplode|\bjoin)\s?\(\s{0,4}(["'])\2\s{0,4},|\bEnum\.join|\bstrings\.Join|\bstring\.Concat)\s{0,4}[@([]{0,3}\s{0,4}(?:new\s?(?:string)?\[\]|\[\]string|array|qw|\[|\(|\{)?\s{0,4}[([{]?\s{0,40}["'`]$/i;
const JOINS_BEFORE = /^\\?["'`]\s{0,40},?\s{0,40}[\])}]{0,2}\s{0,40}(?:\??\.(?:join|joined|joinToString|mkString|concat)\b(?:\s{0,4}\(\s{0,4}(?:separator\s{0,2}[:=]\s{0,2})?(?:(["'`])\1)?\s{0,4}\))?(?!\s{0,4}\()|,\s{0,4}(["'])\2\s{0,4}\)|\s-join\s{0,4}(["'])\3|,\s{0,4}sep\s?=\s?(["'])\4)/;
const LOOK_BEFORE$1 = 80;
const LOOK_BEHIND$1 = 120;
function isJoinedList(bytes, pieces) {
	const first = pieces[0]?.start ?? 0;
	const last = pieces.at(-1)?.end ?? 0;
	const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const before = content.toString("latin1", Math.max(0, first - LOOK_BEFORE$1), first);
	if (JOINS_BEHIND.test(before)) return true;
	return JOINS_BEFORE.test(content.toString("latin1", last, Math.min(bytes.length, last + LOOK_BEHIND$1)));
}
function mayGoOnBehind(bytes, end) {
	let i = end + 1;
	if (bytes[i] === CLOSING_PARENTHESIS) i++;
	if (bytes[i] === DOT) return CALL_STARTS[bytes[i + 1]] === 1;
	if (bytes[i] === COMMA$1) {
		do
			i++;
		while (i < end + 60 && isBlank(bytes[i]));
		return QUOTES[bytes[i]] === 1;
	}
	const statement = nextStatement(bytes, i);
	if (statement < 0) return false;
	return isAppending(bytes, skip(bytes, skip(bytes, statement, NAME, LONGEST_NAME$1), SPACES, MOST_SPACES));
}
function nextStatement(bytes, at) {
	let i = skip(bytes, at, SPACES, MOST_SPACES);
	if (bytes[i] === SEMICOLON$2) i = skip(bytes, i + 1, SPACES, MOST_SPACES);
	if (bytes[i] === CARRIAGE_RETURN$3) i++;
	return bytes[i] === NEWLINE$8 ? skip(bytes, i + 1, SPACES, 40) : -1;
}
function skip(bytes, from, which, most) {
	let i = from;
	while (i < from + most && which[bytes[i]] === 1) i++;
	return i;
}
const MOST_SPACES = 4;
const LONGEST_NAME$1 = 60;
function mayGoOnBefore(bytes, start) {
	let i = start - 2;
	while (i > start - 60 && isBlank(bytes[i])) i--;
	if (bytes[i] === COMMA$1) {
		do
			i--;
		while (i > start - 60 && isBlank(bytes[i]));
		return QUOTES[bytes[i]] === 1;
	}
	return isAppending(bytes, i);
}
function isAppending(bytes, at) {
	const byte = bytes[at];
	if (byte === EQUALS_SIGN$4) return OPERATORS[bytes[at - 1]] === 1;
	if (byte === OPENING_PARENTHESIS) return CALL_ENDS[bytes[at - 1]] === 1;
	if (byte === LESS_THAN) return bytes[at - 1] === LESS_THAN || bytes[at + 1] === LESS_THAN;
	return OPERATORS[byte] === 1 && bytes[at + 1] === EQUALS_SIGN$4;
}
const OPERATORS = byteSet("+.&~|>");
const CALL_STARTS = byteSet("acpAC");
const CALL_ENDS = byteSet("dtr");
const SPACES = byteSet(" 	");
const NAME = byteSet("$@_.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
const LEAST_DIGITS = 2;
const LOOK_FOR_DIGITS = 40;
function looksRandom(bytes, start) {
	let digits = 0;
	for (let i = start; i < start + LOOK_FOR_DIGITS; i++) {
		const byte = bytes[i];
		if (byte >= 48 && byte <= 57) digits++;
		else if (QUOTES[byte] === 1 || byte === NEWLINE$8 || byte === void 0) break;
		if (digits === LEAST_DIGITS) return true;
	}
	return false;
}
// src/decode/joined.ts
const MOST_PIECES = 12;
const LONGEST_JOINER = 80;
const LONGEST_REST = 400;
const COMMA = 44;
const BACKSLASH$5 = 92;
const NEWLINE$7 = 10;
const CARRIAGE_RETURN$2 = 13;
const SPACE$2 = 32;
const TAB$1 = 9;
const CONTINUING = byteSet("\\^");
const QUOTED_JOINER = /^\\?["'`](?:[ \t]{0,8}|[ \t]{0,8}(?:(?:\+|\.\.?|&|<>|\|\||~)[ \t]{0,8}(?:[\\`_][ \t]{0,4})?(?:\r?\n[ \t]{0,40})?|(?:(?:,?[ \t]?_|[\\`])[ \t]{0,4})?\r?\n[ \t]{0,40}(?:[+.&~][ \t]{0,8})?|\\n))[@$fbruFBRU]{0,2}\\?["'`]/;
const CONTINUATION = /^[\\^]\r?\n[ \t]{0,40}/;
const JOINING = byteSet(" 	\r\n+.&~<>|_\\");
const PREFIXES = byteSet("@$fbruFBRU");
const BETWEEN_PIECES = byteSet("\"'` 	\r\n,");
function mayBeBetween(bytes, at) {
	const byte = bytes[at];
	if (QUOTES[byte] === 1) return true;
	if (byte === NEWLINE$7 || byte === CARRIAGE_RETURN$2) {
		const before = bytes[at - 1];
		if (CONTINUING[before] === 1 || before === CARRIAGE_RETURN$2) return true;
	}
	let i = at + 1;
	while (bytes[i] === SPACE$2) i++;
	const next = bytes[i];
	return QUOTES[next] === 1 || JOINING[next] === 1;
}
function mayBePiece(bytes, start, end) {
	if (QUOTES[bytes[end]] === 0 && QUOTES[bytes[start - 1]] !== 1) return continuesBehind(bytes, end) || continuesBefore(bytes, start);
	return joinsBehind(bytes, end) || joinsBefore(bytes, start) || mayBeItem(bytes, start, end);
}
function mayBeItem(bytes, start, end) {
	if (QUOTES[bytes[end]] !== 1 || QUOTES[bytes[start - 1]] !== 1) return false;
	return (mayGoOnBehind(bytes, end) || mayGoOnBefore(bytes, start)) && looksRandom(bytes, start);
}
function pieceBehindJoiner(bytes, at) {
	const byte = bytes[at];
	if (QUOTES[byte] === 1) {
		if (joinsBefore(bytes, at + 1) || isGivenLater(bytes, at + 1)) return at + 1;
		if (joinsBehind(bytes, at)) return nextQuote(bytes, at + 1) + 1;
		return mayGoOnBehind(bytes, at) ? givenPiece(bytes, at + 1) : -1;
	}
	if (byte === COMMA) {
		const item = quoteBehind(bytes, at + 1);
		return item >= 0 && isGivenLater(bytes, item + 1) ? item + 1 : -1;
	}
	if (JOINING[byte] === 0) return -1;
	const next = startOfNextLine(bytes, byte === BACKSLASH$5 ? at + 1 : at);
	if (next >= 0 && continuesBefore(bytes, next)) return next;
	const opening = quoteBehind(bytes, at + 1);
	if (opening < 0) return -1;
	return joinsBefore(bytes, opening + 1) || isGivenLater(bytes, opening + 1) ? opening + 1 : -1;
}
function givenPiece(bytes, from) {
	const opening = nextQuote(bytes, from);
	return opening >= 0 && isGivenLater(bytes, opening + 1) ? opening + 1 : -1;
}
function nextQuote(bytes, from) {
	let i = from;
	while (i < from + 60 && QUOTES[bytes[i]] === 0) i++;
	return QUOTES[bytes[i]] === 1 ? i : -1;
}
function isGivenLater(bytes, start) {
	return looksRandom(bytes, start) && mayGoOnBefore(bytes, start);
}
function startOfNextLine(bytes, at) {
	const newline = bytes[at] === CARRIAGE_RETURN$2 ? at + 1 : at;
	return bytes[newline] === NEWLINE$7 ? newline + 1 : -1;
}
function quoteBehind(bytes, from) {
	let i = from;
	while (i < from + 60 && JOINING[bytes[i]] === 1) i++;
	return QUOTES[bytes[i]] === 1 ? i : -1;
}
function joinsBehind(bytes, end) {
	if (continuesBehind(bytes, end)) return true;
	if (QUOTES[bytes[end]] !== 1) return false;
	let i = end + 1;
	while (i < end + 60 && JOINING[bytes[i]] === 1) i++;
	if (PREFIXES[bytes[i]] === 1) i++;
	if (QUOTES[bytes[i]] !== 1) return false;
	return isKeyByte(bytes[i + 1]);
}
function joinsBefore(bytes, start) {
	if (QUOTES[bytes[start - 1]] !== 1) return continuesBefore(bytes, start);
	let i = start - 2;
	while (i > start - 60 && JOINING[bytes[i]] === 1) i--;
	if (i <= 0 || QUOTES[bytes[i]] !== 1) return false;
	return isKeyByte(bytes[i - 1]) || bytes[i - 1] === BACKSLASH$5;
}
function continuesBehind(bytes, end) {
	const last = bytes[end - 1] === BACKSLASH$5 ? end - 1 : end;
	return CONTINUING[bytes[last]] === 1 && startOfNextLine(bytes, last + 1) >= 0;
}
function continuesBefore(bytes, start) {
	let i = start - 1;
	while (i > start - 40 && (bytes[i] === SPACE$2 || bytes[i] === TAB$1)) i--;
	if (bytes[i] !== NEWLINE$7) return false;
	i--;
	if (bytes[i] === CARRIAGE_RETURN$2) i--;
	return CONTINUING[bytes[i]] === 1;
}
function isKeyByte(byte) {
	const lower = byte | 32;
	return lower >= 97 && lower <= 122 || byte >= 43 && byte <= 57 && byte !== 44 || byte === 95 || byte === 126;
}
const betweenPieces = (text) => QUOTED_JOINER.exec(text) ?? CONTINUATION.exec(text) ?? appendingJoiner(text);
const betweenItems = (text) => LIST_JOINER.exec(text) ?? betweenPieces(text);
function findPieces(bytes, start, end, isPieceByte) {
	return piecesAround(bytes, start, end, isPieceByte, betweenPieces);
}
function findItems(bytes, start, end, isPieceByte) {
	const pieces = piecesAround(bytes, start, end, isPieceByte, betweenItems);
	return {
		pieces,
		isJoined: pieces.length > 0 && isJoinedList(bytes, pieces)
	};
}
function piecesAround(bytes, start, end, isPieceByte, joiner) {
	const pieces = [trimContinuation(bytes, {
		start,
		end
	})];
	extendForward(bytes, pieces, isPieceByte, joiner);
	extendBackward(bytes, pieces, isPieceByte, joiner);
	return pieces.length === 1 ? [] : pieces;
}
function areJoined(bytes, pieces) {
	return pieces.every(({ start }, index) => {
		const before = pieces[index - 1];
		if (before === void 0) return true;
		const joiner = latin1$2(bytes, before.end, start);
		const quotes = joiner.match(/["'`]/g) ?? [];
		return /[^\s"'`]|\n/.test(joiner) && quotes[0] === quotes.at(-1);
	});
}
function joinPieces(bytes, pieces, from, to) {
	const builder = new DecodedBuilder(to - from);
	builder.addUnchanged(bytes, from, pieces[0]?.start ?? to);
	for (const piece of pieces) builder.addUnchanged(bytes, piece.start, piece.end);
	builder.addUnchanged(bytes, pieces.at(-1)?.end ?? to, to);
	return builder.build();
}
function extendForward(bytes, pieces, isPieceByte, joiner) {
	while (pieces.length < MOST_PIECES) {
		const last = pieces.at(-1);
		if (!last) return;
		const match = joiner(latin1$2(bytes, last.end, last.end + LONGEST_JOINER));
		if (!match) return;
		const start = last.end + match[0].length;
		let end = start;
		while (end < bytes.length && isPieceByte(bytes[end])) end++;
		if (end === start || !isClosed(bytes, bytes[start - 1], end)) return;
		pieces.push(trimContinuation(bytes, {
			start,
			end
		}));
	}
}
function isClosed(bytes, quote, from) {
	if (QUOTES[quote] !== 1) return true;
	for (let i = from; i < from + LONGEST_REST && i < bytes.length && bytes[i] !== NEWLINE$7; i++) if (bytes[i] === quote) return true;
	return false;
}
function extendBackward(bytes, pieces, isPieceByte, joiner) {
	while (pieces.length < MOST_PIECES) {
		const first = pieces[0];
		if (!first) return;
		const end = endOfPieceBefore(bytes, first.start, joiner);
		let start = end;
		while (start > 0 && isPieceByte(bytes[start - 1])) start--;
		if (start === end) return;
		pieces.unshift({
			start,
			end
		});
	}
}
function endOfPieceBefore(bytes, start, joiner) {
	const least = Math.max(0, start - LONGEST_JOINER);
	const isQuoted = QUOTES[bytes[start - 1]] === 1;
	let tries = isQuoted ? MOST_TRIES : 1;
	for (let end = start - 1; end > least && tries > 0; end--) {
		const byte = bytes[end];
		if (isQuoted ? QUOTES[byte] === 0 || end === start - 1 : isBlank(byte)) continue;
		tries--;
		const from = isQuoted && bytes[end - 1] === BACKSLASH$5 ? end - 1 : end;
		const text = latin1$2(bytes, from, start);
		if (joiner(text)?.[0].length === text.length) return from;
	}
	return 0;
}
const MOST_TRIES = 2;
function trimContinuation(bytes, { start, end }) {
	let trimmed = end;
	while (trimmed > start && bytes[trimmed - 1] === BACKSLASH$5) trimmed--;
	return {
		start,
		end: trimmed
	};
}
function latin1$2(bytes, start, end) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", start, Math.min(end, bytes.length));
}
// src/detect/bytes.ts
const ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const CREDENTIAL_BYTES = byteSet(`${ALPHANUMERIC}_-+/.~%\\&#;`);
const ALPHABET_BYTES = {
	word: byteSet(`${ALPHANUMERIC}_-`),
	base64: byteSet(`${ALPHANUMERIC}+/`)
};
// src/decode/base64.ts
const VALUES = makeValues();
const NEWLINE$6 = 10;
const CARRIAGE_RETURN$1 = 13;
const SPACE$1 = 32;
const TAB = 9;
const EQUALS_SIGN$3 = 61;
const SHORTEST_WRAPPED_LINE = 60;
const MOST_CHARACTERS = 4194304;
const FIRST_LOOK = 8;
const SECOND_LOOK = 20;
function beginsLikeText(bytes, start, end) {
	return decodesToText(bytes, start, FIRST_LOOK) && decodesToText(bytes, start, Math.min(SECOND_LOOK, end - start & -4));
}
function decodeBase64Block(bytes, start, end) {
	const positions = [];
	for (let from = start, to = end; positions.length < MOST_CHARACTERS;) {
		for (let i = from; i < to; i++) positions.push(i);
		if (to - from < SHORTEST_WRAPPED_LINE) break;
		const next = nextLineStart(bytes, to);
		if (next < 0 || valueAt(bytes, next) < 0) break;
		from = next;
		to = next;
		while (to < bytes.length && valueAt(bytes, to) >= 0) to++;
		if (!endsText(bytes[behindPadding(bytes, to)])) break;
	}
	return decodePositions(bytes, positions);
}
function endsText(byte) {
	return byte === void 0 || byte <= SPACE$1 || TEXT_ENDS.includes(byte);
}
const TEXT_ENDS = Buffer.from("\"'`<)]},;\\");
function behindPadding(bytes, at) {
	let i = at;
	while (bytes[i] === EQUALS_SIGN$3) i++;
	return i;
}
function decodeBase64Around(bytes, at, place, reach) {
	const before = positionsBefore(bytes, at, reach);
	const misplaced = before.length - place & 3;
	return decodePositions(bytes, [...before.slice(misplaced), ...positionsFrom(bytes, at, reach)]);
}
function positionsBefore(bytes, at, most) {
	const positions = [];
	for (let i = at; positions.length < most;) if (valueAt(bytes, i - 1) >= 0) positions.push(--i);
	else {
		i = endOfLineBefore(bytes, i);
		if (i < 0) break;
	}
	return positions.reverse();
}
function positionsFrom(bytes, at, most) {
	const positions = [];
	for (let i = at; positions.length < most;) if (valueAt(bytes, i) >= 0) positions.push(i++);
	else {
		const next = isWrappedAt(bytes, i) ? nextLineStart(bytes, i) : -1;
		if (next < 0 || valueAt(bytes, next) < 0) break;
		i = next;
	}
	return positions;
}
function decodePositions(bytes, positions) {
	const decoded = new DecodedBuilder(Math.floor(positions.length * 3 / 4));
	let bits = 0;
	let bitCount = 0;
	let first = 0;
	for (const position of positions) {
		if (bitCount === 0) first = position;
		bits = (bits << 6 | valueAt(bytes, position)) & 65535;
		bitCount += 6;
		if (bitCount < 8) continue;
		bitCount -= 8;
		decoded.add(bits >> bitCount & 255, first, position + 1);
		first = position;
	}
	return decoded.build();
}
function decodesToText(bytes, start, characters) {
	let bits = 0;
	let bitCount = 0;
	for (let i = start; i < start + characters; i++) {
		const value = valueAt(bytes, i);
		if (value < 0) return false;
		bits = (bits << 6 | value) & 65535;
		bitCount += 6;
		if (bitCount < 8) continue;
		bitCount -= 8;
		const byte = bits >> bitCount & 255;
		if (byte > 126 || byte < SPACE$1 && byte !== NEWLINE$6 && byte !== CARRIAGE_RETURN$1 && byte !== TAB) return false;
	}
	return true;
}
function nextLineStart(bytes, at) {
	let i = at;
	if (bytes[i] === CARRIAGE_RETURN$1) i++;
	if (bytes[i] !== NEWLINE$6) return -1;
	i++;
	while (bytes[i] === SPACE$1 || bytes[i] === TAB) i++;
	return i;
}
function endOfLineBefore(bytes, start) {
	let end = start;
	while (bytes[end - 1] === SPACE$1 || bytes[end - 1] === TAB) end--;
	if (bytes[end - 1] !== NEWLINE$6) return -1;
	end--;
	if (bytes[end - 1] === CARRIAGE_RETURN$1) end--;
	return isWrappedAt(bytes, end) ? end : -1;
}
function isWrappedAt(bytes, end) {
	for (let i = end - SHORTEST_WRAPPED_LINE; i < end; i++) if (valueAt(bytes, i) < 0) return false;
	return true;
}
function valueAt(bytes, at) {
	return VALUES[bytes[at] ?? 0];
}
function makeValues() {
	const values = new Int8Array(256).fill(-1);
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (let i = 0; i < 64; i++) values[alphabet.charCodeAt(i)] = i;
	values["-".charCodeAt(0)] = 62;
	values["_".charCodeAt(0)] = 63;
	return values;
}
function encodedForms(text) {
	const forms = [];
	for (let phase = 0; phase < 3; phase++) {
		const encoded = Buffer.from("\0".repeat(phase) + text, "latin1").toString("base64");
		const first = Math.ceil(phase * 8 / 6);
		const last = Math.floor((phase + text.length) * 8 / 6);
		if (last - first >= SHORTEST_ENCODED_FORM) forms.push({
			text: encoded.slice(first, last),
			place: first
		});
	}
	return forms;
}
const SHORTEST_ENCODED_FORM = 5;
// src/decode/escapes.ts
const PERCENT$1 = 37;
const AMPERSAND = 38;
const HASH = 35;
const SEMICOLON$1 = 59;
const BACKSLASH$4 = 92;
const SLASH = 47;
const LOWER_U = 117;
const LOWER_X = 120;
const DIGIT_2 = 50;
const DIGIT_5 = 53;
function readEscape(bytes, at) {
	switch (bytes[at]) {
		case PERCENT$1: return readPercent(bytes, at);
		case BACKSLASH$4: return readBackslash(bytes, at);
		case AMPERSAND: return readEntity(bytes, at);
		default: return null;
	}
}
function decodeEscapes(bytes, start, end) {
	const decoded = new DecodedBuilder(end - start);
	for (let i = start; i < end;) {
		const sequence = readEscape(bytes, i);
		if (sequence !== null && i + sequence.length <= end) {
			decoded.add(sequence.byte, i, i + sequence.length);
			i += sequence.length;
		} else {
			decoded.add(bytes[i], i, i + 1);
			i += 1;
		}
	}
	return decoded.build();
}
function readPercent(bytes, at) {
	let i = at + 1;
	while (bytes[i] === DIGIT_2 && bytes[i + 1] === DIGIT_5 && isHexDigit(bytes[i + 2]) && isHexDigit(bytes[i + 3])) i += 2;
	return hexEscape(bytes, at, i, 2);
}
function readBackslash(bytes, at) {
	let i = at + 1;
	while (bytes[i] === BACKSLASH$4) i += 1;
	if (bytes[i] === SLASH) return {
		byte: SLASH,
		length: i + 1 - at
	};
	if (bytes[i] === LOWER_U && bytes[i + 1] === 48 && bytes[i + 2] === 48) return hexEscape(bytes, at, i + 3, 2);
	return bytes[i] === LOWER_X ? hexEscape(bytes, at, i + 1, 2) : null;
}
function readEntity(bytes, at) {
	let i = at + 1;
	while (bytes[i] === 97 && bytes[i + 1] === 109 && bytes[i + 2] === 112 && bytes[i + 3] === SEMICOLON$1) i += 4;
	if (bytes[i] !== HASH) return null;
	i += 1;
	const isHex = bytes[i] === LOWER_X || bytes[i] === 88;
	if (isHex) i += 1;
	let code = 0;
	let digits = 0;
	for (; digits < 7; digits++, i++) {
		const digit = hexValue(bytes[i]);
		if (digit < 0 || !isHex && digit > 9) break;
		code = code * (isHex ? 16 : 10) + digit;
	}
	if (digits === 0 || bytes[i] !== SEMICOLON$1) return null;
	return printable$1(code, i + 1 - at);
}
function hexEscape(bytes, at, digitsAt, digits) {
	let code = 0;
	for (let i = digitsAt; i < digitsAt + digits; i++) {
		const digit = hexValue(bytes[i]);
		if (digit < 0) return null;
		code = code * 16 + digit;
	}
	return printable$1(code, digitsAt + digits - at);
}
function printable$1(code, length) {
	return code > 32 && code < 127 ? {
		byte: code,
		length
	} : null;
}
function isHexDigit(byte) {
	return hexValue(byte) >= 0;
}
function hexValue(byte) {
	if (byte === void 0) return -1;
	if (byte >= 48 && byte <= 57) return byte - 48;
	const lower = byte | 32;
	return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
const SHORTEST_MARK = 3;
const ESCAPE_STARTS = Buffer.from("%\\&");
function buildMarkTable(texts) {
	const pairs = new Uint8Array(65536);
	const marksOfPair = new Map();
	for (const offset of [1, 0]) texts.forEach((text, mark) => {
		const bytes = Buffer.from(text, "latin1");
		if (bytes.length < SHORTEST_MARK) throw new RangeError(`the mark "${text}" is too short`);
		const pair = bytes.readUInt16BE(offset);
		pairs[pair] = 1;
		marksOfPair.set(pair, [...marksOfPair.get(pair) ?? [], {
			mark,
			offset,
			bytes
		}]);
	});
	for (const start of ESCAPE_STARTS) for (let other = 0; other < 256; other++) {
		pairs[start << 8 | other] = pairs[start << 8 | other] | 2;
		pairs[other << 8 | start] = pairs[other << 8 | start] | 2;
	}
	return {
		pairs,
		marksOfPair
	};
}
function standsAt(mark, bytes, start, end) {
	if (start + mark.length > end) return false;
	for (let i = 0; i < mark.length; i++) if (bytes[start + i] !== mark[i]) return false;
	return true;
}
const BACKSLASH$3 = 92;
const NEWLINE$5 = 10;
const SHORTEST_PIECE = 3;
function sampleRuns(bytes, onRun, onPiece = () => {}) {
	const length = bytes.length;
	let previousEnd = 0;
	let position = 31;
	while (position < length) {
		if (CREDENTIAL_BYTES[bytes[position]] === 0) {
			if (BETWEEN_PIECES[bytes[position]] === 1 && mayBeBetween(bytes, position)) {
				const piece = pieceBehindJoiner(bytes, position);
				if (piece >= 0) onPiece(piece, endOfRun(bytes, piece));
			}
			position += 32;
			continue;
		}
		let start = position;
		while (start > previousEnd && CREDENTIAL_BYTES[bytes[start - 1]] === 1) start--;
		const end = endOfRun(bytes, position + 1);
		if (end - start >= 32) onRun(start, end);
		else if (end - start >= SHORTEST_PIECE) {
			if ((QUOTES[bytes[end]] === 1 || QUOTES[bytes[start - 1]] === 1 || bytes[end - 1] === BACKSLASH$3 || bytes[start - 1] === NEWLINE$5) && mayBePiece(bytes, start, end)) onPiece(start, end);
		} else if (end - start <= 2) {
			const piece = pieceBehindJoiner(bytes, end - 1);
			if (piece >= 0) onPiece(piece, endOfRun(bytes, piece));
		}
		previousEnd = end;
		position = end + 32;
	}
}
function endOfRun(bytes, from) {
	let end = from;
	while (end < bytes.length && CREDENTIAL_BYTES[bytes[end]] === 1) end++;
	return end;
}
// src/detect/text-window.ts
const ESCAPES = /\\u00([0-9a-fA-F]{2})|\\x([0-9a-fA-F]{2})|\\([nrtbfv0"'`\\/])|%(?:25){0,3}([0-9a-fA-F]{2})|&(?:amp;){0,2}(quot|apos|amp|lt|gt|#\d{1,3}|#x[0-9a-fA-F]{1,2});/g;
const COLORS = /(?:\x1b|\\(?:u001[bB]|x1[bB]|033|e))\[[\d;]{0,20}m/g;
const LINE_OF_NOTEBOOK = /\\n",[ \t]{0,40}\r?\n[ \t]{0,40}"/g;
const NOT_TEXT = "";
const BACKSLASH$2 = 92;
const SEMICOLON = 59;
const OPENING_BRACKET = 91;
const COLON = 58;
const HYPHEN = 45;
const PERCENT = 37;
const HAS_ESCAPE = /[\\%&\x1b]/;
const CONTROL_ESCAPES = {
	n: "\n",
	r: "\r",
	t: "	"
};
const ENTITIES = {
	quot: "\"",
	apos: "'",
	amp: "&",
	lt: "<",
	gt: ">"
};
function textWindow(bytes, start, end) {
	const base = Math.max(0, start);
	return {
		text: blankEscapes(latin1$1(bytes, base, end)),
		base
	};
}
function visible(text) {
	return text.replaceAll(NOT_TEXT, "");
}
function latin1$1(bytes, start, end) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", Math.max(0, start), Math.min(bytes.length, end));
}
function blankEscapes(text) {
	if (!HAS_ESCAPE.test(text)) return text;
	return text.replace(COLORS, (sequence) => NOT_TEXT.repeat(sequence.length)).replace(LINE_OF_NOTEBOOK, (sequence) => "\n".padStart(sequence.length, NOT_TEXT)).replace(ESCAPES, (sequence, unicode, hex, control, percent, entity) => {
		const code = unicode ?? hex ?? percent;
		return (code !== void 0 ? printable(Number.parseInt(code, 16)) : control !== void 0 ? CONTROL_ESCAPES[control] ?? (/[a-z0]/.test(control) ? " " : control) : entityCharacter(entity)).padStart(sequence.length, NOT_TEXT);
	});
}
function prefixTailLength(bytes, start) {
	const before = bytes[start - 1];
	if (before === COLON) return bytes[start] === HYPHEN ? 1 : 0;
	if (before === SEMICOLON || before === OPENING_BRACKET) return colorTailLength(bytes, start);
	if (before !== BACKSLASH$2 && before !== PERCENT) return 0;
	const following = latin1$1(bytes, start, start + 10);
	const tail = before === BACKSLASH$2 ? /^(?:u00[0-9a-fA-F]{2}|x[0-9a-fA-F]{2}|[nrtbfv0])/.exec(following) : /^(?:25){0,3}[0-9a-fA-F]{2}/.exec(following);
	return tail ? tail[0].length : 0;
}
function colorTailLength(bytes, start) {
	const tail = /^\d{1,3}m/.exec(latin1$1(bytes, start, start + 4));
	const isColor = /(?:\x1b|\\(?:u001b|x1b|033|e))\[[\d;]{0,20}$/i.test(latin1$1(bytes, start - 30, start));
	return tail !== null && isColor ? tail[0].length : 0;
}
function entityCharacter(entity) {
	if (!entity.startsWith("#")) return ENTITIES[entity] ?? " ";
	return printable(entity.startsWith("#x") ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1)));
}
function printable(code) {
	if (code === 10 || code === 13 || code === 9 || code >= 32 && code < 127) return String.fromCharCode(code);
	return " ";
}
// src/detect/classify.ts
const LONGEST_EXACT_RUN = 128;
const EQUALS_SIGN$2 = 61;
const MOST_PADDING = 2;
const SHORTEST_BASE64 = 43;
function classifyRun(engine, bytes, start, end, sink) {
	const { pairs } = engine.markTable;
	let hasEscape = false;
	for (let i = start; i + 1 < end; i += 2) {
		const pair = bytes[i] << 8 | bytes[i + 1];
		const kinds = pairs[pair];
		if (kinds === 0) continue;
		if ((kinds & 1) !== 0) reportMarks(engine, bytes, pair, i, start, end, sink);
		if ((kinds & 2) !== 0 && !hasEscape) hasEscape = readEscape(bytes, i) !== null || readEscape(bytes, i + 1) !== null;
	}
	reportRuns(engine, "word", bytes, start, end, sink);
	reportRuns(engine, "base64", bytes, start, end, sink);
	return hasEscape;
}
function reportMarks(engine, bytes, pair, at, start, end, sink) {
	for (const { mark, offset, bytes: text } of engine.markTable.marksOfPair.get(pair) ?? []) {
		const from = at - offset;
		if (from < start || !standsAt(text, bytes, from, end)) continue;
		for (const pattern of engine.patternsOfMark[mark] ?? []) sink.candidate(pattern, from, from + 1);
		const encoded = engine.encodedMarks[mark - engine.patternsOfMark.length];
		if (encoded !== void 0) sink.encodedMark(from, encoded.place);
	}
}
function reportRuns(engine, alphabet, bytes, start, end, sink) {
	const accepted = ALPHABET_BYTES[alphabet];
	let previousEnd = start;
	let position = start + 32 - 1;
	while (position < end) {
		if (accepted[bytes[position]] === 0) {
			position += 32;
			continue;
		}
		let from = position;
		while (from > previousEnd && accepted[bytes[from - 1]] === 1) from--;
		let to = position + 1;
		while (to < end && accepted[bytes[to]] === 1) to++;
		if (to - from >= 32) reportRun(engine, alphabet, bytes, from, to, sink);
		previousEnd = to;
		position = to + 32;
	}
}
function reportRun(engine, alphabet, bytes, start, end, sink) {
	const realStart = reportExact(engine.patternsOfRun[alphabet], bytes, start, end, sink);
	if (end - realStart >= SHORTEST_BASE64 && beginsLikeText(bytes, realStart, end)) sink.base64(realStart, end);
}
function reportExact(patternsOfLength, bytes, start, end, sink) {
	const realStart = start + prefixTailLength(bytes, start);
	if (patternsOfLength.size === 0 || end - realStart > LONGEST_EXACT_RUN) return realStart;
	for (const pattern of patternsOfLength.get(end - realStart) ?? []) if (standsBetween(bytes, pattern, realStart, end)) sink.candidate(pattern, realStart, end);
	return realStart;
}
function standsBetween(bytes, { follows, precedes }, start, end) {
	if (follows !== null && start > 0 && follows[bytes[start - 1]] === 0) return false;
	if (precedes === null) return true;
	const behind = paddedEnd(bytes, end);
	return behind >= bytes.length || precedes[bytes[behind]] === 1;
}
function paddedEnd(bytes, end) {
	let padded = end;
	while (padded < end + MOST_PADDING && bytes[padded] === EQUALS_SIGN$2) padded++;
	return padded;
}
// src/detect/context/chain.ts
const MOST_CALLS = 8;
const ONLY_TEXT = /\(\s{0,4}["'`]([\w.\-:]{2,80})["'`]\s{0,4}\)/;
function overChain(text) {
	let before = text;
	let argument = null;
	for (let calls = 0; calls < MOST_CALLS && before.endsWith(")"); calls++) {
		const open = openingOf(before);
		if (open < 0) break;
		argument = ONLY_TEXT.exec(before.slice(open))?.[1] ?? argument;
		before = withoutCallee(before.slice(0, open));
	}
	return {
		before,
		argument
	};
}
function openingOf(text) {
	let depth = 0;
	for (let i = text.length - 1; i >= 0; i--) if (text[i] === ")") depth++;
	else if (text[i] === "(" && --depth === 0) return i;
	return -1;
}
function withoutCallee(text) {
	let end = text.length;
	while (end > 0 && /[\w$.:>?!]/.test(text[end - 1] ?? "")) end--;
	const colon = text.slice(end).search(/(?<!:):(?!:)/);
	return text.slice(0, colon < 0 ? end : end + colon + 1).trimEnd();
}
// src/detect/context/lookup-name.ts
const LOOKUP = /(?:getenv|environ(?:\.get)?|lookup_?env|env::var|\benv(?:\.get|\.fetch)?|environment_?variable)[\s([]{1,3}["'`]([A-Za-z][\w.\-:]{2,80})["'`]/gi;
const NAME_OF_SECRET = /key|token|secret|credential|passw|pwd/i;
function fallbackName(before, name) {
	const reach = before.slice(-300);
	const lookup = [...reach.matchAll(LOOKUP)].at(-1);
	if (lookup?.[1] === void 0 || !NAME_OF_SECRET.test(lookup[1])) return null;
	const between = reach.slice(lookup.index + lookup[0].length).replace(/""|''/g, "");
	if (/["'`]|\n\s*\n/.test(between)) return null;
	const line = reach.slice(reach.lastIndexOf("\n", lookup.index) + 1, lookup.index);
	return name === "" || line.split(/[^\w$]+/).includes(name) ? lookup[1] : null;
}
// src/detect/context/enclosing.ts
function enclosingLabels(before) {
	return [
		...bracketLabels(before),
		...indentLabels(before),
		...sectionLabels(before)
	].slice(0, MOST_LABELS);
}
const MOST_LABELS = 8;
const MOST_BRACKETS = 4;
const LABEL_LENGTH = 60;
function bracketLabels(before) {
	const labels = [];
	let depth = 0;
	for (let i = before.length - 1; i >= 0 && labels.length < MOST_BRACKETS; i--) {
		const code = before.charCodeAt(i);
		if (code < 40) continue;
		if (code === 125 || code === 41 || code === 93) depth++;
		else if (code === 123 || code === 40 || code === 91) {
			if (depth > 0) depth--;
			else labels.push(labelBefore(before, i));
		}
	}
	return labels.filter((label) => label !== "");
}
function labelBefore(before, bracket) {
	const text = before.slice(Math.max(0, bracket - LABEL_LENGTH), bracket).trimEnd();
	return text.slice(text.lastIndexOf("\n") + 1).trim();
}
function indentLabels(before) {
	const lines = before.split("\n");
	const labels = [];
	let indent = indentOf(lines.pop() ?? "");
	while (lines.length > 0 && indent > 0 && labels.length < MOST_BRACKETS) {
		const line = lines.pop() ?? "";
		const lineIndent = indentOf(line);
		if (lineIndent === line.length || lineIndent >= indent) continue;
		indent = lineIndent;
		const key = blockKey(line.slice(lineIndent));
		if (key !== null) labels.push(key);
	}
	return labels;
}
function blockKey(line) {
	if (line.length > LONGEST_BLOCK_LINE) return null;
	const colon = line.lastIndexOf(":");
	if (!/^(?:[|>].?)?$/.test(line.slice(colon + 1).trim())) return null;
	const key = line.slice(0, colon).replace(/^[\s-]+/, "").trimEnd();
	return /^["']?([\w.\-/ ]{1,60})["']?$/.exec(key)?.[1] ?? null;
}
const LONGEST_BLOCK_LINE = 200;
function sectionLabels(before) {
	const last = [...before.matchAll(/(?:^|\n)\s{0,8}\[{1,2}([\w.:\- "']{1,60})\]{1,2}\s*(?=\n)/g)].at(-1);
	return last?.[1] ? [last[1]] : [];
}
function indentOf(line) {
	return line.length - line.trimStart().length;
}
// src/detect/context/sibling-name.ts
const NAME_MEMBER = /["']?\b(?:key|name|id|k|header|variable|field|setting|label|title|env_?var|(?:variable|header|param|parameter|option|setting|config)_?(?:name|key))["']?[ \t]{0,40}[:=][ \t]{0,40}["']?([\w.\-:]{2,80})/gi;
const SIBLING_REACH = 250;
function siblingName(before, after) {
	const element = /<(?:key|name|id|td|th|dt)>\s{0,4}([\w.\-: ]{2,80})\s{0,4}<\/\w{2,4}>\s{0,20}<\w{1,20}>$/.exec(before);
	if (element) return element[1] ?? null;
	return [...before.slice(Math.max(0, before.lastIndexOf("{"), before.lastIndexOf("<"), before.length - SIBLING_REACH)).matchAll(NAME_MEMBER)].at(-1)?.[1] ?? surroundingElement(before) ?? conditionName(after) ?? [...ownMembers(after).matchAll(NAME_MEMBER)][0]?.[1] ?? null;
}
function ownMembers(after) {
	const behind = after.slice(0, SIBLING_REACH);
	const end = behind.search(/[}>;]/);
	return end < 0 ? "" : behind.slice(0, end);
}
function surroundingElement(before) {
	return /<[\w:.-]{1,40}\s[^<>]{0,200}?\b(?:name|key|id)\s?=\s?["']([\w.\-: ]{2,80})["'][^<>]{0,200}>\s{0,80}(?:<!--[^<>]{0,200}-->\s{0,80})?<[\w:.-]{1,40}>$/.exec(before)?.[1] ?? null;
}
function conditionName(after) {
	return /^["'`]?\s{1,20}where\s{1,20}[\w."`[\]]{1,60}\s{0,4}(?:=|like)\s{0,4}N?["']([\w.\-: ]{2,80})["']/i.exec(after.slice(0, SIBLING_REACH))?.[1] ?? null;
}
function blockName(before) {
	return indentLabels(before)[0] ?? null;
}
// src/detect/context/sql-column.ts
const MOST_COLUMNS = 60;
function sqlColumn(before) {
	const values = [...before.matchAll(/\bvalues\s{0,20}\(/gi)].at(-1);
	if (values === void 0) return null;
	const columns = /\(([\w\s,"`[\].]{1,800})\)\s{0,20}$/.exec(before.slice(0, values.index))?.[1];
	const index = fieldIndex(before.slice(values.index + values[0].length));
	if (columns === void 0 || index === null) return null;
	return columns.split(",", MOST_COLUMNS)[index]?.replace(/["`[\]\s]/g, "") ?? null;
}
function fieldIndex(rows) {
	let index = 0;
	let depth = 1;
	let isQuoted = false;
	for (const character of rows) if (character === "'") isQuoted = !isQuoted;
	else if (isQuoted) continue;
	else if (character === "(" && ++depth === 1) index = 0;
	else if (character === ")") depth--;
	else if (character === ";") return null;
	else if (character === "," && depth === 1) index++;
	return depth === 1 ? index : null;
}
// src/detect/context/assigned-name.ts
const MOST_UNWRAPPED_CALLS = 3;
const MOST_WORDS = 4;
const LONGEST_NAME = 100;
const MOST_LIST_ITEMS = 30;
const VALUE_NAMES = /^(?:value|val|values|v|default|default_?value|content|data|text|string|string_?value|s|current_?value|initial_?value|plain_?text|equal_?to|matches|text\/\w{1,10}|td|th|dd|span|pre|code|div|p|li|b|strong|em)$/i;
const NOT_A_NAME = /^(?:string|str|char|var|let|const|final|static|public|private|protected|readonly|internal|any|object|bytes?|varchar|nvarchar|export|set|env|arg|declare|local|param|field|is|my|our|the|a|this|self|val|def|new|as|mut|auto)$/i;
const PLACEHOLDER_NAME = /^(?:your|enter|insert|put)\b/i;
const SETTER = /(?:key|token|secret)$/i;
const CLOSURE_HEAD = /\(\s{0,4}(?:\|[\w\s,]{0,20}\||(?:\([\w\s,]{0,20}\)|\w{1,2})\s{0,3}[=-]>|lambda\s?\w{0,20}\s?:)\s{0,3}\{?\s{0,4}(?:return)?$/;
function assignedName(before, after) {
	const text = beforeList(before);
	let rest = stripOpening(text.slice(-400)).replace(CLOSURE_HEAD, "(");
	let call = "";
	let argument = null;
	let unwrapped = 0;
	for (; unwrapped < MOST_UNWRAPPED_CALLS; unwrapped++) {
		if (!rest.endsWith("(")) break;
		const callee = rest.slice(0, -1).trimEnd().replace(/<[\w.]{1,30}>$/, "");
		const name = trailing(callee, isCalleeCharacter);
		call ||= trailing(name, isWordCharacter);
		rest = callee.slice(0, callee.length - name.length).replace(/\b(?:new|await|return|not)\s*$/, "");
		if (/^[.?]/.test(name)) {
			const chain = overChain(rest);
			rest = chain.before;
			argument ??= chain.argument;
		}
		rest = stripOpening(rest).replace(CLOSURE_HEAD, "(");
	}
	const column = sqlColumn(text);
	const name = (column !== null && !VALUE_NAMES.test(column) ? column : null) ?? (unwrapped === 0 ? nameOfPair(rest) : argument) ?? nameBeforeOperator(rest) ?? nameBeforeSpace(rest) ?? "";
	const isNamed = name !== "" && !VALUE_NAMES.test(name);
	const fallback = fallbackName(text.replace(/["'`]$/, ""), name);
	if (isNamed) return {
		name: fallback ?? name,
		call
	};
	return {
		name: siblingName(rest, after) ?? (column === null ? null : nameOfNext(after)) ?? nameOfFirstArgument(rest) ?? enclosingName(rest) ?? fallback ?? (name === "" ? null : blockName(rest)) ?? (SETTER.test(call) ? call : ""),
		call
	};
}
function beforeList(before) {
	let text = before;
	for (let items = 0; items < MOST_LIST_ITEMS; items++) {
		const tail = text.slice(-LONGEST_LIST_ITEM);
		const item = /["'`]?([A-Za-z0-9+/]{32,128}={0,2}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})["'`]?(?:\s{0,4}[,;|]\s{0,40}|\n[ \t]{0,20}-[ \t]{1,3})(["'`]?)$/.exec(tail);
		if (item === null || !/(?:\d[^\d]*){4}/.test(item[1] ?? "")) break;
		const isBlockItem = /-[ \t]{1,3}["'`]?$/.test(item[0]);
		text = `${text.slice(0, text.length - tail.length + item.index)}${isBlockItem ? "" : item[2]}`;
	}
	return text;
}
const LONGEST_LIST_ITEM = 200;
function stripOpening(text) {
	return text.replace(/\b(?:bearer|basic|apikey|token)\s{1,4}$/i, "").replace(/[@$]{0,2}(?:(?<![\w-])[bBrRuUfFL]{1,2})?["'`]{1,3}$/, "").replace(/["'`]\s{0,3}$/, (quote, at, whole) => /[=:([]\s*$/.test(whole.slice(0, at)) ? "" : quote).replace(/\s{1,40}$/, "").replace(/([=:,]\s{0,4})[[<]$/, "$1").replace(/:\s{0,3}[|>][+-]?\d?$/, ":").replace(/(^|\n)[ \t]*-$/, "$1").replace(/\s{1,40}$/, "");
}
function nameOfPair(text) {
	const name = /["'`]([\w.\-: ]{2,80})["'`]\s{0,4},?$/.exec(text)?.[1];
	return name === void 0 || PLACEHOLDER_NAME.test(name) ? null : name;
}
function nameBeforeOperator(text) {
	const element = /<([\w.:-]{2,80})((?:\s[^<>]{0,100})?)>$/.exec(text);
	if (element) return nameOfElement(element[1] ?? "", element[2] ?? "");
	const initialized = /(?<![\w$.])([A-Za-z_]\w{1,80})\{$/.exec(text)?.[1];
	if (initialized !== void 0) return initialized;
	const operator = /(?::=|=>|->|<-|\?\?=?|\?=|\+=|\|\|=?|={1,3}|:-?|\bor|\bis|\|)$/.exec(text);
	if (!operator) return null;
	return nameAtEnd(text.slice(0, operator.index).trimEnd());
}
function nameOfElement(tag, attributes) {
	if (SETTER.test(tag)) return tag;
	return /\b(?:name|key|id)\s?=\s?["']([\w.\-: ]{2,80})["']/.exec(attributes)?.[1] ?? tag;
}
function nameAtEnd(text) {
	const unwrapped = text.replace(/\{\s{0,4}get;[^{}]{0,40}\}$/, "").replace(/\[\d{0,5}\]$/, "").replace(/[\s\])}*?!]{1,4}$/, "");
	const quoted = /["'`]([^"'`\n]{1,100})["'`]$/.exec(unwrapped);
	if (quoted) return quoted[1] ?? null;
	return nameBeforeType(unwrapped) ?? lastWords(unwrapped);
}
function nameBeforeType(text) {
	const colon = text.lastIndexOf(":");
	if (colon < 0 || text.length - colon > 32) return null;
	const type = text.slice(colon + 1);
	if (!/^[\w.|&?<> ]{1,30}(?:\[\])?$/.test(type) || !/str|any|text/i.test(type)) return null;
	const name = trailing(text.slice(0, colon).trimEnd(), isNameCharacter);
	return name.length >= 2 ? name : null;
}
function lastWords(text) {
	const words = [];
	let rest = text;
	while (words.length < MOST_WORDS) {
		const word = trailing(rest, isNameCharacter);
		if (word === "") break;
		words.unshift(word);
		rest = rest.slice(0, rest.length - word.length);
		if (!rest.endsWith(" ") && !rest.endsWith("	")) break;
		rest = rest.slice(0, -1);
	}
	while (words.length > 1 && NOT_A_NAME.test(words.at(-1) ?? "")) words.pop();
	const name = [words.pop() ?? ""];
	while (/^(?:[A-Za-z]{1,20}\d?|\d{1,2})$/.test(name[0] ?? "") && /^[A-Za-z]{2,20}$/.test(words.at(-1) ?? "")) {
		if (NOT_A_NAME.test(words.at(-1) ?? "")) break;
		name.unshift(words.pop() ?? "");
	}
	return name[0] === "" ? null : name.join(" ");
}
function nameBeforeSpace(text) {
	const valueFlag = /\s(?:-[bvs]|--(?:body|value|secret|text|string))$/.exec(text);
	if (valueFlag) return nameOfFlaggedValue(text.slice(0, valueFlag.index));
	const flag = /(?:^|\s)(--?[A-Za-z][\w-]{2,60}|[A-Z][A-Z0-9_]{3,80}|:[A-Za-z][\w-]{1,40})$/.exec(text);
	if (flag) return flag[1] ?? null;
	return /(?:key|token|secret|id|hash|digest)\d?$/i.test(text) ? lastWords(text) : null;
}
function nameOfFlaggedValue(text) {
	const line = text.slice(text.lastIndexOf("\n") + 1);
	return /(?:--name|-n)[ =]["']?([\w.-]{2,80})/.exec(line)?.[1] ?? lastWords(line);
}
function nameOfNext(after) {
	return /^["'`]\s{0,4},\s{0,4}N?["'`]([A-Za-z][\w.\-:]{2,80})["'`]/.exec(after.slice(0, LONGEST_NAME))?.[1] ?? null;
}
function nameOfFirstArgument(before) {
	return /\(\s{0,4}["'`]([\w.\-:]{2,80})["'`]\s{0,4},[^()]{0,60}$/.exec(before)?.[1] ?? null;
}
function enclosingName(before) {
	const opening = before.lastIndexOf("{");
	if (opening < 0 || before.indexOf("}", opening) >= 0) return null;
	const label = before.slice(0, opening).trimEnd().replace(/(?<![\w.])[\w.]{1,60}\($/, "").trimEnd();
	return nameBeforeOperator(label) ?? /["']([\w.-]{2,80})["']\s{0,3}\)?$/.exec(label)?.[1] ?? null;
}
const isWordCharacter = (code) => code >= 97 && code <= 122 || code >= 65 && code <= 90 || code >= 48 && code <= 57 || code === 95 || code === 36;
const isNameCharacter = (code) => isWordCharacter(code) || code === 46 || code === 45;
const isCalleeCharacter = (code) => isNameCharacter(code) || code === 62 || code === 58;
function trailing(text, accepts) {
	let start = text.length;
	const limit = Math.max(0, start - LONGEST_NAME);
	while (start > limit && accepts(text.charCodeAt(start - 1))) start--;
	return text.slice(start);
}
function normalizeName(name) {
	return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2").toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/open_ai/g, "openai").replace(/e_tag/g, "etag").replace(/^_|_$/g, "");
}
// src/detect/context/file-name.ts
const MOST_AROUND = 16;
const ENDING = /\.(?:txt|text|key|secret|dat|data|out|log|tmp|bak|old|md|conf|cfg)$/i;
const COMMON_NAME = /^(?:api[-_]?)?(?:key|token|secret|password|credential)s?\d?$/i;
function isWholeContent(bytes, start, end) {
	if (bytes.length - (end - start) > MOST_AROUND) return false;
	const around = latin1$1(bytes, 0, start) + latin1$1(bytes, end, bytes.length);
	return /^[\s"'\xef\xbb\xbf]*$/.test(around);
}
function fileName(path, bytes, start, end) {
	if (path === "" || !isWholeContent(bytes, start, end)) return "";
	const [base = "", folder = ""] = path.split(/[/!]/).reverse();
	const name = base.replace(ENDING, "");
	return folder !== "" && COMMON_NAME.test(name) ? `${folder}/${name}` : name;
}
// src/detect/context/notebook-name.ts
const SOURCE = /"source":\s{0,8}\[?([^\]]{0,1200})/;
const PRINTED = [
	/(?:getenv|environ(?:\.get)?|GetEnvironmentVariable)[\s([\\"'`]{1,8}(\w{3,60})/g,
	/\bprint\(\s{0,2}([A-Za-z_][\w.]{2,60})\s{0,2}\)/g,
	/(?:^|[\s"])([A-Za-z_][\w.]{2,60})[\s"]{0,8}$/g
];
function printedName(before, behind) {
	if (before.lastIndexOf("\"outputs\"") < before.lastIndexOf("\"source\"")) return "";
	const source = sourceOf$1(before, behind);
	if (source === null) return "";
	for (const pattern of PRINTED) {
		const last = [...source.matchAll(pattern)].at(-1);
		if (last?.[1] !== void 0) return last[1];
	}
	return "";
}
function sourceOf$1(before, behind) {
	const cellEnd = behind.indexOf("\"cell_type\"");
	const later = SOURCE.exec(cellEnd < 0 ? behind : behind.slice(0, cellEnd));
	if (later?.[1] !== void 0) return later[1];
	const cell = before.slice(before.lastIndexOf("\"cell_type\""));
	return SOURCE.exec(cell)?.[1] ?? null;
}
// src/detect/context/prompt-name.ts
const MOST_LINES = 2;
const PROMPT = /^\s*(?:>>>|\.\.\.|>|In ?\[\d*\]:|(?:irb|pry)[^>\n]{0,40}>|PS [^>\n]{0,100}>|[\w.@~:/\\[\]() -]{0,80}[$#%])\s{1,4}(.{2,400})$/;
const ASKED = [
	/(?:getenv|environ(?:\.get)?|GetEnvironmentVariable|\bENV)[\s([]{1,3}["'`](\w{3,80})/,
	/\b(?:printenv|echo|Write-(?:Host|Output))\s{1,4}["']?\$\{?(?:env:)?(\w{3,80})/i,
	/\bprintenv\s{1,4}(\w{3,80})/,
	/^\$(?:env:)?(\w{3,80})$/i,
	/\b(?:secret|variable|parameter)\b.{0,80}\s--?(?:name|n)[ =]["']?([\w.-]{3,80})/i,
	/\bcat\s{1,4}(?:[\w.~/-]{0,80}\/)?([\w.-]{3,80})$/,
	/\b(?:print|puts|p|console\.log|pp)[\s(]{1,2}([A-Za-z_][\w.]{2,80})\s?\)?;?$/,
	/^([A-Za-z_][\w.]{2,80})$/
];
function promptedName(above) {
	const lines = above.slice(-1e3).split("\n");
	let seen = 0;
	while (lines.length > 0 && seen < MOST_LINES) {
		const line = (lines.pop() ?? "").trimEnd();
		if (line === "") continue;
		seen++;
		const typed = PROMPT.exec(line)?.[1];
		if (typed === void 0) continue;
		for (const pattern of ASKED) {
			const name = pattern.exec(typed)?.[1];
			if (name !== void 0) return name;
		}
		return "";
	}
	return "";
}
const SPEAKER = /^[\s[(]{0,3}(?:[\d.,:/ -]{4,30}(?:[AP]M)?[\])\s-]{1,4})?(?:[*_]{0,2}[A-Za-z@][\w .@-]{0,40}:[*_]{0,2}|<[\w .@-]{1,40}>)\s/;
const CALLED_KEY = /((?:[A-Za-z][\w-]{1,30}\s){1,4}keys?)\b(?![^\n]{0,200}\bkeys?\b)/i;
const KEY_OF = /\bkeys?\s(?:for|of|to|in|from)\s(?:(?:the|our|my|your|this)\s)?([A-Za-z][\w-]{1,30}(?:\s[A-Za-z][\w-]{1,30}){0,2})/i;
function askedName(above, lineBefore) {
	const isAnswer = SPEAKER.test(lineBefore) && lineBefore.replace(SPEAKER, "").trim() === "";
	if (!isAnswer && lineBefore.trim() !== "") return "";
	const lines = above.slice(-1e3).split("\n").filter((line) => !/^(?:```\w{0,20})?$/.test(line.trim())).slice(isAnswer ? -3 : -1).filter((line) => !isAnswer || SPEAKER.test(line)).map((line) => line.replace(SPEAKER, "")).filter((line) => !/[={}"<>]/.test(line));
	for (const line of lines.reverse()) {
		const sentence = line.slice(0, 300);
		const owner = KEY_OF.exec(sentence)?.[1];
		const name = owner === void 0 ? CALLED_KEY.exec(sentence)?.[1] : `${owner} key`;
		if (name !== void 0) return name;
	}
	return "";
}
// src/detect/context/table-row.ts
const KEY_HEADING = /^(?:api[ _-]?)?key ?\d?$/i;
const VALUE_HEADING = /^(?:value|val|v|data|content)$/i;
const NAME_HEADING = /^(?:name|resource|service|key|k|variable|setting|parameter|property|option|field|title|env(?:ironment)?_?(?:var|variable)?)$/i;
function columnName(firstLine, rowBefore, rowAfter) {
	if (!/(?:^|[,;\t|])[\s"'`]{0,40}$/.test(rowBefore) || !/^[\s"'`=]{0,40}(?:$|[,;\t|])/.test(rowAfter)) return "";
	const heading = columnHeading(firstLine, rowBefore, rowAfter);
	if (heading === "") return "";
	const owner = fieldUnder(NAME_HEADING, firstLine, rowBefore, rowAfter);
	if (VALUE_HEADING.test(heading)) return owner;
	return KEY_HEADING.test(heading) && /^[\w .-]{1,40}$/.test(owner) ? `${owner} ${heading}` : heading;
}
function fieldUnder(kind, firstLine, rowBefore, rowAfter) {
	const delimiter = delimiterOf(rowBefore, rowAfter) ?? ",";
	const at = split(firstLine, delimiter).findIndex((each) => kind.test(each));
	return at < 0 ? "" : split(rowBefore + rowAfter, delimiter)[at] ?? "";
}
function columnHeading(firstLine, rowBefore, rowAfter) {
	const delimiter = delimiterOf(rowBefore, rowAfter);
	if (delimiter === void 0) return "";
	const headings = split(firstLine, delimiter);
	const index = split(rowBefore, delimiter).length - 1;
	const fields = split(rowBefore + rowAfter, delimiter).length;
	return headings.length >= 2 && headings.every((heading) => /^[\w .()#/-]{0,60}$/.test(heading)) && headings.length === fields ? headings[index] ?? "" : "";
}
function delimiterOf(rowBefore, rowAfter) {
	return [
		",",
		";",
		"	",
		"|"
	].find((candidate) => rowBefore.includes(candidate) || rowAfter.startsWith(candidate));
}
function split(line, delimiter) {
	const fields = [""];
	let isQuoted = false;
	for (const character of line) if (character === "\"") isQuoted = !isQuoted;
	else if (character === delimiter && !isQuoted) fields.push("");
	else fields[fields.length - 1] += character;
	return fields.map((field) => field.trim().replace(/^'|'$/g, ""));
}
// src/detect/context/given-name.ts
const HEADING_LENGTH = 2e3;
const LINE_REACH$2 = 300;
const BARE_BEFORE = /(?:^|\[|,|"text(?:\/plain)?":)[\s"'\\]*$/;
const BARE_BEHIND = /^[\s"'\\]*(?:$|[\],])/;
const ALONE_BEFORE = /^\s*(?:(?:Out\s?\[\d+\]:|=>|\[\d+\])\s)?["']?$/;
const ALONE_BEHIND = /^["']?\s*$/;
function givenName(surroundings) {
	const { path, before, behind } = surroundings;
	const { name, call } = assignedName(before, behind);
	return {
		writtenName: cellName(surroundings) || answerName(surroundings) || headingName(surroundings) || name || fileName(path, surroundings.bytes, surroundings.start, surroundings.end),
		call: call !== "" ? call : enclosingCall(before)
	};
}
function cellName({ path, before, behind, lineBefore, lineBehind }) {
	if (!path.endsWith(".ipynb")) return "";
	return BARE_BEFORE.test(lineBefore.slice(-300)) && BARE_BEHIND.test(lineBehind.slice(0, LINE_REACH$2)) ? printedName(before, behind) : "";
}
function answerName({ before, lineBefore, lineBehind }) {
	if (lineBefore.length > LINE_REACH$2 || lineBehind.length > LINE_REACH$2) return "";
	if (!ALONE_BEHIND.test(lineBehind)) return "";
	const above = before.slice(0, before.length - lineBefore.length);
	return ALONE_BEFORE.test(lineBefore) && promptedName(above) || askedName(above, lineBefore);
}
function headingName({ bytes, start, before, lineBefore, lineBehind }) {
	if (lineBefore.length >= start) return "";
	if (lineBefore.startsWith("|")) {
		const rows = before.slice(0, before.length - lineBefore.length).trimEnd().split("\n");
		return columnName(rows[rows.findLastIndex((row) => !row.startsWith("|")) + 1] ?? "", visible(lineBefore), visible(lineBehind));
	}
	const head = latin1$1(bytes, 0, HEADING_LENGTH);
	const lineEnd = head.indexOf("\n");
	return columnName(lineEnd < 0 ? head : head.slice(0, lineEnd).replace(/\r$/, ""), visible(lineBefore), visible(lineBehind));
}
function enclosingCall(before) {
	let depth = 0;
	for (let i = before.length - 1; i >= Math.max(0, before.length - 1e3); i--) {
		const character = before[i];
		if (character === ")") depth++;
		if (character !== "(") continue;
		if (depth === 0) return /[\w$]{1,80}$/.exec(before.slice(Math.max(0, i - 80), i).trimEnd())?.[0] ?? "";
		depth--;
	}
	return "";
}
// src/detect/context/hosts.ts
const MOST_MENTIONS = 500;
const PLACEHOLDER_RESOURCE = /^(?:your|my|example|resource|name|endpoint|host|instance|xxx|foo|test)?-?(?:your|resource|example|endpoint|name|host|instance|xxx+|here|resource-?name|openai-?resource)?$/;
function hostPattern(suffixes) {
	if (suffixes.length === 0) return null;
	const alternatives = suffixes.map((suffix) => suffix.replaceAll(".", "\\.")).join("|");
	return new RegExp(`(?<![a-z0-9-])(${alternatives})(?![a-z0-9-]|\\.[a-z0-9])`, "gi");
}
function findHosts(text, pattern, base) {
	const mentions = [];
	for (const match of text.matchAll(pattern)) {
		const written = (/([a-z0-9-]{1,63})\.$/i.exec(text.slice(Math.max(0, match.index - 64), match.index))?.[1] ?? "").toLowerCase();
		const resource = PLACEHOLDER_RESOURCE.test(written) ? "" : written;
		const suffix = (match[1] ?? "").toLowerCase();
		mentions.push({
			host: written === "" ? suffix : `${written}.${suffix}`,
			resource,
			offset: base + match.index
		});
		if (mentions.length === MOST_MENTIONS) break;
	}
	return mentions;
}
// src/detect/context/context.ts
const SECRET_MARK = "<SECRET>";
const CONTEXT_BEFORE = 3e3;
const CONTEXT_BEHIND = 1500;
const LINES_NEAR = 20;
const LINE_REACH$1 = 300;
const LINES_OF_PASSAGE = 6;
const PASSAGE_REACH = 800;
var Context = class {
	path;
	#bytes;
	#start;
	#end;
	#before;
	#behind;
	#lineBefore;
	#lineBehind;
	#hostPattern;
	#fileHosts;
	#named = null;
	#section = null;
	#near = null;
	#hosts = null;
	constructor(bytes, start, end, path, hostPattern, fileHosts) {
		this.path = path;
		this.#bytes = bytes;
		this.#start = start;
		this.#end = end;
		this.#before = textWindow(bytes, start - CONTEXT_BEFORE, start);
		this.#behind = textWindow(bytes, end, end + CONTEXT_BEHIND);
		this.#lineBefore = this.#before.text.slice(this.#before.text.lastIndexOf("\n") + 1);
		this.#lineBehind = upToLine(this.#behind.text, 1);
		this.#hostPattern = hostPattern;
		this.#fileHosts = fileHosts;
	}
	get writtenName() {
		return this.#readName().writtenName;
	}
	get name() {
		return normalizeName(this.writtenName);
	}
	get call() {
		return this.#readName().call;
	}
	get section() {
		this.#section ??= enclosingLabels(visible(this.#before.text)).map(normalizeName).join("\n");
		return this.#section;
	}
	get line() {
		return visible(this.#lineBefore).slice(-300) + SECRET_MARK + visible(this.#lineBehind).slice(0, LINE_REACH$1);
	}
	get passage() {
		return visible(fromLine(this.#before.text, LINES_OF_PASSAGE)).slice(-800) + SECRET_MARK + visible(upToLine(this.#behind.text, 2)).slice(0, PASSAGE_REACH);
	}
	get near() {
		this.#near ??= visible(`${fromLine(this.#before.text, LINES_NEAR)} ${upToLine(this.#behind.text, 21)}`);
		return this.#near;
	}
	get hosts() {
		this.#hosts ??= this.#readHosts();
		return this.#hosts;
	}
	#readName() {
		this.#named ??= givenName({
			bytes: this.#bytes,
			start: this.#start,
			end: this.#end,
			path: this.path,
			before: visible(this.#before.text),
			behind: visible(this.#behind.text),
			lineBefore: visible(this.#lineBefore),
			lineBehind: visible(this.#lineBehind)
		});
		return this.#named;
	}
	#readHosts() {
		const fileHosts = this.#fileHosts;
		const pattern = this.#hostPattern;
		if (pattern === null) return {
			line: [],
			beside: [],
			near: [],
			file: []
		};
		const before = fromLine(this.#before.text, LINES_NEAR);
		const beforeBase = this.#before.base + this.#before.text.length - before.length;
		const lineStart = this.#before.base + this.#before.text.length - this.#lineBefore.length;
		const lineEnd = this.#behind.base + this.#lineBehind.length;
		const near = [...findHosts(before, pattern, beforeBase), ...findHosts(upToLine(this.#behind.text, 21), pattern, this.#behind.base)];
		const within = (start, end) => near.filter(({ offset }) => offset >= start && offset < end);
		return {
			line: within(lineStart, lineEnd),
			beside: within(this.#start - fromLine(this.#before.text, 1).length, this.#end + upToLine(this.#behind.text, 2).length),
			near,
			get file() {
				return fileHosts();
			}
		};
	}
};
function upToLine(text, lines) {
	let end = -1;
	for (let i = 0; i < lines; i++) {
		end = text.indexOf("\n", end + 1);
		if (end < 0) return text;
	}
	return text.slice(0, end).replace(/\r$/, "");
}
function fromLine(text, lines) {
	let start = text.length;
	for (let i = 0; i <= lines; i++) {
		start = text.lastIndexOf("\n", start - 1);
		if (start <= 0) return text;
	}
	return text.slice(start + 1);
}
// src/decode/quoted-printable.ts
const NAME_IN_MAIL = Buffer.from("rintable");
const NAME_IN_CARD = Buffer.from("QUOTED-PRINTABLE");
const CARD = Buffer.from("BEGIN:VCARD");
const EQUALS_SIGN$1 = 61;
const NEWLINE$4 = 10;
const CARRIAGE_RETURN = 13;
const MOST_BYTES = 8388608;
const PATHS = /\.(?:eml|emlx|mbox|mbx|mht|mhtml|vcf|vcard)$/i;
function mayBeQuotedPrintable(path) {
	return PATHS.test(path);
}
function isBrokenSoftly(bytes, start, end) {
	if (bytes[end] === EQUALS_SIGN$1 && isLineEnd(bytes[end + 1])) return true;
	if (bytes[start - 1] === EQUALS_SIGN$1) return bytes[start] === 51 && bytes[start + 1] === 68;
	return bytes[start - 1] === NEWLINE$4 && (bytes[start - 2] === EQUALS_SIGN$1 || bytes[start - 3] === EQUALS_SIGN$1);
}
function isLineEnd(byte) {
	return byte === NEWLINE$4 || byte === CARRIAGE_RETURN;
}
function startOfQuotedPrintable(bytes) {
	const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const isCard = content.subarray(0, CARD.length).equals(CARD);
	const start = content.indexOf(isCard ? NAME_IN_CARD : NAME_IN_MAIL);
	if (start < 0 || !(isCard || SPELLED_OUT.test(nameAround(content, start)))) return -1;
	for (let at = bytes.indexOf(EQUALS_SIGN$1, start); at >= 0; at = bytes.indexOf(EQUALS_SIGN$1, at + 1)) if (readSequence(bytes, at) !== null) return start;
	return -1;
}
const SPELLED_OUT = /quoted-printable/i;
function nameAround(content, at) {
	return content.toString("latin1", Math.max(0, at - 8), at + NAME_IN_MAIL.length);
}
function decodeQuotedPrintable(bytes, from, start) {
	const end = Math.min(bytes.length, start + MOST_BYTES);
	const decoded = new DecodedBuilder(end - from);
	decoded.addUnchanged(bytes, from, start);
	for (let i = start; i < end;) {
		const sequence = bytes[i] === EQUALS_SIGN$1 ? readSequence(bytes, i) : null;
		if (sequence === null) decoded.add(bytes[i], i, i + 1);
		else if (sequence.byte !== null) decoded.add(sequence.byte, i, i + sequence.length);
		i += sequence?.length ?? 1;
	}
	return decoded.build();
}
function readSequence(bytes, at) {
	const next = bytes[at + 1];
	if (next === NEWLINE$4) return {
		byte: null,
		length: 2
	};
	if (next === CARRIAGE_RETURN && bytes[at + 2] === NEWLINE$4) return {
		byte: null,
		length: 3
	};
	const digits = String.fromCharCode(next ?? 0, bytes[at + 2] ?? 0);
	return /^[0-9A-Fa-f]{2}$/.test(digits) ? {
		byte: Number.parseInt(digits, 16),
		length: 3
	} : null;
}
// src/decode/touching.ts
const SHORTEST_TEXT = 32;
const MOST_BEHIND = 2;
const LOOK_BEFORE = 5;
const LOOK_BEHIND = 2;
const LONGEST_RUN = 400;
const SPACE = 32;
const EQUALS_SIGN = 61;
const QUOTE$1 = 34;
const UTF8_LEAD = 192;
const ASCII_END = 128;
function readTouchingTexts(bytes, start, end) {
	if (end - start > LONGEST_RUN) return [];
	const constant = constantOfPython(bytes, start, end);
	if (constant !== null) return [[constant]];
	if (!isBinaryAround(bytes, start, end)) return [];
	return [
		prefixedText(bytes, start - 1, start, end),
		prefixedText(bytes, start, start, end),
		prefixedText(bytes, start + 1, start, end),
		recordCells(bytes, start, end),
		hexTexts(bytes, start, end)
	].filter((texts) => texts.length > 0);
}
function constantOfPython(bytes, start, end) {
	if (!isShortText(bytes[start - 2])) return null;
	const length = bytes[start - 1] ?? 0;
	const textEnd = start + length;
	if (length < SHORTEST_TEXT || textEnd >= end || !isShortText(bytes[textEnd])) return null;
	const next = bytes[textEnd + 1] ?? 0;
	return next > SPACE && next !== QUOTE$1 ? {
		nameStart: start,
		start,
		end: textEnd
	} : null;
}
function isShortText(byte) {
	return byte === 122 || byte === 90;
}
function partTexts(bytes, texts, from, to) {
	const builder = new DecodedBuilder(to - from + texts.length * 4);
	const insert = (byte, at) => builder.add(byte, at, at);
	let done = from;
	for (const { nameStart, start, end } of texts) {
		builder.addUnchanged(bytes, done, nameStart);
		insert(SPACE, nameStart);
		builder.addUnchanged(bytes, nameStart, start);
		if (nameStart < start) {
			insert(EQUALS_SIGN, start);
			insert(QUOTE$1, start);
		}
		builder.addUnchanged(bytes, start, end);
		insert(nameStart < start ? QUOTE$1 : SPACE, end);
		done = end;
	}
	builder.addUnchanged(bytes, done, to);
	return builder.build();
}
function isBinaryAround(bytes, start, end) {
	return hasNoText(bytes, Math.max(0, start - LOOK_BEFORE), start) || hasNoText(bytes, end, Math.min(bytes.length, end + LOOK_BEHIND));
}
function hasNoText(bytes, from, to) {
	for (let i = from; i < to; i++) {
		const kind = BINARY[bytes[i]];
		if (kind !== TEXT && (kind === CONTROL || isBrokenUtf8(bytes, i))) return true;
	}
	return false;
}
const TEXT = 0;
const CONTROL = 1;
const NOT_ASCII = 2;
const BINARY = Uint8Array.from({ length: 256 }, (_, byte) => {
	if (byte >= ASCII_END) return NOT_ASCII;
	return byte < 9 || byte > 13 && byte < SPACE && byte !== 26 && byte !== 27 ? CONTROL : TEXT;
});
function isBrokenUtf8(bytes, at) {
	const isLead = bytes[at] >= UTF8_LEAD;
	const neighbor = bytes[isLead ? at + 1 : at - 1] ?? ASCII_END;
	return isLead ? neighbor < ASCII_END || neighbor >= UTF8_LEAD : neighbor < ASCII_END;
}
function prefixedText(bytes, lengthAt, start, end) {
	const length = bytes[lengthAt] ?? 0;
	const textStart = lengthAt + 1;
	const textEnd = textStart + length;
	const behind = end - textEnd;
	if (length < SHORTEST_TEXT || textStart === start && behind <= 0 || behind > MOST_BEHIND || !isPadding(bytes, end, textEnd)) return [];
	return [{
		nameStart: textStart,
		start: textStart,
		end: Math.min(textEnd, end)
	}];
}
function isPadding(bytes, from, to) {
	if (to > from + 2) return false;
	for (let i = from; i < to; i++) if (bytes[i] !== EQUALS_SIGN) return false;
	return true;
}
const RECORD_REACH = 120;
const LONGEST_HEADER = 40;
function recordCells(bytes, start, end) {
	for (let header = Math.max(0, start - RECORD_REACH); header < start; header++) {
		const length = bytes[header];
		if (length < 2 || length > LONGEST_HEADER || !tellsLongText(bytes, header, length)) continue;
		const cells = cellsOfRecord(bytes, header, header + length).filter((cell) => {
			return cell.start >= start && cell.end <= end && cell.end - cell.start >= SHORTEST_TEXT && (cell.start > start || cell.end < end);
		});
		if (cells.length > 0) return cells;
	}
	return [];
}
function tellsLongText(bytes, header, length) {
	for (let i = header + 1; i < header + length; i++) if ((bytes[i] ?? 0) >= TYPE_OF_HEX) return true;
	return false;
}
function cellsOfRecord(bytes, header, values) {
	const cells = [];
	let valueStart = values;
	let before = null;
	for (let i = header + 1; i < values;) {
		const first = bytes[i];
		const isLong = first >= ASCII_END;
		const type = isLong ? (first & 127) << 7 | bytes[i + 1] : first;
		i += isLong ? 2 : 1;
		const length = lengthOfType(type);
		if (length === null || i > values) return [];
		const isText = type >= 13 && (type & 1) === 1;
		if (isText) cells.push({
			nameStart: before ?? valueStart,
			start: valueStart,
			end: valueStart + length
		});
		before = isText ? valueStart : null;
		valueStart += length;
	}
	return cells;
}
const LENGTHS_OF_NUMBERS = [
	0,
	1,
	2,
	3,
	4,
	6,
	8,
	8,
	0,
	0
];
function lengthOfType(type) {
	if (type >= 12) return type < 16384 ? type - (type & 1 ? 13 : 12) >> 1 : null;
	return LENGTHS_OF_NUMBERS[type] ?? null;
}
const HEX_LENGTH = 32;
const TYPE_OF_HEX = 77;
const TYPE_REACH = 6;
const LOWER_HEX = /(?<![0-9a-f])[0-9a-f]{32,39}(?![0-9a-f])/g;
const UPPER_HEX = /(?<![0-9A-F])[0-9A-F]{32,39}(?![0-9A-F])/g;
function hexTexts(bytes, start, end) {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
	const typeAt = bytes.subarray(Math.max(0, start - TYPE_REACH), start + TYPE_REACH).indexOf(TYPE_OF_HEX);
	const namesStart = typeAt < 0 ? 0 : Math.max(0, typeAt + 1 - Math.min(start, TYPE_REACH));
	const texts = [];
	for (const { 0: digits, index } of [...text.matchAll(LOWER_HEX), ...text.matchAll(UPPER_HEX)]) {
		const before = trailingName(text.slice(namesStart, index));
		const followsName = /[A-Za-z]$/.test(before);
		const precedesWord = /^[A-Za-z]/.test(text.slice(index + digits.length));
		if (!followsName && !precedesWord) continue;
		if (digits.length > HEX_LENGTH && typeAt < 0) continue;
		const offset = followsName ? 0 : digits.length - HEX_LENGTH;
		const textStart = start + index + offset;
		const nameStart = textStart - (offset === 0 ? before.length : 0);
		texts.push({
			nameStart,
			start: textStart,
			end: textStart + HEX_LENGTH
		});
	}
	return texts.sort((a, b) => a.start - b.start);
}
function trailingName(text) {
	return /[\w.-]{0,80}$/.exec(text)?.[0] ?? "";
}
// src/decode/utf16.ts
const BLOCK = 4096;
const LEAST_ZERO_SHARE = .3;
const OTHER_CHARACTER = 26;
function findUtf16(bytes) {
	if (bytes.indexOf(0) < 0) return [];
	const regions = [];
	for (let start = 0; start < bytes.length;) {
		const order = byteOrder(bytes, start);
		if (order === null) {
			start += BLOCK;
			continue;
		}
		let end = start + BLOCK;
		while (end < bytes.length && byteOrder(bytes, end) === order) end += BLOCK;
		const from = Math.max(0, start - BLOCK);
		regions.push(decodeUtf16(bytes, from, Math.min(bytes.length, end + BLOCK), order));
		start = end;
	}
	return regions;
}
function byteOrder(bytes, start) {
	const end = Math.min(bytes.length, start + BLOCK);
	if (start === 0 && markLength(bytes) > 0) return bytes[0] === 255 ? "utf-16le" : "utf-16be";
	let even = 0;
	let odd = 0;
	for (let i = start; i < end; i++) {
		if (bytes[i] !== 0) continue;
		if ((i & 1) === 0) even++;
		else odd++;
	}
	const least = (end - start) / 2 * LEAST_ZERO_SHARE;
	if (odd > least && odd > 2 * even) return "utf-16le";
	return even > least && even > 2 * odd ? "utf-16be" : null;
}
function markLength(bytes) {
	return bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255 ? 2 : 0;
}
function decodeUtf16(bytes, start, end, encoding) {
	const builder = new DecodedBuilder(end - start + 1 >> 1);
	for (let i = start + (start === 0 ? markLength(bytes) : 0); i + 1 < end; i += 2) {
		const [low, high] = encoding === "utf-16le" ? [bytes[i], bytes[i + 1]] : [bytes[i + 1], bytes[i]];
		builder.add(high === 0 ? low : OTHER_CHARACTER, i, i + 2);
	}
	return {
		decoded: builder.build(),
		encoding
	};
}
// src/detect/encoded.ts
const REACH$1 = {
	before: 3e3,
	behind: 1500
};
const AROUND_MARK = 512;
const PART = 65536;
const BACKSLASH$1 = 92;
const PART_OVERLAP = 4096;
const TEXTS_SIDE_BY_SIDE = "texts side by side";
var EncodedContent = class {
	sawCandidate = false;
	#engine;
	#subject;
	#depth;
	#found;
	#inspectRange;
	#base64 = {
		start: 0,
		end: 0
	};
	#marksEnd = [
		0,
		0,
		0,
		0
	];
	#isBrokenSoftly = false;
	#joinedEnd = 0;
	#itemsEnd = 0;
	constructor(engine, subject, depth, found, inspectRange) {
		this.#inspectRange = inspectRange;
		this.#engine = engine;
		this.#subject = subject;
		this.#depth = depth;
		this.#found = found;
	}
	run(start, end, hasEscape) {
		if (this.#depth === 0) return;
		const { bytes } = this.#subject;
		if (hasEscape) for (let from = start; from < end; from += PART) this.#escapes(from, Math.min(end, from + PART + PART_OVERLAP));
		if (mayBePiece(bytes, start, end)) this.piece(start, end);
		if (!this.#isBrokenSoftly) this.#isBrokenSoftly = isBrokenSoftly(bytes, start, end);
		for (const texts of readTouchingTexts(bytes, start, end)) this.#touching(texts, start, end);
	}
	piece(start, end) {
		if (this.#depth === 0 || start < this.#joinedEnd) return;
		const { bytes } = this.#subject;
		const pieces = findPieces(bytes, start, end, isPieceByte);
		if (pieces.length > 0) this.#joined(pieces);
		else if (start >= this.#itemsEnd && mayBeItem(bytes, start, end)) {
			const items = findItems(bytes, start, end, isPieceByte);
			this.#itemsEnd = items.pieces.at(-1)?.end ?? 0;
			if (items.isJoined) this.#joined(items.pieces);
		}
	}
	base64(start, end) {
		if (this.#depth === 0 || start >= this.#base64.start && end <= this.#base64.end) return;
		const decoded = decodeBase64Block(this.#subject.bytes, start, end);
		this.#base64 = {
			start,
			end: Math.max(end, decoded.ends.at(-1) ?? end)
		};
		this.#base64Text(decoded);
	}
	encodedMark(at, place) {
		const { start, end } = this.#base64;
		const isKnown = at >= start && at < end || at < (this.#marksEnd[place] ?? 0);
		if (this.#depth === 0 || isKnown) return;
		const decoded = decodeBase64Around(this.#subject.bytes, at, place, AROUND_MARK);
		this.#marksEnd[place] = (decoded.ends.at(-1) ?? at) - AROUND_MARK / 2;
		this.#base64Text(decoded);
	}
	wholeContent(from, to) {
		const { bytes } = this.#subject;
		if (this.#depth === 0 || from !== 0 || to !== bytes.length) return;
		for (const { decoded, encoding } of findUtf16(bytes)) {
			this.sawCandidate = true;
			this.#inspect(decoded, 0, decoded.bytes.length, encoding);
		}
		this.#quotedPrintable();
	}
	#quotedPrintable() {
		const { bytes, path } = this.#subject;
		const start = this.#isBrokenSoftly || mayBeQuotedPrintable(path) ? startOfQuotedPrintable(bytes) : -1;
		if (start < 0) return;
		this.sawCandidate = true;
		const from = Math.max(0, start - REACH$1.before);
		const decoded = decodeQuotedPrintable(bytes, from, start);
		this.#inspect(decoded, start - from, decoded.bytes.length, "quoted-printable");
	}
	#base64Text(decoded) {
		const first = decoded.starts[0];
		const last = decoded.ends.at(-1);
		if (first === void 0 || last === void 0) return;
		if (!hasCandidate(this.#engine, decoded.bytes)) return;
		this.sawCandidate = true;
		const { bytes } = this.#subject;
		const from = Math.max(0, first - REACH$1.before);
		let behind = last;
		while (bytes[behind] === 61) behind++;
		const to = Math.min(bytes.length, behind + REACH$1.behind);
		const spliced = new DecodedBuilder(first - from + decoded.bytes.length + to - behind);
		spliced.addUnchanged(bytes, from, first);
		decoded.bytes.forEach((byte, i) => {
			spliced.add(byte, decoded.starts[i], decoded.ends[i]);
		});
		const start = first - from;
		spliced.addUnchanged(bytes, behind, to);
		this.#inspect(spliced.build(), start, start + decoded.bytes.length, "base64");
	}
	#escapes(start, end) {
		const { bytes } = this.#subject;
		const run = decodeEscapes(bytes, start, end);
		if (!hasCandidate(this.#engine, run.bytes)) return;
		this.sawCandidate = true;
		const decoded = decodeEscapes(bytes, Math.max(0, start - REACH$1.before), Math.min(bytes.length, end + REACH$1.behind));
		const first = decoded.starts.findIndex((each) => each >= start);
		const behind = decoded.starts.findIndex((each) => each >= end);
		const encoding = escapeName(bytes, start, end);
		this.#inspect(decoded, Math.max(0, first), behind < 0 ? decoded.bytes.length : behind, encoding);
	}
	#joined(pieces) {
		const { bytes } = this.#subject;
		const first = pieces[0]?.start;
		const last = pieces.at(-1)?.end;
		if (first === void 0 || last === void 0) return;
		this.#joinedEnd = last;
		const text = joinPieces(bytes, pieces, first, last);
		if (!hasCandidate(this.#engine, text.bytes)) return;
		this.sawCandidate = true;
		const from = Math.max(0, first - REACH$1.before);
		const decoded = joinPieces(bytes, pieces, from, Math.min(bytes.length, last + REACH$1.behind));
		const encoding = areJoined(bytes, pieces) ? "joined text" : TEXTS_SIDE_BY_SIDE;
		this.#inspect(decoded, first - from, first - from + text.bytes.length, encoding);
	}
	#touching(texts, start, end) {
		const { bytes } = this.#subject;
		const run = partTexts(bytes, texts, start, end);
		if (!hasCandidate(this.#engine, run.bytes)) return;
		this.sawCandidate = true;
		const from = Math.max(0, start - REACH$1.before);
		const decoded = partTexts(bytes, texts, from, Math.min(bytes.length, end + REACH$1.behind));
		this.#inspect(decoded, start - from, start - from + run.bytes.length, "texts that touch");
	}
	#inspect(decoded, start, end, encoding) {
		const outer = this.#subject;
		const subject = {
			bytes: decoded.bytes,
			path: outer.path,
			onMatch: outer.onMatch,
			fileHosts: (rule) => outer.fileHosts(rule)
		};
		const { found } = this.#inspectRange(this.#engine, subject, start, end, this.#depth - 1);
		for (const { finding, order } of found) {
			const from = decoded.starts[finding.start];
			const to = decoded.ends[finding.end - 1];
			const decodedFrom = to - from !== finding.end - finding.start ? [encoding, ...finding.decodedFrom] : finding.decodedFrom;
			this.#found.push({
				order,
				finding: {
					...finding,
					start: from,
					end: to,
					decodedFrom
				}
			});
		}
	}
};
function isPieceByte(byte) {
	return CREDENTIAL_BYTES[byte] === 1 && byte !== BACKSLASH$1;
}
function hasCandidate(engine, bytes) {
	let found = false;
	const notice = () => {
		found = true;
	};
	const sink = {
		candidate: notice,
		base64: notice,
		encodedMark: notice
	};
	sampleRuns(bytes, (start, end) => {
		if (!found && classifyRun(engine, bytes, start, end, sink)) found = true;
	});
	return found;
}
function escapeName(bytes, start, end) {
	for (let i = start; i < end; i++) {
		if (bytes[i] === 37) return "percent encoding";
		if (bytes[i] === 38) return "HTML entities";
		if (bytes[i] === 92) return "escape sequences";
	}
	return "escape sequences";
}
// src/builtin-modules.ts
function lazyCrypto() {
	return process.getBuiltinModule("node:crypto");
}
function lazyZlib() {
	return process.getBuiltinModule("node:zlib");
}
// src/detect/entropy.ts
function shannonEntropy(text) {
	const counts = new Map();
	for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
	let bits = 0;
	for (const count of counts.values()) {
		const share = count / text.length;
		bits -= share * Math.log2(share);
	}
	return bits;
}
// src/detect/placeholder.ts
const WORDS = /example|sample|placeholder|dummy|redacted|change_?me|replace|insert|your[-_]|my[-_]?key|secret|fake[-_]?key|test[-_]?key|api[-_]?key|xxxxx/i;
const LONGEST_REPEAT = 7;
const LONGEST_SEQUENCE = 7;
const LONGEST_INTERLEAVED_SEQUENCE = 5;
function placeholderReason(value, minimumDistinct) {
	const distinct = new Set(value).size;
	if (distinct < minimumDistinct) return `only ${distinct} different characters`;
	const word = WORDS.exec(value);
	if (word) return `holds the word "${word[0].toLowerCase()}"`;
	if (longestStretch(value, 1, (step) => step === 0) > LONGEST_REPEAT) return "one character repeated";
	if (isWords(value)) return "words";
	if (isSequence(value)) return "a sequence of characters";
	const period = repeatedBlock(value);
	if (period !== null) return `a block of ${period} characters repeated`;
	return null;
}
function isWords(value) {
	const words = value.split(/[-_]/).filter((part) => /^[a-z]{2,12}$/.test(part));
	return words.length >= 4 && words.join("").length > value.length / 2;
}
function isSequence(value) {
	const up = (step) => step === 1;
	const down = (step) => step === -1;
	if (longestStretch(value, 1, up) > LONGEST_SEQUENCE || longestStretch(value, 1, down) > LONGEST_SEQUENCE) return true;
	return [[...value].filter((_, index) => index % 2 === 0).join(""), [...value].filter((_, index) => index % 2 === 1).join("")].every((half) => longestStretch(half, 1, up) > LONGEST_INTERLEAVED_SEQUENCE);
}
function longestStretch(value, distance, accepts) {
	let longest = 0;
	let current = 1;
	for (let i = distance; i < value.length; i++) {
		current = accepts(value.charCodeAt(i) - value.charCodeAt(i - distance)) ? current + 1 : 1;
		longest = Math.max(longest, current);
	}
	return longest;
}
function repeatedBlock(value) {
	for (let period = 2; period <= value.length / 2; period++) {
		const matching = longestStretch(value, period, (step) => step === 0) - 1;
		if (matching >= Math.max(2 * period, 12) || matching >= value.length - period) return period;
	}
	return null;
}
// src/detect/dismissals.ts
const GATE_BEFORE = 400;
const GATE_BEHIND = 200;
function dismissalsByItself(match, checksum, isComplete) {
	if (checksum !== "valid") return {
		dismissals: firstOrAll(match, ALL_CHECKS, isComplete),
		overruled: []
	};
	const overruled = isComplete ? firstOrAll(match, MADE_UP_CHECKS, true) : [];
	return {
		dismissals: firstOrAll(match, PUBLIC_CHECKS, isComplete),
		overruled
	};
}
function dismissalByGate({ bytes, candidate: { gate }, start, end }, path) {
	if (gate === null || isNear(bytes, gate, start, end) || gate.test(fileName(path, bytes, start, end))) return null;
	return {
		kind: "gate",
		detail: "has no word near by that speaks of such a key"
	};
}
function isNear(bytes, gate, start, end) {
	const before = visible(textWindow(bytes, start - GATE_BEFORE, start).text);
	return gate.test(before) || gate.test(visible(textWindow(bytes, end, end + GATE_BEHIND).text));
}
function firstOrAll(match, checks, isComplete) {
	const found = [];
	for (const check of checks) {
		const dismissal = check(match);
		if (dismissal === null) continue;
		found.push(dismissal);
		if (!isComplete) break;
	}
	return found;
}
const MADE_UP_CHECKS = [
	({ candidate: { reject }, secret }) => reject?.test(secret) === true ? {
		kind: "reject",
		detail: "has a form that its rule knows to be masked or made up"
	} : null,
	({ candidate: { pattern }, secret }) => {
		const reason = placeholderReason(randomPart(pattern, secret), pattern.minimumDistinct);
		return reason === null ? null : {
			kind: "placeholder",
			detail: `looks made up: ${reason}`
		};
	},
	({ candidate: { pattern }, secret }) => {
		const entropy = shannonEntropy(randomPart(pattern, secret));
		if (entropy >= pattern.minimumEntropy) return null;
		return {
			kind: "entropy",
			detail: `has ${entropy.toFixed(2)} bits of entropy a character, and random ones have ${pattern.minimumEntropy} or more`
		};
	}
];
function randomPart({ random }, secret) {
	return secret.slice(random[0], random[1] ?? void 0);
}
const knownPublic = ({ candidate: { rule }, secret }) => rule.knownPublic.size > 0 && rule.knownPublic.has(lazyCrypto().createHash("sha256").update(secret).digest("hex")) ? {
	kind: "known-public",
	detail: "is a value that its vendor has published, such as the key of an emulator"
} : null;
const PUBLIC_CHECKS = [knownPublic];
const ALL_CHECKS = [...MADE_UP_CHECKS, knownPublic];
// src/detect/mask.ts
const TOKEN = /[A-Za-z0-9+/_.~%-]{16,}={0,2}/g;
const LONG_RUN$1 = /[A-Za-z0-9+~]{28,}/;
const SHOWN = 4;
function maskRandom(text) {
	return text.replace(TOKEN, (token) => isRandom(token) ? `${token.slice(0, SHOWN)}••••` : token);
}
const TOKEN_CHARACTER = /[A-Za-z0-9+/_.~%-]/;
const BLANKED = / {2,5}(?=[+/=~])/g;
function isPieceOfRandom(name, view) {
	const text = view.replace(BLANKED, "");
	for (let at = text.indexOf(name); name !== "" && at !== -1; at = text.indexOf(name, at + name.length)) {
		let start = at;
		while (start > 0 && TOKEN_CHARACTER.test(text[start - 1] ?? "")) start -= 1;
		let end = at + name.length;
		while (end < text.length && TOKEN_CHARACTER.test(text[end] ?? "")) end += 1;
		if ((start < at || end > at + name.length) && isRandom(text.slice(start, end))) return true;
	}
	return false;
}
const MOST_DIGIT_CHANGES = 3;
const MOST_CHANGES = .33;
function isRandom(token) {
	if (LONG_RUN$1.test(token)) return true;
	let pairs = 0;
	let changes = 0;
	let digitChanges = 0;
	for (let at = 1; at < token.length; at++) {
		const [before, here] = [kindOf(token.charCodeAt(at - 1)), kindOf(token.charCodeAt(at))];
		if (before === "other" || here === "other") continue;
		pairs += 1;
		if (before === here) continue;
		changes += 1;
		if (before === "digit" || here === "digit") digitChanges += 1;
	}
	return digitChanges > MOST_DIGIT_CHANGES || pairs >= 16 && changes / pairs > MOST_CHANGES;
}
function kindOf(code) {
	if (code >= 48 && code <= 57) return "digit";
	if (code >= 97 && code <= 122) return "lower";
	return code >= 65 && code <= 90 ? "upper" : "other";
}
// src/detect/score.ts
function weighEvidence(rule, context, secret, base, considered) {
	const { low } = rule.file.thresholds;
	const heaviest = new Map();
	if (considered === null && !canReach(low, base, rule, heaviest)) return null;
	for (const item of rule.evidence) {
		const isHeavier = outweighs(item.rule, heaviest.get(item.rule.group));
		if (!isHeavier && considered === null) continue;
		const found = findEvidence(item, context, secret);
		const words = found !== null && considered !== null ? inWords(found, context) : null;
		considered?.push({
			rule: item.rule,
			evidence: words
		});
		if (!isHeavier || found === null) continue;
		heaviest.set(item.rule.group, {
			...found,
			words
		});
		if (considered === null && item.rule.weight < 0 && !canReach(low, base, rule, heaviest)) return null;
	}
	return [...heaviest.values()].sort((a, b) => b.weight - a.weight).map((found) => found.words ?? inWords(found, context));
}
function outweighs(item, earlier) {
	return earlier === void 0 || Math.abs(earlier.weight) < Math.abs(item.weight);
}
function canReach(score, base, rule, heaviest) {
	if (scoreOf(heaviest.values()) + base + rule.mostWeight >= score) return true;
	const best = new Map([...heaviest].map(([group, { weight }]) => [group, weight]));
	for (const { rule: item } of rule.evidence) if (item.weight > 0 && outweighs(item, heaviest.get(item.group))) best.set(item.group, Math.max(item.weight, best.get(item.group) ?? 0));
	let most = base;
	for (const weight of best.values()) most += weight;
	return most >= score;
}
function findEvidence({ rule: item, match }, context, secret) {
	const hosts = hostsInView(item.view, context);
	return (hosts === null ? match.test(textInView(item.view, context, secret)) : hosts.some(({ host }) => match.test(host))) ? {
		item,
		weight: item.weight,
		hosts: hosts ?? []
	} : null;
}
function inWords({ item, weight, hosts }, context) {
	return {
		kind: item.kind,
		weight,
		detail: fillIn(item.says, context, hosts)
	};
}
function scoreOf(evidence) {
	let total = 0;
	for (const { weight } of evidence) total += weight;
	return total;
}
function confidenceOf(score, thresholds) {
	if (score >= thresholds.high) return "high";
	if (score >= thresholds.medium) return "medium";
	return score >= thresholds.low ? "low" : null;
}
function endpointOf(context, start, preferred) {
	const views = [
		context.hosts.line,
		context.hosts.near,
		context.hosts.file
	];
	const nearest = (mentions) => mentions.filter((mention) => mention.resource !== "").sort((a, b) => Math.abs(a.offset - start) - Math.abs(b.offset - start))[0];
	if (preferred !== null) for (const mentions of views) {
		const own = nearest(mentions.filter((mention) => preferred.test(mention.host)));
		if (own) return own;
	}
	return nearest(context.hosts.line) ?? nearest(context.hosts.near) ?? null;
}
function hostsInView(view, context) {
	if (view === "host-line") return context.hosts.line;
	if (view === "host-beside") return context.hosts.beside;
	if (view === "host-near") return context.hosts.near;
	if (view === "host-file") return context.hosts.file;
	return view === "host-repository" ? [] : null;
}
function textInView(view, context, secret) {
	switch (view) {
		case "name": return context.name;
		case "written-name": return context.writtenName;
		case "call": return context.call;
		case "section": return context.section;
		case "line": return context.line;
		case "passage": return context.passage;
		case "near": return context.near;
		case "path": return context.path;
		default: return secret;
	}
}
function fillIn(says, context, hosts) {
	return says.replace("{name}", nameToShow(context.writtenName, context)).replace("{call}", nameToShow(context.call, context)).replace("{host}", printableName(hosts.find((host) => host.resource !== "")?.host ?? hosts[0]?.host ?? ""));
}
const SHORTEST_LEAK = 8;
const NO_NAME = /[/+~=?%&]| {2}/;
const LONG_RUN = /[A-Za-z0-9]{24}/;
function nameToShow(name, context) {
	if (NO_NAME.test(name) || LONG_RUN.test(name) || maskRandom(name) !== name) return "…";
	if (name.length >= SHORTEST_LEAK && isPieceOfRandom(name, context.near)) return "…";
	return printableName(name);
}
const LONGEST_SHOWN_NAME = 60;
function printableName(name) {
	const shown = maskRandom(name.replace(/[A-Za-z0-9+/~]{24,}/g, "…")).replace(/[^\x20-\x7e…•]/g, "?");
	return shown.length > LONGEST_SHOWN_NAME ? `${shown.slice(0, LONGEST_SHOWN_NAME)}…` : shown;
}
// src/detect/judge.ts
const MATCH_REACH = 256;
function judge(subject, candidate, start, end) {
	const findings = [];
	const window = candidate.pattern.run === null ? textWindow(subject.bytes, start - MATCH_REACH, end + MATCH_REACH) : runWindow(subject.bytes, candidate.pattern.run.alphabet, start, end);
	for (const match of candidate.regex[Symbol.matchAll](window.text)) {
		const matchStart = window.base + match.index;
		const matchEnd = matchStart + match[0].length;
		if (matchStart >= end || matchEnd <= start) continue;
		const finding = judgeMatch(subject, candidate, match[0], matchStart);
		if (finding) findings.push(finding);
	}
	return findings;
}
function runWindow(bytes, alphabet, start, end) {
	return {
		text: latin1$1(bytes, start, alphabet === "base64" ? paddedEnd(bytes, end) : end),
		base: start
	};
}
function matchesRun(bytes, { pattern, regex }, start, end) {
	const text = runWindow(bytes, pattern.run?.alphabet ?? "word", start, end).text;
	for (const _ of regex[Symbol.matchAll](text)) return true;
	return false;
}
function judgeMatch(subject, candidate, secret, start) {
	const { rule, pattern, observe } = candidate;
	const isWatched = observe !== void 0;
	const { result: checksum, seed } = candidate.checksum?.verify(secret) ?? {
		result: "none",
		seed: null
	};
	const end = start + secret.length;
	const match = {
		bytes: subject.bytes,
		candidate,
		secret,
		start,
		end
	};
	const { dismissals, overruled } = dismissalsByItself(match, checksum, isWatched);
	if (dismissals.length === 0) subject.onMatch();
	else if (!isWatched) return null;
	const gate = dismissalByGate(match, subject.path);
	if (gate !== null && !isWatched) return null;
	const context = new Context(subject.bytes, start, end, subject.path, rule.hosts, () => subject.fileHosts(rule));
	const own = [{
		kind: "format",
		weight: pattern.weight,
		detail: pattern.says
	}, ...checksumEvidence(checksum)];
	const base = checksum === "valid" ? Number.POSITIVE_INFINITY : scoreOf(own);
	const considered = isWatched ? [] : null;
	const surrounding = weighEvidence(rule, context, secret, base, considered);
	if (surrounding === null) return null;
	const evidence = [...own, ...surrounding];
	const confidence = checksum === "valid" ? "proven" : confidenceOf(scoreOf(evidence), rule.file.thresholds);
	const chosen = chooseVariant(rule, secret, seed, context);
	const finding = confidence !== null && chosen !== null && dismissals.length === 0 && gate === null ? makeFinding(match, checksum, confidence, chosen, context, evidence) : null;
	observe?.({
		pattern: candidate,
		secret,
		start,
		end,
		checksum,
		dismissals: gate === null ? dismissals : [...dismissals, gate],
		overruled,
		own,
		considered: considered ?? [],
		sum: scoreOf(evidence),
		confidence,
		variant: chosen?.variant ?? null,
		finding
	}, subject.bytes);
	return finding;
}
function makeFinding({ candidate, secret, start, end }, checksum, confidence, { variant, host }, context, evidence) {
	const { file } = candidate.rule;
	return {
		family: file.family,
		rule: variant.id,
		title: variant.title,
		service: variant.service,
		severity: variant.severity ?? file.severity,
		confidence,
		checksum,
		issued: candidate.checksum?.issued?.(secret) ?? null,
		endpoint: endpointOf(context, start, host)?.host ?? null,
		secret,
		start,
		end,
		evidence,
		decodedFrom: []
	};
}
function checksumEvidence(checksum) {
	if (checksum === "valid") return [{
		kind: "checksum",
		weight: 10,
		detail: "the checksum inside the key is right: it was issued, not made up"
	}];
	if (checksum === "mismatch") return [{
		kind: "checksum",
		weight: 0,
		detail: "the checksum inside the key does not hold in a form that is public"
	}];
	return [];
}
function chooseVariant(rule, secret, seed, context) {
	const possible = rule.variants.filter(({ variant, secret: form }) => (variant.seed === null || variant.seed === seed) && (form?.test(secret) ?? true));
	const fallback = possible.findIndex((variant) => variant.context === null);
	const special = fallback < 0 ? possible : possible.slice(0, fallback);
	if (special.length > 0) {
		const { line, near } = context.hosts;
		for (const telling of [
			`${context.name}\n${context.call}`,
			hostsOf(line),
			context.section,
			hostsOf(near)
		]) {
			const told = special.find((variant) => variant.context?.test(telling) === true);
			if (told !== void 0) return told;
		}
	}
	return possible[fallback] ?? null;
}
function hostsOf(mentions) {
	return mentions.map(({ host }) => host).join("\n");
}
// src/detect/detect.ts
const MARKS_TOGETHER = 256;
const MOST_ENCODINGS = 3;
function detect(engine, bytes, path = "") {
	return inspect(engine, bytes, path).findings;
}
function inspect(engine, bytes, path = "") {
	return inspectBetween(engine, bytes, path, 0, bytes.length);
}
function inspectPart(engine, bytes, start, end) {
	return inspectBetween(engine, bytes, "", start, end);
}
function inspectBetween(engine, bytes, path, start, end) {
	let hasMatch = false;
	const subject = subjectOf(bytes, path, () => {
		hasMatch = true;
	});
	const { found, sawEncoded } = inspectRange(engine, subject, start, end, MOST_ENCODINGS);
	return {
		findings: found.length === 0 ? [] : withoutOverlaps([...found]),
		sawCandidate: hasMatch || sawEncoded
	};
}
const inspectRange = (engine, subject, from, to, depth) => {
	const found = [];
	const judgedUpTo = new Int32Array(engine.patterns.length);
	const encoded = new EncodedContent(engine, subject, depth, found, inspectRange);
	const sink = {
		candidate(pattern, start, end) {
			const isMark = pattern.pattern.run === null;
			if (isMark && start < (judgedUpTo[pattern.order] ?? 0)) return;
			const judgedEnd = isMark ? end + MARKS_TOGETHER : end;
			judgedUpTo[pattern.order] = judgedEnd;
			for (const finding of judge(subject, pattern, start, judgedEnd)) found.push({
				finding,
				order: pattern.order
			});
		},
		base64: (start, end) => encoded.base64(start, end),
		encodedMark: (at, place) => encoded.encodedMark(at, place)
	};
	const { bytes } = subject;
	sampleRuns(from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to), (runStart, runEnd) => {
		const start = from + runStart;
		const end = from + runEnd;
		const hasEscape = classifyRun(engine, bytes, start, end, sink);
		encoded.run(start, end, hasEscape);
	}, (start, end) => encoded.piece(from + start, from + end));
	encoded.wholeContent(from, to);
	return {
		found,
		sawEncoded: encoded.sawCandidate
	};
};
function subjectOf(bytes, path, onMatch) {
	const hostsOfRule = new Map();
	return {
		bytes,
		path,
		onMatch,
		fileHosts(rule) {
			const known = hostsOfRule.get(rule);
			if (known) return known;
			const mentions = rule.hosts === null ? [] : findHosts(textWindow(bytes, 0, bytes.length).text, rule.hosts, 0);
			hostsOfRule.set(rule, mentions);
			return mentions;
		}
	};
}
function withoutOverlaps(found) {
	found.sort((a, b) => a.finding.start - b.finding.start || compareRank(a, b));
	const kept = [];
	for (const each of found) {
		const last = kept.at(-1);
		if (!last || each.finding.start >= last.finding.end) kept.push(each);
		else if (isPartOf(last, each) || compareRank(each, last) < 0 && !isPartOf(each, last)) kept[kept.length - 1] = each;
	}
	return kept.map(({ finding }) => finding);
}
function isPartOf({ finding: part, order }, { finding: whole, order: orderOfWhole }) {
	const isBetterPattern = whole.decodedFrom.includes("texts side by side") ? orderOfWhole < order : orderOfWhole <= order;
	return require_basics.isAtLeast(whole.confidence, part.confidence) && (isBetterPattern || whole.confidence !== part.confidence) && part.decodedFrom.length < whole.decodedFrom.length && part.start >= whole.start && part.end <= whole.end && part.secret.length < whole.secret.length && whole.secret.includes(part.secret);
}
function compareRank(a, b) {
	return a.order - b.order || a.finding.decodedFrom.length - b.finding.decodedFrom.length || b.finding.end - b.finding.start - (a.finding.end - a.finding.start);
}
// src/detect/checksums/marvin.ts
function marvin(data, seed) {
	const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
	const seedView = new DataView(seed.buffer, seed.byteOffset, seed.byteLength);
	let low = seedView.getUint32(4);
	let high = seedView.getUint32(0);
	const mix = (word) => {
		low = low + word >>> 0;
		block();
	};
	const block = () => {
		high = (high ^ low) >>> 0;
		low = rotateLeft(low, 20) + high >>> 0;
		high = (rotateLeft(high, 9) ^ low) >>> 0;
		low = rotateLeft(low, 27) + high >>> 0;
		high = rotateLeft(high, 19);
	};
	const wholeWords = data.length & -4;
	for (let i = 0; i < wholeWords; i += 4) mix(view.getUint32(i, true));
	let tail = 128;
	for (let i = data.length - 1; i >= wholeWords; i--) tail = (tail << 8 | view.getUint8(i)) >>> 0;
	mix(tail);
	block();
	return {
		low,
		high
	};
}
function marvin32(data, seed) {
	const { low, high } = marvin(data, seed);
	return (low ^ high) >>> 0;
}
function rotateLeft(value, bits) {
	return (value << bits | value >>> 32 - bits) >>> 0;
}
// src/detect/checksums/azure-annotated.ts
const BODY_LENGTH$1 = 80;
const SEED$1 = Buffer.from("Default0", "latin1");
const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const YEAR_INDEX = 58;
const MONTH_INDEX = 59;
const FIRST_YEAR = 2024;
function azureAnnotatedChecksum(key) {
	const tail = key.slice(BODY_LENGTH$1);
	return annotatedChecksumTails(key.slice(0, BODY_LENGTH$1), tail.length > 4).includes(tail) ? "valid" : "mismatch";
}
function annotatedChecksumTails(body, isLongForm) {
	const checksum = Buffer.alloc(4);
	checksum.writeUInt32LE(marvin32(Buffer.from(body, "base64"), SEED$1));
	const base64 = checksum.toString("base64");
	const base62 = encodeBase62(checksum);
	if (!isLongForm) return [base64.slice(0, 4), base62.slice(0, 4)];
	return [base64, Buffer.from(`${base62}==`, "base64").toString("base64")];
}
function azureAnnotatedIssued(key) {
	const year = BASE64.indexOf(key.charAt(YEAR_INDEX));
	const month = BASE64.indexOf(key.charAt(MONTH_INDEX));
	if (year < 0 || month < 0 || month > 11) return null;
	return `${FIRST_YEAR + year}-${String(month + 1).padStart(2, "0")}`;
}
function encodeBase62(bytes) {
	let value = bytes.readUInt32BE();
	let digits = "";
	while (value > 0) {
		digits = BASE62.charAt(value % 62) + digits;
		value = Math.floor(value / 62);
	}
	let leadingZeroBytes = 0;
	while (leadingZeroBytes < bytes.length && bytes[leadingZeroBytes] === 0) leadingZeroBytes++;
	return ("0".repeat(leadingZeroBytes) + digits).padEnd(6, "0");
}
// src/detect/checksums/azure-devops-token.ts
const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
const LENGTH$1 = 52;
const CHECKSUM_PLACES = [
	22,
	8,
	7,
	2
];
const MASKS = [3770247469, 270137646];
function isDevOpsChecksumValid(token) {
	if (token.length !== LENGTH$1) return false;
	const bytes = decodeBase32(token);
	const written = CHECKSUM_PLACES.reduce((sum, place, i) => sum + (bytes[place] ?? 0) * 256 ** i, 0);
	return MASKS.some((mask) => checksumOf(bytes, mask) === written);
}
function completeDevOpsToken(body) {
	const bytes = decodeBase32(body);
	const checksum = checksumOf(bytes, MASKS[0] ?? 0);
	CHECKSUM_PLACES.forEach((place, i) => {
		bytes[place] = checksum >>> 8 * i & 255;
	});
	return encodeBase32(bytes) + body.slice(-1);
}
function checksumOf(bytes, mask) {
	return (lazyZlib().crc32(bytes.filter((_, place) => !CHECKSUM_PLACES.includes(place))) ^ mask) >>> 0;
}
function decodeBase32(text) {
	const bytes = [];
	let bits = 0;
	let bitCount = 0;
	for (const character of text) {
		bits = bits << 5 | BASE32.indexOf(character);
		bitCount += 5;
		if (bitCount < 8) continue;
		bitCount -= 8;
		bytes.push(bits >> bitCount & 255);
		bits &= (1 << bitCount) - 1;
	}
	return Uint8Array.from(bytes);
}
function encodeBase32(bytes) {
	let text = "";
	let bits = 0;
	let bitCount = 0;
	for (const byte of bytes) {
		bits = bits << 8 | byte;
		bitCount += 8;
		while (bitCount >= 5) {
			bitCount -= 5;
			text += BASE32.charAt(bits >> bitCount & 31);
		}
		bits &= (1 << bitCount) - 1;
	}
	return text;
}
// src/detect/checksums/azure-identifiable.ts
const CHECKSUM_BYTES = 4;
function identifiableSeed(key, seeds) {
	const bytes = Buffer.from(key, "base64");
	if (bytes.length <= CHECKSUM_BYTES || !isCanonical(key, bytes)) return null;
	const body = bytes.subarray(0, -4);
	const checksum = bytes.readUInt32LE(body.length);
	return seeds.find((seed) => marvin32(body, Buffer.from(seed, "latin1")) === checksum) ?? null;
}
function completeIdentifiable(body, seed, isUrlSafe) {
	const bodyLength = Math.ceil(body.length * 6 / 8);
	const bytes = Buffer.concat([Buffer.from(`${body}A`, "base64").subarray(0, bodyLength)], bodyLength + CHECKSUM_BYTES);
	bytes.writeUInt32LE(marvin32(bytes.subarray(0, bodyLength), Buffer.from(seed, "latin1")), bodyLength);
	const key = bytes.toString("base64");
	return isUrlSafe ? key.replaceAll("+", "-").replaceAll("/", "_") : key;
}
function isCanonical(key, bytes) {
	const text = key.replace(/=+$/, "").replaceAll("-", "+").replaceAll("_", "/");
	return bytes.toString("base64").replace(/=+$/, "") === text;
}
// src/detect/checksums/entra-client-secret.ts
const BODY_LENGTH = 37;
const CHECKSUM_LENGTH = 3;
const DIGITS = 6;
const ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
const SEED = Buffer.from("AadPwd00", "latin1");
function isEntraChecksumValid(secret) {
	return secret.length === 40 && secret.slice(BODY_LENGTH) === entraChecksum(secret.slice(0, BODY_LENGTH));
}
function entraChecksum(body) {
	let value = marvin32(Buffer.from(body, "latin1"), SEED);
	let digits = "";
	for (let i = 0; i < DIGITS; i++) {
		digits = ALPHABET.charAt(value % 66) + digits;
		value = Math.floor(value / 66);
	}
	return digits.slice(0, CHECKSUM_LENGTH);
}
// src/detect/checksums/index.ts
const PLAIN_SCHEMES = [
	"azure-annotated",
	"azure-devops-token",
	"entra-client-secret"
];
function checksumScheme(checksum) {
	switch (checksum.scheme) {
		case "azure-annotated": return {
			verify: (secret) => ({
				result: azureAnnotatedChecksum(secret),
				seed: null
			}),
			issued: azureAnnotatedIssued,
			complete: (body) => body + annotatedChecksumTails(body, false)[0]
		};
		case "azure-devops-token": return {
			verify: (secret) => verification(isDevOpsChecksumValid(secret), null),
			complete: completeDevOpsToken
		};
		case "entra-client-secret": return {
			verify: (secret) => verification(isEntraChecksumValid(secret), null),
			complete: (body) => body + entraChecksum(body)
		};
		case "azure-identifiable": {
			const { seeds, urlSafe } = checksum;
			return {
				verify: (secret) => {
					const seed = identifiableSeed(secret, seeds);
					return verification(seed !== null, seed);
				},
				complete: (body) => completeIdentifiable(body, seeds[0] ?? "", urlSafe)
			};
		}
	}
}
function verification(isValid, seed) {
	return {
		result: isValid ? "valid" : "mismatch",
		seed
	};
}
// src/detect/matcher.ts
const compileNative = (source, flags) => new RegExp(source, flags);
// src/detect/engine.ts
function createEngine(files, compileOwn) {
	const enginePatterns = files.flatMap((file) => {
		const compile = compilerFor(file, compileOwn);
		const rule = engineRule(file, compile);
		return file.patterns.map((pattern) => ({
			rule,
			pattern,
			compile
		}));
	}).map(({ rule, pattern, compile }, order) => ({
		rule,
		pattern,
		order,
		regex: compile(pattern.regex, "g"),
		gate: optional(compile, pattern.gate, "i"),
		reject: optional(compile, pattern.reject, ""),
		checksum: pattern.checksum === null ? null : checksumScheme(pattern.checksum),
		follows: pattern.run?.follows ? byteSet(pattern.run.follows) : null,
		precedes: pattern.run?.precedes ? byteSet(pattern.run.precedes) : null
	}));
	const marks = [...new Set(enginePatterns.flatMap(({ pattern }) => pattern.marks))];
	const encodedMarks = marks.flatMap(encodedForms);
	return {
		patterns: enginePatterns,
		markTable: buildMarkTable([...marks, ...encodedMarks.map(({ text }) => text)]),
		encodedMarks,
		patternsOfMark: marks.map((mark) => enginePatterns.filter(({ pattern }) => pattern.marks.includes(mark))),
		patternsOfRun: {
			word: byLength(enginePatterns, "word"),
			base64: byLength(enginePatterns, "base64")
		}
	};
}
function engineRule(file, compile) {
	return {
		file,
		variants: file.variants.map((variant) => ({
			variant,
			secret: optional(compile, variant.secret, ""),
			context: optional(compile, variant.context, "i"),
			host: optional(compile, variant.host, "i")
		})),
		evidence: [...file.evidence].sort((a, b) => Number(a.weight > 0) - Number(b.weight > 0)).map((rule) => ({
			rule,
			match: compile(rule.match, rule.view === "secret" ? "" : "i")
		})),
		mostWeight: mostWeight(file.evidence),
		hosts: hostPattern(file.hosts),
		knownPublic: new Set(file.knownPublic)
	};
}
function mostWeight(evidence) {
	const heaviest = new Map();
	for (const { group, weight } of evidence.filter(({ view }) => view !== "host-repository")) heaviest.set(group, Math.max(heaviest.get(group) ?? 0, weight));
	return [...heaviest.values()].reduce((sum, weight) => sum + weight, 0);
}
function compilerFor({ family, isOwn }, compileOwn) {
	if (isOwn !== true) return compileNative;
	if (compileOwn === void 0) throw new Error(`the rule ${family} is a user's and needs a linear engine`);
	return compileOwn;
}
function optional(compile, source, flags) {
	return source === null ? null : compile(source, flags);
}
function byLength(patterns, alphabet) {
	const lengths = new Map();
	for (const entry of patterns) {
		if (entry.pattern.run?.alphabet !== alphabet) continue;
		for (const length of entry.pattern.run.lengths) lengths.set(length, [...lengths.get(length) ?? [], entry]);
	}
	return lengths;
}
// src/rules/own-compiler.ts
async function compilerForOwn(rules) {
	if (!rules.some(({ isOwn }) => isOwn === true)) return void 0;
	const { compileLinear } = await Promise.resolve().then(() => require("./rules-linear-regex.cjs"));
	return compileLinear;
}
// src/credentials/redact.ts
const PUBLIC_PREFIX = /^sk-(?:proj-|svcacct-|admin-|None-|service-|ant-|or-|lf-)?/;
const SHOWN_AT_EACH_END = 4;
function redact(secret) {
	const ends = shownEnds(secret);
	return ends === null ? "••••" : `${ends.start}••••${ends.end}`;
}
function shownEnds(secret) {
	const shown = (PUBLIC_PREFIX.exec(secret)?.[0].length ?? 0) + SHOWN_AT_EACH_END;
	if (secret.length < 2 * (shown + SHOWN_AT_EACH_END)) return null;
	return {
		start: secret.slice(0, shown),
		end: secret.slice(-4)
	};
}
// src/git/path-name.ts
function decodePath(bytes) {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
	return text.includes("�") ? decodeByParts(bytes) : text;
}
function decodeByParts(bytes) {
	const strict = new TextDecoder("utf-8", {
		fatal: true,
		ignoreBOM: true
	});
	let text = "";
	for (let at = 0; at < bytes.length;) {
		const length = sequenceLength(bytes[at] ?? 0);
		try {
			text += strict.decode(bytes.subarray(at, at + length));
			at += length;
		} catch {
			text += `\\x${(bytes[at] ?? 0).toString(16).padStart(2, "0")}`;
			at += 1;
		}
	}
	return text;
}
function sequenceLength(lead) {
	if (lead >= 240) return 4;
	if (lead >= 224) return 3;
	return lead >= 192 ? 2 : 1;
}
// src/rules/rule-with-id.ts
function ruleWithId(rules, id) {
	const rule = rules.find(({ family, variants }) => family === id || variants.some((variant) => variant.id === id));
	if (rule !== void 0) return rule;
	const ids = rules.flatMap(({ family, variants }) => [family, ...variants.map((variant) => variant.id)]);
	const hint = require_basics.suggestionFor(id, ids) || "; \"keypetrel rules list\" shows them";
	throw new require_basics.UserError(`there is no rule "${id}"${hint}`);
}
// src/rules/entry-of.ts
function entryOf(entries, name) {
	return Object.hasOwn(entries, name) ? entries[name] : void 0;
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
	return rules.length !== builtin.length || rules.some((rule, index) => rule !== builtin[index]) ? lazyCrypto().createHash("sha256").update(JSON.stringify(rules)).digest("hex") : builtinDigest;
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
// src/rules/detection-rules.ts
const detectionRules = require_compiled_rules._virtual_keypetrel_rules_default.rules;
const rulesDigest = require_compiled_rules._virtual_keypetrel_rules_default.rulesDigest;
// src/rules/select.ts
function selectRules(rules, only, disabled, rulesets = []) {
	for (const name of rulesets) if (!require_basics.RULESETS.some((each) => each === name)) throw new require_basics.UserError(`there is no rule set "${name}", but ${require_basics.RULESETS.join(", ")}`);
	const isOn = ({ ruleset, isOwn }) => only.length > 0 || isOwn === true || require_basics.isOnByDefault(ruleset) || rulesets.includes(ruleset);
	for (const id of [...only, ...disabled]) ruleWithId(rules, id);
	const isReported = (family, rule) => (only.length === 0 || only.includes(family) || only.includes(rule)) && !disabled.includes(family) && !disabled.includes(rule);
	const selected = rules.filter((file) => isOn(file) && file.variants.some((variant) => isReported(file.family, variant.id)));
	if (selected.length === 0) throw new require_basics.UserError("no rule is left to look for: every one is turned off");
	return {
		rules: selected,
		isReported
	};
}
// src/sources/path-filter.ts
async function createPathFilter({ include = [], exclude = [], prefix = "" }) {
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
	return (path) => isIncluded(prefix + path) && !isExcluded(prefix + path);
}
function toPatterns(glob, option) {
	if (glob.trim() === "") throw new require_basics.UserError(`${option} needs a glob, for example ${option} '*.lock'`);
	const problem = globProblem(glob);
	if (problem !== null) throw new require_basics.UserError(`${option}: "${glob}" is no glob: ${problem}`);
	return expandBraces(glob).map((each) => each.replace(/^\.\//, "/").replace(/^[#!]/, "\\$&"));
}
function globProblem(glob) {
	const withoutEscapes = glob.replace(/\\./gs, "");
	if (withoutEscapes.endsWith("\\")) return "it ends with \"\\\", behind which something has to stand";
	return hasOpenBracket(withoutEscapes) ? "the bracket is not closed (a \"[\" in a name is written \"\\[\")" : null;
}
function hasOpenBracket(glob) {
	for (let open = glob.indexOf("["); open !== -1;) {
		const first = "!^".includes(glob.charAt(open + 1)) ? open + 2 : open + 1;
		const close = glob.indexOf("]", first + 1);
		if (close === -1) return true;
		open = glob.indexOf("[", close);
	}
	return false;
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
		if (next.length > MAX_ALTERNATIVES) throw new require_basics.UserError("a glob has too many alternatives in braces");
		if (next.length === expanded.length && next.every((each, index) => each === expanded[index])) break;
		expanded = next;
	}
	return expanded;
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
const NEWLINE$3 = 10;
function advance(from, bytes, start, end) {
	let { line, column } = from;
	let lineStart = start;
	const isCut = start === 0 && (line > 1 || column > 1);
	if (line === 1 && column === 1 && start < byteOrderMarkLength(bytes)) lineStart = Math.min(end, byteOrderMarkLength(bytes));
	for (let at = bytes.indexOf(NEWLINE$3, start); at !== -1 && at < end; at = bytes.indexOf(NEWLINE$3, at + 1)) {
		line += 1;
		column = 1;
		lineStart = at + 1;
	}
	for (let at = lineStart; at < end; at += 1) column += unitsAt(bytes, at, isCut);
	return {
		line,
		column
	};
}
function byteOrderMarkLength(bytes) {
	if (bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191) return 3;
	return bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255 ? 2 : 0;
}
function unitsAt(bytes, at, isCut) {
	const byte = bytes[at];
	if (byte < FIRST_CONTINUATION) return 1;
	if (byte >= FIRST_LEAD) return byte >= FIRST_LEAD_OF_FOUR && isComplete(bytes, at) ? 2 : 1;
	for (let lead = at - 1; lead >= at - 3; lead--) {
		if (lead < 0) return isCut ? 0 : 1;
		const before = bytes[lead];
		if (before >= FIRST_LEAD) return at - lead < lengthOf(before) && isComplete(bytes, lead) ? 0 : 1;
		if (before < FIRST_CONTINUATION) return 1;
	}
	return 1;
}
const FIRST_CONTINUATION = 128;
const FIRST_LEAD = 192;
const FIRST_LEAD_OF_THREE = 224;
const FIRST_LEAD_OF_FOUR = 240;
function isComplete(bytes, lead) {
	const end = Math.min(bytes.length, lead + lengthOf(bytes[lead]));
	for (let i = lead + 1; i < end; i++) {
		const byte = bytes[i];
		if (byte < FIRST_CONTINUATION || byte >= FIRST_LEAD) return false;
	}
	return true;
}
function lengthOf(lead) {
	if (lead >= FIRST_LEAD_OF_FOUR) return 4;
	return lead >= FIRST_LEAD_OF_THREE ? 3 : 2;
}
// src/sources/place-finder.ts
const NEWLINE$2 = 10;
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
		if (unit === NEWLINE$2) {
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
// src/sources/source.ts
function pathOf(origin) {
	return "path" in origin ? origin.path : null;
}
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
	return `kp1:${lazyCrypto().createHash("sha256").update(`keypetrel fingerprint 1\0${family}\0${secret}`).digest("hex").slice(0, LENGTH)}`;
}
// src/credentials/frame.ts
const LINES_BEFORE = 1;
const LINES_BEHIND = 1;
const REACH = 120;
const LONGEST_LINE$1 = 1e3;
const NEWLINE$1 = 10;
function makeFrame(bytes, finding, lineNumber, all) {
	const lines = [];
	let start = lineStart(bytes, finding.start);
	let number = lineNumber;
	for (let i = 0; i < LINES_BEFORE && number > 1 && start > 0 && bytes[start - 1] === NEWLINE$1; i++) {
		start = lineStart(bytes, start - 1);
		number -= 1;
	}
	const last = lineNumber + LINES_BEHIND;
	for (; number <= last && start < bytes.length; number++) {
		const end = lineEnd(bytes, number === lineNumber ? Math.max(start, finding.start) : start);
		lines.push(frameLine(bytes, start, end, number, finding, all));
		start = end + 1;
		if (bytes[end] !== NEWLINE$1) break;
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
		before: reach.from > start || start > 0 && bytes[start - 1] !== NEWLINE$1,
		behind: reach.to < end || end < bytes.length && bytes[end] !== NEWLINE$1
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
	const limit = Math.max(0, position - LONGEST_LINE$1);
	const newline = bytes.subarray(limit, position).lastIndexOf(NEWLINE$1);
	return newline < 0 ? limit : limit + newline + 1;
}
function lineEnd(bytes, position) {
	const limit = Math.min(bytes.length, position + LONGEST_LINE$1);
	const newline = bytes.subarray(position, limit).indexOf(NEWLINE$1);
	return newline < 0 ? limit : position + newline;
}
// src/credentials/inline-marks.ts
const SAME_LINE = /\b(?:keypetrel|gitleaks|betterleaks):allow\b|\btrufflehog:ignore\b|\bkingfisher:ignore\b|\bpragma: ?(?:allow|white)list[ -]secret\b|\bsecretlint-disable-line\b/;
const LINE_BEFORE = /\bpragma: ?(?:allow|white)list[ -]nextline[ -]secret\b|\bsecretlint-disable-next-line\b/;
const BLOCK_MARK = /(?:\/\/|\/\*|#|<!--|--|;)[ \t]{0,8}secretlint-(disable|enable)(?![\w-])/g;
const BLOCK_WORD = Buffer.from("secretlint-disable");
const LINE_REACH = 2e3;
const LONGEST_LINE = 65536;
const NEWLINE = 10;
var InlineMarks = class {
	#content;
	#blocks = null;
	constructor(bytes) {
		this.#content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}
	at(start, end) {
		const content = this.#content;
		const lineStart = startOfLine(content, start, LONGEST_LINE);
		const from = Math.max(lineStart ?? 0, start - LINE_REACH);
		const behind = content.subarray(end, end + LINE_REACH);
		const newline = behind.indexOf(NEWLINE);
		const line = textOf(content, from, newline < 0 ? end + behind.length : end + newline);
		const here = SAME_LINE.exec(line);
		if (here !== null) return here[0];
		return (lineStart === null ? null : LINE_BEFORE.exec(lineBefore(content, lineStart)))?.[0] ?? this.#blockAt(start);
	}
	#blockAt(start) {
		this.#blocks ??= readBlocks(this.#content);
		return this.#blocks.findLast(({ at }) => at < start)?.isStart === true ? "secretlint-disable" : null;
	}
};
function readBlocks(content) {
	if (content.indexOf(BLOCK_WORD) < 0) return [];
	const marks = [];
	for (const { index, 1: word } of content.toString("latin1").matchAll(BLOCK_MARK)) {
		const isStart = word === "disable";
		if ((marks.at(-1)?.isStart ?? false) !== isStart) marks.push({
			at: index,
			isStart
		});
	}
	return marks;
}
function startOfLine(content, at, most) {
	const from = Math.max(0, at - most);
	const newline = content.subarray(from, at).lastIndexOf(NEWLINE);
	if (newline >= 0) return from + newline + 1;
	return from === 0 ? 0 : null;
}
function lineBefore(content, lineStart) {
	if (lineStart === 0) return "";
	const end = lineStart - 1;
	return textOf(content, startOfLine(content, end, LINE_REACH) ?? end - LINE_REACH, end);
}
function textOf(content, start, end) {
	return content.toString("latin1", start, end).replaceAll("\0", "");
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
const FRAMES_PER_CREDENTIAL = 64;
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
		const marks = holdsComments(content.origin) ? new InlineMarks(content.bytes) : null;
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
				mark: marks?.at(finding.start, finding.end) ?? null,
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
function holdsComments(origin) {
	return origin.kind !== "ref" && !("isName" in origin);
}
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
// src/credentials/suppress.ts
const SUPPRESSION_REASONS = [
	"baseline",
	"ignored",
	"inline"
];
const BASELINED = {
	reason: "baseline",
	detail: "it is in the baseline"
};
function allowedBy(mark) {
	return {
		reason: "inline",
		detail: `a comment says "${mark}"`
	};
}
function suppress(sightings, rules) {
	if (rules.length === 0) return {
		kept: sightings,
		suppressed: []
	};
	const kept = [];
	const suppressed = [];
	for (const placed of sightings) {
		const whole = firstOf(rules, (rule) => rule.of?.(placed) ?? null);
		if (whole !== null) suppressed.push({
			placed,
			suppression: whole
		});
		else splitByPath(placed, rules, kept, suppressed);
	}
	return {
		kept,
		suppressed
	};
}
function splitByPath(placed, rules, kept, suppressed) {
	const suppressionAt = (path) => path === null ? null : firstOf(rules, (rule) => rule.at?.(placed, path) ?? null);
	if (placed.traces.length === 0) {
		const suppression = suppressionAt(pathOf(placed.sighting.origin));
		if (suppression === null) kept.push(placed);
		else suppressed.push({
			placed,
			suppression
		});
		return;
	}
	const left = placed.traces.filter((trace) => {
		const suppression = suppressionAt(trace.path);
		if (suppression !== null) suppressed.push({
			placed: {
				...placed,
				traces: [trace]
			},
			suppression
		});
		return suppression === null;
	});
	if (left.length === placed.traces.length) kept.push(placed);
	else if (left.length > 0) kept.push({
		...placed,
		traces: left
	});
}
function firstOf(rules, ask) {
	for (const rule of rules) {
		const answer = ask(rule);
		if (answer !== null) return answer;
	}
	return null;
}
function suppressedCredentials({ kept, suppressed }, minConfidence) {
	const left = new Set(kept.map(({ fingerprint }) => fingerprint));
	const groups = new Map();
	for (const each of suppressed) {
		const { fingerprint } = each.placed;
		if (left.has(fingerprint)) continue;
		const group = groups.get(fingerprint);
		if (group) group.push(each);
		else groups.set(fingerprint, [each]);
	}
	return [...groups].map(([fingerprint, group]) => ({
		fingerprint,
		suppression: weightiest(group),
		sightings: group.map(({ placed }) => placed)
	})).filter(({ sightings }) => require_basics.isAtLeast(bestConfidence(sightings), minConfidence));
}
function weightiest(group) {
	const rank = ({ reason }) => SUPPRESSION_REASONS.indexOf(reason);
	return group.map(({ suppression }) => suppression).reduce((best, each) => rank(each) < rank(best) ? each : best);
}
function bestConfidence(sightings) {
	const ranks = sightings.map(({ sighting }) => require_basics.CONFIDENCE_LEVELS.indexOf(sighting.finding.confidence));
	return require_basics.CONFIDENCE_LEVELS[ranks.reduce((best, rank) => Math.max(best, rank), 0)] ?? "low";
}
function countByReason(credentials) {
	const counts = {
		baseline: 0,
		ignored: 0,
		inline: 0
	};
	for (const { suppression } of credentials) counts[suppression.reason] += 1;
	return counts;
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
// src/git/tree-paths.ts
async function findInTree(repository, tree, wanted, options = {}) {
	const paths = new Map();
	if (tree === null || wanted.size === 0) return {
		paths,
		complete: true
	};
	return {
		paths,
		complete: await eachPath(repository, tree, options, (part) => {
			const tab = part.indexOf("	");
			const oid = part.toString("latin1", part.lastIndexOf(" ", tab) + 1, tab);
			if (!wanted.has(oid)) return;
			const known = paths.get(oid) ?? new Set();
			paths.set(oid, known.add(decodePath(part.subarray(tab + 1))));
		})
	};
}
const MOST_PATHS = 1e7;
async function eachPath(repository, tree, options, take) {
	const git = require_scan.startGit(repository, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		tree
	], options);
	git.stdin.end();
	let count = 0;
	await splitStream(git.stdout, 0, (part) => {
		count += 1;
		if (count === MOST_PATHS) git.kill();
		if (count <= MOST_PATHS) take(part);
	});
	return (await git.exit).code === 0;
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
// src/scan/archives-later.ts
var ArchivesLater = class {
	#unpack = null;
	#loading = null;
	#waiting = [];
	unpack = (bytes) => this.#unpack?.(bytes) ?? {
		members: [],
		skipped: []
	};
	hold(emit) {
		return (content) => {
			if (this.#unpack !== null || !isArchive(content.bytes)) {
				emit(content);
				return;
			}
			this.#waiting.push({
				...content,
				bytes: Buffer.from(content.bytes)
			});
			this.#loading ??= this.#load(emit);
			this.#loading.catch(() => {});
		};
	}
	async settled() {
		await this.#loading;
	}
	async #load(emit) {
		const { unpack } = await Promise.resolve().then(() => require("./decode-archive.cjs"));
		this.#unpack = unpack;
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const content of waiting) emit(content);
	}
};
// src/scan/root-memory.ts
async function openMemory({ repository }, { target = "auto", cache = false, allObjects = false, log }, rulesKey) {
	if (repository === null || cache === false || allObjects || !(target === "auto" || target === "history")) return null;
	const { HistoryCache } = await Promise.resolve().then(() => require("./cache-history-cache.cjs"));
	return HistoryCache.open(repository, cache, rulesKey, log);
}
// src/git/head-blobs.ts
async function listHeadBlobs(repository, options = {}) {
	const blobs = new Set();
	if (repository.head === null) return blobs;
	await eachPath(repository, repository.head, options, (part) => {
		const [, type, oid = ""] = Buffer.from(part).toString("latin1", 0, 100).split(/[ \t]/, 3);
		const parsed = type === "blob" ? require_scan.parseObjectId(oid) : null;
		if (parsed) blobs.add(parsed);
	});
	return blobs;
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
	const { createScreen } = await Promise.resolve().then(() => require("./screen.cjs")).then((n) => n.screen_exports);
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
			const { stdinSource } = await Promise.resolve().then(() => require("./sources-stdin.cjs"));
			if (!options.input) throw new require_basics.UserError("nothing to read: --stdin needs input on standard input");
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
				jobs: options.jobs,
				onRepository,
				screen: await screenOf()
			});
		}
		case "index": {
			const { indexSource } = await Promise.resolve().then(() => require("./staged.cjs")).then((n) => n.index_source_exports);
			const repository = repositoryOf(root, "--staged");
			if (options.target === "staged") {
				const [changes, screen] = await Promise.all([stagedChanges(repository, signal), screenOf()]);
				const entries = changes === null ? {} : { entries: changes };
				return indexSource({
					...common,
					...entries,
					repository,
					screen
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
			const { rangeSource } = await Promise.resolve().then(() => require("./sources-range.cjs"));
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
			const { historySource } = await Promise.resolve().then(() => require("./sources-history.cjs"));
			const repository = repositoryOf(root, "--history");
			const allObjects = options.allObjects ?? false;
			const { packWorkers } = await Promise.resolve().then(() => require("./scan-pack-workers.cjs"));
			const history = historySource({
				repository,
				allObjects,
				screen: await screenOf(),
				startWorkers: packWorkers(rules, options.jobs),
				memory: root.memory ?? void 0,
				onLinked: (linked) => {
					if (root.links !== void 0) root.links.linked = linked;
				},
				signal,
				onProgress
			});
			return isAlone ? withRepositories(history, root, onRepository, signal) : history;
		}
	}
}
async function stagedChanges(repository, signal) {
	const { listStagedChanges } = await Promise.resolve().then(() => require("./staged.cjs")).then((n) => n.staged_changes_exports);
	return require_scan.nullWithoutGit(signal, () => listStagedChanges(repository, { signal }));
}
function withRepositories(history, { folder, repository, paths }, onRepository, signal) {
	if (repository === null || repository.workTree === null || paths.length === 0) return history;
	return async (emit, coverage) => {
		const { listFiles } = await Promise.resolve().then(() => require("./sources-file-list.cjs"));
		const listing = new Coverage();
		await listFiles({
			root: folder,
			repository,
			paths,
			signal,
			onRepository
		}, listing);
		coverage.addGaps(listing);
		await history(emit, coverage);
	};
}
function repositoryOf(root, option) {
	if (root.repository) return root.repository;
	const [gap] = root.gaps;
	if (gap !== void 0) throw new require_basics.UserError(`${option} needs a git repository that git can read; ${gap}`);
	throw new require_basics.UserError(`${option} needs a git repository, and ${JSON.stringify(root.folder)} is in none`);
}
// src/scan/scan-root.ts
async function scanRoot(given, { options, rules, rulesKey, engine, isReported, emitting }, histories, total) {
	const coverage = new Coverage();
	const memory = await openMemory(given, options, rulesKey);
	const root = {
		...given,
		memory,
		links: { linked: null }
	};
	for (const gap of root.gaps) coverage.skip("unreadable", gap);
	const archives = new ArchivesLater();
	const onSkipped = (path) => coverage.skip("archive", path);
	const collector = new Collector(engine, isReported, archives.unpack, onSkipped);
	const emit = archives.hold(emitting(collector.scan));
	const inside = new Set();
	const sources = await sourcesOf(root, options, rules, (path) => inside.add(path));
	const modes = [];
	for (const { mode, source } of sources) {
		if (mode === "history" && !isNew(root, histories)) continue;
		const folder = root.prefix === "" ? root.folder : maskRandom(root.folder);
		options.log?.debug(`scanning ${mode} of ${JSON.stringify(folder)}`);
		modes.push(mode);
		await orGap(() => source(emit, coverage), coverage, options);
	}
	await archives.settled();
	const seen = collector.credentials();
	const { sightings, standing } = await placed(root, seen, engine, options, coverage);
	await memory?.store(seen);
	const nested = [];
	for (const path of inside) {
		const opened = await require_scan.openNested(root, path, options);
		if (opened === null) continue;
		if ("gap" in opened) coverage.skip("unreadable", opened.gap);
		else nested.push(opened);
	}
	total.add(coverage, root.prefix);
	return {
		sightings,
		standing,
		modes,
		nested
	};
}
async function placed(root, seen, engine, options, coverage) {
	if (seen.length === 0) return {
		sightings: [],
		standing: []
	};
	const { placeCredentials } = await Promise.resolve().then(() => require("./scan-place-credentials.cjs"));
	return placeCredentials(root, seen, engine, options, coverage);
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
		if (error instanceof require_scan.GitError) coverage.skip("unreadable", require_scan.reasonOf(error));
		else if (error instanceof Error && require_basics.isExhaustion(error)) coverage.skip("unreadable", error.message);
		else throw error;
	}
}
// src/scan/suppression.ts
var Suppression = class Suppression {
	#options;
	#settings;
	#baseline;
	#ignoreFiles = [];
	#today = new Date().toISOString().slice(0, 10);
	constructor(options, settings, baseline) {
		this.#options = options;
		this.#settings = settings;
		this.#baseline = baseline;
	}
	static async open(options, settings) {
		const path = settings.baseline.value;
		if (path === null) return new Suppression(options, settings, null);
		const { readBaseline } = await Promise.resolve().then(() => require("./baseline.cjs")).then((n) => n.baseline_exports);
		return new Suppression(options, settings, await readBaseline(path));
	}
	async enter(root) {
		const isBare = root.repository !== null && root.repository.workTree === null;
		if (!this.#settings.ignore.value || root.folder === "" || isBare) return;
		try {
			const file = await readIgnoreFile(root.folder);
			if (file === null) return;
			this.#ignoreFiles.push({
				root,
				file
			});
			this.#tellEnded(root, file);
		} catch (error) {
			if (root.prefix === "" || !(error instanceof require_basics.SuppressionError)) throw error;
			const message = error.message.replaceAll(require_scan.escapeControls((0, node_path.join)(root.folder, IGNORE_FILE)), nameOf(root));
			this.#options.log?.warn(`${message}; the file is left out`);
		}
	}
	#tellEnded(root, { fingerprints }) {
		for (const entry of fingerprints) {
			if (isInForce(entry, this.#today)) continue;
			const { fingerprint, line, until } = entry;
			this.#options.log?.warn(`${nameOf(root)}:${line}: ${fingerprint} was ignored until ${until}`);
		}
	}
	async apply(sightings) {
		if (sightings.length === 0) return {
			kept: [],
			suppressed: []
		};
		const rules = [this.#baselineRule(), await this.#allowRule()];
		for (const { root, file } of this.#ignoreFiles) rules.push(await ignoreFileRule(root, file, this.#today));
		if (this.#settings.ignore.value) rules.push(INLINE_RULE);
		return suppress(sightings, rules.filter((rule) => rule !== null));
	}
	#baselineRule() {
		if (this.#baseline === null) return null;
		const known = new Set(this.#baseline.map(({ fingerprint }) => fingerprint));
		return { of: ({ fingerprint }) => known.has(fingerprint) ? BASELINED : null };
	}
	async #allowRule() {
		const allow = this.#options.config?.allow;
		if (allow === void 0) return null;
		const { allowRule } = await Promise.resolve().then(() => require("./credentials-allow.cjs"));
		return allowRule(allow);
	}
	baselineUse(scan) {
		const entries = this.#baseline;
		if (entries === null) return {};
		const gone = isWhole(scan, this.#options, this.#settings) ? goneEntries(entries, scan) : null;
		return { baseline: {
			entries: entries.length,
			gone
		} };
	}
};
const INLINE_RULE = { of: ({ sighting: { mark } }) => mark === null ? null : allowedBy(mark) };
async function ignoreFileRule(root, file, today) {
	const rules = await ignoreRules(file, today);
	return {
		of: (placed) => isWithin(root, placed.root) ? rules.ofFingerprint(placed.fingerprint) : null,
		at: (placed, path) => isWithin(root, placed.root) && path.startsWith(root.prefix) ? rules.ofPath(path.slice(root.prefix.length)) : null
	};
}
function nameOf({ prefix }) {
	return `${maskRandom(prefix)}${IGNORE_FILE}`;
}
function isWithin(outer, inner) {
	const { folder = "", prefix = "" } = inner ?? {};
	return prefix.startsWith(outer.prefix) && (0, node_path.join)(outer.folder, prefix.slice(outer.prefix.length), ".") === folder;
}
function isWhole({ roots, coverage }, { target = "auto" }, { include, exclude, rules, disabledRules }) {
	const isNarrowed = [
		include,
		exclude,
		rules,
		disabledRules
	].some(({ value }) => value.length > 0);
	return target === "auto" && !isNarrowed && coverage.isComplete() && !coverage.shallow && !coverage.partialClone && roots.every(({ isInScope }) => isInScope(null));
}
function goneEntries(entries, { sightings, stood, rules }) {
	const found = new Set([...sightings, ...stood].map(({ fingerprint }) => fingerprint));
	const ids = new Set(rules.flatMap(({ family, variants }) => [family, ...variants.map(({ id }) => id)]));
	return entries.filter(({ fingerprint, rule }) => ids.has(rule) && !found.has(fingerprint));
}
// src/scan/scan-roots.ts
var scan_roots_exports = require_rolldown_runtime.__exportAll({ scanRoots: () => scanRoots });
async function scanRoots(asked, given, observer) {
	const builtin = await rulesFor(given.config);
	const available = configuredRules(builtin, given.config);
	const settings = require_basics.settle(given, given.config);
	const minConfidence = settings.minConfidence.value;
	const options = {
		...given,
		include: settings.include.value,
		exclude: settings.exclude.value
	};
	const { rules, isReported } = selectRules(available, settings.rules.value, settings.disabledRules.value, settings.rulesets.value);
	await createPathFilter(options);
	const suppression = await Suppression.open(options, settings);
	const coverage = new Coverage();
	const modes = new Set();
	const engine = createEngine(rules, await compilerForOwn(rules));
	const digest = configuredDigest(available, builtin, rulesDigest);
	const search = {
		options,
		rules,
		rulesKey: JSON.stringify([
			digest,
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
	const roots = [...await asked];
	for (const root of roots) await suppression.enter(root);
	for (const root of roots) {
		const found = await scanRoot(root, search, histories, coverage);
		for (const mode of found.modes) modes.add(mode);
		for (const sighting of found.sightings) sightings.push(sighting);
		for (const each of found.standing) stood.push(each);
		for (const nested of found.nested) await suppression.enter(nested);
		roots.push(...found.nested);
	}
	const result = await suppression.apply(sightings);
	const suppressed = suppressedCredentials(result, minConfidence);
	const isShown = ({ sightings: all }) => all.some(({ finding }) => require_basics.isAtLeast(finding.confidence, minConfidence));
	observer?.placed(sightings, result, stood);
	const { credentials, hidden, skipped } = await inReport({
		engine,
		sightings,
		kept: result.kept,
		suppressed,
		skipped: coverage.skipped()
	}, options);
	const shown = credentials.filter((each) => require_basics.isAtLeast(each.confidence, minConfidence));
	return {
		schemaVersion: 1,
		tool: {
			name: "keypetrel",
			version: require_basics.TOOL_VERSION,
			rulesDigest: digest
		},
		coverage: {
			complete: coverage.isComplete(),
			modes: [...modes],
			files: coverage.files,
			objects: coverage.objects,
			commits: coverage.commits,
			shallow: coverage.shallow,
			partialClone: coverage.partialClone,
			skipped
		},
		credentials: shown,
		suppressed: {
			...countByReason(suppressed),
			belowThreshold: credentials.length - shown.length,
			standing: stood.filter(isShown).length
		},
		...suppression.baselineUse({
			sightings,
			stood,
			roots,
			coverage,
			rules
		}),
		...hidden.length > 0 && { hidden }
	};
}
async function rulesFor(config) {
	if (config === void 0) return detectionRules;
	const { builtinRules } = await Promise.resolve().then(() => require("./catalogue.cjs")).then((n) => n.catalogue_exports);
	return builtinRules();
}
async function inReport(seen, options) {
	if (seen.sightings.length === 0 && seen.skipped.length === 0) return {
		credentials: [],
		hidden: [],
		skipped: []
	};
	const { concludeScan } = await Promise.resolve().then(() => require("./scan-conclude-scan.cjs"));
	return concludeScan(seen, options);
}
Object.defineProperty(exports, "ARCHIVE_MAGIC_END", {
	enumerable: true,
	get: function() {
		return ARCHIVE_MAGIC_END;
	}
});
Object.defineProperty(exports, "BASELINED", {
	enumerable: true,
	get: function() {
		return BASELINED;
	}
});
Object.defineProperty(exports, "CONTEXT_BEFORE", {
	enumerable: true,
	get: function() {
		return CONTEXT_BEFORE;
	}
});
Object.defineProperty(exports, "CONTEXT_BEHIND", {
	enumerable: true,
	get: function() {
		return CONTEXT_BEHIND;
	}
});
Object.defineProperty(exports, "CREDENTIAL_BYTES", {
	enumerable: true,
	get: function() {
		return CREDENTIAL_BYTES;
	}
});
Object.defineProperty(exports, "Collector", {
	enumerable: true,
	get: function() {
		return Collector;
	}
});
Object.defineProperty(exports, "Coverage", {
	enumerable: true,
	get: function() {
		return Coverage;
	}
});
Object.defineProperty(exports, "HEADING_LENGTH", {
	enumerable: true,
	get: function() {
		return HEADING_LENGTH;
	}
});
Object.defineProperty(exports, "IGNORE_FILE", {
	enumerable: true,
	get: function() {
		return IGNORE_FILE;
	}
});
Object.defineProperty(exports, "InlineMarks", {
	enumerable: true,
	get: function() {
		return InlineMarks;
	}
});
Object.defineProperty(exports, "PLAIN_SCHEMES", {
	enumerable: true,
	get: function() {
		return PLAIN_SCHEMES;
	}
});
Object.defineProperty(exports, "PlaceFinder", {
	enumerable: true,
	get: function() {
		return PlaceFinder;
	}
});
Object.defineProperty(exports, "START", {
	enumerable: true,
	get: function() {
		return START;
	}
});
Object.defineProperty(exports, "Splitter", {
	enumerable: true,
	get: function() {
		return Splitter;
	}
});
Object.defineProperty(exports, "advance", {
	enumerable: true,
	get: function() {
		return advance;
	}
});
Object.defineProperty(exports, "allowedBy", {
	enumerable: true,
	get: function() {
		return allowedBy;
	}
});
Object.defineProperty(exports, "checksumScheme", {
	enumerable: true,
	get: function() {
		return checksumScheme;
	}
});
Object.defineProperty(exports, "classifyRun", {
	enumerable: true,
	get: function() {
		return classifyRun;
	}
});
Object.defineProperty(exports, "compilerForOwn", {
	enumerable: true,
	get: function() {
		return compilerForOwn;
	}
});
Object.defineProperty(exports, "confidenceOf", {
	enumerable: true,
	get: function() {
		return confidenceOf;
	}
});
Object.defineProperty(exports, "configuredRules", {
	enumerable: true,
	get: function() {
		return configuredRules;
	}
});
Object.defineProperty(exports, "createEngine", {
	enumerable: true,
	get: function() {
		return createEngine;
	}
});
Object.defineProperty(exports, "createPathFilter", {
	enumerable: true,
	get: function() {
		return createPathFilter;
	}
});
Object.defineProperty(exports, "decodePath", {
	enumerable: true,
	get: function() {
		return decodePath;
	}
});
Object.defineProperty(exports, "detect", {
	enumerable: true,
	get: function() {
		return detect;
	}
});
Object.defineProperty(exports, "detectionRules", {
	enumerable: true,
	get: function() {
		return detectionRules;
	}
});
Object.defineProperty(exports, "endOfLineBefore", {
	enumerable: true,
	get: function() {
		return endOfLineBefore;
	}
});
Object.defineProperty(exports, "entryOf", {
	enumerable: true,
	get: function() {
		return entryOf;
	}
});
Object.defineProperty(exports, "findHosts", {
	enumerable: true,
	get: function() {
		return findHosts;
	}
});
Object.defineProperty(exports, "findInTree", {
	enumerable: true,
	get: function() {
		return findInTree;
	}
});
Object.defineProperty(exports, "fingerprintOf", {
	enumerable: true,
	get: function() {
		return fingerprintOf;
	}
});
Object.defineProperty(exports, "hostPattern", {
	enumerable: true,
	get: function() {
		return hostPattern;
	}
});
Object.defineProperty(exports, "inspect", {
	enumerable: true,
	get: function() {
		return inspect;
	}
});
Object.defineProperty(exports, "inspectPart", {
	enumerable: true,
	get: function() {
		return inspectPart;
	}
});
Object.defineProperty(exports, "isArchive", {
	enumerable: true,
	get: function() {
		return isArchive;
	}
});
Object.defineProperty(exports, "isGzip", {
	enumerable: true,
	get: function() {
		return isGzip;
	}
});
Object.defineProperty(exports, "isZip", {
	enumerable: true,
	get: function() {
		return isZip;
	}
});
Object.defineProperty(exports, "latin1", {
	enumerable: true,
	get: function() {
		return latin1$1;
	}
});
Object.defineProperty(exports, "leavesGap", {
	enumerable: true,
	get: function() {
		return leavesGap;
	}
});
Object.defineProperty(exports, "listHeadBlobs", {
	enumerable: true,
	get: function() {
		return listHeadBlobs;
	}
});
Object.defineProperty(exports, "matchesRun", {
	enumerable: true,
	get: function() {
		return matchesRun;
	}
});
Object.defineProperty(exports, "mayBePiece", {
	enumerable: true,
	get: function() {
		return mayBePiece;
	}
});
Object.defineProperty(exports, "memberPath", {
	enumerable: true,
	get: function() {
		return memberPath;
	}
});
Object.defineProperty(exports, "observed", {
	enumerable: true,
	get: function() {
		return observed;
	}
});
Object.defineProperty(exports, "outweighs", {
	enumerable: true,
	get: function() {
		return outweighs;
	}
});
Object.defineProperty(exports, "pathOf", {
	enumerable: true,
	get: function() {
		return pathOf;
	}
});
Object.defineProperty(exports, "printableName", {
	enumerable: true,
	get: function() {
		return printableName;
	}
});
Object.defineProperty(exports, "redact", {
	enumerable: true,
	get: function() {
		return redact;
	}
});
Object.defineProperty(exports, "ruleWithId", {
	enumerable: true,
	get: function() {
		return ruleWithId;
	}
});
Object.defineProperty(exports, "sampleRuns", {
	enumerable: true,
	get: function() {
		return sampleRuns;
	}
});
Object.defineProperty(exports, "scan_roots_exports", {
	enumerable: true,
	get: function() {
		return scan_roots_exports;
	}
});
Object.defineProperty(exports, "scoreOf", {
	enumerable: true,
	get: function() {
		return scoreOf;
	}
});
Object.defineProperty(exports, "selectRules", {
	enumerable: true,
	get: function() {
		return selectRules;
	}
});
Object.defineProperty(exports, "shannonEntropy", {
	enumerable: true,
	get: function() {
		return shannonEntropy;
	}
});
Object.defineProperty(exports, "splitStream", {
	enumerable: true,
	get: function() {
		return splitStream;
	}
});
Object.defineProperty(exports, "weightiest", {
	enumerable: true,
	get: function() {
		return weightiest;
	}
});
Object.defineProperty(exports, "wholePiece", {
	enumerable: true,
	get: function() {
		return wholePiece;
	}
});
