"use strict";
const require_scan = require("./scan.cjs");
const require_engine = require("./engine.cjs");
// src/detect/screen.ts
const REACH = 320;
const ENCODED_REACH = 2048;
function createScreen(files, compileOwn) {
	const engine = require_engine.createEngine(files.map(atAnyPath), compileOwn);
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
		if (!isFound && (require_engine.classifyRun(engine, current, start, end, sink) || require_engine.mayBePiece(current, start, end))) notice();
	};
	return {
		reach: REACH,
		concernsWhole: (bytes) => bytes.indexOf(0) !== -1 || require_scan.isArchive(bytes),
		holdsCandidate(bytes, start, end) {
			isFound = false;
			current = bytes.subarray(start, end);
			require_engine.sampleRuns(current, onRun, notice);
			return isFound && require_engine.inspect(engine, bytes.subarray(Math.max(0, start - ENCODED_REACH), end + ENCODED_REACH)).sawCandidate;
		},
		inspect(bytes) {
			if (require_scan.isArchive(bytes)) return "finding";
			const { findings, sawCandidate } = require_engine.inspect(engine, bytes);
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
exports.createScreen = createScreen;
