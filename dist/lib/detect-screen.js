import { t as isArchive } from "./archive-magic.js";
import { a as classifyRun, o as sampleRuns, r as inspect, s as mayBePiece, t as createEngine } from "./engine.js";
// src/detect/screen.ts
const REACH = 320;
const ENCODED_REACH = 2048;
function createScreen(files, compileOwn) {
	const engine = createEngine(files.map(atAnyPath), compileOwn);
	let isFound = false;
	let current = new Uint8Array(0);
	const notice = () => {
		isFound = true;
	};
	const sink = {
		candidate: notice,
		base64: notice,
		encodedMark: notice
	};
	const onRun = (start, end) => {
		if (!isFound && (classifyRun(engine, current, start, end, sink) || mayBePiece(current, start, end))) notice();
	};
	return {
		reach: REACH,
		concernsWhole: (bytes) => bytes.indexOf(0) !== -1 || isArchive(bytes),
		holdsCandidate(bytes, start, end) {
			isFound = false;
			current = bytes.subarray(start, end);
			sampleRuns(current, onRun, notice);
			return isFound && inspect(engine, bytes.subarray(Math.max(0, start - ENCODED_REACH), end + ENCODED_REACH)).sawCandidate;
		},
		inspect(bytes) {
			if (isArchive(bytes)) return "finding";
			const { findings, sawCandidate } = inspect(engine, bytes);
			if (findings.length > 0) return "finding";
			return sawCandidate ? "candidate" : "nothing";
		}
	};
}
function atAnyPath(file) {
	const evidence = file.evidence.filter(({ view, weight }) => view !== "path" || weight > 0).map((item) => item.view === "path" ? {
		...item,
		match: ""
	} : item);
	return {
		...file,
		evidence
	};
}
export { createScreen };
