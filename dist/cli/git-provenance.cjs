"use strict";
const require_object_links = require("./object-links.cjs");
const require_scan = require("./scan.cjs");
const require_raw_log = require("./raw-log.cjs");
const require_scan_roots = require("./scan-roots.cjs");
const require_history = require("./history.cjs");
const require_staged = require("./staged.cjs");
const require_taggers = require("./taggers.cjs");
const require_refs = require("./refs.cjs");
let node_os = require("node:os");
// src/git/content-changes.ts
const MOST_PROCESSES = 4;
const MOST_MEMORY = 1024 ** 3;
const MOST_ENDED = 2;
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
	let ended = 0;
	for (let restarts = 0; left.length > 0; restarts += 1) {
		if (restarts > MOST_RESTARTS || ended === MOST_ENDED) return [...unreadable, ...left];
		const { read, wasEnded } = await compareUntilBreak(repository, graph, left, wanted, filters, onChange, options);
		if (wasEnded) ended += 1;
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
	const git = require_scan.startGit(repository, [...ARGUMENTS, ...filters], {
		...options,
		mostMemory: MOST_MEMORY
	});
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
	const { code, wasEnded } = await git.exit;
	if (code === 0) return {
		read: commits.length,
		wasEnded
	};
	return {
		read: code === null ? Math.max(0, named - 1) : named,
		wasEnded
	};
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
	if (before.includes(after)) return false;
	return wanted.has(after) || before.some((oid) => wanted.has(oid));
}
const MOST_ARGUMENT_BYTES = process.platform === "win32" ? 16e3 : 1e5;
function filterArguments(wanted) {
	const filters = [...wanted].map((oid) => `--find-object=${oid}`);
	return filters.reduce((sum, filter) => sum + filter.length + 1, 0) <= MOST_ARGUMENT_BYTES ? filters : [];
}
// src/git/linked-changes.ts
function areLinked({ links }, contents) {
	return [...contents].every((oid) => links.isFollowed(links.numberOf(oid)));
}
function findLinkedChanges({ graph, links }, commits, wanted, onChange) {
	const contents = new Map([...wanted].map((oid) => [links.numberOf(oid), oid]));
	const holders = new Holders(links, contents);
	const nothing = "0".repeat(graph.hexLength);
	const idOf = (number) => contents.get(number) ?? nothing;
	return commits.filter((commit) => {
		const [after = require_object_links.NO_OBJECT, ...before] = [commit, ...graph.parentsOf(commit)].map((place) => treeOf(links, graph.idAt(place)));
		if (after === require_object_links.NO_OBJECT || before.includes(require_object_links.NO_OBJECT)) return true;
		const comparison = new Comparison(links, holders, contents);
		comparison.compare(after, before, []);
		if (comparison.isUncertain) return true;
		for (const { path, numbers } of comparison.changes) {
			const [own = require_object_links.NO_OBJECT, ...others] = numbers;
			onChange({
				commit,
				before: others.map(idOf),
				after: idOf(own),
				pathBytes: links.pathOf(path)
			});
		}
		return false;
	});
}
function treeOf(links, commit) {
	const number = links.numberOf(commit);
	return links.isKnown(number) ? links.targetAt(number, 0) : require_object_links.NO_OBJECT;
}
var Holders = class {
	#links;
	#contents;
	#known = new Map();
	constructor(links, contents) {
		this.#links = links;
		this.#contents = contents;
	}
	has(tree) {
		const known = this.#known.get(tree);
		if (known !== void 0) return known;
		const path = [tree];
		const indexes = [0];
		this.#known.set(tree, false);
		while (path.length > 0) {
			const depth = path.length - 1;
			const at = path[depth] ?? require_object_links.NO_OBJECT;
			const index = indexes[depth] ?? 0;
			if (this.#known.get(at) === true || index === this.#links.countOf(at)) {
				path.pop();
				if (this.#known.get(at) === true && depth > 0) this.#known.set(path[depth - 1] ?? require_object_links.NO_OBJECT, true);
				continue;
			}
			indexes[depth] = index + 1;
			const target = this.#links.targetAt(at, index);
			const below = this.#known.get(target);
			if (this.#contents.has(target) || below === true) this.#known.set(at, true);
			else if (below === void 0 && this.#links.isTreeAt(at, index)) {
				this.#known.set(target, false);
				path.push(target);
				indexes[depth + 1] = 0;
			}
		}
		return this.#known.get(tree) === true;
	}
};
var Comparison = class {
	changes = [];
	isUncertain = false;
	#links;
	#holders;
	#contents;
	constructor(links, holders, contents) {
		this.#links = links;
		this.#holders = holders;
		this.#contents = contents;
	}
	compare(after, before, path) {
		if (before.includes(after)) return;
		const trees = [after, ...before];
		if (!trees.some((tree) => tree !== require_object_links.NO_OBJECT && this.#holders.has(tree))) return;
		const names = new Set();
		for (const tree of trees) this.#addNames(tree, names);
		const found = trees.map((tree) => this.#entriesOf(tree, names));
		for (const name of names) this.#compareEntries(found.map((entries) => entries.get(name) ?? NO_ENTRY), [...path, name]);
	}
	#addNames(tree, names) {
		for (let index = 0; index < this.#links.countOf(tree); index += 1) {
			const target = this.#links.targetAt(tree, index);
			if (this.#links.isTreeAt(tree, index) ? this.#holders.has(target) : this.#contents.has(target)) names.add(this.#links.nameAt(tree, index));
		}
	}
	#entriesOf(tree, names) {
		const entries = new Map();
		for (let index = 0; index < this.#links.countOf(tree); index += 1) {
			const name = this.#links.nameAt(tree, index);
			if (!names.has(name)) continue;
			entries.set(name, {
				number: this.#links.targetAt(tree, index),
				isTree: this.#links.isTreeAt(tree, index)
			});
		}
		return entries;
	}
	#compareEntries(entries, path) {
		const [tree = require_object_links.NO_OBJECT, ...treesBefore] = entries.map(({ number, isTree }) => isTree ? number : require_object_links.NO_OBJECT);
		this.compare(tree, treesBefore, path);
		const numbers = entries.map(({ number }) => this.#contents.has(number) ? number : require_object_links.NO_OBJECT);
		const [after = require_object_links.NO_OBJECT, ...before] = numbers;
		if (numbers.every((number) => number === require_object_links.NO_OBJECT)) return;
		if (after === require_object_links.NO_OBJECT && before.includes(require_object_links.NO_OBJECT)) this.isUncertain = true;
		else if (!before.includes(after)) this.changes.push({
			path,
			numbers
		});
	}
};
const NO_ENTRY = {
	number: require_object_links.NO_OBJECT,
	isTree: false
};
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
		const { paths } = await require_scan_roots.findInTree(repository, ref.peeled, blobs, options);
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
			if (wanted.has(inner)) {
				const own = found.get(inner) ?? [];
				found.set(inner, own);
				own.push(ref);
			}
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
	const { linked = null } = options;
	const [refs, head, { graph, complete }] = await Promise.all([
		require_refs.listRefs(repository, options),
		require_scan_roots.findInTree(repository, repository.head, blobs, options),
		linked === null ? walkAll(repository, options) : {
			graph: linked.graph,
			complete: true
		}
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
	const left = linked !== null && areLinked(linked, blobs) ? findLinkedChanges(linked, open, blobs, take) : open;
	const commits = blobs.size === 0 ? [] : await findContentChanges(repository, graph, left, blobs, take, options);
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
async function walkAll(repository, options) {
	return require_object_links.walkCommits(repository, await require_staged.listPseudoRefs(repository, options), options);
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
		const path = require_scan_roots.decodePath(pathBytes);
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
