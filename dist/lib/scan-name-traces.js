import { f as readObjects } from "./staged.js";
import { i as hashLengthOf, m as GitError } from "./scan.js";
import { t as treeEntries } from "./tree-entries.js";
import { n as listRefs } from "./refs.js";
import { m as createPathFilter } from "./scan-roots.js";
import { n as pathNameOf, t as traceAll } from "./scan-place-credentials.js";
// src/git/first-contents.ts
const MAX_DEPTH = 64;
async function firstContents(repository, trees, options) {
	const hashLength = hashLengthOf(repository);
	const found = new Map();
	let pending = [...new Set(trees)].map((root) => ({
		root,
		oid: root
	}));
	for (let depth = 0; depth < MAX_DEPTH && pending.length > 0; depth += 1) {
		const next = [];
		let content = [];
		await readObjects(repository, [pending], {
			begin: () => {
				content = [];
			},
			part: (bytes) => void content.push(Buffer.from(bytes)),
			end: ({ root }) => {
				const entries = [...treeEntries(Buffer.concat(content), hashLength)];
				const first = entries.find(({ type }) => type !== "tree") ?? entries[0];
				if (first?.type === "tree") next.push({
					root,
					oid: first.oid
				});
				else if (first !== void 0) found.set(root, first.oid);
			},
			missing: () => {},
			corrupt: () => {}
		}, options);
		pending = next;
	}
	return found;
}
// src/scan/name-traces.ts
async function traceNames(root, credentials, options, coverage) {
	const { repository } = root;
	if (repository === null || credentials.length === 0) return [];
	const filter = await createPathFilter({
		...options,
		prefix: root.prefix
	});
	const isWanted = (path) => root.isInScope(path) && (path === null || filter(path));
	const origins = credentials.flatMap(({ sightings }) => sightings.map(({ origin }) => origin));
	const refs = origins.some(({ kind }) => kind === "ref") ? await traceRefs(repository, options) : new Map();
	const traces = await tracePaths(root, origins.flatMap((origin) => pathNameOf(origin) ?? []), options, coverage);
	return credentials.flatMap(({ fingerprint, sightings }) => {
		const byPath = new Map();
		for (const sighting of sightings) {
			const { origin } = sighting;
			const name = pathNameOf(origin);
			const found = name !== null ? (traces.get(name.oid) ?? []).flatMap((trace) => atName(trace, name.path) ?? []) : [];
			const ref = origin.kind === "ref" ? refs.get(origin.name) ?? refTrace(false) : null;
			for (const trace of ref === null ? found : [ref]) {
				const place = origin.kind === "ref" ? origin.name : trace.path ?? "";
				const known = byPath.get(place);
				byPath.set(place, {
					sighting,
					trace: known === void 0 ? trace : earlier(known.trace, trace)
				});
			}
		}
		const traced = [...byPath.values()].filter(({ trace }) => isWanted(trace.path));
		if (byPath.size > 0) return traced.map(({ sighting, trace }) => ({
			fingerprint,
			sighting,
			traces: [trace],
			root
		}));
		const [first] = sightings.filter(({ origin }) => isWanted(pathNameOf(origin)?.path ?? null));
		return first === void 0 ? [] : [{
			fingerprint,
			sighting: first,
			traces: [UNTRACED],
			root
		}];
	});
}
async function tracePaths(root, names, options, coverage) {
	if (names.length === 0 || root.repository === null) return new Map();
	const folders = names.filter(({ type }) => type === "tree").map(({ oid }) => oid);
	const inside = await firstContents(root.repository, folders, options);
	const objects = [...new Set(names.map(({ oid }) => inside.get(oid) ?? oid))].map((oid) => ({
		oid,
		type: "blob"
	}));
	const { traces } = await traceAll(root, objects, options, coverage);
	return new Map(names.map(({ oid }) => [oid, traces.get(inside.get(oid) ?? oid) ?? []]));
}
function atName(trace, path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	const segments = trace.path?.split("/") ?? [];
	const index = segments.indexOf(name);
	return index === -1 ? null : {
		...trace,
		path: segments.slice(0, index + 1).join("/")
	};
}
const REACHES = [
	"staged",
	"unreachable",
	"committed",
	"pushed"
];
function earlier(one, other) {
	if (one.origin === void 0 || other.origin === void 0) return one;
	const { history, trace } = one.origin;
	const introducedBy = [...new Set([...trace.introducedBy, ...other.origin.trace.introducedBy])];
	const commit = history.mostTelling(introducedBy);
	const furthest = REACHES[Math.max(REACHES.indexOf(one.exposure), REACHES.indexOf(other.exposure))];
	return {
		...one,
		commit: commit === null ? null : history.graph.idAt(commit),
		exposure: furthest ?? one.exposure,
		isCertain: one.isCertain && other.isCertain,
		inHead: one.inHead === true || other.inHead === true ? true : one.inHead,
		origin: {
			...one.origin,
			trace: {
				...trace,
				introducedBy
			}
		}
	};
}
async function traceRefs(repository, { signal }) {
	try {
		const { refs } = await listRefs(repository, { signal });
		return new Map(refs.map(({ name, remote }) => [name, refTrace(remote !== null)]));
	} catch (error) {
		signal?.throwIfAborted();
		if (!(error instanceof GitError)) throw error;
		return new Map();
	}
}
function refTrace(isPushed) {
	return {
		path: null,
		commit: null,
		inHead: null,
		exposure: isPushed ? "pushed" : "committed",
		isCertain: true
	};
}
const UNTRACED = {
	path: null,
	commit: null,
	inHead: null,
	exposure: "unreachable",
	isCertain: true
};
export { traceNames };
