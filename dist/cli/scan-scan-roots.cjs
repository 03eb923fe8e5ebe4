"use strict";
const require_select = require("./select.cjs");
const require_report = require("./report.cjs");
const require_observe = require("./observe.cjs");
const require_own_compiler = require("./own-compiler.cjs");
const require_detection_rules = require("./detection-rules.cjs");
const require_coverage = require("./coverage.cjs");
const require_path_filter = require("./path-filter.cjs");
const require_suggest = require("./suggest.cjs");
const require_collector = require("./collector.cjs");
const require_exit_code = require("./exit-code.cjs");
const require_archive_magic = require("./archive-magic.cjs");
const require_scan = require("./scan.cjs");
const require_repository = require("./repository.cjs");
const require_split_stream = require("./split-stream.cjs");
// src/scan/observer.ts
function watched(engine, observer) {
	if (observer === null) return {
		engine,
		emitting: (emit) => emit
	};
	let current = null;
	return {
		engine: require_observe.observed(engine, (judgement, bytes) => {
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
			if (this.#unpack !== null || !require_archive_magic.isArchive(content.bytes)) {
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
		const { unpack } = await Promise.resolve().then(() => require("./decode-archive.cjs"));
		this.#unpack = unpack;
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const content of waiting) emit(content);
	}
};
// src/scan/root-memory.ts
async function openMemory({ repository }, { target = "auto", cache = false, allObjects = false, log }, rulesKey) {
	if (repository === null || cache === false || allObjects || !(target === "auto" || target === "history")) return null;
	const { HistoryCache } = await Promise.resolve().then(() => require("./cache-history-cache.cjs"));
	return HistoryCache.open(repository, cache, rulesKey, log);
}
// src/git/head-blobs.ts
async function listHeadBlobs(repository, options = {}) {
	const blobs = new Set();
	if (repository.head === null) return blobs;
	const git = require_repository.startGit(repository, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		repository.head
	], options);
	git.stdin.end();
	await require_split_stream.splitStream(git.stdout, 0, (part) => {
		const [, type, oid = ""] = Buffer.from(part).toString("latin1", 0, 100).split(/[ \t]/, 3);
		const parsed = type === "blob" ? require_repository.parseObjectId(oid) : null;
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
	const { createScreen } = await Promise.resolve().then(() => require("./screen.cjs")).then((n) => n.screen_exports);
	return createScreen(rules, await require_own_compiler.compilerForOwn(rules));
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
			const { stdinSource } = await Promise.resolve().then(() => require("./sources-stdin.cjs"));
			if (!options.input) throw new require_exit_code.UserError("nothing to read: --stdin needs input on standard input");
			return stdinSource(options.input, { signal });
		}
		case "files": {
			const { fileSource } = await Promise.resolve().then(() => require("./sources-files.cjs"));
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
			const { indexSource } = await Promise.resolve().then(() => require("./sources-index-source.cjs"));
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
			const { rangeSource } = await Promise.resolve().then(() => require("./sources-range.cjs"));
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
			const { historySource } = await Promise.resolve().then(() => require("./sources-history.cjs"));
			const repository = repositoryOf(root, "--history");
			const allObjects = options.allObjects ?? false;
			const { packWorkers } = await Promise.resolve().then(() => require("./scan-pack-workers.cjs"));
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
	const { listStagedChanges } = await Promise.resolve().then(() => require("./git-staged-changes.cjs"));
	try {
		return await listStagedChanges(repository, { signal });
	} catch (error) {
		signal?.throwIfAborted();
		if (!(error instanceof require_exit_code.GitError)) throw error;
		return null;
	}
}
function withRepositories(history, { folder, repository, paths }, onRepository, signal) {
	if (repository === null || repository.workTree === null || paths.length === 0) return history;
	return async (emit, coverage) => {
		const { listFiles } = await Promise.resolve().then(() => require("./sources-file-list.cjs"));
		await listFiles({
			root: folder,
			repository,
			paths,
			signal,
			onRepository
		}, new require_coverage.Coverage());
		await history(emit, coverage);
	};
}
function repositoryOf(root, option) {
	if (root.repository) return root.repository;
	const [gap] = root.gaps;
	if (gap !== void 0) throw new require_exit_code.UserError(`${option} needs a git repository that git can read; ${gap}`);
	throw new require_exit_code.UserError(`${option} needs a git repository, and ${JSON.stringify(root.folder)} is in none`);
}
// src/scan/scan-root.ts
async function scanRoot(given, { options, rules, rulesKey, engine, isReported, emitting }, histories, total) {
	const coverage = new require_coverage.Coverage();
	const memory = await openMemory(given, options, rulesKey);
	const root = {
		...given,
		memory
	};
	for (const gap of root.gaps) coverage.skip("unreadable", gap);
	const archives = new ArchivesLater();
	const onSkipped = (path) => coverage.skip("archive", path);
	const collector = new require_collector.Collector(engine, isReported, archives.unpack, onSkipped);
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
		const opened = await require_scan.openNested(root, path, options);
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
	const { placeCredentials } = await Promise.resolve().then(() => require("./scan-place-credentials.cjs"));
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
		if (!(error instanceof require_exit_code.GitError)) throw error;
		coverage.skip("unreadable", require_exit_code.reasonOf(error));
	}
}
// src/scan/scan-roots.ts
async function scanRoots(asked, given, observer) {
	const builtin = await rulesFor(given.config);
	const available = require_select.configuredRules(builtin, given.config);
	const settings = require_report.settle(given, given.config);
	const minConfidence = settings.minConfidence.value;
	const options = {
		...given,
		include: settings.include.value,
		exclude: settings.exclude.value
	};
	const { rules, isReported } = require_select.selectRules(available, settings.rules.value, settings.disabledRules.value, settings.rulesets.value);
	await require_path_filter.createPathFilter(options);
	const coverage = new require_coverage.Coverage();
	const modes = new Set();
	const engine = require_own_compiler.createEngine(rules, await require_own_compiler.compilerForOwn(rules));
	const digest = require_select.configuredDigest(available, builtin, require_detection_rules.rulesDigest);
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
	const { kept, ignored } = await require_observe.applyAllowRules(sightings, options.config?.allow, minConfidence);
	const isShown = ({ sightings: all }) => all.some(({ finding }) => require_report.isAtLeast(finding.confidence, minConfidence));
	observer?.placed(sightings, kept, stood);
	const { credentials, skipped } = await inReport({
		engine,
		sightings,
		kept,
		skipped: coverage.skipped()
	}, options);
	const shown = credentials.filter((each) => require_report.isAtLeast(each.confidence, minConfidence));
	return {
		schemaVersion: 1,
		tool: {
			name: "keypetrel",
			version: require_suggest.TOOL_VERSION,
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
	if (config === void 0) return require_detection_rules.detectionRules;
	const { builtinRules } = await Promise.resolve().then(() => require("./catalogue.cjs")).then((n) => n.catalogue_exports);
	return builtinRules();
}
async function inReport(seen, options) {
	if (seen.sightings.length === 0 && seen.skipped.length === 0) return {
		credentials: [],
		skipped: []
	};
	const { concludeScan } = await Promise.resolve().then(() => require("./scan-conclude-scan.cjs"));
	return concludeScan(seen, options);
}
exports.listHeadBlobs = listHeadBlobs;
exports.scanRoots = scanRoots;
