"use strict";
const require_builtin_modules = require("./builtin-modules.cjs");
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
// src/decode/joined.ts
const MOST_PIECES = 12;
const LONGEST_JOINER = 80;
const QUOTES = byteTable("\"'`");
const BACKSLASH$4 = 92;
const NEWLINE$2 = 10;
const CARRIAGE_RETURN$1 = 13;
const SPACE$1 = 32;
const TAB$1 = 9;
const CONTINUING = byteTable("\\^");
const LONGEST_INDENT = 40;
const QUOTED_JOINER = /^\\?["'`](?:[ \t]{1,8}|[ \t]{0,8}(?:(?:\+|\.\.?|&|<>|\|\||~|,?[ \t]?_)[ \t]{0,8}(?:[\\`_][ \t]{0,4})?(?:\r?\n[ \t]{0,40})?|(?:[\\`_][ \t]{0,4})?\r?\n[ \t]{0,40}(?:[+.&~][ \t]{0,8})?|\\n))[@$fbruFBRU]{0,2}\\?["'`]/;
const CONTINUATION = /^[\\^]\r?\n[ \t]{0,40}/;
const JOINING = byteTable(" 	\r\n+.&~<>|_\\");
const BETWEEN_PIECES = byteTable("\"'` 	\r\n");
const LONGEST_GAP = 60;
function mayBePiece(bytes, start, end) {
	return joinsBehind(bytes, end) || joinsBefore(bytes, start);
}
function pieceBehindJoiner(bytes, at) {
	const byte = bytes[at];
	if (QUOTES[byte] === 1) {
		if (joinsBefore(bytes, at + 1)) return at + 1;
		return joinsBehind(bytes, at) ? quoteBehind(bytes, at + 1) + 1 : -1;
	}
	if (JOINING[byte] === 0) return -1;
	const next = startOfNextLine(bytes, byte === BACKSLASH$4 ? at + 1 : at);
	if (next >= 0 && continuesBefore(bytes, next)) return next;
	const opening = quoteBehind(bytes, at + 1);
	return opening >= 0 && joinsBefore(bytes, opening + 1) ? opening + 1 : -1;
}
function startOfNextLine(bytes, at) {
	const newline = bytes[at] === CARRIAGE_RETURN$1 ? at + 1 : at;
	return bytes[newline] === NEWLINE$2 ? newline + 1 : -1;
}
function quoteBehind(bytes, from) {
	let i = from;
	while (i < from + LONGEST_GAP && JOINING[bytes[i]] === 1) i++;
	return QUOTES[bytes[i]] === 1 ? i : -1;
}
function joinsBehind(bytes, end) {
	if (continuesBehind(bytes, end)) return true;
	if (QUOTES[bytes[end]] !== 1) return false;
	let i = end + 1;
	while (i < end + LONGEST_GAP && JOINING[bytes[i]] === 1) i++;
	if (QUOTES[bytes[i]] !== 1 && QUOTES[bytes[++i]] !== 1) return false;
	return isKeyByte(bytes[i + 1]);
}
function joinsBefore(bytes, start) {
	if (QUOTES[bytes[start - 1]] !== 1) return continuesBefore(bytes, start);
	let i = start - 2;
	while (i > start - LONGEST_GAP && JOINING[bytes[i]] === 1) i--;
	return i > 0 && QUOTES[bytes[i]] === 1;
}
function continuesBehind(bytes, end) {
	const last = bytes[end - 1] === BACKSLASH$4 ? end - 1 : end;
	return CONTINUING[bytes[last]] === 1 && startOfNextLine(bytes, last + 1) >= 0;
}
function continuesBefore(bytes, start) {
	let i = start - 1;
	while (i > start - LONGEST_INDENT && (bytes[i] === SPACE$1 || bytes[i] === TAB$1)) i--;
	if (bytes[i] !== NEWLINE$2) return false;
	i--;
	if (bytes[i] === CARRIAGE_RETURN$1) i--;
	return CONTINUING[bytes[i]] === 1;
}
function isKeyByte(byte) {
	const lower = byte | 32;
	return lower >= 97 && lower <= 122 || byte >= 43 && byte <= 57 && byte !== 44 || byte === 95 || byte === 126;
}
function findPieces(bytes, start, end, isPieceByte) {
	const pieces = [trimContinuation(bytes, {
		start,
		end
	})];
	extendForward(bytes, pieces, isPieceByte);
	extendBackward(bytes, pieces, isPieceByte);
	return pieces.length === 1 ? [] : pieces;
}
function joinPieces(bytes, pieces, from, to) {
	const builder = new DecodedBuilder(to - from);
	builder.addUnchanged(bytes, from, pieces[0]?.start ?? to);
	for (const piece of pieces) builder.addUnchanged(bytes, piece.start, piece.end);
	builder.addUnchanged(bytes, pieces.at(-1)?.end ?? to, to);
	return builder.build();
}
function extendForward(bytes, pieces, isPieceByte) {
	while (pieces.length < MOST_PIECES) {
		const last = pieces.at(-1);
		if (!last) return;
		const text = latin1$1(bytes, last.end, last.end + LONGEST_JOINER);
		const joiner = QUOTED_JOINER.exec(text) ?? CONTINUATION.exec(text);
		if (!joiner) return;
		const start = last.end + joiner[0].length;
		let end = start;
		while (end < bytes.length && isPieceByte(bytes[end])) end++;
		if (end === start) return;
		pieces.push(trimContinuation(bytes, {
			start,
			end
		}));
	}
}
function extendBackward(bytes, pieces, isPieceByte) {
	while (pieces.length < MOST_PIECES) {
		const first = pieces[0];
		if (!first) return;
		const end = endOfPieceBefore(bytes, first.start);
		let start = end;
		while (start > 0 && isPieceByte(bytes[start - 1])) start--;
		if (start === end) return;
		pieces.unshift({
			start,
			end
		});
	}
}
function endOfPieceBefore(bytes, start) {
	let end = start - 1;
	const least = Math.max(0, start - LONGEST_GAP);
	if (QUOTES[bytes[end]] === 1) {
		end--;
		while (end > least && JOINING[bytes[end]] === 1) end--;
		if (QUOTES[bytes[end]] !== 1) return 0;
		if (bytes[end - 1] === BACKSLASH$4) end--;
	} else while (end > least && isBlank(bytes[end])) end--;
	const joiner = latin1$1(bytes, end, start);
	return (QUOTED_JOINER.exec(joiner) ?? CONTINUATION.exec(joiner))?.[0].length === joiner.length ? end : 0;
}
function isBlank(byte) {
	return byte === 32 || byte === 9 || byte === NEWLINE$2 || byte === CARRIAGE_RETURN$1;
}
function trimContinuation(bytes, { start, end }) {
	let trimmed = end;
	while (trimmed > start && bytes[trimmed - 1] === BACKSLASH$4) trimmed--;
	return {
		start,
		end: trimmed
	};
}
function latin1$1(bytes, start, end) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", start, Math.min(end, bytes.length));
}
function byteTable(characters) {
	const table = new Uint8Array(256);
	for (const character of characters) table[character.charCodeAt(0)] = 1;
	return table;
}
// src/detect/bytes.ts
const ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
function byteSet(characters) {
	const set = new Uint8Array(256);
	for (const byte of Buffer.from(characters, "latin1")) set[byte] = 1;
	return set;
}
const CREDENTIAL_BYTES = byteSet(`${ALPHANUMERIC}_-+/.~%\\&#;`);
const ALPHABET_BYTES = {
	word: byteSet(`${ALPHANUMERIC}_-`),
	base64: byteSet(`${ALPHANUMERIC}+/`)
};
// src/decode/base64.ts
const VALUES = makeValues();
const NEWLINE$1 = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;
const EQUALS_SIGN$1 = 61;
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
	return byte === void 0 || byte <= SPACE || TEXT_ENDS.includes(byte);
}
const TEXT_ENDS = Buffer.from("\"'`<)]},;\\");
function behindPadding(bytes, at) {
	let i = at;
	while (bytes[i] === EQUALS_SIGN$1) i++;
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
		if (byte > 126 || byte < SPACE && byte !== NEWLINE$1 && byte !== CARRIAGE_RETURN && byte !== TAB) return false;
	}
	return true;
}
function nextLineStart(bytes, at) {
	let i = at;
	if (bytes[i] === CARRIAGE_RETURN) i++;
	if (bytes[i] !== NEWLINE$1) return -1;
	i++;
	while (bytes[i] === SPACE || bytes[i] === TAB) i++;
	return i;
}
function endOfLineBefore(bytes, start) {
	let end = start;
	while (bytes[end - 1] === SPACE || bytes[end - 1] === TAB) end--;
	if (bytes[end - 1] !== NEWLINE$1) return -1;
	end--;
	if (bytes[end - 1] === CARRIAGE_RETURN) end--;
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
const BACKSLASH$3 = 92;
const SLASH = 47;
const LOWER_U = 117;
const LOWER_X = 120;
const DIGIT_2 = 50;
const DIGIT_5 = 53;
function readEscape(bytes, at) {
	switch (bytes[at]) {
		case PERCENT$1: return readPercent(bytes, at);
		case BACKSLASH$3: return readBackslash(bytes, at);
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
	while (bytes[i] === BACKSLASH$3) i += 1;
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
const BACKSLASH$2 = 92;
const NEWLINE = 10;
const SHORTEST_PIECE = 3;
function sampleRuns(bytes, onRun, onPiece = () => {}) {
	const length = bytes.length;
	let previousEnd = 0;
	let position = 31;
	while (position < length) {
		if (CREDENTIAL_BYTES[bytes[position]] === 0) {
			if (BETWEEN_PIECES[bytes[position]] === 1) {
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
			if ((QUOTES[bytes[end]] === 1 || QUOTES[bytes[start - 1]] === 1 || bytes[end - 1] === BACKSLASH$2 || bytes[start - 1] === NEWLINE) && mayBePiece(bytes, start, end)) onPiece(start, end);
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
const BACKSLASH$1 = 92;
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
		text: blankEscapes(latin1(bytes, base, end)),
		base
	};
}
function visible(text) {
	return text.replaceAll(NOT_TEXT, "");
}
function latin1(bytes, start, end) {
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
	if (before !== BACKSLASH$1 && before !== PERCENT) return 0;
	const following = latin1(bytes, start, start + 10);
	const tail = before === BACKSLASH$1 ? /^(?:u00[0-9a-fA-F]{2}|x[0-9a-fA-F]{2}|[nrtbfv0])/.exec(following) : /^(?:25){0,3}[0-9a-fA-F]{2}/.exec(following);
	return tail ? tail[0].length : 0;
}
function colorTailLength(bytes, start) {
	const tail = /^\d{1,3}m/.exec(latin1(bytes, start, start + 4));
	const isColor = /(?:\x1b|\\(?:u001b|x1b|033|e))\[[\d;]{0,20}$/i.test(latin1(bytes, start - 30, start));
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
const EQUALS_SIGN = 61;
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
	const realEnd = isLengthPrefixed(bytes, realStart, end) ? end - 1 : end;
	const patterns = patternsOfLength.get(realEnd - realStart);
	if (patterns) {
		for (const pattern of patterns) if (standsBetween(bytes, pattern, realStart, realEnd)) sink.candidate(pattern, realStart, realEnd);
	}
	return realStart;
}
function isLengthPrefixed(bytes, start, end) {
	return start > 0 && bytes[start - 1] === end - start - 1;
}
function standsBetween(bytes, { follows, precedes }, start, end) {
	if (follows !== null && start > 0 && follows[bytes[start - 1]] === 0) return false;
	if (precedes === null) return true;
	const behind = paddedEnd(bytes, end);
	return behind >= bytes.length || precedes[bytes[behind]] === 1;
}
function paddedEnd(bytes, end) {
	let padded = end;
	while (padded < end + MOST_PADDING && bytes[padded] === EQUALS_SIGN) padded++;
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
const NAME_MEMBER = /["']?\b(?:key|name|id|k|header|variable|field|setting|label|title|env_?var|(?:variable|header|param|parameter|option|setting|config)_?(?:name|key))["']?\s{0,40}[:=]\s{0,40}["']?([\w.\-:]{2,80})/gi;
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
const CLOSURE_HEAD = /\(\s{0,4}(?:\|[\w\s,]{0,20}\||(?:\([\w\s,]{0,20}\)|\w{1,20})\s{0,3}[=-]>|lambda\s?\w{0,20}\s?:)\s{0,3}\{?\s{0,4}(?:return)?$/;
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
	return text.replace(/\b(?:bearer|basic|apikey|token)\s{1,4}$/i, "").replace(/[@$]{0,2}(?:\b[bBrRuUfFL]{1,2})?["'`]{1,3}$/, "").replace(/["'`]\s{0,3}$/, (quote, at, whole) => /[=:([]\s*$/.test(whole.slice(0, at)) ? "" : quote).replace(/\s{1,40}$/, "").replace(/([=:,]\s{0,4})[[<]$/, "$1").replace(/:\s{0,3}[|>][+-]?\d?$/, ":").replace(/(^|\n)[ \t]*-$/, "$1").replace(/\s{1,40}$/, "");
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
	while (/^[A-Za-z]{1,20}\d?$/.test(name[0] ?? "") && /^[A-Za-z]{2,20}$/.test(words.at(-1) ?? "")) {
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
function isWholeContent(bytes, start, end) {
	if (bytes.length - (end - start) > MOST_AROUND) return false;
	const around = latin1(bytes, 0, start) + latin1(bytes, end, bytes.length);
	return /^[\s"'\xef\xbb\xbf]*$/.test(around);
}
function fileName(path, bytes, start, end) {
	if (path === "" || !isWholeContent(bytes, start, end)) return "";
	return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("!")) + 1).replace(ENDING, "");
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
	const source = sourceOf(before, behind);
	if (source === null) return "";
	for (const pattern of PRINTED) {
		const last = [...source.matchAll(pattern)].at(-1);
		if (last?.[1] !== void 0) return last[1];
	}
	return "";
}
function sourceOf(before, behind) {
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
const SPEAKER = /^[\s[(]{0,3}(?:[\d.,:/ -]{4,30}(?:[AP]M)?[\])\s-]{1,4})?[A-Za-z@][\w .@-]{0,40}:\s/;
const CALLED_KEY = /((?:[A-Za-z][\w-]{1,30}\s){1,4}keys?)\b(?![^\n]{0,200}\bkeys?\b)/i;
function askedName(above, lineBefore) {
	const isAnswer = SPEAKER.test(lineBefore) && lineBefore.replace(SPEAKER, "").trim() === "";
	if (!isAnswer && lineBefore.trim() !== "") return "";
	const lines = above.slice(-1e3).split("\n").filter((line) => line.trim() !== "").slice(isAnswer ? -3 : -1).filter((line) => !/[={}"<>]/.test(line) && (!isAnswer || SPEAKER.test(line)));
	for (const line of lines.reverse()) {
		const name = CALLED_KEY.exec(line.slice(0, 300))?.[1];
		if (name !== void 0) return name;
	}
	return "";
}
// src/detect/context/table-row.ts
const VALUE_HEADING = /^(?:value|val|v|data|content)$/i;
const NAME_HEADING = /^(?:name|key|k|variable|setting|parameter|property|option|field|title|env(?:ironment)?_?(?:var|variable)?)$/i;
function columnName(firstLine, rowBefore, rowAfter) {
	if (!/(?:^|[,;\t|])\s{0,8}["']?$/.test(rowBefore) || !/^["']?\s{0,8}(?:$|[,;\t|])/.test(rowAfter)) return "";
	const heading = columnHeading(firstLine, rowBefore, rowAfter);
	if (!VALUE_HEADING.test(heading)) return heading;
	const delimiter = delimiterOf(rowBefore, rowAfter) ?? ",";
	const at = split(firstLine, delimiter).findIndex((each) => NAME_HEADING.test(each));
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
const LINE_REACH$1 = 300;
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
	return BARE_BEFORE.test(lineBefore.slice(-300)) && BARE_BEHIND.test(lineBehind.slice(0, LINE_REACH$1)) ? printedName(before, behind) : "";
}
function answerName({ before, lineBefore, lineBehind }) {
	if (lineBefore.length > LINE_REACH$1 || lineBehind.length > LINE_REACH$1) return "";
	if (!ALONE_BEHIND.test(lineBehind)) return "";
	const above = before.slice(0, before.length - lineBefore.length);
	return ALONE_BEFORE.test(lineBefore) && promptedName(above) || askedName(above, lineBefore);
}
function headingName({ bytes, start, lineBefore, lineBehind }) {
	if (lineBefore.length >= start) return "";
	const head = latin1(bytes, 0, HEADING_LENGTH);
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
const LINE_REACH = 300;
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
		return visible(this.#lineBefore).slice(-300) + SECRET_MARK + visible(this.#lineBehind).slice(0, LINE_REACH);
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
			near: [],
			file: []
		};
		const before = fromLine(this.#before.text, LINES_NEAR);
		const beforeBase = this.#before.base + this.#before.text.length - before.length;
		const lineStart = this.#before.base + this.#before.text.length - this.#lineBefore.length;
		const lineEnd = this.#behind.base + this.#lineBehind.length;
		const near = [...findHosts(before, pattern, beforeBase), ...findHosts(upToLine(this.#behind.text, 21), pattern, this.#behind.base)];
		return {
			line: near.filter(({ offset }) => offset >= lineStart && offset < lineEnd),
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
const REACH = {
	before: 3e3,
	behind: 1500
};
const AROUND_MARK = 512;
const PART = 65536;
const BACKSLASH = 92;
const PART_OVERLAP = 4096;
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
	#joinedEnd = 0;
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
	}
	piece(start, end) {
		if (this.#depth > 0 && start >= this.#joinedEnd) this.#joined(start, end);
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
	}
	#base64Text(decoded) {
		const first = decoded.starts[0];
		const last = decoded.ends.at(-1);
		if (first === void 0 || last === void 0) return;
		if (!hasCandidate(this.#engine, decoded.bytes)) return;
		this.sawCandidate = true;
		const { bytes } = this.#subject;
		const from = Math.max(0, first - REACH.before);
		let behind = last;
		while (bytes[behind] === 61) behind++;
		const to = Math.min(bytes.length, behind + REACH.behind);
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
		const decoded = decodeEscapes(bytes, Math.max(0, start - REACH.before), Math.min(bytes.length, end + REACH.behind));
		const first = decoded.starts.findIndex((each) => each >= start);
		const behind = decoded.starts.findIndex((each) => each >= end);
		const encoding = escapeName(bytes, start, end);
		this.#inspect(decoded, Math.max(0, first), behind < 0 ? decoded.bytes.length : behind, encoding);
	}
	#joined(start, end) {
		const { bytes } = this.#subject;
		const pieces = findPieces(bytes, start, end, isPieceByte);
		const first = pieces[0]?.start;
		const last = pieces.at(-1)?.end;
		if (first === void 0 || last === void 0) return;
		this.#joinedEnd = last;
		const text = joinPieces(bytes, pieces, first, last);
		if (!hasCandidate(this.#engine, text.bytes)) return;
		this.sawCandidate = true;
		const from = Math.max(0, first - REACH.before);
		const decoded = joinPieces(bytes, pieces, from, Math.min(bytes.length, last + REACH.behind));
		this.#inspect(decoded, first - from, first - from + text.bytes.length, "joined text");
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
	return CREDENTIAL_BYTES[byte] === 1 && byte !== BACKSLASH;
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
const knownPublic = ({ candidate: { rule }, secret }) => rule.knownPublic.size > 0 && rule.knownPublic.has(require_builtin_modules.lazyCrypto().createHash("sha256").update(secret).digest("hex")) ? {
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
		considered?.push({
			rule: item.rule,
			evidence: found && inWords(found, context)
		});
		if (!isHeavier || found === null) continue;
		heaviest.set(item.rule.group, found);
		if (considered === null && item.rule.weight < 0 && !canReach(low, base, rule, heaviest)) return null;
	}
	return [...heaviest.values()].sort((a, b) => b.weight - a.weight).map((found) => inWords(found, context));
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
		text: latin1(bytes, start, alphabet === "base64" ? paddedEnd(bytes, end) : end),
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
function isPartOf({ finding: part }, { finding: whole }) {
	return part.decodedFrom.length < whole.decodedFrom.length && part.start >= whole.start && part.end <= whole.end && part.secret.length < whole.secret.length && whole.secret.includes(part.secret);
}
function compareRank(a, b) {
	return a.order - b.order || a.finding.decodedFrom.length - b.finding.decodedFrom.length || b.finding.end - b.finding.start - (a.finding.end - a.finding.start);
}
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
Object.defineProperty(exports, "HEADING_LENGTH", {
	enumerable: true,
	get: function() {
		return HEADING_LENGTH;
	}
});
Object.defineProperty(exports, "buildMarkTable", {
	enumerable: true,
	get: function() {
		return buildMarkTable;
	}
});
Object.defineProperty(exports, "byteSet", {
	enumerable: true,
	get: function() {
		return byteSet;
	}
});
Object.defineProperty(exports, "classifyRun", {
	enumerable: true,
	get: function() {
		return classifyRun;
	}
});
Object.defineProperty(exports, "confidenceOf", {
	enumerable: true,
	get: function() {
		return confidenceOf;
	}
});
Object.defineProperty(exports, "detect", {
	enumerable: true,
	get: function() {
		return detect;
	}
});
Object.defineProperty(exports, "encodedForms", {
	enumerable: true,
	get: function() {
		return encodedForms;
	}
});
Object.defineProperty(exports, "endOfLineBefore", {
	enumerable: true,
	get: function() {
		return endOfLineBefore;
	}
});
Object.defineProperty(exports, "findHosts", {
	enumerable: true,
	get: function() {
		return findHosts;
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
Object.defineProperty(exports, "latin1", {
	enumerable: true,
	get: function() {
		return latin1;
	}
});
Object.defineProperty(exports, "maskRandom", {
	enumerable: true,
	get: function() {
		return maskRandom;
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
Object.defineProperty(exports, "outweighs", {
	enumerable: true,
	get: function() {
		return outweighs;
	}
});
Object.defineProperty(exports, "printableName", {
	enumerable: true,
	get: function() {
		return printableName;
	}
});
Object.defineProperty(exports, "sampleRuns", {
	enumerable: true,
	get: function() {
		return sampleRuns;
	}
});
Object.defineProperty(exports, "scoreOf", {
	enumerable: true,
	get: function() {
		return scoreOf;
	}
});
Object.defineProperty(exports, "shannonEntropy", {
	enumerable: true,
	get: function() {
		return shannonEntropy;
	}
});
