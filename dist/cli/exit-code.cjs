"use strict";
const require_basics = require("./basics.cjs");
const require_scan = require("./scan.cjs");
// src/report/escape.ts
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const SHORT_ESCAPES = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
function escapeText(text) {
	return text.replace(UNSAFE, escapeCharacter);
}
function escapeCharacter(character) {
	const short = SHORT_ESCAPES[character];
	if (short !== void 0) return short;
	const code = (character.codePointAt(0) ?? 0).toString(16);
	return code.length <= 2 ? `\\x${code.padStart(2, "0")}` : `\\u{${code}}`;
}
function escapeJson(json) {
	return json.replace(UNSAFE, (character) => character === "\n" ? character : escapeUtf16(character));
}
function escapeUtf16(character) {
	let escaped = "";
	for (let i = 0; i < character.length; i++) escaped += `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
	return escaped;
}
// src/cli/system-error.ts
function isSystemError(error) {
	return error instanceof Error && "syscall" in error && "code" in error;
}
// src/cli/failure.ts
function describeFailure(error) {
	if (error instanceof require_basics.UserError || error instanceof require_scan.GitError || isSystemError(error)) return lines(`keypetrel: ${error.message}`);
	return lines(`keypetrel: internal error: ${error instanceof Error ? error.stack ?? error.message : String(error)}\nThis is a bug in keypetrel, and nothing can be concluded from this scan. Please report it with the lines above, after a look that nothing in them is confidential.`);
}
function lines(text) {
	return text.split("\n").map((line) => `${escapeText(line)}\n`).join("");
}
// src/cli/exit-code.ts
const EXIT_CODES = {
	clean: 0,
	found: 1,
	failure: 2,
	incomplete: 3
};
const CONFIDENCES = [
	"low",
	"medium",
	"high",
	"proven"
];
function exitStatus({ credentials, coverage }, { failOn, requireComplete }) {
	const failing = CONFIDENCES.slice(CONFIDENCES.indexOf(failOn));
	if (credentials.some(({ confidence }) => failing.includes(confidence))) return {
		code: EXIT_CODES.found,
		meaning: "credentials were found"
	};
	const found = credentials.length > 0 ? `nothing of ${failOn} confidence or more was found` : "nothing was found";
	if (!coverage.complete) return {
		code: EXIT_CODES.incomplete,
		meaning: `${found}, but something could not be read`
	};
	if (requireComplete && (coverage.shallow || coverage.partialClone)) {
		const gap = coverage.shallow ? "the history is shallow" : "the clone is partial";
		return {
			code: EXIT_CODES.incomplete,
			meaning: `${found}, but ${gap} and --require-complete is given`
		};
	}
	return {
		code: EXIT_CODES.clean,
		meaning: `the scan is complete and ${found}`
	};
}
Object.defineProperty(exports, "EXIT_CODES", {
	enumerable: true,
	get: function() {
		return EXIT_CODES;
	}
});
Object.defineProperty(exports, "describeFailure", {
	enumerable: true,
	get: function() {
		return describeFailure;
	}
});
Object.defineProperty(exports, "escapeJson", {
	enumerable: true,
	get: function() {
		return escapeJson;
	}
});
Object.defineProperty(exports, "escapeText", {
	enumerable: true,
	get: function() {
		return escapeText;
	}
});
Object.defineProperty(exports, "exitStatus", {
	enumerable: true,
	get: function() {
		return exitStatus;
	}
});
Object.defineProperty(exports, "isSystemError", {
	enumerable: true,
	get: function() {
		return isSystemError;
	}
});
