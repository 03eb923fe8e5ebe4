"use strict";
const require_name_redactor = require("./name-redactor.cjs");
const require_scan_roots = require("./scan-roots.cjs");
const require_scan = require("./scan.cjs");
const require_basics = require("./basics.cjs");
const require_make_folder = require("./make-folder.cjs");
const require_dist = require("./dist.cjs");
const require_commit_graph = require("./commit-graph.cjs");
let node_crypto = require("node:crypto");
let node_fs_promises = require("node:fs/promises");
let node_path = require("node:path");
let node_fs = require("node:fs");
// src/cache/cache-file.ts
const MAGIC = Buffer.from("keypetrel cache 2\n");
const HASH_LENGTH = 32;
const LARGEST = 1073741824;
const MOST_FILES = 4;
const EXTENSION = ".cache";
async function readCacheFile(folder, name, binding) {
	try {
		if (!await isOwnFolder(folder)) return null;
		const flags = node_fs.constants.O_RDONLY | (node_fs.constants.O_NOFOLLOW ?? 0) | (node_fs.constants.O_NONBLOCK ?? 0);
		const file = await (0, node_fs_promises.open)((0, node_path.join)(folder, name + EXTENSION), flags);
		try {
			const stats = await file.stat();
			if (!stats.isFile() || stats.size > LARGEST) return null;
			const start = startOf(binding);
			const { buffer } = await file.read(Buffer.alloc(start.length), 0, start.length, 0);
			return buffer.equals(start) ? decode(await file.readFile(), start) : null;
		} finally {
			await file.close();
		}
	} catch {
		return null;
	}
}
async function writeCacheFile(folder, name, binding, content) {
	await require_make_folder.makeFolder(folder, 448);
	if (!await isOwnFolder(folder)) throw new Error("it is no folder, or belongs to somebody else");
	const temporary = (0, node_path.join)(folder, `${name}.${(0, node_crypto.randomBytes)(8).toString("hex")}.tmp`);
	try {
		const file = await (0, node_fs_promises.open)(temporary, "wx", 384);
		try {
			await file.writeFile(encode(content, startOf(binding)));
		} finally {
			await file.close();
		}
		await (0, node_fs_promises.rename)(temporary, (0, node_path.join)(folder, name + EXTENSION));
	} catch (error) {
		await (0, node_fs_promises.rm)(temporary, { force: true });
		throw error;
	}
	await removeOld(folder);
}
async function removeCacheFile(folder, name) {
	if (await isOwnFolder(folder).catch(() => false)) await (0, node_fs_promises.rm)((0, node_path.join)(folder, name + EXTENSION), { force: true });
}
async function isOwnFolder(folder) {
	const stats = await (0, node_fs_promises.lstat)(folder);
	return stats.isDirectory() && (process.getuid === void 0 || stats.uid === process.getuid());
}
async function removeOld(folder) {
	const names = (await (0, node_fs_promises.readdir)(folder)).filter((name) => /\.(?:cache|tmp)$/.test(name));
	if (names.length <= MOST_FILES) return;
	const old = (await Promise.all(names.map(async (name) => ({
		name,
		time: (await (0, node_fs_promises.lstat)((0, node_path.join)(folder, name)).catch(() => null))?.mtimeMs ?? 0
	})))).sort((a, b) => b.time - a.time).slice(MOST_FILES);
	await Promise.all(old.map(({ name }) => (0, node_fs_promises.rm)((0, node_path.join)(folder, name), { force: true })));
}
function startOf(binding) {
	return Buffer.concat([MAGIC, hash(Buffer.from(binding))]);
}
function encode({ header, body }, start) {
	const json = Buffer.from(JSON.stringify(header));
	const length = Buffer.alloc(4);
	length.writeUInt32LE(json.length);
	const content = Buffer.concat([
		start,
		length,
		json,
		body
	]);
	return Buffer.concat([content, hash(content)]);
}
function decode(bytes, { length: lengthStart }) {
	const end = bytes.length - HASH_LENGTH;
	const headerStart = lengthStart + 4;
	if (end < headerStart || !hash(bytes.subarray(0, end)).equals(bytes.subarray(end))) return null;
	const bodyStart = headerStart + bytes.readUInt32LE(lengthStart);
	return {
		header: JSON.parse(bytes.toString("utf8", headerStart, bodyStart)),
		body: bytes.subarray(bodyStart, end)
	};
}
function hash(bytes) {
	return (0, node_crypto.createHash)("sha256").update(bytes).digest();
}
// src/cache/cache-place.ts
async function findCachePlace({ commonDir }, choice, key) {
	if (choice !== "git-folder") return {
		folder: (0, node_path.resolve)(choice.folder),
		name: `${shortHash(commonDir)}-${shortHash(key)}`,
		binding: ""
	};
	const { uid, ino, birthtimeNs } = await (0, node_fs_promises.stat)(commonDir, { bigint: true });
	if (process.getuid !== void 0 && uid !== BigInt(process.getuid())) return null;
	if (birthtimeNs <= 0n || ino === 0n) return null;
	return {
		folder: (0, node_path.join)(commonDir, "keypetrel"),
		name: shortHash(key),
		binding: `${ino}:${birthtimeNs}`
	};
}
function shortHash(text) {
	return (0, node_crypto.createHash)("sha256").update(text).digest("hex").slice(0, 16);
}
// src/cache/graph-bytes.ts
function graphToBytes(graph) {
	const commits = graph.added();
	if (commits.length !== graph.size) return null;
	const { hexLength } = graph;
	const parents = commits.map((place) => graph.parentsOf(place));
	const parentCount = parents.reduce((sum, { length }) => sum + length, 0);
	const bytes = Buffer.alloc(4 + commits.length * (hexLength + 12) + parentCount * 4);
	let at = bytes.writeUInt32LE(commits.length, 0);
	for (const place of commits) at += bytes.write(graph.idAt(place), at, "latin1");
	for (const place of commits) at = bytes.writeDoubleLE(graph.committedAt(place), at);
	for (const { length } of parents) at = bytes.writeUInt32LE(length, at);
	const positions = new Uint32Array(graph.size);
	commits.forEach((place, position) => {
		positions[place] = position;
	});
	for (const place of parents.flat()) at = bytes.writeUInt32LE(positions[place] ?? 0, at);
	return bytes;
}
function graphFromBytes(bytes, hexLength) {
	const count = bytes.readUInt32LE(0);
	const times = 4 + count * hexLength;
	const counts = times + count * 8;
	let parents = counts + count * 4;
	const idAt = (place) => bytes.subarray(4 + place * hexLength, 4 + (place + 1) * hexLength);
	const graph = new require_commit_graph.CommitGraph(hexLength);
	for (let place = 0; place < count; place += 1) {
		const ids = [idAt(place)];
		for (let left = bytes.readUInt32LE(counts + place * 4); left > 0; left -= 1) {
			ids.push(idAt(bytes.readUInt32LE(parents)));
			parents += 4;
		}
		graph.add(ids, bytes.readDoubleLE(times + place * 8));
	}
	return graph;
}
// src/cache/known-content.ts
const objectId = require_dist.custom((value) => typeof value === "string" && require_scan.parseObjectId(value) !== null);
const count = require_dist.pipe(require_dist.number(), require_dist.integer(), require_dist.minValue(0));
const header = require_dist.strictObject({
	tips: require_dist.array(objectId),
	objects: count,
	commits: count,
	suspects: require_dist.array(require_dist.strictObject({
		oid: objectId,
		type: require_dist.picklist([
			"blob",
			"commit",
			"tag"
		]),
		path: require_dist.nullable(require_dist.string())
	})),
	missing: require_dist.array(objectId),
	changes: require_dist.array(require_dist.strictObject({
		commit: objectId,
		before: require_dist.array(require_dist.string()),
		after: require_dist.string(),
		path: require_dist.string()
	})),
	hasGraph: require_dist.boolean()
});
function toContent(known, graph) {
	const body = graph === null ? null : graphToBytes(graph);
	const { tips, objects, commits, suspects, missing } = known;
	return {
		header: {
			tips,
			objects,
			commits,
			suspects,
			missing,
			changes: known.changes.map(({ commit, before, after, pathBytes }) => ({
				commit,
				before,
				after,
				path: pathBytes.toString("base64")
			})),
			hasGraph: body !== null
		},
		body: body ?? Buffer.alloc(0)
	};
}
function fromContent({ header: json, body }, hexLength) {
	const parsed = require_dist.safeParse(header, json);
	if (!parsed.success) return null;
	const { tips, objects, commits, suspects, missing, changes, hasGraph } = parsed.output;
	return {
		tips,
		objects,
		commits,
		suspects,
		missing,
		changes: changes.map(({ path, ...change }) => ({
			...change,
			pathBytes: Buffer.from(path, "base64")
		})),
		makeGraph: hasGraph ? () => graphFromBytes(body, hexLength) : null
	};
}
// src/cache/history-cache.ts
const MOST_MISSING = 1e4;
var HistoryCache = class HistoryCache {
	#place;
	#log;
	#known;
	#read = null;
	#traced = null;
	constructor(place, known, log) {
		this.#place = place;
		this.#known = known;
		this.#log = log;
	}
	static async open(repository, choice, rules, log) {
		if (repository.shallow) return null;
		const key = JSON.stringify([
			require_basics.TOOL_VERSION,
			"4fac8875c39298782624ac43e7d1412c3be00b0acbf5b03889def3277a65d84b",
			repository.objectFormat,
			rules
		]);
		const place = await findCachePlace(repository, choice, key);
		if (place === null) return null;
		const binding = JSON.stringify([place.binding, key]);
		const content = await readCacheFile(place.folder, place.name, binding);
		const hexLength = 2 * require_scan.hashLengthOf(repository);
		const known = content === null ? null : fromContent(content, hexLength);
		log?.debug(`${known?.objects ?? 0} objects of the history are known from before`);
		return new HistoryCache({
			...place,
			binding
		}, known, log);
	}
	get known() {
		return this.#known;
	}
	get tips() {
		return this.#read?.tips ?? null;
	}
	forget() {
		this.#log?.debug("what is known of the history does not hold any more");
		this.#known = null;
	}
	onRead(read) {
		this.#read = read;
	}
	onTraced(provenance) {
		this.#traced = provenance;
	}
	async store(credentials) {
		const read = this.#read;
		if (read === null || this.#isUpToDate(read)) return;
		const { folder, name, binding } = this.#place;
		try {
			const content = this.#contentOf(read, credentials);
			if (content === null) await removeCacheFile(folder, name);
			else await writeCacheFile(folder, name, binding, content);
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			this.#log?.debug(`what is known of the history was not kept: ${reason}`);
		}
	}
	#isUpToDate({ tips }) {
		if (this.#known === null || this.#known.tips.length !== tips.length) return false;
		const known = new Set(this.#known.tips);
		return tips.every((oid) => known.has(oid));
	}
	#contentOf(read, credentials) {
		const traced = this.#traced;
		const suspects = suspectsIn(credentials);
		if (suspects === null || read.missing.length > MOST_MISSING) return null;
		if (suspects.length > 0 && traced?.history.isComplete !== true) return null;
		if (suspects.some(({ oid }) => traced?.traces.has(oid) !== true)) return null;
		const changes = traced?.changes ?? [];
		const redact = require_name_redactor.createTextRedactor(credentials.flatMap(({ sightings }) => sightings.map(({ finding }) => finding.secret)));
		if ([...suspects.flatMap(({ path }) => path ?? []), ...changes.map(({ pathBytes }) => require_scan_roots.decodePath(pathBytes))].some((path) => redact(path) !== path)) return null;
		return toContent({
			...read,
			suspects,
			changes
		}, traced?.history.graph ?? null);
	}
};
function suspectsIn(credentials) {
	const suspects = new Map();
	for (const { sightings } of credentials) for (const { origin } of sightings) {
		if (origin.kind === "ref") return null;
		if (origin.kind !== "object") continue;
		const { oid, type, path, isName } = origin;
		if (isName === true || type === "tree" || type === "submodule") return null;
		suspects.set(oid, {
			oid,
			type,
			path
		});
	}
	return [...suspects.values()];
}
exports.HistoryCache = HistoryCache;
