"use strict";
const require_commit_graph = require("./commit-graph.cjs");
const require_taggers = require("./taggers.cjs");
const require_scan = require("./scan.cjs");
const require_stored_objects = require("./stored-objects.cjs");
const require_scan_roots = require("./scan-roots.cjs");
const require_tips = require("./tips.cjs");
const require_raw_log = require("./raw-log.cjs");
const require_history = require("./history.cjs");
const require_staged = require("./staged.cjs");
const require_refs = require("./refs.cjs");
let node_os = require("node:os");
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
	const cut = await require_taggers.readShallowCommits(repository);
	const onHeader = (oid, header) => addCommit(graph, oid, header, cut.has(oid));
	await require_taggers.readObjectHeaders(repository, commits, onHeader, options);
}
function addCommit(graph, oid, header, isCut) {
	const parents = isCut ? [] : [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id = ""]) => id);
	const seconds = /^committer .*> (-?\d{1,15}) /m.exec(header)?.[1] ?? "0";
	graph.add([oid, ...parents].map((id) => Buffer.from(id, "latin1")), Number(seconds));
}
// src/git/content-changes.ts
const MOST_PROCESSES = 4;
const MOST_RESTARTS = 200;
async function findContentChanges(repository, graph, commits, wanted, onChange, options = {}) {
	const count = Math.min((0, node_os.availableParallelism)(), MOST_PROCESSES, Math.ceil(commits.length / 500));
	const size = Math.ceil(commits.length / Math.max(1, count));
	let done = 0;
	const report = () => {
		done += 1;
		if (done % COMMITS_PER_PROGRESS === 0) options.onProgress?.(done);
	};
	const parts = Array.from({ length: count }, (_, index) => commits.slice(index * size, (index + 1) * size));
	return (await Promise.all(parts.map((part) => comparePart(repository, graph, part, wanted, onChange, {
		...options,
		report
	})))).flat();
}
const COMMITS_PER_PROGRESS = 1024;
async function comparePart(repository, graph, commits, wanted, onChange, options) {
	const unreadable = [];
	let left = commits;
	let filters = filterArguments(wanted);
	for (let restarts = 0; left.length > 0; restarts += 1) {
		if (restarts > MOST_RESTARTS) return [...unreadable, ...left];
		const read = await compareUntilBreak(repository, graph, left, wanted, filters, onChange, options);
		const [broken, ...rest] = left.slice(read);
		const isFilterToBlame = repository.partialClone && filters.length > 0 && broken !== void 0;
		if (isFilterToBlame) filters = [];
		else if (broken !== void 0) unreadable.push(broken);
		left = isFilterToBlame ? left.slice(read) : rest;
	}
	return unreadable;
}
const ARGUMENTS = [
	"diff-tree",
	"--stdin",
	"--always",
	"-r",
	"-c",
	"--root",
	"-z",
	"--raw",
	"--no-abbrev",
	"--no-renames",
	"--no-relative",
	"--no-ext-diff",
	"--no-textconv",
	"--ignore-submodules=all",
	"-O/dev/null"
];
async function compareUntilBreak(repository, graph, commits, wanted, filters, onChange, options) {
	const git = require_scan.startGit(repository, [...ARGUMENTS, ...filters], options);
	const asked = ask(git, graph, commits);
	asked.catch(() => {});
	let named = 0;
	let change = null;
	try {
		await require_scan_roots.splitStream(git.stdout, 0, (part) => {
			if (change !== null) {
				const commit = commits[named - 1];
				if (commit !== void 0 && isWanted(change, wanted)) onChange({
					commit,
					...change,
					pathBytes: part
				});
				change = null;
			} else if (part[0] === COLON) change = require_raw_log.parseRawChange(part.toString("latin1"));
			else {
				named += 1;
				options.report();
			}
		});
	} finally {
		git.kill();
	}
	await asked;
	const { code } = await git.exit;
	if (code === 0) return commits.length;
	return code === null ? Math.max(0, named - 1) : named;
}
const COLON = 58;
async function ask(git, graph, commits) {
	try {
		for (let start = 0; start < commits.length; start += BLOCK_SIZE) {
			const ids = commits.slice(start, start + BLOCK_SIZE).map((place) => `${graph.idAt(place)}\n`).join("");
			if (!await require_scan.writeTo(git, Buffer.from(ids, "latin1"))) return;
		}
	} finally {
		git.stdin.end();
	}
}
const BLOCK_SIZE = 1024;
function isWanted({ before, after }, wanted) {
	return wanted.has(after) || before.some((oid) => wanted.has(oid));
}
const MOST_ARGUMENT_BYTES = process.platform === "win32" ? 16e3 : 1e5;
function filterArguments(wanted) {
	const filters = [...wanted].map((oid) => `--find-object=${oid}`);
	return filters.reduce((sum, filter) => sum + filter.length + 1, 0) <= MOST_ARGUMENT_BYTES ? filters : [];
}
// src/git/tree-paths.ts
async function findInTree(repository, tree, wanted, options = {}) {
	const paths = new Map();
	if (tree === null || wanted.size === 0) return {
		paths,
		complete: true
	};
	const git = require_scan.startGit(repository, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		tree
	], options);
	git.stdin.end();
	await require_scan_roots.splitStream(git.stdout, 0, (part) => {
		const tab = part.indexOf("	");
		const oid = part.toString("latin1", part.lastIndexOf(" ", tab) + 1, tab);
		if (!wanted.has(oid)) return;
		const known = paths.get(oid) ?? new Set();
		paths.set(oid, known.add(require_staged.decodePath(part.subarray(tab + 1))));
	});
	return {
		paths,
		complete: (await git.exit).code === 0
	};
}
// src/git/ref-objects.ts
const MOST_TREES = 100;
async function traceThroughRefs(repository, history, objects, options = {}) {
	const traces = new Map();
	const tags = new Set(objects.flatMap(({ oid, type }) => type === "tag" ? [oid] : []));
	for (const [oid, refs] of await refsOfInnerTags(repository, history.refs, tags, options)) traces.set(oid, [{
		path: null,
		...NO_COMMIT,
		refs
	}]);
	const blobs = new Set(objects.flatMap(({ oid, type }) => type === "blob" ? [oid] : []));
	if (blobs.size === 0) return traces;
	for (const ref of await refsToTrees(repository, history, options)) {
		const { paths } = await findInTree(repository, ref.peeled, blobs, options);
		for (const [oid, found] of paths) {
			const own = traces.get(oid) ?? [];
			traces.set(oid, own);
			for (const path of found) own.push({
				path,
				...NO_COMMIT,
				refs: [ref]
			});
		}
	}
	return traces;
}
const NO_COMMIT = {
	introducedBy: [],
	removedBy: [],
	inHead: null
};
async function refsOfInnerTags(repository, refs, wanted, options) {
	const found = new Map();
	if (wanted.size === 0) return found;
	const seen = new Set();
	let at = refs.filter(({ target, peeled }) => target !== peeled).map((ref) => ({
		ref,
		tag: ref.target
	}));
	while (at.length > 0) {
		const taggers = await require_taggers.readTaggers(repository, [...new Set(at.map(({ tag }) => tag))], options);
		at = at.flatMap(({ ref, tag }) => {
			const inner = taggers.get(tag)?.tag;
			if (inner == null) return [];
			if (wanted.has(inner)) found.set(inner, [...found.get(inner) ?? [], ref]);
			const isNew = !seen.has(inner);
			seen.add(inner);
			return isNew ? [{
				ref,
				tag: inner
			}] : [];
		});
	}
	return found;
}
async function refsToTrees(repository, history, options) {
	const others = history.refs.filter(({ peeled }) => peeled !== null && history.graph.find(peeled) === null);
	if (others.length === 0) return [];
	const input = others.map(({ peeled }) => `${peeled}\n`).join("");
	const types = (await require_scan.runGit(repository, [
		"cat-file",
		"--batch-check=%(objecttype)",
		"--buffer"
	], {
		...options,
		input
	})).toString("latin1").split("\n");
	return others.filter((_, index) => types[index] === "tree").slice(0, MOST_TREES);
}
// src/git/provenance.ts
async function traceObjects(repository, objects, options = {}) {
	const blobs = new Set(objects.filter(({ type }) => type === "blob").map(({ oid }) => oid));
	const tips = await require_staged.listPseudoRefs(repository, options);
	const [refs, head, { graph, complete }] = await Promise.all([
		require_refs.listRefs(repository, options),
		findInTree(repository, repository.head, blobs, options),
		walkCommits(repository, tips, options)
	]);
	const paths = new PathTraces();
	const changes = [];
	const take = (change) => {
		const { commit, before, after, pathBytes } = change;
		if (blobs.has(after)) paths.of(after, pathBytes).introducedBy.push(commit);
		for (const oid of new Set(before)) if (oid !== after && blobs.has(oid)) paths.of(oid, pathBytes).removedBy.push(commit);
		changes.push({
			commit: graph.idAt(commit),
			before,
			after,
			pathBytes: Buffer.from(pathBytes)
		});
	};
	const isCompared = options.known == null ? null : takeKnownChanges(options.known, graph, blobs, take);
	const open = graph.added().filter((place) => isCompared?.[place] !== 1);
	const commits = blobs.size === 0 ? [] : await findContentChanges(repository, graph, open, blobs, take, options);
	const history = new require_history.History(graph, refs, repository.head, {
		commits,
		isBroken: !complete
	});
	const traces = new Map();
	for (const { oid, type } of objects) {
		const found = type === "blob" ? paths.traces(oid, head, history) : [];
		const own = traceItself(oid, type, history);
		const all = found.length === 0 && own !== null ? [own] : found;
		if (all.length > 0) traces.set(oid, all);
	}
	const unexplained = objects.filter(({ oid }) => !traces.has(oid));
	if (unexplained.length > 0) for (const [oid, found] of await traceThroughRefs(repository, history, unexplained, options)) traces.set(oid, found);
	return {
		history,
		traces,
		changes
	};
}
function takeKnownChanges(known, graph, wanted, take) {
	for (const { commit, before, after, pathBytes } of known.changes) {
		const place = graph.find(commit);
		if (place === null || !(wanted.has(after) || before.some((oid) => wanted.has(oid)))) continue;
		take({
			commit: place,
			before,
			after,
			pathBytes
		});
	}
	return graph.ancestors(known.tips.flatMap((oid) => graph.find(oid) ?? []));
}
function traceItself(oid, type, history) {
	const refs = history.refsAt(oid);
	if (type !== "commit") return refs.length === 0 ? null : {
		path: null,
		introducedBy: [],
		removedBy: [],
		refs,
		inHead: null
	};
	const place = history.graph.find(oid);
	if (place === null) return null;
	return {
		path: null,
		introducedBy: [place],
		removedBy: [],
		refs: [],
		inHead: history.isInHead(place)
	};
}
var PathTraces = class {
	#byObject = new Map();
	of(oid, pathBytes) {
		const paths = this.#byObject.get(oid) ?? new Map();
		this.#byObject.set(oid, paths);
		const path = require_staged.decodePath(pathBytes);
		const trace = paths.get(path) ?? {
			introducedBy: [],
			removedBy: []
		};
		paths.set(path, trace);
		return trace;
	}
	traces(oid, head, { graph, head: headCommit }) {
		const inHead = head.paths.get(oid) ?? new Set();
		const known = this.#byObject.get(oid) ?? new Map();
		return [...new Set([...known.keys(), ...inHead])].sort().map((path) => {
			const { introducedBy = [], removedBy = [] } = known.get(path) ?? {};
			const isInHead = inHead.has(path);
			const lastWithIt = [...removedBy.flatMap((place) => graph.parentsOf(place)), ...isInHead && headCommit !== null ? [headCommit] : []];
			return {
				path,
				introducedBy: introducedBy.length > 0 ? introducedBy : lastWithIt,
				removedBy,
				refs: [],
				inHead: isInHead || (head.complete ? false : null)
			};
		});
	}
};
exports.traceObjects = traceObjects;
