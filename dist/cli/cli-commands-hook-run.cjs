"use strict";
const require_basics = require("./basics.cjs");
const require_scan = require("./scan.cjs");
const require_exit_code = require("./exit-code.cjs");
const require_report = require("./report.cjs");
const require_interruption = require("./interruption.cjs");
const require_run = require("./cli-run.cjs");
const require_terminal = require("./terminal.cjs");
let node_stream = require("node:stream");
// src/git/push-updates.ts
function parsePushUpdates(text) {
	return text.split("\n").flatMap((line) => {
		const [remoteId, , localId] = line.trim().split(" ").reverse();
		if (localId === void 0 || remoteId === void 0) return [];
		return [{
			local: existingId(localId),
			remote: existingId(remoteId)
		}];
	});
}
function existingId(text) {
	return /^0+$/.test(text) ? null : require_scan.parseObjectId(text);
}
async function pushRange(repository, remote, updates, options = {}) {
	return {
		kind: "reachable",
		from: updates.flatMap(({ local }) => local ?? []),
		without: [...updates.flatMap(({ remote: known }) => known ?? []), ...await fetchedFrom(repository, remote, options)]
	};
}
async function commitNamed(repository, name, options = {}) {
	const args = [
		"rev-parse",
		"--quiet",
		"--verify",
		"--end-of-options",
		`${name}^{commit}`
	];
	const output = await require_scan.runGit(repository, args, {
		...options,
		okCodes: [
			0,
			1,
			128
		]
	});
	return require_scan.parseObjectId(output.toString("latin1").trim());
}
async function fetchedFrom(repository, remote, options) {
	const output = (await require_scan.runGit(repository, ["for-each-ref", "--format=%(objectname) %(refname)"], options)).toString("utf8");
	const prefix = `refs/remotes/${remote}/`;
	return output.split("\n").flatMap((line) => {
		const end = line.indexOf(" ");
		return line.startsWith(prefix, end + 1) ? require_scan.parseObjectId(line.slice(0, end)) ?? [] : [];
	});
}
// src/cli/commands/hook-run.ts
async function runHookCheck(given, host, scan) {
	const command = {
		...given,
		hook: isFrameworkPush(host) ? "pre-push" : given.hook
	};
	const interruption = require_interruption.watchSignals(host);
	const { signal } = interruption;
	try {
		const options = await scanOptionsOf(given, host, signal);
		if (options === null) return require_exit_code.EXIT_CODES.clean;
		const report = await scanWithExceptions({
			...options,
			signal
		}, command, host, scan);
		signal.throwIfAborted();
		return await conclude(command, report, host);
	} catch (error) {
		const exitCode = interruption.exitCode();
		if (exitCode !== null) return exitCode;
		await require_run.writeOutput(host.stderr, [require_exit_code.describeFailure(error), notChecked(command.hook)]);
		return require_exit_code.EXIT_CODES.clean;
	} finally {
		interruption.stop();
	}
}
async function scanWithExceptions(options, { baseline }, host, scan) {
	try {
		return await scan({
			...options,
			...baseline !== null && { baseline }
		});
	} catch (error) {
		if (!(error instanceof require_basics.SuppressionError)) throw error;
		await require_run.writeOutput(host.stderr, [require_exit_code.describeFailure(error), NO_EXCEPTIONS]);
		return scan({
			...options,
			ignore: false
		});
	}
}
const NO_EXCEPTIONS = "keypetrel: so nothing is taken for known or allowed.\n";
async function scanOptionsOf({ hook, args }, host, signal) {
	if (hook === "pre-push") return pushOptions(args[0] ?? "", await readAll(host, signal), signal);
	const { PRE_COMMIT } = host.env;
	return PRE_COMMIT === "1" ? frameworkOptions(host, signal) : stagedOptions(host);
}
function stagedOptions(host) {
	return {
		target: "staged",
		indexFile: require_interruption.hookIndexFile(host)
	};
}
function isFrameworkPush({ env }) {
	return env["PRE_COMMIT"] === "1" && (env["PRE_COMMIT_REMOTE_NAME"] ?? "") !== "";
}
async function frameworkOptions(host, signal) {
	const { PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to, PRE_COMMIT_REMOTE_NAME: remote } = host.env;
	if (from && to) return {
		target: "range",
		range: {
			kind: "revisions",
			text: `${from}..${to}`
		}
	};
	if (remote) {
		const repository = await repositoryHere(signal);
		const pushed = await commitNamed(repository, host.env["PRE_COMMIT_LOCAL_BRANCH"] || "HEAD", { signal }) ?? repository.head;
		if (pushed === null) return null;
		return pushOptions(remote, `HEAD ${pushed} HEAD ${"0".repeat(pushed.length)}`, signal);
	}
	return require_interruption.hookIndexFile(host) === null ? { target: "files" } : stagedOptions(host);
}
async function pushOptions(remote, updates, signal) {
	const range = await pushRange(await repositoryHere(signal), remote, parsePushUpdates(updates), { signal });
	return range.from.length === 0 ? null : {
		target: "range",
		range
	};
}
async function repositoryHere(signal) {
	const repository = await require_scan.discoverRepository(".", { signal });
	if (repository === null) throw new require_basics.UserError("there is no git repository here");
	return repository;
}
async function readAll(host, signal) {
	if (host.stdin.isTTY === true) return "";
	const chunks = [];
	for await (const chunk of (0, node_stream.addAbortSignal)(signal, host.stdin)) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString();
}
async function conclude(command, report, host) {
	const { hook } = command;
	const { credentials, coverage } = report;
	if (credentials.length === 0 && coverage.complete) return require_exit_code.EXIT_CODES.clean;
	await require_run.writeOutput(host.stderr, await inWords(report, host, command.color));
	if (!coverage.complete) await require_run.writeOutput(host.stderr, [notChecked(hook)]);
	if (credentials.length === 0) return require_exit_code.EXIT_CODES.clean;
	const reason = host.env["KEYPETREL_ALLOW"] ?? "";
	await require_run.writeOutput(host.stderr, reason === "" ? blocked(hook, credentials.length) : allowed(hook, reason));
	return reason === "" ? require_exit_code.EXIT_CODES.found : require_exit_code.EXIT_CODES.clean;
}
async function inWords(report, host, color) {
	return (await require_report.loadRenderer("text"))(report, {
		color: require_terminal.hasColor(host.stderr, host.env, color),
		width: require_terminal.widthOf(host.stderr, host.env),
		quiet: false,
		exit: null
	});
}
const WORDS = {
	"pre-commit": {
		what: "commit",
		again: "git add FILE && git commit",
		pass: "git commit"
	},
	"pre-push": {
		what: "push",
		again: "git push",
		pass: "git push"
	}
};
function blocked(hook, count) {
	const { what, again, pass } = WORDS[hook];
	return [
		`\nkeypetrel: ${what} BLOCKED because of ${count === 1 ? "the credential above" : `the ${count} credentials above`}.\n`,
		`  Take the value out as told above, then: ${again}\n`,
		`  If it is no secret, allow it once and say why: KEYPETREL_ALLOW="reason" ${pass}\n`
	];
}
function allowed(hook, reason) {
	return [`\nkeypetrel: ${WORDS[hook].what} allowed by KEYPETREL_ALLOW: ${require_exit_code.escapeText(reason)}\n`];
}
function notChecked(hook) {
	return `keypetrel: this ${WORDS[hook].what} was NOT fully checked for credentials; it is not blocked for that.\n`;
}
exports.runHookCheck = runHookCheck;
