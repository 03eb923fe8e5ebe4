#!/usr/bin/env node
"use strict";
Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
// src/version.ts
const TOOL_VERSION = "0.1.0";
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
// src/errors.ts
var UserError = class extends Error {
	name = "UserError";
};
// src/git/git-error.ts
var GitError = class extends Error {
	name = "GitError";
	args;
	code;
	stderr;
	constructor(args, code, stderr) {
		super(`git ${args[0] ?? ""} failed${code === null ? "" : ` with status ${code}`}: ${firstLine(stderr)}`);
		this.args = args;
		this.code = code;
		this.stderr = stderr;
	}
};
function firstLine(stderr) {
	const lines = stderr.split("\n");
	return escapeControls((lines.find((each) => each.startsWith("fatal:")) ?? lines[0] ?? "").trim()).slice(0, 500) || "no message";
}
function escapeControls(text) {
	return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
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
	if (error instanceof UserError || error instanceof GitError || isSystemError(error)) return lines(`keypetrel: ${error.message}`);
	return lines(`keypetrel: internal error: ${error instanceof Error ? error.stack ?? error.message : String(error)}\nThis is a bug in keypetrel, and nothing can be concluded from this scan. Please report it with the lines above, after a look that nothing in them is confidential.`);
}
function lines(text) {
	return text.split("\n").map((line) => `${escapeText(line)}\n`).join("");
}
// src/cli/main.ts
async function main() {
	process.on("uncaughtException", fail);
	try {
		const args = process.argv.slice(2);
		if (args.length === 1 && args[0] === "--version") {
			process.stdout.write(`${TOOL_VERSION}\n`);
			return;
		}
		const { run } = await Promise.resolve().then(() => require("./cli/cli-run.cjs"));
		process.exitCode = await run(args, process);
	} catch (error) {
		process.stderr.write(describeFailure(error));
		process.exitCode = EXIT_CODES.failure;
	}
}
function fail(error) {
	process.stderr.write(describeFailure(error));
	process.exit(EXIT_CODES.failure);
}
main();
exports.EXIT_CODES = EXIT_CODES;
exports.GitError = GitError;
exports.TOOL_VERSION = TOOL_VERSION;
exports.UserError = UserError;
exports.describeFailure = describeFailure;
exports.escapeControls = escapeControls;
exports.escapeJson = escapeJson;
exports.escapeText = escapeText;
exports.exitStatus = exitStatus;
exports.isSystemError = isSystemError;
