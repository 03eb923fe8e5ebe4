"use strict";
const require_repository = require("./repository.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
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
	const named = (await Promise.all(NAMES.map((name) => readIds((0, node_path.join)(repository.gitDir, name))))).flat();
	const unique = [...new Set(named)];
	return unique.length === 0 ? [] : keepExisting(repository, unique, options);
}
async function readFetchHead(repository) {
	return readIds((0, node_path.join)(repository.gitDir, "FETCH_HEAD"));
}
async function readMergeHeads(repository) {
	return readIds((0, node_path.join)(repository.gitDir, "MERGE_HEAD"));
}
async function readIds(file) {
	try {
		return (await readRegularFile(file) ?? "").split("\n").flatMap((line) => require_repository.parseObjectId(line.split("	", 1)[0]?.trim() ?? "") ?? []);
	} catch {
		return [];
	}
}
async function readRegularFile(file) {
	const stats = await (0, node_fs_promises.lstat)(file);
	return stats.isFile() && stats.size <= MAX_BYTES ? (0, node_fs_promises.readFile)(file, "latin1") : null;
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
		return (await require_repository.runGit(repository, args, {
			...options,
			input: `${ids.join("\n")}\n`
		})).toString("latin1").split("\n").flatMap((line) => require_repository.parseObjectId(line) ?? []);
	} catch {
		options.signal?.throwIfAborted();
		return [];
	}
}
Object.defineProperty(exports, "listPseudoRefs", {
	enumerable: true,
	get: function() {
		return listPseudoRefs;
	}
});
Object.defineProperty(exports, "readFetchHead", {
	enumerable: true,
	get: function() {
		return readFetchHead;
	}
});
Object.defineProperty(exports, "readMergeHeads", {
	enumerable: true,
	get: function() {
		return readMergeHeads;
	}
});
