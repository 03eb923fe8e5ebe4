import { t as UserError } from "./errors.js";
import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { devNull } from "node:os";
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
function reasonOf({ stderr }) {
	return `git: ${firstLine(stderr).replace(/^(?:fatal|error): /, "")}`;
}
function escapeControls(text) {
	return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
// src/git/environment.ts
const PASSED_ON = [
	"PATH",
	"Path",
	"PATHEXT",
	"HOME",
	"USERPROFILE",
	"HOMEDRIVE",
	"HOMEPATH",
	"XDG_CONFIG_HOME",
	"APPDATA",
	"LOCALAPPDATA",
	"PROGRAMDATA",
	"SystemRoot",
	"SYSTEMROOT",
	"WINDIR",
	"TMPDIR",
	"TEMP",
	"TMP",
	"LD_LIBRARY_PATH",
	"SUDO_UID",
	"GIT_CEILING_DIRECTORIES"
];
const OWN_SETTINGS = {
	LC_ALL: "C",
	LANGUAGE: "",
	GIT_TERMINAL_PROMPT: "0",
	GIT_OPTIONAL_LOCKS: "0",
	GIT_NO_LAZY_FETCH: "1",
	GIT_ALLOW_PROTOCOL: "none",
	GIT_NO_REPLACE_OBJECTS: "1",
	GIT_GRAFT_FILE: devNull,
	GIT_ATTR_NOSYSTEM: "1",
	GIT_LITERAL_PATHSPECS: "1"
};
function gitEnvironment(indexFile, parent = process.env) {
	const environment = { ...OWN_SETTINGS };
	for (const name of PASSED_ON) {
		const value = parent[name];
		if (value !== void 0) environment[name] = value;
	}
	if (indexFile !== null) environment["GIT_INDEX_FILE"] = indexFile;
	return environment;
}
const NEUTRAL_OPTIONS = [
	"--no-pager",
	"--no-optional-locks",
	...[
		"core.fsmonitor=false",
		`core.hooksPath=${devNull}`,
		"core.quotePath=false",
		"core.precomposeUnicode=false",
		"core.warnAmbiguousRefs=false",
		"protocol.allow=never",
		"safe.bareRepository=all",
		"log.showSignature=false",
		"log.showRoot=true",
		"i18n.logOutputEncoding=UTF-8",
		"color.ui=false",
		"gc.auto=0",
		"maintenance.auto=false",
		"advice.graftFileDeprecated=false"
	].flatMap((setting) => ["-c", setting])
];
// src/git/executable.ts
function gitExecutable(platform = process.platform, path = searchPath()) {
	if (platform !== "win32") return "git";
	const folder = path.split(delimiter).find((each) => isAbsolute(each) && existsSync(join(each, "git.exe")));
	return folder === void 0 ? "git-not-found-on-path" : join(folder, "git.exe");
}
function searchPath() {
	return process.env["PATH"] ?? process.env["Path"] ?? "";
}
// src/git/process.ts
const STDERR_LIMIT = 65536;
const STDOUT_LIMIT = 268435456;
async function runGit(place, args, options = {}) {
	const { maxBytes = STDOUT_LIMIT, okCodes = [0] } = options;
	const git = startGit(place, args, options);
	git.stdin.end(options.input);
	const chunks = [];
	let length = 0;
	for await (const chunk of git.stdout) {
		length += chunk.length;
		if (length > maxBytes) git.kill();
		else chunks.push(chunk);
	}
	const exit = await git.exit;
	if (length > maxBytes) throw new GitError(args, exit.code, `more than ${maxBytes} bytes of output`);
	if (exit.code === null || !okCodes.includes(exit.code)) throw gitFailure(place, args, exit);
	return Buffer.concat(chunks, length);
}
function startGit(place, args, options = {}) {
	options.signal?.throwIfAborted();
	const child = spawn(gitExecutable(), [...NEUTRAL_OPTIONS, ...args], {
		cwd: place.cwd,
		env: gitEnvironment(place.indexFile),
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		],
		windowsHide: true,
		...options.signal === void 0 ? {} : { signal: options.signal }
	});
	child.stdin.on("error", () => {});
	child.stdout.on("error", () => {});
	child.stdout.on("readable", () => {});
	const exit = awaitExit(child, options.signal);
	exit.catch(() => {});
	return {
		args,
		stdin: child.stdin,
		stdout: readAll(child.stdout),
		exit,
		kill: () => void child.kill()
	};
}
async function writeTo(git, bytes) {
	if (git.stdin.destroyed) return false;
	if (git.stdin.write(bytes)) return true;
	const ended = new AbortController();
	const { signal } = ended;
	try {
		await Promise.race([
			once(git.stdin, "drain", { signal }),
			once(git.stdin, "close", { signal }),
			git.exit
		]);
	} catch (error) {
		if (error !== git.stdin.errored) throw error;
	} finally {
		ended.abort();
	}
	return !git.stdin.destroyed;
}
function expectSuccess(place, args, exit) {
	if (exit.code !== 0) throw gitFailure(place, args, exit);
}
function gitFailure(place, args, exit) {
	if (exit.stderr.includes("detected dubious ownership")) {
		const folder = escapeControls(place.cwd);
		return new UserError(`git does not trust ${folder}, because another user owns it. To scan it: git config --global --add safe.directory "${folder}"`);
	}
	const format = /^fatal: (?:unknown repository extensions? found:\s*(\S+)|Expected git repo version .*)/m.exec(exit.stderr);
	if (format !== null) {
		const feature = format[1] === void 0 ? "" : ` (it has "${escapeControls(format[1])}")`;
		return new UserError(`this git is too old for the format of the repository at ${escapeControls(place.cwd)}${feature}: install a newer git`);
	}
	return new GitError(args, exit.code, exit.stderr);
}
async function* readAll(stream) {
	try {
		for await (const chunk of stream) yield chunk;
	} catch {}
}
async function awaitExit(child, signal) {
	const stderr = [];
	let kept = 0;
	child.stderr.on("data", (chunk) => {
		if (kept < STDERR_LIMIT) stderr.push(chunk);
		kept += chunk.length;
	});
	const { promise, resolve, reject } = deferred();
	child.on("error", (error) => reject(startFailure(error, signal)));
	child.on("close", (code) => resolve({
		code,
		stderr: Buffer.concat(stderr).toString("utf8").slice(0, STDERR_LIMIT)
	}));
	return promise;
}
function startFailure(error, signal) {
	if (signal?.aborted) return signal.reason;
	if (error.code !== "ENOENT") return error;
	return new UserError("git was not found: install it, or put it on PATH (https://git-scm.com/downloads)");
}
function deferred() {
	let resolve = () => {};
	let reject = () => {};
	return {
		promise: new Promise((onResolve, onReject) => {
			resolve = onResolve;
			reject = onReject;
		}),
		resolve,
		reject
	};
}
export { writeTo as a, GitError as c, startGit as i, escapeControls as l, gitFailure as n, gitExecutable as o, runGit as r, gitEnvironment as s, expectSuccess as t, reasonOf as u };
