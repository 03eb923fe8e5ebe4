"use strict";
const require_history_progress = require("./history-progress.cjs");
// src/sources/history.ts
function historySource(options) {
	const { repository, screen } = options;
	return async (emit, coverage) => {
		coverage.shallow ||= repository.shallow;
		coverage.partialClone ||= repository.partialClone;
		const progress = new require_history_progress.HistoryProgress(options.onProgress);
		if (screen === void 0) await require_history_progress.readGitHistory(options, emit, coverage, progress);
		else {
			const { readPackHistory } = await Promise.resolve().then(() => require("./sources-pack-history.cjs"));
			await readPackHistory(options, screen, emit, coverage, progress);
		}
		progress.finish();
	};
}
exports.historySource = historySource;
