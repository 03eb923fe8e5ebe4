"use strict";
const require_index_entries = require("./index-entries.cjs");
const require_repository = require("./repository.cjs");
// src/git/known-path.ts
async function isKnownPath(repository, path, options) {
	if ((await require_index_entries.listIndexEntries(repository, {
		...options,
		paths: [path]
	}).catch(() => [])).length > 0) return true;
	const git = require_repository.startGit(repository, [...[
		"rev-list",
		"--all",
		"--reflog",
		"--max-count=1",
		"--full-history",
		"--end-of-options",
		"--"
	], path], options);
	git.stdin.end();
	let isFound = false;
	for await (const chunk of git.stdout) isFound ||= chunk.length > 0;
	return (await git.exit).code !== 0 || isFound;
}
exports.isKnownPath = isKnownPath;
