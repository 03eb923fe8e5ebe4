import { n as __exportAll } from "./rolldown-runtime.js";
import { d as emptyWhenUnreadable } from "./staged.js";
import { p as textOrNothing } from "./scan.js";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
// src/git/worktrees.ts
var worktrees_exports = __exportAll({ listIndexes: () => listIndexes });
async function listOtherWorktrees(repository) {
	const { commonDir, gitDir } = repository;
	const others = [commonDir, ...(await readdir(join(commonDir, "worktrees")).catch(emptyWhenUnreadable)).map((name) => join(commonDir, "worktrees", name))].filter((folder) => folder !== gitDir);
	return Promise.all(others.map(async (folder) => ({
		folder: folder === commonDir ? mainFolder(commonDir) : await linkedFolder(folder),
		indexFile: join(folder, "index")
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
	return commonDir.endsWith(".git") ? dirname(commonDir) : null;
}
async function linkedFolder(folder) {
	const path = Buffer.from(textOrNothing(join(folder, "gitdir")), "latin1").toString().replace(/\n$/, "");
	return path === "" ? null : dirname(path);
}
export { worktrees_exports as n, listIndexes as t };
