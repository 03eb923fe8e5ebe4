"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_report = require("./report.cjs");
const require_exit_code = require("./exit-code.cjs");
const require_repository = require("./repository.cjs");
let node_path = require("node:path");
let node_fs = require("node:fs");
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
	refuseUnless("minConfidence", minConfidence, require_report.CONFIDENCE_LEVELS);
	if (jobs !== void 0 && !(Number.isInteger(jobs) && jobs >= 1)) throw new require_exit_code.UserError(`jobs: ${shown(jobs)} is not a whole number from 1 on`);
	for (const name of [
		"paths",
		"include",
		"exclude",
		"rules",
		"disabledRules"
	]) {
		const values = options[name];
		if (values !== void 0 && !(Array.isArray(values) && values.every((each) => typeof each === "string"))) throw new require_exit_code.UserError(`${name}: ${shown(values)} is not a list of texts`);
	}
}
function refuseUnless(name, value, known) {
	if (value === void 0 || known.some((each) => each === value)) return;
	throw new require_exit_code.UserError(`${name}: ${shown(value)} is not one of ${known.join(", ")}`);
}
function shown(value) {
	return (typeof value === "number" ? String(value) : JSON.stringify(value) ?? String(value)).slice(0, 100);
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
		const text = (0, node_fs.readFileSync)(head, "latin1");
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
		const damaged = findDamagedRepository(require_repository.startingFolder(place.folder), repository);
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
		return await require_repository.discoverRepository(path, {
			indexFile: options.indexFile ?? null,
			signal: options.signal
		});
	} catch (error) {
		options.signal?.throwIfAborted();
		if (!(error instanceof require_exit_code.GitError)) throw error;
		gaps.add(require_exit_code.reasonOf(error));
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
		if (code !== "ENOENT" && code !== "ENOTDIR") throw new require_exit_code.UserError(`cannot open ${JSON.stringify(path)} (${code})`);
		if (!mayBePast) throw notThere(path);
		rest = (0, node_path.join)((0, node_path.basename)(absolute), rest);
	}
}
function notThere(path, more = "") {
	return new require_exit_code.UserError(`there is no file or folder ${JSON.stringify(path)}${more}`);
}
function folderOf(path) {
	return (0, node_fs.statSync)(path).isDirectory() ? path : (0, node_path.dirname)(path);
}
async function openNested(outer, path, options) {
	const folder = (0, node_path.join)(outer.folder, path);
	if (realPathOf(folder) !== folder) return null;
	try {
		const repository = await require_repository.discoverRepository(folder, { signal: options.signal });
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
		if (!(error instanceof require_exit_code.UserError || error instanceof require_exit_code.GitError)) throw error;
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
	const { scanRoots } = await Promise.resolve().then(() => require("./scan-scan-roots.cjs"));
	return scanRoots(roots, options, observer);
}
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
