import { n as __exportAll } from "./rolldown-runtime.js";
import { m as isExhaustion } from "./basics.js";
import { _ as reasonOf, a as expectSuccess, c as writeTo, l as FEW_WINDOWS, m as GitError, o as runGit, s as startGit, u as parseObjectId } from "./scan.js";
import { D as START, O as advance, T as wholePiece, c as decodePath, m as createPathFilter, s as splitStream } from "./scan-roots.js";
import { existsSync, promises } from "node:fs";
import { join } from "node:path";
// src/git/index-entries.ts
var index_entries_exports = __exportAll({ listIndexEntries: () => listIndexEntries });
async function listIndexEntries(repository, options = {}) {
	const entries = [];
	await eachIndexEntry(repository, (entry) => void entries.push(entry), options);
	return entries;
}
async function eachIndexEntry(repository, take, options = {}) {
	const args = [
		"ls-files",
		"--stage",
		...options.resolved === true ? ["--resolve-undo"] : [],
		"--full-name",
		"-z",
		"--",
		...options.paths ?? []
	];
	const git = startGit(repository, args, options);
	git.stdin.end();
	await splitStream(git.stdout, 0, (part) => {
		const entry = parseIndexEntry(part);
		if (entry !== null) take(entry);
	});
	expectSuccess(repository, args, await git.exit);
}
function parseIndexEntry(part) {
	const tab = part.indexOf("	");
	const [mode = "", id = "", stage = ""] = part.toString("latin1", 0, Math.max(tab, 0)).split(" ");
	const oid = parseObjectId(id);
	if (oid === null) return null;
	const pathBytes = Buffer.from(part.subarray(tab + 1));
	return {
		kind: kindOfMode(mode),
		oid,
		stage: Number(stage),
		path: decodePath(pathBytes),
		pathBytes
	};
}
function kindOfMode(mode) {
	if (mode === "160000") return "submodule";
	return mode === "120000" ? "symbolic-link" : "file";
}
// src/git/asked-objects.ts
const HANDOUT_SIZE = 1024;
var AskedObjects = class {
	#source;
	#block = [];
	#handedOut = 0;
	#pending = [];
	#answered = 0;
	constructor(blocks) {
		this.#source = Symbol.asyncIterator in blocks ? blocks[Symbol.asyncIterator]() : blocks[Symbol.iterator]();
	}
	async hasMore() {
		while (this.#handedOut >= this.#block.length) {
			const { value, done } = await this.#source.next();
			if (done === true) return false;
			this.#block = value;
			this.#handedOut = 0;
		}
		return true;
	}
	async nextBlock() {
		if (!await this.hasMore()) return [];
		const handout = this.#block.slice(this.#handedOut, this.#handedOut + HANDOUT_SIZE);
		this.#handedOut += handout.length;
		for (const object of handout) this.#pending.push(object);
		return handout;
	}
	current() {
		const object = this.#pending[this.#answered];
		if (object === void 0) throw new Error("git answered more than it was asked");
		return object;
	}
	answer() {
		const object = this.current();
		this.#answered += 1;
		if (this.#answered === 4 * HANDOUT_SIZE) {
			this.#pending = this.#pending.slice(this.#answered);
			this.#answered = 0;
		}
		return object;
	}
	restart() {
		const [brokenAt, ...rest] = this.#pending.slice(this.#answered);
		this.#block = [...rest, ...this.#block.slice(this.#handedOut)];
		this.#handedOut = 0;
		this.#pending = [];
		this.#answered = 0;
		return brokenAt;
	}
	async close() {
		await this.#source.return?.();
	}
};
// src/git/batch-parser.ts
const NEWLINE$1 = 10;
var BatchParser = class {
	#events;
	#state = "header";
	#headerStart = "";
	#current = null;
	#left = 0;
	constructor(events) {
		this.#events = events;
	}
	push(chunk) {
		for (let at = 0; at < chunk.length;) if (this.#state === "header") at = this.#readHeader(chunk, at);
		else if (this.#state === "content") at = this.#readContent(chunk, at);
		else {
			this.#state = "header";
			at += 1;
		}
	}
	#readHeader(chunk, at) {
		const end = chunk.indexOf(NEWLINE$1, at);
		if (end === -1) {
			this.#headerStart += chunk.toString("latin1", at);
			return chunk.length;
		}
		const line = this.#headerStart + chunk.toString("latin1", at, end);
		this.#headerStart = "";
		if (line.endsWith(" missing")) {
			this.#events.missing();
			return end + 1;
		}
		const header = parseHeader$1(line);
		this.#events.begin(header);
		this.#current = header;
		this.#left = header.size;
		this.#state = "content";
		if (header.size === 0) this.#endContent();
		return end + 1;
	}
	#readContent(chunk, at) {
		const end = Math.min(at + this.#left, chunk.length);
		this.#left -= end - at;
		this.#events.part(chunk.subarray(at, end));
		if (this.#left === 0) this.#endContent();
		return end;
	}
	#endContent() {
		this.#state = "newline";
		if (this.#current !== null) this.#events.end(this.#current);
	}
};
function parseHeader$1(line) {
	const [name = "", type = "", size = ""] = line.split(" ");
	const oid = parseObjectId(name);
	if (oid === null || !/^\d+$/.test(size)) throw new Error(`unexpected answer of git cat-file: ${JSON.stringify(line.slice(0, 200))}`);
	return {
		oid,
		type,
		size: Number(size)
	};
}
// src/git/cat-file.ts
const MAX_RESTARTS = 2e3;
const MOST_ENDED = 2;
async function readObjects(place, objects, receiver, options = {}) {
	const queue = new AskedObjects(objects);
	try {
		let ended = 0;
		for (let restarts = 0; restarts <= MAX_RESTARTS && await queue.hasMore(); restarts += 1) {
			if (ended === MOST_ENDED) break;
			const { wasEnded } = await readUntilBreak(place, queue, receiver, options);
			if (wasEnded) ended += 1;
			const brokenAt = queue.restart();
			if (brokenAt !== void 0) receiver.corrupt(brokenAt);
		}
		for (let rest = await queue.nextBlock(); rest.length > 0; rest = await queue.nextBlock()) for (const object of rest) receiver.corrupt(object);
	} finally {
		await queue.close();
	}
}
async function readUntilBreak(place, queue, receiver, options) {
	const git = startGit(place, [
		...FEW_WINDOWS,
		"cat-file",
		"--batch",
		"--buffer"
	], options);
	const parser = new BatchParser({
		begin: (header) => receiver.begin(queue.current(), header),
		part: (bytes) => receiver.part(bytes),
		end: (header) => receiver.end(queue.answer(), header),
		missing: () => receiver.missing(queue.answer())
	});
	const asked = askAll(git, queue);
	asked.catch(() => {});
	try {
		for await (const chunk of git.stdout) parser.push(chunk);
	} finally {
		git.kill();
	}
	await asked;
	return git.exit;
}
async function askAll(git, queue) {
	try {
		for (let block = await queue.nextBlock(); block.length > 0; block = await queue.nextBlock()) {
			const ids = block.map(({ oid }) => `${oid}\n`).join("");
			if (!await writeTo(git, Buffer.from(ids, "latin1"))) return;
		}
	} finally {
		git.stdin.end();
	}
}
// src/git/empty-when-unreadable.ts
function emptyWhenUnreadable(error) {
	if (isExhaustion(error)) throw error;
	return [];
}
// src/git/pseudo-refs.ts
const PSEUDO_REF_FILES = [
	"FETCH_HEAD",
	"ORIG_HEAD",
	"MERGE_HEAD",
	"CHERRY_PICK_HEAD",
	"REVERT_HEAD",
	"REBASE_HEAD",
	"BISECT_HEAD",
	"MERGE_AUTOSTASH",
	"rebase-merge/autostash",
	"rebase-apply/autostash"
];
const MAX_BYTES = 8388608;
async function listPseudoRefs(repository, options = {}) {
	const folders = await listGitFolders(repository);
	const files = folders.flatMap((folder) => PSEUDO_REF_FILES.map((name) => join(folder, name)));
	files.push(...(await Promise.all(folders.map((folder) => filesBelow(join(folder, "refs"))))).slice(1).flat());
	const unique = [...new Set((await Promise.all(files.map(readIds))).flat())];
	return unique.length === 0 ? [] : keepExisting(repository, unique, options);
}
async function readPseudoRefs(repository) {
	return (await Promise.all(PSEUDO_REF_FILES.filter((name) => !name.includes("/")).map(async (name) => {
		return (await readIds(join(repository.gitDir, name))).map((target) => ({
			name,
			target
		}));
	}))).flat();
}
async function readFetchHead(repository) {
	const folders = await listGitFolders(repository);
	return (await Promise.all(folders.map((folder) => readIds(join(folder, "FETCH_HEAD"))))).flat();
}
async function listGitFolders({ commonDir }) {
	return [commonDir, ...(await promises.readdir(join(commonDir, "worktrees")).catch(emptyWhenUnreadable)).map((name) => join(commonDir, "worktrees", name))];
}
async function filesBelow(folder) {
	return (await promises.readdir(folder, {
		withFileTypes: true,
		recursive: true
	}).catch(emptyWhenUnreadable)).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
async function readMergeHeads(repository) {
	const file = join(repository.gitDir, "MERGE_HEAD");
	return existsSync(file) ? readIds(file) : [];
}
async function readIds(file) {
	try {
		return (await readRegularFile(file) ?? "").split("\n").flatMap((line) => parseObjectId(line.split("	", 1)[0]?.trim() ?? "") ?? []);
	} catch (error) {
		return emptyWhenUnreadable(error);
	}
}
async function readRegularFile(file) {
	const stats = await promises.lstat(file);
	return stats.isFile() && stats.size <= MAX_BYTES ? promises.readFile(file, "latin1") : null;
}
async function keepExisting(repository, ids, options) {
	const args = [
		"rev-list",
		"--no-walk=unsorted",
		"--ignore-missing",
		"--missing=allow-any",
		"--stdin"
	];
	try {
		return (await runGit(repository, args, {
			...options,
			input: `${ids.join("\n")}\n`
		})).toString("latin1").split("\n").flatMap((line) => parseObjectId(line) ?? []);
	} catch (error) {
		options.signal?.throwIfAborted();
		if (!(error instanceof GitError)) throw error;
		return [...ids];
	}
}
// src/git/staged-changes.ts
var staged_changes_exports = __exportAll({ listStagedChanges: () => listStagedChanges });
const EMPTY_TREE = {
	sha1: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
	sha256: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
};
const MODE_OF_NOTHING = "000000";
const MODE_OF_SUBMODULE = "160000";
async function listStagedChanges(repository, options = {}) {
	const against = (head) => changesAgainst(repository, head, options);
	const [first, others] = await Promise.all([against(repository.head ?? EMPTY_TREE[repository.objectFormat]), readMergeHeads(repository).then((heads) => Promise.all(heads.map(against)))]);
	const changes = [];
	for (const [key, change] of first) {
		const versions = others.map((other) => other.get(key));
		if (versions.every((version) => version !== void 0)) {
			const previous = versions.flatMap((version) => version?.previous ?? []);
			changes.push({
				...change,
				previous: [...new Set([...change.previous, ...previous])]
			});
		}
	}
	return resolveConflicts(repository, changes, options);
}
async function changesAgainst(repository, head, options) {
	const args = [
		"diff-index",
		"--cached",
		"--raw",
		"-z",
		"-M",
		"--no-ext-diff",
		"--no-textconv",
		head,
		"--"
	];
	const git = startGit(repository, args, options);
	git.stdin.end();
	const changes = new Map();
	const parser = new RawDiffParser((change) => {
		if (change.mode === MODE_OF_NOTHING && change.status !== "U") return;
		changes.set(change.pathBytes.toString("latin1"), {
			kind: kindOfMode(change.mode),
			oid: change.oid,
			stage: 0,
			path: decodePath(change.pathBytes),
			pathBytes: change.pathBytes,
			previous: isBlob(change.previousMode) ? [change.previous] : [],
			isConflict: change.status === "U"
		});
	});
	try {
		await splitStream(git.stdout, 0, (part) => parser.push(part));
	} catch (error) {
		git.kill();
		expectSuccess(repository, args, await git.exit);
		throw error;
	}
	expectSuccess(repository, args, await git.exit);
	return changes;
}
function isBlob(mode) {
	return mode !== MODE_OF_NOTHING && mode !== MODE_OF_SUBMODULE;
}
var RawDiffParser = class {
	#take;
	#header = null;
	#pathsLeft = 0;
	constructor(take) {
		this.#take = take;
	}
	push(part) {
		if (this.#header === null) {
			this.#header = parseHeader(part.toString("latin1"));
			this.#pathsLeft = this.#header.status === "R" || this.#header.status === "C" ? 2 : 1;
			return;
		}
		this.#pathsLeft -= 1;
		if (this.#pathsLeft > 0) return;
		this.#take({
			...this.#header,
			pathBytes: Buffer.from(part)
		});
		this.#header = null;
	}
};
function parseHeader(line) {
	const [, previousMode = "", mode = "", previousId = "", id = "", status = ""] = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/.exec(line) ?? [];
	const previous = parseObjectId(previousId);
	const oid = parseObjectId(id);
	if (previous === null || oid === null) throw new Error(`unexpected output of git diff-index: ${JSON.stringify(line.slice(0, 200))}`);
	return {
		previousMode,
		mode,
		previous,
		oid,
		status
	};
}
async function resolveConflicts(repository, changes, options) {
	const conflicts = changes.filter(({ isConflict }) => isConflict === true);
	const settled = changes.filter(({ isConflict }) => isConflict !== true);
	if (conflicts.length === 0) return settled;
	const paths = new Set(conflicts.map(({ path }) => path));
	const sides = (await listIndexEntries(repository, options)).filter(({ path, stage }) => stage > 0 && paths.has(path));
	return [...settled, ...sides.map((side) => ({
		...side,
		previous: []
	}))];
}
// src/sources/windows.ts
const WINDOW_SIZES = {
	window: 8388608,
	overlap: 65536
};
const LONGEST_TAIL = 3;
var Windower = class {
	#emit;
	#sizes;
	#origins = [];
	#buffer = Buffer.alloc(0);
	#length = 0;
	#ownedStart = 0;
	#position = START;
	#size = null;
	#isEmitted = false;
	constructor(emit, sizes = WINDOW_SIZES) {
		this.#emit = emit;
		this.#sizes = sizes;
	}
	begin(origins, size) {
		this.#origins = origins;
		this.#size = size;
		this.#length = 0;
		this.#ownedStart = 0;
		this.#position = START;
		this.#isEmitted = false;
	}
	push(bytes) {
		if (bytes.length === 0) return;
		if (this.#length === 0 && bytes.length === this.#size && bytes.length <= this.#sizes.window) {
			this.#emitPiece(bytes, wholePiece(bytes.length));
			this.#isEmitted = true;
			return;
		}
		for (let at = 0; at < bytes.length;) {
			if (this.#length === this.#capacity()) this.#emitWindow();
			const count = Math.min(bytes.length - at, this.#capacity() - this.#length);
			this.#reserve(this.#length + count);
			this.#buffer.set(bytes.subarray(at, at + count), this.#length);
			this.#length += count;
			at += count;
		}
	}
	end() {
		if (this.#isEmitted) return;
		this.#emitPiece(this.#buffer.subarray(0, this.#length), this.#piece(this.#length));
	}
	#capacity() {
		return this.#sizes.window + 2 * this.#sizes.overlap;
	}
	#emitWindow() {
		const { overlap } = this.#sizes;
		const ownedEnd = this.#length - overlap;
		this.#emitPiece(this.#buffer.subarray(0, this.#length), this.#piece(ownedEnd));
		const keptFrom = this.#characterStart(ownedEnd - overlap);
		this.#position = advance(this.#position, this.#buffer, 0, keptFrom);
		this.#buffer.copyWithin(0, keptFrom, this.#length);
		this.#length -= keptFrom;
		this.#ownedStart = ownedEnd - keptFrom;
	}
	#characterStart(at) {
		for (let start = at; start > 0 && start >= at - LONGEST_TAIL; start -= 1) if (((this.#buffer[start] ?? 0) & 192) !== 128) return start;
		return at;
	}
	#piece(ownedEnd) {
		return {
			...this.#position,
			ownedStart: this.#ownedStart,
			ownedEnd
		};
	}
	#emitPiece(bytes, piece) {
		for (const origin of this.#origins) {
			const content = {
				origin,
				bytes,
				piece
			};
			this.#emit(content);
		}
	}
	#reserve(length) {
		if (length <= this.#buffer.length) return;
		const known = this.#size !== null && this.#size <= this.#capacity() ? this.#size : 0;
		const size = Math.min(this.#capacity(), Math.max(length, known, 2 * this.#buffer.length, 65536));
		const buffer = Buffer.allocUnsafeSlow(size);
		this.#buffer.copy(buffer, 0, 0, this.#length);
		this.#buffer = buffer;
	}
};
// src/sources/names.ts
const BATCH_BYTES = 65536;
const NEWLINE = Buffer.from("\n");
var NameScanner = class {
	#emit;
	#screen;
	#batch = [];
	#length = 0;
	constructor(emit, screen) {
		this.#emit = emit;
		this.#screen = screen;
	}
	add(name, originOf) {
		if (name.length < 20) return;
		const bytes = Buffer.from(name);
		this.#batch.push({
			bytes,
			originOf
		});
		this.#length += bytes.length;
		if (this.#length >= BATCH_BYTES) this.flush();
	}
	flush() {
		const batch = this.#batch;
		this.#batch = [];
		this.#length = 0;
		if (batch.length === 0 || !this.#holds(Buffer.concat(batch.flatMap(({ bytes }) => [bytes, NEWLINE])))) return;
		for (const { bytes, originOf } of batch) if (this.#holds(bytes)) this.#emit({
			origin: originOf(),
			bytes,
			piece: wholePiece(bytes.length)
		});
	}
	#holds(bytes) {
		return this.#screen === void 0 || this.#screen.inspect(bytes) !== "nothing";
	}
};
// src/sources/file-names.ts
var FileNames = class {
	#scanner;
	#folders = new Set([""]);
	constructor(emit, screen) {
		this.#scanner = new NameScanner(emit, screen);
	}
	add(path, originOf) {
		if (path.length < 20) return;
		const slash = path.lastIndexOf("/");
		const folder = path.slice(0, Math.max(0, slash));
		if (!this.#folders.has(folder)) {
			this.#folders.add(folder);
			this.add(folder, originOf);
		}
		this.#scanner.add(path.slice(slash + 1), () => originOf(path));
	}
	flush() {
		this.#scanner.flush();
	}
};
// src/git/missing-objects.ts
const QUESTION_MARK = 63;
async function listMissingIndexObjects(repository, options = {}) {
	if (!repository.partialClone) return new Set();
	const args = [
		"rev-list",
		"--objects",
		"--no-object-names",
		"--missing=print",
		"--indexed-objects"
	];
	const missing = new Set();
	const git = startGit(repository, args, options);
	git.stdin.end();
	await splitStream(git.stdout, 10, (line) => {
		const oid = line[0] === QUESTION_MARK ? parseObjectId(line.toString("latin1", 1)) : null;
		if (oid !== null) missing.add(oid);
	});
	await git.exit;
	return missing;
}
// src/sources/index-source.ts
var index_source_exports = __exportAll({ indexSource: () => indexSource });
function indexSource(options) {
	const { repository, signal, skip = () => false, onProgress, isAlone = true } = options;
	return async (emit, coverage) => {
		coverage.partialClone ||= repository.partialClone;
		const count = (reason, example) => {
			if (isAlone) coverage.skip(reason, example);
		};
		const filter = await createPathFilter(options);
		const entries = options.entries ?? await readEntries(repository, coverage, signal);
		const blobs = groupByBlob(entries.filter(({ kind, path }) => {
			if (filter(path)) return kind !== "submodule";
			count("excluded", path);
			return false;
		}));
		if (isAlone) scanNames(entries, filter, emit, options.screen);
		const missing = await listMissingIndexObjects(repository, { signal });
		const wanted = [...blobs.values()].filter(({ oid }) => {
			if (missing.has(oid)) count("missing-object", oid);
			return !missing.has(oid) && !skip(oid);
		});
		let done = 0;
		const report = () => {
			done += 1;
			onProgress?.({
				phase: "index",
				done,
				total: wanted.length
			});
		};
		const windower = new Windower(emit);
		await readObjects(repository, [wanted], {
			begin: ({ origins }, { size }) => windower.begin(origins, size),
			part: (bytes) => windower.push(bytes),
			end: (_, { size }) => {
				windower.end();
				coverage.objects.scanned += 1;
				coverage.objects.bytes += size;
				report();
			},
			missing: ({ oid }) => {
				count("missing-object", oid);
				report();
			},
			corrupt: ({ oid }) => {
				count("corrupt-object", oid);
				report();
			}
		}, { signal });
	};
}
function scanNames(entries, filter, emit, screen) {
	if (screen === void 0) return;
	const names = new FileNames(emit, screen);
	for (const { path, oid } of entries) if (filter(path)) names.add(path, (named) => ({
		kind: "index",
		path: named,
		oid,
		isName: true
	}));
	names.flush();
}
async function readEntries(repository, coverage, signal) {
	try {
		return await listIndexEntries(repository, { signal });
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		coverage.skip("unreadable", reasonOf(error));
		return [];
	}
}
function groupByBlob(entries) {
	const blobs = new Map();
	for (const { oid, path, previous } of entries) {
		const blob = blobs.get(oid) ?? {
			oid,
			origins: []
		};
		blob.origins.push({
			kind: "index",
			path,
			oid,
			...previous && { previous }
		});
		blobs.set(oid, blob);
	}
	return blobs;
}
export { staged_changes_exports as a, listPseudoRefs as c, emptyWhenUnreadable as d, readObjects as f, listIndexEntries as h, Windower as i, readFetchHead as l, index_entries_exports as m, FileNames as n, PSEUDO_REF_FILES as o, eachIndexEntry as p, NameScanner as r, listGitFolders as s, index_source_exports as t, readPseudoRefs as u };
