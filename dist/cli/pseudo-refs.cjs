"use strict";
const require_repository = require("./repository.cjs");
let node_fs_promises = require("node:fs/promises");
let node_path = require("node:path");
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
	const files = folders.flatMap((folder) => PSEUDO_REF_FILES.map((name) => (0, node_path.join)(folder, name)));
	files.push(...(await Promise.all(folders.map((folder) => filesBelow((0, node_path.join)(folder, "refs"))))).slice(1).flat());
	const unique = [...new Set((await Promise.all(files.map(readIds))).flat())];
	return unique.length === 0 ? [] : keepExisting(repository, unique, options);
}
async function readPseudoRefs(repository) {
	return (await Promise.all(PSEUDO_REF_FILES.filter((name) => !name.includes("/")).map(async (name) => {
		return (await readIds((0, node_path.join)(repository.gitDir, name))).map((target) => ({
			name,
			target
		}));
	}))).flat();
}
async function readFetchHead(repository) {
	const folders = await listGitFolders(repository);
	return (await Promise.all(folders.map((folder) => readIds((0, node_path.join)(folder, "FETCH_HEAD"))))).flat();
}
async function listGitFolders({ commonDir }) {
	return [commonDir, ...(await (0, node_fs_promises.readdir)((0, node_path.join)(commonDir, "worktrees")).catch(() => [])).map((name) => (0, node_path.join)(commonDir, "worktrees", name))];
}
async function filesBelow(folder) {
	return (await (0, node_fs_promises.readdir)(folder, {
		withFileTypes: true,
		recursive: true
	}).catch(() => [])).filter((entry) => entry.isFile()).map((entry) => (0, node_path.join)(entry.parentPath, entry.name));
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
Object.defineProperty(exports, "PSEUDO_REF_FILES", {
	enumerable: true,
	get: function() {
		return PSEUDO_REF_FILES;
	}
});
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
Object.defineProperty(exports, "readPseudoRefs", {
	enumerable: true,
	get: function() {
		return readPseudoRefs;
	}
});
