"use strict";
const require_report = require("./report.cjs");
const require_effective_settings = require("./effective-settings.cjs");
const require_exit_code = require("./exit-code.cjs");
const require_run = require("./cli-run.cjs");
const require_session = require("./session.cjs");
const require_terminal = require("./terminal.cjs");
let node_crypto = require("node:crypto");
let node_fs_promises = require("node:fs/promises");
let node_path = require("node:path");
let node_fs = require("node:fs");
// src/cli/report-file.ts
async function prepareReportFile(path) {
	const stats = await statOrNull(path);
	if (stats?.isDirectory()) throw new require_exit_code.UserError(`cannot write a report to "${path}": it is a folder`);
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
		throw new require_exit_code.UserError(`cannot write a report to "${path}": ${reason}`);
	}
	return {
		path: target,
		isSpecial: false
	};
}
async function writeReportFile(file, pieces, isPrivate, interruption) {
	try {
		if (file.isSpecial) await writeAll(file.path, "w", 438, pieces, interruption.signal);
		else await replaceFile(file.path, pieces, isPrivate, interruption);
	} catch (error) {
		if (!require_exit_code.isSystemError(error)) throw error;
		throw new require_exit_code.UserError(`cannot write the report "${file.path}": ${error.message}`, { cause: error });
	}
}
async function replaceFile(path, pieces, isPrivate, interruption) {
	const temporary = (0, node_path.join)((0, node_path.dirname)(path), `.${(0, node_path.basename)(path).slice(0, 100)}.${(0, node_crypto.randomBytes)(6).toString("hex")}.tmp`);
	const forget = interruption.onForcedExit(() => (0, node_fs.rmSync)(temporary, { force: true }));
	try {
		await writeAll(temporary, "wx", isPrivate ? 384 : 438, pieces, interruption.signal);
		await (0, node_fs_promises.rename)(temporary, path);
	} catch (error) {
		await (0, node_fs_promises.rm)(temporary, { force: true });
		throw error;
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
function runScan(command, host, scan) {
	return require_session.runSession(command, host, async (session) => {
		const { log, progress, interruption } = session;
		const config = await require_effective_settings.readNamedConfig(command.config);
		const settings = require_effective_settings.settleCommand(command, config);
		require_effective_settings.logSettings(settings, config, log);
		const files = await Promise.all(command.outputs.map(prepareTarget));
		const start = new Date();
		const report = await scan({
			...await require_session.scopeOptions(command, config, host, session),
			showSecrets: command.showSecrets,
			cache: command.cache
		});
		interruption.signal.throwIfAborted();
		progress.clear();
		const exit = require_exit_code.exitStatus(report, {
			failOn: settings.failOn.value,
			requireComplete: command.requireComplete
		});
		const about = {
			exit,
			scanned: {
				start,
				end: new Date()
			},
			warn: log.warn
		};
		const fileErrors = await writeFiles(report, files, command, about, interruption);
		await writeToStdout(report, settings, command, host, about, interruption);
		explainIncomplete(settings, command, exit, log);
		for (const error of fileErrors) throw error;
		return exit.code;
	});
}
const FILE_WIDTH = 100;
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
async function writeToStdout(report, { format }, command, host, about, interruption) {
	const pieces = (await require_report.loadRenderer(format.value))(report, {
		color: require_terminal.hasColor(host.stdout, host.env, command.color),
		width: require_terminal.widthOf(host.stdout, host.env),
		quiet: command.quiet,
		...about
	});
	await require_run.writeOutput(host.stdout, pieces, interruption.signal);
}
function explainIncomplete({ format }, { quiet }, exit, log) {
	if (exit.code === require_exit_code.EXIT_CODES.incomplete && (format.value !== "text" || quiet)) log.warn(exit.meaning);
}
exports.runScan = runScan;
