"use strict";
const require_scan = require("./scan.cjs");
const require_stored_objects = require("./stored-objects.cjs");
const require_history_progress = require("./history-progress.cjs");
const require_pack_plan = require("./pack-plan.cjs");
const require_read_batches = require("./read-batches.cjs");
const require_staged = require("./staged.cjs");
const require_tips = require("./tips.cjs");
const require_walked_lines = require("./walked-lines.cjs");
let node_path = require("node:path");
let node_timers_promises = require("node:timers/promises");
// src/sources/reached-objects.ts
var ReachedObjects = class {
	others = [];
	missing = [];
	tips = null;
	#packs;
	#marks;
	#paths = [null];
	#pathNumbers = new Map([["", 0]]);
	#lines;
	constructor(packs, hashLength) {
		this.#packs = packs;
		this.#marks = packs.map(({ index }) => new Uint32Array(index.count));
		const receiver = {
			object: (id, line, pathStart, lineEnd) => this.#mark(id, line, pathStart, lineEnd),
			missing: (hex) => this.missing.push(hex)
		};
		this.#lines = new require_walked_lines.WalkedLines(hashLength, receiver);
	}
	push(chunk) {
		this.#lines.push(chunk);
	}
	add(hex, path) {
		const line = Buffer.from(path ?? "");
		this.#mark(Buffer.from(hex, "hex"), line, 0, line.length);
	}
	isReached(pack, place) {
		return this.#marks[pack]?.[place] !== 0;
	}
	pathOf(pack, place) {
		return this.#paths[(this.#marks[pack]?.[place] ?? 1) - 1] ?? null;
	}
	#mark(id, line, pathStart, lineEnd) {
		for (let pack = 0; pack < this.#packs.length; pack += 1) {
			const stored = this.#packs[pack];
			const place = stored?.index.find(id) ?? -1;
			const marks = this.#marks[pack];
			if (place === -1 || stored === void 0 || marks === void 0) continue;
			const type = stored.table.types[stored.table.entryOfPlace[place] ?? 0] ?? 0;
			marks[place] = 1 + (pathStart < lineEnd && (type === 0 || require_pack_plan.isContent(type)) ? this.#pathNumber(line.toString("latin1", pathStart, lineEnd)) : 0);
			return;
		}
		const path = pathStart < lineEnd ? require_staged.decodePath(line.subarray(pathStart, lineEnd)) : null;
		this.others.push({
			hex: Buffer.from(id).toString("hex"),
			path
		});
	}
	#pathNumber(name) {
		const known = this.#pathNumbers.get(name);
		if (known !== void 0) return known;
		const number = this.#paths.length;
		this.#paths.push(require_staged.decodePath(Buffer.from(name, "latin1")));
		this.#pathNumbers.set(name, number);
		return number;
	}
};
// src/git/pack/suspect-trees.ts
const SHORTEST_NAME = 20;
const LONGEST_ENTRY = 16777216;
const BATCH_BYTES = 262144;
const ENTRIES_PER_STEP = 2048;
const NEWLINE = 10;
function* findSuspectTrees({ path, table }, hashLength, screen) {
	const suspects = new Set();
	let file = null;
	try {
		file = require_pack_plan.PackFile.open(path, hashLength);
		const reader = new LiteralReader(table, file, screen, suspects);
		for (let entry = 0; entry < table.count; entry += 1) {
			if (table.types[entry] === 2) reader.read(entry);
			if (entry % ENTRIES_PER_STEP === 0) yield;
		}
		reader.flush();
	} catch {} finally {
		file?.close();
	}
	addDescendants(table, suspects);
	return suspects;
}
function addDescendants({ firstChildren, nextSiblings }, suspects) {
	for (const entry of suspects) for (let child = firstChildren[entry] ?? -1; child !== -1; child = nextSiblings[child] ?? -1) suspects.add(child);
}
var LiteralReader = class {
	#table;
	#file;
	#screen;
	#suspects;
	#inflate = require_read_batches.createInflater();
	#header = {
		baseSize: 0,
		resultSize: 0,
		at: 0
	};
	#unpacked = Buffer.allocUnsafeSlow(65536);
	#batch = Buffer.allocUnsafeSlow(BATCH_BYTES);
	#length = 0;
	#entries = [];
	constructor(table, file, screen, suspects) {
		this.#table = table;
		this.#file = file;
		this.#screen = screen;
		this.#suspects = suspects;
	}
	read(entry) {
		const { offsets, ends, headerLengths, sizes, parents } = this.#table;
		const size = sizes[entry] ?? 0;
		if (size < SHORTEST_NAME) return;
		const start = (offsets[entry] ?? 0) + (headerLengths[entry] ?? 0);
		const end = ends[entry] ?? 0;
		if (size > LONGEST_ENTRY || !this.#unpack(start, end, size)) this.#suspects.add(entry);
		else if (this.#length + size >= this.#batch.length) {
			this.flush();
			if (size >= this.#batch.length) this.#batch = Buffer.allocUnsafeSlow(2 * size);
			this.#collect(entry, size, parents[entry] !== -1);
		} else this.#collect(entry, size, parents[entry] !== -1);
	}
	flush() {
		const isSuspect = (start, end) => this.#screen.inspect(this.#batch.subarray(start, end)) !== "nothing";
		if (this.#length > 0 && isSuspect(0, this.#length)) {
			let start = 0;
			for (const { entry, end } of this.#entries) {
				if (isSuspect(start, end)) this.#suspects.add(entry);
				start = end;
			}
		}
		this.#entries = [];
		this.#length = 0;
	}
	#unpack(start, end, size) {
		if (this.#unpacked.length <= size) this.#unpacked = Buffer.allocUnsafeSlow(2 * size);
		const { bytes, at } = this.#file.read(start, end);
		return this.#inflate(bytes, at, at + end - start, this.#unpacked, size);
	}
	#collect(entry, size, isDelta) {
		const before = this.#length;
		if (isDelta) this.#collectInserted(size);
		else this.#append(0, size);
		this.#batch[this.#length++] = NEWLINE;
		if (this.#length - before <= SHORTEST_NAME) this.#length = before;
		else this.#entries.push({
			entry,
			end: this.#length
		});
	}
	#collectInserted(size) {
		const delta = this.#unpacked;
		require_read_batches.readDeltaHeader(delta, this.#header);
		for (let at = this.#header.at; at < size;) {
			const instruction = delta[at++] ?? 0;
			if (instruction < 128) {
				this.#append(at, Math.min(size, at + instruction));
				at += instruction;
			} else {
				for (let bit = 1; bit < 128; bit *= 2) if ((instruction & bit) !== 0) at += 1;
				this.#batch[this.#length++] = NEWLINE;
			}
		}
	}
	#append(start, end) {
		let length = this.#length;
		for (let at = start; at < end; at += 1) {
			const byte = this.#unpacked[at] ?? 0;
			this.#batch[length++] = byte > 32 && byte < 127 ? byte : NEWLINE;
		}
		this.#length = length;
	}
};
// src/sources/suspect-names.ts
async function findSuspects(packs, hashLength, screen, signal) {
	const suspects = [];
	for (const pack of packs) {
		const steps = findSuspectTrees(pack, hashLength, screen);
		for (let step = steps.next();; step = steps.next()) {
			if (step.done === true) {
				suspects.push(step.value);
				break;
			}
			await (0, node_timers_promises.setImmediate)();
			signal?.throwIfAborted();
		}
	}
	return suspects;
}
function reachedTrees(packs, reached, suspects) {
	return packs.flatMap(({ index, table }, pack) => {
		return [...suspects[pack] ?? []].map((entry) => table.placeOfEntry[entry] ?? 0).filter((place) => reached.isReached(pack, place)).map((place) => ({
			oid: index.hexAt(place),
			type: "tree",
			path: null
		}));
	});
}
// src/sources/pack-history.ts
async function readPackHistory(options, screen, emit, coverage, progress) {
	const { repository, signal } = options;
	const before = {
		objects: coverage.objects.scanned,
		commits: coverage.commits
	};
	const hashLength = require_scan.hashLengthOf(repository);
	const folders = await require_stored_objects.listObjectFolders((0, node_path.join)(repository.commonDir, "objects"));
	const packs = await require_stored_objects.openPacks(folders, hashLength);
	const reached = findReached(options, folders, packs, hashLength, coverage);
	reached.catch(() => {});
	for (const _ of require_stored_objects.planPacks(packs, hashLength)) await pause(signal);
	const own = packs.filter(({ isForeign }) => !isForeign);
	const reading = readPacks(own, options, screen, hashLength, progress);
	reading.catch(() => {});
	const suspects = await findSuspects(packs, hashLength, screen, signal);
	await reading;
	const objects = await reached;
	const rest = packs.filter((pack) => !own.includes(pack));
	for (const pack of rest) {
		const number = packs.indexOf(pack);
		require_pack_plan.linkFamilies(pack.table, (entry) => isWanted(pack, number, entry));
	}
	await readPacks(rest, options, screen, hashLength, progress);
	const names = new require_history_progress.TreeNames(repository, emit, screen);
	const left = [
		countAndCollect(packs, objects, coverage, progress),
		screenOthers(folders, objects, screen, names, coverage, progress),
		reachedTrees(packs, objects, suspects)
	];
	const leftCount = left.reduce((sum, { length }) => sum + length, 0);
	progress.setTotal(coverage.objects.scanned + leftCount);
	await require_history_progress.readListedObjects(repository, left, emit, names, coverage, progress, signal);
	if (objects.tips === null) return null;
	return {
		tips: objects.tips,
		objects: coverage.objects.scanned - before.objects,
		commits: coverage.commits - before.commits,
		missing: objects.missing.flatMap((hex) => require_scan.parseObjectId(hex) ?? [])
	};
	function isWanted({ table }, pack, entry) {
		const place = table.placeOfEntry[entry] ?? 0;
		return require_pack_plan.isContent(table.types[entry]) && objects.isReached(pack, place);
	}
}
async function pause(signal) {
	await (0, node_timers_promises.setImmediate)();
	signal?.throwIfAborted();
}
async function findReached(options, folders, packs, hashLength, coverage) {
	const { repository, signal, memory, allObjects = false } = options;
	if (!allObjects) {
		const listed = memory === void 0 ? null : await require_scan.nullWithoutGit(signal, () => require_tips.listTips(repository, { signal }));
		const tips = listed ?? await require_staged.listPseudoRefs(repository, { signal });
		const walk = require_stored_objects.startObjectWalk(repository, tips, { signal });
		const reached = new ReachedObjects(packs, hashLength);
		try {
			for await (const chunk of walk.stdout) reached.push(chunk);
		} finally {
			walk.kill();
		}
		if ((await walk.exit).code === 0) {
			for (const hex of reached.missing) {
				const isThere = !repository.partialClone && isStored(hex, folders, packs);
				coverage.skip(isThere ? "corrupt-object" : "missing-object", hex);
			}
			reached.tips = listed;
			return reached;
		}
	}
	const reached = new ReachedObjects(packs, hashLength);
	const onProblem = ({ reason, example }) => coverage.skip(reason, example);
	for await (const block of require_history_progress.listObjects(repository, {
		allObjects,
		signal,
		onProblem
	})) for (const { oid, path } of block) reached.add(oid, path);
	return reached;
}
function isStored(hex, folders, packs) {
	const id = Buffer.from(hex, "hex");
	return packs.some(({ index }) => index.find(id) !== -1) || require_stored_objects.hasLooseObject(folders, hex);
}
async function readPacks(packs, { startWorkers, signal }, screen, hashLength, progress) {
	if (packs.length === 0) return;
	const work = require_read_batches.makePackWork(packs, hashLength);
	const counters = new Int32Array(work.counters);
	const workers = startWorkers?.(work, signal) ?? null;
	const report = () => progress.setDone(Atomics.load(counters, 1));
	if (workers !== null) {
		const timer = setInterval(report, 100);
		await workers.finally(() => clearInterval(timer));
		signal?.throwIfAborted();
	}
	for (const _ of require_read_batches.readBatches(work, screen)) {
		report();
		await pause(signal);
	}
}
function countAndCollect(packs, reached, coverage, progress) {
	const left = [];
	progress.setDone(0);
	packs.forEach(({ index, table }, pack) => {
		for (let entry = 0; entry < table.count; entry += 1) {
			const place = table.placeOfEntry[entry] ?? 0;
			const type = table.types[entry] ?? 0;
			if (!reached.isReached(pack, place) || type !== 0 && !require_pack_plan.isContent(type)) continue;
			const name = type === 1 ? "commit" : type === 4 ? "tag" : "blob";
			if (table.states[entry] === 2) {
				require_history_progress.countObject(coverage, name, table.sizes[entry] ?? 0);
				progress.advance();
			} else left.push({
				oid: index.hexAt(place),
				type: name,
				path: reached.pathOf(pack, place)
			});
		}
	});
	return left;
}
function screenOthers(folders, reached, screen, names, coverage, progress) {
	const left = [];
	for (const { hex, path } of reached.others) {
		const oid = hex;
		const object = require_stored_objects.readLooseObject(folders, hex);
		if (object?.type === "tree") names.add(object.content);
		else if (object !== null && screen.inspect(object.content) !== "finding") {
			require_history_progress.countObject(coverage, object.type, object.content.length);
			progress.advance();
		} else left.push({
			oid,
			type: "blob",
			path
		});
	}
	return left;
}
exports.readPackHistory = readPackHistory;
