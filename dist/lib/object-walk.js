import { o as startGit } from "./scan.js";
// src/git/object-walk.ts
function startObjectWalk(repository, tips, options) {
	return startWalk(repository, [
		"--all",
		"--reflog",
		"--indexed-objects"
	], walkInput(tips, []), options);
}
function startWalkOfNew(repository, tips, known, options) {
	return startWalk(repository, ["--all", "--reflog"], walkInput(tips, known), options);
}
function startWalk(repository, roots, input, options) {
	const args = [
		"rev-list",
		"--objects",
		"--missing=print",
		...roots,
		"--stdin",
		"--end-of-options"
	];
	const git = startGit(repository, [...SMALL_WINDOWS, ...args], options);
	git.stdin.end(input);
	return git;
}
function walkInput(tips, known) {
	return [...tips.map((oid) => `${oid}\n`), ...known.map((oid) => `^${oid}\n`)].join("");
}
const SMALL_WINDOWS = [
	"-c",
	"core.packedGitWindowSize=8m",
	"-c",
	"core.packedGitLimit=32m"
];
export { startWalkOfNew as n, walkInput as r, startObjectWalk as t };
