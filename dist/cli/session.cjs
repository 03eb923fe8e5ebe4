"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_basics = require("./basics.cjs");
const require_interruption = require("./interruption.cjs");
const require_exit_code = require("./exit-code.cjs");
const require_terminal = require("./terminal.cjs");
let node_fs = require("node:fs");
let node_stream = require("node:stream");
// src/cli/log.ts
async function createLog(level, stderr, beforeLine) {
	const write = (line) => {
		beforeLine();
		stderr.write(line);
	};
	if (level === "info" || level === "debug") return createStructuredLog(level, write);
	return {
		debug: () => {},
		info: () => {},
		warn: (message) => {
			if (level === "warn") write(`keypetrel: warning: ${require_exit_code.escapeText(message)}\n`);
		}
	};
}
async function createStructuredLog(level, write) {
	const { pino } = await Promise.resolve().then(() => require_rolldown_runtime.__toESM(require("./pino.cjs").default, 1));
	const logger = pino({
		level,
		base: { tool: "keypetrel" },
		timestamp: pino.stdTimeFunctions.isoTime,
		formatters: { level: (label) => ({ level: label }) }
	}, { write });
	return {
		debug: (message) => logger.debug(require_exit_code.escapeText(message)),
		info: (message) => logger.info(require_exit_code.escapeText(message)),
		warn: (message) => logger.warn(require_exit_code.escapeText(message))
	};
}
// src/cli/progress.ts
const INTERVAL = 100;
const FIRST_AFTER = 300;
const CLEAR_LINE = "\r\x1B[2K";
function createProgressLine(stream, now = () => performance.now()) {
	let next = now() + FIRST_AFTER;
	let isShown = false;
	return {
		update(progress) {
			const time = now();
			if (time < next) return;
			next = time + INTERVAL;
			isShown = true;
			stream.write(`${CLEAR_LINE}${progressText(progress).slice(0, (stream.columns ?? 80) - 1)}`);
		},
		clear() {
			if (!isShown) return;
			isShown = false;
			stream.write(CLEAR_LINE);
		}
	};
}
const PHASES = {
	files: "Reading files",
	index: "Reading the index",
	history: "Reading the history",
	provenance: "Tracing findings to commits"
};
function progressText({ phase, done, total }) {
	if (total === null) return `${PHASES[phase]}: ${done}`;
	const percent = total > 0 ? ` (${Math.floor(100 * Math.min(done, total) / total)} %)` : "";
	return `${PHASES[phase]}: ${done} of ${total}${percent}`;
}
const NO_PROGRESS = {
	update: () => {},
	clear: () => {}
};
// src/cli/standard-input.ts
function openStandardInput({ stdin }, signal) {
	const descriptor = "fd" in stdin ? stdin.fd : null;
	if (typeof descriptor === "number" && (0, node_fs.fstatSync)(descriptor).isDirectory()) throw new require_basics.UserError("standard input is a folder: name it as a path to scan it");
	return (0, node_stream.addAbortSignal)(signal, stdin);
}
// src/cli/session.ts
async function runSession({ quiet, logLevel }, host, work) {
	const progress = !quiet && require_terminal.isWatched(host.stderr, host.env) ? createProgressLine(host.stderr) : NO_PROGRESS;
	const log = await createLog(logLevel, host.stderr, progress.clear);
	const interruption = require_interruption.watchSignals(host);
	try {
		return await work({
			progress,
			log,
			interruption
		});
	} catch (error) {
		const exitCode = interruption.exitCode();
		if (exitCode !== null) return exitCode;
		throw error;
	} finally {
		progress.clear();
		interruption.stop();
	}
}
async function scopeOptions(scope, config, host, { log, progress, interruption: { signal } }) {
	const { target, jobs, minConfidence, baseline, ignore } = scope;
	if (target === "stdin" && host.stdin.isTTY) log.warn("reading from the terminal until Ctrl-D");
	return {
		target,
		paths: scope.paths,
		allObjects: scope.allObjects,
		include: scope.include,
		exclude: scope.exclude,
		gitignore: scope.gitignore,
		rules: scope.rules,
		disabledRules: scope.disabledRules,
		rulesets: scope.rulesets,
		log,
		signal,
		onProgress: progress.update,
		...config !== void 0 && { config },
		...baseline !== null && { baseline },
		...ignore !== null && { ignore },
		...minConfidence !== null && { minConfidence },
		...jobs !== null && { jobs },
		...target === "staged" && { indexFile: require_interruption.hookIndexFile(host) },
		...target === "range" && { range: await readCommitRange(scope, host, signal) },
		...target === "stdin" && { input: openStandardInput(host, signal) }
	};
}
const MOST_ID_BYTES = 67108864;
async function readCommitRange({ range }, host, signal) {
	if (range !== null) return {
		kind: "revisions",
		text: range
	};
	const bytes = await readInput(host, signal, MOST_ID_BYTES);
	if (bytes === null) throw new require_basics.UserError("standard input is too long for a list of commits");
	return {
		kind: "commits",
		names: bytes.toString().split("\n").map((name) => name.trim()).filter((name) => name !== "")
	};
}
async function readInput(host, signal, most) {
	const chunks = [];
	let length = 0;
	for await (const chunk of openStandardInput(host, signal)) {
		chunks.push(Buffer.from(chunk));
		length += chunk.length;
		if (length > most) return null;
	}
	return Buffer.concat(chunks);
}
Object.defineProperty(exports, "readInput", {
	enumerable: true,
	get: function() {
		return readInput;
	}
});
Object.defineProperty(exports, "runSession", {
	enumerable: true,
	get: function() {
		return runSession;
	}
});
Object.defineProperty(exports, "scopeOptions", {
	enumerable: true,
	get: function() {
		return scopeOptions;
	}
});
