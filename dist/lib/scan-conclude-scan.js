import { I as detect, c as decodePath, h as configuredRules, s as splitStream } from "./scan-roots.js";
import { t as groupCredentials } from "./group.js";
import { n as redactNames, t as createTextRedactor } from "./name-redactor.js";
import { t as builtinRules } from "./catalogue.js";
import { r as listReflogEntries } from "./refs.js";
import { u as readPseudoRefs } from "./staged.js";
import { s as startGit } from "./scan.js";
import { a as readShallowCommits, n as RawLogParser, t as RAW_LOG_FORMAT } from "./raw-log.js";
import { t as readTaggers } from "./taggers.js";
// src/scan/holdings.ts
function introducedBy(placed) {
	return [...new Set(placed.flatMap(({ origin }) => origin.trace.introducedBy))];
}
async function holdingsOf(repository, history, placed, options) {
	const sets = placed.map(({ origin }) => origin.trace.introducedBy);
	const holders = history.holdersOf(sets, 5).map((held, index) => {
		const direct = placed[index]?.origin.trace.refs ?? [];
		return {
			refs: [...held.refs, ...direct.slice(0, 5)],
			count: held.count + direct.length
		};
	});
	const entries = placed.filter((_, index) => holders[index]?.count === 0).length === 0 ? [] : [...await listReflogEntries(repository, options), ...await readPseudoRefs(repository)];
	return new Map(placed.map(({ trace, origin }, index) => {
		const held = holders[index] ?? {
			refs: [],
			count: 0
		};
		return [trace, {
			holders: held,
			forgotten: held.count > 0 ? [] : entriesFrom(history, entries, origin.trace.introducedBy)
		}];
	}));
}
function entriesFrom(history, entries, set) {
	if (entries.length === 0) return [];
	const marks = history.graph.spread([set]);
	return entries.filter(({ target }) => {
		const place = history.graph.find(target);
		return place !== null && marks[place] === 1;
	});
}
// src/scan/footholds.ts
const MOST_NAMES = 20;
const MOST_COMMITS = 10;
function footholdsOf(root, fingerprint, sightings, stories, options) {
	const traces = sightings.flatMap((sighting) => sighting.traces);
	const inHistory = [...new Set(traces.flatMap(({ origin }) => origin?.history ?? []))].flatMap((history) => {
		const story = stories.get(history);
		return story === void 0 ? [] : historyFootholds(story, fingerprint);
	});
	const isUnknown = traces.some(({ isCertain }) => !isCertain);
	const isForgotten = traces.some(({ origin, exposure }) => origin === void 0 && exposure === "unreachable");
	return {
		folder: isWhereTheReaderIs(root, options) ? null : root.folder,
		isBare: root.repository?.bare ?? false,
		isUnborn: root.repository?.head == null,
		isInHead: traces.some(({ inHead, path }) => inHead === true && path !== null),
		footholds: [
			...stagedFootholds(sightings, root.prefix ?? ""),
			...inHistory,
			...sightings.some(isInName) ? [{ kind: "name" }] : [],
			...isForgotten ? [NOWHERE] : [],
			...isUnknown ? [{ kind: "unknown" }] : []
		]
	};
}
function isInName({ sighting: { origin } }) {
	return origin.kind === "ref" || origin.kind === "object" && origin.isName === true;
}
const NOWHERE = {
	kind: "forgotten",
	entries: [],
	pseudoRefs: [],
	reflogs: []
};
function isWhereTheReaderIs({ folder, paths }, options) {
	const asked = options.paths ?? [];
	return (asked.length === 0 || asked.length === 1 && asked[0] === ".") && paths.includes(folder);
}
function stagedFootholds(sightings, prefix) {
	const paths = new Map();
	const add = (worktree, path) => {
		if (path === null) return;
		const own = path.startsWith(prefix) ? path.slice(prefix.length) : path;
		paths.set(worktree, (paths.get(worktree) ?? new Set()).add(own));
	};
	for (const { sighting, traces } of sightings) {
		if (sighting.origin.kind === "index") add(null, sighting.origin.path);
		for (const trace of traces) if (trace.exposure === "staged") add(trace.worktree ?? null, trace.path);
	}
	return [...paths].map(([worktree, all]) => ({
		kind: "staged",
		worktree,
		paths: [...all].sort()
	}));
}
function historyFootholds(story, fingerprint) {
	const { history } = story;
	const placed = story.placedOf(fingerprint).filter(({ isName }) => !isName);
	const groups = new Map();
	for (const each of placed) {
		const kind = kindOf(each, story);
		const own = groups.get(kind) ?? [];
		groups.set(kind, own);
		own.push(each);
	}
	const group = (kind) => groups.get(kind) ?? [];
	const commits = group("commits");
	return [
		...commits.length > 0 ? [commitFoothold(history, commits)] : [],
		...tagFootholds("tag-message", group("tag-message")),
		...tagFootholds("tagged", group("tagged")),
		...noteFootholds(story, group("note")),
		...stashFootholds("stash", story, group("stash")),
		...stashFootholds("stash-base", story, group("stash-base")),
		...forgottenFootholds(story, group("forgotten"))
	];
}
function kindOf({ type, origin, trace }, story) {
	const { introducedBy, refs: direct } = origin.trace;
	if (!trace.isCertain) return "unknown";
	if (introducedBy.length === 0 && direct.length > 0) return type === "tag" ? "tag-message" : "tagged";
	const { refs } = story.holdersOf(trace);
	if (refs.length === 0) return "forgotten";
	const kinds = new Set(refs.map(({ kind }) => kind));
	if (kinds.size > 1 || !(kinds.has("note") || kinds.has("stash"))) return "commits";
	if (kinds.has("note")) return "note";
	const stashed = new Set(story.history.refs.filter(isStash).flatMap((ref) => story.history.stashCommits(ref)));
	return introducedBy.every((place) => stashed.has(place)) ? "stash" : "stash-base";
}
function isStash({ kind }) {
	return kind === "stash";
}
function commitFoothold(history, placed) {
	const set = introducedBy(placed);
	const [{ refs, count } = {
		refs: [],
		count: 0
	}] = history.holdersOf([set], Number.POSITIVE_INFINITY);
	const ofKind = (kind) => refs.filter((ref) => ref.kind === kind);
	const branches = ofKind("branch");
	const isAlone = refs.every(({ kind, isCurrentBranch }) => kind === "branch" && isCurrentBranch || kind === "head");
	const id = (place) => history.graph.idAt(place);
	return {
		kind: "commits",
		isPushed: refs.some(({ remote }) => remote !== null) || placed.some(({ trace }) => trace.exposure === "pushed"),
		inContents: placed.some(({ type }) => type === "blob"),
		inMessages: placed.some(({ type }) => type === "commit"),
		headPaths: [...new Set(placed.flatMap(({ trace, origin }) => trace.inHead === true ? origin.trace.path ?? [] : []))].sort(),
		isLastCommit: count === 1 && isAlone && set.length === 1 && set[0] === history.head,
		introducedBy: set.slice(0, MOST_COMMITS).map(id),
		bases: history.basesOf(set).slice(0, MOST_NAMES).map(id),
		branches: namesOf(branches),
		tags: namesOf(ofKind("tag")),
		isDetached: branches.length === 0 && ofKind("head").length > 0,
		stashes: ofKind("stash").map(({ name }) => shortStash(name)),
		remotes: remoteFootholds(history, refs)
	};
}
function namesOf(refs) {
	return refs.length > MOST_NAMES ? null : refs.map(({ name }) => name);
}
function remoteFootholds(history, refs) {
	const remotes = new Map();
	for (const ref of refs) {
		if (ref.remote === null) continue;
		const own = remotes.get(ref.remote) ?? [];
		remotes.set(ref.remote, own);
		own.push(ref);
	}
	if (remotes.size === 0) return [];
	const local = new Set(history.refs.filter(({ kind }) => kind === "branch").map(({ name }) => name));
	return [...remotes].map(([remote, own]) => ({
		name: remote === "?" ? null : remote,
		branches: own.flatMap(({ name, target }) => {
			const branch = branchAt(remote, name);
			return branch === null ? [] : [{
				name: branch,
				tip: target,
				isLocal: local.has(`refs/heads/${branch}`)
			}];
		}),
		hasReviews: own.some(({ kind }) => kind === "pull-request" || kind === "fetched")
	}));
}
function branchAt(remote, name) {
	for (const prefix of [`refs/remotes/${remote}/`, "refs/heads/"]) if (name.startsWith(prefix) && name !== `${prefix}HEAD`) return name.slice(prefix.length);
	return null;
}
function tagFootholds(kind, placed) {
	const refs = placed.flatMap(({ origin }) => origin.trace.refs);
	if (refs.length === 0) return [];
	const remote = refs.find((ref) => ref.remote !== null)?.remote ?? null;
	return [{
		kind,
		refs: [...new Set(refs.map(({ name }) => name))],
		remote
	}];
}
function noteFootholds({ history }, placed) {
	if (placed.length === 0) return [];
	const [{ refs } = { refs: [] }] = history.holdersOf([introducedBy(placed)], MOST_NAMES);
	return [{
		kind: "note",
		refs: refs.map(({ name }) => name),
		isPushed: refs.some(({ remote }) => remote !== null)
	}];
}
function stashFootholds(kind, { history }, placed) {
	if (placed.length === 0) return [];
	const [{ refs } = { refs: [] }] = history.holdersOf([introducedBy(placed)], Number.POSITIVE_INFINITY);
	return [{
		kind,
		stashes: refs.map(({ name }) => shortStash(name)).reverse()
	}];
}
function shortStash(name) {
	return name.replace(/^refs\//, "");
}
function forgottenFootholds(story, placed) {
	if (placed.length === 0) return [];
	const names = [...new Set(placed.flatMap(({ trace }) => story.forgottenBy(trace).map(({ name }) => name)))];
	const entries = names.filter((name) => name.endsWith("}"));
	return [{
		kind: "forgotten",
		entries: entries.length > MOST_NAMES ? null : lastFirst(entries),
		pseudoRefs: names.filter((name) => !name.endsWith("}")),
		reflogs: [...new Set(entries.map((name) => name.replace(/@\{\d+\}$/, "")))]
	}];
}
function lastFirst(entries) {
	return entries.map((name) => {
		const [, log = name, number = "0"] = /^(.*)@\{(\d+)\}$/s.exec(name) ?? [];
		return {
			name,
			log,
			number: Number(number)
		};
	}).sort((a, b) => a.log === b.log ? b.number - a.number : a.log < b.log ? -1 : 1).map(({ name }) => name);
}
// src/git/commit-details.ts
async function readCommitDetails(repository, graph, places, options = {}) {
	const details = new Map();
	const wanted = [...new Set(places)].filter((place) => !graph.isMissing(place));
	if (wanted.length === 0) return details;
	const args = [
		"log",
		"--no-walk=unsorted",
		...RAW_LOG_FORMAT,
		"--no-patch",
		"--stdin",
		"--end-of-options"
	];
	const git = startGit(repository, args, options);
	git.stdin.end(wanted.map((place) => `${graph.idAt(place)}\n`).join(""));
	const parser = new RawLogParser({
		commit: (commit) => {
			const place = graph.find(commit.oid);
			if (place !== null) details.set(place, commit);
		},
		change: () => {}
	});
	await splitStream(git.stdout, 0, (part) => parser.push(part));
	await git.exit;
	return details;
}
// src/git/head-line.ts
const MOST_PATH_BYTES = 16e3;
async function listRemovals(repository, contents, paths, options = {}) {
	if (repository.head === null || contents.size === 0) return [];
	const args = [
		"log",
		...[
			...RAW_LOG_FORMAT,
			"--first-parent",
			"--diff-merges=first-parent"
		],
		"--end-of-options",
		repository.head,
		"--",
		...limitTo(paths)
	];
	const git = startGit(repository, args, options);
	git.stdin.end();
	const removals = [];
	let current = null;
	const parser = new RawLogParser({
		commit: (commit) => {
			current = commit;
		},
		change(after, pathBytes, before) {
			const [old = ""] = before;
			if (current === null || after === old || !contents.has(old)) return;
			removals.push({
				commit: current,
				path: decodePath(pathBytes),
				before: old,
				after
			});
		}
	});
	await splitStream(git.stdout, 0, (part) => parser.push(part));
	await git.exit;
	return removals;
}
function limitTo(paths) {
	const bytes = [...paths].reduce((sum, path) => sum + Buffer.byteLength(path) + 1, 0);
	const isText = [...paths].every((path) => !/\\x[0-9a-f]{2}/.test(path));
	return bytes <= MOST_PATH_BYTES && isText ? [...paths] : [];
}
// src/scan/moves.ts
function movesIn(history, own) {
	const left = new Map();
	for (const { trace, origin } of own) {
		if (trace.path === null) continue;
		for (const place of origin.trace.removedBy) left.set(place, trace.path);
	}
	const moves = new Map();
	for (const { trace, origin } of own) for (const place of origin.trace.introducedBy) {
		const from = left.get(place);
		if (from === void 0 || trace.path === null || from === trace.path) continue;
		moves.set(place, {
			place,
			from,
			to: trace.path
		});
	}
	return [...moves.values()].sort((a, b) => history.graph.isOlder(a.place, b.place) ? -1 : 1);
}
// src/scan/repository-story.ts
const MOST_RENAMES = 5;
var RepositoryStory = class RepositoryStory {
	history;
	#placed;
	#sources;
	static async tell(history, placed, { signal }) {
		const repository = placed[0]?.origin.repository;
		if (repository === void 0) throw new Error("a story of nothing");
		const tags = placed.flatMap(({ type, origin }) => type === "tag" ? [origin.oid] : []);
		const [details, removals, shallow, holdings, taggers] = await Promise.all([
			readCommitDetails(repository, history.graph, commitsToName(history, placed), { signal }),
			removalsOf(repository, history, placed, { signal }),
			readShallowCommits(repository),
			holdingsOf(repository, history, placed, { signal }),
			readTaggers(repository, [...new Set(tags)], { signal })
		]);
		return new RepositoryStory(history, placed, {
			holdings,
			details,
			removals,
			shallow,
			taggers
		});
	}
	constructor(history, placed, sources) {
		this.history = history;
		this.#placed = byCredential(placed);
		this.#sources = sources;
	}
	get fingerprints() {
		return this.#placed.keys();
	}
	follow(fingerprints) {
		this.history.follow(fingerprints.map((fingerprint) => introducedBy(this.placedOf(fingerprint))));
	}
	placedOf(fingerprint) {
		return this.#placed.get(fingerprint) ?? [];
	}
	holdersOf(trace) {
		return this.#sources.holdings.get(trace)?.holders ?? {
			refs: [],
			count: 0
		};
	}
	forgottenBy(trace) {
		return this.#sources.holdings.get(trace)?.forgotten ?? [];
	}
	detailsOf(trace) {
		const place = trace.commit === null ? null : this.history.graph.find(trace.commit);
		const { refs, count } = this.holdersOf(trace);
		const names = refs.length > 0 ? refs.map(({ name }) => name) : this.forgottenBy(trace).map(({ name }) => name);
		const shown = names.slice(0, 5);
		const tagger = trace.origin === void 0 ? void 0 : this.#sources.taggers.get(trace.origin.oid);
		return {
			tagged: tagger?.commit ?? null,
			...tagger === void 0 ? this.#authorship(place) : authorshipOf(tagger),
			refs: shown,
			moreRefs: Math.max(count, names.length) - shown.length,
			isNote: refs.length > 0 && refs.every(({ kind }) => kind === "note")
		};
	}
	provenanceOf(fingerprint) {
		const own = this.placedOf(fingerprint);
		const set = introducedBy(own);
		const direct = own.flatMap(({ origin }) => origin.trace.refs);
		const [held = {
			refs: [],
			count: 0
		}] = this.history.holdersOf([set], Number.POSITIVE_INFINITY);
		const refs = [...new Set([...held.refs, ...direct])];
		const forgotten = own.flatMap(({ trace }) => this.forgottenBy(trace).map(({ name }) => name));
		const names = refs.length > 0 ? refs.map(({ name }) => name) : [...new Set(forgotten)];
		return {
			complete: own.every(({ trace }) => trace.isCertain),
			first: this.#firstOf(own),
			renames: this.#renamesOf(own),
			inHead: inHeadOf(own),
			removed: this.#removedOf(own),
			refs: names.slice(0, 10),
			moreRefs: Math.max(0, names.length - 10),
			remotes: remotesOf(refs)
		};
	}
	#firstOf(own) {
		const place = this.history.oldest(own.flatMap(({ origin }) => origin.trace.introducedBy));
		if (place === null) return null;
		const from = own.find(({ origin }) => origin.trace.introducedBy.includes(place));
		const commit = this.history.graph.idAt(place);
		const orEarlier = this.#sources.shallow.has(commit) || !this.history.isComplete;
		return {
			commit,
			...this.#authorship(place),
			path: from?.trace.path ?? null,
			orEarlier
		};
	}
	#renamesOf(own) {
		return movesIn(this.history, own).slice(0, MOST_RENAMES).map(({ place, from, to }) => ({
			commit: this.history.graph.idAt(place),
			...this.#authorship(place),
			from,
			to
		}));
	}
	#removedOf(own) {
		if (inHeadOf(own) !== false) return null;
		const places = new Set(own.map(({ origin }) => `${origin.oid} ${origin.trace.path}`));
		const removal = this.#sources.removals.find(({ before, path }) => places.has(`${before} ${path}`));
		if (removal === void 0) return null;
		const { oid, authorName, authorEmail, date } = removal.commit;
		return {
			commit: oid,
			author: `${authorName} <${authorEmail}>`,
			date
		};
	}
	#authorship(place) {
		const commit = place === null ? void 0 : this.#sources.details.get(place);
		if (commit === void 0) return {
			author: null,
			date: null
		};
		return {
			author: `${commit.authorName} <${commit.authorEmail}>`,
			date: commit.date
		};
	}
};
function authorshipOf({ name, email, date }) {
	return {
		author: name === null ? null : `${name} <${email ?? ""}>`,
		date
	};
}
function inHeadOf(own) {
	const contents = own.filter(({ type }) => type === "blob");
	const answers = (contents.length > 0 ? contents : own).map(({ trace }) => trace.inHead);
	if (answers.includes(true)) return true;
	return answers.length > 0 && answers.every((answer) => answer === false) ? false : null;
}
function byCredential(placed) {
	const groups = new Map();
	for (const each of placed) {
		const group = groups.get(each.fingerprint) ?? [];
		groups.set(each.fingerprint, group);
		group.push(each);
	}
	return groups;
}
function commitsToName(history, placed) {
	const places = placed.map(({ trace }) => trace.commit === null ? null : history.graph.find(trace.commit));
	for (const group of byCredential(placed).values()) {
		places.push(history.oldest(group.flatMap(({ origin }) => origin.trace.introducedBy)));
		for (const { place } of movesIn(history, group).slice(0, MOST_RENAMES)) places.push(place);
	}
	return places.filter((place) => place !== null);
}
async function removalsOf(repository, history, placed, options) {
	const gone = placed.filter(({ type, trace, origin }) => type === "blob" && trace.inHead === false && origin.trace.introducedBy.some((place) => history.isInHead(place)));
	return listRemovals(repository, new Set(gone.map(({ origin }) => origin.oid)), new Set(gone.flatMap(({ origin }) => origin.trace.path ?? [])), options);
}
function remotesOf(refs) {
	const remotes = new Map();
	for (const { name, remote } of refs) {
		if (remote === null) continue;
		const names = remotes.get(remote) ?? [];
		remotes.set(remote, names);
		names.push(name);
	}
	return [...remotes].map(([name, names]) => ({
		name: name === "?" ? null : name,
		refs: names.slice(0, 5),
		moreRefs: Math.max(0, names.length - 5)
	}));
}
// src/scan/stories.ts
async function tellStories(sightings, options) {
	const traces = new Map();
	const provenances = new Map();
	const stories = new Map();
	for (const [history, placed] of byHistory(sightings)) {
		const story = await RepositoryStory.tell(history, placed, options);
		stories.set(history, story);
		for (const { trace } of placed) traces.set(trace, story.detailsOf(trace));
		const untold = [...story.fingerprints].filter((fingerprint) => !provenances.has(fingerprint));
		for (const some of inBatches(untold)) {
			story.follow(some);
			for (const fingerprint of some) provenances.set(fingerprint, story.provenanceOf(fingerprint));
		}
	}
	return {
		traces,
		provenances,
		footholds: footholdsByCredential(sightings, stories, options)
	};
}
function byHistory(sightings) {
	const histories = new Map();
	for (const { fingerprint, sighting, traces } of sightings) {
		if (sighting.origin.kind !== "object") continue;
		for (const trace of traces) {
			if (trace.origin === void 0) continue;
			const { history } = trace.origin;
			const placed = histories.get(history) ?? [];
			histories.set(history, placed);
			const { type, isName = false } = sighting.origin;
			placed.push({
				fingerprint,
				type: type === "commit" || type === "tag" ? type : "blob",
				isName,
				trace,
				origin: trace.origin
			});
		}
	}
	return histories;
}
function footholdsByCredential(sightings, stories, options) {
	const groups = new Map();
	for (const sighting of sightings) {
		const { root } = sighting;
		if (root?.repository == null) continue;
		const roots = groups.get(sighting.fingerprint) ?? new Map();
		groups.set(sighting.fingerprint, roots);
		const group = roots.get(root) ?? [];
		roots.set(root, group);
		group.push(sighting);
	}
	const footholds = new Map();
	for (const some of inBatches([...groups])) {
		for (const story of stories.values()) story.follow(some.map(([fingerprint]) => fingerprint));
		for (const [fingerprint, roots] of some) footholds.set(fingerprint, [...roots].map(([root, group]) => footholdsOf(root, fingerprint, group, stories, options)));
	}
	return footholds;
}
function inBatches(items) {
	const count = Math.ceil(items.length / 32);
	return Array.from({ length: count }, (_, at) => items.slice(at * 32, (at + 1) * 32));
}
// src/scan/conclude-scan.ts
async function concludeScan({ engine, sightings, kept, suppressed, skipped }, options) {
	const stories = await tellStories(kept, options);
	const secrets = [...sightings.map(({ sighting }) => sighting.finding.secret), ...skipped.flatMap(({ examples }) => examples.flatMap((name) => secretsIn(engine, name)))];
	const redactText = options.showSecrets === true ? (text) => text : createTextRedactor(secrets);
	const rules = configuredRules(builtinRules(), options.config);
	return {
		credentials: groupCredentials(kept, rules, options.showSecrets ?? false, stories).map((each) => redactNames(each, redactText)),
		hidden: hiddenCredentials(suppressed, rules, redactText),
		skipped: skipped.map((each) => ({
			...each,
			examples: each.examples.map(redactText)
		}))
	};
}
function hiddenCredentials(suppressed, rules, redactText) {
	const suppressions = new Map(suppressed.map((each) => [each.fingerprint, each.suppression]));
	const sightings = suppressed.flatMap((each) => each.sightings);
	return groupCredentials(sightings, rules, false).flatMap((each) => {
		const suppression = suppressions.get(each.fingerprint);
		if (suppression === void 0) return [];
		const detail = redactText(suppression.detail);
		return {
			credential: redactNames({
				...each,
				remediation: withoutUndo(each.remediation)
			}, redactText),
			suppression: {
				...suppression,
				detail
			}
		};
	});
}
function withoutUndo({ summary, plan: whole }) {
	const plan = whole.filter(({ stage }) => stage !== "undo");
	return {
		summary,
		steps: plan.map(({ text }) => text),
		commands: plan.flatMap(({ commands }) => commands),
		plan
	};
}
function secretsIn(engine, text) {
	return detect(engine, Buffer.from(text), "").map(({ secret }) => secret);
}
export { concludeScan };
