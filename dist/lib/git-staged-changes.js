import { n as kindOfMode, r as listIndexEntries } from "./index-entries.js";
import { t as parseObjectId } from "./object-id.js";
import { t as decodePath } from "./path-name.js";
import { i as startGit, t as expectSuccess } from "./process.js";
import { i as readMergeHeads } from "./pseudo-refs.js";
import { n as splitStream } from "./split-stream.js";
// src/git/staged-changes.ts
const EMPTY_TREE = {
	sha1: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
	sha256: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
};
const MODE_OF_NOTHING = "000000";
const MODE_OF_SUBMODULE = "160000";
async function listStagedChanges(repository, options = {}) {
	const heads = [repository.head ?? EMPTY_TREE[repository.objectFormat], ...await readMergeHeads(repository)];
	const [first = new Map(), ...others] = await Promise.all(heads.map((head) => changesAgainst(repository, head, options)));
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
	await splitStream(git.stdout, 0, (part) => parser.push(part));
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
export { listStagedChanges };
