"use strict";
const require_repository = require("./repository.cjs");
const require_path_name = require("./path-name.cjs");
const require_pseudo_refs = require("./pseudo-refs.cjs");
const require_scan = require("./scan.cjs");
// src/git/object-table.ts
const TYPES = [
	"blob",
	"commit",
	"tag"
];
const MARKED = 4;
const EMPTY = -1;
var ObjectTable = class {
	#words;
	#ids;
	#flags;
	#slots;
	#count = 0;
	#marked = 0;
	#key;
	constructor(hexLength) {
		this.#words = hexLength / 8;
		this.#key = new Uint32Array(this.#words);
		this.#ids = new Uint32Array(1024 * this.#words);
		this.#flags = new Uint8Array(1024);
		this.#slots = new Int32Array(2048).fill(EMPTY);
	}
	get size() {
		return this.#count;
	}
	add(hex, at, type) {
		this.#readKey(hex, at);
		const slot = this.#findSlot();
		const known = this.#slots[slot] ?? EMPTY;
		if (known !== EMPTY) return known;
		const place = this.#count;
		if ((place + 1) * this.#words > this.#ids.length) this.#growIds();
		this.#ids.set(this.#key, place * this.#words);
		this.#flags[place] = TYPES.indexOf(type);
		this.#slots[slot] = place;
		this.#count += 1;
		if (this.#count * 2 > this.#slots.length) this.#growSlots();
		return place;
	}
	find(hex, at) {
		this.#readKey(hex, at);
		return this.#slots[this.#findSlot()] ?? EMPTY;
	}
	idAt(place) {
		let hex = "";
		for (let word = place * this.#words; word < (place + 1) * this.#words; word += 1) {
			const value = this.#ids[word] ?? 0;
			hex += (HEX_PAIRS[value >>> 24] ?? "") + (HEX_PAIRS[value >>> 16 & 255] ?? "");
			hex += (HEX_PAIRS[value >>> 8 & 255] ?? "") + (HEX_PAIRS[value & 255] ?? "");
		}
		return hex;
	}
	typeAt(place) {
		return TYPES[(this.#flags[place] ?? 0) & 3] ?? "blob";
	}
	mark(place) {
		const flags = this.#flags[place] ?? 0;
		if ((flags & MARKED) !== 0) return false;
		this.#flags[place] = flags | MARKED;
		this.#marked += 1;
		return true;
	}
	get markedCount() {
		return this.#marked;
	}
	#readKey(hex, at) {
		for (let word = 0; word < this.#words; word += 1) {
			let value = 0;
			for (let index = at + word * 8; index < at + word * 8 + 8; index += 1) value = value << 4 | (HEX_VALUE[hex[index] ?? 0] ?? 0);
			this.#key[word] = value;
		}
	}
	#findSlot() {
		const mask = this.#slots.length - 1;
		let slot = (this.#key[0] ?? 0) & mask;
		for (let place = this.#slots[slot]; place !== EMPTY && !this.#hasKey(place); place = this.#slots[slot]) slot = slot + 1 & mask;
		return slot;
	}
	#hasKey(place) {
		const start = (place ?? 0) * this.#words;
		for (let word = 0; word < this.#words; word += 1) if (this.#ids[start + word] !== this.#key[word]) return false;
		return true;
	}
	#growIds() {
		const ids = new Uint32Array(this.#ids.length * 2);
		ids.set(this.#ids);
		this.#ids = ids;
		const flags = new Uint8Array(this.#flags.length * 2);
		flags.set(this.#flags);
		this.#flags = flags;
	}
	#growSlots() {
		const mask = this.#slots.length * 2 - 1;
		const slots = new Int32Array(mask + 1).fill(EMPTY);
		for (let place = 0; place < this.#count; place += 1) {
			let slot = (this.#ids[place * this.#words] ?? 0) & mask;
			while (slots[slot] !== EMPTY) slot = slot + 1 & mask;
			slots[slot] = place;
		}
		this.#slots = slots;
	}
};
const HEX_VALUE = Uint8Array.from({ length: 256 }, (_, code) => {
	const value = Number.parseInt(String.fromCharCode(code), 16);
	return Number.isNaN(value) ? 0 : value;
});
const HEX_PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
// src/git/object-walk.ts
function startObjectWalk(repository, tips, options) {
	const args = [
		"rev-list",
		"--objects",
		"--missing=print",
		...[
			"--all",
			"--reflog",
			"--indexed-objects"
		],
		"--stdin",
		"--end-of-options"
	];
	const git = require_repository.startGit(repository, [...SMALL_WINDOWS, ...args], options);
	git.stdin.end(tips.map((oid) => `${oid}\n`).join(""));
	return git;
}
const SMALL_WINDOWS = [
	"-c",
	"core.packedGitWindowSize=8m",
	"-c",
	"core.packedGitLimit=32m"
];
// src/git/objects.ts
const BLOCK_SIZE = 1024;
async function* listObjects(repository, options) {
	const hexLength = repository.objectFormat === "sha256" ? 64 : 40;
	const table = new ObjectTable(hexLength);
	const walk = startObjectWalk(repository, await require_pseudo_refs.listPseudoRefs(repository, options), options);
	try {
		await listStored(repository, table, hexLength, options);
		const met = new MetObjects(table, hexLength, options.onProblem);
		for await (const chunk of walk.stdout) {
			met.push(chunk);
			if (met.count >= BLOCK_SIZE) yield met.takeBlock();
		}
		const exit = await walk.exit;
		if (exit.code !== 0) options.onProblem(describeBreak(exit.stderr, table));
		yield met.takeBlock();
		if (exit.code !== 0 || options.allObjects === true) yield* listUnmarked(table);
		options.onListed?.(table.markedCount);
	} finally {
		walk.kill();
	}
}
async function listStored(repository, table, hexLength, options) {
	const args = [
		"cat-file",
		"--batch-all-objects",
		"--unordered",
		"--buffer",
		"--batch-check=%(objectname) %(objecttype)"
	];
	const git = require_repository.startGit(repository, args, options);
	git.stdin.end();
	await require_scan.splitStream(git.stdout, 10, (line) => {
		const word = readListedWord(line, hexLength + 1);
		if (word === "missing") options.onProblem({
			reason: "corrupt-object",
			example: line.toString("latin1", 0, hexLength)
		});
		else if (word !== "tree") table.add(line, 0, word);
	});
	const exit = await git.exit;
	if (exit.code === 0) return;
	if (table.size === 0) require_repository.expectSuccess(repository, args, exit);
	options.onProblem({
		reason: "corrupt-object",
		example: require_repository.gitFailure(repository, args, exit).message
	});
}
function readListedWord(line, at) {
	switch (line[at]) {
		case 98: return "blob";
		case 99: return "commit";
		case 116: return line[at + 1] === 97 ? "tag" : "tree";
		default: return "missing";
	}
}
var MetObjects = class {
	#table;
	#hexLength;
	#onProblem;
	#splitter;
	#block = [];
	constructor(table, hexLength, onProblem) {
		this.#table = table;
		this.#hexLength = hexLength;
		this.#onProblem = onProblem;
		this.#splitter = new require_scan.Splitter(10, (line) => this.#takeLine(line));
	}
	get count() {
		return this.#block.length;
	}
	push(chunk) {
		this.#splitter.push(chunk);
	}
	takeBlock() {
		const block = this.#block.sort((a, b) => a.place - b.place);
		this.#block = [];
		return block.map(({ place, path }) => ({
			...describe(this.#table, place),
			path
		}));
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
		if (place !== -1) {
			if (!this.#table.mark(place)) return;
			const path = line.length > pathStart ? require_path_name.decodePath(line.subarray(pathStart)) : null;
			this.#block.push({
				place,
				path
			});
		} else if (line.length < pathStart) this.#onProblem({
			reason: "missing-object",
			example: line.toString("latin1", 0, this.#hexLength)
		});
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
	return {
		reason: "missing-object",
		example: /bad object (\S+)/.exec(stderr)?.[1] ?? stderr.split("\n", 1)[0] ?? ""
	};
}
// src/sources/git-history.ts
async function readGitHistory(options, emit, coverage, progress) {
	const objects = listUnskipped(options, coverage, progress);
	await readListedObjects(options.repository, objects, emit, coverage, progress, options.signal);
}
async function readListedObjects(repository, objects, emit, coverage, progress, signal) {
	const windower = new require_scan.Windower(emit);
	let isTree = false;
	await require_scan.readObjects(repository, objects, {
		begin({ oid, path }, { type, size }) {
			isTree = type === "tree";
			if (!isTree) windower.begin([{
				kind: "object",
				type: contentType(type),
				oid,
				path
			}], size);
		},
		part(bytes) {
			if (!isTree) windower.push(bytes);
		},
		end(_, { type, size }) {
			progress.advance();
			if (isTree) return;
			windower.end();
			countObject(coverage, type, size);
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
}
function countObject(coverage, type, size) {
	coverage.objects.scanned += 1;
	coverage.objects.bytes += size;
	if (type === "commit") coverage.commits += 1;
}
function contentType(type) {
	return type === "commit" || type === "tag" ? type : "blob";
}
async function* listUnskipped({ repository, allObjects = false, skip, signal }, coverage, progress) {
	const blocks = listObjects(repository, {
		allObjects,
		signal,
		onProblem: ({ reason, example }) => coverage.skip(reason, example),
		onListed: (count) => progress.setTotal(count)
	});
	if (skip === void 0) yield* blocks;
	else for await (const block of blocks) {
		const wanted = block.filter(({ oid }) => !skip(oid));
		const skipped = block.length - wanted.length;
		coverage.objects.fromCache += skipped;
		progress.advance(skipped);
		yield wanted;
	}
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
Object.defineProperty(exports, "startObjectWalk", {
	enumerable: true,
	get: function() {
		return startObjectWalk;
	}
});
