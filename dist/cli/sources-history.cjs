"use strict";
const require_scan = require("./scan.cjs");
const require_scan_roots = require("./scan-roots.cjs");
const require_staged = require("./staged.cjs");
const require_history_progress = require("./history-progress.cjs");
let node_path = require("node:path");
let node_fs = require("node:fs");
// src/git/ref-names.ts
async function listRefNames(repository, onName, options = {}) {
	const args = ["for-each-ref", "--format=%(refname)"];
	const git = require_scan.startGit(repository, args, options);
	git.stdin.end();
	await require_scan_roots.splitStream(git.stdout, 10, (line) => onName(line.toString("utf8")));
	require_scan.expectSuccess(repository, args, await git.exit);
}
// src/git/unreadable-files.ts
function listUnreadableFiles(repository) {
	const { cwd, commonDir } = repository;
	const unreadable = [];
	const note = (path) => {
		const below = (0, node_path.relative)(cwd, path);
		unreadable.push(below.startsWith("..") || (0, node_path.isAbsolute)(below) ? path : below);
	};
	const checkFile = (path) => {
		if (!isReadable(path)) note(path);
	};
	const checkTree = (folder, check) => {
		for (const entry of entriesOf(folder, note)) {
			const path = (0, node_path.join)(folder, entry.name);
			if (entry.isDirectory()) checkTree(path, entry.name === "logs" ? checkReflog : check);
			else check(path);
		}
	};
	const checkReflog = (path) => {
		if (!isReflog(path)) note(path);
	};
	for (const name of ["refs", "worktrees"]) checkTree((0, node_path.join)(commonDir, name), checkFile);
	checkTree((0, node_path.join)(commonDir, "logs"), checkReflog);
	for (const name of [
		"packed-refs",
		"shallow",
		"info/grafts"
	]) checkFile((0, node_path.join)(commonDir, name));
	for (const name of require_staged.PSEUDO_REF_FILES) checkFile((0, node_path.join)(commonDir, name));
	for (const folder of objectFolders((0, node_path.join)(commonDir, "objects"), note)) checkObjects(folder, note, checkFile);
	return unreadable;
}
function checkObjects(folder, note, checkFile) {
	for (const entry of entriesOf(folder, note)) if (entry.isDirectory() && entry.name.length === 2) entriesOf((0, node_path.join)(folder, entry.name), note);
	const packFolder = (0, node_path.join)(folder, "pack");
	const packs = entriesOf(packFolder, note).map(({ name }) => name);
	for (const name of packs.filter((each) => /\.(?:pack|idx)$/.test(each))) {
		const path = (0, node_path.join)(packFolder, name);
		if (name.endsWith(".pack") && !packs.includes(name.replace(/pack$/, "idx"))) note(path);
		else checkFile(path);
	}
}
function objectFolders(own, note) {
	const folders = [own];
	for (const folder of folders) {
		const list = (0, node_path.join)(folder, "info", "alternates");
		for (const line of linesOf(list, note)) {
			if (line === "" || line.startsWith("#") || line.startsWith("\"")) continue;
			const alternate = (0, node_path.resolve)(folder, line);
			if (folders.includes(alternate)) continue;
			if (isThere(alternate)) folders.push(alternate);
			else note(alternate);
		}
	}
	return folders;
}
const REFLOG_LINE = /^([0-9a-f]{40}|[0-9a-f]{64}) ([0-9a-f]{40}|[0-9a-f]{64}) [^\n]*> \d+ [-+]\d+(?:\t|$)/;
function isReflog(path) {
	try {
		const lines = require_scan.readRegularFile(path).toString("latin1").split("\n");
		return lines.every((line, index) => REFLOG_LINE.test(line) || line === "" && index === lines.length - 1);
	} catch (error) {
		return isAbsent(error);
	}
}
function linesOf(file, note) {
	try {
		return require_scan.readRegularFile(file).toString().split("\n");
	} catch (error) {
		if (!isAbsent(error)) note(file);
		return [];
	}
}
function entriesOf(folder, note) {
	try {
		return (0, node_fs.readdirSync)(folder, { withFileTypes: true });
	} catch (error) {
		if (!isAbsent(error)) note(folder);
		return [];
	}
}
function isReadable(path) {
	try {
		(0, node_fs.accessSync)(path, node_fs.constants.R_OK);
		return (0, node_fs.statSync)(path).isFile();
	} catch (error) {
		return isAbsent(error);
	}
}
function isThere(path) {
	try {
		(0, node_fs.accessSync)(path);
		return true;
	} catch {
		return false;
	}
}
function isAbsent(error) {
	const { code } = error;
	return code === "ENOENT" || code === "ENOTDIR";
}
// src/sources/history.ts
function historySource(given) {
	const { repository } = given;
	return async (emit, coverage) => {
		coverage.shallow ||= repository.shallow;
		coverage.partialClone ||= repository.partialClone;
		const unreadable = listUnreadableFiles(repository);
		for (const path of unreadable) coverage.skip("unreadable", path);
		const options = unreadable.length === 0 ? given : {
			...given,
			allObjects: true
		};
		if (unreadable.length > 0) given.memory?.forget();
		const progress = new require_history_progress.HistoryProgress(options.onProgress);
		const gaps = coverage.gapCount;
		const read = await readObjects(options, emit, coverage, progress);
		if (read !== null && coverage.gapCount - gaps === read.missing.length) options.memory?.onRead(read);
		const reason = await scanRefNames(options, emit);
		if (reason !== null && coverage.gapCount === gaps) coverage.skip("unreadable", reason);
		progress.finish();
	};
}
async function readObjects(options, emit, coverage, progress) {
	const { screen, memory, allObjects = false } = options;
	if (memory != null && memory.known !== null && !allObjects) {
		const { readNewHistory } = await Promise.resolve().then(() => require("./sources-new-history.cjs"));
		const read = await readNewHistory(options, memory.known, emit, coverage, progress);
		if (read !== null) return read;
		memory.forget();
	}
	if (screen !== void 0) {
		const { readPackHistory } = await Promise.resolve().then(() => require("./sources-pack-history.cjs"));
		return readPackHistory(options, screen, emit, coverage, progress);
	}
	await require_history_progress.readGitHistory(options, emit, coverage, progress);
	return null;
}
async function scanRefNames({ repository, screen, signal }, emit) {
	const names = new require_staged.NameScanner(emit, screen);
	const add = (name) => names.add(withoutNamespace(name), () => ({
		kind: "ref",
		name
	}));
	try {
		await listRefNames(repository, add, { signal });
		return null;
	} catch (error) {
		if (!(error instanceof require_scan.GitError)) throw error;
		return require_scan.reasonOf(error);
	} finally {
		names.flush();
	}
}
function withoutNamespace(name) {
	return name.replace(/^refs\/[^/]*\//, "");
}
exports.historySource = historySource;
