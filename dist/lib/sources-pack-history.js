import { a as listObjects, i as readListedObjects, n as countObject, o as startObjectWalk } from "./history-progress.js";
import { a as planPack, c as PackTable, i as linkFamilies, n as makePackWork, o as PackFile, r as isContent, s as openRegularFile, t as readBatches } from "./read-batches.js";
import { t as listPseudoRefs } from "./pseudo-refs.js";
import { t as decodePath } from "./path-name.js";
import { inflateSync } from "node:zlib";
import { readFile, readdir, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import { closeSync, existsSync, readFileSync, readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
// src/git/pack/loose-objects.ts
const LONGEST_FILE = 16777216;
const LONGEST_HEADER = 32;
function readLooseObject(folders, hex) {
	for (const { path } of folders) {
		const file = readSmallFile(join(path, hex.slice(0, 2), hex.slice(2)));
		if (file !== null) return unpack(file);
	}
	return null;
}
function readSmallFile(path) {
	try {
		const { descriptor, size } = openRegularFile(path);
		try {
			return size <= LONGEST_FILE ? readFileSync(descriptor) : null;
		} finally {
			closeSync(descriptor);
		}
	} catch {
		return null;
	}
}
function unpack(file) {
	try {
		const bytes = inflateSync(file, { maxOutputLength: 33554464 });
		const headerEnd = bytes.subarray(0, LONGEST_HEADER).indexOf(0);
		const [, type = "", size = ""] = /^(blob|commit|tag|tree) (\d+)$/.exec(bytes.toString("latin1", 0, headerEnd)) ?? [];
		const content = bytes.subarray(headerEnd + 1);
		return type !== "" && Number(size) === content.length ? {
			type,
			content
		} : null;
	} catch {
		return null;
	}
}
// src/git/pack/object-folders.ts
const MAX_DEPTH = 5;
const SLASH = 47;
const HASH = 35;
const QUOTE = 34;
async function listObjectFolders(own) {
	const folders = new Map();
	await add(own, 0);
	return [...folders.values()];
	async function add(path, depth) {
		const real = await realpath(path).catch(() => null);
		if (real === null || folders.has(real) || depth > MAX_DEPTH) return;
		folders.set(real, {
			path: real,
			isAlternate: depth > 0
		});
		for (const alternate of await readAlternates(real)) await add(alternate, depth + 1);
	}
}
async function readAlternates(folder) {
	const text = await readFile(join(folder, "info", "alternates")).catch(() => Buffer.alloc(0));
	const paths = [];
	for (let start = 0; start < text.length;) {
		const newline = text.indexOf(10, start);
		const end = newline === -1 ? text.length : newline;
		const line = text.subarray(start, end);
		start = end + 1;
		if (line.length === 0 || line[0] === HASH || line[0] === QUOTE) continue;
		paths.push(line[0] === SLASH ? line.toString() : resolve(folder, line.toString()));
	}
	return paths;
}
// src/git/pack/pack-index.ts
const MAGIC = 4285812579;
const HEADER_LENGTH = 8;
const IS_LARGE = 2147483648;
var PackIndex = class PackIndex {
	count;
	packChecksum;
	#hashLength;
	#fanout;
	#names;
	#offsets;
	#largeOffsets;
	constructor(bytes, hashLength) {
		this.#hashLength = hashLength;
		this.#fanout = Uint32Array.from({ length: 256 }, (_, byte) => bytes.readUInt32BE(HEADER_LENGTH + byte * 4));
		this.count = this.#fanout[255] ?? 0;
		const names = 1032;
		const checksums = names + this.count * hashLength;
		const offsets = checksums + this.count * 4;
		const largeOffsets = offsets + this.count * 4;
		const trailer = bytes.length - 2 * hashLength;
		if (largeOffsets > trailer || this.#fanout.some((count, byte) => count < (this.#fanout[byte - 1] ?? 0))) throw new RangeError("a pack index whose tables do not fit into it");
		this.#names = bytes.subarray(names, checksums);
		this.#offsets = bytes.subarray(offsets, largeOffsets);
		this.#largeOffsets = bytes.subarray(largeOffsets, trailer);
		this.packChecksum = Buffer.from(bytes.subarray(trailer, trailer + hashLength));
	}
	static read(file, hashLength) {
		try {
			const bytes = readWhole(file);
			return bytes.readUInt32BE(0) === MAGIC && bytes.readUInt32BE(4) === 2 ? new PackIndex(bytes, hashLength) : null;
		} catch {
			return null;
		}
	}
	find(id, at = 0) {
		const first = id[at] ?? 0;
		let low = first === 0 ? 0 : this.#fanout[first - 1] ?? 0;
		let high = this.#fanout[first] ?? 0;
		while (low < high) {
			const middle = low + high >>> 1;
			const order = this.#compare(middle, id, at);
			if (order === 0) return middle;
			if (order < 0) low = middle + 1;
			else high = middle;
		}
		return -1;
	}
	hexAt(place) {
		return this.#names.toString("hex", place * this.#hashLength, (place + 1) * this.#hashLength);
	}
	idAt(place) {
		return this.#names.subarray(place * this.#hashLength, (place + 1) * this.#hashLength);
	}
	offsetAt(place) {
		const offset = this.#offsets.readUInt32BE(place * 4);
		if (offset < IS_LARGE) return offset;
		const large = (offset - IS_LARGE) * 8;
		if (large + 8 > this.#largeOffsets.length) return -1;
		return this.#largeOffsets.readUInt32BE(large) * 2 ** 32 + this.#largeOffsets.readUInt32BE(large + 4);
	}
	#compare(place, id, at) {
		const start = place * this.#hashLength;
		for (let index = 0; index < this.#hashLength; index += 1) {
			const difference = (this.#names[start + index] ?? 0) - (id[at + index] ?? 0);
			if (difference !== 0) return difference;
		}
		return 0;
	}
};
function readWhole(file) {
	const { descriptor, size } = openRegularFile(file);
	try {
		const bytes = Buffer.allocUnsafeSlow(size);
		let length = 0;
		for (let count = -1; length < size && count !== 0; length += count) count = readSync(descriptor, bytes, length, Math.min(size - length, 2 ** 30), length);
		return bytes.subarray(0, length);
	} finally {
		closeSync(descriptor);
	}
}
// src/git/pack/stored-pack.ts
async function openPacks(folders, hashLength) {
	const packs = [];
	for (const folder of folders) {
		const packFolder = join(folder.path, "pack");
		const names = await readdir(packFolder).catch(() => []);
		for (const name of names.filter((each) => each.endsWith(".idx")).sort()) {
			const stem = join(packFolder, name.slice(0, -4));
			const index = PackIndex.read(`${stem}.idx`, hashLength);
			if (index === null || !isPackOf(`${stem}.pack`, index, hashLength)) continue;
			const isForeign = folder.isAlternate || existsSync(`${stem}.mtimes`);
			packs.push({
				path: `${stem}.pack`,
				index,
				table: new PackTable(index.count),
				isForeign
			});
		}
	}
	return packs;
}
function isPackOf(path, index, hashLength) {
	try {
		const file = PackFile.open(path, hashLength);
		try {
			return file.matches(index.count, index.packChecksum);
		} finally {
			file.close();
		}
	} catch {
		return false;
	}
}
function* planPacks(packs, hashLength) {
	for (const { path, index, table } of packs) {
		let file = null;
		try {
			file = PackFile.open(path, hashLength);
			yield* planPack(index, file, table, hashLength);
		} catch {
			table.types.fill(0);
		} finally {
			file?.close();
		}
	}
}
// src/git/walked-lines.ts
const NEWLINE = 10;
const QUESTION_MARK = 63;
var WalkedLines = class {
	#receiver;
	#id;
	#rest = null;
	constructor(hashLength, receiver) {
		this.#receiver = receiver;
		this.#id = new Uint8Array(hashLength);
	}
	push(chunk) {
		const bytes = this.#rest === null ? chunk : Buffer.concat([this.#rest, chunk]);
		let start = 0;
		for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
			this.#takeLine(bytes, start, end);
			start = end + 1;
		}
		this.#rest = start < bytes.length ? Buffer.from(bytes.subarray(start)) : null;
	}
	#takeLine(bytes, start, end) {
		const hexLength = this.#id.length * 2;
		if (bytes[start] === QUESTION_MARK) this.#receiver.missing(bytes.toString("latin1", start + 1, start + 1 + hexLength));
		else if (end - start >= hexLength) {
			for (let index = 0; index < this.#id.length; index += 1) {
				const high = HEX_VALUE[bytes[start + 2 * index] ?? 0] ?? 0;
				this.#id[index] = high << 4 | (HEX_VALUE[bytes[start + 2 * index + 1] ?? 0] ?? 0);
			}
			this.#receiver.object(this.#id, bytes, Math.min(end, start + hexLength + 1), end);
		}
	}
};
const HEX_VALUE = Uint8Array.from({ length: 256 }, (_, code) => {
	const value = Number.parseInt(String.fromCharCode(code), 16);
	return Number.isNaN(value) ? 0 : value;
});
// src/sources/reached-objects.ts
var ReachedObjects = class {
	others = [];
	missing = [];
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
// src/sources/pack-history.ts
async function readPackHistory(options, screen, emit, coverage, progress) {
	const { repository, signal } = options;
	const hashLength = repository.objectFormat === "sha256" ? 32 : 20;
	const folders = await listObjectFolders(join(repository.commonDir, "objects"));
	const packs = await openPacks(folders, hashLength);
	const reached = findReached(options, packs, hashLength, coverage);
	reached.catch(() => {});
	for (const _ of planPacks(packs, hashLength)) await pause(signal);
	const own = options.skip === void 0 ? packs.filter(({ isForeign }) => !isForeign) : [];
	await readPacks(own, options, screen, hashLength, progress);
	const objects = await reached;
	const rest = packs.filter((pack) => !own.includes(pack));
	for (const pack of rest) {
		const number = packs.indexOf(pack);
		linkFamilies(pack.table, (entry) => isWanted(pack, number, entry));
	}
	await readPacks(rest, options, screen, hashLength, progress);
	const left = countAndCollect(packs, objects, options, coverage, progress);
	left.push(...screenOthers(folders, objects, options, screen, coverage, progress));
	progress.setTotal(coverage.objects.scanned + coverage.objects.fromCache + left.length);
	await readListedObjects(repository, [left], emit, coverage, progress, signal);
	function isWanted({ index, table }, pack, entry) {
		const place = table.placeOfEntry[entry] ?? 0;
		if (!isContent(table.types[entry]) || !objects.isReached(pack, place)) return false;
		return options.skip?.(index.hexAt(place)) !== true;
	}
}
async function pause(signal) {
	await setImmediate();
	signal?.throwIfAborted();
}
async function findReached(options, packs, hashLength, coverage) {
	const { repository, signal, allObjects = false } = options;
	if (!allObjects) {
		const tips = await listPseudoRefs(repository, { signal });
		const walk = startObjectWalk(repository, tips, { signal });
		const reached = new ReachedObjects(packs, hashLength);
		try {
			for await (const chunk of walk.stdout) reached.push(chunk);
		} finally {
			walk.kill();
		}
		if ((await walk.exit).code === 0) {
			for (const hex of reached.missing) coverage.skip("missing-object", hex);
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
function countAndCollect(packs, reached, { skip }, coverage, progress) {
	const left = [];
	progress.setDone(0);
	packs.forEach(({ index, table }, pack) => {
		for (let entry = 0; entry < table.count; entry += 1) {
			const place = table.placeOfEntry[entry] ?? 0;
			const type = table.types[entry] ?? 0;
			if (!reached.isReached(pack, place) || type !== 0 && !isContent(type)) continue;
			const name = type === 1 ? "commit" : type === 4 ? "tag" : "blob";
			if (skip?.(index.hexAt(place))) {
				coverage.objects.fromCache += 1;
				progress.advance();
			} else if (table.states[entry] === 2) {
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
function screenOthers(folders, reached, { skip }, screen, coverage, progress) {
	const left = [];
	for (const { hex, path } of reached.others) {
		const oid = hex;
		if (skip?.(oid)) {
			coverage.objects.fromCache += 1;
			progress.advance();
			continue;
		}
		const object = readLooseObject(folders, hex);
		if (object?.type === "tree") continue;
		if (object !== null && screen.inspect(object.content) !== "finding") {
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
