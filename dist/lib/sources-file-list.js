import { i as __toESM } from "./rolldown-runtime.js";
import { p as UserError } from "./basics.js";
import { a as expectSuccess, f as GitError, h as reasonOf, p as escapeControls, s as startGit } from "./scan.js";
import { f as listIndexEntries, p as decodePath } from "./staged.js";
import { o as splitStream } from "./scan-roots.js";
import { existsSync, lstat, lstatSync, readFileSync, readdir, realpathSync, stat } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
// src/git/working-tree.ts
async function listWorkingTree(repository, options = {}) {
	const [entries, untracked, ignored] = await Promise.all([
		listIndexEntries(repository, options),
		listOthers(repository, "untracked", options),
		options.ignored === true ? listOthers(repository, "ignored", options) : NONE
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
	const unreadable = new Set([...untracked.unreadable, ...ignored.unreadable]);
	return {
		files: [
			...tracked,
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
	const files = [];
	await splitStream(git.stdout, 0, (part) => {
		const pathBytes = Buffer.from(part);
		const kind = part.at(-1) === 47 ? "submodule" : "file";
		files.push({
			state,
			kind,
			path: decodePath(pathBytes),
			pathBytes
		});
	});
	const exit = await git.exit;
	expectSuccess(repository, args, exit);
	return {
		files,
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
		return path.includes(MARK) ? decodePath(this.toBytes(path)) : path;
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
		const text = readRegularFile(join(absolute, ".gitignore"));
		if (text !== null) this.#rules.set(folder, this.#createMatcher({ ignorecase: false }).add(text));
	}
	ignores(path) {
		for (let folder = parentOf$1(path);; folder = parentOf$1(folder)) {
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
		const parent = parentOf$1(below);
		return parent !== "" && rules.ignores(parent) ? null : true;
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
async function* listFolder(options, coverage) {
	const [{ default: glob }, { default: createMatcher }] = await Promise.all([import("./fast-glob.js").then((m) => __toESM(m.default, 1)), import("./ignore.js").then((m) => __toESM(m.default, 1))]);
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
			lstat,
			stat,
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
		readdir(absolute, {
			withFileTypes: true,
			encoding: "buffer"
		}, (error, entries) => {
			if (error !== null) {
				coverage.skip(error.code === "ENOENT" ? "vanished" : "unreadable", names.toText(folder) || ".");
				done(null, []);
				return;
			}
			rules?.enter(folder, absolute.toString());
			const shown = [];
			for (const entry of entries) {
				const name = names.encode(entry.name);
				const path = entry.isDirectory() ? `${folder}${name}/` : `${folder}${name}`;
				if (name === ".git") {
					if (below !== "") coverage.skip("repository", names.toText(folder));
				} else if (rules?.ignores(path)) coverage.skip("ignored", names.toText(path));
				else if (entry.isSymbolicLink()) coverage.skip("symbolic-link", names.toText(path));
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
		files: eachOnce(fromGit ?? [], outside, {
			...options,
			root
		}, coverage),
		total: outside.length === 0 ? fromGit?.length ?? 0 : null
	};
}
async function listWithGit(targets, options, coverage) {
	if (options.repository === null || targets.length === 0) return [];
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
		for (const file of tree.files) listed.push(file);
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
	const known = new Set(listed.map(({ path }) => path));
	for (const path of unreadable) coverage.skip("unreadable", path);
	countIgnored((await ignored).filter((path) => !isBelow(path, silent)), coverage);
	reportRepositories(listed, options, coverage);
	return [...listed.filter((file) => isReadable(file, coverage)), ...files.filter((path) => !known.has(path)).map(unversioned)];
}
function countIgnored(paths, coverage) {
	const isFolder = (path) => path.endsWith("/");
	for (const path of paths) if (!isFolder(path)) coverage.skip("ignored", path);
	for (const path of paths) if (isFolder(path)) coverage.skip("ignored", path);
}
function reportRepositories(files, options, coverage) {
	const nested = findNestedRepositories(options.rootBytes, files);
	const isCheckedOut = new Set(nested);
	for (const path of nested) if (options.onRepository === void 0) coverage.skip("repository", path);
	else options.onRepository(path);
	for (const { kind, path } of files) if (kind === "submodule" && !isCheckedOut.has(path.replace(/\/$/, ""))) coverage.skip("submodule", path);
}
function hasFileIn(files, folder) {
	return files.some(({ path }) => path.startsWith(`${folder}/`));
}
function isBelow(path, folders) {
	return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}
function isReadable({ kind, path }, coverage) {
	if (kind === "symbolic-link") coverage.skip(kind, path);
	return kind === "file";
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
export { listFiles };
