"use strict";
let node_path = require("node:path");
let node_events = require("node:events");
// src/cli/hook-index-file.ts
function hookIndexFile({ env }) {
	const file = env["GIT_INDEX_FILE"];
	return file === void 0 || file === "" ? null : (0, node_path.resolve)(file);
}
// src/cli/interruption.ts
const SIGNALS = {
	SIGINT: 2,
	SIGTERM: 15,
	SIGHUP: 1
};
const GRACE = 3e3;
function watchSignals(host) {
	const controller = new AbortController();
	(0, node_events.setMaxListeners)(0, controller.signal);
	const cleanUps = new Set();
	let exitCode = null;
	const exitNow = () => {
		for (const cleanUp of cleanUps) cleanUp();
		return host.exit(exitCode ?? 2);
	};
	const listener = (name) => {
		if (exitCode !== null) exitNow();
		exitCode = 128 + SIGNALS[name];
		controller.abort();
		setTimeout(exitNow, GRACE).unref();
	};
	const names = Object.keys(SIGNALS);
	for (const name of names) host.on(name, listener);
	return {
		signal: controller.signal,
		exitCode: () => exitCode,
		onForcedExit: (cleanUp) => {
			cleanUps.add(cleanUp);
			return () => cleanUps.delete(cleanUp);
		},
		stop: () => {
			for (const name of names) host.off(name, listener);
		}
	};
}
Object.defineProperty(exports, "hookIndexFile", {
	enumerable: true,
	get: function() {
		return hookIndexFile;
	}
});
Object.defineProperty(exports, "watchSignals", {
	enumerable: true,
	get: function() {
		return watchSignals;
	}
});
