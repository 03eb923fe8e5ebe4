"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_basics = require("./basics.cjs");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_child_process = require("node:child_process");
let node_events = require("node:events");
let node_stream = require("node:stream");
let node_os = require("node:os");
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
async function nullWithoutGit(signal, ask) {
	try {
		return await ask();
	} catch (error) {
		signal?.throwIfAborted();
		if (!(error instanceof GitError)) throw error;
		return null;
	}
}
function escapeControls(text) {
	return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
// src/git/object-id.ts
const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function parseObjectId(text) {
	return OBJECT_ID.test(text) ? text : null;
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
	GIT_GRAFT_FILE: node_os.devNull,
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
		`core.hooksPath=${node_os.devNull}`,
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
		"advice.graftFileDeprecated=false",
		"core.packedGitWindowSize=8m",
		"core.packedGitLimit=128m",
		"core.bigFileThreshold=16m",
		"core.deltaBaseCacheLimit=48m"
	].flatMap((setting) => ["-c", setting])
];
const FEW_WINDOWS = ["-c", "core.packedGitLimit=32m"];
// src/git/executable.ts
function gitExecutable(platform = process.platform, path = searchPath()) {
	if (platform !== "win32") return "git";
	const folder = path.split(node_path.delimiter).find((each) => (0, node_path.isAbsolute)(each) && (0, node_fs.existsSync)((0, node_path.join)(each, "git.exe")));
	return folder === void 0 ? "git-not-found-on-path" : (0, node_path.join)(folder, "git.exe");
}
function searchPath() {
	return process.env["PATH"] ?? process.env["Path"] ?? "";
}
// src/git/end-when.ts
function endWhen(child, milliseconds, isWrong) {
	const { pid } = child;
	let isEnded = false;
	if (process.platform !== "linux" || pid === void 0) return () => false;
	const timer = setInterval(() => {
		if (!isWrong(pid)) return;
		isEnded = true;
		child.kill("SIGKILL");
	}, milliseconds);
	timer.unref();
	child.once("close", () => clearInterval(timer));
	return () => isEnded;
}
// src/git/memory-guard.ts
const MOST_MEMORY = 3 * 1024 ** 3;
const MILLISECONDS$1 = 100;
function guardMemory(child, most = MOST_MEMORY) {
	return endWhen(child, MILLISECONDS$1, (pid) => ownMemory(pid) > Math.min(most, MOST_MEMORY));
}
function ownMemory(pid) {
	try {
		const kibibytes = /^RssAnon:\s*(\d+) kB$/m.exec((0, node_fs.readFileSync)(`/proc/${pid}/status`, "latin1"))?.[1];
		return Number(kibibytes ?? 0) * 1024;
	} catch {
		return 0;
	}
}
// src/git/pipe-guard.ts
const MILLISECONDS = 250;
const WAITING = "wait_for_partner";
function guardAgainstPipes(child) {
	let wasWaiting = false;
	return endWhen(child, MILLISECONDS, (pid) => {
		const isWaiting = whereItWaits(pid) === WAITING;
		const isStuck = isWaiting && wasWaiting;
		wasWaiting = isWaiting;
		return isStuck;
	});
}
function whereItWaits(pid) {
	try {
		return (0, node_fs.readFileSync)(`/proc/${pid}/wchan`, "latin1");
	} catch {
		return "";
	}
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
	const child = (0, node_child_process.spawn)(gitExecutable(), [...NEUTRAL_OPTIONS, ...args], {
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
	if (child.stdout === void 0) return notStarted(child, place, args, options.signal);
	child.stdin.on("error", () => {});
	child.stdout.on("error", () => {});
	child.stdout.on("readable", () => {});
	const reasonForEnd = guard(child, options.mostMemory);
	const exit = awaitExit(child, place, args, options.signal, reasonForEnd);
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
			(0, node_events.once)(git.stdin, "drain", { signal }),
			(0, node_events.once)(git.stdin, "close", { signal }),
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
		return new require_basics.UserError(`git does not trust ${folder}, because another user owns it. To scan it: git config --global --add safe.directory "${folder}"`);
	}
	const format = /^fatal: (?:unknown repository extensions? found:\s*(\S+)|Expected git repo version .*)/m.exec(exit.stderr);
	if (format !== null) {
		const feature = format[1] === void 0 ? "" : ` (it has "${escapeControls(format[1])}")`;
		return new require_basics.UserError(`this git is too old for the format of the repository at ${escapeControls(place.cwd)}${feature}: install a newer git`);
	}
	return new GitError(args, exit.code, exit.stderr);
}
async function* readAll(stream) {
	try {
		for await (const chunk of stream) yield chunk;
	} catch {}
}
function guard(child, mostMemory) {
	const tookTooMuch = guardMemory(child, mostMemory);
	const waitedForPipe = guardAgainstPipes(child);
	return () => {
		if (tookTooMuch()) return "it took too much memory";
		return waitedForPipe() ? "a pipe stands in the place of a file" : null;
	};
}
function notStarted(child, place, args, signal) {
	const { promise: exit, reject } = deferred();
	child.on("error", (error) => reject(startFailure(error, place, args, signal)));
	exit.catch(() => {});
	return {
		args,
		stdin: new node_stream.PassThrough().resume(),
		stdout: readAll(node_stream.Readable.from([])),
		exit,
		kill: () => {}
	};
}
async function awaitExit(child, place, args, signal, reasonForEnd) {
	const stderr = [];
	let kept = 0;
	child.stderr.on("data", (chunk) => {
		if (kept < STDERR_LIMIT) stderr.push(chunk);
		kept += chunk.length;
	});
	const { promise, resolve, reject } = deferred();
	child.on("error", (error) => reject(startFailure(error, place, args, signal)));
	child.on("close", (code) => {
		const reason = reasonForEnd();
		const text = Buffer.concat(stderr).toString("utf8").slice(0, STDERR_LIMIT);
		resolve({
			code,
			stderr: reason === null ? text : `fatal: ${reason}`,
			wasEnded: reason !== null
		});
	});
	return promise;
}
function startFailure(error, place, args, signal) {
	if (signal?.aborted) return signal.reason;
	if (require_basics.isExhaustion(error)) return new GitError(args, null, `fatal: it cannot be started (${error.code})`);
	if (error.code !== "ENOENT") return error;
	if (!(0, node_fs.existsSync)(place.cwd)) return new GitError(args, null, `fatal: ${place.cwd} is not there any more`);
	return new require_basics.UserError("git was not found: install it, or put it on PATH (https://git-scm.com/downloads)");
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
// src/git/repository.ts
function hashLengthOf({ objectFormat }) {
	return objectFormat === "sha256" ? 32 : 20;
}
async function discoverRepository(path, options = {}) {
	const place = {
		cwd: startingFolder(path),
		indexFile: options.indexFile ?? null
	};
	const facts = await askFacts(place, options);
	if (facts === null) return null;
	return {
		...facts,
		cwd: facts.workTree ?? facts.gitDir,
		indexFile: place.indexFile,
		partialClone: hasPromisorPack(facts.commonDir) || await hasPromisorRemote(place, facts, options)
	};
}
function startingFolder(path) {
	let folder = (0, node_fs.statSync)(path).isDirectory() ? path : (0, node_path.dirname)(path);
	while (folder !== (0, node_path.dirname)(folder) && !mayBeEntered$1(folder)) folder = (0, node_path.dirname)(folder);
	return folder;
}
function mayBeEntered$1(folder) {
	try {
		(0, node_fs.accessSync)(folder, node_fs.constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
async function askFacts(place, options) {
	const args = [
		"rev-parse",
		"--default",
		"HEAD",
		"--is-bare-repository",
		"--is-inside-work-tree",
		"--is-shallow-repository",
		"--show-object-format",
		"--path-format=absolute",
		"--git-dir",
		"--git-common-dir",
		"--show-toplevel",
		"--is-bare-repository"
	];
	const { stdout, exit } = await answer(place, args, options);
	if (isNoRepository(exit)) return null;
	if (isBrokenLink(exit)) throw brokenLink(place);
	const [bare, inWorkTree, shallow, format, ...rest] = lines(stdout);
	if (format === void 0) throw gitFailure(place, args, exit);
	const hasWorkTree = inWorkTree === "true";
	if (exit.code === null || hasWorkTree && rest.at(-1) !== bare) expectSuccess(place, args, exit);
	const head = hasWorkTree ? takeHead(rest) : await askHead(place, options);
	const [gitDir, commonDir, workTree] = rest.length === (hasWorkTree ? 3 : 2) ? rest : await askPathsOneByOne(place, hasWorkTree, options);
	if (gitDir === void 0 || commonDir === void 0) throw gitFailure(place, args, exit);
	return {
		workTree: hasWorkTree ? workTree ?? null : null,
		gitDir,
		commonDir,
		bare: bare === "true",
		shallow: shallow === "true",
		objectFormat: format === "sha256" ? "sha256" : "sha1",
		head
	};
}
function takeHead(rest) {
	const head = parseObjectId(rest.at(-1) ?? "");
	rest.splice(head === null ? -1 : -2);
	return head;
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
	const args = [
		"rev-parse",
		"--quiet",
		"--verify",
		"--end-of-options",
		"HEAD"
	];
	const { stdout, exit } = await answer(place, args, options);
	if (exit.code === null) throw gitFailure(place, args, exit);
	return parseObjectId(stdout.trim());
}
async function hasPromisorRemote(place, { commonDir }, options) {
	if (!mayNamePromisor((0, node_path.join)(commonDir, "config"))) return false;
	const args = [
		"config",
		"--local",
		"-z",
		"--get-regexp",
		"^(extensions\\.partialclone|remote\\..*\\.promisor)$"
	];
	const { stdout, exit } = await answer(place, args, options);
	if (exit.code !== 1) expectSuccess(place, args, exit);
	return stdout.split("\0").some((entry) => entry !== "" && !/\n(?:false|no|off|0)$/i.test(entry));
}
function mayNamePromisor(configFile) {
	try {
		if (!(0, node_fs.statSync)(configFile).isFile()) return true;
		return /promisor|partialclone/i.test((0, node_fs.readFileSync)(configFile, "latin1"));
	} catch {
		return true;
	}
}
function hasPromisorPack(commonDir) {
	try {
		return (0, node_fs.readdirSync)((0, node_path.join)(commonDir, "objects", "pack")).some((name) => name.endsWith(".promisor"));
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
	return new require_basics.UserError(`the .git file of ${folder} names a git folder that is not there: repair it (git worktree repair, git submodule update), or remove the file to scan without git`);
}
function lines(text) {
	return text.replace(/\n$/, "").split("\n");
}
// src/check-options.ts
const TARGETS = [
	"auto",
	"files",
	"staged",
	"history",
	"range",
	"stdin"
];
function checkOptions({ target, minConfidence, jobs, ...options }) {
	refuseUnless("target", target, TARGETS);
	refuseUnless("minConfidence", minConfidence, require_basics.CONFIDENCE_LEVELS);
	if (jobs !== void 0 && !(Number.isInteger(jobs) && jobs >= 1)) throw new require_basics.UserError(`jobs: ${shown(jobs)} is not a whole number from 1 on`);
	const { baseline, ignore } = options;
	if (baseline !== void 0 && (typeof baseline !== "string" || baseline === "")) throw new require_basics.UserError(`baseline: ${shown(baseline)} is not the path of a file`);
	if (ignore !== void 0 && typeof ignore !== "boolean") throw new require_basics.UserError(`ignore: ${shown(ignore)} is neither true nor false`);
	for (const name of [
		"paths",
		"include",
		"exclude",
		"rules",
		"disabledRules"
	]) {
		const values = options[name];
		if (values !== void 0 && !(Array.isArray(values) && values.every((each) => typeof each === "string"))) throw new require_basics.UserError(`${name}: ${shown(values)} is not a list of texts`);
	}
}
function refuseUnless(name, value, known) {
	if (value === void 0 || known.some((each) => each === value)) return;
	throw new require_basics.UserError(`${name}: ${shown(value)} is not one of ${known.join(", ")}`);
}
function shown(value) {
	return (typeof value === "number" ? String(value) : JSON.stringify(value) ?? String(value)).slice(0, 100);
}
// src/git/pack/open-regular-file.ts
function openRegularFile(path) {
	const descriptor = (0, node_fs.openSync)(path, node_fs.constants.O_RDONLY | (node_fs.constants.O_NONBLOCK ?? 0));
	const stats = (0, node_fs.fstatSync)(descriptor);
	if (stats.isFile()) return {
		descriptor,
		size: stats.size
	};
	(0, node_fs.closeSync)(descriptor);
	throw new TypeError(`not a regular file: ${JSON.stringify(path)}`);
}
function readRegularFile(path) {
	const { descriptor } = openRegularFile(path);
	try {
		return (0, node_fs.readFileSync)(descriptor);
	} finally {
		(0, node_fs.closeSync)(descriptor);
	}
}
function textOrNothing(path) {
	try {
		return readRegularFile(path).toString("latin1");
	} catch {
		return "";
	}
}
// src/git/damaged-repository.ts
function findDamagedRepository(folder, found) {
	const top = found?.workTree ?? found?.gitDir;
	const ceilings = (process.env["GIT_CEILING_DIRECTORIES"] ?? "").split(node_path.delimiter);
	const device = statOf(folder)?.dev;
	for (let each = folder; each !== top; each = (0, node_path.dirname)(each)) {
		if (each !== folder && (ceilings.includes(each) || statOf(each)?.dev !== device)) return null;
		const gitDir = gitFolderOf(each);
		if (gitDir !== null) return gitDir === found?.gitDir ? null : {
			gitDir,
			reason: damageOf(gitDir)
		};
		if (each === (0, node_path.dirname)(each)) return null;
	}
	return null;
}
function gitFolderOf(folder) {
	const gitDir = (0, node_path.join)(folder, ".git");
	if (statOf(gitDir)?.isDirectory() === true) return looksLikeGit(gitDir) ? gitDir : null;
	return looksBare(folder) ? folder : null;
}
function looksLikeGit(gitDir) {
	return !mayBeEntered(gitDir) || [
		"HEAD",
		"objects",
		"refs"
	].some((name) => isThere((0, node_path.join)(gitDir, name)));
}
function looksBare(folder) {
	const isFolder = (name) => statOf((0, node_path.join)(folder, name))?.isDirectory() === true;
	if (!isFolder("objects")) return false;
	const hasStore = isFolder("objects/pack") || isFolder("objects/info");
	return [
		isFolder("refs"),
		isThere((0, node_path.join)(folder, "HEAD")),
		hasStore
	].filter(Boolean).length >= 2;
}
function damageOf(gitDir) {
	if (!mayBeEntered(gitDir)) return "it may not be entered";
	for (const name of ["objects", "refs"]) {
		if (!isThere((0, node_path.join)(gitDir, name))) return `it has no folder "${name}"`;
		if (!mayBeEntered((0, node_path.join)(gitDir, name))) return `its folder "${name}" may not be entered`;
	}
	return damageOfHead((0, node_path.join)(gitDir, "HEAD")) ?? "git does not take it for a repository";
}
function damageOfHead(head) {
	if (!isThere(head)) return "it has no HEAD";
	try {
		const text = readRegularFile(head).toString("latin1");
		if (text.trim() === "") return "its HEAD is empty";
		return /^(?:ref:\s*refs\/|[0-9a-f]{40})/.test(text) ? null : "its HEAD names neither a branch nor a commit";
	} catch {
		return "its HEAD may not be read";
	}
}
function mayBeEntered(folder) {
	try {
		(0, node_fs.accessSync)(folder, node_fs.constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
function isThere(path) {
	try {
		(0, node_fs.lstatSync)(path);
		return true;
	} catch {
		return false;
	}
}
function statOf(path) {
	try {
		return (0, node_fs.statSync)(path, { throwIfNoEntry: false });
	} catch {
		return;
	}
}
// src/scan/roots.ts
async function findRoots(paths, options = {}) {
	if (options.target === "stdin") return [NOWHERE];
	const groups = new Map();
	for (const path of paths) {
		const place = locate(path, options);
		const gaps = new Set();
		const repository = await discoverOrGap(place.folder, options, gaps);
		const folder = repository?.workTree ?? repository?.gitDir ?? folderOf(place.folder);
		const group = groups.get(folder) ?? {
			repository,
			paths: [],
			past: [],
			gaps
		};
		groups.set(folder, group);
		for (const gap of gaps) group.gaps.add(gap);
		const inside = below(folder, (0, node_path.join)(place.folder, place.rest));
		if (repository !== null && (place.rest !== "" || repository.workTree === null && inside !== "")) {
			const { isKnownPath } = await Promise.resolve().then(() => require("./git-known-path.cjs"));
			if (await isKnownPath(repository, inside, options)) group.past.push(inside);
			else if (place.rest === "") group.paths.push(place.folder);
			else throw notThere(path, ", and no commit has one");
		} else if (place.rest !== "") throw notThere(path);
		else group.paths.push(place.folder);
		if (gaps.size > 0) continue;
		const damaged = findDamagedRepository(startingFolder(place.folder), repository);
		if (damaged !== null) group.gaps.add(`${gitFolderName(folder, damaged.gitDir)}: ${damaged.reason}`);
	}
	return [...groups].map(([folder, { repository, paths: existing, past, gaps }]) => ({
		folder,
		prefix: "",
		repository,
		paths: existing,
		isInScope: scopeOf(folder, repository, existing, past),
		gaps: [...gaps]
	}));
}
async function discoverOrGap(path, options, gaps) {
	try {
		return await discoverRepository(path, {
			indexFile: options.indexFile ?? null,
			signal: options.signal
		});
	} catch (error) {
		options.signal?.throwIfAborted();
		if (!(error instanceof GitError)) throw error;
		gaps.add(reasonOf(error));
		return null;
	}
}
const NOWHERE = {
	folder: "",
	prefix: "",
	repository: null,
	paths: [],
	isInScope: () => true,
	gaps: []
};
function locate(path, { target = "auto" }) {
	const mayBePast = target !== "files";
	let rest = "";
	for (let absolute = (0, node_path.resolve)(path);; absolute = (0, node_path.dirname)(absolute)) try {
		return {
			folder: node_fs.realpathSync.native(absolute),
			rest
		};
	} catch (error) {
		const { code = "unknown error" } = error;
		if (code !== "ENOENT" && code !== "ENOTDIR") throw new require_basics.UserError(`cannot open ${JSON.stringify(path)} (${code})`);
		if (!mayBePast) throw notThere(path);
		rest = (0, node_path.join)((0, node_path.basename)(absolute), rest);
	}
}
function notThere(path, more = "") {
	return new require_basics.UserError(`there is no file or folder ${JSON.stringify(path)}${more}`);
}
function folderOf(path) {
	return (0, node_fs.statSync)(path).isDirectory() ? path : (0, node_path.dirname)(path);
}
async function openNested(outer, path, options) {
	const folder = (0, node_path.join)(outer.folder, path);
	if (realPathOf(folder) !== folder) return null;
	try {
		const repository = await discoverRepository(folder, { signal: options.signal });
		if (repository?.workTree === folder) return {
			folder,
			prefix: `${outer.prefix}${path}/`,
			repository,
			paths: [folder],
			isInScope: () => true,
			gaps: []
		};
		const damaged = findDamagedRepository(folder, repository);
		return damaged === null ? null : { gap: `${gitFolderName(outer.folder, damaged.gitDir)}: ${damaged.reason}` };
	} catch (error) {
		options.signal?.throwIfAborted();
		if (!(error instanceof require_basics.UserError || error instanceof GitError)) throw error;
		return { gap: `${path}: ${error.message}` };
	}
}
function realPathOf(path) {
	try {
		return node_fs.realpathSync.native(path);
	} catch {
		return null;
	}
}
function gitFolderName(folder, gitDir) {
	const inside = below(folder, gitDir);
	return inside === "" || inside.startsWith("..") ? gitDir : inside;
}
function scopeOf(folder, repository, paths, past) {
	const inside = [...paths.map((path) => below(folder, path)), ...past];
	if (inside.includes("") || repository !== null && repository.workTree === null && paths.length > 0 || inside.some((path) => path.startsWith(".."))) return () => true;
	return (path) => path !== null && inside.some((each) => path === each || path.startsWith(`${each}/`));
}
function below(folder, path) {
	return (0, node_path.relative)(folder, path).split(node_path.sep).join("/");
}
// src/scan.ts
var scan_exports = require_rolldown_runtime.__exportAll({ scan: () => scan });
function scan(options = {}) {
	return observedScan(options, null);
}
async function observedScan(options, observer) {
	checkOptions(options);
	const roots = findRoots(options.paths?.length ? options.paths : ["."], options);
	roots.catch(() => {});
	const { scanRoots } = await Promise.resolve().then(() => require("./scan-roots.cjs")).then((n) => n.scan_roots_exports);
	return scanRoots(roots, options, observer);
}
Object.defineProperty(exports, "FEW_WINDOWS", {
	enumerable: true,
	get: function() {
		return FEW_WINDOWS;
	}
});
Object.defineProperty(exports, "GitError", {
	enumerable: true,
	get: function() {
		return GitError;
	}
});
Object.defineProperty(exports, "NEUTRAL_OPTIONS", {
	enumerable: true,
	get: function() {
		return NEUTRAL_OPTIONS;
	}
});
Object.defineProperty(exports, "discoverRepository", {
	enumerable: true,
	get: function() {
		return discoverRepository;
	}
});
Object.defineProperty(exports, "escapeControls", {
	enumerable: true,
	get: function() {
		return escapeControls;
	}
});
Object.defineProperty(exports, "expectSuccess", {
	enumerable: true,
	get: function() {
		return expectSuccess;
	}
});
Object.defineProperty(exports, "gitEnvironment", {
	enumerable: true,
	get: function() {
		return gitEnvironment;
	}
});
Object.defineProperty(exports, "gitExecutable", {
	enumerable: true,
	get: function() {
		return gitExecutable;
	}
});
Object.defineProperty(exports, "hashLengthOf", {
	enumerable: true,
	get: function() {
		return hashLengthOf;
	}
});
Object.defineProperty(exports, "nullWithoutGit", {
	enumerable: true,
	get: function() {
		return nullWithoutGit;
	}
});
Object.defineProperty(exports, "observedScan", {
	enumerable: true,
	get: function() {
		return observedScan;
	}
});
Object.defineProperty(exports, "openNested", {
	enumerable: true,
	get: function() {
		return openNested;
	}
});
Object.defineProperty(exports, "openRegularFile", {
	enumerable: true,
	get: function() {
		return openRegularFile;
	}
});
Object.defineProperty(exports, "parseObjectId", {
	enumerable: true,
	get: function() {
		return parseObjectId;
	}
});
Object.defineProperty(exports, "readRegularFile", {
	enumerable: true,
	get: function() {
		return readRegularFile;
	}
});
Object.defineProperty(exports, "reasonOf", {
	enumerable: true,
	get: function() {
		return reasonOf;
	}
});
Object.defineProperty(exports, "runGit", {
	enumerable: true,
	get: function() {
		return runGit;
	}
});
Object.defineProperty(exports, "scan", {
	enumerable: true,
	get: function() {
		return scan;
	}
});
Object.defineProperty(exports, "scan_exports", {
	enumerable: true,
	get: function() {
		return scan_exports;
	}
});
Object.defineProperty(exports, "startGit", {
	enumerable: true,
	get: function() {
		return startGit;
	}
});
Object.defineProperty(exports, "textOrNothing", {
	enumerable: true,
	get: function() {
		return textOrNothing;
	}
});
Object.defineProperty(exports, "writeTo", {
	enumerable: true,
	get: function() {
		return writeTo;
	}
});
