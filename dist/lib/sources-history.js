import { _ as reasonOf, a as expectSuccess, f as readRegularFile, m as GitError, s as startGit } from "./scan.js";
import { s as splitStream } from "./scan-roots.js";
import { o as PSEUDO_REF_FILES, r as NameScanner } from "./staged.js";
import { r as readGitHistory, t as HistoryProgress } from "./history-progress.js";
import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
// src/git/ref-names.ts
async function listRefNames(repository, onName, options = {}) {
	const args = ["for-each-ref", "--format=%(refname)"];
	const git = startGit(repository, args, options);
	git.stdin.end();
	await splitStream(git.stdout, 10, (line) => onName(line.toString("utf8")));
	expectSuccess(repository, args, await git.exit);
}
// src/git/unreadable-files.ts
function listUnreadableFiles(repository) {
	const { cwd, commonDir } = repository;
	const unreadable = [];
	const note = (path) => {
		const below = relative(cwd, path);
		unreadable.push(below.startsWith("..") || isAbsolute(below) ? path : below);
	};
	const checkFile = (path) => {
		if (!isReadable(path)) note(path);
	};
	const checkTree = (folder, check) => {
		for (const entry of entriesOf(folder, note)) {
			const path = join(folder, entry.name);
			if (entry.isDirectory()) checkTree(path, entry.name === "logs" ? checkReflog : check);
			else check(path);
		}
	};
	const checkReflog = (path) => {
		if (!isReflog(path)) note(path);
	};
	for (const name of ["refs", "worktrees"]) checkTree(join(commonDir, name), checkFile);
	checkTree(join(commonDir, "logs"), checkReflog);
	for (const name of [
		"packed-refs",
		"shallow",
		"info/grafts"
	]) checkFile(join(commonDir, name));
	for (const name of PSEUDO_REF_FILES) checkFile(join(commonDir, name));
	for (const folder of objectFolders(join(commonDir, "objects"), note)) checkObjects(folder, note, checkFile);
	return unreadable;
}
function checkObjects(folder, note, checkFile) {
	for (const entry of entriesOf(folder, note)) if (entry.isDirectory() && entry.name.length === 2) entriesOf(join(folder, entry.name), note);
	const packFolder = join(folder, "pack");
	const packs = entriesOf(packFolder, note).map(({ name }) => name);
	for (const name of packs.filter((each) => /\.(?:pack|idx)$/.test(each))) {
		const path = join(packFolder, name);
		if (name.endsWith(".pack") && !packs.includes(name.replace(/pack$/, "idx"))) note(path);
		else checkFile(path);
	}
}
function objectFolders(own, note) {
	const folders = [own];
	for (const folder of folders) {
		const list = join(folder, "info", "alternates");
		for (const line of linesOf(list, note)) {
			if (line === "" || line.startsWith("#") || line.startsWith("\"")) continue;
			const alternate = resolve(folder, line);
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
		const lines = readRegularFile(path).toString("latin1").split("\n");
		return lines.every((line, index) => REFLOG_LINE.test(line) || line === "" && index === lines.length - 1);
	} catch (error) {
		return isAbsent(error);
	}
}
function linesOf(file, note) {
	try {
		return readRegularFile(file).toString().split("\n");
	} catch (error) {
		if (!isAbsent(error)) note(file);
		return [];
	}
}
function entriesOf(folder, note) {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch (error) {
		if (!isAbsent(error)) note(folder);
		return [];
	}
}
function isReadable(path) {
	try {
		accessSync(path, constants.R_OK);
		return statSync(path).isFile();
	} catch (error) {
		return isAbsent(error);
	}
}
function isThere(path) {
	try {
		accessSync(path);
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
		const progress = new HistoryProgress(options.onProgress);
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
		const { readNewHistory } = await import("./sources-new-history.js");
		const read = await readNewHistory(options, memory.known, emit, coverage, progress);
		if (read !== null) return read;
		memory.forget();
	}
	if (screen !== void 0) {
		const { readPackHistory } = await import("./sources-pack-history.js");
		return readPackHistory(options, screen, emit, coverage, progress);
	}
	await readGitHistory(options, emit, coverage, progress);
	return null;
}
async function scanRefNames({ repository, screen, signal }, emit) {
	const names = new NameScanner(emit, screen);
	const add = (name) => names.add(withoutNamespace(name), () => ({
		kind: "ref",
		name
	}));
	try {
		await listRefNames(repository, add, { signal });
		return null;
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		return reasonOf(error);
	} finally {
		names.flush();
	}
}
function withoutNamespace(name) {
	return name.replace(/^refs\/[^/]*\//, "");
}
export { historySource };
