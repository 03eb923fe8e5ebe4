import { _ as reasonOf, i as hashLengthOf, u as parseObjectId } from "./scan.js";
import { c as decodePath, o as Splitter } from "./scan-roots.js";
import { t as ObjectTable } from "./object-table.js";
import { c as listPseudoRefs, f as readObjects, i as Windower, r as NameScanner } from "./staged.js";
import { c as startObjectWalk, t as listStoredObjects } from "./stored-objects.js";
import { t as treeEntries } from "./tree-entries.js";
// src/git/objects.ts
const BLOCK_SIZE = 1024;
async function* listObjects(repository, options) {
	const hexLength = 2 * hashLengthOf(repository);
	const table = new ObjectTable(hexLength);
	const pseudoRefs = await listPseudoRefs(repository, options);
	const corrupt = new Set();
	const onProblem = (problem) => {
		if (!corrupt.has(problem.example)) options.onProblem(problem);
		if (problem.reason === "corrupt-object") corrupt.add(problem.example);
	};
	const walk = startObjectWalk(repository, pseudoRefs, options);
	try {
		await listStoredObjects(repository, {
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
		this.#splitter = new Splitter(10, (line) => this.#takeLine(line));
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
		const path = line.length > pathStart ? decodePath(line.subarray(pathStart)) : null;
		if (place !== -1) this.#block.push({
			place,
			path
		});
		else {
			const oid = parseObjectId(line.toString("latin1", 0, this.#hexLength));
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
		example: reasonOf({ stderr })
	};
}
// src/sources/tree-names.ts
var TreeNames = class {
	#hashLength;
	#scanner;
	#seen = new Set();
	constructor(repository, emit, screen) {
		this.#hashLength = hashLengthOf(repository);
		this.#scanner = new NameScanner(emit, screen);
	}
	add(content) {
		for (const { name, oid, type } of treeEntries(content, this.#hashLength)) if (name.length >= 20) this.#add(name, oid, type);
	}
	flush() {
		this.#scanner.flush();
	}
	#add(name, oid, type) {
		const key = `${oid}${name.toString("latin1")}`;
		if (this.#seen.has(key)) return;
		this.#seen.add(key);
		const path = decodePath(name);
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
	const windower = new Windower(emit);
	let isTree = false;
	let tree = [];
	await readObjects(repository, objects, {
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
export { TreeNames as a, readListedObjects as i, countObject as n, listObjects as o, readGitHistory as r, HistoryProgress as t };
