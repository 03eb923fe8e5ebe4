import { i as __toESM } from "./rolldown-runtime.js";
import { p as UserError } from "./basics.js";
import { _ as reasonOf, a as expectSuccess, h as escapeControls, m as GitError, s as startGit } from "./scan.js";
import { t as ByteStrings } from "./byte-strings.js";
import { p as eachIndexEntry } from "./staged.js";
import { c as decodePath, s as splitStream } from "./scan-roots.js";
import { existsSync, lstatSync, readFileSync, realpathSync } from "node:fs";
import { opendir } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
// src/git/working-tree.ts
const STATES = [
	"tracked",
	"untracked",
	"ignored"
];
const KINDS = [
	"file",
	"symbolic-link",
	"submodule"
];
var WorkingFiles = class {
	#paths = new ByteStrings();
	#types = new Uint8Array(1024);
	get count() {
		return this.#paths.count;
	}
	add(state, kind, pathBytes) {
		const number = this.#paths.add(pathBytes);
		if (number === this.#types.length) {
			const types = new Uint8Array(2 * number);
			types.set(this.#types);
			this.#types = types;
		}
		this.#types[number] = STATES.indexOf(state) * KINDS.length + KINDS.indexOf(kind);
	}
	*[Symbol.iterator]() {
		for (let number = 0; number < this.#paths.count; number += 1) {
			const type = this.#types[number] ?? 0;
			yield new ListedFile(STATES[Math.floor(type / KINDS.length)] ?? "tracked", KINDS[type % KINDS.length] ?? "file", this.#paths.at(number));
		}
	}
};
var ListedFile = class {
	state;
	kind;
	pathBytes;
	constructor(state, kind, pathBytes) {
		this.state = state;
		this.kind = kind;
		this.pathBytes = pathBytes;
	}
	get path() {
		return decodePath(this.pathBytes);
	}
};
async function listWorkingTree(repository, options = {}) {
	const [tracked, untracked, ignored] = await Promise.all([
		listTracked(repository, options),
		listOthers(repository, "untracked", options),
		options.ignored === true ? listOthers(repository, "ignored", options) : NONE
	]);
	const unreadable = new Set([...untracked.unreadable, ...ignored.unreadable]);
	return {
		files: [
			tracked,
			...untracked.files,
			...ignored.files
		],
		unreadable: [...unreadable]
	};
}
const NONE = {
	files: [],
	unreadable: []
};
async function listTracked(repository, options) {
	const files = new WorkingFiles();
	let last = null;
	const add = ({ kind, pathBytes }) => {
		if (last?.equals(pathBytes)) return;
		last = pathBytes;
		files.add("tracked", kind, pathBytes);
	};
	await eachIndexEntry(repository, add, options);
	return files;
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
	const git = startGit(repository, args, options);
	git.stdin.end();
	const files = new WorkingFiles();
	await splitStream(git.stdout, 0, (part) => files.add(state, part.at(-1) === 47 ? "submodule" : "file", part));
	const exit = await git.exit;
	expectSuccess(repository, args, exit);
	return {
		files: [files],
		unreadable: closedFolders(exit.stderr)
	};
}
function closedFolders(stderr) {
	return [...stderr.matchAll(/^warning: could not open directory '(.*)': (?!No such file)/gm)].map(([, folder = ""]) => folder);
}
async function listIgnoredPaths(repository, options = {}) {
	const git = startGit(repository, [
		...[
			"ls-files",
			"-z",
			"--full-name",
			"--others",
			"--ignored",
			"--exclude-standard",
			"--directory"
		],
		"--",
		...options.paths ?? []
	], options);
	git.stdin.end();
	const listed = [];
	await splitStream(git.stdout, 0, (part) => void listed.push(decodePath(part)));
	await git.exit;
	return listed.filter((path, index) => !path.endsWith("/") || listed[index + 1]?.startsWith(path) !== true);
}
// src/sources/gitignore.ts
const MAX_BYTES = 4194304;
const MOST_REMEMBERED = 16384;
var GitignoreRules = class {
	#createMatcher;
	#nearest = new Map();
	constructor(createMatcher) {
		this.#createMatcher = createMatcher;
	}
	enter(folder, absolute) {
		const above = folder === "" ? null : this.#nearest.get(parentOf$1(folder)) ?? null;
		const text = readRegularFile(join(absolute, ".gitignore"));
		const rules = text === null ? above : new FolderRules(folder, text, above, this.#createMatcher);
		this.#nearest.set(folder, rules);
	}
	ignores(path) {
		let rules = this.#nearest.get(parentOf$1(path)) ?? null;
		for (; rules !== null; rules = rules.above) {
			const decision = rules.decide(path);
			if (decision !== null) return decision;
		}
		return false;
	}
};
var FolderRules = class {
	above;
	#folder;
	#create;
	#matcher;
	#asked = 0;
	constructor(folder, text, above, createMatcher) {
		this.above = above;
		this.#folder = folder;
		this.#create = () => createMatcher({ ignorecase: false }).add(text);
		this.#matcher = this.#create();
	}
	decide(path) {
		this.#asked += 1;
		if (this.#asked % MOST_REMEMBERED === 0) this.#matcher = this.#create();
		const below = path.slice(this.#folder.length);
		const { ignored, unignored } = this.#matcher.test(below);
		if (unignored) return false;
		if (!ignored) return null;
		const parent = parentOf$1(below);
		return parent !== "" && this.#matcher.ignores(parent) ? null : true;
	}
};
function parentOf$1(path) {
	return path.slice(0, path.lastIndexOf("/", path.length - 2) + 1);
}
function readRegularFile(file) {
	try {
		const stats = lstatSync(file);
		return stats.isFile() && stats.size <= MAX_BYTES ? readFileSync(file, "utf8") : null;
	} catch {
		return null;
	}
}
// src/sources/folder.ts
const ENTRIES_AT_ONCE = 256;
async function* listFolder(options, coverage) {
	const rules = options.gitignore ? await rulesAbove(options) : null;
	const top = options.folder === "" ? "" : `${options.folder}/`;
	const pending = [Buffer.from(top).toString("latin1")];
	for (let folder = pending.pop(); folder !== void 0; folder = pending.pop()) {
		options.signal?.throwIfAborted();
		const bytes = Buffer.from(folder, "latin1");
		for await (const entry of entriesOf(bytes, options, coverage, rules)) if (entry.isFolder) pending.push(Buffer.concat([
			bytes,
			entry.name,
			SLASH$1
		]).toString("latin1"));
		else {
			const pathBytes = Buffer.concat([bytes, entry.name]);
			yield {
				path: decodePath(pathBytes),
				pathBytes,
				state: "unversioned"
			};
		}
	}
}
const SLASH$1 = Buffer.from("/");
async function rulesAbove({ root, folder }) {
	const { default: createMatcher } = await import("./ignore.js").then((m) => __toESM(m.default, 1));
	const rules = new GitignoreRules(createMatcher);
	const segments = folder === "" ? [] : folder.split("/");
	for (let depth = 0; depth < segments.length; depth += 1) {
		const parent = segments.slice(0, depth).map((segment) => `${segment}/`);
		rules.enter(parent.join(""), `${root}/${parent.join("")}`);
	}
	return rules;
}
async function* entriesOf(folder, { root, folder: top }, coverage, rules) {
	const text = decodePath(folder);
	const absolute = Buffer.concat([Buffer.from(`${root}/`), folder]);
	rules?.enter(text, absolute.toString());
	try {
		for await (const entry of await openFolder(absolute)) {
			const name = entry.name;
			const path = `${text}${decodePath(name)}`;
			if (name.equals(GIT$1)) {
				if (text !== "" && text !== `${top}/`) coverage.skip("repository", text);
			} else if (rules?.ignores(entry.isDirectory() ? `${path}/` : path)) coverage.skip("ignored", entry.isDirectory() ? `${path}/` : path);
			else if (entry.isSymbolicLink()) coverage.skip("symbolic-link", path);
			else if (entry.isDirectory() || entry.isFile()) yield {
				name,
				isFolder: entry.isDirectory()
			};
			else coverage.skip("special-file", path);
		}
	} catch (error) {
		const { code } = error;
		if (code === void 0) throw error;
		coverage.skip(code === "ENOENT" ? "vanished" : "unreadable", text || ".");
	}
}
const GIT$1 = Buffer.from(".git");
function openFolder(path) {
	return opendir(path, {
		encoding: "buffer",
		bufferSize: ENTRIES_AT_ONCE
	});
}
// src/sources/nested-repositories.ts
const SLASH = 47;
const GIT = Buffer.from(".git");
function findNestedRepositories(root, files) {
	const known = new Set();
	const nested = [];
	const visit = (folder) => {
		const key = folder.toString("latin1");
		if (folder.length === 0 || known.has(key)) return;
		known.add(key);
		visit(parentOf(folder));
		if (isThere(Buffer.concat([
			root,
			folder,
			GIT
		]))) nested.push(decodePath(folder.subarray(0, -1)));
	};
	for (const { kind, pathBytes } of files) if (kind !== "submodule") visit(parentOf(pathBytes));
	else visit(pathBytes.at(-1) === SLASH ? pathBytes : Buffer.concat([pathBytes, Buffer.of(SLASH)]));
	return nested;
}
function parentOf(path) {
	return path.subarray(0, path.lastIndexOf(SLASH, path.length - 2) + 1);
}
function isThere(path) {
	try {
		lstatSync(path);
		return true;
	} catch {
		return false;
	}
}
// src/sources/file-list.ts
async function listFiles(options, coverage) {
	const root = realpathSync(options.root);
	const targets = (options.paths?.length ? options.paths : [root]).map((path) => toTarget(path, root, options.repository));
	const rootBytes = Buffer.from(root.endsWith(sep) ? root : `${root}${sep}`);
	const fromGit = await listWithGit(targets.filter((target) => target.inRepository), {
		...options,
		root,
		rootBytes
	}, coverage);
	const outside = fromGit === null ? targets : targets.filter((target) => !target.inRepository);
	return {
		root: rootBytes,
		files: eachOnce(fromGit ?? NOTHING, outside, {
			...options,
			root
		}, coverage),
		total: outside.length === 0 ? fromGit?.count ?? 0 : null
	};
}
const NOTHING = {
	files: [],
	count: 0,
	mayRepeat: false
};
async function listWithGit(targets, options, coverage) {
	if (options.repository === null || targets.length === 0) return NOTHING;
	try {
		return await listInRepository(options.repository, targets, options, coverage);
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		coverage.skip("unreadable", reasonOf(error));
		return null;
	}
}
function toTarget(path, root, repository) {
	const absolute = resolveNamed(path);
	const below = relative(root, absolute).split(sep).join("/");
	if (below === ".." || below.startsWith("../") || isAbsolute(below)) throw new UserError(`${escapeControls(path)} is outside of ${escapeControls(root)}: scan it on its own`);
	const isFolder = lstatSync(absolute).isDirectory();
	if (isFolder && below.split("/").includes(".git")) throw new UserError(`${escapeControls(path)} is git's own folder: its objects are scanned with --history`);
	return {
		path: below,
		isFolder,
		inRepository: repository?.workTree != null && !isInNestedRepository(root, below)
	};
}
function resolveNamed(path) {
	try {
		return realpathSync(path);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : "";
		const reason = code === "ENOENT" || code === "ENOTDIR" ? "no such file or folder" : `cannot be read (${code})`;
		throw new UserError(`${escapeControls(path)}: ${reason}`);
	}
}
function isInNestedRepository(root, path) {
	const segments = path === "" ? [] : path.split("/");
	return segments.some((_, index) => existsSync(join(root, ...segments.slice(0, index + 1), ".git")));
}
async function listInRepository(repository, targets, options, coverage) {
	const { signal } = options;
	const takesIgnored = options.gitignore === false;
	const folders = targets.filter(({ isFolder }) => isFolder).map(({ path }) => path);
	const files = targets.filter(({ isFolder }) => !isFolder).map(({ path }) => path);
	const listed = [];
	const unreadable = new Set();
	const list = async (named, ignored) => {
		const paths = named.includes("") ? [] : named;
		const tree = await listWorkingTree(repository, {
			signal,
			ignored,
			paths
		});
		listed.push(...tree.files);
		for (const path of tree.unreadable) unreadable.add(path);
	};
	const ignored = takesIgnored || folders.length === 0 ? Promise.resolve([]) : listIgnoredPaths(repository, {
		signal,
		paths: folders.includes("") ? [] : folders
	});
	ignored.catch(() => {});
	if (folders.length > 0) await list(folders, takesIgnored);
	const silent = takesIgnored || folders.includes("") ? [] : folders.filter((folder) => !hasFileIn(listed, folder));
	const named = [...silent, ...files];
	if (named.length > 0) await list(named, true);
	const unlisted = new Set(files);
	for (const { path } of files.length > 0 ? eachOf(listed) : []) unlisted.delete(path);
	for (const path of unreadable) coverage.skip("unreadable", path);
	countIgnored((await ignored).filter((path) => !isBelow(path, silent)), coverage);
	reportRepositories(listed, options, coverage);
	let count = unlisted.size;
	for (const file of eachOf(listed)) if (isReadable(file, coverage)) count += 1;
	return {
		files: readable(listed, unlisted),
		count,
		mayRepeat: named.length > 0
	};
}
function* eachOf(lists) {
	for (const files of lists) yield* files;
}
function* readable(lists, unlisted) {
	for (const file of eachOf(lists)) if (file.kind === "file") yield file;
	for (const path of unlisted) yield unversioned(path);
}
function countIgnored(paths, coverage) {
	const isFolder = (path) => path.endsWith("/");
	for (const path of paths) if (!isFolder(path)) coverage.skip("ignored", path);
	for (const path of paths) if (isFolder(path)) coverage.skip("ignored", path);
}
function reportRepositories(lists, options, coverage) {
	const nested = findNestedRepositories(options.rootBytes, eachOf(lists));
	const isCheckedOut = new Set(nested);
	for (const path of nested) if (options.onRepository === void 0) coverage.skip("repository", path);
	else options.onRepository(path);
	for (const file of eachOf(lists)) {
		if (file.kind !== "submodule") continue;
		if (!isCheckedOut.has(file.path.replace(/\/$/, ""))) coverage.skip("submodule", file.path);
	}
}
function hasFileIn(lists, folder) {
	for (const { path } of eachOf(lists)) if (path.startsWith(`${folder}/`)) return true;
	return false;
}
function isBelow(path, folders) {
	return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}
function isReadable(file, coverage) {
	if (file.kind === "symbolic-link") coverage.skip(file.kind, file.path);
	return file.kind === "file";
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
	const isAlone = !fromGit.mayRepeat && (outside.length === 0 || fromGit.count === 0 && outside.length === 1);
	const isNew = ({ pathBytes }) => {
		if (isAlone) return true;
		const key = pathBytes.toString("latin1");
		const isFirst = !seen.has(key);
		seen.add(key);
		return isFirst;
	};
	for (const file of fromGit.files) if (isNew(file)) yield file;
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
export { listFiles };
