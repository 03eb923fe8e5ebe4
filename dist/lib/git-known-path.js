import { h as listIndexEntries } from "./staged.js";
import { s as startGit } from "./scan.js";
// src/git/known-path.ts
async function isKnownPath(repository, path, options) {
	if ((await listIndexEntries(repository, {
		...options,
		paths: [path]
	}).catch(() => [])).length > 0) return true;
	const git = startGit(repository, [...[
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
export { isKnownPath };
