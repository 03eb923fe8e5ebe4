"use strict";
const require_path_name = require("./path-name.cjs");
const require_repository = require("./repository.cjs");
const require_scan = require("./scan.cjs");
const require_pseudo_refs = require("./pseudo-refs.cjs");
const require_raw_log = require("./raw-log.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// src/git/head-tree.ts
async function findInHead(repository, wanted, options = {}) {
	const found = new Map();
	if (repository.head === null) return found;
	const git = require_repository.startGit(repository, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		repository.head
	], options);
	git.stdin.end();
	await require_scan.splitStream(git.stdout, 0, (part) => {
		const tab = part.indexOf("	");
		const oid = part.toString("latin1", part.lastIndexOf(" ", tab) + 1, tab);
		if (!wanted.has(oid)) return;
		const paths = found.get(oid) ?? new Set();
		found.set(oid, paths.add(require_path_name.decodePath(part.subarray(tab + 1))));
	});
	await git.exit;
	return found;
}
// src/git/remotes.ts
async function listFetchDestinations(repository) {
	const { GitConfigScope, GitPluginError, simpleGit } = await Promise.resolve().then(() => require("./simple-git.cjs"));
	const environment = require_repository.gitEnvironment(null);
	const program = require_repository.gitExecutable();
	const git = simpleGit({
		baseDir: repository.cwd,
		allowEnvironment: Object.keys(environment),
		...program === "git" ? {} : {
			binary: program,
			unsafe: { allowUnsafeCustomBinary: true }
		}
	}).env(environment);
	try {
		const { all } = await git.listConfig(GitConfigScope.local);
		return Object.entries(all).filter(([key]) => /^remote\..*\.fetch$/s.test(key)).flatMap(([, value]) => value).flatMap(fetchDestination);
	} catch (error) {
		if (error instanceof GitPluginError) throw error;
		return [];
	}
}
function fetchDestination(refspec) {
	const destination = refspec.slice(refspec.indexOf(":") + 1);
	return refspec.includes(":") && destination.startsWith("refs/") ? [destination] : [];
}
// src/git/refs.ts
async function listRefs(repository, options = {}) {
	const [output, destinations, detached, fetched] = await Promise.all([
		require_repository.runGit(repository, ["for-each-ref", `--format=%(objectname) %(HEAD) %(refname)`], options),
		repository.bare ? [] : listFetchDestinations(repository),
		listDetachedHeads(repository),
		require_pseudo_refs.readFetchHead(repository)
	]);
	const named = output.toString("utf8").split("\n").flatMap(parseRefLine);
	const heads = detached.map((target) => ({
		name: "HEAD",
		target,
		isCurrentBranch: false
	}));
	const remote = fetched.map((target) => ({
		name: "FETCH_HEAD",
		target,
		isCurrentBranch: false
	}));
	const refs = [
		...named,
		...heads,
		...remote
	];
	const peeled = await peel(repository, [...new Set(refs.map(({ target }) => target))], options);
	return refs.map((ref) => ({
		...ref,
		peeled: peeled.get(ref.target) ?? null,
		pushed: repository.bare || isFetched(ref.name, destinations)
	}));
}
const REMOTE_NAMESPACES = [
	"refs/remotes/",
	"refs/pull/",
	"refs/merge-requests/",
	"refs/changes/",
	"FETCH_HEAD"
];
function isFetched(name, destinations) {
	if (REMOTE_NAMESPACES.some((namespace) => name.startsWith(namespace))) return true;
	return destinations.some((destination) => {
		const star = destination.indexOf("*");
		if (star === -1) return name === destination;
		return name.startsWith(destination.slice(0, star)) && name.endsWith(destination.slice(star + 1));
	});
}
function parseRefLine(line) {
	const [id = "", ...rest] = line.split(" ");
	const target = require_repository.parseObjectId(id);
	const name = rest.at(-1) ?? "";
	return target === null ? [] : [{
		name,
		target,
		isCurrentBranch: rest[0] === "*"
	}];
}
async function peel(repository, ids, options) {
	const peeled = new Map();
	if (ids.length === 0) return peeled;
	const args = [
		"cat-file",
		"--batch-check=%(objectname)",
		"--buffer"
	];
	const input = ids.map((oid) => `${oid}^{}\n`).join("");
	const answers = (await require_repository.runGit(repository, args, {
		...options,
		input
	})).toString("latin1").split("\n");
	for (const [index, oid] of ids.entries()) {
		const end = require_repository.parseObjectId(answers[index] ?? "");
		if (end !== null) peeled.set(oid, end);
	}
	return peeled;
}
async function listDetachedHeads(repository) {
	const worktrees = (0, node_path.join)(repository.commonDir, "worktrees");
	const names = await (0, node_fs_promises.readdir)(worktrees).catch(() => []);
	const folders = [
		repository.commonDir,
		repository.gitDir,
		...names.map((name) => (0, node_path.join)(worktrees, name))
	];
	const heads = await Promise.all([...new Set(folders)].map((folder) => readDetachedHead(folder)));
	return [...new Set(heads.flatMap((head) => head ?? []))];
}
async function readDetachedHead(folder) {
	const text = await (0, node_fs_promises.readFile)((0, node_path.join)(folder, "HEAD"), "latin1").catch(() => "");
	return require_repository.parseObjectId(text.trim());
}
// src/git/taggers.ts
const MAX_HEADER = 65536;
async function readTaggers(place, tags, options = {}) {
	const taggers = new Map();
	if (tags.length === 0) return taggers;
	let header = "";
	await require_scan.readObjects(place, [tags.map((oid) => ({ oid }))], {
		begin: () => {
			header = "";
		},
		part: (bytes) => {
			if (header.length < MAX_HEADER) header += bytes.toString("latin1", 0, MAX_HEADER);
		},
		end: ({ oid }) => void taggers.set(oid, parseTag(Buffer.from(header, "latin1").toString())),
		missing: () => {},
		corrupt: () => {}
	}, options);
	return taggers;
}
function parseTag(text) {
	const end = text.indexOf("\n\n");
	const header = end === -1 ? text : text.slice(0, end);
	const line = (name) => new RegExp(`^${name} (.*)$`, "m").exec(header)?.[1] ?? "";
	const [, name = null, email = null, seconds = "", zone = ""] = /^(.*?) ?<([^>]*)> (\d{1,12}) ([+-]\d{4})$/.exec(line("tagger")) ?? [];
	return {
		commit: line("type") === "commit" ? require_repository.parseObjectId(line("object")) : null,
		name,
		email,
		date: toIso(Number(seconds), zone)
	};
}
function toIso(seconds, zone) {
	const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone) ?? [];
	if (hours === void 0 || minutes === void 0) return null;
	const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
	const local = new Date((seconds + offset * 60) * 1e3);
	if (Number.isNaN(local.getTime())) return null;
	return `${local.toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
}
var ReachTracker = class {
	#refs;
	#tips = new Map();
	#direct = new Map();
	#pending = new Map();
	#states = new Map();
	#none;
	constructor(refs) {
		this.#refs = [...refs].sort(byRank);
		this.#none = this.#intern(false, []);
		for (const [index, { peeled, target, pushed }] of this.#refs.entries()) {
			const state = this.#intern(pushed, [index]);
			const tip = peeled ?? target;
			this.#tips.set(tip, this.#merge(this.#tips.get(tip), state));
			for (const oid of new Set([target, tip])) this.#direct.set(oid, this.#merge(this.#direct.get(oid), state));
		}
	}
	visit(commit, parents) {
		const state = this.#merge(this.#pending.get(commit), this.#tips.get(commit) ?? this.#none);
		this.#pending.delete(commit);
		for (const parent of parents) this.#pending.set(parent, this.#merge(this.#pending.get(parent), state));
		return this.#describe(state);
	}
	ofTarget(oid) {
		return this.#describe(this.#direct.get(oid) ?? this.#none);
	}
	#describe({ pushed, refs }) {
		return {
			reach: pushed ? "pushed" : refs.length > 0 ? "local" : "unreachable",
			refs: refs.map((index) => this.#refs[index]?.name ?? "")
		};
	}
	#merge(one, other) {
		if (one === void 0 || one === other) return other;
		const refs = [...new Set([...one.refs, ...other.refs])].sort((a, b) => a - b).slice(0, 3);
		return this.#intern(one.pushed || other.pushed, refs);
	}
	#intern(pushed, refs) {
		const key = `${pushed}:${refs.join()}`;
		const known = this.#states.get(key);
		if (known !== void 0) return known;
		const state = {
			pushed,
			refs,
			key
		};
		this.#states.set(key, state);
		return state;
	}
};
const NAMESPACES = [
	"refs/heads/",
	"refs/remotes/",
	"refs/tags/",
	"refs/"
];
function byRank(a, b) {
	return rank(a) - rank(b) || (a.name < b.name ? -1 : 1);
}
function rank({ name, isCurrentBranch }) {
	if (isCurrentBranch) return -1;
	const index = NAMESPACES.findIndex((namespace) => name.startsWith(namespace));
	return index === -1 ? NAMESPACES.length : index;
}
// src/git/trail.ts
const COMMITS_PER_PROGRESS = 1024;
var Trail = class {
	#wanted;
	#inHead;
	#tracker;
	#onProgress;
	#found = new Map();
	#commit = null;
	#reach = {
		reach: "unreachable",
		refs: []
	};
	#commits = 0;
	constructor(wanted, inHead, refs, onProgress) {
		this.#wanted = wanted;
		this.#inHead = inHead;
		this.#tracker = new ReachTracker(refs);
		this.#onProgress = onProgress;
	}
	commit(commit) {
		this.#commit = commit;
		this.#reach = this.#tracker.visit(commit.oid, commit.parents);
		this.#commits += 1;
		if (this.#commits % COMMITS_PER_PROGRESS === 0) this.#onProgress?.(this.#commits);
		if (this.#wanted.has(commit.oid)) this.#add(commit.oid, "");
	}
	change(oid, pathBytes) {
		if (this.#wanted.has(oid)) this.#add(oid, require_path_name.decodePath(pathBytes));
	}
	finish(objects, taggers) {
		return new Map(objects.map((object) => [object.oid, this.#describe(object, taggers.get(object.oid))]));
	}
	#add(oid, path) {
		if (this.#commit === null) return;
		const paths = this.#found.get(oid) ?? new Map();
		this.#found.set(oid, paths);
		const found = {
			commit: this.#commit,
			reach: this.#reach
		};
		const known = paths.get(path);
		if (known === void 0 || isBetter(found, known)) paths.set(path, found);
	}
	#describe({ oid, type }, tagger) {
		const introductions = [...this.#found.get(oid) ?? []].sort(([, a], [, b]) => a.commit.committed - b.commit.committed).map(([path, { commit, reach }]) => ({
			path: type === "blob" ? path : null,
			commit: commit.oid,
			authorName: commit.authorName,
			authorEmail: commit.authorEmail,
			date: commit.date,
			...reach,
			inHead: this.#inHead.get(oid)?.has(path) ?? false
		}));
		const direct = this.#tracker.ofTarget(oid);
		if (type === "tag" || introductions.length === 0 && direct.refs.length > 0) introductions.push(ofTarget(direct, tagger));
		return {
			reach: furthest(introductions.map(({ reach }) => reach)),
			introductions
		};
	}
};
const REACHES = [
	"unreachable",
	"local",
	"pushed"
];
function isBetter(one, other) {
	const further = REACHES.indexOf(one.reach.reach) - REACHES.indexOf(other.reach.reach);
	return further > 0 || further === 0 && one.commit.committed <= other.commit.committed;
}
function furthest(reaches) {
	return REACHES.findLast((reach) => reaches.includes(reach)) ?? "unreachable";
}
function ofTarget(direct, tagger) {
	return {
		path: null,
		commit: tagger?.commit ?? null,
		authorName: tagger?.name ?? null,
		authorEmail: tagger?.email ?? null,
		date: tagger?.date ?? null,
		...direct,
		inHead: false
	};
}
// src/git/provenance.ts
async function traceObjects(repository, objects, options = {}) {
	if (objects.length === 0) return {
		objects: new Map(),
		complete: true
	};
	const wanted = new Set(objects.map(({ oid }) => oid));
	const tags = objects.filter(({ type }) => type === "tag").map(({ oid }) => oid);
	const [refs, inHead, tips, taggers] = await Promise.all([
		listRefs(repository, options),
		findInHead(repository, wanted, options),
		options.allObjects === true ? listStoredCommits(repository, options) : require_pseudo_refs.listPseudoRefs(repository, options),
		readTaggers(repository, tags, options)
	]);
	const trail = new Trail(wanted, inHead, refs, options.onProgress);
	const complete = await walkHistory(repository, trail, tips, options);
	return {
		objects: trail.finish(objects, taggers),
		complete
	};
}
async function walkHistory(repository, trail, tips, options) {
	if ((await runLog(repository, ["--topo-order"], trail, tips, options)).code === 0) return true;
	const unsorted = await runLog(repository, [], trail, tips, options);
	if (unsorted.code === null) throw require_repository.gitFailure(repository, ["log"], unsorted);
	return false;
}
async function runLog(repository, order, trail, tips, options) {
	const roots = [
		"--all",
		"--reflog",
		"--stdin"
	];
	const git = require_repository.startGit(repository, [
		"log",
		...order,
		...require_raw_log.RAW_LOG_FORMAT,
		...roots,
		"--end-of-options"
	], options);
	git.stdin.end(tips.map((oid) => `${oid}\n`).join(""));
	const parser = new require_raw_log.RawLogParser(trail);
	try {
		await require_scan.splitStream(git.stdout, 0, (part) => parser.push(part));
		return await git.exit;
	} finally {
		git.kill();
	}
}
async function listStoredCommits(repository, options) {
	const git = require_repository.startGit(repository, [
		"cat-file",
		"--batch-all-objects",
		"--unordered",
		"--buffer",
		"--batch-check=%(objectname) %(objecttype)"
	], options);
	git.stdin.end();
	const commits = [];
	await require_scan.splitStream(git.stdout, 10, (line) => {
		if (!line.toString("latin1").endsWith(" commit")) return;
		const oid = require_repository.parseObjectId(line.toString("latin1", 0, line.indexOf(" ")));
		if (oid !== null) commits.push(oid);
	});
	await git.exit;
	return commits;
}
exports.traceObjects = traceObjects;
