"use strict";
const require_scan = require("./scan.cjs");
const require_scan_roots = require("./scan-roots.cjs");
const require_pack_plan = require("./pack-plan.cjs");
let node_fs_promises = require("node:fs/promises");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_zlib = require("node:zlib");
// src/git/object-walk.ts
function startObjectWalk(repository, tips, options) {
	return startWalk(repository, [
		"--all",
		"--reflog",
		"--indexed-objects"
	], walkInput(tips, []), options);
}
function startWalkOfNew(repository, tips, known, options) {
	return startWalk(repository, ["--all", "--reflog"], walkInput(tips, known), options);
}
function startWalk(repository, roots, input, options) {
	const args = [
		"rev-list",
		"--objects",
		"--missing=print",
		...roots,
		"--stdin",
		"--end-of-options"
	];
	const git = require_scan.startGit(repository, [...SMALL_WINDOWS, ...args], options);
	git.stdin.end(input);
	return git;
}
function walkInput(tips, known) {
	return [...tips.map((oid) => `${oid}\n`), ...known.map((oid) => `^${oid}\n`)].join("");
}
const SMALL_WINDOWS = [
	"-c",
	"core.packedGitWindowSize=8m",
	"-c",
	"core.packedGitLimit=32m"
];
// src/git/pack/loose-objects.ts
const LONGEST_FILE = 16777216;
const LONGEST_HEADER = 32;
function readLooseObject(folders, hex) {
	for (const { path } of folders) {
		const file = readSmallFile((0, node_path.join)(path, hex.slice(0, 2), hex.slice(2)));
		if (file !== null) return unpack(file);
	}
	return null;
}
function hasLooseObject(folders, hex) {
	return folders.some(({ path }) => (0, node_fs.existsSync)((0, node_path.join)(path, hex.slice(0, 2), hex.slice(2))));
}
function* listLooseObjects(folders) {
	for (const { path } of folders) for (let byte = 0; byte < 256; byte += 1) {
		const start = byte.toString(16).padStart(2, "0");
		for (const name of namesIn((0, node_path.join)(path, start))) if (/^[0-9a-f]{38,62}$/.test(name)) yield start + name;
	}
}
function namesIn(folder) {
	try {
		return (0, node_fs.readdirSync)(folder);
	} catch {
		return [];
	}
}
function readSmallFile(path) {
	try {
		const { descriptor, size } = require_pack_plan.openRegularFile(path);
		try {
			return size <= LONGEST_FILE ? (0, node_fs.readFileSync)(descriptor) : null;
		} finally {
			(0, node_fs.closeSync)(descriptor);
		}
	} catch {
		return null;
	}
}
function unpack(file) {
	try {
		const bytes = (0, node_zlib.inflateSync)(file, { maxOutputLength: 33554464 });
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
		const real = await (0, node_fs_promises.realpath)(path).catch(() => null);
		if (real === null || folders.has(real) || depth > MAX_DEPTH) return;
		folders.set(real, {
			path: real,
			isAlternate: depth > 0
		});
		for (const alternate of await readAlternates(real)) await add(alternate, depth + 1);
	}
}
async function readAlternates(folder) {
	const text = await (0, node_fs_promises.readFile)((0, node_path.join)(folder, "info", "alternates")).catch(() => Buffer.alloc(0));
	const paths = [];
	for (let start = 0; start < text.length;) {
		const newline = text.indexOf(10, start);
		const end = newline === -1 ? text.length : newline;
		const line = text.subarray(start, end);
		start = end + 1;
		if (line.length === 0 || line[0] === HASH || line[0] === QUOTE) continue;
		paths.push(line[0] === SLASH ? line.toString() : (0, node_path.resolve)(folder, line.toString()));
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
	const { descriptor, size } = require_pack_plan.openRegularFile(file);
	try {
		const bytes = Buffer.allocUnsafeSlow(size);
		let length = 0;
		for (let count = -1; length < size && count !== 0; length += count) count = (0, node_fs.readSync)(descriptor, bytes, length, Math.min(size - length, 2 ** 30), length);
		return bytes.subarray(0, length);
	} finally {
		(0, node_fs.closeSync)(descriptor);
	}
}
// src/git/pack/stored-pack.ts
async function openPacks(folders, hashLength) {
	const packs = [];
	for (const folder of folders) for (const stem of await packStems(folder)) {
		const index = PackIndex.read(`${stem}.idx`, hashLength);
		if (index === null || !isPackOf(`${stem}.pack`, index, hashLength)) continue;
		const isForeign = folder.isAlternate || (0, node_fs.existsSync)(`${stem}.mtimes`);
		packs.push({
			path: `${stem}.pack`,
			index,
			table: new require_pack_plan.PackTable(index.count),
			isForeign
		});
	}
	return packs;
}
async function listPackIndexes(folders, hashLength) {
	return (await Promise.all(folders.map(packStems))).flat().flatMap((stem) => PackIndex.read(`${stem}.idx`, hashLength) ?? []);
}
async function packStems({ path }) {
	const packFolder = (0, node_path.join)(path, "pack");
	return (await (0, node_fs_promises.readdir)(packFolder).catch(() => [])).filter((name) => name.endsWith(".idx")).sort().map((name) => (0, node_path.join)(packFolder, name.slice(0, -4)));
}
function isPackOf(path, index, hashLength) {
	try {
		const file = require_pack_plan.PackFile.open(path, hashLength);
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
			file = require_pack_plan.PackFile.open(path, hashLength);
			yield* require_pack_plan.planPack(index, file, table, hashLength);
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
	const git = require_scan.startGit(repository, [
		"cat-file",
		"--batch-all-objects",
		"--unordered",
		"--buffer",
		FORMAT
	], options);
	git.stdin.end();
	const exit = await readAnswers(git, repository, receiver);
	if (exit.code === 0 && !/^error: unable to open /m.test(exit.stderr)) return;
	receiver.broken(require_scan.reasonOf(exit));
	await askForEach(repository, receiver, options);
}
async function askForEach(repository, receiver, options) {
	const folders = await listObjectFolders((0, node_path.join)(repository.commonDir, "objects"));
	const indexes = await listPackIndexes(folders, require_scan.hashLengthOf(repository));
	const git = require_scan.startGit(repository, [
		"cat-file",
		"--buffer",
		FORMAT
	], options);
	const asked = (async () => {
		for (const hexes of [listLooseObjects(folders), ...indexes.map((index) => index.hexes())]) for (const hex of hexes) if (!await require_scan.writeTo(git, Buffer.from(`${hex}\n`, "latin1"))) return;
	})().finally(() => git.stdin.end());
	asked.catch(() => {});
	await readAnswers(git, repository, receiver);
	await asked;
}
async function readAnswers(git, repository, { object, corrupt }) {
	const hexLength = 2 * require_scan.hashLengthOf(repository);
	await require_scan_roots.splitStream(git.stdout, 10, (line) => {
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
Object.defineProperty(exports, "hasLooseObject", {
	enumerable: true,
	get: function() {
		return hasLooseObject;
	}
});
Object.defineProperty(exports, "listObjectFolders", {
	enumerable: true,
	get: function() {
		return listObjectFolders;
	}
});
Object.defineProperty(exports, "listStoredObjects", {
	enumerable: true,
	get: function() {
		return listStoredObjects;
	}
});
Object.defineProperty(exports, "openPacks", {
	enumerable: true,
	get: function() {
		return openPacks;
	}
});
Object.defineProperty(exports, "planPacks", {
	enumerable: true,
	get: function() {
		return planPacks;
	}
});
Object.defineProperty(exports, "readLooseObject", {
	enumerable: true,
	get: function() {
		return readLooseObject;
	}
});
Object.defineProperty(exports, "startObjectWalk", {
	enumerable: true,
	get: function() {
		return startObjectWalk;
	}
});
Object.defineProperty(exports, "startWalkOfNew", {
	enumerable: true,
	get: function() {
		return startWalkOfNew;
	}
});
Object.defineProperty(exports, "walkInput", {
	enumerable: true,
	get: function() {
		return walkInput;
	}
});
