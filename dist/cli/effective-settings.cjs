"use strict";
const require_basics = require("./basics.cjs");
// src/cli/effective-settings.ts
function settleCommand(command, config) {
	return {
		...require_basics.settle(command, config),
		format: require_basics.choose(command.format, config?.defaults.format, "text")
	};
}
async function readNamedConfig(path) {
	if (path === null) return void 0;
	const { loadConfig } = await Promise.resolve().then(() => require("./config-load-config.cjs"));
	return loadConfig(path);
}
const ORIGINS = {
	option: "command line",
	configuration: "configuration",
	default: "default"
};
function logSettings(settings, config, log) {
	if (config === void 0) log.debug("configuration: none, for none is named by --config");
	else {
		log.debug(`configuration: ${config.path}`);
		log.debug(`rules of its own: ${inWords(config.ownRules.map(({ family }) => family))}`);
		log.debug(`weights changed: ${inWords(Object.keys(config.weights))}`);
		const { paths, fingerprints, texts, regexes } = config.allow;
		log.debug(`allowed: ${paths.length} paths, ${fingerprints.length} fingerprints, ${texts.length} texts, ${regexes.length} regexes`);
	}
	for (const [name, { value, origin }] of Object.entries(settings)) log.debug(`${name}: ${valueInWords(value)} (${ORIGINS[origin]})`);
}
function valueInWords(value) {
	if (value === null) return "none";
	return typeof value === "string" || typeof value === "boolean" ? String(value) : inWords(value);
}
function inWords(texts) {
	return texts.length === 0 ? "none" : texts.join(", ");
}
Object.defineProperty(exports, "logSettings", {
	enumerable: true,
	get: function() {
		return logSettings;
	}
});
Object.defineProperty(exports, "readNamedConfig", {
	enumerable: true,
	get: function() {
		return readNamedConfig;
	}
});
Object.defineProperty(exports, "settleCommand", {
	enumerable: true,
	get: function() {
		return settleCommand;
	}
});
