"use strict";
const require_repository = require("./repository.cjs");
const require_pseudo_refs = require("./pseudo-refs.cjs");
// src/git/tips.ts
async function listTips(repository, options = {}) {
	const lists = await Promise.all([
		require_pseudo_refs.listPseudoRefs(repository, options),
		require_repository.runGit(repository, [
			"rev-list",
			"--no-walk=unsorted",
			...[
				"--all",
				"--reflog",
				"--end-of-options"
			]
		], options).then(parseIds),
		require_repository.runGit(repository, ["for-each-ref", "--format=%(objectname)"], options).then(parseIds)
	]);
	return [...new Set(lists.flat())];
}
function parseIds(output) {
	return output.toString("latin1").split("\n").flatMap((line) => require_repository.parseObjectId(line) ?? []);
}
Object.defineProperty(exports, "listTips", {
	enumerable: true,
	get: function() {
		return listTips;
	}
});
