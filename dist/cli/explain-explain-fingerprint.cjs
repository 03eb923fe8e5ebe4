"use strict";
const require_basics = require("./basics.cjs");
const require_scan_roots = require("./scan-roots.cjs");
const require_group = require("./group.cjs");
const require_name_redactor = require("./name-redactor.cjs");
const require_scan = require("./scan.cjs");
const require_outcome = require("./outcome.cjs");
// src/explain/explain-fingerprint.ts
const SHORTEST_PREFIX = 8;
async function explainFingerprint(options, fingerprint) {
	const prefix = readFingerprint(fingerprint);
	const seen = [];
	let all = [];
	let suppressionOf = () => null;
	let redactText = (text) => text;
	let isStanding = () => false;
	const { coverage } = await require_scan.observedScan(options, {
		judged(judgement, bytes, content) {
			const own = require_scan_roots.fingerprintOf(judgement.pattern.rule.file.family, judgement.secret);
			if (own.startsWith(prefix)) seen.push({
				judgement,
				fingerprint: own,
				place: placeIn(content, judgement, bytes)
			});
		},
		placed(found, result, standing) {
			redactText = require_name_redactor.createTextRedactor(found.map(({ sighting }) => sighting.finding.secret));
			isStanding = (own) => standing.some((each) => each.fingerprint === own);
			all = found.filter((each) => each.fingerprint.startsWith(prefix));
			suppressionOf = (own) => suppressionIn(result, own);
		}
	});
	const chosen = chooseFingerprint(fingerprint, all, seen);
	if (chosen === null) return {
		explanation: null,
		coverage
	};
	const isOf = (each) => each.fingerprint === chosen;
	const judgements = seen.filter(isOf);
	const sightings = all.filter(isOf);
	const explanation = sightings.length > 0 ? explainFound(sightings, suppressionOf(chosen), judgements, options) : explainUnplaced(judgements, isStanding(chosen), options);
	return {
		explanation: explanation && withRedactedNames(explanation, redactText),
		coverage
	};
}
function suppressionIn({ kept, suppressed }, own) {
	if (kept.some(({ fingerprint }) => fingerprint === own)) return null;
	const group = suppressed.filter(({ placed }) => placed.fingerprint === own);
	return group.length === 0 ? null : require_scan_roots.weightiest(group);
}
function withRedactedNames(explanation, redactText) {
	return {
		...explanation,
		outcome: {
			...explanation.outcome,
			detail: redactText(explanation.outcome.detail)
		},
		places: explanation.places.map((place) => ({
			...place,
			path: place.path === null ? null : redactText(place.path),
			refs: place.refs.map(redactText)
		})),
		evidence: explanation.evidence.map((item) => ({
			...item,
			detail: redactText(item.detail)
		}))
	};
}
function readFingerprint(text) {
	const [, hex] = /^(?:kp1:)?([0-9a-f]{1,40})$/i.exec(text) ?? [];
	if (hex !== void 0 && hex.length >= SHORTEST_PREFIX) return `kp1:${hex.toLowerCase()}`;
	throw new require_basics.UserError(`"${text}" is no fingerprint: ${`a fingerprint is "kp1:" and 40 hex characters, of which the first ${SHORTEST_PREFIX} are enough`}`);
}
function chooseFingerprint(asked, found, seen) {
	const fingerprints = [...new Set((found.length > 0 ? found : seen).map((each) => each.fingerprint))];
	if (fingerprints.length <= 1) return fingerprints[0] ?? null;
	throw new require_basics.UserError(`"${asked}" is the beginning of ${fingerprints.length} fingerprints: ${fingerprints.join(", ")}`);
}
function explainFound(sightings, suppression, judgements, options) {
	const sorted = [...sightings].sort((a, b) => require_group.strength(b.sighting.finding) - require_group.strength(a.sighting.finding));
	const strongest = sorted[0]?.sighting.finding;
	const judgement = strongest === void 0 ? void 0 : judgementOf(strongest, judgements);
	if (judgement === void 0) throw new Error("a finding that nobody judged");
	const places = sorted.flatMap((placed) => require_group.occurrencesOf(placed, require_group.NO_STORIES).map((occurrence) => placeOf(occurrence, placed.sighting.finding)));
	return require_outcome.explanationOf(judgement, places, outcomeIn(judgement, options, suppression));
}
function judgementOf(finding, judgements) {
	const seen = judgements.find(({ judgement }) => isPartOf(judgement.finding?.evidence, finding.evidence));
	if (seen === void 0) return void 0;
	const { judgement } = seen;
	const later = finding.evidence.slice(judgement.finding?.evidence.length ?? 0);
	if (later.length === 0) return judgement;
	const considered = judgement.considered.map((each) => {
		const evidence = later.find(({ kind }) => kind === each.rule.kind);
		return evidence !== void 0 && each.rule.view === "host-repository" ? {
			...each,
			evidence
		} : each;
	});
	const sum = later.reduce((total, { weight }) => total + weight, judgement.sum);
	return {
		...judgement,
		considered,
		sum,
		confidence: finding.confidence
	};
}
function isPartOf(part, whole) {
	return part?.every((each, index) => whole[index] === each) ?? false;
}
function explainUnplaced(judgements, isStanding, options) {
	const nearest = judgements.reduce((best, each) => isNearer(each.judgement, best.judgement) ? each : best);
	const places = [nearest, ...judgements.filter((each) => each !== nearest)].flatMap(({ place }) => place ?? []);
	const outcome = outcomeIn(nearest.judgement, options, null);
	const isFinding = nearest.judgement.finding !== null;
	return require_outcome.explanationOf(nearest.judgement, places, isFinding ? outOfScope(isStanding) : outcome);
}
function outOfScope(isStanding) {
	return {
		kind: "out-of-scope",
		detail: isStanding ? "not reported: it stood in the same file before" : "not reported: it stands outside of what was asked for"
	};
}
function isNearer(a, b) {
	return a.dismissals.length - b.dismissals.length < 0 || a.dismissals.length === b.dismissals.length && a.sum > b.sum;
}
function outcomeIn(judgement, options, suppression) {
	const minConfidence = require_basics.settle(options, options.config).minConfidence.value;
	return require_outcome.outcomeOf(judgement, {
		minConfidence,
		suppression,
		isReported: () => true,
		winner: null
	});
}
function placeOf({ path, line, column, source, isName, refs, commit, blob, decodedFrom }, { confidence }) {
	return {
		path,
		line,
		column,
		source,
		isName,
		refs,
		commit,
		blob,
		decodedFrom,
		confidence
	};
}
function placeIn(content, { start }, bytes) {
	if (bytes !== content.bytes) return null;
	const { origin, piece } = content;
	const { line, column } = require_scan_roots.advance(piece, bytes, 0, start);
	const place = {
		line,
		column,
		isName: "isName" in origin,
		refs: [],
		commit: null,
		decodedFrom: [],
		confidence: null
	};
	switch (origin.kind) {
		case "stdin": return {
			...place,
			path: null,
			source: "stdin",
			blob: null
		};
		case "file": return {
			...place,
			path: require_scan_roots.memberPath(origin.path, null),
			source: "file",
			blob: null
		};
		case "index": return {
			...place,
			path: origin.path,
			source: "index",
			blob: origin.oid
		};
		case "object": return {
			...place,
			path: origin.path,
			source: "blob",
			blob: origin.oid
		};
		case "ref": return {
			...place,
			path: null,
			source: "ref-name",
			refs: [origin.name],
			blob: null
		};
	}
}
exports.explainFingerprint = explainFingerprint;
