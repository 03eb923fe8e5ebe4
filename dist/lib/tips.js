import { o as runGit, u as parseObjectId } from "./scan.js";
import { c as listPseudoRefs } from "./staged.js";
// src/git/tips.ts
async function listTips(repository, options = {}) {
	const lists = await Promise.all([
		listPseudoRefs(repository, options),
		runGit(repository, [
			"rev-list",
			"--no-walk=unsorted",
			...[
				"--all",
				"--reflog",
				"--end-of-options"
			]
		], options).then(parseIds),
		runGit(repository, ["for-each-ref", "--format=%(objectname)"], options).then(parseIds)
	]);
	return [...new Set(lists.flat())];
}
function parseIds(output) {
	return output.toString("latin1").split("\n").flatMap((line) => parseObjectId(line) ?? []);
}
export { listTips as t };
