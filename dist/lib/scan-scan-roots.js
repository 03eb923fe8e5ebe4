import { n as configuredRules, t as configuredDigest } from "./apply-config.js";
import { n as settle } from "./settings.js";
import { n as observed, o as openNested, r as applyAllowRules, t as selectRules } from "./select.js";
import { o as createEngine, r as isArchive, t as compilerForOwn } from "./own-compiler.js";
import { r as isAtLeast } from "./entry-of.js";
import { n as rulesDigest, t as detectionRules } from "./detection-rules.js";
import { t as Coverage } from "./coverage2.js";
import { t as createPathFilter } from "./path-filter.js";
import { t as Collector } from "./collector.js";
import { c as GitError, i as startGit, u as reasonOf } from "./process.js";
import { t as UserError } from "./errors.js";
import { t as parseObjectId } from "./object-id.js";
import { n as splitStream } from "./split-stream.js";
// src/version.ts
const TOOL_VERSION = "0.1.0";
// src/scan/observer.ts
function watched(engine, observer) {
	if (observer === null) return {
		engine,
		emitting: (emit) => emit
	};
	let current = null;
	return {
		engine: observed(engine, (judgement, bytes) => {
			if (current !== null) observer.judged(judgement, bytes, current);
		}),
		emitting: (emit) => (content) => {
			current = content;
			emit(content);
		}
	};
}
// src/scan/archives-later.ts
var ArchivesLater = class {
	#unpack = null;
	#loading = null;
	#waiting = [];
	unpack = (bytes) => this.#unpack?.(bytes) ?? {
		members: [],
		skipped: []
	};
	hold(emit) {
		return (content) => {
			if (this.#unpack !== null || !isArchive(content.bytes)) {
				emit(content);
				return;
			}
			this.#waiting.push({
				...content,
				bytes: Buffer.from(content.bytes)
			});
			this.#loading ??= this.#load(emit);
			this.#loading.catch(() => {});
		};
	}
	async settled() {
		await this.#loading;
	}
	async #load(emit) {
		const { unpack } = await import("./decode-archive.js");
		this.#unpack = unpack;
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const content of waiting) emit(content);
	}
};
// src/scan/root-memory.ts
async function openMemory({ repository }, { target = "auto", cache = false, allObjects = false, log }, rulesKey) {
	if (repository === null || cache === false || allObjects || !(target === "auto" || target === "history")) return null;
	const { HistoryCache } = await import("./cache-history-cache.js");
	return HistoryCache.open(repository, cache, rulesKey, log);
}
// src/git/head-blobs.ts
async function listHeadBlobs(repository, options = {}) {
	const blobs = new Set();
	if (repository.head === null) return blobs;
	const git = startGit(repository, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		repository.head
	], options);
	git.stdin.end();
	await splitStream(git.stdout, 0, (part) => {
		const [, type, oid = ""] = Buffer.from(part).toString("latin1", 0, 100).split(/[ \t]/, 3);
		const parsed = type === "blob" ? parseObjectId(oid) : null;
		if (parsed) blobs.add(parsed);
	});
	await git.exit;
	return blobs;
}
// src/scan/sources.ts
async function sourcesOf(root, options, rules, onRepository) {
	const modes = modesOf(options.target ?? "auto", root);
	let screen = null;
	const screenOf = () => {
		screen ??= makeScreen(rules);
		return screen;
	};
	const wanted = {
		options,
		rules,
		screenOf,
		onRepository,
		isAlone: modes.length === 1
	};
	return Promise.all(modes.map(async (mode) => ({
		mode,
		source: await sourceOf(mode, root, wanted)
	})));
}
function modesOf(target, root) {
	const { repository } = root;
	switch (target) {
		case "stdin": return ["stdin"];
		case "files": return ["files"];
		case "staged": return ["index"];
		case "history": return ["history"];
		case "range": return ["range"];
		case "auto":
			if (repository === null) return ["files"];
			if (repository.workTree === null) return ["history"];
			return root.paths.length === 0 ? ["index", "history"] : [
				"files",
				"index",
				"history"
			];
	}
}
async function makeScreen(rules) {
	const { createScreen } = await import("./screen.js").then((n) => n.n);
	return createScreen(rules, await compilerForOwn(rules));
}
async function sourceOf(mode, root, { options, rules, screenOf, onRepository, isAlone }) {
	const { include, exclude, signal, onProgress } = options;
	const common = {
		include,
		exclude,
		prefix: root.prefix,
		signal,
		onProgress
	};
	switch (mode) {
		case "stdin": {
			const { stdinSource } = await import("./sources-stdin.js");
			if (!options.input) throw new UserError("nothing to read: --stdin needs input on standard input");
			return stdinSource(options.input, { signal });
		}
		case "files": {
			const { fileSource } = await import("./sources-files.js");
			const { folder, repository, paths } = root;
			return fileSource({
				...common,
				root: folder,
				repository: repository?.workTree == null ? null : repository,
				paths,
				gitignore: options.gitignore ?? true,
				jobs: options.jobs,
				onRepository,
				screen: await screenOf()
			});
		}
		case "index": {
			const { indexSource } = await import("./sources-index-source.js");
			const repository = repositoryOf(root, "--staged");
			if (options.target === "staged") {
				const changes = await stagedChanges(repository, signal);
				const entries = changes === null ? {} : { entries: changes };
				return indexSource({
					...common,
					...entries,
					repository,
					screen: await screenOf()
				});
			}
			const committed = await listHeadBlobs(repository, { signal });
			return indexSource({
				...common,
				repository,
				isAlone,
				skip: (oid) => committed.has(oid)
			});
		}
		case "range": {
			const { rangeSource } = await import("./sources-range.js");
			const range = options.range ?? {
				kind: "commits",
				names: []
			};
			return rangeSource({
				repository: repositoryOf(root, "--range"),
				range,
				screen: await screenOf(),
				signal,
				onProgress
			});
		}
		case "history": {
			const { historySource } = await import("./sources-history.js");
			const repository = repositoryOf(root, "--history");
			const allObjects = options.allObjects ?? false;
			const { packWorkers } = await import("./scan-pack-workers.js");
			const history = historySource({
				repository,
				allObjects,
				screen: await screenOf(),
				startWorkers: packWorkers(rules, options.jobs),
				memory: root.memory ?? void 0,
				signal,
				onProgress
			});
			return isAlone ? withRepositories(history, root, onRepository, signal) : history;
		}
	}
}
async function stagedChanges(repository, signal) {
	const { listStagedChanges } = await import("./git-staged-changes.js");
	try {
		return await listStagedChanges(repository, { signal });
	} catch (error) {
		signal?.throwIfAborted();
		if (!(error instanceof GitError)) throw error;
		return null;
	}
}
function withRepositories(history, { folder, repository, paths }, onRepository, signal) {
	if (repository === null || repository.workTree === null || paths.length === 0) return history;
	return async (emit, coverage) => {
		const { listFiles } = await import("./sources-file-list.js");
		await listFiles({
			root: folder,
			repository,
			paths,
			signal,
			onRepository
		}, new Coverage());
		await history(emit, coverage);
	};
}
function repositoryOf(root, option) {
	if (root.repository) return root.repository;
	const [gap] = root.gaps;
	if (gap !== void 0) throw new UserError(`${option} needs a git repository that git can read; ${gap}`);
	throw new UserError(`${option} needs a git repository, and ${JSON.stringify(root.folder)} is in none`);
}
// src/scan/scan-root.ts
async function scanRoot(given, { options, rules, rulesKey, engine, isReported, emitting }, histories, total) {
	const coverage = new Coverage();
	const memory = await openMemory(given, options, rulesKey);
	const root = {
		...given,
		memory
	};
	for (const gap of root.gaps) coverage.skip("unreadable", gap);
	const archives = new ArchivesLater();
	const onSkipped = (path) => coverage.skip("archive", path);
	const collector = new Collector(engine, isReported, archives.unpack, onSkipped);
	const emit = archives.hold(emitting(collector.scan));
	const inside = new Set();
	const sources = await sourcesOf(root, options, rules, (path) => inside.add(path));
	const modes = [];
	for (const { mode, source } of sources) {
		if (mode === "history" && !isNew(root, histories)) continue;
		options.log?.debug(`scanning ${mode} of ${JSON.stringify(root.folder)}`);
		modes.push(mode);
		await orGap(() => source(emit, coverage), coverage, options);
	}
	await archives.settled();
	const seen = collector.credentials();
	const { sightings, standing } = await placed(root, seen, engine, options, coverage);
	await memory?.store(seen);
	const nested = [];
	for (const path of inside) {
		const opened = await openNested(root, path, options);
		if (opened === null) continue;
		if ("gap" in opened) coverage.skip("unreadable", opened.gap);
		else nested.push(opened);
	}
	total.add(coverage, root.prefix);
	return {
		sightings,
		standing,
		modes,
		nested
	};
}
async function placed(root, seen, engine, options, coverage) {
	if (seen.length === 0) return {
		sightings: [],
		standing: []
	};
	const { placeCredentials } = await import("./scan-place-credentials.js");
	return placeCredentials(root, seen, engine, options, coverage);
}
function isNew({ repository, isInScope }, histories) {
	if (repository === null || !isInScope(null)) return true;
	const isFirst = !histories.has(repository.commonDir);
	histories.add(repository.commonDir);
	return isFirst;
}
async function orGap(run, coverage, options) {
	try {
		await run();
	} catch (error) {
		options.signal?.throwIfAborted();
		if (!(error instanceof GitError)) throw error;
		coverage.skip("unreadable", reasonOf(error));
	}
}
// src/scan/scan-roots.ts
async function scanRoots(asked, given, observer) {
	const builtin = await rulesFor(given.config);
	const available = configuredRules(builtin, given.config);
	const settings = settle(given, given.config);
	const minConfidence = settings.minConfidence.value;
	const options = {
		...given,
		include: settings.include.value,
		exclude: settings.exclude.value
	};
	const { rules, isReported } = selectRules(available, settings.rules.value, settings.disabledRules.value, settings.rulesets.value);
	await createPathFilter(options);
	const coverage = new Coverage();
	const modes = new Set();
	const engine = createEngine(rules, await compilerForOwn(rules));
	const digest = configuredDigest(available, builtin, rulesDigest);
	const search = {
		options,
		rules,
		rulesKey: JSON.stringify([
			digest,
			rules.map(({ family }) => family),
			settings.rules.value,
			settings.disabledRules.value
		]),
		isReported,
		...watched(engine, observer)
	};
	const sightings = [];
	const stood = [];
	const histories = new Set();
	const roots = [...await asked];
	for (const root of roots) {
		const found = await scanRoot(root, search, histories, coverage);
		for (const mode of found.modes) modes.add(mode);
		for (const sighting of found.sightings) sightings.push(sighting);
		stood.push(...found.standing);
		roots.push(...found.nested);
	}
	const { kept, ignored } = await applyAllowRules(sightings, options.config?.allow, minConfidence);
	const isShown = ({ sightings: all }) => all.some(({ finding }) => isAtLeast(finding.confidence, minConfidence));
	observer?.placed(sightings, kept, stood);
	const { credentials, skipped } = await inReport({
		engine,
		sightings,
		kept,
		skipped: coverage.skipped()
	}, options);
	const shown = credentials.filter((each) => isAtLeast(each.confidence, minConfidence));
	return {
		schemaVersion: 1,
		tool: {
			name: "keypetrel",
			version: TOOL_VERSION,
			rulesDigest: digest
		},
		coverage: {
			complete: coverage.isComplete(),
			modes: [...modes],
			files: coverage.files,
			objects: coverage.objects,
			commits: coverage.commits,
			shallow: coverage.shallow,
			partialClone: coverage.partialClone,
			skipped
		},
		credentials: shown,
		suppressed: {
			baseline: 0,
			inline: 0,
			ignored,
			belowThreshold: credentials.length - shown.length,
			standing: stood.filter(isShown).length
		}
	};
}
async function rulesFor(config) {
	if (config === void 0) return detectionRules;
	const { builtinRules } = await import("./catalogue.js").then((n) => n.n);
	return builtinRules();
}
async function inReport(seen, options) {
	if (seen.sightings.length === 0 && seen.skipped.length === 0) return {
		credentials: [],
		skipped: []
	};
	const { concludeScan } = await import("./scan-conclude-scan.js");
	return concludeScan(seen, options);
}
export { TOOL_VERSION as n, scanRoots, listHeadBlobs as t };
