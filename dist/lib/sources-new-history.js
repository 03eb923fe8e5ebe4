import { g as nullWithoutGit, i as hashLengthOf, o as runGit, u as parseObjectId } from "./scan.js";
import { r as listIndexedBlobs, t as WalkedLines } from "./walked-lines.js";
import { l as startWalkOfNew, u as walkInput } from "./stored-objects.js";
import { c as decodePath } from "./scan-roots.js";
import { r as listTips } from "./tips.js";
import { a as TreeNames, i as readListedObjects } from "./history-progress.js";
// src/sources/new-history.ts
async function readNewHistory(options, known, emit, coverage, progress) {
	const { repository, screen, signal } = options;
	const asked = await nullWithoutGit(signal, () => Promise.all([
		listTips(repository, { signal }),
		listIndexedBlobs(repository, { signal }),
		stillHolds(options, known)
	]));
	if (asked === null) return null;
	const [tips, indexed, holds] = asked;
	const news = holds ? await listNewObjects(options, tips, indexed, known) : null;
	if (news === null || news.missing.length > 0 && !repository.partialClone) return null;
	const before = {
		objects: coverage.objects.scanned,
		commits: coverage.commits
	};
	const suspects = known.suspects.filter(({ oid }) => !news.objects.has(oid));
	const unread = known.objects - suspects.length;
	coverage.objects.fromCache += unread;
	const missing = [...known.missing, ...news.missing];
	for (const oid of missing) coverage.skip("missing-object", oid);
	progress.setTotal(suspects.length + news.objects.size);
	const names = new TreeNames(repository, emit, screen);
	const listed = [[...suspects, ...news.objects.values()]];
	await readListedObjects(repository, listed, emit, names, coverage, progress, signal);
	const commits = await countCommits(options, tips, known, news);
	coverage.commits = before.commits + commits;
	return {
		tips,
		objects: unread + coverage.objects.scanned - before.objects,
		commits,
		missing
	};
}
async function stillHolds({ repository, signal }, known) {
	const suspects = known.suspects.map(({ oid }) => oid);
	if (suspects.length + known.missing.length === 0) return true;
	const args = [
		"rev-list",
		"--no-walk=unsorted",
		"--objects",
		"--filter=tree:0"
	];
	const lenient = [
		"--ignore-missing",
		"--missing=allow-any",
		"--stdin",
		"--end-of-options"
	];
	const input = [...suspects, ...known.missing].map((oid) => `${oid}\n`).join("");
	const lines = (await runGit(repository, [...args, ...lenient], {
		signal,
		input
	})).toString("latin1").split("\n");
	const there = new Set(lines.map((line) => line.split(" ", 1)[0] ?? ""));
	return suspects.every((oid) => there.has(oid)) && !known.missing.some((oid) => there.has(oid));
}
async function countCommits({ repository, signal }, tips, known, { objects }) {
	const now = new Set(tips);
	if (objects.size === 0 && known.tips.every((oid) => now.has(oid))) return known.commits;
	const roots = [
		"--all",
		"--reflog",
		"--stdin",
		"--end-of-options"
	];
	const input = walkInput(tips, []);
	const output = await runGit(repository, [
		"rev-list",
		"--count",
		...roots
	], {
		signal,
		input
	});
	return Number(output.toString("latin1"));
}
async function listNewObjects({ repository, signal }, tips, indexed, known) {
	const objects = new Map();
	const missing = new Set();
	const before = new Set(known.missing);
	const lines = new WalkedLines(hashLengthOf(repository), {
		object(id, line, pathStart, lineEnd) {
			const oid = Buffer.from(id).toString("hex");
			const path = pathStart < lineEnd ? decodePath(line.subarray(pathStart, lineEnd)) : indexed.get(oid);
			objects.set(oid, {
				oid,
				type: "blob",
				path: path ?? null
			});
		},
		missing(hex) {
			const oid = parseObjectId(hex);
			if (oid !== null && !before.has(oid)) missing.add(oid);
		}
	});
	const walk = startWalkOfNew(repository, [...tips, ...indexed.keys()], known.tips, { signal });
	try {
		for await (const chunk of walk.stdout) lines.push(chunk);
	} finally {
		walk.kill();
	}
	if ((await walk.exit).code !== 0) return null;
	return {
		objects,
		missing: [...missing]
	};
}
export { readNewHistory };
