"use strict";
const require_scan = require("./scan.cjs");
const require_staged = require("./staged.cjs");
// src/git/tips.ts
async function listTips(repository, options = {}) {
	const lists = await Promise.all([
		require_staged.listPseudoRefs(repository, options),
		listTipCommits(repository, options),
		listRefTargets(repository, options)
	]);
	return [...new Set(lists.flat())];
}
async function listTipCommits(repository, options = {}) {
	return parseIds(await require_scan.runGit(repository, [
		"rev-list",
		"--no-walk=unsorted",
		"--all",
		"--reflog",
		"--end-of-options"
	], options));
}
async function listRefTargets(repository, options = {}) {
	return parseIds(await require_scan.runGit(repository, ["for-each-ref", "--format=%(objectname)"], options));
}
function parseIds(output) {
	return output.toString("latin1").split("\n").flatMap((line) => require_scan.parseObjectId(line) ?? []);
}
Object.defineProperty(exports, "listRefTargets", {
	enumerable: true,
	get: function() {
		return listRefTargets;
	}
});
Object.defineProperty(exports, "listTipCommits", {
	enumerable: true,
	get: function() {
		return listTipCommits;
	}
});
Object.defineProperty(exports, "listTips", {
	enumerable: true,
	get: function() {
		return listTips;
	}
});
