"use strict";
const require_exit_code = require("./cli/exit-code.cjs");
const require_basics = require("./cli/basics.cjs");
const require_scan_roots = require("./cli/scan-roots.cjs");
const require_scan = require("./cli/scan.cjs");
const require_make_folder = require("./cli/make-folder.cjs");
const require_report = require("./cli/report.cjs");
const require_markdown = require("./cli/markdown.cjs");
const require_refs = require("./cli/refs.cjs");
let node_crypto = require("node:crypto");
let node_fs_promises = require("node:fs/promises");
let node_path = require("node:path");
let node_child_process = require("node:child_process");
let node_events = require("node:events");
// src/action/commands.ts
function errorCommand(message) {
	return `::error title=keypetrel::${escapeData(message)}\n`;
}
function warningCommand(message) {
	return `::warning title=keypetrel::${escapeData(message)}\n`;
}
function noticeCommand(message) {
	return `::notice title=keypetrel::${escapeData(message)}\n`;
}
function withoutCommands(text) {
	const word = (0, node_crypto.randomUUID)();
	return `::stop-commands::${word}\n${text}${text.endsWith("\n") ? "" : "\n"}::${word}::\n`;
}
function escapeData(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
// src/config/lazy.ts
async function loadConfig(path) {
	const { loadConfig: load } = await Promise.resolve().then(() => require("./cli/config-load-config.cjs"));
	return load(path);
}
// src/action/changed-config.ts
async function warnOfChangedConfig(repository, plan, files, host) {
	const base = plan.kind === "changes" ? plan.without[0] : void 0;
	const { head, workTree } = repository;
	if (base === void 0 || head === null || workTree === null) return;
	if (host.env["GITHUB_EVENT_NAME"]?.startsWith("pull_request") !== true) return;
	for (const file of files) {
		const path = (0, node_path.relative)(workTree, (0, node_path.resolve)(file)).split(node_path.sep).join("/");
		const [before, now] = [await blobAt(repository, base, path), await blobAt(repository, head, path)];
		if (before === now) continue;
		const what = `the pull request changes ${JSON.stringify(path)}, which says what keypetrel reports`;
		host.write(warningCommand(`${what}: look at that change before you rely on this result`));
	}
}
async function blobAt(repository, commit, path) {
	const args = [
		"rev-parse",
		"--quiet",
		"--verify",
		"--end-of-options",
		`${commit}:${path}`
	];
	return (await require_scan.runGit(repository, args, { okCodes: [
		0,
		1,
		128
	] })).toString("latin1");
}
// src/action/comment.ts
const MARK = "<!-- keypetrel -->\n";
const COMMENT_ROOM = require_markdown.COMMENT_BYTES - 19;
const PAGE = 100;
const MOST_PAGES = 30;
const TIMEOUT_MS = 2e4;
async function commentOnPullRequest(markdown, credentials, payload, token, { env, write }) {
	const number = payload["pull_request"]?.number;
	if (typeof number !== "number") return;
	try {
		const api = apiOf(env, token);
		const known = await findComment(api, number);
		if (known === null && credentials === 0) return;
		const body = MARK + markdown;
		if (known === null) await request(api, "POST", `issues/${number}/comments`, { body });
		else await request(api, "PATCH", `issues/comments/${known}`, { body });
	} catch (error) {
		write(noticeCommand(`no comment on the pull request: ${error instanceof Error ? error.message : String(error)}`));
	}
}
function apiOf(env, token) {
	const repository = env["GITHUB_REPOSITORY"] ?? "";
	if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new Error("GITHUB_REPOSITORY is not set");
	if (token === "") throw new Error("the input \"github-token\" is empty");
	const root = env["GITHUB_API_URL"] ?? "https://api.github.com";
	return {
		root,
		base: `${root}/repos/${repository}`,
		token
	};
}
async function findComment(api, number) {
	let self = null;
	for (let page = 1; page <= MOST_PAGES; page += 1) {
		const comments = await request(api, "GET", `issues/${number}/comments?per_page=${PAGE}&page=${page}`);
		if (!Array.isArray(comments)) return null;
		for (const each of comments) {
			if (typeof each?.body !== "string" || !each.body.startsWith(MARK.trimEnd())) continue;
			if (each.user?.type === "Bot") return each.id;
			self ??= loginOf(api);
			if (each.user?.login !== void 0 && each.user.login === await self) return each.id;
		}
		if (comments.length < PAGE) return null;
	}
	return null;
}
async function loginOf({ root, token }) {
	const response = await answer({
		base: root,
		token
	}, "GET", "user");
	if (!response.ok) return null;
	const { login } = await response.json() ?? {};
	return typeof login === "string" ? login : null;
}
async function request(api, method, path, body) {
	const response = await answer(api, method, path, body);
	if (response.status === 401 || response.status === 403) throw new Error(`the token may not do that (${response.status}); it needs "pull-requests: write"`);
	if (!response.ok) throw new Error(`GitHub answered ${response.status}`);
	return response.json();
}
function answer({ base, token }, method, path, body) {
	return fetch(`${base}/${path}`, {
		method,
		redirect: "error",
		signal: AbortSignal.timeout(TIMEOUT_MS),
		headers: {
			accept: "application/vnd.github+json",
			authorization: `Bearer ${token}`,
			"content-type": "application/json",
			"user-agent": "keypetrel",
			"x-github-api-version": "2022-11-28"
		},
		...body !== void 0 && { body: JSON.stringify(body) }
	});
}
// src/action/event.ts
function planFor(name, payload, mode, head) {
	if (mode === "everything") return {
		kind: "everything",
		because: "the input \"mode\" says so"
	};
	const changes = changesOf(name, payload, head);
	if (changes !== null) return changes;
	const because = `an event "${name}" brings in nothing of its own`;
	return {
		kind: mode === "changes" ? "nothing" : "everything",
		because
	};
}
function changesOf(name, payload, head) {
	switch (name) {
		case "push": return pushChanges(payload);
		case "pull_request":
		case "pull_request_target": {
			const base = idAt(payload, "pull_request", "base", "sha");
			const tip = idAt(payload, "pull_request", "head", "sha");
			if (base === null || tip === null) return null;
			return {
				kind: "changes",
				because: "a pull request",
				...pullRequestEnds(base, tip, name === "pull_request" || head?.parents.includes(tip) ? head : null),
				against: null
			};
		}
		case "merge_group": {
			const base = idAt(payload, "merge_group", "base_sha");
			const tip = idAt(payload, "merge_group", "head_sha");
			if (base === null || tip === null) return null;
			return {
				kind: "changes",
				because: "a merge group",
				from: [tip],
				without: [base],
				against: null
			};
		}
		case "delete": return {
			kind: "nothing",
			because: "a branch or tag was deleted"
		};
		default: return null;
	}
}
function pullRequestEnds(base, tip, head) {
	if (head === null || head.oid === tip || head.oid === base) return {
		from: [tip],
		without: [base]
	};
	const bases = head.parents.includes(tip) ? head.parents.filter((parent) => parent !== tip) : [];
	return {
		from: [tip, head.oid],
		without: [...new Set([base, ...bases])]
	};
}
function pushChanges(payload) {
	const after = idAt(payload, "after");
	if (payload["deleted"] === true || after === null) return {
		kind: "nothing",
		because: "a ref was deleted"
	};
	const before = idAt(payload, "before");
	const ref = typeof payload["ref"] === "string" ? payload["ref"] : null;
	const isTag = ref?.startsWith("refs/tags/") === true;
	const against = isTag ? "branches" : defaultBranch(payload, ref);
	if (before === null) return {
		kind: "changes",
		because: isTag ? "a new tag" : "a new branch",
		from: [after],
		without: [],
		against
	};
	return {
		kind: "changes",
		because: payload["forced"] === true ? "a force push" : "a push",
		from: [after],
		without: [before],
		against
	};
}
function defaultBranch(payload, pushed) {
	const name = payload["repository"]?.["default_branch"];
	if (typeof name !== "string" || pushed === `refs/heads/${name}`) return null;
	return { ref: `refs/remotes/origin/${name}` };
}
function idAt(payload, ...path) {
	let value = payload;
	for (const key of path) value = value?.[key];
	return typeof value === "string" && !/^0+$/.test(value) ? require_scan.parseObjectId(value) : null;
}
// src/git/fetch.ts
const PROTOCOLS = [
	"https",
	"ssh",
	"file"
];
async function fetchHistory(repository, commits, { branches = false } = {}) {
	const allowed = PROTOCOLS.flatMap((protocol) => ["-c", `protocol.${protocol}.allow=always`]);
	const flags = [
		"--quiet",
		"--no-tags",
		"--no-recurse-submodules",
		"--no-write-fetch-head"
	];
	const refs = branches ? ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"] : [];
	const depth = repository.shallow ? ["--unshallow"] : [];
	const args = [
		...require_scan.NEUTRAL_OPTIONS,
		...allowed,
		"fetch",
		...flags,
		...depth,
		"origin",
		...commits,
		...refs
	];
	const child = (0, node_child_process.spawn)(require_scan.gitExecutable(), args, {
		cwd: repository.cwd,
		env: {
			...require_scan.gitEnvironment(null),
			GIT_ALLOW_PROTOCOL: PROTOCOLS.join(":"),
			GIT_NO_LAZY_FETCH: "0"
		},
		stdio: "ignore",
		windowsHide: true
	});
	const [code] = await (0, node_events.once)(child, "close");
	return code === 0;
}
// src/action/history.ts
async function withHistory(repository, plan, mayFetch, host) {
	const missing = await missingCommits(repository, plan.kind === "changes" ? [...plan.from, ...plan.without] : []);
	if (!repository.shallow && missing.length === 0) return repository;
	if (!mayFetch) return repository;
	host.write("keypetrel: the checkout is shallow or lacks commits; fetching them\n");
	let isFetched = await fetchHistory(repository, repository.head === null ? [] : [repository.head], { branches: plan.kind === "everything" || plan.without.length === 0 });
	for (const commit of missing) isFetched = await fetchHistory(await again(repository), [commit]) && isFetched;
	if (!isFetched) host.write(noticeCommand("not all of the history could be fetched: check out with \"fetch-depth: 0\""));
	return again(repository);
}
async function again(repository) {
	return await require_scan.discoverRepository(repository.cwd) ?? repository;
}
async function changesRange(repository, plan) {
	const lost = new Set(await missingCommits(repository, plan.without));
	const known = plan.without.filter((commit) => !lost.has(commit));
	const without = known.length > 0 ? known : await comparedWith(repository, plan.against);
	return {
		kind: "reachable",
		from: plan.from,
		without
	};
}
async function comparedWith(repository, against) {
	if (against === null) return [];
	const { refs } = await require_refs.listRefs(repository);
	const isMeant = against === "branches" ? (name) => name.startsWith("refs/remotes/origin/") : (name) => name === against.ref;
	return refs.filter(({ name }) => isMeant(name)).flatMap(({ peeled }) => peeled ?? []);
}
async function checkedOut(repository) {
	if (repository.head === null) return null;
	const text = (await require_scan.runGit(repository, [
		"cat-file",
		"commit",
		repository.head
	])).toString("latin1");
	const parents = [...text.slice(0, text.indexOf("\n\n")).matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(([, id = ""]) => require_scan.parseObjectId(id) ?? []);
	return {
		oid: repository.head,
		parents
	};
}
async function missingCommits(repository, commits) {
	const missing = [];
	for (const commit of commits) {
		const args = [
			"cat-file",
			"-e",
			`${commit}^{commit}`
		];
		if (!await require_scan.runGit(repository, args).then(() => true, () => false)) missing.push(commit);
	}
	return missing;
}
// src/action/inputs.ts
const MODES = [
	"auto",
	"changes",
	"everything"
];
function readInputs(env) {
	const paths = input(env, "path").split("\n").map((path) => path.trim()).filter((path) => path !== "");
	return {
		paths: paths.length === 0 ? ["."] : paths,
		mode: oneOf(env, "mode", MODES, "auto"),
		minConfidence: oneOfOrNone(env, "min-confidence", require_basics.CONFIDENCE_LEVELS),
		failOn: oneOfOrNone(env, "fail-on", [...require_basics.CONFIDENCE_LEVELS, "never"]),
		config: optional(env, "config"),
		baseline: optional(env, "baseline"),
		noIgnore: flag(env, "no-ignore", false),
		sarifFile: optional(env, "sarif-file"),
		jsonFile: optional(env, "json-file"),
		fetchHistory: flag(env, "fetch-history", true),
		comment: flag(env, "comment", false),
		token: input(env, "github-token")
	};
}
function input(env, name) {
	return (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
}
function optional(env, name) {
	const value = input(env, name);
	return value === "" ? null : value;
}
function oneOf(env, name, words, fallback) {
	const value = input(env, name) || fallback;
	const word = words.find((each) => each === value);
	if (word !== void 0) return word;
	throw new require_basics.UserError(`the input "${name}" is "${value}", and not one of ${words.join(", ")}`);
}
function oneOfOrNone(env, name, words) {
	const [first] = words;
	return first === void 0 || input(env, name) === "" ? null : oneOf(env, name, words, first);
}
function flag(env, name, fallback) {
	return oneOf(env, name, ["true", "false"], fallback ? "true" : "false") === "true";
}
// src/action/report-path.ts
async function reportPath(workspace, name) {
	const path = (0, node_path.resolve)(workspace, name);
	const inside = (0, node_path.relative)((0, node_path.resolve)(workspace), path);
	if (inside.startsWith("..") || (0, node_path.isAbsolute)(inside)) return path;
	let current = (0, node_path.resolve)(workspace);
	for (const part of inside.split(node_path.sep)) {
		current = (0, node_path.join)(current, part);
		if ((await (0, node_fs_promises.lstat)(current).catch(() => null))?.isSymbolicLink()) throw new require_basics.UserError(`no report is written to "${name}": "${(0, node_path.relative)(workspace, current)}" is a link`);
	}
	return path;
}
// src/action/run.ts
async function runAction(host) {
	const inputs = readInputs(host.env);
	const workspace = host.env["GITHUB_WORKSPACE"] ?? ".";
	const config = inputs.config === null ? void 0 : await loadConfig((0, node_path.resolve)(workspace, inputs.config));
	const { failOn } = require_basics.settle({
		minConfidence: inputs.minConfidence,
		failOn: inputs.failOn === "never" ? null : inputs.failOn
	}, config);
	const files = {
		sarif: inputs.sarifFile && await reportPath(workspace, inputs.sarifFile),
		json: inputs.jsonFile && await reportPath(workspace, inputs.jsonFile)
	};
	const payload = await readPayload(host.env);
	const options = await scanOptionsFor(inputs, config, workspace, payload, host);
	if (options === null) {
		await setOutputs(host.env, {
			credentials: "0",
			complete: "true",
			"exit-code": "0",
			"sarif-file": ""
		});
		return require_exit_code.EXIT_CODES.clean;
	}
	const report = await require_scan.scan(options);
	const exit = require_exit_code.exitStatus(report, {
		failOn: failOn.value,
		requireComplete: true
	});
	await tell(report, exit, inputs, files, payload, host);
	return inputs.failOn === "never" && exit.code === require_exit_code.EXIT_CODES.found ? require_exit_code.EXIT_CODES.clean : exit.code;
}
async function readPayload(env) {
	const path = env["GITHUB_EVENT_PATH"];
	if (path === void 0 || path === "") return {};
	const payload = JSON.parse(await (0, node_fs_promises.readFile)(path, "utf8"));
	return typeof payload === "object" && payload !== null ? payload : {};
}
async function scanOptionsFor(inputs, config, workspace, payload, host) {
	const { paths, minConfidence, mode, baseline, noIgnore } = inputs;
	const common = {
		paths: paths.map((path) => (0, node_path.resolve)(workspace, path)),
		...minConfidence !== null && { minConfidence },
		...baseline !== null && { baseline: (0, node_path.resolve)(workspace, baseline) },
		...noIgnore && { ignore: false },
		...config !== void 0 && { config },
		log: {
			debug: () => {},
			info: () => {},
			warn: (message) => host.write(warningCommand(message))
		}
	};
	const found = await require_scan.discoverRepository(workspace);
	if (found === null) throw new require_basics.UserError("the workspace is no git repository: check it out first (actions/checkout)");
	const plan = planFor(host.env["GITHUB_EVENT_NAME"] ?? "", payload, mode, await checkedOut(found));
	host.write(`keypetrel: ${describePlan(plan)}\n`);
	if (plan.kind === "nothing") {
		host.write(noticeCommand(`nothing to scan: ${plan.because}`));
		return null;
	}
	const repository = await withHistory(found, plan, inputs.fetchHistory, host);
	await warnOfChangedConfig(repository, plan, decidingFiles(inputs, config, found, workspace), host);
	if (plan.kind === "everything") return {
		...common,
		target: "auto"
	};
	return {
		...common,
		target: "range",
		range: await changesRange(repository, plan)
	};
}
function decidingFiles(inputs, config, { workTree }, workspace) {
	const { baseline, ignore } = require_basics.settle({
		baseline: inputs.baseline,
		ignore: inputs.noIgnore ? false : null
	}, config);
	return [
		...inputs.config === null ? [] : [(0, node_path.resolve)(workspace, inputs.config)],
		...baseline.value === null ? [] : [(0, node_path.resolve)(workspace, baseline.value)],
		...ignore.value && workTree !== null ? [(0, node_path.join)(workTree, require_scan_roots.IGNORE_FILE)] : []
	];
}
function describePlan(plan) {
	return plan.kind === "changes" ? `scanning what ${plan.because} brings in` : `scanning ${plan.kind}: ${plan.because}`;
}
async function tell(report, exit, inputs, files, payload, host) {
	host.write(withoutCommands(await rendered("text", report, exit)));
	host.write(await rendered("github", report, exit));
	const summary = host.env["GITHUB_STEP_SUMMARY"];
	if (summary) await (0, node_fs_promises.appendFile)(summary, [...require_markdown.renderMarkdownWithin(require_markdown.SUMMARY_BYTES, report, {})].join(""));
	const { hidden: _, ...told } = report;
	for (const format of ["sarif", "json"]) {
		const file = files[format];
		if (file !== null) await writeReport(file, await rendered(format, told, exit));
	}
	await setOutputs(host.env, {
		credentials: String(report.credentials.length),
		complete: String(report.coverage.complete),
		"exit-code": String(exit.code),
		"sarif-file": files.sarif ?? ""
	});
	if (inputs.comment) await commentOnPullRequest([...require_markdown.renderMarkdownWithin(COMMENT_ROOM, report, {})].join(""), report.credentials.length, payload, inputs.token, host);
}
async function rendered(format, report, exit) {
	return [...(await require_report.loadRenderer(format))(report, {
		color: false,
		width: 100,
		quiet: false,
		exit
	})].join("");
}
async function writeReport(path, text) {
	await require_make_folder.makeFolder((0, node_path.dirname)(path));
	await (0, node_fs_promises.writeFile)(path, text);
}
async function setOutputs(env, outputs) {
	const file = env["GITHUB_OUTPUT"];
	if (!file) return;
	const lines = Object.entries(outputs).map(([name, value]) => {
		if (/[\r\n]/.test(value)) throw new require_basics.UserError(`the output "${name}" would have a line break in it`);
		return `${name}=${value}\n`;
	});
	await (0, node_fs_promises.appendFile)(file, lines.join(""));
}
// src/action/main.ts
async function main() {
	try {
		process.exitCode = await runAction({
			env: process.env,
			write: (text) => void process.stdout.write(text)
		});
	} catch (error) {
		process.stdout.write(errorCommand(require_exit_code.describeFailure(error).trim()));
		process.exitCode = 2;
	}
}
main();
