import { d as escapeControls, f as UserError, i as gitFailure, n as splitStream, o as startGit, r as expectSuccess, u as parseObjectId } from "./lib/split-stream.js";
import { t as _virtual_keypetrel_rules_default } from "./lib/compiled-rules.js";
import { n as advance } from "./lib/position.js";
import { t as createPathFilter } from "./lib/path-filter.js";
import { createHash } from "node:crypto";
import { readdir, realpath, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
// src/detect/bytes.ts
const ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
function byteSet(characters) {
	const set = new Uint8Array(256);
	for (const byte of Buffer.from(characters, "latin1")) set[byte] = 1;
	return set;
}
const CREDENTIAL_BYTES = byteSet(`${ALPHANUMERIC}_-+/.~%\\&#;`);
const BYTE_KINDS = makeByteKinds();
function makeByteKinds() {
	const word = byteSet(`${ALPHANUMERIC}_-`);
	const base64 = byteSet(`${ALPHANUMERIC}+/`);
	const escapeStart = byteSet("%\\&");
	return Uint8Array.from(word, (inWord, byte) => (inWord === 1 ? 0 : 1) | (base64[byte] === 1 ? 0 : 2) | (escapeStart[byte] === 1 ? 4 : 0));
}
function sampleRuns(bytes, onRun) {
	const length = bytes.length;
	let previousEnd = 0;
	let position = 31;
	while (position < length) {
		if (CREDENTIAL_BYTES[bytes[position]] === 0) {
			position += 32;
			continue;
		}
		let start = position;
		while (start > previousEnd && CREDENTIAL_BYTES[bytes[start - 1]] === 1) start--;
		let end = position + 1;
		while (end < length && CREDENTIAL_BYTES[bytes[end]] === 1) end++;
		if (end - start >= 32) onRun(start, end);
		previousEnd = end;
		position = end + 32;
	}
}
// src/detect/text-window.ts
const ESCAPES = /\\u00([0-9a-fA-F]{2})|\\x([0-9a-fA-F]{2})|\\([nrtbfv0"'`\\/])|%(?:25){0,3}([0-9a-fA-F]{2})|&(?:amp;){0,2}(quot|apos|amp|lt|gt|#\d{1,3}|#x[0-9a-fA-F]{1,2});/g;
const BACKSLASH = 92;
const COLON = 58;
const HYPHEN = 45;
const PERCENT = 37;
const HAS_ESCAPE = /[\\%&]/;
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
function latin1(bytes, start, end) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", Math.max(0, start), Math.min(bytes.length, end));
}
function blankEscapes(text) {
	if (!HAS_ESCAPE.test(text)) return text;
	return text.replace(ESCAPES, (sequence, unicode, hex, control, percent, entity) => {
		const code = unicode ?? hex ?? percent;
		return (code !== void 0 ? printable(Number.parseInt(code, 16)) : control !== void 0 ? CONTROL_ESCAPES[control] ?? (/[a-z0]/.test(control) ? " " : control) : entityCharacter(entity)).padStart(sequence.length, " ");
	});
}
function prefixTailLength(bytes, start) {
	const before = bytes[start - 1];
	if (before === COLON) return bytes[start] === HYPHEN ? 1 : 0;
	if (before !== BACKSLASH && before !== PERCENT) return 0;
	const following = latin1(bytes, start, start + 10);
	const tail = before === BACKSLASH ? /^(?:u00[0-9a-fA-F]{2}|x[0-9a-fA-F]{2}|[nrtbfv0])/.exec(following) : /^(?:25){0,3}[0-9a-fA-F]{2}/.exec(following);
	return tail ? tail[0].length : 0;
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
function classifyRun(engine, bytes, start, end, onCandidate) {
	const { next, accepts } = engine.automaton;
	let state = 0;
	let wordStart = start;
	let base64Start = start;
	for (let i = start; i < end; i++) {
		const byte = bytes[i];
		state = next[state + byte];
		if (accepts[state >> 8] === 1) reportMarks(engine, state, i, onCandidate);
		const kind = BYTE_KINDS[byte];
		if (kind === 0) continue;
		if ((kind & 1) !== 0) {
			if (i - wordStart >= 32) reportRun(engine.patternsOfRun.word, bytes, wordStart, i, onCandidate);
			wordStart = i + 1;
		}
		if ((kind & 2) !== 0) {
			if (i - base64Start >= 32) reportRun(engine.patternsOfRun.base64, bytes, base64Start, i, onCandidate);
			base64Start = i + 1;
		}
	}
	if (end - wordStart >= 32) reportRun(engine.patternsOfRun.word, bytes, wordStart, end, onCandidate);
	if (end - base64Start >= 32) reportRun(engine.patternsOfRun.base64, bytes, base64Start, end, onCandidate);
}
function reportMarks(engine, state, last, onCandidate) {
	for (const mark of engine.automaton.ending[state >> 8]) for (const pattern of engine.patternsOfMark[mark]) onCandidate(pattern, last, last + 1);
}
function reportRun(patternsOfLength, bytes, start, end, onCandidate) {
	if (patternsOfLength.size === 0 || end - start > LONGEST_EXACT_RUN) return;
	const realStart = start + prefixTailLength(bytes, start);
	const patterns = patternsOfLength.get(end - realStart);
	if (patterns) for (const pattern of patterns) onCandidate(pattern, realStart, end);
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
const BODY_LENGTH = 80;
const SEED = Buffer.from("Default0", "latin1");
const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const YEAR_INDEX = 58;
const MONTH_INDEX = 59;
const FIRST_YEAR = 2024;
function azureAnnotatedChecksum(key) {
	const tail = key.slice(BODY_LENGTH);
	return annotatedChecksumTails(key.slice(0, BODY_LENGTH), tail.length > 4).includes(tail) ? "valid" : "mismatch";
}
function annotatedChecksumTails(body, isLongForm) {
	const checksum = Buffer.alloc(4);
	checksum.writeUInt32LE(marvin32(Buffer.from(body, "base64"), SEED));
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
// src/detect/checksums/index.ts
const CHECKSUM_SCHEMES = { "azure-annotated": {
	verify: azureAnnotatedChecksum,
	issued: azureAnnotatedIssued,
	complete: (body) => body + annotatedChecksumTails(body, false)[0]
} };
Object.keys(CHECKSUM_SCHEMES);
// src/detect/context/assigned-name.ts
const MOST_UNWRAPPED_CALLS = 3;
const VALUE_NAMES = /^(?:value|val|values|default|default_?value|content|data|text|string|current_?value|initial_?value|plain_?text)$/i;
const NOT_A_NAME = /^(?:string|str|char|var|let|const|final|static|public|private|protected|readonly|internal|any|object|bytes?|varchar|nvarchar|export|set|env|arg|declare|local|param|field|is|my|our|the|a|this|self|val|def|new|as|mut|auto)$/i;
function assignedName(before, after) {
	let rest = stripOpening(before.slice(-400));
	let call = "";
	let unwrapped = 0;
	for (; unwrapped < MOST_UNWRAPPED_CALLS; unwrapped++) {
		const opened = /([\w.$>:-]{0,80}?)(?:<[\w.]{1,30}>)?\s{0,4}\($/.exec(rest);
		if (!opened) break;
		call ||= /[\w$]+$/.exec(opened[1] ?? "")?.[0] ?? "";
		rest = rest.slice(0, opened.index).replace(/\b(?:new|await|return|not)\s*$/, "");
		rest = stripOpening(rest);
	}
	const name = (unwrapped === 0 ? nameOfPair(rest) : nameOfLookup(rest)) ?? nameBeforeOperator(rest) ?? nameBeforeSpace(rest) ?? "";
	if (name !== "" && !VALUE_NAMES.test(name)) return {
		name,
		call
	};
	return {
		name: siblingName(rest, after) ?? nameOfFirstArgument(rest) ?? enclosingName(rest) ?? "",
		call
	};
}
function stripOpening(text) {
	return text.replace(/\b(?:bearer|basic|apikey|token)\s{1,4}$/i, "").replace(/[@$]{0,2}(?:\b[bBrRuUfFL]{1,2})?["'`]{1,3}$/, "").replace(/["'`]\s{0,3}$/, (quote, at, whole) => /[=:([]\s*$/.test(whole.slice(0, at)) ? "" : quote).replace(/\s{1,40}$/, "").replace(/([=:,]\s{0,4})[[<]$/, "$1").replace(/:\s{0,3}[|>][+-]?\d?$/, ":").replace(/(^|\n)[ \t]*-$/, "$1").replace(/\s{1,40}$/, "");
}
function nameOfPair(text) {
	return /["'`]([\w.\-: ]{2,80})["'`]\s{0,4},?$/.exec(text)?.[1] ?? null;
}
function nameOfLookup(text) {
	return /\(\s{0,4}["'`]([\w.\-:]{2,80})["'`]\s{0,4}\)$/.exec(text)?.[1] ?? null;
}
function nameBeforeOperator(text) {
	const element = /<([\w.:-]{2,80})(?:\s[^<>]{0,100})?>$/.exec(text);
	if (element) return element[1] ?? null;
	const operator = /(?::=|=>|->|<-|\?\?=?|\?=|\+=|\|\|=?|={1,3}|:-?|\bor|\bis|\|)$/.exec(text);
	if (!operator) return null;
	return nameAtEnd(text.slice(0, operator.index).trimEnd());
}
function nameAtEnd(text) {
	const unwrapped = text.replace(/\{\s{0,4}get;[^{}]{0,40}\}$/, "").replace(/[\s\])}*?!]{1,4}$/, "");
	const quoted = /["'`]([^"'`\n]{1,100})["'`]$/.exec(unwrapped);
	if (quoted) return quoted[1] ?? null;
	const typed = /([\w$.-]{2,100})\s{0,2}:\s{0,2}[\w.|&?<> ]{1,30}(?:\[\])?$/.exec(unwrapped);
	if (typed && /str|any|text/i.test(typed[0].slice(typed[1]?.length))) return typed[1] ?? null;
	return lastWords(unwrapped);
}
function lastWords(text) {
	const words = (/(?:[\w$.-]{1,100}[ \t]){0,3}[\w$.-]{1,100}$/.exec(text)?.[0] ?? "").split(/[ \t]/);
	while (words.length > 1 && NOT_A_NAME.test(words.at(-1) ?? "")) words.pop();
	const name = [words.pop() ?? ""];
	while (/^[A-Za-z]{1,20}\d?$/.test(name[0] ?? "") && /^[A-Za-z]{2,20}$/.test(words.at(-1) ?? "")) {
		if (NOT_A_NAME.test(words.at(-1) ?? "")) break;
		name.unshift(words.pop() ?? "");
	}
	return name[0] === "" ? null : name.join(" ");
}
function nameBeforeSpace(text) {
	const flag = /(?:^|\s)(--?[A-Za-z][\w-]{2,60}|[A-Z][A-Z0-9_]{3,80}|:[A-Za-z][\w-]{1,40})$/.exec(text);
	if (flag) return flag[1] ?? null;
	return /(?:key|token|secret|id|hash|digest)\d?$/i.test(text) ? lastWords(text) : null;
}
function siblingName(before, after) {
	const element = /<(?:key|name|id)>\s{0,4}([\w.\-: ]{2,80})\s{0,4}<\/\w{2,4}>\s{0,20}<\w{1,20}>$/.exec(before);
	if (element) return element[1] ?? null;
	const member = /["']?\b(?:key|name|id|header|variable|field|setting|label|title|env_?var)["']?\s{0,3}[:=]\s{0,3}["']?([\w.\-:]{2,80})/gi;
	const last = [...before.slice(Math.max(0, before.lastIndexOf("{"), before.lastIndexOf("<"), before.length - 250)).matchAll(member)].at(-1);
	if (last) return last[1] ?? null;
	const behind = after.slice(0, 200);
	const end = behind.search(/[}>]/);
	return member.exec(end < 0 ? "" : behind.slice(0, end))?.[1] ?? null;
}
function nameOfFirstArgument(before) {
	return /\(\s{0,4}["'`]([\w.\-:]{2,80})["'`]\s{0,4},[^()]{0,60}$/.exec(before)?.[1] ?? null;
}
function enclosingName(before) {
	const opening = before.lastIndexOf("{");
	if (opening < 0 || before.indexOf("}", opening) >= 0) return null;
	const label = before.slice(0, opening).trimEnd();
	return nameBeforeOperator(label) ?? /["']([\w.-]{2,80})["']$/.exec(label)?.[1] ?? null;
}
function normalizeName(name) {
	return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2").toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/open_ai/g, "openai").replace(/^_|_$/g, "");
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
		const character = before[i];
		if (character === "}" || character === ")" || character === "]") depth++;
		else if (character === "{" || character === "(" || character === "[") {
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
		if (line.trim() === "" || lineIndent >= indent) continue;
		indent = lineIndent;
		const key = /^[\s-]*["']?([\w.\-/ ]{1,60})["']?\s*:\s*(?:[|>].?)?$/.exec(line.trimEnd());
		if (key?.[1]) labels.push(key[1]);
	}
	return labels;
}
function sectionLabels(before) {
	const last = [...before.matchAll(/(?:^|\n)\s{0,8}\[{1,2}([\w.:\- "']{1,60})\]{1,2}\s*(?=\n)/g)].at(-1);
	return last?.[1] ? [last[1]] : [];
}
function indentOf(line) {
	return line.length - line.trimStart().length;
}
// src/detect/context/table-row.ts
function columnHeading(firstLine, rowBefore, rowAfter) {
	const delimiter = [
		",",
		";",
		"	",
		"|"
	].find((candidate) => rowBefore.includes(candidate) || rowAfter.startsWith(candidate));
	if (delimiter === void 0) return "";
	const headings = split(firstLine, delimiter);
	const index = split(rowBefore, delimiter).length - 1;
	const fields = split(rowBefore + rowAfter, delimiter).length;
	return headings.length >= 2 && headings.every((heading) => /^[\w .()#/-]{0,60}$/.test(heading)) && headings.length === fields ? headings[index] ?? "" : "";
}
function split(line, delimiter) {
	const fields = [""];
	let isQuoted = false;
	for (const character of line) if (character === "\"") isQuoted = !isQuoted;
	else if (character === delimiter && !isQuoted) fields.push("");
	else fields[fields.length - 1] += character;
	return fields.map((field) => field.trim().replace(/^'|'$/g, ""));
}
// src/detect/context/context.ts
const SECRET_MARK = "<SECRET>";
const BYTES_BEFORE = 3e3;
const BYTES_BEHIND = 1500;
const LINES_NEAR = 20;
const LINE_REACH = 300;
const HEADING_LENGTH = 2e3;
function readContext(bytes, start, end, path, hosts, fileHosts) {
	const before = textWindow(bytes, start - BYTES_BEFORE, start);
	const behind = textWindow(bytes, end, end + BYTES_BEHIND);
	const lineBefore = before.text.slice(before.text.lastIndexOf("\n") + 1);
	const lineBehind = upToLine(behind.text, 1);
	const nearBefore = fromLine(before.text, LINES_NEAR);
	const nearBehind = upToLine(behind.text, 21);
	const named = assignedName(before.text, behind.text);
	const writtenName = named.name !== "" ? named.name : columnName(bytes, start, lineBefore, lineBehind);
	return {
		writtenName,
		name: normalizeName(writtenName),
		call: named.call !== "" ? named.call : enclosingCall(before.text),
		section: enclosingLabels(before.text).map(normalizeName).join("\n"),
		line: lineBefore.slice(-300) + SECRET_MARK + lineBehind.slice(0, LINE_REACH),
		near: `${nearBefore} ${nearBehind}`,
		path,
		hosts: {
			line: hostsIn(lineBefore, before, before.text.length - lineBefore.length, hosts).concat(hostsIn(lineBehind, behind, 0, hosts)),
			near: hostsIn(nearBefore, before, before.text.length - nearBefore.length, hosts).concat(hostsIn(nearBehind, behind, 0, hosts)),
			get file() {
				return fileHosts();
			}
		}
	};
}
function hostsIn(text, window, offset, pattern) {
	return pattern === null ? [] : findHosts(text, pattern, window.base + offset);
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
function columnName(bytes, start, lineBefore, lineBehind) {
	if (lineBefore.length >= start) return "";
	return columnHeading(upToLine(latin1(bytes, 0, HEADING_LENGTH), 1), lineBefore, lineBehind);
}
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
	if (isSequence(value)) return "a sequence of characters";
	const period = repeatedBlock(value);
	if (period !== null) return `a block of ${period} characters repeated`;
	return null;
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
// src/detect/score.ts
function weighEvidence(rule, context, secret) {
	const heaviest = new Map();
	for (const { rule: item, match } of rule.evidence) {
		const earlier = heaviest.get(item.group);
		if (earlier && Math.abs(earlier.weight) >= Math.abs(item.weight)) continue;
		const host = hostsInView(item.view, context);
		if (!(host === null ? match.test(textInView(item.view, context, secret)) : host.some((each) => match.test(each.host)))) continue;
		heaviest.set(item.group, {
			kind: item.kind,
			weight: item.weight,
			detail: fillIn$1(item.says, context, host ?? [])
		});
	}
	return [...heaviest.values()];
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
	return view === "host-file" ? context.hosts.file : null;
}
function textInView(view, context, secret) {
	switch (view) {
		case "name": return context.name;
		case "call": return context.call;
		case "section": return context.section;
		case "line": return context.line;
		case "near": return context.near;
		case "path": return context.path;
		default: return secret;
	}
}
function fillIn$1(says, context, hosts) {
	return says.replace("{name}", printableName(context.writtenName)).replace("{call}", printableName(context.call)).replace("{host}", printableName(hosts.find((host) => host.resource !== "")?.host ?? hosts[0]?.host ?? ""));
}
const LONGEST_SHOWN_NAME = 60;
function printableName(name) {
	const shown = name.replace(/[A-Za-z0-9+/~]{24,}/g, "…").replace(/[^\x20-\x7e…]/g, "?");
	return shown.length > LONGEST_SHOWN_NAME ? `${shown.slice(0, LONGEST_SHOWN_NAME)}…` : shown;
}
// src/detect/judge.ts
const MATCH_REACH = 256;
const GATE_BEFORE = 400;
const GATE_BEHIND = 200;
function judge(subject, candidate, start, end) {
	const findings = [];
	const window = candidate.pattern.run === null ? textWindow(subject.bytes, start - MATCH_REACH, end + MATCH_REACH) : {
		text: latin1(subject.bytes, start, end),
		base: start
	};
	for (const match of window.text.matchAll(candidate.regex)) {
		const matchStart = window.base + match.index;
		const matchEnd = matchStart + match[0].length;
		if (matchStart >= end || matchEnd <= start) continue;
		const finding = judgeMatch(subject, candidate, match[0], matchStart);
		if (finding) findings.push(finding);
	}
	return findings;
}
function judgeMatch(subject, candidate, secret, start) {
	const { rule, pattern } = candidate;
	if (candidate.gate && !isNear(subject.bytes, candidate.gate, start, start + secret.length)) return null;
	const scheme = pattern.checksum === null ? null : CHECKSUM_SCHEMES[pattern.checksum];
	const checksum = scheme?.verify(secret) ?? "none";
	if (checksum !== "valid" && isMadeUp(candidate, secret)) return null;
	const context = readContext(subject.bytes, start, start + secret.length, subject.path, rule.hosts, () => subject.fileHosts(rule));
	const evidence = [
		{
			kind: "format",
			weight: pattern.weight,
			detail: pattern.says
		},
		...checksumEvidence(checksum),
		...weighEvidence(rule, context, secret)
	];
	const score = evidence.reduce((sum, item) => sum + item.weight, 0);
	const confidence = checksum === "valid" ? "proven" : confidenceOf(score, rule.file.thresholds);
	const chosen = chooseVariant(rule, secret, context);
	if (confidence === null || chosen === null) return null;
	const { variant } = chosen;
	return {
		family: rule.file.family,
		rule: variant.id,
		title: variant.title,
		service: variant.service,
		severity: variant.severity ?? rule.file.severity,
		confidence,
		checksum,
		issued: scheme?.issued?.(secret) ?? null,
		endpoint: endpointOf(context, start, chosen.host)?.host ?? null,
		secret,
		start,
		end: start + secret.length,
		evidence,
		decodedFrom: []
	};
}
function isNear(bytes, gate, start, end) {
	const before = textWindow(bytes, start - GATE_BEFORE, start).text;
	return gate.test(before) || gate.test(textWindow(bytes, end, end + GATE_BEHIND).text);
}
function isMadeUp({ pattern, reject }, secret) {
	const random = secret.slice(pattern.random[0], pattern.random[1] ?? void 0);
	return reject?.test(secret) === true || placeholderReason(random, pattern.minimumDistinct) !== null || shannonEntropy(random) < pattern.minimumEntropy;
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
function chooseVariant(rule, secret, context) {
	const hosts = context.hosts.near.map((mention) => mention.host).join("\n");
	const surroundings = `${context.name}\n${context.call}\n${context.section}\n${hosts}`;
	return rule.variants.find((each) => (each.secret?.test(secret) ?? true) && (each.context?.test(surroundings) ?? true)) ?? null;
}
// src/detect/detect.ts
const MARKS_TOGETHER = 256;
function detect(engine, bytes, path = "") {
	const subject = subjectOf(bytes, path);
	const found = [];
	const judgedUpTo = new Int32Array(engine.patterns.length);
	const onCandidate = (pattern, start, end) => {
		const isMark = pattern.pattern.run === null;
		if (isMark && start < (judgedUpTo[pattern.order] ?? 0)) return;
		const judgedEnd = isMark ? end + MARKS_TOGETHER : end;
		judgedUpTo[pattern.order] = judgedEnd;
		for (const finding of judge(subject, pattern, start, judgedEnd)) found.push({
			finding,
			order: pattern.order
		});
	};
	sampleRuns(bytes, (start, end) => classifyRun(engine, bytes, start, end, onCandidate));
	return found.length === 0 ? [] : withoutOverlaps(found);
}
function subjectOf(bytes, path) {
	const hostsOfRule = new Map();
	return {
		bytes,
		path,
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
		else if (compareRank(each, last) < 0) kept[kept.length - 1] = each;
	}
	return kept.map(({ finding }) => finding);
}
function compareRank(a, b) {
	return a.order - b.order || b.finding.end - b.finding.start - (a.finding.end - a.finding.start);
}
// src/detect/automaton.ts
function buildAutomaton(texts) {
	const children = [new Map()];
	const ending = [[]];
	texts.forEach((text, index) => {
		let state = 0;
		for (const byte of Buffer.from(text, "latin1")) {
			let child = children[state]?.get(byte);
			if (child === void 0) {
				child = children.length;
				children.push(new Map());
				ending.push([]);
				children[state]?.set(byte, child);
			}
			state = child;
		}
		ending[state]?.push(index);
	});
	const next = new Int32Array(children.length * 256);
	const fallback = new Int32Array(children.length);
	const queue = [...children[0] ?? []].map(([byte, child]) => {
		next[byte] = child * 256;
		return child;
	});
	for (let head = 0; head < queue.length; head++) {
		const state = queue[head];
		const fallbackState = fallback[state];
		ending[state]?.push(...ending[fallbackState] ?? []);
		next.copyWithin(state * 256, fallbackState * 256, fallbackState * 256 + 256);
		for (const [byte, child] of children[state] ?? []) {
			fallback[child] = next[fallbackState * 256 + byte] / 256;
			next[state * 256 + byte] = child * 256;
			queue.push(child);
		}
	}
	return {
		next,
		ending,
		accepts: Uint8Array.from(ending, (texts) => texts.length > 0 ? 1 : 0)
	};
}
// src/detect/engine.ts
function createEngine(files) {
	const enginePatterns = files.flatMap((file) => {
		const rule = engineRule(file);
		return file.patterns.map((pattern) => ({
			rule,
			pattern
		}));
	}).map(({ rule, pattern }, order) => ({
		rule,
		pattern,
		order,
		regex: new RegExp(pattern.regex, "g"),
		gate: optional(pattern.gate, "i"),
		reject: optional(pattern.reject, "")
	}));
	const marks = [...new Set(enginePatterns.flatMap(({ pattern }) => pattern.marks))];
	return {
		patterns: enginePatterns,
		automaton: buildAutomaton(marks),
		patternsOfMark: marks.map((mark) => enginePatterns.filter(({ pattern }) => pattern.marks.includes(mark))),
		patternsOfRun: {
			word: byLength(enginePatterns, "word"),
			base64: byLength(enginePatterns, "base64")
		}
	};
}
function engineRule(file) {
	return {
		file,
		variants: file.variants.map((variant) => ({
			variant,
			secret: optional(variant.secret, ""),
			context: optional(variant.context, "i"),
			host: optional(variant.host, "i")
		})),
		evidence: file.evidence.map((rule) => ({
			rule,
			match: new RegExp(rule.match, rule.view === "secret" ? "" : "i")
		})),
		hosts: hostPattern(file.hosts)
	};
}
function optional(source, flags) {
	return source === null ? null : new RegExp(source, flags);
}
function byLength(patterns, alphabet) {
	const lengths = new Map();
	for (const entry of patterns) {
		if (entry.pattern.run?.alphabet !== alphabet) continue;
		for (const length of entry.pattern.run.lengths) lengths.set(length, [...lengths.get(length) ?? [], entry]);
	}
	return lengths;
}
// src/rules/catalogue.ts
function builtinRules() {
	return _virtual_keypetrel_rules_default.rules;
}
const rulesDigest = _virtual_keypetrel_rules_default.rulesDigest;
function selectRules(rules, only, disabled) {
	for (const id of [...only, ...disabled]) if (!rules.some((rule) => hasId(rule, id))) throw new UserError(`there is no rule "${id}"; "keypetrel rules list" shows them`);
	const isReported = (family, rule) => (only.length === 0 || only.includes(family) || only.includes(rule)) && !disabled.includes(family) && !disabled.includes(rule);
	return {
		rules: rules.filter((file) => file.variants.some((variant) => isReported(file.family, variant.id))),
		isReported
	};
}
function hasId(rule, id) {
	return rule.family === id || rule.variants.some((variant) => variant.id === id);
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
const LONG_WORD = /[A-Za-z0-9+~]{28,}={0,2}/g;
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
	const from = isOnLine ? Math.max(start, finding.start - REACH) : start;
	const to = Math.min(end, isOnLine ? finding.end + REACH : start + 240);
	const parts = [{
		text: from > start ? "…" : "",
		isTarget: false
	}];
	let position = from;
	for (const each of overlapping(all, from, to)) {
		parts.push({
			text: plain(bytes, position, each.start),
			isTarget: false
		});
		parts.push({
			text: redact(each.secret),
			isTarget: each === finding
		});
		position = Math.max(position, each.end);
	}
	parts.push({
		text: plain(bytes, position, to) + (to < end ? "…" : ""),
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
function plain(bytes, start, end) {
	if (end <= start) return "";
	return Buffer.from(bytes.subarray(start, end)).toString("utf8").replace(/[\r\n]+$/, "").replace(LONG_WORD, (word) => `${word.slice(0, 4)}••••`);
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
	constructor(engine, isReported = () => true) {
		this.#engine = engine;
		this.#isReported = isReported;
	}
	scan = (content) => {
		const findings = detect(this.#engine, content.bytes, pathOf(content.origin));
		if (findings.length === 0) return;
		let position = content.piece;
		let offset = 0;
		for (const finding of findings) {
			if (finding.start < content.piece.ownedStart || finding.start >= content.piece.ownedEnd) continue;
			if (!this.#isReported(finding.family, finding.rule)) continue;
			position = advance(position, content.bytes, offset, finding.start);
			offset = finding.start;
			const end = advance(position, content.bytes, finding.start, finding.end);
			this.#add(content, finding, position, end, findings);
		}
	};
	credentials() {
		return [...this.#credentials.values()];
	}
	#add(content, finding, start, end, all) {
		const fingerprint = fingerprintOf(finding.family, finding.secret);
		const known = this.#credentials.get(fingerprint);
		const sightings = known?.sightings ?? [];
		if (!known) this.#credentials.set(fingerprint, {
			fingerprint,
			sightings
		});
		const frame = sightings.length < FRAMES_PER_CREDENTIAL ? makeFrame(content.bytes, finding, start.line, all) : [];
		sightings.push({
			finding,
			origin: content.origin,
			start,
			end,
			frame
		});
	}
};
function pathOf(origin) {
	return origin.kind === "stdin" ? "" : origin.path ?? "";
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
	"working-tree": "It is not in any commit yet.",
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
		frame: sighting.frame,
		...place
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
async function findRoots(paths, signal) {
	const groups = new Map();
	for (const path of paths) {
		const absolute = await existingPath(path);
		const repository = await discoverRepository(absolute, { signal });
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
async function sourcesOf(root, options) {
	const modes = modesOf(options.target ?? "auto", root);
	return Promise.all(modes.map(async (mode) => ({
		mode,
		source: await sourceOf(mode, root, options)
	})));
}
function modesOf(target, root) {
	const { repository } = root;
	switch (target) {
		case "stdin": return ["stdin"];
		case "files": return ["files"];
		case "staged": return ["index"];
		case "history": return ["history"];
		case "auto":
			if (repository === null) return ["files"];
			return repository.workTree === null ? ["history"] : [
				"files",
				"index",
				"history"
			];
	}
}
async function sourceOf(mode, root, options) {
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
			const committed = await listHeadBlobs(repository, { signal });
			return indexSource({
				...common,
				repository,
				skip: (oid) => committed.has(oid)
			});
		}
		case "history": {
			const { historySource } = await import("./lib/sources-history.js");
			return historySource({
				repository: repositoryOf(root, "--history"),
				allObjects: options.allObjects ?? false,
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
// src/scan/traces.ts
async function traceSightings(root, credentials, options, coverage) {
	const filter = await createPathFilter(options);
	const isWanted = (path) => root.isInScope(path) && (path === null || filter(path));
	const traces = await traceAll(root, objectsOf(credentials), options, coverage);
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
		const wanted = all.filter((trace) => isWanted(trace.path));
		if (wanted.length > 0 || all.length === 0 && isWanted(origin.path)) placed.push({
			fingerprint,
			sighting,
			traces: wanted
		});
	}
	return placed;
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
	for (const [oid, { introductions }] of found) traces.set(oid, introductions.map(({ path, commit, authorName, authorEmail, date, refs, inHead, reach }) => ({
		path,
		commit,
		author: authorName === null ? null : `${authorName} <${authorEmail ?? ""}>`,
		date,
		refs,
		inHead,
		exposure: reach === "local" ? "committed" : reach
	})));
	return traces;
}
// src/sources/coverage.ts
const EXAMPLES_PER_REASON = 5;
const INCOMPLETE_REASONS = new Set([
	"unreadable",
	"missing-object",
	"corrupt-object",
	"time-limit"
]);
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
		return [...this.#skipped.keys()].every((reason) => !INCOMPLETE_REASONS.has(reason));
	}
};
// src/version.ts
const TOOL_VERSION = "0.1.0";
// src/scan.ts
async function scan(options = {}) {
	const { rules, isReported } = selectRules(builtinRules(), options.rules ?? [], options.disabledRules ?? []);
	const coverage = new Coverage();
	const modes = new Set();
	const engine = createEngine(rules);
	const sightings = [];
	const roots = await findRoots(options.paths?.length ? options.paths : ["."], options.signal);
	for (const root of roots) {
		const collector = new Collector(engine, isReported);
		for (const { mode, source } of await sourcesOf(root, options)) {
			options.log?.debug(`scanning ${mode} of ${JSON.stringify(root.folder)}`);
			modes.add(mode);
			await source(collector.scan, coverage);
		}
		sightings.push(...await traceSightings(root, collector.credentials(), options, coverage));
	}
	const credentials = groupCredentials(sightings, rules, options.showSecrets ?? false);
	const shown = credentials.filter((each) => isAtLeast(each.confidence, options.minConfidence ?? "medium"));
	return {
		schemaVersion: 1,
		tool: {
			name: "keypetrel",
			version: TOOL_VERSION,
			rulesDigest
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
			ignored: 0,
			belowThreshold: credentials.length - shown.length
		}
	};
}
export { UserError, builtinRules, createEngine, detect, rulesDigest, scan };
