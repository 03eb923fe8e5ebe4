import { r as readGitHistory, t as HistoryProgress } from "./history-progress.js";
// src/sources/history.ts
function historySource(options) {
	const { repository, screen } = options;
	return async (emit, coverage) => {
		coverage.shallow ||= repository.shallow;
		coverage.partialClone ||= repository.partialClone;
		const progress = new HistoryProgress(options.onProgress);
		if (screen === void 0) await readGitHistory(options, emit, coverage, progress);
		else {
			const { readPackHistory } = await import("./sources-pack-history.js");
			await readPackHistory(options, screen, emit, coverage, progress);
		}
		progress.finish();
	};
}
export { historySource };
