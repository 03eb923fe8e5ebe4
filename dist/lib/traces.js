import { t as pathOf } from "./source.js";
import { t as createPathFilter } from "./path-filter.js";
import { u as GitError } from "./split-stream.js";
import { n as furthestReach } from "./history.js";
// src/scan/split-names.ts
function splitNames(credentials) {
	const isName = ({ origin }) => origin.kind === "ref" || pathNameOf(origin) !== null;
	const only = (wanted) => credentials.map(({ fingerprint, sightings }) => ({
		fingerprint,
		sightings: sightings.filter((each) => isName(each) === wanted)
	})).filter(({ sightings }) => sightings.length > 0);
	return {
		names: only(true),
		others: only(false)
	};
}
function pathNameOf(origin) {
	if (origin.kind !== "object" || origin.isName !== true || origin.path === null) return null;
	return {
		...origin,
		path: origin.path
	};
}
// src/scan/traces.ts
async function traceSightings(root, credentials, options, coverage) {
	const filter = await createPathFilter({
		...options,
		prefix: root.prefix
	});
	const isWanted = (path) => root.isInScope(path) && (path === null || filter(path));
	const { traces, untraced, isComplete } = await traceAll(root, objectsOf(credentials), options, coverage);
	const remembered = new Set(isComplete ? root.memory?.known?.suspects.map(({ oid }) => oid) : []);
	const inIndex = indexedObjects(credentials);
	const placed = [];
	for (const { fingerprint, sightings } of credentials) for (const sighting of sightings) {
		const { origin } = sighting;
		if (origin.kind !== "object") {
			if (origin.kind === "stdin" || isWanted(pathOf(origin))) placed.push({
				fingerprint,
				sighting,
				traces: [],
				root
			});
			continue;
		}
		if (remembered.has(origin.oid) && !traces.has(origin.oid)) continue;
		const all = traces.get(origin.oid) ?? [{
			...untraced,
			path: origin.path
		}];
		if (inIndex.has(origin.oid) && all.every(isStagedHere)) continue;
		const wanted = all.filter((trace) => isWanted(trace.path));
		if (wanted.length > 0) placed.push({
			fingerprint,
			sighting,
			traces: wanted,
			root
		});
	}
	return placed;
}
function isStagedHere({ exposure, worktree }) {
	return exposure === "staged" && worktree === void 0;
}
function indexedObjects(credentials) {
	const origins = credentials.flatMap(({ sightings }) => sightings.map(({ origin }) => origin));
	return new Set(origins.flatMap((origin) => origin.kind === "index" ? [origin.oid] : []));
}
function objectsOf(credentials) {
	const objects = new Map();
	for (const { sightings } of credentials) for (const { origin } of sightings) {
		if (origin.kind !== "object") continue;
		const type = origin.type === "commit" || origin.type === "tag" ? origin.type : "blob";
		objects.set(origin.oid, {
			oid: origin.oid,
			type
		});
	}
	return [...objects.values()];
}
async function traceAll({ repository, memory = null }, objects, options, coverage) {
	const nothing = {
		traces: new Map(),
		untraced: NOT_KNOWN,
		isComplete: false
	};
	if (repository === null || objects.length === 0) return nothing;
	const { traceObjects } = await import("./git-provenance.js");
	const allObjects = options.allObjects ?? false;
	const traced = await orNull(options, () => traceObjects(repository, objects, {
		signal: options.signal,
		allObjects,
		known: memory?.known ?? null,
		listedTips: memory?.tips ?? null,
		onProgress: (done) => options.onProgress?.({
			phase: "provenance",
			done,
			total: coverage.commits || null
		})
	}));
	if (traced === null) {
		coverage.skip("unreadable", "the refs, so that no finding could be traced to its commits");
		return nothing;
	}
	const { history, traces } = traced;
	memory?.onTraced(traced);
	if (!history.isComplete) coverage.skip("missing-object", "a part of the history, so that origins are not known");
	const staged = objects.some(({ oid }) => !traces.has(oid)) ? await stagedTraces(repository, options) : new Map();
	for (const [oid, found] of traces) staged.set(oid, found.map((trace) => toObjectTrace(repository, history, oid, trace)));
	return {
		traces: staged,
		untraced: untracedIn(history, allObjects),
		isComplete: history.isComplete
	};
}
const EXPOSURES = {
	pushed: "pushed",
	local: "committed",
	unreachable: "unreachable"
};
function toObjectTrace(repository, history, oid, trace) {
	const { path, introducedBy, refs, inHead } = trace;
	const commit = history.mostTelling(introducedBy);
	const direct = refs.map(({ remote }) => remote === null ? "local" : "pushed");
	const known = furthestReach([...direct, ...introducedBy.map((place) => history.reachOf(place))]);
	const possible = introducedBy.length === 0 ? known : history.furthestPossible(introducedBy);
	return {
		path,
		commit: commit === null ? null : history.graph.idAt(commit),
		inHead,
		exposure: EXPOSURES[possible],
		isCertain: possible === known,
		origin: {
			repository,
			history,
			oid,
			trace
		}
	};
}
const NOT_KNOWN = {
	path: null,
	commit: null,
	inHead: null,
	exposure: "committed",
	isCertain: false
};
function untracedIn(history, allObjects) {
	if (allObjects && history.isComplete) return {
		...NOT_KNOWN,
		inHead: false,
		exposure: "unreachable",
		isCertain: true
	};
	return {
		...NOT_KNOWN,
		exposure: EXPOSURES[furthestReach([history.furthestPossible([]), "local"])]
	};
}
async function orNull({ signal }, ask) {
	try {
		return await ask();
	} catch (error) {
		signal?.throwIfAborted();
		if (!(error instanceof GitError)) throw error;
		return null;
	}
}
async function stagedTraces(repository, options) {
	const staged = new Map();
	const { listIndexEntries } = await import("./index-entries.js").then((n) => n.t);
	const { listOtherWorktrees } = await import("./worktrees.js").then((n) => n.n);
	const add = async (place, worktree) => {
		const entries = await orNull(options, () => listIndexEntries(place, { signal: options.signal }));
		for (const { oid, path } of entries ?? []) {
			const trace = stagedTrace(path, worktree);
			staged.set(oid, [...staged.get(oid) ?? [], trace]);
		}
	};
	if (repository.workTree !== null) await add(repository, void 0);
	for (const { folder, indexFile } of await listOtherWorktrees(repository)) await add({
		...repository,
		indexFile
	}, folder ?? "");
	return staged;
}
function stagedTrace(path, worktree) {
	return {
		path,
		commit: null,
		inHead: false,
		exposure: "staged",
		isCertain: true,
		...worktree !== void 0 && { worktree }
	};
}
export { splitNames as i, traceSightings as n, pathNameOf as r, traceAll as t };
