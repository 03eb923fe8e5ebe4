"use strict";
const require_basics = require("./basics.cjs");
const require_scan = require("./scan.cjs");
const require_scan_roots = require("./scan-roots.cjs");
const require_raw_log = require("./raw-log.cjs");
const require_staged = require("./staged.cjs");
const require_history_progress = require("./history-progress.cjs");
// src/git/range.ts
async function listRangeObjects(repository, range, options = {}) {
	const walk = await walkOf(repository, range, options);
	const objects = new Map(walk.others.map((object) => [object.oid, object]));
	const cutOff = await require_raw_log.readShallowCommits(repository);
	let isShallow = false;
	if (walk.lines.length === 0) return {
		objects: [...objects.values()],
		isShallow
	};
	const format = [...require_raw_log.RAW_LOG_FORMAT, "--ignore-submodules=all"];
	const args = [
		"log",
		...walk.options,
		...format,
		"--stdin",
		"--end-of-options"
	];
	const git = require_scan.startGit(repository, args, options);
	git.stdin.end(walk.lines.map((line) => `${line}\n`).join(""));
	const parser = new require_raw_log.RawLogParser({
		commit({ oid }) {
			objects.set(oid, {
				oid,
				type: "commit",
				path: null
			});
			isShallow ||= cutOff.has(oid);
		},
		change(oid, pathBytes) {
			const id = objects.has(oid) || require_raw_log.isNothing(oid) ? null : require_scan.parseObjectId(oid);
			if (id !== null) objects.set(oid, {
				oid: id,
				type: "blob",
				path: require_scan_roots.decodePath(pathBytes)
			});
		}
	});
	await require_scan_roots.splitStream(git.stdout, 0, (part) => parser.push(part));
	require_scan.expectSuccess(repository, args, await git.exit);
	return {
		objects: [...objects.values()],
		isShallow
	};
}
async function walkOf(repository, range, options) {
	if (range.kind === "reachable") return reachableWalk(repository, range.from, range.without, options);
	if (range.kind === "commits") return {
		options: ["--no-walk=unsorted"],
		lines: await commitsOf(repository, range.names, options),
		others: []
	};
	const [, from = "", dots = "", to = ""] = /^(.*?)(\.{2,3})(.*)$/s.exec(range.text) ?? [];
	if (dots === "") throw new require_basics.UserError(`"${require_scan.escapeControls(range.text)}" is no range: write A..B or A...B`);
	const [start, end] = await Promise.all([from, to].map((name) => commitOf(repository, name === "" ? "HEAD" : name, options)));
	const tag = await tagOf(repository, to, options);
	const others = tag === null ? [] : [{
		oid: tag,
		type: "tag",
		path: null
	}];
	if (start === void 0 || end === void 0) return {
		options: [],
		lines: [],
		others
	};
	if (dots === "..") return {
		options: [],
		lines: [end, `^${start}`],
		others
	};
	return {
		options: [],
		lines: [
			start,
			end,
			...(await mergeBases(repository, start, end, options)).map((base) => `^${base}`)
		],
		others
	};
}
async function reachableWalk(repository, from, without, options) {
	const [included, excluded] = await Promise.all([peel(repository, from, options), peel(repository, without, options)]);
	const commits = (objects) => objects.filter(({ endType }) => endType === "commit");
	const tags = included.filter(({ type }) => type === "tag");
	const blobs = included.filter(({ endType }) => endType === "blob");
	const here = new Set(included.map(({ oid }) => oid));
	const missing = from.filter((oid) => !here.has(oid));
	return {
		options: [],
		lines: [...commits(included).map(({ end }) => end), ...commits(excluded).map(({ end }) => `^${end}`)],
		others: [
			...tags.map(({ oid }) => ({
				oid,
				type: "tag",
				path: null
			})),
			...blobs.map(({ end }) => ({
				oid: end,
				type: "blob",
				path: null
			})),
			...missing.map((oid) => ({
				oid,
				type: "commit",
				path: null
			}))
		]
	};
}
async function peel(repository, ids, options) {
	const described = await describeObjects(repository, ids.flatMap((id) => [id, `${id}^{}`]), options);
	return ids.flatMap((_, index) => {
		const [oid, type] = described[2 * index] ?? [null, ""];
		const [end, endType] = described[2 * index + 1] ?? [null, ""];
		return oid === null || end === null ? [] : [{
			oid,
			type,
			end,
			endType
		}];
	});
}
async function describeObjects(repository, names, options) {
	if (names.length === 0) return [];
	const input = names.map((name) => `${name}\n`).join("");
	const lines = (await require_scan.runGit(repository, [
		"cat-file",
		"--batch-check=%(objectname) %(objecttype)",
		"--buffer"
	], {
		...options,
		input
	})).toString("utf8").split("\n");
	return names.map((_, index) => {
		const [id = "", type = ""] = (lines[index] ?? "").split(" ");
		return [require_scan.parseObjectId(id), type];
	});
}
async function commitOf(repository, name, options) {
	const oid = await verified(repository, `${name}^{commit}`, {
		...options,
		okCodes: [
			0,
			1,
			128
		]
	});
	if (oid === null) throw noCommit(repository, name);
	return oid;
}
async function commitsOf(repository, names, options) {
	const described = await describeObjects(repository, names.map((name) => `${name}^{commit}`), options);
	return names.map((name, index) => {
		const [oid, type] = described[index] ?? [null, ""];
		if (oid === null || type !== "commit") throw noCommit(repository, name);
		return oid;
	});
}
function noCommit({ shallow }, name) {
	const advice = shallow ? "; the clone is shallow: fetch more of its history" : "";
	return new require_basics.UserError(`there is no commit "${require_scan.escapeControls(name)}" here${advice}`);
}
async function tagOf(repository, name, options) {
	return name === "" ? null : verified(repository, `${name}^{tag}`, {
		...options,
		okCodes: [0, 1]
	});
}
async function verified(repository, name, options) {
	const output = await require_scan.runGit(repository, [
		"rev-parse",
		"--quiet",
		"--verify",
		"--end-of-options",
		name
	], options);
	return require_scan.parseObjectId(output.toString("latin1").trim());
}
async function mergeBases(repository, one, other, options) {
	return (await require_scan.runGit(repository, [
		"merge-base",
		"--all",
		one,
		other
	], {
		...options,
		okCodes: [0, 1]
	})).toString("latin1").split("\n").flatMap((line) => require_scan.parseObjectId(line) ?? []);
}
// src/sources/range.ts
function rangeSource({ repository, range, screen, signal, onProgress }) {
	return async (emit, coverage) => {
		coverage.partialClone ||= repository.partialClone;
		const progress = new require_history_progress.HistoryProgress(onProgress);
		const { objects, isShallow } = await listRangeObjects(repository, range, { signal });
		coverage.shallow ||= isShallow;
		progress.setTotal(objects.length);
		const names = new require_staged.FileNames(emit, screen);
		for (const { oid, type, path } of objects) if (type === "blob" && path !== null) names.add(path, (named) => ({
			kind: "object",
			type,
			oid,
			path: named,
			isName: true
		}));
		names.flush();
		const trees = new require_history_progress.TreeNames(repository, emit, screen);
		await require_history_progress.readListedObjects(repository, [objects], emit, trees, coverage, progress, signal);
		progress.finish();
	};
}
exports.rangeSource = rangeSource;
