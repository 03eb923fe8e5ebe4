import { _ as reasonOf, c as writeTo, d as openRegularFile, i as hashLengthOf, l as FEW_WINDOWS, p as textOrNothing, s as startGit } from "./scan.js";
import { s as splitStream } from "./scan-roots.js";
import { a as PackFile, i as PackIndex, o as PackTable, r as planPack } from "./pack-plan.js";
import { closeSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { inflateSync } from "node:zlib";
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
	const git = startGit(repository, [...FEW_WINDOWS, ...args], options);
	git.stdin.end(input);
	return git;
}
function walkInput(tips, known) {
	return [...tips.map((oid) => `${oid}\n`), ...known.map((oid) => `^${oid}\n`)].join("");
}
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
	const text = Buffer.from(textOrNothing(join(folder, "info", "alternates")), "latin1");
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
	return (await readdir(packFolder).catch(() => [])).filter((name) => name.endsWith(".idx")).sort().map((name) => join(packFolder, name.slice(0, -4)));
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
	const args = [
		"cat-file",
		"--batch-all-objects",
		"--unordered",
		"--buffer",
		FORMAT
	];
	const guarded = {
		...options,
		mostMemory: await memoryToList(repository)
	};
	const git = startGit(repository, args, guarded);
	git.stdin.end();
	const exit = await readAnswers(git, repository, receiver);
	if (exit.code === 0 && !/^error: unable to open /m.test(exit.stderr)) return;
	receiver.broken(reasonOf(exit));
	await askForEach(repository, receiver, guarded);
}
async function memoryToList(repository) {
	const folders = await listObjectFolders(join(repository.commonDir, "objects"));
	let count = 0;
	for (const folder of folders) {
		count += 256 * (await readdir(join(folder.path, "17")).catch(() => [])).length;
		for (const stem of await packStems(folder)) count += (await stat(`${stem}.idx`)).size / BYTES_IN_INDEX;
	}
	return LEAST_MEMORY + count * BYTES_TO_LIST;
}
const LEAST_MEMORY = 134217728;
const BYTES_IN_INDEX = 28;
const BYTES_TO_LIST = 256;
async function askForEach(repository, receiver, options) {
	const folders = await listObjectFolders(join(repository.commonDir, "objects"));
	const indexes = await listPackIndexes(folders, hashLengthOf(repository));
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
	const hexLength = 2 * hashLengthOf(repository);
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
export { hasLooseObject as a, startObjectWalk as c, listObjectFolders as i, startWalkOfNew as l, openPacks as n, listLooseObjects as o, planPacks as r, readLooseObject as s, listStoredObjects as t, walkInput as u };
