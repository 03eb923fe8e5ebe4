"use strict";
const require_scan = require("./scan.cjs");
const require_scan_roots = require("./scan-roots.cjs");
const require_staged = require("./staged.cjs");
const require_object_table = require("./object-table.cjs");
const require_stored_objects = require("./stored-objects.cjs");
const require_tree_entries = require("./tree-entries.cjs");
// src/git/objects.ts
const BLOCK_SIZE = 1024;
async function* listObjects(repository, options) {
	const hexLength = 2 * require_scan.hashLengthOf(repository);
	const table = new require_object_table.ObjectTable(hexLength);
	const pseudoRefs = await require_staged.listPseudoRefs(repository, options);
	const corrupt = new Set();
	const onProblem = (problem) => {
		if (!corrupt.has(problem.example)) options.onProblem(problem);
		if (problem.reason === "corrupt-object") corrupt.add(problem.example);
	};
	const walk = require_stored_objects.startObjectWalk(repository, pseudoRefs, options);
	try {
		await require_stored_objects.listStoredObjects(repository, {
			object: (line, type) => void table.add(line, 0, type),
			corrupt: (example) => onProblem({
				reason: "corrupt-object",
				example
			}),
			broken: (example) => onProblem({
				reason: "unreadable",
				example
			})
		}, options);
		const met = new MetObjects(table, hexLength, corrupt, onProblem);
		for await (const chunk of walk.stdout) {
			met.push(chunk);
			if (met.count >= BLOCK_SIZE) yield met.takeBlock();
		}
		const exit = await walk.exit;
		if (exit.code !== 0) onProblem(describeBreak(exit.stderr, table));
		yield met.takeBlock();
		if (exit.code !== 0 || options.allObjects === true) yield* listUnmarked(table);
		options.onListed?.(table.markedCount);
	} finally {
		walk.kill();
	}
}
var MetObjects = class {
	#table;
	#hexLength;
	#corrupt;
	#onProblem;
	#splitter;
	#block = [];
	#unlisted = [];
	constructor(table, hexLength, corrupt, onProblem) {
		this.#table = table;
		this.#hexLength = hexLength;
		this.#corrupt = corrupt;
		this.#onProblem = onProblem;
		this.#splitter = new require_scan_roots.Splitter(10, (line) => this.#takeLine(line));
	}
	get count() {
		return this.#block.length + this.#unlisted.length;
	}
	push(chunk) {
		this.#splitter.push(chunk);
	}
	takeBlock() {
		const block = this.#block.sort((a, b) => a.place - b.place);
		const unlisted = this.#unlisted;
		this.#block = [];
		this.#unlisted = [];
		return [...block.map(({ place, path }) => ({
			...describe(this.#table, place),
			path
		})), ...unlisted];
	}
	#takeLine(line) {
		const pathStart = this.#hexLength + 1;
		if (line[0] === QUESTION_MARK) {
			this.#onProblem({
				reason: "missing-object",
				example: line.toString("latin1", 1, pathStart)
			});
			return;
		}
		const place = this.#table.find(line, 0);
		if (place !== -1 && !this.#table.mark(place)) return;
		const path = line.length > pathStart ? require_scan_roots.decodePath(line.subarray(pathStart)) : null;
		if (place !== -1) this.#block.push({
			place,
			path
		});
		else {
			const oid = require_scan.parseObjectId(line.toString("latin1", 0, this.#hexLength));
			if (oid !== null && !this.#corrupt.has(oid)) this.#unlisted.push({
				oid,
				type: "blob",
				path
			});
		}
	}
};
const QUESTION_MARK = 63;
function* listUnmarked(table) {
	let block = [];
	for (let place = 0; place < table.size; place += 1) {
		if (!table.mark(place)) continue;
		block.push({
			...describe(table, place),
			path: null
		});
		if (block.length < BLOCK_SIZE) continue;
		yield block;
		block = [];
	}
	yield block;
}
function describe(table, place) {
	return {
		oid: table.idAt(place),
		type: table.typeAt(place)
	};
}
function describeBreak(stderr, table) {
	const named = /\b([0-9a-f]{64}|[0-9a-f]{40})\b/.exec(stderr.replace(/^warning: .*$/gm, ""))?.[1];
	if (named !== void 0) return {
		reason: table.find(Buffer.from(named, "latin1"), 0) !== -1 ? "corrupt-object" : "missing-object",
		example: named
	};
	const ref = /bad object (\S+)/.exec(stderr)?.[1];
	if (ref !== void 0) return {
		reason: "missing-object",
		example: ref
	};
	return {
		reason: "unreadable",
		example: require_scan.reasonOf({ stderr })
	};
}
// src/sources/tree-names.ts
var TreeNames = class {
	#hashLength;
	#scanner;
	#seen = new Set();
	constructor(repository, emit, screen) {
		this.#hashLength = require_scan.hashLengthOf(repository);
		this.#scanner = new require_staged.NameScanner(emit, screen);
	}
	add(content) {
		for (const { name, oid, type } of require_tree_entries.treeEntries(content, this.#hashLength)) if (name.length >= 20) this.#add(name, oid, type);
	}
	flush() {
		this.#scanner.flush();
	}
	#add(name, oid, type) {
		const key = `${oid}${name.toString("latin1")}`;
		if (this.#seen.has(key)) return;
		this.#seen.add(key);
		const path = require_scan_roots.decodePath(name);
		this.#scanner.add(name, () => ({
			kind: "object",
			type,
			oid,
			path,
			isName: true
		}));
	}
};
// src/sources/git-history.ts
async function readGitHistory(options, emit, coverage, progress) {
	const objects = listObjects(options.repository, {
		allObjects: options.allObjects ?? false,
		signal: options.signal,
		onProblem: ({ reason, example }) => coverage.skip(reason, example),
		onListed: (count) => progress.setTotal(count)
	});
	const names = new TreeNames(options.repository, emit, void 0);
	await readListedObjects(options.repository, objects, emit, names, coverage, progress, options.signal);
}
async function readListedObjects(repository, objects, emit, names, coverage, progress, signal) {
	const windower = new require_staged.Windower(emit);
	let isTree = false;
	let tree = [];
	await require_staged.readObjects(repository, objects, {
		begin({ oid, path }, { type, size }) {
			isTree = type === "tree";
			tree = [];
			if (!isTree) windower.begin([{
				kind: "object",
				type: contentType(type),
				oid,
				path
			}], size);
		},
		part(bytes) {
			if (isTree) tree.push(Buffer.from(bytes));
			else windower.push(bytes);
		},
		end(_, { type, size }) {
			progress.advance();
			if (isTree) names.add(Buffer.concat(tree));
			else {
				windower.end();
				countObject(coverage, type, size);
			}
		},
		missing({ oid }) {
			progress.advance();
			coverage.skip("missing-object", oid);
		},
		corrupt({ oid }) {
			progress.advance();
			coverage.skip("corrupt-object", oid);
		}
	}, { signal });
	names.flush();
}
function countObject(coverage, type, size) {
	coverage.objects.scanned += 1;
	coverage.objects.bytes += size;
	if (type === "commit") coverage.commits += 1;
}
function contentType(type) {
	return type === "commit" || type === "tag" ? type : "blob";
}
// src/sources/history-progress.ts
const OBJECTS_PER_REPORT = 256;
var HistoryProgress = class {
	#onProgress;
	#done = 0;
	#reported = 0;
	#total = null;
	constructor(onProgress) {
		this.#onProgress = onProgress;
	}
	setTotal(total) {
		this.#total = total;
	}
	setDone(done) {
		this.advance(done - this.#done);
	}
	advance(count = 1) {
		this.#done += count;
		if (this.#done - this.#reported >= OBJECTS_PER_REPORT) this.finish();
	}
	finish() {
		this.#reported = this.#done;
		this.#onProgress?.({
			phase: "history",
			done: this.#done,
			total: this.#total
		});
	}
};
Object.defineProperty(exports, "HistoryProgress", {
	enumerable: true,
	get: function() {
		return HistoryProgress;
	}
});
Object.defineProperty(exports, "TreeNames", {
	enumerable: true,
	get: function() {
		return TreeNames;
	}
});
Object.defineProperty(exports, "countObject", {
	enumerable: true,
	get: function() {
		return countObject;
	}
});
Object.defineProperty(exports, "listObjects", {
	enumerable: true,
	get: function() {
		return listObjects;
	}
});
Object.defineProperty(exports, "readGitHistory", {
	enumerable: true,
	get: function() {
		return readGitHistory;
	}
});
Object.defineProperty(exports, "readListedObjects", {
	enumerable: true,
	get: function() {
		return readListedObjects;
	}
});
