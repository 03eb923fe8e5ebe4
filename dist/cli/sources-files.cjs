"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_cli = require("../cli.cjs");
const require_index_entries = require("./index-entries.cjs");
const require_path_name = require("./path-name.cjs");
const require_repository = require("./repository.cjs");
const require_scan = require("./scan.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let node_timers_promises = require("node:timers/promises");
// src/sources/file-calls.ts
const OPEN_FLAGS = node_fs.constants.O_RDONLY | (node_fs.constants.O_NOFOLLOW ?? 0) | (node_fs.constants.O_NONBLOCK ?? 0);
const IMMEDIATE_CALLS = {
	lstat: (path) => (0, node_fs.lstatSync)(path),
	open: (path) => {
		const descriptor = (0, node_fs.openSync)(path, OPEN_FLAGS);
		return {
			stat: () => (0, node_fs.fstatSync)(descriptor),
			read: (buffer, offset) => (0, node_fs.readSync)(descriptor, buffer, offset, buffer.length - offset, null),
			close: () => (0, node_fs.closeSync)(descriptor)
		};
	}
};
const CONCURRENT_CALLS = {
	lstat: (path) => (0, node_fs_promises.lstat)(path),
	open: async (path) => openHandle(await (0, node_fs_promises.open)(path, OPEN_FLAGS))
};
function openHandle(handle) {
	return {
		stat: () => handle.stat(),
		read: async (buffer, offset) => (await handle.read(buffer, offset, buffer.length - offset, null)).bytesRead,
		close: () => handle.close()
	};
}
// src/git/working-tree.ts
async function listWorkingTree(repository, options = {}) {
	const [entries, untracked, ignored] = await Promise.all([
		require_index_entries.listIndexEntries(repository, options),
		listOthers(repository, "untracked", options),
		options.ignored === true ? listOthers(repository, "ignored", options) : []
	]);
	const tracked = [];
	let last = null;
	for (const { kind, path, pathBytes } of entries) {
		if (last?.equals(pathBytes)) continue;
		last = pathBytes;
		tracked.push({
			state: "tracked",
			kind,
			path,
			pathBytes
		});
	}
	return [
		...tracked,
		...untracked,
		...ignored
	];
}
async function listOthers(repository, state, options) {
	const args = [
		"ls-files",
		"-z",
		"--full-name",
		...state === "ignored" ? ["--others", "--ignored"] : ["--others"],
		"--exclude-standard",
		"--",
		...options.paths ?? []
	];
	const git = require_repository.startGit(repository, args, options);
	git.stdin.end();
	const files = [];
	await require_scan.splitStream(git.stdout, 0, (part) => {
		const pathBytes = Buffer.from(part);
		const kind = part.at(-1) === 47 ? "submodule" : "file";
		files.push({
			state,
			kind,
			path: require_path_name.decodePath(pathBytes),
			pathBytes
		});
	});
	require_repository.expectSuccess(repository, args, await git.exit);
	return files;
}
// src/sources/folder-names.ts
const MARK = "";
const NEEDS_TOKEN = /[\ufffd\uf8ff\n\r\u2028\u2029\\]/;
var FolderNames = class {
	#names = [];
	encode(name) {
		const text = name.toString("utf8");
		if (!NEEDS_TOKEN.test(text)) return text;
		this.#names.push(name);
		return `${MARK}${this.#names.length - 1}${MARK}`;
	}
	toBytes(path) {
		if (!path.includes(MARK)) return Buffer.from(path, "utf8");
		const segments = path.split("/").map((segment) => {
			return (segment.startsWith(MARK) ? this.#names[Number(segment.slice(1, -1))] : void 0) ?? Buffer.from(segment, "utf8");
		});
		const slash = Buffer.from("/");
		return Buffer.concat(segments.flatMap((segment, index) => index === 0 ? [segment] : [slash, segment]));
	}
	toText(path) {
		return path.includes(MARK) ? require_path_name.decodePath(this.toBytes(path)) : path;
	}
};
// src/sources/gitignore.ts
const MAX_BYTES = 4194304;
var GitignoreRules = class {
	#createMatcher;
	#rules = new Map();
	constructor(createMatcher) {
		this.#createMatcher = createMatcher;
	}
	enter(folder, absolute) {
		const text = readRegularFile((0, node_path.join)(absolute, ".gitignore"));
		if (text !== null) this.#rules.set(folder, this.#createMatcher({ ignorecase: false }).add(text));
	}
	ignores(path) {
		for (let folder = parentOf(path);; folder = parentOf(folder)) {
			const decision = this.#decide(folder, path);
			if (decision !== null) return decision;
			if (folder === "") return false;
		}
	}
	#decide(folder, path) {
		const rules = this.#rules.get(folder);
		if (rules === void 0) return null;
		const below = path.slice(folder.length);
		const { ignored, unignored } = rules.test(below);
		if (unignored) return false;
		if (!ignored) return null;
		const parent = parentOf(below);
		return parent !== "" && rules.ignores(parent) ? null : true;
	}
};
function parentOf(path) {
	return path.slice(0, path.lastIndexOf("/", path.length - 2) + 1);
}
function readRegularFile(file) {
	try {
		const stats = (0, node_fs.lstatSync)(file);
		return stats.isFile() && stats.size <= MAX_BYTES ? (0, node_fs.readFileSync)(file, "utf8") : null;
	} catch {
		return null;
	}
}
// src/sources/folder.ts
async function* listFolder(options, coverage) {
	const [{ default: glob }, { default: createMatcher }] = await Promise.all([Promise.resolve().then(() => require_rolldown_runtime.__toESM(require("./fast-glob.cjs").default, 1)), Promise.resolve().then(() => require_rolldown_runtime.__toESM(require("./ignore.cjs").default, 1))]);
	const names = new FolderNames();
	const rules = options.gitignore ? new GitignoreRules(createMatcher) : null;
	const base = joinPath(options.root, options.folder);
	if (rules !== null) enterParents(rules, options);
	const files = glob.stream("**", {
		cwd: base,
		dot: true,
		unique: false,
		followSymbolicLinks: false,
		fs: {
			lstat: node_fs.lstat,
			stat: node_fs.stat,
			readdir: prunedReaddir(base, options, names, rules, coverage)
		}
	});
	for await (const file of files) {
		options.signal?.throwIfAborted();
		const below = joinPath(options.folder, String(file));
		yield {
			path: names.toText(below),
			pathBytes: names.toBytes(below),
			state: "unversioned"
		};
	}
}
function enterParents(rules, { root, folder }) {
	const segments = folder === "" ? [] : folder.split("/");
	for (let depth = 0; depth < segments.length; depth += 1) {
		const parent = segments.slice(0, depth).join("/");
		rules.enter(parent === "" ? "" : `${parent}/`, joinPath(root, parent));
	}
}
function prunedReaddir(base, options, names, rules, coverage) {
	return (path, _, done) => {
		const below = path.slice(base.length).replace(/^\/+/, "");
		const relative = joinPath(options.folder, below);
		const folder = relative === "" ? "" : `${relative}/`;
		const absolute = Buffer.concat([Buffer.from(`${base}/`), names.toBytes(below)]);
		(0, node_fs.readdir)(absolute, {
			withFileTypes: true,
			encoding: "buffer"
		}, (error, entries) => {
			if (error !== null) {
				coverage.skip(error.code === "ENOENT" ? "vanished" : "unreadable", names.toText(folder));
				done(null, []);
				return;
			}
			rules?.enter(folder, absolute.toString());
			const shown = [];
			for (const entry of entries) {
				const name = names.encode(entry.name);
				const path = entry.isDirectory() ? `${folder}${name}/` : `${folder}${name}`;
				if (name === ".git" || rules?.ignores(path)) continue;
				if (entry.isSymbolicLink()) coverage.skip("symbolic-link", names.toText(path));
				else if (entry.isDirectory() || entry.isFile()) shown.push(namedEntry(name, entry));
				else coverage.skip("special-file", names.toText(path));
			}
			done(null, shown);
		});
	};
}
function namedEntry(name, entry) {
	return Object.create(entry, { name: {
		value: name,
		enumerable: true
	} });
}
function joinPath(folder, name) {
	if (folder === "") return name;
	return name === "" ? folder : `${folder.replace(/\/$/, "")}/${name}`;
}
// src/sources/file-list.ts
async function listFiles(options, coverage) {
	const root = (0, node_fs.realpathSync)(options.root);
	const targets = (options.paths?.length ? options.paths : [root]).map((path) => toTarget(path, root, options.repository));
	const fromGit = [];
	const inGit = targets.filter((target) => target.inRepository);
	if (options.repository !== null && inGit.length > 0) fromGit.push(...await listInRepository(options.repository, inGit, options, coverage));
	const outside = targets.filter((target) => !target.inRepository);
	return {
		root: Buffer.from(root.endsWith(node_path.sep) ? root : `${root}${node_path.sep}`),
		files: eachOnce(fromGit, outside, {
			...options,
			root
		}, coverage),
		total: outside.length === 0 ? fromGit.length : null
	};
}
function toTarget(path, root, repository) {
	const absolute = resolveNamed(path);
	const below = (0, node_path.relative)(root, absolute).split(node_path.sep).join("/");
	if (below === ".." || below.startsWith("../") || (0, node_path.isAbsolute)(below)) throw new require_cli.UserError(`${require_cli.escapeControls(path)} is outside of ${require_cli.escapeControls(root)}: scan it on its own`);
	const isFolder = (0, node_fs.lstatSync)(absolute).isDirectory();
	if (isFolder && below.split("/").includes(".git")) throw new require_cli.UserError(`${require_cli.escapeControls(path)} is git's own folder: its objects are scanned with --history`);
	return {
		path: below,
		isFolder,
		inRepository: repository?.workTree != null && !isInNestedRepository(root, below)
	};
}
function resolveNamed(path) {
	try {
		return (0, node_fs.realpathSync)(path);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : "";
		const reason = code === "ENOENT" || code === "ENOTDIR" ? "no such file or folder" : `cannot be read (${code})`;
		throw new require_cli.UserError(`${require_cli.escapeControls(path)}: ${reason}`);
	}
}
function isInNestedRepository(root, path) {
	const segments = path === "" ? [] : path.split("/");
	return segments.some((_, index) => (0, node_fs.existsSync)((0, node_path.join)(root, ...segments.slice(0, index + 1), ".git")));
}
async function listInRepository(repository, targets, options, coverage) {
	const ignored = options.gitignore === false;
	const folders = targets.filter(({ isFolder }) => isFolder).map(({ path }) => path);
	const files = targets.filter(({ isFolder }) => !isFolder).map(({ path }) => path);
	const listed = [];
	const list = async (paths, withIgnored) => {
		const { signal } = options;
		return listWorkingTree(repository, {
			signal,
			ignored: withIgnored,
			paths: paths.includes("") ? [] : paths
		});
	};
	if (folders.length > 0) listed.push(...await list(folders, ignored));
	const named = [...ignored || folders.includes("") ? [] : folders.filter((folder) => !hasFileIn(listed, folder)), ...files];
	if (named.length > 0) listed.push(...await list(named, true));
	const known = new Set(listed.map(({ path }) => path));
	return [...listed.filter((file) => isReadable(file, coverage)), ...files.filter((path) => !known.has(path)).map(unversioned)];
}
function hasFileIn(files, folder) {
	return files.some(({ path }) => path.startsWith(`${folder}/`));
}
function isReadable({ kind, path }, coverage) {
	if (kind === "file") return true;
	coverage.skip(kind, path);
	return false;
}
function unversioned(path) {
	return {
		path,
		pathBytes: Buffer.from(path),
		state: "unversioned"
	};
}
async function* eachOnce(fromGit, outside, options, coverage) {
	const seen = new Set();
	const isNew = ({ pathBytes }) => {
		const key = pathBytes.toString("latin1");
		const isFirst = !seen.has(key);
		seen.add(key);
		return isFirst;
	};
	for (const file of fromGit) if (isNew(file)) yield file;
	for (const { path, isFolder } of outside) {
		if (!isFolder) {
			const file = unversioned(path);
			if (isNew(file)) yield file;
			continue;
		}
		const { root, gitignore = true, signal } = options;
		for await (const file of listFolder({
			root,
			folder: path,
			gitignore,
			signal
		}, coverage)) if (isNew(file)) yield file;
	}
}
// src/sources/file-reader.ts
const READ_BYTES = 1048576;
const SLASH = 47;
var FileReader = class {
	#root;
	#calls;
	#coverage;
	#windower;
	#buffer = Buffer.allocUnsafeSlow(READ_BYTES);
	#linkFree;
	#signal;
	constructor(root, calls, emit, coverage, linkFree, signal) {
		this.#root = root;
		this.#calls = calls;
		this.#coverage = coverage;
		this.#windower = new require_scan.Windower(emit);
		this.#linkFree = linkFree;
		this.#signal = signal;
	}
	async read(file) {
		try {
			await this.#readRegular(file);
		} catch (error) {
			this.#signal?.throwIfAborted();
			if (!isSystemError(error)) throw error;
			this.#countFailure(file, error.code);
		}
	}
	async #readRegular(file) {
		if (!this.#linkFree.has(file.pathBytes.subarray(0, file.pathBytes.lastIndexOf(SLASH) + 1))) {
			this.#coverage.skip("symbolic-link", file.path);
			return;
		}
		const absolute = Buffer.concat([this.#root, file.pathBytes]);
		const before = await this.#calls.lstat(absolute);
		if (before.isSymbolicLink()) this.#coverage.skip("symbolic-link", file.path);
		else if (before.isDirectory()) return;
		else if (!before.isFile()) this.#coverage.skip("special-file", file.path);
		else {
			const open = await this.#calls.open(absolute);
			try {
				if ((await open.stat()).isFile()) await this.#emitContent(file, open);
				else this.#coverage.skip("special-file", file.path);
			} finally {
				await open.close();
			}
		}
	}
	async #emitContent(file, open) {
		const origin = {
			kind: "file",
			path: file.path,
			state: file.state
		};
		let length = await this.#fillBuffer(open);
		let bytes = length;
		this.#windower.begin([origin], length < READ_BYTES ? length : null);
		this.#windower.push(this.#buffer.subarray(0, length));
		while (length === READ_BYTES) {
			this.#signal?.throwIfAborted();
			length = await this.#fillBuffer(open);
			bytes += length;
			this.#windower.push(this.#buffer.subarray(0, length));
		}
		this.#windower.end();
		this.#coverage.files.scanned += 1;
		this.#coverage.files.bytes += bytes;
	}
	async #fillBuffer(open) {
		let length = 0;
		while (length < READ_BYTES) {
			const count = await open.read(this.#buffer, length);
			if (count === 0) break;
			length += count;
		}
		return length;
	}
	#countFailure({ path, state }, code) {
		switch (code) {
			case "ENOENT":
			case "ENOTDIR":
				if (state !== "tracked") this.#coverage.skip("vanished", path);
				return;
			case "ELOOP":
			case "EMLINK":
				this.#coverage.skip("symbolic-link", path);
				return;
			case "ENXIO":
				this.#coverage.skip("special-file", path);
				return;
			default: this.#coverage.skip("unreadable", path);
		}
	}
};
var LinkFreeFolders = class {
	#root;
	#known = new Map();
	constructor(root) {
		this.#root = root;
	}
	has(folder) {
		if (folder.length === 0) return true;
		const key = folder.toString("latin1");
		const known = this.#known.get(key);
		if (known !== void 0) return known;
		const withoutSlash = folder.subarray(0, folder.length - 1);
		const parent = folder.subarray(0, withoutSlash.lastIndexOf(SLASH) + 1);
		const answer = this.has(parent) && !this.#isLink(withoutSlash);
		this.#known.set(key, answer);
		return answer;
	}
	#isLink(folder) {
		return (0, node_fs.lstatSync)(Buffer.concat([this.#root, folder]), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
	}
};
function isSystemError(error) {
	return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error;
}
// src/sources/files.ts
const FILES_PER_PROGRESS = 64;
function fileSource(options) {
	const { jobs = 1, signal, onProgress } = options;
	return async (emit, coverage) => {
		const filter = await require_scan.createPathFilter(options);
		const { root, files, total } = await listFiles(options, coverage);
		const linkFree = new LinkFreeFolders(root);
		const createReader = (calls) => new FileReader(root, calls, emit, coverage, linkFree, signal);
		let done = 0;
		const readOne = async (reader, file) => {
			if (filter(file.path)) await reader.read(file);
			else coverage.skip("excluded", file.path);
			done += 1;
			if (done % FILES_PER_PROGRESS === 0) onProgress?.({
				phase: "files",
				done,
				total
			});
		};
		if (jobs <= 1) await readOneByOne(files, createReader(IMMEDIATE_CALLS), readOne, signal);
		else await readSeveral(files, jobs, () => createReader(CONCURRENT_CALLS), readOne, signal);
		onProgress?.({
			phase: "files",
			done,
			total
		});
	};
}
async function readOneByOne(files, reader, readOne, signal) {
	let count = 0;
	for await (const file of files) {
		count += 1;
		if (count % FILES_PER_PROGRESS === 0) await (0, node_timers_promises.setImmediate)();
		signal?.throwIfAborted();
		await readOne(reader, file);
	}
}
async function readSeveral(files, jobs, createReader, readOne, signal) {
	const { default: pLimit } = await Promise.resolve().then(() => require("./p-limit.cjs"));
	const limit = pLimit(jobs);
	const idle = [];
	const running = new Set();
	try {
		for await (const file of files) {
			signal?.throwIfAborted();
			const reading = limit(async () => {
				const reader = idle.pop() ?? createReader();
				await readOne(reader, file);
				idle.push(reader);
			});
			running.add(reading);
			reading.then(() => running.delete(reading), () => {});
			if (running.size >= 2 * jobs) await Promise.race(running);
		}
		await Promise.all(running);
	} finally {
		limit.clearQueue();
		await Promise.allSettled(running);
	}
}
exports.fileSource = fileSource;
