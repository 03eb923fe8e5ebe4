import { n as __exportAll } from "./rolldown-runtime.js";
import { t as parseObjectId } from "./object-id.js";
import { t as decodePath } from "./path-name.js";
import { i as startGit, t as expectSuccess } from "./process.js";
import { n as splitStream } from "./split-stream.js";
// src/git/index-entries.ts
var index_entries_exports = __exportAll({ listIndexEntries: () => listIndexEntries });
async function listIndexEntries(repository, options = {}) {
	const args = [
		"ls-files",
		"--stage",
		"--full-name",
		"-z",
		"--",
		...options.paths ?? []
	];
	const git = startGit(repository, args, options);
	git.stdin.end();
	const entries = [];
	await splitStream(git.stdout, 0, (part) => {
		const entry = parseIndexEntry(part);
		if (entry !== null) entries.push(entry);
	});
	expectSuccess(repository, args, await git.exit);
	return entries;
}
function parseIndexEntry(part) {
	const tab = part.indexOf("	");
	const [mode = "", id = "", stage = ""] = part.toString("latin1", 0, Math.max(tab, 0)).split(" ");
	const oid = parseObjectId(id);
	if (oid === null) return null;
	const pathBytes = Buffer.from(part.subarray(tab + 1));
	return {
		kind: kindOfMode(mode),
		oid,
		stage: Number(stage),
		path: decodePath(pathBytes),
		pathBytes
	};
}
function kindOfMode(mode) {
	if (mode === "160000") return "submodule";
	return mode === "120000" ? "symbolic-link" : "file";
}
export { kindOfMode as n, listIndexEntries as r, index_entries_exports as t };
