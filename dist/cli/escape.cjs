"use strict";
const require_exit_code = require("./exit-code.cjs");
// src/report/markdown/escape.ts
function prose(text) {
	return piecesOf(text).map((piece) => piece.isCode ? codeSpan(piece.text) : piece.text).join("");
}
function htmlProse(text) {
	return piecesOf(text).map((piece) => piece.isCode ? htmlCode(piece.text) : piece.text).join("");
}
function codeSpan(text) {
	const code = require_exit_code.escapeText(text);
	if (code === "") return "` `";
	const fence = "`".repeat(longestRun(code, "`") + 1);
	const pad = /^[` ]|[` ]$/.test(code) && code.trim() !== "" ? " " : "";
	return `${fence}${pad}${code}${pad}${fence}`;
}
function codeBlock(lines, language) {
	const code = lines.map(require_exit_code.escapeText);
	const fence = "`".repeat(Math.max(3, ...code.map((line) => longestRun(line, "`") + 1)));
	return `${fence}${language}\n${code.join("\n")}\n${fence}\n`;
}
function htmlCode(text) {
	return `<code>${escapeHtml(require_exit_code.escapeText(text))}</code>`;
}
const HTML_ESCAPES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
function escapeHtml(text) {
	return text.replace(/[&<>"']/g, (character) => HTML_ESCAPES[character] ?? character);
}
const WORD = /^(["'(]*)(\p{L}[\p{L}\p{M}\p{N}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*|(?:\d{1,6}(?:[.,]\d{1,3})*|\d{4}-\d\d-\d\d)(?![.)]))([)"'.,;:!?]*)$/u;
const REFERENCE = /(?:^|['’-])[0-9a-f]{7,64}(?:$|['’-])|^gh-|www$/i;
function piecesOf(text) {
	const pieces = [];
	for (const token of require_exit_code.escapeText(text).split(/( +)/)) {
		if (token === "") continue;
		const word = WORD.exec(token)?.[2];
		if (token.startsWith(" ") || word !== void 0 && !REFERENCE.test(word)) {
			pieces.push({
				text: token.startsWith(" ") ? " " : token,
				isCode: false
			});
			continue;
		}
		const [, before = "", name = token, after = ""] = /^(["(]?)(.+?)([")]?[.,;:]?)$/.exec(token) ?? [];
		pieces.push({
			text: before,
			isCode: false
		}, {
			text: name,
			isCode: true
		}, {
			text: after,
			isCode: false
		});
	}
	return pieces;
}
function longestRun(text, character) {
	let longest = 0;
	let run = 0;
	for (const each of text) {
		run = each === character ? run + 1 : 0;
		longest = Math.max(longest, run);
	}
	return longest;
}
Object.defineProperty(exports, "codeBlock", {
	enumerable: true,
	get: function() {
		return codeBlock;
	}
});
Object.defineProperty(exports, "codeSpan", {
	enumerable: true,
	get: function() {
		return codeSpan;
	}
});
Object.defineProperty(exports, "htmlCode", {
	enumerable: true,
	get: function() {
		return htmlCode;
	}
});
Object.defineProperty(exports, "htmlProse", {
	enumerable: true,
	get: function() {
		return htmlProse;
	}
});
Object.defineProperty(exports, "prose", {
	enumerable: true,
	get: function() {
		return prose;
	}
});
