"use strict";
const require_basics = require("./basics.cjs");
const require_effective_settings = require("./effective-settings.cjs");
const require_exit_code = require("./exit-code.cjs");
const require_run = require("./cli-run.cjs");
const require_session = require("./session.cjs");
const require_terminal = require("./terminal.cjs");
// src/cli/commands/explain.ts
function runExplain(command, host, service) {
	return require_session.runSession(command, host, async (session) => {
		const report = await explain(command, host, session, service);
		session.interruption.signal.throwIfAborted();
		session.progress.clear();
		if (report === null) return require_exit_code.EXIT_CODES.incomplete;
		await require_run.writeOutput(host.stdout, await rendered(report, command, host), session.interruption.signal);
		return require_exit_code.EXIT_CODES.clean;
	});
}
async function explain(command, host, session, service) {
	const { log, interruption } = session;
	const config = await require_effective_settings.readNamedConfig(command.config);
	require_effective_settings.logSettings(require_effective_settings.settleCommand({
		...command,
		format: null
	}, config), config, log);
	const options = await require_session.scopeOptions(command, config, host, session);
	if (command.fingerprint === null) {
		if (host.stdin.isTTY) log.warn("reading from the terminal until Ctrl-D");
		const bytes = await require_session.readInput(host, interruption.signal, LONGEST_TEXT);
		if (bytes === null) throw new require_basics.UserError("standard input holds more than 1 MiB: give \"keypetrel explain -\" less");
		return {
			...await service.explainText(bytes, options),
			isOfText: true,
			complete: true
		};
	}
	const { explanation, coverage } = await service.explainFingerprint(options, command.fingerprint);
	if (explanation !== null) return {
		explanations: [explanation],
		unmatched: [],
		isOfText: false,
		complete: coverage.complete
	};
	const nothing = `nothing in what was scanned has the fingerprint ${command.fingerprint}`;
	if (coverage.complete) throw new require_basics.UserError(`${nothing}; "keypetrel -f json" lists those of all credentials`);
	log.warn(`${nothing}, but something could not be read`);
	return null;
}
const LONGEST_TEXT = 1048576;
async function rendered(report, command, host) {
	if (command.format === "json") {
		const { renderExplanationJson } = await Promise.resolve().then(() => require("./report-explanation-json.cjs"));
		return renderExplanationJson(report);
	}
	const { renderExplanationText } = await Promise.resolve().then(() => require("./report-explanation-text.cjs"));
	return renderExplanationText(report, {
		color: require_terminal.hasColor(host.stdout, host.env, command.color),
		width: require_terminal.widthOf(host.stdout, host.env)
	});
}
exports.runExplain = runExplain;
