"use strict";
const require_report = require("./report.cjs");
const require_effective_settings = require("./effective-settings.cjs");
const require_exit_code = require("./exit-code.cjs");
const require_run = require("./cli-run.cjs");
const require_report_file = require("./report-file.cjs");
const require_session = require("./session.cjs");
const require_terminal = require("./terminal.cjs");
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
		file: await require_report_file.prepareReportFile(path)
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
			await require_report_file.writeReportFile(file, pieces, showSecrets, interruption);
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
