"use strict";
const require_scan_roots = require("./scan-roots.cjs");
const require_scan = require("./scan.cjs");
const require_staged = require("./staged.cjs");
const require_history = require("./history.cjs");
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
	const filter = await require_scan_roots.createPathFilter({
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
			if (origin.kind === "stdin" || isWanted(require_scan_roots.pathOf(origin))) placed.push({
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
async function traceAll({ repository, memory = null, links }, objects, options, coverage) {
	const nothing = {
		traces: new Map(),
		untraced: NOT_KNOWN,
		isComplete: false
	};
	if (repository === null || objects.length === 0) return nothing;
	const { traceObjects } = await Promise.resolve().then(() => require("./git-provenance.cjs"));
	const allObjects = options.allObjects ?? false;
	const traced = await require_scan.nullWithoutGit(options.signal, () => traceObjects(repository, objects, {
		signal: options.signal,
		allObjects,
		known: memory?.known ?? null,
		linked: links?.linked ?? null,
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
	const known = require_history.furthestReach([...direct, ...introducedBy.map((place) => history.reachOf(place))]);
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
		exposure: EXPOSURES[require_history.furthestReach([history.furthestPossible([]), "local"])]
	};
}
async function stagedTraces(repository, options) {
	const staged = new Map();
	const { listIndexEntries } = await Promise.resolve().then(() => require("./staged.cjs")).then((n) => n.index_entries_exports);
	const { listIndexes } = await Promise.resolve().then(() => require("./worktrees.cjs")).then((n) => n.worktrees_exports);
	const { signal } = options;
	for (const { place, worktree } of await listIndexes(repository)) {
		const entries = await require_scan.nullWithoutGit(signal, () => listIndexEntries(place, {
			signal,
			resolved: true
		}));
		for (const { oid, path } of entries ?? []) {
			const own = staged.get(oid) ?? [];
			staged.set(oid, own);
			own.push(stagedTrace(path, worktree));
		}
	}
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
// src/detect/repository-host.ts
function looksAtRepository(rule) {
	return rule.file.evidence.some(({ view }) => view === "host-repository");
}
function withRepositoryHost(finding, rule, host, path) {
	const item = rule.evidence.find(({ rule: each, match }) => each.view === "host-repository" && match.test(host));
	const paired = {
		...finding,
		endpoint: host
	};
	if (item === void 0 || finding.evidence.some(({ kind }) => kind === item.rule.kind)) return paired;
	const detail = item.rule.says.replace("{host}", require_scan_roots.printableName(host)).replace("{path}", require_scan_roots.printableName(path));
	const evidence = [...finding.evidence, {
		kind: item.rule.kind,
		weight: item.rule.weight,
		detail
	}];
	const confidence = finding.confidence === "proven" ? "proven" : require_scan_roots.confidenceOf(require_scan_roots.scoreOf(evidence), rule.file.thresholds) ?? finding.confidence;
	return {
		...paired,
		evidence,
		confidence
	};
}
// src/scan/repository-hosts.ts
const MOST_COMMITS = 4;
const MOST_BYTES = 4194304;
const MOST_MENTIONS = 5e3;
async function findRepositoryHosts(root, places, suffixes, options, coverage) {
	const pattern = require_scan_roots.hostPattern(suffixes);
	if (pattern === null) return new Map();
	const search = async (place) => {
		const mentions = [];
		const take = (path, text) => {
			if (mentions.length >= MOST_MENTIONS) return;
			for (const { host, resource } of require_scan_roots.findHosts(text, pattern, 0)) if (resource !== "") mentions.push({
				host,
				path
			});
		};
		if (place === "files") await readFiles(root, suffixes, take, options);
		else await grep(root, place, suffixes, take, options, coverage);
		return [place, mentions];
	};
	return new Map(await Promise.all(withoutExcess(places).map(search)));
}
function withoutExcess(places) {
	const isCommit = (place) => place !== "files" && place !== "index";
	return [...places.filter((place) => !isCommit(place)), ...places.filter(isCommit).slice(0, MOST_COMMITS)];
}
async function grep({ repository }, place, suffixes, take, { signal }, coverage) {
	if (repository === null) return;
	const { grepFiles } = await Promise.resolve().then(() => require("./git-grep.cjs"));
	try {
		await grepFiles(repository, place, suffixes, take, {
			signal,
			maxBytes: MOST_BYTES
		});
	} catch (error) {
		signal?.throwIfAborted();
		if (!(error instanceof require_scan.GitError)) throw error;
		if (!repository.partialClone) coverage.skip("unreadable", require_scan.reasonOf(error));
	}
}
async function readFiles({ folder, prefix, repository, paths }, suffixes, take, { include, exclude, gitignore = true, signal }) {
	const { fileSource } = await Promise.resolve().then(() => require("./sources-files.cjs"));
	const marks = suffixes.map((suffix) => Buffer.from(suffix));
	const emit = ({ origin, bytes, piece }) => {
		if (origin.kind !== "file" || piece.line !== 1 || bytes.length > MOST_BYTES) return;
		const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		if (marks.some((mark) => content.includes(mark))) take(origin.path, require_scan_roots.latin1(bytes, 0, bytes.length));
	};
	await fileSource({
		root: folder,
		repository: repository?.workTree == null ? null : repository,
		paths,
		include,
		exclude,
		prefix,
		gitignore,
		signal
	})(emit, new require_scan_roots.Coverage());
}
function hostPlaceOf({ sighting, traces }) {
	switch (sighting.origin.kind) {
		case "file": return "files";
		case "index": return "index";
		case "object": {
			const commit = traces.find((trace) => trace.path !== null)?.commit;
			return commit == null ? null : commit;
		}
		case "ref":
		case "stdin": return null;
	}
}
// src/scan/pair-endpoints.ts
async function pairEndpoints(root, sightings, engine, options, coverage) {
	const rules = new Map(engine.patterns.map(({ rule }) => [rule.file.family, rule]));
	const open = new Map();
	for (const placed of sightings) {
		const { endpoint, family } = placed.sighting.finding;
		const rule = rules.get(family);
		if (endpoint === null && rule !== void 0 && looksAtRepository(rule)) open.set(placed, rule);
	}
	if (open.size === 0) return [...sightings];
	const hosts = await findRepositoryHosts(root, byFrequency([...open.keys()].flatMap((placed) => hostPlaceOf(placed) ?? [])), [...new Set([...open.values()].flatMap(({ file }) => file.hosts))], options, coverage);
	return sightings.map((placed) => {
		const rule = open.get(placed);
		const place = hostPlaceOf(placed);
		return place === null || rule === void 0 ? placed : paired(placed, rule, hosts.get(place) ?? []);
	});
}
function paired(placed, rule, mentions) {
	const { sighting, traces } = placed;
	const mention = closest(traces.find((trace) => trace.path !== null)?.path ?? require_scan_roots.pathOf(sighting.origin) ?? "", ownHosts(rule, sighting.finding.rule, mentions));
	if (mention === null) return placed;
	const finding = withRepositoryHost(sighting.finding, rule, mention.host, mention.path);
	return {
		...placed,
		sighting: {
			...sighting,
			finding
		}
	};
}
function ownHosts(rule, id, mentions) {
	const ofFamily = mentions.filter(({ host }) => rule.file.hosts.some((suffix) => host.endsWith(suffix)));
	const service = rule.variants.find(({ variant }) => variant.id === id);
	const ofService = ofFamily.filter(({ host }) => service?.host?.test(host) ?? false);
	return service !== void 0 && service.host !== null && service !== rule.variants.at(-1) || ofService.length > 0 ? ofService : ofFamily;
}
function closest(path, mentions) {
	const distances = mentions.map((mention) => distanceBetween(path, mention.path));
	const least = Math.min(...distances);
	const nearest = mentions.filter((_, index) => distances[index] === least);
	return new Set(nearest.map(({ host }) => host)).size === 1 ? nearest[0] ?? null : null;
}
function distanceBetween(one, other) {
	const [a, b] = [one.split("/").slice(0, -1), other.split("/").slice(0, -1)];
	let shared = 0;
	while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
	return a.length + b.length - 2 * shared;
}
function byFrequency(places) {
	const counts = new Map();
	for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a).map(([place]) => place);
}
// src/scan/standing.ts
async function withoutStanding(repository, credentials, engine, signal) {
	const previous = new Set(credentials.flatMap(({ sightings }) => sightings.flatMap(previousOf)));
	if (repository === null || previous.size === 0) return {
		added: credentials,
		standing: []
	};
	const held = await credentialsIn(repository, [...previous], engine, signal);
	const added = [];
	const standing = [];
	for (const { fingerprint, sightings } of credentials) {
		const left = sightings.filter((sighting) => !previousOf(sighting).some((oid) => held.get(fingerprint)?.has(oid)));
		if (left.length > 0) added.push({
			fingerprint,
			sightings: left
		});
		else standing.push({
			fingerprint,
			sightings
		});
	}
	return {
		added,
		standing
	};
}
function previousOf({ origin }) {
	return origin.kind === "index" ? origin.previous ?? [] : [];
}
async function credentialsIn(repository, blobs, engine, signal) {
	const collector = new require_scan_roots.Collector(engine);
	const windower = new require_staged.Windower(collector.scan);
	await require_staged.readObjects(repository, [blobs.map((oid) => ({ oid }))], {
		begin: ({ oid }, { size }) => windower.begin([{
			kind: "object",
			type: "blob",
			oid,
			path: null
		}], size),
		part: (bytes) => windower.push(bytes),
		end: () => windower.end(),
		missing: () => {},
		corrupt: () => {}
	}, { signal });
	return new Map(collector.credentials().map(({ fingerprint, sightings }) => [fingerprint, new Set(sightings.flatMap(blobOf))]));
}
function blobOf({ origin }) {
	return origin.kind === "object" ? [origin.oid] : [];
}
// src/scan/with-prefix.ts
function withPrefix(sightings, prefix) {
	if (prefix === "") return sightings;
	const inside = (path) => path === null ? null : prefix + path;
	return sightings.map((placed) => {
		const { origin } = placed.sighting;
		const moved = moveInside(origin, prefix);
		const traces = placed.traces.map((trace) => ({
			...trace,
			path: inside(trace.path)
		}));
		return {
			...placed,
			sighting: {
				...placed.sighting,
				origin: moved
			},
			traces
		};
	});
}
function moveInside(origin, prefix) {
	switch (origin.kind) {
		case "file":
		case "index": return {
			...origin,
			path: prefix + origin.path
		};
		case "object": return {
			...origin,
			path: origin.path === null ? null : prefix + origin.path
		};
		case "ref":
		case "stdin": return origin;
	}
}
// src/scan/place-credentials.ts
async function placeCredentials(root, seen, engine, options, coverage) {
	const { added, standing } = await withoutStanding(root.repository, seen, engine, options.signal);
	const { names, others } = splitNames(added);
	const traced = await traceSightings(root, others, options, coverage);
	if (names.length > 0) {
		const { traceNames } = await Promise.resolve().then(() => require("./scan-name-traces.cjs"));
		for (const each of await traceNames(root, names, options, coverage)) traced.push(each);
	}
	return {
		sightings: withPrefix(await pairEndpoints(root, traced, engine, options, coverage), root.prefix),
		standing
	};
}
exports.pathNameOf = pathNameOf;
exports.placeCredentials = placeCredentials;
exports.traceAll = traceAll;
