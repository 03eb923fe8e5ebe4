import { a as expectSuccess, g as nullWithoutGit, o as runGit, p as textOrNothing, s as startGit, u as parseObjectId } from "./scan.js";
import { l as readFetchHead } from "./staged.js";
import { s as splitStream } from "./scan-roots.js";
import { readdir } from "node:fs/promises";
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
async function listRemotes(repository, options = {}) {
	const args = [
		"config",
		"--local",
		"--null",
		"--list"
	];
	return remotesOf((await nullWithoutGit(options.signal, () => runGit(repository, args, options)))?.toString("utf8").split("\0") ?? []);
}
function remotesOf(settings) {
	const remotes = new Map();
	for (const setting of settings) {
		const [, name, variable, value = ""] = /^remote\.([^\n]+)\.(url|fetch)(?:\n(.*))?$/s.exec(setting) ?? [];
		if (name === void 0) continue;
		const destinations = remotes.get(name) ?? [];
		remotes.set(name, destinations);
		if (variable === "fetch") destinations.push(...fetchDestination(value));
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
		listRemotes(repository, options),
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
	await splitStream(git.stdout, 10, (line) => {
		const ref = parseRefLine(line, named.at(-1)?.target);
		if (ref !== null) named.push(ref);
	});
	const exit = await git.exit;
	expectSuccess(repository, args, exit);
	return {
		named,
		broken: [...exit.stderr.matchAll(/^(?:warning|error): ignoring broken ref (.+)$/gm)].map(([, name = ""]) => name)
	};
}
function parseRefLine(line, last) {
	const space = line.indexOf(SPACE);
	const id = line.toString("latin1", 0, Math.max(0, space));
	const target = id === last ? last : parseObjectId(id);
	if (target === null) return null;
	return {
		name: line.toString("utf8", line.lastIndexOf(SPACE) + 1),
		target,
		isCurrentBranch: line[space + 1] === ASTERISK
	};
}
const SPACE = 32;
const ASTERISK = 42;
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
	return parseObjectId(textOrNothing(join(folder, "HEAD")).trim());
}
export { listRefs as n, listReflogEntries as r, REF_KINDS as t };
