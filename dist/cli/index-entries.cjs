"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_repository = require("./repository.cjs");
const require_path_name = require("./path-name.cjs");
const require_split_stream = require("./split-stream.cjs");
// src/git/index-entries.ts
var index_entries_exports = require_rolldown_runtime.__exportAll({ listIndexEntries: () => listIndexEntries });
async function listIndexEntries(repository, options = {}) {
	const args = [
		"ls-files",
		"--stage",
		"--full-name",
		"-z",
		"--",
		...options.paths ?? []
	];
	const git = require_repository.startGit(repository, args, options);
	git.stdin.end();
	const entries = [];
	await require_split_stream.splitStream(git.stdout, 0, (part) => {
		const entry = parseIndexEntry(part);
		if (entry !== null) entries.push(entry);
	});
	require_repository.expectSuccess(repository, args, await git.exit);
	return entries;
}
function parseIndexEntry(part) {
	const tab = part.indexOf("	");
	const [mode = "", id = "", stage = ""] = part.toString("latin1", 0, Math.max(tab, 0)).split(" ");
	const oid = require_repository.parseObjectId(id);
	if (oid === null) return null;
	const pathBytes = Buffer.from(part.subarray(tab + 1));
	return {
		kind: kindOfMode(mode),
		oid,
		stage: Number(stage),
		path: require_path_name.decodePath(pathBytes),
		pathBytes
	};
}
function kindOfMode(mode) {
	if (mode === "160000") return "submodule";
	return mode === "120000" ? "symbolic-link" : "file";
}
Object.defineProperty(exports, "index_entries_exports", {
	enumerable: true,
	get: function() {
		return index_entries_exports;
	}
});
Object.defineProperty(exports, "kindOfMode", {
	enumerable: true,
	get: function() {
		return kindOfMode;
	}
});
Object.defineProperty(exports, "listIndexEntries", {
	enumerable: true,
	get: function() {
		return listIndexEntries;
	}
});
