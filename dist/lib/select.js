import { t as UserError } from "./errors.js";
import { n as CONFIDENCE_LEVELS, r as isAtLeast } from "./entry-of.js";
import { t as pathOf } from "./source.js";
import { c as GitError, i as startGit, l as escapeControls, n as gitFailure, t as expectSuccess, u as reasonOf } from "./process.js";
import { t as parseObjectId } from "./object-id.js";
import { t as createPathFilter } from "./path-filter.js";
import { a as isOnByDefault, i as RULESETS } from "./rule-file.js";
import { accessSync, constants, lstatSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, delimiter, dirname, join, relative, resolve, sep } from "node:path";
// src/git/damaged-repository.ts
function findDamagedRepository(folder, found) {
	const top = found?.workTree ?? found?.gitDir;
	const ceilings = (process.env["GIT_CEILING_DIRECTORIES"] ?? "").split(delimiter);
	const device = statOf(folder)?.dev;
	for (let each = folder; each !== top; each = dirname(each)) {
		if (each !== folder && (ceilings.includes(each) || statOf(each)?.dev !== device)) return null;
		const gitDir = gitFolderOf(each);
		if (gitDir !== null) return gitDir === found?.gitDir ? null : {
			gitDir,
			reason: damageOf(gitDir)
		};
		if (each === dirname(each)) return null;
	}
	return null;
}
function gitFolderOf(folder) {
	const gitDir = join(folder, ".git");
	if (statOf(gitDir)?.isDirectory() === true) return looksLikeGit(gitDir) ? gitDir : null;
	return looksBare(folder) ? folder : null;
}
function looksLikeGit(gitDir) {
	return !mayBeEntered$1(gitDir) || [
		"HEAD",
		"objects",
		"refs"
	].some((name) => isThere(join(gitDir, name)));
}
function looksBare(folder) {
	const isFolder = (name) => statOf(join(folder, name))?.isDirectory() === true;
	if (!isFolder("objects")) return false;
	const hasStore = isFolder("objects/pack") || isFolder("objects/info");
	return [
		isFolder("refs"),
		isThere(join(folder, "HEAD")),
		hasStore
	].filter(Boolean).length >= 2;
}
function damageOf(gitDir) {
	if (!mayBeEntered$1(gitDir)) return "it may not be entered";
	for (const name of ["objects", "refs"]) {
		if (!isThere(join(gitDir, name))) return `it has no folder "${name}"`;
		if (!mayBeEntered$1(join(gitDir, name))) return `its folder "${name}" may not be entered`;
	}
	return damageOfHead(join(gitDir, "HEAD")) ?? "git does not take it for a repository";
}
function damageOfHead(head) {
	if (!isThere(head)) return "it has no HEAD";
	try {
		const text = readFileSync(head, "latin1");
		if (text.trim() === "") return "its HEAD is empty";
		return /^(?:ref:\s*refs\/|[0-9a-f]{40})/.test(text) ? null : "its HEAD names neither a branch nor a commit";
	} catch {
		return "its HEAD may not be read";
	}
}
function mayBeEntered$1(folder) {
	try {
		accessSync(folder, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
function isThere(path) {
	try {
		lstatSync(path);
		return true;
	} catch {
		return false;
	}
}
function statOf(path) {
	try {
		return statSync(path, { throwIfNoEntry: false });
	} catch {
		return;
	}
}
// src/git/repository.ts
async function discoverRepository(path, options = {}) {
	const place = {
		cwd: startingFolder(path),
		indexFile: options.indexFile ?? null
	};
	const facts = await askFacts(place, options);
	if (facts === null) return null;
	return {
		...facts,
		cwd: facts.workTree ?? facts.gitDir,
		indexFile: place.indexFile,
		partialClone: hasPromisorPack(facts.commonDir) || await hasPromisorRemote(place, facts, options)
	};
}
function startingFolder(path) {
	let folder = statSync(path).isDirectory() ? path : dirname(path);
	while (folder !== dirname(folder) && !mayBeEntered(folder)) folder = dirname(folder);
	return folder;
}
function mayBeEntered(folder) {
	try {
		accessSync(folder, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
async function askFacts(place, options) {
	const args = [
		"rev-parse",
		"--default",
		"HEAD",
		"--is-bare-repository",
		"--is-inside-work-tree",
		"--is-shallow-repository",
		"--show-object-format",
		"--path-format=absolute",
		"--git-dir",
		"--git-common-dir",
		"--show-toplevel",
		"--is-bare-repository"
	];
	const { stdout, exit } = await answer(place, args, options);
	if (isNoRepository(exit)) return null;
	if (isBrokenLink(exit)) throw brokenLink(place);
	const [bare, inWorkTree, shallow, format, ...rest] = lines(stdout);
	if (format === void 0) throw gitFailure(place, args, exit);
	const hasWorkTree = inWorkTree === "true";
	if (hasWorkTree && rest.at(-1) !== bare) expectSuccess(place, args, exit);
	const head = hasWorkTree ? takeHead(rest) : await askHead(place, options);
	const [gitDir, commonDir, workTree] = rest.length === (hasWorkTree ? 3 : 2) ? rest : await askPathsOneByOne(place, hasWorkTree, options);
	if (gitDir === void 0 || commonDir === void 0) throw gitFailure(place, args, exit);
	return {
		workTree: hasWorkTree ? workTree ?? null : null,
		gitDir,
		commonDir,
		bare: bare === "true",
		shallow: shallow === "true",
		objectFormat: format === "sha256" ? "sha256" : "sha1",
		head
	};
}
function takeHead(rest) {
	const head = parseObjectId(rest.at(-1) ?? "");
	rest.splice(head === null ? -1 : -2);
	return head;
}
async function askPathsOneByOne(place, hasWorkTree, options) {
	const questions = [
		"--git-dir",
		"--git-common-dir",
		...hasWorkTree ? ["--show-toplevel"] : []
	];
	return Promise.all(questions.map(async (question) => {
		const args = [
			"rev-parse",
			"--path-format=absolute",
			question
		];
		const { stdout, exit } = await answer(place, args, options);
		expectSuccess(place, args, exit);
		return stdout.replace(/\n$/, "");
	}));
}
async function askHead(place, options) {
	const { stdout } = await answer(place, [
		"rev-parse",
		"--quiet",
		"--verify",
		"--end-of-options",
		"HEAD"
	], options);
	return parseObjectId(stdout.trim());
}
async function hasPromisorRemote(place, { commonDir }, options) {
	if (!mayNamePromisor(join(commonDir, "config"))) return false;
	const { stdout } = await answer(place, [
		"config",
		"--local",
		"-z",
		"--get-regexp",
		"^(extensions\\.partialclone|remote\\..*\\.promisor)$"
	], options);
	return stdout.split("\0").some((entry) => entry !== "" && !/\n(?:false|no|off|0)$/i.test(entry));
}
function mayNamePromisor(configFile) {
	try {
		if (!statSync(configFile).isFile()) return true;
		return /promisor|partialclone/i.test(readFileSync(configFile, "latin1"));
	} catch {
		return true;
	}
}
function hasPromisorPack(commonDir) {
	try {
		return readdirSync(join(commonDir, "objects", "pack")).some((name) => name.endsWith(".promisor"));
	} catch {
		return false;
	}
}
async function answer(place, args, options) {
	const git = startGit(place, args, options);
	git.stdin.end();
	const chunks = [];
	for await (const chunk of git.stdout) chunks.push(chunk);
	return {
		exit: await git.exit,
		stdout: Buffer.concat(chunks).toString("utf8")
	};
}
function isNoRepository(exit) {
	return exit.code === 128 && /^fatal: not a git repository(?! *:)/m.test(exit.stderr);
}
function isBrokenLink(exit) {
	return exit.code === 128 && /^fatal: not a git repository: /m.test(exit.stderr);
}
function brokenLink(place) {
	const folder = escapeControls(place.cwd);
	return new UserError(`the .git file of ${folder} names a git folder that is not there: repair it (git worktree repair, git submodule update), or remove the file to scan without git`);
}
function lines(text) {
	return text.replace(/\n$/, "").split("\n");
}
// src/scan/roots.ts
async function findRoots(paths, options = {}) {
	if (options.target === "stdin") return [NOWHERE];
	const groups = new Map();
	for (const path of paths) {
		const place = locate(path, options);
		const gaps = new Set();
		const repository = await discoverOrGap(place.folder, options, gaps);
		const folder = repository?.workTree ?? repository?.gitDir ?? folderOf(place.folder);
		const group = groups.get(folder) ?? {
			repository,
			paths: [],
			past: [],
			gaps
		};
		groups.set(folder, group);
		for (const gap of gaps) group.gaps.add(gap);
		const inside = below(folder, join(place.folder, place.rest));
		if (repository !== null && (place.rest !== "" || repository.workTree === null && inside !== "")) {
			const { isKnownPath } = await import("./git-known-path.js");
			if (await isKnownPath(repository, inside, options)) group.past.push(inside);
			else if (place.rest === "") group.paths.push(place.folder);
			else throw notThere(path, ", and no commit has one");
		} else if (place.rest !== "") throw notThere(path);
		else group.paths.push(place.folder);
		if (gaps.size > 0) continue;
		const damaged = findDamagedRepository(startingFolder(place.folder), repository);
		if (damaged !== null) group.gaps.add(`${gitFolderName(folder, damaged.gitDir)}: ${damaged.reason}`);
	}
	return [...groups].map(([folder, { repository, paths: existing, past, gaps }]) => ({
		folder,
		prefix: "",
		repository,
		paths: existing,
		isInScope: scopeOf(folder, repository, existing, past),
		gaps: [...gaps]
	}));
}
async function discoverOrGap(path, options, gaps) {
	try {
		return await discoverRepository(path, {
			indexFile: options.indexFile ?? null,
			signal: options.signal
		});
	} catch (error) {
		options.signal?.throwIfAborted();
		if (!(error instanceof GitError)) throw error;
		gaps.add(reasonOf(error));
		return null;
	}
}
const NOWHERE = {
	folder: "",
	prefix: "",
	repository: null,
	paths: [],
	isInScope: () => true,
	gaps: []
};
function locate(path, { target = "auto" }) {
	const mayBePast = target !== "files";
	let rest = "";
	for (let absolute = resolve(path);; absolute = dirname(absolute)) try {
		return {
			folder: realpathSync.native(absolute),
			rest
		};
	} catch (error) {
		const { code = "unknown error" } = error;
		if (code !== "ENOENT" && code !== "ENOTDIR") throw new UserError(`cannot open ${JSON.stringify(path)} (${code})`);
		if (!mayBePast) throw notThere(path);
		rest = join(basename(absolute), rest);
	}
}
function notThere(path, more = "") {
	return new UserError(`there is no file or folder ${JSON.stringify(path)}${more}`);
}
function folderOf(path) {
	return statSync(path).isDirectory() ? path : dirname(path);
}
async function openNested(outer, path, options) {
	const folder = join(outer.folder, path);
	if (realPathOf(folder) !== folder) return null;
	try {
		const repository = await discoverRepository(folder, { signal: options.signal });
		if (repository?.workTree === folder) return {
			folder,
			prefix: `${outer.prefix}${path}/`,
			repository,
			paths: [folder],
			isInScope: () => true,
			gaps: []
		};
		const damaged = findDamagedRepository(folder, repository);
		return damaged === null ? null : { gap: `${gitFolderName(outer.folder, damaged.gitDir)}: ${damaged.reason}` };
	} catch (error) {
		options.signal?.throwIfAborted();
		if (!(error instanceof UserError || error instanceof GitError)) throw error;
		return { gap: `${path}: ${error.message}` };
	}
}
function realPathOf(path) {
	try {
		return realpathSync.native(path);
	} catch {
		return null;
	}
}
function gitFolderName(folder, gitDir) {
	const inside = below(folder, gitDir);
	return inside === "" || inside.startsWith("..") ? gitDir : inside;
}
function scopeOf(folder, repository, paths, past) {
	const inside = [...paths.map((path) => below(folder, path)), ...past];
	if (inside.includes("") || repository !== null && repository.workTree === null && paths.length > 0 || inside.some((path) => path.startsWith(".."))) return () => true;
	return (path) => path !== null && inside.some((each) => path === each || path.startsWith(`${each}/`));
}
function below(folder, path) {
	return relative(folder, path).split(sep).join("/");
}
// src/credentials/allow.ts
async function applyAllowRules(sightings, rules, minConfidence) {
	if (rules === void 0 || isEmpty(rules)) return {
		kept: [...sightings],
		ignored: 0
	};
	const isAllowedValue = await valueFilter(rules);
	const isAllowedPath = rules.paths.length === 0 ? null : await createPathFilter({ include: rules.paths });
	const kept = [];
	const dropped = [];
	for (const each of sightings) {
		const left = isAllowedValue(each.fingerprint, each.sighting.finding.secret) ? null : outsideOf(each, isAllowedPath);
		if (left === null) dropped.push(each);
		else kept.push(left);
	}
	return {
		kept,
		ignored: countIgnored(kept, dropped, minConfidence)
	};
}
function isEmpty({ paths, fingerprints, texts, regexes }) {
	return paths.length + fingerprints.length + texts.length + regexes.length === 0;
}
async function valueFilter(rules) {
	const fingerprints = new Set(rules.fingerprints);
	const regexes = await compileAll(rules.regexes);
	return (fingerprint, secret) => fingerprints.has(fingerprint) || rules.texts.some((text) => secret.includes(text)) || regexes.some((regex) => regex.test(secret));
}
async function compileAll(sources) {
	if (sources.length === 0) return [];
	const { compileLinear } = await import("./rules-linear-regex.js");
	return sources.map((source) => compileLinear(source, ""));
}
function outsideOf(placed, isAllowed) {
	if (isAllowed === null) return placed;
	const { origin } = placed.sighting;
	if (placed.traces.length > 0) {
		const traces = placed.traces.filter(({ path }) => path === null || !isAllowed(path));
		return traces.length === 0 ? null : {
			...placed,
			traces
		};
	}
	const path = pathOf(origin);
	return path !== null && isAllowed(path) ? null : placed;
}
function countIgnored(kept, dropped, minConfidence) {
	const left = new Set(kept.map(({ fingerprint }) => fingerprint));
	const best = new Map();
	for (const { fingerprint, sighting } of dropped) {
		if (left.has(fingerprint)) continue;
		const { confidence } = sighting.finding;
		const known = best.get(fingerprint) ?? CONFIDENCE_LEVELS[0] ?? "low";
		best.set(fingerprint, isAtLeast(confidence, known) ? confidence : known);
	}
	return [...best.values()].filter((confidence) => isAtLeast(confidence, minConfidence)).length;
}
// src/detect/observe.ts
function observed(engine, observe) {
	const watched = new Map();
	for (const pattern of engine.patterns) watched.set(pattern, {
		...pattern,
		observe
	});
	const ofEach = (patterns) => patterns.map((pattern) => watched.get(pattern) ?? pattern);
	const ofLengths = (patterns) => new Map([...patterns].map(([length, each]) => [length, ofEach(each)]));
	const { word, base64 } = engine.patternsOfRun;
	return {
		...engine,
		patterns: ofEach(engine.patterns),
		patternsOfMark: engine.patternsOfMark.map(ofEach),
		patternsOfRun: {
			word: ofLengths(word),
			base64: ofLengths(base64)
		}
	};
}
// src/suggest.ts
function suggestionFor(input, candidates) {
	const nearest = nearestTo(input, candidates);
	return nearest === null ? "" : `; did you mean "${nearest}"?`;
}
function nearestTo(input, candidates) {
	const typed = input.toLowerCase();
	let best = null;
	let bestDistance = Math.max(1, Math.floor(plain(typed).length / 3)) + .5;
	for (const candidate of candidates) {
		const name = candidate.toLowerCase();
		const distance = plain(typed).length >= 3 && plain(name).startsWith(plain(typed)) ? .5 : editDistance(typed, name);
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}
function plain(name) {
	return name.replace(/^-+/, "");
}
function editDistance(a, b) {
	let beforeLast = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const isSame = a[row - 1] === b[column - 1];
			let distance = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (isSame ? 0 : 1));
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) distance = Math.min(distance, (beforeLast[column - 2] ?? 0) + 1);
			current.push(distance);
		}
		beforeLast = last;
		last = current;
	}
	return last[b.length] ?? 0;
}
// src/rules/rule-with-id.ts
function ruleWithId(rules, id) {
	const rule = rules.find(({ family, variants }) => family === id || variants.some((variant) => variant.id === id));
	if (rule !== void 0) return rule;
	const hint = suggestionFor(id, rules.flatMap(({ family, variants }) => [family, ...variants.map((variant) => variant.id)])) || "; \"keypetrel rules list\" shows them";
	throw new UserError(`there is no rule "${id}"${hint}`);
}
// src/rules/select.ts
function selectRules(rules, only, disabled, rulesets = []) {
	for (const name of rulesets) if (!RULESETS.some((each) => each === name)) throw new UserError(`there is no rule set "${name}", but ${RULESETS.join(", ")}`);
	const isOn = ({ ruleset, isOwn }) => only.length > 0 || isOwn === true || isOnByDefault(ruleset) || rulesets.includes(ruleset);
	for (const id of [...only, ...disabled]) ruleWithId(rules, id);
	const isReported = (family, rule) => (only.length === 0 || only.includes(family) || only.includes(rule)) && !disabled.includes(family) && !disabled.includes(rule);
	const selected = rules.filter((file) => isOn(file) && file.variants.some((variant) => isReported(file.family, variant.id)));
	if (selected.length === 0) throw new UserError("no rule is left to look for: every one is turned off");
	return {
		rules: selected,
		isReported
	};
}
export { findRoots as a, valueFilter as i, observed as n, openNested as o, applyAllowRules as r, selectRules as t };
