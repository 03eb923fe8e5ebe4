import { g as nullWithoutGit, i as hashLengthOf, u as parseObjectId } from "./scan.js";
import { n as linkFamilies, t as isContent } from "./pack-plan.js";
import { a as hasLooseObject, c as startObjectWalk, i as listObjectFolders, n as openPacks, o as listLooseObjects, r as planPacks, s as readLooseObject } from "./stored-objects.js";
import { i as targetOf, n as makePackWork, r as ObjectLookup, t as readBatches } from "./read-batches.js";
import { n as ObjectLinks, r as walkCommits, t as NO_OBJECT } from "./object-links.js";
import { c as listPseudoRefs, d as emptyWhenUnreadable, s as listGitFolders } from "./staged.js";
import { n as listIndexed, t as WalkedLines } from "./walked-lines.js";
import { r as isNothing } from "./raw-log.js";
import { n as listTipCommits, r as listTips, t as listRefTargets } from "./tips.js";
import { a as TreeNames, i as readListedObjects, n as countObject, o as listObjects } from "./history-progress.js";
import { c as decodePath } from "./scan-roots.js";
import { t as ByteStrings } from "./byte-strings.js";
import { existsSync, promises } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
// src/git/walk-basis.ts
async function findWalkBasis(repository, wantsTips, options = {}) {
	if (existsSync(join(repository.commonDir, "reftable"))) return null;
	const pseudoRefs = await listPseudoRefs(repository, options);
	const [{ graph, complete }, targets, logged, indexed, commits] = await Promise.all([
		walkCommits(repository, pseudoRefs, options),
		listRefTargets(repository, options),
		listLogged(repository),
		listIndexed(repository, options),
		wantsTips ? listTipCommits(repository, options) : null
	]);
	if (!complete || logged === null) return null;
	const named = [...new Set([...targets, ...pseudoRefs])].map((oid) => ({
		oid,
		path: null
	}));
	const past = [...new Set(logged)].map((oid) => ({
		oid,
		path: null,
		mayBeGone: true
	}));
	const tips = commits === null ? null : [...new Set([
		...pseudoRefs,
		...commits,
		...targets
	])];
	return {
		starts: [
			...named,
			...past,
			...indexed
		],
		graph,
		tips
	};
}
const LOGS_OF_COMMITS = /^(?:HEAD$|refs\/heads\/)/;
const MOST_BYTES = 8388608;
async function listLogged(repository) {
	const ids = [];
	for (const folder of await listGitFolders(repository)) {
		const logs = join(folder, "logs");
		const entries = await promises.readdir(logs, {
			withFileTypes: true,
			recursive: true
		}).catch(emptyWhenUnreadable);
		for (const entry of entries) {
			const path = join(entry.parentPath, entry.name);
			if (entry.isDirectory() || LOGS_OF_COMMITS.test(path.slice(logs.length + 1))) continue;
			if (!entry.isFile()) return null;
			const text = await readLog(path);
			if (text === null) return null;
			for (const line of text.split("\n")) {
				const [before = "", after = ""] = line.split(" ", 2);
				ids.push(...[before, after].flatMap((id) => parseObjectId(id) ?? []));
			}
		}
	}
	return ids.filter((oid) => !isNothing(oid));
}
async function readLog(path) {
	try {
		return (await promises.stat(path)).size > MOST_BYTES ? null : await promises.readFile(path, "latin1");
	} catch {
		return null;
	}
}
// src/sources/linked-reach.ts
const STEPS_PER_STOP = 4096;
var LinkedReach = class {
	others = [];
	missing = [];
	tips = null;
	seen;
	#seen;
	#links;
	#folders;
	#loose;
	#parents;
	#names;
	#outside = new Map();
	#paths = new Map();
	constructor(links, folders, loose) {
		const { count } = links.lookup;
		this.#links = links;
		this.#folders = folders;
		this.#loose = loose;
		this.seen = new SharedArrayBuffer(count);
		this.#seen = new Uint8Array(this.seen);
		this.#parents = new Int32Array(count);
		this.#names = new Int32Array(count);
	}
	*follow(starts, graph) {
		for (const { oid, path, mayBeGone } of starts) {
			if (graph.find(oid) !== null) continue;
			const number = this.#links.numberOf(oid);
			if (mayBeGone === true && number < 0 && !this.#loose.has(oid)) continue;
			if (path !== null && !this.#paths.has(number)) this.#paths.set(number, path);
			if (!(yield* this.#followFrom(number, graph))) return false;
		}
		for (const place of graph.added()) if (!(yield* this.#followFrom(this.#links.numberOf(graph.idAt(place)), graph))) return false;
		return true;
	}
	isReached(pack, place) {
		const { lookup } = this.#links;
		const table = lookup.packs[pack]?.table;
		const entry = table?.entryOfPlace[place] ?? 0;
		if (this.#seen[lookup.numberOf(pack, entry)] === 1) return true;
		return table?.types[entry] === 3 && table.named[entry] === 1;
	}
	pathOf(pack, place) {
		const { lookup } = this.#links;
		const entry = lookup.packs[pack]?.table.entryOfPlace[place] ?? 0;
		return this.#pathOf(lookup.numberOf(pack, entry));
	}
	isTreeLeft() {
		const { lookup } = this.#links;
		return lookup.packs.some(({ table, index }, pack) => table.types.some((type, entry) => {
			if (type !== 2 || this.#seen[lookup.numberOf(pack, entry)] === 1) return false;
			return lookup.find(index.idAt(table.placeOfEntry[entry] ?? 0)) === lookup.numberOf(pack, entry);
		}));
	}
	forgetNames() {
		for (const { table } of this.#links.lookup.packs) {
			table.named.fill(0);
			table.types.forEach((type, entry) => {
				if (type === 2) table.states[entry] = 0;
			});
		}
	}
	areNamesRead() {
		const { lookup } = this.#links;
		return lookup.packs.every(({ table }, pack) => table.types.every((type, entry) => type !== 2 || this.#seen[lookup.numberOf(pack, entry)] !== 1 || table.states[entry] === 2));
	}
	*#followFrom(start, graph) {
		const links = this.#links;
		const first = this.#enter(start, NO_OBJECT, 0, true, null);
		const path = first === "entered" ? [start] : [];
		const indexes = [0];
		for (let steps = 1; path.length > 0; steps += 1) {
			const depth = path.length - 1;
			const at = path[depth] ?? 0;
			const index = indexes[depth] ?? 0;
			if (steps % STEPS_PER_STOP === 0) yield;
			if (index === links.countOf(at)) {
				path.pop();
				continue;
			}
			indexes[depth] = index + 1;
			const target = links.targetAt(at, index);
			const step = this.#enter(target, at, links.nameAt(at, index), links.isTreeAt(at, index), graph);
			if (step === "unreadable") return false;
			if (step === "entered") {
				path.push(target);
				indexes[depth + 1] = 0;
			}
		}
		return first !== "unreadable";
	}
	#enter(number, parent, name, isWanted, graph) {
		if (number < 0) return this.#enterOutside(number, parent, name, isWanted, graph);
		if (this.#seen[number] === 1) return "passed";
		const type = this.#links.lookup.typeOf(number);
		if (type === 1 && graph !== null) return "passed";
		this.#seen[number] = 1;
		this.#parents[number] = parent;
		this.#names[number] = name;
		if (this.#links.isKnown(number)) return "entered";
		return type === 3 || type === 0 && !isWanted ? "passed" : "unreadable";
	}
	#enterOutside(number, parent, name, isWanted, graph) {
		if (this.#outside.has(number)) return "passed";
		const hex = this.#links.outsideId(number);
		if (graph !== null && graph.find(hex) !== null) return "passed";
		this.#outside.set(number, {
			parent,
			name
		});
		if (!this.#loose.has(hex)) {
			this.missing.push(hex);
			return "passed";
		}
		this.others.push({
			hex,
			path: this.#pathOf(number),
			isFile: !isWanted
		});
		return isWanted ? this.#read(number, hex) : "passed";
	}
	#read(number, hex) {
		const object = readLooseObject(this.#folders, hex);
		switch (object?.type) {
			case "blob": return "passed";
			case "tree": return this.#links.addTree(number, object.content) ? "entered" : "unreadable";
			case "commit":
			case "tag": {
				const target = targetOf(object.content, object.type);
				if (target === null) return "unreadable";
				this.#links.addTarget(number, target);
				return "entered";
			}
			default: return "unreadable";
		}
	}
	#pathOf(number) {
		const known = this.#paths.get(number);
		if (known !== void 0) return known;
		const names = [];
		for (let at = number; at !== NO_OBJECT;) {
			const outside = this.#outside.get(at);
			const parent = outside?.parent ?? this.#parents[at] ?? NO_OBJECT;
			if (parent !== NO_OBJECT) names.push(outside?.name ?? this.#names[at] ?? 0);
			at = parent;
		}
		const path = this.#links.pathOf(names.toReversed());
		return path.length === 0 ? null : decodePath(path);
	}
};
// src/sources/reached-objects.ts
var ReachedObjects = class {
	others = [];
	missing = [];
	tips = null;
	#packs;
	#marks;
	#paths = new ByteStrings();
	#lines;
	constructor(packs, hashLength) {
		this.#packs = packs;
		this.#marks = packs.map(({ index }) => new Uint32Array(index.count));
		const receiver = {
			object: (id, line, pathStart, lineEnd) => this.#mark(id, line, pathStart, lineEnd),
			missing: (hex) => this.missing.push(hex)
		};
		this.#lines = new WalkedLines(hashLength, receiver);
	}
	push(chunk) {
		this.#lines.push(chunk);
	}
	add(hex, path) {
		const line = Buffer.from(path ?? "");
		this.#mark(Buffer.from(hex, "hex"), line, 0, line.length);
	}
	isReached(pack, place) {
		return this.#marks[pack]?.[place] !== 0;
	}
	pathOf(pack, place) {
		const mark = this.#marks[pack]?.[place] ?? 0;
		return mark < 2 ? null : decodePath(this.#paths.at(mark - 2));
	}
	#mark(id, line, pathStart, lineEnd) {
		for (let pack = 0; pack < this.#packs.length; pack += 1) {
			const stored = this.#packs[pack];
			const place = stored?.index.find(id) ?? -1;
			const marks = this.#marks[pack];
			if (place === -1 || stored === void 0 || marks === void 0) continue;
			const type = stored.table.types[stored.table.entryOfPlace[place] ?? 0] ?? 0;
			marks[place] = pathStart < lineEnd && (type === 0 || isContent(type)) ? 2 + this.#paths.intern(line, pathStart, lineEnd) : 1;
			return;
		}
		const path = pathStart < lineEnd ? decodePath(line.subarray(pathStart, lineEnd)) : null;
		this.others.push({
			hex: Buffer.from(id).toString("hex"),
			path
		});
	}
};
// src/sources/run-steps.ts
async function runSteps(steps, signal, onStop = () => {}) {
	for (let step = steps.next();; step = steps.next()) {
		if (step.done === true) return step.value;
		onStop();
		await setImmediate();
		signal?.throwIfAborted();
	}
}
// src/sources/find-reached.ts
async function followLinks({ repository, signal, onLinked }, { starts, graph, tips }, { folders, packs, hashLength }, streams, readNames, coverage) {
	const links = new ObjectLinks(new ObjectLookup(packs), hashLength, streams);
	const reached = new LinkedReach(links, folders, new Set(listLooseObjects(folders)));
	if (!await runSteps(reached.follow(starts, graph), signal) || reached.missing.length > 0 && !repository.partialClone) return null;
	if (reached.isTreeLeft()) {
		reached.forgetNames();
		await readNames(reached.seen);
		if (!reached.areNamesRead()) return null;
	}
	for (const hex of reached.missing) coverage.skip("missing-object", hex);
	reached.tips = tips;
	onLinked?.({
		graph,
		links
	});
	return reached;
}
async function walkObjects(options, { folders, packs, hashLength }, coverage) {
	const { repository, signal, memory, allObjects = false } = options;
	if (!allObjects) {
		const listed = memory === void 0 ? null : await nullWithoutGit(signal, () => listTips(repository, { signal }));
		const tips = listed ?? await listPseudoRefs(repository, { signal });
		const walk = startObjectWalk(repository, tips, { signal });
		const reached = new ReachedObjects(packs, hashLength);
		try {
			for await (const chunk of walk.stdout) reached.push(chunk);
		} finally {
			walk.kill();
		}
		if ((await walk.exit).code === 0) {
			for (const hex of reached.missing) {
				const isThere = !repository.partialClone && isStored(hex, folders, packs);
				coverage.skip(isThere ? "corrupt-object" : "missing-object", hex);
			}
			reached.tips = listed;
			return reached;
		}
	}
	const reached = new ReachedObjects(packs, hashLength);
	const onProblem = ({ reason, example }) => coverage.skip(reason, example);
	for await (const block of listObjects(repository, {
		allObjects,
		signal,
		onProblem
	})) for (const { oid, path } of block) reached.add(oid, path);
	return reached;
}
function isStored(hex, folders, packs) {
	const id = Buffer.from(hex, "hex");
	return packs.some(({ index }) => index.find(id) !== -1) || hasLooseObject(folders, hex);
}
// src/sources/pack-history.ts
async function readPackHistory(options, screen, emit, coverage, progress) {
	const { repository, signal } = options;
	const before = {
		objects: coverage.objects.scanned,
		commits: coverage.commits
	};
	const store = await openStore(repository);
	const { folders, packs, hashLength } = store;
	const mayFollow = options.allObjects !== true && !packs.some(({ isForeign }) => isForeign);
	const basis = mayFollow ? nullWithoutGit(signal, () => findWalkBasis(repository, options.memory !== void 0, { signal })) : null;
	const walked = mayFollow ? null : walkObjects(options, store, coverage);
	basis?.catch(() => {});
	walked?.catch(() => {});
	await runSteps(planPacks(packs, hashLength), signal);
	const read = (wanted) => readPacks(makePackWork(packs, hashLength, wanted), options, screen, progress);
	const streams = await read({
		contentsOf: ({ isForeign }) => !isForeign,
		treesOf: () => true
	});
	const suspects = packs.map(({ table }) => suspectTrees(table));
	const objects = await followed() ?? await (walked ?? walkObjects(options, store, coverage));
	if (packs.some(({ isForeign }) => isForeign)) await readForeign();
	const names = new TreeNames(repository, emit, screen);
	const left = [
		countAndCollect(packs, objects, coverage, progress),
		screenOthers(folders, objects, screen, names, coverage, progress),
		reachedTrees(packs, objects, suspects)
	];
	const leftCount = left.reduce((sum, { length }) => sum + length, 0);
	progress.setTotal(coverage.objects.scanned + leftCount);
	await readListedObjects(repository, left, emit, names, coverage, progress, signal);
	if (objects.tips === null) return null;
	return {
		tips: objects.tips,
		objects: coverage.objects.scanned - before.objects,
		commits: coverage.commits - before.commits,
		missing: objects.missing.flatMap((hex) => parseObjectId(hex) ?? [])
	};
	async function followed() {
		const known = await basis;
		if (known == null) return null;
		const readNames = async (reached) => {
			await read({
				contentsOf: () => false,
				treesOf: () => true,
				reached
			});
		};
		return followLinks(options, known, store, streams, readNames, coverage);
	}
	async function readForeign() {
		packs.forEach(({ table, isForeign }, pack) => {
			if (!isForeign) return;
			linkFamilies(table, (entry) => {
				const place = table.placeOfEntry[entry] ?? 0;
				return isContent(table.types[entry]) && objects.isReached(pack, place);
			});
		});
		await read({
			contentsOf: ({ isForeign }) => isForeign,
			treesOf: () => false
		});
	}
}
async function openStore(repository) {
	const hashLength = hashLengthOf(repository);
	const folders = await listObjectFolders(join(repository.commonDir, "objects"));
	return {
		folders,
		packs: await openPacks(folders, hashLength),
		hashLength
	};
}
async function readPacks(work, { startWorkers, signal }, screen, progress) {
	const counters = new Int32Array(work.counters);
	const workers = startWorkers?.(work, signal) ?? null;
	const report = () => progress.setDone(Atomics.load(counters, 1));
	const streams = [];
	if (workers !== null) {
		const timer = setInterval(report, 100);
		streams.push(...await workers.finally(() => clearInterval(timer)));
		signal?.throwIfAborted();
	}
	return [...streams, await runSteps(readBatches(work, screen), signal, report)];
}
function suspectTrees({ count, types, states, firstChildren, nextSiblings }) {
	const suspects = new Set();
	for (let entry = 0; entry < count; entry += 1) if (types[entry] === 2 && states[entry] !== 2) suspects.add(entry);
	for (const entry of suspects) for (let child = firstChildren[entry] ?? -1; child !== -1; child = nextSiblings[child] ?? -1) suspects.add(child);
	return suspects;
}
function reachedTrees(packs, reached, suspects) {
	return packs.flatMap(({ index, table }, pack) => {
		return [...suspects[pack] ?? []].map((entry) => table.placeOfEntry[entry] ?? 0).filter((place) => reached.isReached(pack, place)).map((place) => ({
			oid: index.hexAt(place),
			type: "tree",
			path: null
		}));
	});
}
function countAndCollect(packs, reached, coverage, progress) {
	const left = [];
	progress.setDone(0);
	packs.forEach(({ index, table }, pack) => {
		for (let entry = 0; entry < table.count; entry += 1) {
			const place = table.placeOfEntry[entry] ?? 0;
			const type = table.types[entry] ?? 0;
			if (!reached.isReached(pack, place) || type !== 0 && !isContent(type)) continue;
			const name = type === 1 ? "commit" : type === 4 ? "tag" : "blob";
			if (table.states[entry] === 2) {
				countObject(coverage, name, table.contentSizes[entry] ?? 0);
				progress.advance();
			} else if (table.states[entry] === 4) {
				coverage.skip("corrupt-object", index.hexAt(place));
				progress.advance();
			} else left.push({
				oid: index.hexAt(place),
				type: name,
				path: reached.pathOf(pack, place)
			});
		}
	});
	return left;
}
function screenOthers(folders, reached, screen, names, coverage, progress) {
	const left = [];
	for (const { hex, path, isFile } of reached.others) {
		const oid = hex;
		const object = readLooseObject(folders, hex);
		if (isFile === true && object !== null && object.type !== "blob") coverage.skip("corrupt-object", hex);
		if (object?.type === "tree") names.add(object.content);
		else if (object !== null && screen.inspect(object.content) !== "finding") {
			countObject(coverage, object.type, object.content.length);
			progress.advance();
		} else left.push({
			oid,
			type: "blob",
			path
		});
	}
	return left;
}
export { readPackHistory };
