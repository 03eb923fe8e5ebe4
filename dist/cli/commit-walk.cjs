"use strict";
const require_commit_graph = require("./commit-graph.cjs");
const require_shallow = require("./shallow.cjs");
const require_scan = require("./scan.cjs");
const require_stored_objects = require("./stored-objects.cjs");
const require_scan_roots = require("./scan-roots.cjs");
const require_tips = require("./tips.cjs");
// src/git/commit-walk.ts
async function walkCommits(repository, tips, options = {}) {
	if (options.known?.makeGraph != null) {
		const { tips: old, makeGraph } = options.known;
		const graph = await walkNewCommits(repository, tips, old, makeGraph(), options);
		if (graph !== null) return {
			graph,
			complete: true
		};
	}
	const graph = new require_commit_graph.CommitGraph(2 * require_scan.hashLengthOf(repository));
	const stored = options.allObjects === true ? await listStoredCommits(repository, options) : [];
	if (await addWalked(repository, require_stored_objects.walkInput([...tips, ...stored], []), graph, options)) return {
		graph,
		complete: true
	};
	options.signal?.throwIfAborted();
	await readCommits(repository, stored.length > 0 ? stored : await listStoredCommits(repository, options), graph, options);
	return {
		graph,
		complete: false
	};
}
async function addWalked(repository, input, graph, options) {
	const git = require_scan.startGit(repository, [
		"rev-list",
		"--parents",
		"--timestamp",
		...[
			"--all",
			"--reflog",
			"--stdin",
			"--end-of-options"
		]
	], options);
	git.stdin.end(input);
	await require_scan_roots.splitStream(git.stdout, 10, (line) => addLine(graph, line));
	return (await git.exit).code === 0;
}
async function walkNewCommits(repository, tips, known, graph, options) {
	const [all, walked] = await Promise.all([options.listedTips ?? require_tips.listTips(repository, options), addWalked(repository, require_stored_objects.walkInput(tips, known), graph, options)]);
	if (!walked || graph.missing().length > 0) return null;
	const reached = graph.ancestors(all.flatMap((oid) => graph.find(oid) ?? []));
	return reached.every((mark) => mark === 1) ? graph : graph.only(reached);
}
const SPACE = 32;
function addLine(graph, line) {
	const words = [];
	let start = 0;
	for (let end = line.indexOf(SPACE); end !== -1; end = line.indexOf(SPACE, start)) {
		words.push(line.subarray(start, end));
		start = end + 1;
	}
	words.push(line.subarray(start));
	const [seconds, ...ids] = words;
	if (seconds !== void 0) graph.add(ids, Number(seconds.toString("latin1")));
}
async function listStoredCommits(repository, options) {
	const hexLength = 2 * require_scan.hashLengthOf(repository);
	const commits = new Set();
	await require_stored_objects.listStoredObjects(repository, {
		object(line, type) {
			const oid = type === "commit" ? require_scan.parseObjectId(line.toString("latin1", 0, hexLength)) : null;
			if (oid !== null) commits.add(oid);
		},
		corrupt: () => {},
		broken: () => {}
	}, options);
	return [...commits];
}
async function readCommits(repository, commits, graph, options) {
	const cut = await require_shallow.readShallowCommits(repository);
	const onHeader = (oid, header) => addCommit(graph, oid, header, cut.has(oid));
	await require_shallow.readObjectHeaders(repository, commits, onHeader, options);
}
function addCommit(graph, oid, header, isCut) {
	const parents = isCut ? [] : [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id = ""]) => id);
	const seconds = /^committer .*> (-?\d{1,15}) /m.exec(header)?.[1] ?? "0";
	graph.add([oid, ...parents].map((id) => Buffer.from(id, "latin1")), Number(seconds));
}
Object.defineProperty(exports, "walkCommits", {
	enumerable: true,
	get: function() {
		return walkCommits;
	}
});
