import { t as CommitGraph } from "./commit-graph.js";
import { r as readObjectHeaders, t as readShallowCommits } from "./shallow.js";
import { i as hashLengthOf, s as startGit, u as parseObjectId } from "./scan.js";
import { t as listStoredObjects, u as walkInput } from "./stored-objects.js";
import { s as splitStream } from "./scan-roots.js";
import { t as listTips } from "./tips.js";
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
	const graph = new CommitGraph(2 * hashLengthOf(repository));
	const stored = options.allObjects === true ? await listStoredCommits(repository, options) : [];
	if (await addWalked(repository, walkInput([...tips, ...stored], []), graph, options)) return {
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
	const git = startGit(repository, [
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
	await splitStream(git.stdout, 10, (line) => addLine(graph, line));
	return (await git.exit).code === 0;
}
async function walkNewCommits(repository, tips, known, graph, options) {
	const [all, walked] = await Promise.all([options.listedTips ?? listTips(repository, options), addWalked(repository, walkInput(tips, known), graph, options)]);
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
	const hexLength = 2 * hashLengthOf(repository);
	const commits = new Set();
	await listStoredObjects(repository, {
		object(line, type) {
			const oid = type === "commit" ? parseObjectId(line.toString("latin1", 0, hexLength)) : null;
			if (oid !== null) commits.add(oid);
		},
		corrupt: () => {},
		broken: () => {}
	}, options);
	return [...commits];
}
async function readCommits(repository, commits, graph, options) {
	const cut = await readShallowCommits(repository);
	const onHeader = (oid, header) => addCommit(graph, oid, header, cut.has(oid));
	await readObjectHeaders(repository, commits, onHeader, options);
}
function addCommit(graph, oid, header, isCut) {
	const parents = isCut ? [] : [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id = ""]) => id);
	const seconds = /^committer .*> (-?\d{1,15}) /m.exec(header)?.[1] ?? "0";
	graph.add([oid, ...parents].map((id) => Buffer.from(id, "latin1")), Number(seconds));
}
export { walkCommits as t };
