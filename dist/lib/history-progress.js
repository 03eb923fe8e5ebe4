import { o as startGit, p as reasonOf, s as writeTo, u as parseObjectId } from "./scan.js";
import { a as Splitter, o as splitStream } from "./scan-roots.js";
import { a as openRegularFile, i as PackFile, o as PackTable, r as planPack } from "./pack-plan.js";
import { i as Windower, p as decodePath, r as NameScanner, s as listPseudoRefs, u as readObjects } from "./staged.js";
import { t as ObjectTable } from "./object-table.js";
import { t as startObjectWalk } from "./object-walk.js";
import { t as treeEntries } from "./tree-entries.js";
import { closeSync, existsSync, readFileSync, readSync, readdirSync } from "node:fs";
import { readFile, readdir as readdir$1, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import { inflateSync } from "node:zlib";
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
function hasLooseObject(folders, hex) {
	return folders.some(({ path }) => existsSync(join(path, hex.slice(0, 2), hex.slice(2))));
}
function* listLooseObjects(folders) {
	for (const { path } of folders) for (let byte = 0; byte < 256; byte += 1) {
		const start = byte.toString(16).padStart(2, "0");
		for (const name of namesIn(join(path, start))) if (/^[0-9a-f]{38,62}$/.test(name)) yield start + name;
	}
}
function namesIn(folder) {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
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
	*hexes() {
		for (let place = 0; place < this.count; place += 1) yield this.hexAt(place);
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
	for (const folder of folders) for (const stem of await packStems(folder)) {
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
	return packs;
}
async function listPackIndexes(folders, hashLength) {
	return (await Promise.all(folders.map(packStems))).flat().flatMap((stem) => PackIndex.read(`${stem}.idx`, hashLength) ?? []);
}
async function packStems({ path }) {
	const packFolder = join(path, "pack");
	return (await readdir$1(packFolder).catch(() => [])).filter((name) => name.endsWith(".idx")).sort().map((name) => join(packFolder, name.slice(0, -4)));
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
// src/git/stored-objects.ts
const FORMAT = "--batch-check=%(objectname) %(objecttype)";
async function listStoredObjects(repository, receiver, options) {
	const git = startGit(repository, [
		"cat-file",
		"--batch-all-objects",
		"--unordered",
		"--buffer",
		FORMAT
	], options);
	git.stdin.end();
	const exit = await readAnswers(git, repository, receiver);
	if (exit.code === 0 && !/^error: unable to open /m.test(exit.stderr)) return;
	receiver.broken(reasonOf(exit));
	await askForEach(repository, receiver, options);
}
async function askForEach(repository, receiver, options) {
	const folders = await listObjectFolders(join(repository.commonDir, "objects"));
	const indexes = await listPackIndexes(folders, hexLengthOf(repository) / 2);
	const git = startGit(repository, [
		"cat-file",
		"--buffer",
		FORMAT
	], options);
	const asked = (async () => {
		for (const hexes of [listLooseObjects(folders), ...indexes.map((index) => index.hexes())]) for (const hex of hexes) if (!await writeTo(git, Buffer.from(`${hex}\n`, "latin1"))) return;
	})().finally(() => git.stdin.end());
	asked.catch(() => {});
	await readAnswers(git, repository, receiver);
	await asked;
}
async function readAnswers(git, repository, { object, corrupt }) {
	const hexLength = hexLengthOf(repository);
	await splitStream(git.stdout, 10, (line) => {
		const word = readListedWord(line, hexLength + 1);
		if (word === "missing") corrupt(line.toString("latin1", 0, hexLength));
		else object(line, word);
	});
	return git.exit;
}
function readListedWord(line, at) {
	switch (line[at]) {
		case 98: return "blob";
		case 99: return "commit";
		case 116: return line[at + 1] === 97 ? "tag" : "tree";
		default: return "missing";
	}
}
function hexLengthOf({ objectFormat }) {
	return objectFormat === "sha256" ? 64 : 40;
}
// src/git/objects.ts
const BLOCK_SIZE = 1024;
async function* listObjects(repository, options) {
	const hexLength = repository.objectFormat === "sha256" ? 64 : 40;
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
	return {
		reason: "missing-object",
		example: /bad object (\S+)/.exec(stderr)?.[1] ?? stderr.split("\n", 1)[0] ?? ""
	};
}
// src/sources/tree-names.ts
var TreeNames = class {
	#hashLength;
	#scanner;
	#seen = new Set();
	constructor({ objectFormat }, emit, screen) {
		this.#hashLength = objectFormat === "sha256" ? 32 : 20;
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
export { TreeNames as a, planPacks as c, readLooseObject as d, readListedObjects as i, listObjectFolders as l, countObject as n, listObjects as o, readGitHistory as r, openPacks as s, HistoryProgress as t, hasLooseObject as u };
