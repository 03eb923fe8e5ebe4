import { t as parseObjectId } from "./object-id.js";
import { a as runGit } from "./split-stream.js";
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
// src/git/pseudo-refs.ts
const NAMES = [
	"FETCH_HEAD",
	"ORIG_HEAD",
	"MERGE_HEAD",
	"CHERRY_PICK_HEAD",
	"REVERT_HEAD",
	"REBASE_HEAD"
];
const MAX_BYTES = 8388608;
async function listPseudoRefs(repository, options = {}) {
	const named = (await Promise.all(NAMES.map((name) => readIds(join(repository.gitDir, name))))).flat();
	const unique = [...new Set(named)];
	return unique.length === 0 ? [] : keepExisting(repository, unique, options);
}
async function readFetchHead(repository) {
	return readIds(join(repository.gitDir, "FETCH_HEAD"));
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
export { readFetchHead as n, readMergeHeads as r, listPseudoRefs as t };
