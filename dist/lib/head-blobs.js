import { t as parseObjectId } from "./object-id.js";
import { n as splitStream, o as startGit } from "./split-stream.js";
// src/git/head-blobs.ts
async function listHeadBlobs(repository, options = {}) {
	const blobs = new Set();
	if (repository.head === null) return blobs;
	const git = startGit(repository, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		repository.head
	], options);
	git.stdin.end();
	await splitStream(git.stdout, 0, (part) => {
		const [, type, oid = ""] = Buffer.from(part).toString("latin1", 0, 100).split(/[ \t]/, 3);
		const parsed = type === "blob" ? parseObjectId(oid) : null;
		if (parsed) blobs.add(parsed);
	});
	await git.exit;
	return blobs;
}
export { listHeadBlobs as t };
