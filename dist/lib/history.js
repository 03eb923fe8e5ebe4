import { t as parseObjectId } from "./object-id.js";
import { a as runGit, c as gitExecutable, l as gitEnvironment, n as splitStream, o as startGit, r as expectSuccess } from "./split-stream.js";
import { r as readFetchHead } from "./pseudo-refs.js";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
// src/git/reflog.ts
async function listStashes(repository, options = {}) {
	return readEntries(repository, ["refs/stash", "--"], options);
}
async function listReflogEntries(repository, options = {}) {
	return (await readEntries(repository, ["--all", "--"], options)).filter(({ name }) => !name.startsWith("refs/stash@"));
}
async function readEntries(repository, of, options) {
	const git = startGit(repository, [
		"log",
		"--walk-reflogs",
		"--no-color",
		"--format=%H %gD",
		...of
	], options);
	git.stdin.end();
	const entries = [];
	await splitStream(git.stdout, 10, (line) => {
		const text = line.toString("utf8");
		const space = text.indexOf(" ");
		const target = parseObjectId(text.slice(0, space));
		if (target !== null) entries.push({
			name: text.slice(space + 1),
			target
		});
	});
	await git.exit;
	return entries;
}
// src/git/remotes.ts
async function listRemotes(repository) {
	const { GitConfigScope, GitPluginError, simpleGit } = await import("./simple-git.js");
	const environment = gitEnvironment(null);
	const program = gitExecutable();
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
		return remotesOf(Object.entries(all).map(([key, value]) => [key, [value].flat()]));
	} catch (error) {
		if (error instanceof GitPluginError) throw error;
		return [];
	}
}
function remotesOf(settings) {
	const remotes = new Map();
	for (const [key, values] of settings) {
		const [, name, variable] = /^remote\.(.+)\.(url|fetch)$/s.exec(key) ?? [];
		if (name === void 0) continue;
		const destinations = remotes.get(name) ?? [];
		remotes.set(name, destinations);
		if (variable === "fetch") destinations.push(...values.flatMap(fetchDestination));
	}
	return [...remotes].map(([name, destinations]) => ({
		name,
		destinations
	}));
}
function fetchDestination(refspec) {
	const destination = refspec.slice(refspec.indexOf(":") + 1);
	return refspec.includes(":") && destination.startsWith("refs/") ? [destination] : [];
}
// src/git/refs.ts
const REF_KINDS = [
	"branch",
	"remote-branch",
	"tag",
	"head",
	"stash",
	"note",
	"pull-request",
	"fetched",
	"other"
];
async function listRefs(repository, options = {}) {
	const [{ named, broken }, remotes, detached, fetched] = await Promise.all([
		listNamed(repository, options),
		listRemotes(repository),
		listDetachedHeads(repository),
		readFetchHead(repository)
	]);
	const stashes = named.some(({ name }) => name === STASH) ? await listStashes(repository, options) : [];
	const all = [
		...named.filter(({ name }) => name !== STASH || stashes.length === 0),
		...stashes,
		...detached.map((target) => ({
			name: "HEAD",
			target
		})),
		...fetched.map((target) => ({
			name: "FETCH_HEAD",
			target
		}))
	];
	const peeled = await peel(repository, [...new Set(all.map(({ target }) => target))], options);
	return {
		refs: all.map(({ name, target, isCurrentBranch = false }) => ({
			name,
			kind: kindOf(name),
			target,
			peeled: peeled.get(target) ?? null,
			remote: repository.bare ? remoteOfBare(remotes) : remoteOf(name, remotes),
			isCurrentBranch
		})),
		broken
	};
}
const STASH = "refs/stash";
async function listNamed(repository, options) {
	const args = ["for-each-ref", "--format=%(objectname) %(HEAD) %(refname)"];
	const git = startGit(repository, args, options);
	git.stdin.end();
	const named = [];
	await splitStream(git.stdout, 10, (line) => void named.push(...parseRefLine(line.toString("utf8"))));
	const exit = await git.exit;
	expectSuccess(repository, args, exit);
	return {
		named,
		broken: [...exit.stderr.matchAll(/^(?:warning|error): ignoring broken ref (.+)$/gm)].map(([, name = ""]) => name)
	};
}
function parseRefLine(line) {
	const [id = "", ...rest] = line.split(" ");
	const target = parseObjectId(id);
	const name = rest.at(-1) ?? "";
	return target === null ? [] : [{
		name,
		target,
		isCurrentBranch: rest[0] === "*"
	}];
}
const KINDS = [
	["refs/heads/", "branch"],
	["refs/remotes/", "remote-branch"],
	["refs/tags/", "tag"],
	["refs/notes/", "note"],
	[STASH, "stash"],
	...[
		"refs/pull/",
		"refs/merge-requests/",
		"refs/pull-requests/",
		"refs/changes/"
	].map((namespace) => [namespace, "pull-request"]),
	["FETCH_HEAD", "fetched"],
	["HEAD", "head"]
];
function kindOf(name) {
	return KINDS.find(([start]) => name.startsWith(start))?.[1] ?? "other";
}
function remoteOf(name, remotes) {
	const owner = remotes.find(({ destinations }) => destinations.some((pattern) => isIn(pattern, name)));
	if (owner !== void 0) return owner.name;
	const kind = kindOf(name);
	if (kind === "remote-branch") return name.split("/")[2] ?? "?";
	if (kind === "pull-request" || kind === "fetched") return onlyOne(remotes) ?? "?";
	return null;
}
function remoteOfBare(remotes) {
	return onlyOne(remotes) ?? ".";
}
function onlyOne(remotes) {
	return remotes.length === 1 ? remotes[0]?.name ?? null : null;
}
function isIn(pattern, name) {
	const star = pattern.indexOf("*");
	if (star === -1) return name === pattern;
	return name.startsWith(pattern.slice(0, star)) && name.endsWith(pattern.slice(star + 1));
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
	const answers = (await runGit(repository, args, {
		...options,
		input
	})).toString("latin1").split("\n");
	for (const [index, oid] of ids.entries()) {
		const end = parseObjectId(answers[index] ?? "");
		if (end !== null) peeled.set(oid, end);
	}
	return peeled;
}
async function listDetachedHeads(repository) {
	const worktrees = join(repository.commonDir, "worktrees");
	const names = await readdir(worktrees).catch(() => []);
	const folders = [
		repository.commonDir,
		repository.gitDir,
		...names.map((name) => join(worktrees, name))
	];
	const heads = await Promise.all([...new Set(folders)].map((folder) => readDetachedHead(folder)));
	return [...new Set(heads.flatMap((head) => head ?? []))];
}
async function readDetachedHead(folder) {
	const text = await readFile(join(folder, "HEAD"), "latin1").catch(() => "");
	return parseObjectId(text.trim());
}
// src/git/history.ts
const REACHES = [
	"unreachable",
	"local",
	"pushed"
];
function furthestReach(reaches) {
	return REACHES.findLast((reach) => reaches.includes(reach)) ?? "unreachable";
}
var History = class {
	graph;
	refs;
	head;
	#tips;
	#direct = new Map();
	#pushed;
	#local;
	#inHead;
	#unread;
	#broken;
	constructor(graph, { refs, broken }, head, unread) {
		this.graph = graph;
		this.refs = [...refs].sort(byRank);
		this.head = head === null ? null : graph.find(head);
		this.#tips = this.refs.map(({ target, peeled }) => graph.find(peeled ?? target));
		this.#unread = unread;
		this.#broken = [...broken.map((name) => name.startsWith("refs/remotes/") ? "pushed" : "local"), ...this.refs.filter(({ peeled, kind }, index) => peeled === null && this.#tips[index] === null && kind !== "fetched").map(({ remote }) => remote === null ? "local" : "pushed")];
		for (const ref of this.refs) for (const oid of new Set([ref.target, ref.peeled ?? ref.target])) this.#direct.set(oid, [...this.#direct.get(oid) ?? [], ref]);
		const tipsOf = (isWanted) => this.#tips.filter((tip, index) => {
			const ref = this.refs[index];
			return tip !== null && ref !== void 0 && isWanted(ref);
		});
		this.#pushed = graph.ancestors(tipsOf(({ remote }) => remote !== null));
		this.#local = graph.ancestors(tipsOf(() => true));
		this.#inHead = graph.ancestors(this.head === null ? [] : [this.head]);
	}
	get isComplete() {
		return !this.#unread.isBroken && this.#unread.commits.length === 0 && this.#broken.length === 0;
	}
	reachOf(place) {
		if (this.#pushed[place] === 1) return "pushed";
		return this.#local[place] === 1 ? "local" : "unreachable";
	}
	isInHead(place) {
		return this.#inHead[place] === 1;
	}
	mostTelling(places) {
		const reach = furthestReach(places.map((place) => this.reachOf(place)));
		return this.oldest(places.filter((place) => this.reachOf(place) === reach));
	}
	oldest(places) {
		return places.reduce((oldest, place) => oldest === null || this.graph.isOlder(place, oldest) ? place : oldest, null);
	}
	refsAt(oid) {
		return this.#direct.get(oid) ?? [];
	}
	holdersOf(sets, most) {
		const keys = sets.map((set) => [...set].sort((a, b) => a - b).join());
		const distinct = [...new Map(keys.map((key, index) => [key, sets[index] ?? []]))];
		const found = new Map();
		for (let start = 0; start < distinct.length; start += 32) {
			const batch = distinct.slice(start, start + 32);
			const marks = this.graph.spread(batch.map(([, set]) => set));
			for (const [bit, [key]] of batch.entries()) found.set(key, this.#holders(marks, bit, most));
		}
		return keys.map((key) => found.get(key) ?? {
			refs: [],
			count: 0
		});
	}
	#holders(marks, bit, most) {
		const refs = [];
		const counts = new Map();
		let count = 0;
		for (const [index, tip] of this.#tips.entries()) {
			const ref = this.refs[index];
			if (tip === null || ref === void 0 || ((marks[tip] ?? 0) >>> bit & 1) === 0) continue;
			count += 1;
			const ofKind = (counts.get(ref.kind) ?? 0) + 1;
			counts.set(ref.kind, ofKind);
			if (ofKind <= most) refs.push(ref);
		}
		return {
			refs,
			count
		};
	}
	basesOf(set) {
		const marks = this.graph.spread([set]);
		const parents = set.flatMap((place) => this.graph.parentsOf(place));
		return [...new Set(parents)].filter((place) => marks[place] === 0 && !this.graph.isMissing(place));
	}
	stashCommits(stash) {
		const top = this.graph.find(stash.target);
		return top === null ? [] : [top, ...this.graph.parentsOf(top).slice(1)];
	}
	furthestPossible(set) {
		return furthestReach([furthestReach(set.map((place) => this.reachOf(place))), ...this.#reachesNotExcluded(set)]);
	}
	#reachesNotExcluded(set) {
		const reaches = [...this.#broken];
		if (set.length === 0) reaches.push(...this.#unread.commits.map((place) => this.reachOf(place)));
		const missing = this.graph.missing();
		if (missing.length === 0) return reaches;
		const before = this.graph.ancestors(set);
		const open = set.length === 0 ? missing : missing.filter((place) => before[place] === 0);
		return [...reaches, ...open.map((place) => this.reachOf(place))];
	}
};
function byRank(a, b) {
	return Number(b.isCurrentBranch) - Number(a.isCurrentBranch) || REF_KINDS.indexOf(a.kind) - REF_KINDS.indexOf(b.kind) || compareNames(a.name, b.name);
}
function compareNames(a, b) {
	const [, first = a, one = ""] = /^(.*@\{)(\d+)\}$/s.exec(a) ?? [];
	const [, second = b, other = ""] = /^(.*@\{)(\d+)\}$/s.exec(b) ?? [];
	if (first === second) return Number(one) - Number(other);
	return first < second ? -1 : 1;
}
export { listReflogEntries as i, furthestReach as n, listRefs as r, History as t };
