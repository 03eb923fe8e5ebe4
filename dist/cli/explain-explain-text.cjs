"use strict";
const require_scan_roots = require("./scan-roots.cjs");
const require_basics = require("./basics.cjs");
const require_allow = require("./credentials-allow.cjs");
const require_baseline = require("./baseline.cjs");
const require_catalogue = require("./catalogue.cjs");
const require_outcome = require("./outcome.cjs");
// src/explain/explain-text.ts
async function explainText(bytes, options = {}) {
	const settings = require_basics.settle(options, options.config);
	const { rules, isReported } = require_scan_roots.selectRules(require_scan_roots.configuredRules(require_catalogue.builtinRules(), options.config), settings.rules.value, settings.disabledRules.value);
	const suppressionOf = await suppressionIn(bytes, options, settings);
	const judged = [];
	const engine = require_scan_roots.observed(require_scan_roots.createEngine(rules, await require_scan_roots.compilerForOwn(rules)), (judgement, of) => {
		judged.push({
			judgement,
			isInClear: of === bytes
		});
	});
	const findings = require_scan_roots.detect(engine, bytes);
	const distinct = withoutRepetition(judged).map((each) => ({
		...each,
		...resultOf(each, findings)
	}));
	distinct.sort((a, b) => (a.offset ?? Infinity) - (b.offset ?? Infinity));
	const finder = new require_scan_roots.PlaceFinder(bytes, require_scan_roots.START);
	return {
		explanations: distinct.map(({ judgement, isInClear, offset, decodedFrom, winner }) => {
			const { pattern, secret, confidence, finding } = judgement;
			const fingerprint = require_scan_roots.fingerprintOf(pattern.rule.file.family, secret);
			const outcome = require_outcome.outcomeOf(judgement, {
				minConfidence: settings.minConfidence.value,
				isReported,
				suppression: suppressionOf(fingerprint, secret, isInClear ? judgement : null),
				winner
			});
			const position = offset === null ? null : finder.at(offset, decodedFrom);
			const places = position === null ? [] : [placeAt(position, decodedFrom, finding !== null ? confidence : null)];
			return require_outcome.explanationOf(judgement, places, outcome);
		}),
		unmatched: unmatchedRuns(bytes, judged, findings)
	};
}
async function suppressionIn(bytes, { config }, { baseline, ignore }) {
	const isAllowed = config === void 0 ? () => false : await require_allow.valueFilter(config.allow);
	const entries = baseline.value === null ? [] : await require_baseline.readBaseline(baseline.value);
	const known = new Set(entries.map((entry) => entry.fingerprint));
	const marks = ignore.value ? new require_scan_roots.InlineMarks(bytes) : null;
	return (fingerprint, secret, place) => {
		if (known.has(fingerprint)) return require_scan_roots.BASELINED;
		if (isAllowed(fingerprint, secret)) return require_allow.ALLOWED;
		const mark = place === null ? null : marks?.at(place.start, place.end) ?? null;
		return mark === null ? null : require_scan_roots.allowedBy(mark);
	};
}
function withoutRepetition(judged) {
	const seen = new Set();
	const keyOf = ({ judgement: { pattern, secret } }) => `${pattern.order} ${secret}`;
	const inClear = judged.filter((each) => each.isInClear);
	const clearKeys = new Set(inClear.map(keyOf));
	const decoded = judged.filter((each) => !each.isInClear && !clearKeys.has(keyOf(each)));
	return [...inClear, ...decoded].filter((each) => {
		const key = each.isInClear ? `${keyOf(each)} ${each.judgement.start}` : keyOf(each);
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}
function resultOf({ judgement, isInClear }, findings) {
	const { finding, start, end } = judgement;
	const own = findings.find(({ evidence }) => evidence === finding?.evidence);
	if (own !== void 0) return {
		offset: own.start,
		decodedFrom: own.decodedFrom,
		winner: null
	};
	const other = isInClear ? findings.find((each) => each.start < end && each.end > start) : void 0;
	const winner = finding === null ? null : other?.rule ?? "another rule";
	return {
		offset: isInClear ? start : null,
		decodedFrom: [],
		winner
	};
}
function placeAt({ line, column }, decodedFrom, confidence) {
	return {
		path: null,
		isName: false,
		refs: [],
		commit: null,
		blob: null,
		line,
		column,
		source: "stdin",
		decodedFrom,
		confidence
	};
}
function unmatchedRuns(bytes, judged, findings) {
	const isMatched = new Uint8Array(bytes.length);
	for (const { judgement, isInClear } of judged) if (isInClear) isMatched.fill(1, judgement.start, judgement.end);
	for (const { start, end } of findings) isMatched.fill(1, start, end);
	const runs = [];
	require_scan_roots.sampleRuns(bytes, (start, end) => {
		if (!isMatched.subarray(start, end).includes(1)) runs.push({
			start,
			length: end - start
		});
	});
	const finder = new require_scan_roots.PlaceFinder(bytes, require_scan_roots.START);
	return runs.map(({ start, length }) => ({
		...finder.at(start, []),
		length
	}));
}
exports.explainText = explainText;
