import { o as runGit, u as parseObjectId } from "./scan.js";
import { c as listPseudoRefs } from "./staged.js";
// src/git/tips.ts
async function listTips(repository, options = {}) {
	const lists = await Promise.all([
		listPseudoRefs(repository, options),
		listTipCommits(repository, options),
		listRefTargets(repository, options)
	]);
	return [...new Set(lists.flat())];
}
async function listTipCommits(repository, options = {}) {
	return parseIds(await runGit(repository, [
		"rev-list",
		"--no-walk=unsorted",
		"--all",
		"--reflog",
		"--end-of-options"
	], options));
}
async function listRefTargets(repository, options = {}) {
	return parseIds(await runGit(repository, ["for-each-ref", "--format=%(objectname)"], options));
}
function parseIds(output) {
	return output.toString("latin1").split("\n").flatMap((line) => parseObjectId(line) ?? []);
}
export { listTipCommits as n, listTips as r, listRefTargets as t };
