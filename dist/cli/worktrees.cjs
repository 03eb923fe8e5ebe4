"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_staged = require("./staged.cjs");
const require_scan = require("./scan.cjs");
let node_fs_promises = require("node:fs/promises");
let node_path = require("node:path");
// src/git/worktrees.ts
var worktrees_exports = require_rolldown_runtime.__exportAll({ listIndexes: () => listIndexes });
async function listOtherWorktrees(repository) {
	const { commonDir, gitDir } = repository;
	const others = [commonDir, ...(await (0, node_fs_promises.readdir)((0, node_path.join)(commonDir, "worktrees")).catch(require_staged.emptyWhenUnreadable)).map((name) => (0, node_path.join)(commonDir, "worktrees", name))].filter((folder) => folder !== gitDir);
	return Promise.all(others.map(async (folder) => ({
		folder: folder === commonDir ? mainFolder(commonDir) : await linkedFolder(folder),
		indexFile: (0, node_path.join)(folder, "index")
	})));
}
async function listIndexes(repository) {
	const others = await listOtherWorktrees(repository);
	return [...repository.workTree === null ? [] : [{
		place: repository,
		worktree: void 0
	}], ...others.map(({ folder, indexFile }) => ({
		place: {
			...repository,
			indexFile
		},
		worktree: folder ?? ""
	}))];
}
function mainFolder(commonDir) {
	return commonDir.endsWith(".git") ? (0, node_path.dirname)(commonDir) : null;
}
async function linkedFolder(folder) {
	const path = Buffer.from(require_scan.textOrNothing((0, node_path.join)(folder, "gitdir")), "latin1").toString().replace(/\n$/, "");
	return path === "" ? null : (0, node_path.dirname)(path);
}
Object.defineProperty(exports, "listIndexes", {
	enumerable: true,
	get: function() {
		return listIndexes;
	}
});
Object.defineProperty(exports, "worktrees_exports", {
	enumerable: true,
	get: function() {
		return worktrees_exports;
	}
});
