"use strict";
const require_baseline = require("./baseline.cjs");
const require_basics = require("./basics.cjs");
const require_exit_code = require("./exit-code.cjs");
const require_numbers = require("./numbers.cjs");
const require_effective_settings = require("./effective-settings.cjs");
const require_run = require("./cli-run.cjs");
const require_report_file = require("./report-file.cjs");
const require_session = require("./session.cjs");
let node_fs = require("node:fs");
// src/cli/commands/baseline.ts
function runBaseline(command, host, scan) {
	return require_session.runSession(command, host, async (session) => {
		const { log, progress, interruption } = session;
		const config = withoutBaseline(await require_effective_settings.readNamedConfig(command.config));
		require_effective_settings.logSettings(require_effective_settings.settleCommand({
			...command,
			format: null
		}, config), config, log);
		const file = await require_report_file.prepareReportFile(command.file);
		if (file.isSpecial) throw new require_basics.UserError(`cannot write a baseline to "${command.file}": it is no file`);
		const before = isThere(file.path) ? await require_baseline.readBaseline(file.path) : null;
		const report = await scan({
			...await require_session.scopeOptions(command, config, host, session),
			...before !== null && { baseline: file.path },
			cache: command.cache
		});
		interruption.signal.throwIfAborted();
		progress.clear();
		const changes = changesOf(before, report);
		await require_report_file.writeReportFile(file, [require_baseline.formatBaseline(changes.entries)], false, interruption);
		if (!command.quiet) await require_run.writeOutput(host.stdout, changeLines(command.file, changes), interruption.signal);
		if (report.coverage.complete) return require_exit_code.EXIT_CODES.clean;
		log.warn("the baseline is written, but something could not be read: there may be more");
		return require_exit_code.EXIT_CODES.incomplete;
	});
}
function withoutBaseline(config) {
	return config && {
		...config,
		defaults: {
			...config.defaults,
			baseline: null
		}
	};
}
function isThere(path) {
	return (0, node_fs.statSync)(path, { throwIfNoEntry: false }) !== void 0;
}
function changesOf(before, { credentials, baseline }) {
	const added = credentials.map(require_baseline.toEntry);
	const gone = baseline?.gone ?? [];
	const left = new Set(gone.map(({ fingerprint }) => fingerprint));
	return {
		entries: [...(before ?? []).filter(({ fingerprint }) => !left.has(fingerprint)), ...added],
		added,
		gone,
		isUnsure: before !== null && before.length > 0 && baseline?.gone === null
	};
}
function changeLines(file, { entries, added, gone, isUnsure }) {
	const count = require_numbers.countOf(entries.length, "credential");
	return [
		`${require_exit_code.escapeText(file)}: ${count}, of which ${added.length} new; ${gone.length} taken out\n`,
		...added.map((entry) => entryLine("new", entry)),
		...gone.map((entry) => entryLine("gone", entry)),
		...isUnsure ? ["Nothing is taken out: this scan did not look at everything.\n"] : []
	];
}
function entryLine(word, { fingerprint, rule, path }) {
	return `  ${word.padEnd(4)}  ${fingerprint}  ${rule}${path === null ? "" : `  ${require_exit_code.escapeText(path)}`}\n`;
}
exports.runBaseline = runBaseline;
