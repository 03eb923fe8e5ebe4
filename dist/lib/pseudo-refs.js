import { t as parseObjectId } from "./object-id.js";
import { r as runGit } from "./process.js";
import { join } from "node:path";
import { lstat, readFile, readdir } from "node:fs/promises";
// src/git/pseudo-refs.ts
const PSEUDO_REF_FILES = [
	"FETCH_HEAD",
	"ORIG_HEAD",
	"MERGE_HEAD",
	"CHERRY_PICK_HEAD",
	"REVERT_HEAD",
	"REBASE_HEAD",
	"BISECT_HEAD",
	"MERGE_AUTOSTASH",
	"rebase-merge/autostash",
	"rebase-apply/autostash"
];
const MAX_BYTES = 8388608;
async function listPseudoRefs(repository, options = {}) {
	const folders = await listGitFolders(repository);
	const files = folders.flatMap((folder) => PSEUDO_REF_FILES.map((name) => join(folder, name)));
	files.push(...(await Promise.all(folders.map((folder) => filesBelow(join(folder, "refs"))))).slice(1).flat());
	const unique = [...new Set((await Promise.all(files.map(readIds))).flat())];
	return unique.length === 0 ? [] : keepExisting(repository, unique, options);
}
async function readPseudoRefs(repository) {
	return (await Promise.all(PSEUDO_REF_FILES.filter((name) => !name.includes("/")).map(async (name) => {
		return (await readIds(join(repository.gitDir, name))).map((target) => ({
			name,
			target
		}));
	}))).flat();
}
async function readFetchHead(repository) {
	const folders = await listGitFolders(repository);
	return (await Promise.all(folders.map((folder) => readIds(join(folder, "FETCH_HEAD"))))).flat();
}
async function listGitFolders({ commonDir }) {
	return [commonDir, ...(await readdir(join(commonDir, "worktrees")).catch(() => [])).map((name) => join(commonDir, "worktrees", name))];
}
async function filesBelow(folder) {
	return (await readdir(folder, {
		withFileTypes: true,
		recursive: true
	}).catch(() => [])).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
async function readMergeHeads(repository) {
	return readIds(join(repository.gitDir, "MERGE_HEAD"));
}
async function readIds(file) {
	try {
		return (await readRegularFile(file) ?? "").split("\n").flatMap((line) => parseObjectId(line.split("	", 1)[0]?.trim() ?? "") ?? []);
	} catch {
		return [];
	}
}
async function readRegularFile(file) {
	const stats = await lstat(file);
	return stats.isFile() && stats.size <= MAX_BYTES ? readFile(file, "latin1") : null;
}
async function keepExisting(repository, ids, options) {
	const args = [
		"rev-list",
		"--no-walk=unsorted",
		"--ignore-missing",
		"--missing=allow-any",
		"--stdin"
	];
	try {
		return (await runGit(repository, args, {
			...options,
			input: `${ids.join("\n")}\n`
		})).toString("latin1").split("\n").flatMap((line) => parseObjectId(line) ?? []);
	} catch {
		options.signal?.throwIfAborted();
		return [];
	}
}
export { readPseudoRefs as a, readMergeHeads as i, listPseudoRefs as n, readFetchHead as r, PSEUDO_REF_FILES as t };
