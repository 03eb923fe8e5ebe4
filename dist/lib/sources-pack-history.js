import { d as parseObjectId, i as hashLengthOf, m as nullWithoutGit } from "./scan.js";
import { a as hasLooseObject, i as listObjectFolders, n as openPacks, o as readLooseObject, r as planPacks, s as startObjectWalk } from "./stored-objects.js";
import { a as TreeNames, i as readListedObjects, n as countObject, o as listObjects } from "./history-progress.js";
import { i as PackFile, n as linkFamilies, t as isContent } from "./pack-plan.js";
import { i as readDeltaHeader, n as makePackWork, r as createInflater, t as readBatches } from "./read-batches.js";
import { p as decodePath, s as listPseudoRefs } from "./staged.js";
import { t as listTips } from "./tips.js";
import { t as WalkedLines } from "./walked-lines.js";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
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
		this.#lines = new WalkedLines(hashLength, receiver);
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
			marks[place] = 1 + (pathStart < lineEnd && (type === 0 || isContent(type)) ? this.#pathNumber(line.toString("latin1", pathStart, lineEnd)) : 0);
			return;
		}
		const path = pathStart < lineEnd ? decodePath(line.subarray(pathStart, lineEnd)) : null;
		this.others.push({
			hex: Buffer.from(id).toString("hex"),
			path
		});
	}
	#pathNumber(name) {
		const known = this.#pathNumbers.get(name);
		if (known !== void 0) return known;
		const number = this.#paths.length;
		this.#paths.push(decodePath(Buffer.from(name, "latin1")));
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
		file = PackFile.open(path, hashLength);
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
	#inflate = createInflater();
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
		readDeltaHeader(delta, this.#header);
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
			await setImmediate();
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
	const hashLength = hashLengthOf(repository);
	const folders = await listObjectFolders(join(repository.commonDir, "objects"));
	const packs = await openPacks(folders, hashLength);
	const reached = findReached(options, folders, packs, hashLength, coverage);
	reached.catch(() => {});
	for (const _ of planPacks(packs, hashLength)) await pause(signal);
	const own = packs.filter(({ isForeign }) => !isForeign);
	const reading = readPacks(own, options, screen, hashLength, progress);
	reading.catch(() => {});
	const suspects = await findSuspects(packs, hashLength, screen, signal);
	await reading;
	const objects = await reached;
	const rest = packs.filter((pack) => !own.includes(pack));
	for (const pack of rest) {
		const number = packs.indexOf(pack);
		linkFamilies(pack.table, (entry) => isWanted(pack, number, entry));
	}
	await readPacks(rest, options, screen, hashLength, progress);
	const names = new TreeNames(repository, emit, screen);
	const left = [
		countAndCollect(packs, objects, coverage, progress),
		screenOthers(folders, objects, screen, names, coverage, progress),
		reachedTrees(packs, objects, suspects)
	];
	const leftCount = left.reduce((sum, { length }) => sum + length, 0);
	progress.setTotal(coverage.objects.scanned + leftCount);
	await readListedObjects(repository, left, emit, names, coverage, progress, signal);
	if (objects.tips === null) return null;
	return {
		tips: objects.tips,
		objects: coverage.objects.scanned - before.objects,
		commits: coverage.commits - before.commits,
		missing: objects.missing.flatMap((hex) => parseObjectId(hex) ?? [])
	};
	function isWanted({ table }, pack, entry) {
		const place = table.placeOfEntry[entry] ?? 0;
		return isContent(table.types[entry]) && objects.isReached(pack, place);
	}
}
async function pause(signal) {
	await setImmediate();
	signal?.throwIfAborted();
}
async function findReached(options, folders, packs, hashLength, coverage) {
	const { repository, signal, memory, allObjects = false } = options;
	if (!allObjects) {
		const listed = memory === void 0 ? null : await nullWithoutGit(signal, () => listTips(repository, { signal }));
		const tips = listed ?? await listPseudoRefs(repository, { signal });
		const walk = startObjectWalk(repository, tips, { signal });
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
	for await (const block of listObjects(repository, {
		allObjects,
		signal,
		onProblem
	})) for (const { oid, path } of block) reached.add(oid, path);
	return reached;
}
function isStored(hex, folders, packs) {
	const id = Buffer.from(hex, "hex");
	return packs.some(({ index }) => index.find(id) !== -1) || hasLooseObject(folders, hex);
}
async function readPacks(packs, { startWorkers, signal }, screen, hashLength, progress) {
	if (packs.length === 0) return;
	const work = makePackWork(packs, hashLength);
	const counters = new Int32Array(work.counters);
	const workers = startWorkers?.(work, signal) ?? null;
	const report = () => progress.setDone(Atomics.load(counters, 1));
	if (workers !== null) {
		const timer = setInterval(report, 100);
		await workers.finally(() => clearInterval(timer));
		signal?.throwIfAborted();
	}
	for (const _ of readBatches(work, screen)) {
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
			if (!reached.isReached(pack, place) || type !== 0 && !isContent(type)) continue;
			const name = type === 1 ? "commit" : type === 4 ? "tag" : "blob";
			if (table.states[entry] === 2) {
				countObject(coverage, name, table.sizes[entry] ?? 0);
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
		const object = readLooseObject(folders, hex);
		if (object?.type === "tree") names.add(object.content);
		else if (object !== null && screen.inspect(object.content) !== "finding") {
			countObject(coverage, object.type, object.content.length);
			progress.advance();
		} else left.push({
			oid,
			type: "blob",
			path
		});
	}
	return left;
}
export { readPackHistory };
