import { n as __exportAll } from "./rolldown-runtime.js";
import { $ as mayBePiece, A as isArchive, G as CONTEXT_BEFORE, K as CONTEXT_BEHIND, L as inspect, N as createEngine, Q as sampleRuns, R as inspectPart, X as classifyRun, Y as hostPattern, Z as latin1, et as CREDENTIAL_BYTES, k as ARCHIVE_MAGIC_END, tt as endOfLineBefore, z as matchesRun } from "./scan-roots.js";
// src/detect/part.ts
const LONGEST_WALK = 65536;
function partAround(bytes, start, end) {
	let from = Math.max(0, Math.min(start, bytes.length));
	const least = from - LONGEST_WALK;
	do {
		while (from > 0 && from > least && isRunByte(bytes, from - 1)) from--;
		const lineBefore = endOfLineBefore(bytes, from);
		if (lineBefore < 0) break;
		from = lineBefore;
	} while (from > least);
	let to = Math.min(bytes.length, Math.max(0, end));
	const most = to + LONGEST_WALK;
	while (to < bytes.length && to < most && isRunByte(bytes, to)) to++;
	return from > least && to < most ? {
		start: from,
		end: to
	} : null;
}
function isRunByte(bytes, at) {
	return CREDENTIAL_BYTES[bytes[at]] === 1;
}
// src/detect/screen.ts
var screen_exports = __exportAll({ createScreen: () => createScreen });
const JOIN_REACH = 96;
const OWN_REACH = 320;
const RUN_REACH = 320;
const LONGEST_NAMED_BY_FILE = 200;
const ENCODED_REACH = 2048;
function createScreen(files, compileOwn) {
	const engine = createEngine(files.map(atAnyPath), compileOwn);
	const reach = files.some(({ isOwn }) => isOwn === true) ? OWN_REACH : JOIN_REACH;
	const contextReach = Math.max(CONTEXT_BEFORE, CONTEXT_BEHIND) + ENCODED_REACH;
	const holdsCandidate = createRunCheck(engine);
	const inspectWhole = (bytes) => isArchive(bytes) ? "finding" : verdictOf(inspect(engine, bytes), bytes);
	return {
		reach,
		contextReach,
		concernsWhole: (bytes, start, end) => bytes.subarray(start, end).indexOf(0) !== -1 || start < ARCHIVE_MAGIC_END && isArchive(bytes),
		concernsCandidates: createContextCheck(files),
		inspect: inspectWhole,
		inspectChange(bytes, start, end, heldCandidate) {
			if (!heldCandidate && !holdsCandidate(withRuns(bytes, start - reach, end + reach))) return "nothing";
			const margin = heldCandidate ? contextReach : ENCODED_REACH;
			const part = partAround(bytes, start - margin, end + margin);
			return part === null ? inspectWhole(bytes) : verdictOf(inspectPart(engine, bytes, part.start, part.end), bytes);
		}
	};
}
function withRuns(bytes, start, end) {
	let from = Math.max(0, start);
	let to = Math.min(bytes.length, end);
	const least = Math.max(0, from - RUN_REACH);
	const most = Math.min(bytes.length, to + RUN_REACH);
	while (from > least && CREDENTIAL_BYTES[bytes[from - 1]] === 1) from--;
	while (to < most && CREDENTIAL_BYTES[bytes[to]] === 1) to++;
	return bytes.subarray(from, to);
}
function verdictOf({ findings, sawCandidate }, bytes) {
	if (findings.length > 0 || sawCandidate && bytes.length <= LONGEST_NAMED_BY_FILE) return "finding";
	return sawCandidate ? "candidate" : "nothing";
}
function createRunCheck(engine) {
	let isFound = false;
	let current = new Uint8Array(0);
	const notice = () => {
		isFound = true;
	};
	const sink = {
		candidate(pattern, start, end) {
			if (pattern.pattern.run === null || matchesRun(current, pattern, start, end)) notice();
		},
		base64: notice,
		encodedMark: notice
	};
	const onRun = (start, end) => {
		if (!isFound && (classifyRun(engine, current, start, end, sink) || mayBePiece(current, start, end))) notice();
	};
	return (bytes) => {
		isFound = false;
		current = bytes;
		sampleRuns(bytes, onRun, notice);
		return isFound;
	};
}
const HOST_REACH = 100;
function createContextCheck(files) {
	const views = files.flatMap(({ evidence }) => evidence.filter(({ view }) => view === "host-file"));
	if (views.some(({ weight }) => weight < 0)) return () => true;
	const hosts = views.length === 0 ? null : hostPattern(files.flatMap((file) => file.hosts));
	return (bytes, start, end) => {
		if (start <= 2e3 && start <= endOfFirstLine(bytes)) return true;
		if (hosts === null) return false;
		hosts.lastIndex = 0;
		return hosts.test(latin1(bytes, start - HOST_REACH, end + HOST_REACH));
	};
}
function endOfFirstLine(bytes) {
	const end = bytes.indexOf(10);
	return end === -1 ? bytes.length : end;
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
export { screen_exports as n, createScreen as t };
