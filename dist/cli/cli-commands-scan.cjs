"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_cli = require("../cli.cjs");
const require_report = require("./report.cjs");
const require_interruption = require("./interruption.cjs");
const require_run = require("./cli-run.cjs");
const require_terminal = require("./terminal.cjs");
let node_crypto = require("node:crypto");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_stream = require("node:stream");
let node_fs_promises = require("node:fs/promises");
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
			if (level === "warn") write(`keypetrel: warning: ${require_cli.escapeText(message)}\n`);
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
		debug: (message) => logger.debug(require_cli.escapeText(message)),
		info: (message) => logger.info(require_cli.escapeText(message)),
		warn: (message) => logger.warn(require_cli.escapeText(message))
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
// src/cli/report-file.ts
async function prepareReportFile(path) {
	const stats = await statOrNull(path);
	if (stats?.isDirectory()) throw new require_cli.UserError(`cannot write a report to "${path}": it is a folder`);
	if (stats !== null && !stats.isFile()) return {
		path,
		isSpecial: true
	};
	const target = stats === null ? (0, node_path.resolve)(path) : await (0, node_fs_promises.realpath)(path);
	const folder = (0, node_path.dirname)(target);
	try {
		await (0, node_fs_promises.access)(folder, node_fs.constants.W_OK);
	} catch (error) {
		const reason = await statOrNull(folder) === null ? "its folder does not exist" : messageOf(error);
		throw new require_cli.UserError(`cannot write a report to "${path}": ${reason}`);
	}
	return {
		path: target,
		isSpecial: false
	};
}
async function writeReportFile(file, pieces, isPrivate, interruption) {
	if (file.isSpecial) return writeAll(file.path, "w", 438, pieces, interruption.signal);
	const temporary = (0, node_path.join)((0, node_path.dirname)(file.path), `.${(0, node_path.basename)(file.path).slice(0, 100)}.${(0, node_crypto.randomBytes)(6).toString("hex")}.tmp`);
	const forget = interruption.onForcedExit(() => (0, node_fs.rmSync)(temporary, { force: true }));
	try {
		await writeAll(temporary, "wx", isPrivate ? 384 : 438, pieces, interruption.signal);
		await (0, node_fs_promises.rename)(temporary, file.path);
	} catch (error) {
		await (0, node_fs_promises.rm)(temporary, { force: true });
		if (!require_cli.isSystemError(error)) throw error;
		throw new require_cli.UserError(`cannot write the report "${file.path}": ${error.message}`, { cause: error });
	} finally {
		forget();
	}
}
async function writeAll(path, flags, mode, pieces, signal) {
	const file = await (0, node_fs_promises.open)(path, flags, mode);
	try {
		for (const chunk of require_run.chunked(pieces)) {
			signal.throwIfAborted();
			await file.writeFile(chunk);
		}
	} finally {
		await file.close();
	}
}
async function statOrNull(path) {
	try {
		return await (0, node_fs_promises.stat)(path);
	} catch {
		return null;
	}
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
// src/cli/commands/scan.ts
async function runScan(command, host, scan) {
	const progress = !command.quiet && require_terminal.isWatched(host.stderr, host.env) ? createProgressLine(host.stderr) : NO_PROGRESS;
	const log = await createLog(command.logLevel, host.stderr, progress.clear);
	const interruption = require_interruption.watchSignals(host);
	try {
		const files = await Promise.all(command.outputs.map(prepareTarget));
		const start = new Date();
		const report = await scan({
			...await scanOptions(command, host, log, interruption.signal),
			onProgress: progress.update
		});
		interruption.signal.throwIfAborted();
		progress.clear();
		const exit = require_cli.exitStatus(report, command);
		const about = {
			exit,
			scanned: {
				start,
				end: new Date()
			},
			warn: log.warn
		};
		const fileErrors = await writeFiles(report, files, command, about, interruption);
		await writeToStdout(report, command, host, about, interruption);
		explainIncomplete(command, exit, log);
		for (const error of fileErrors) throw error;
		return exit.code;
	} catch (error) {
		const exitCode = interruption.exitCode();
		if (exitCode !== null) return exitCode;
		throw error;
	} finally {
		progress.clear();
		interruption.stop();
	}
}
const FILE_WIDTH = 100;
async function scanOptions(command, host, log, signal) {
	const { target, jobs } = command;
	if (target === "stdin" && host.stdin.isTTY) log.warn("reading from the terminal until Ctrl-D");
	return {
		target,
		paths: command.paths,
		allObjects: command.allObjects,
		include: command.include,
		exclude: command.exclude,
		gitignore: command.gitignore,
		minConfidence: command.minConfidence,
		showSecrets: command.showSecrets,
		rules: command.rules,
		disabledRules: command.disabledRules,
		rulesets: command.rulesets,
		log,
		signal,
		...jobs !== null && { jobs },
		...target === "staged" && { indexFile: require_interruption.hookIndexFile(host) },
		...target === "range" && { range: await readCommitRange(command, host, signal) },
		...target === "stdin" && { input: (0, node_stream.addAbortSignal)(signal, host.stdin) }
	};
}
const MOST_ID_BYTES = 67108864;
async function readCommitRange({ range }, host, signal) {
	if (range !== null) return {
		kind: "revisions",
		text: range
	};
	const chunks = [];
	let length = 0;
	for await (const chunk of (0, node_stream.addAbortSignal)(signal, host.stdin)) {
		chunks.push(Buffer.from(chunk));
		length += chunk.length;
		if (length > MOST_ID_BYTES) throw new require_cli.UserError("standard input is too long for a list of commits");
	}
	return {
		kind: "commits",
		names: Buffer.concat(chunks).toString().split("\n").map((name) => name.trim()).filter((name) => name !== "")
	};
}
async function prepareTarget({ format, path }) {
	return {
		format,
		file: await prepareReportFile(path)
	};
}
async function writeFiles(report, targets, { showSecrets }, about, interruption) {
	const errors = [];
	for (const { format, file } of targets) {
		const pieces = (await require_report.loadRenderer(format))(report, {
			color: false,
			width: FILE_WIDTH,
			quiet: false,
			...about
		});
		try {
			await writeReportFile(file, pieces, showSecrets, interruption);
		} catch (error) {
			errors.push(error);
		}
	}
	interruption.signal.throwIfAborted();
	return errors;
}
async function writeToStdout(report, command, host, about, interruption) {
	const pieces = (await require_report.loadRenderer(command.format))(report, {
		color: require_terminal.hasColor(host.stdout, host.env, command.color),
		width: require_terminal.widthOf(host.stdout, host.env),
		quiet: command.quiet,
		...about
	});
	await require_run.writeOutput(host.stdout, pieces, interruption.signal);
}
function explainIncomplete({ format, quiet }, exit, log) {
	if (exit.code === require_cli.EXIT_CODES.incomplete && (format !== "text" || quiet)) log.warn(exit.meaning);
}
exports.runScan = runScan;
