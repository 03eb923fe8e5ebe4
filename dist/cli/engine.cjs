"use strict";
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
const CHECKSUM_NAMES = Object.keys(CHECKSUM_SCHEMES);
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
			detail: fillIn(item.says, context, host ?? [])
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
function fillIn(says, context, hosts) {
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
Object.defineProperty(exports, "CHECKSUM_NAMES", {
	enumerable: true,
	get: function() {
		return CHECKSUM_NAMES;
	}
});
Object.defineProperty(exports, "CHECKSUM_SCHEMES", {
	enumerable: true,
	get: function() {
		return CHECKSUM_SCHEMES;
	}
});
Object.defineProperty(exports, "createEngine", {
	enumerable: true,
	get: function() {
		return createEngine;
	}
});
Object.defineProperty(exports, "detect", {
	enumerable: true,
	get: function() {
		return detect;
	}
});
Object.defineProperty(exports, "shannonEntropy", {
	enumerable: true,
	get: function() {
		return shannonEntropy;
	}
});
