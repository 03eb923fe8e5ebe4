"use strict";
const require_scan = require("./scan.cjs");
const require_scan_roots = require("./scan-roots.cjs");
const require_tree_entry_cursor = require("./tree-entry-cursor.cjs");
const require_commit_graph = require("./commit-graph.cjs");
const require_object_headers = require("./object-headers.cjs");
const require_stored_objects = require("./stored-objects.cjs");
const require_raw_log = require("./raw-log.cjs");
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
	const cut = await require_raw_log.readShallowCommits(repository);
	const onHeader = (oid, header) => addCommit(graph, oid, header, cut.has(oid));
	await require_object_headers.readObjectHeaders(repository, commits, onHeader, options);
}
function addCommit(graph, oid, header, isCut) {
	const parents = isCut ? [] : [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id = ""]) => id);
	const seconds = /^committer .*> (-?\d{1,15}) /m.exec(header)?.[1] ?? "0";
	graph.add([oid, ...parents].map((id) => Buffer.from(id, "latin1")), Number(seconds));
}
// src/git/pack/object-links.ts
const NO_OBJECT = -(2 ** 31);
var ObjectLinks = class {
	lookup;
	#hashLength;
	#records;
	#length = 0;
	#starts;
	#outsideStarts = [];
	#outsideIds = [];
	#outsideNumbers = new Map();
	#names = [];
	#nameNumbers = new Map();
	constructor(lookup, hashLength, streams) {
		this.lookup = lookup;
		this.#hashLength = hashLength;
		this.#starts = new Int32Array(lookup.count).fill(-1);
		this.#records = new Int32Array(streams.reduce((sum, { records }) => sum + records.length, 0));
		for (const stream of streams) this.#append(stream);
	}
	isKnown(number) {
		return this.#startOf(number) !== -1;
	}
	isFollowed(number) {
		return number < 0 || this.lookup.stateOf(number) !== 2;
	}
	countOf(number) {
		const start = this.#startOf(number);
		return start === -1 ? 0 : this.#records[start] ?? 0;
	}
	targetAt(number, index) {
		return this.#records[this.#startOf(number) + 1 + 2 * index] ?? NO_OBJECT;
	}
	isTreeAt(number, index) {
		return ((this.#records[this.#startOf(number) + 2 + 2 * index] ?? 0) & 1) === 1;
	}
	nameAt(number, index) {
		return (this.#records[this.#startOf(number) + 2 + 2 * index] ?? 0) >>> 1;
	}
	pathOf(names) {
		const known = names.map((name) => this.#names[name] ?? "").filter((name) => name !== "");
		return Buffer.from(known.join("/"), "latin1");
	}
	numberOf(hex) {
		const number = this.lookup.find(Buffer.from(hex, "hex"));
		return number === -1 ? this.#outsideNumber(hex) : number;
	}
	outsideId(number) {
		return this.#outsideIds[-1 - number] ?? "";
	}
	addTree(number, content) {
		const cursor = new require_tree_entry_cursor.TreeEntryCursor(this.#hashLength);
		const entries = [];
		cursor.start(content);
		while (cursor.next()) {
			if (cursor.isSubmodule) continue;
			const id = content.toString("hex", cursor.idStart, cursor.entryEnd);
			const name = this.#nameNumber(content.toString("latin1", cursor.nameStart, cursor.nameEnd));
			entries.push(this.numberOf(id), 2 * name + Number(cursor.isTree));
		}
		if (!cursor.isBroken) this.#add(number, entries);
		return !cursor.isBroken;
	}
	addTarget(number, hex) {
		this.#add(number, [this.numberOf(hex), 2 * this.#nameNumber("") + 1]);
	}
	#startOf(number) {
		return (number >= 0 ? this.#starts[number] : this.#outsideStarts[-1 - number]) ?? -1;
	}
	#add(number, entries) {
		const end = this.#length + 1 + entries.length;
		if (end > this.#records.length) {
			const larger = new Int32Array(Math.max(end, 2 * this.#records.length));
			larger.set(this.#records.subarray(0, this.#length));
			this.#records = larger;
		}
		this.#setStart(number, this.#length);
		this.#records[this.#length] = entries.length / 2;
		this.#records.set(entries, this.#length + 1);
		this.#length = end;
	}
	#setStart(number, start) {
		if (number >= 0) this.#starts[number] = start;
		else this.#outsideStarts[-1 - number] = start;
	}
	#append({ records, names, outside }) {
		const ownNames = names.map((name) => this.#nameNumber(Buffer.from(name).toString("latin1")));
		const ownOutside = [];
		for (let at = 0; at < outside.length; at += this.#hashLength) ownOutside.push(this.#outsideNumber(Buffer.from(outside.subarray(at, at + this.#hashLength)).toString("hex")));
		for (let at = 0; at < records.length;) {
			const number = records[at++] ?? 0;
			const count = records[at++] ?? 0;
			this.#setStart(number, this.#length);
			this.#records[this.#length++] = count;
			for (const end = at + 2 * count; at < end; at += 2) {
				const target = records[at] ?? NO_OBJECT;
				const name = records[at + 1] ?? 0;
				this.#records[this.#length++] = target >= 0 ? target : ownOutside[-1 - target] ?? NO_OBJECT;
				this.#records[this.#length++] = 2 * (ownNames[name >>> 1] ?? 0) + (name & 1);
			}
		}
	}
	#nameNumber(name) {
		return numberIn(this.#nameNumbers, this.#names, name);
	}
	#outsideNumber(hex) {
		return -1 - numberIn(this.#outsideNumbers, this.#outsideIds, hex);
	}
};
function numberIn(numbers, values, value) {
	const known = numbers.get(value);
	if (known !== void 0) return known;
	numbers.set(value, values.length);
	return values.push(value) - 1;
}
Object.defineProperty(exports, "NO_OBJECT", {
	enumerable: true,
	get: function() {
		return NO_OBJECT;
	}
});
Object.defineProperty(exports, "ObjectLinks", {
	enumerable: true,
	get: function() {
		return ObjectLinks;
	}
});
Object.defineProperty(exports, "walkCommits", {
	enumerable: true,
	get: function() {
		return walkCommits;
	}
});
