"use strict";
const require_basics = require("./basics.cjs");
const require_scan_roots = require("./scan-roots.cjs");
const require_evidence_words = require("./evidence-words.cjs");
// src/detect/alternatives.ts
function foundEvidence({ considered }) {
	const counted = new Set(heaviestOfGroups(considered).values());
	return considered.flatMap(({ rule, evidence }) => evidence === null ? [] : [{
		rule,
		evidence,
		counts: counted.has(evidence)
	}]);
}
function alternatives(judgement) {
	const { dismissals, checksum } = judgement;
	if (dismissals.length > 0) return [{
		change: {
			kind: "without-dismissals",
			dismissals
		},
		confidence: confidenceOfVariant(judgement)
	}];
	if (checksum === "valid") return [{
		change: { kind: "without-checksum" },
		confidence: judgement.overruled.length > 0 ? null : confidenceWith(judgement, judgement.considered)
	}];
	const now = confidenceOfVariant(judgement);
	return judgement.considered.filter(({ rule }) => rule.view !== "host-repository" || canPair(judgement, rule)).map((item) => alternativeOf(judgement, item)).filter(({ confidence }) => confidence !== now);
}
function canPair({ finding, considered }, { kind, view }) {
	const others = considered.filter(({ rule }) => rule.kind === kind && rule.view !== view);
	return finding !== null && others.every(({ evidence }) => evidence === null);
}
function alternativeOf(judgement, item) {
	const { rule, evidence } = item;
	const contrary = evidence === null ? {
		rule,
		evidence: {
			kind: rule.kind,
			weight: rule.weight,
			detail: rule.says
		}
	} : {
		rule,
		evidence: null
	};
	const considered = judgement.considered.map((each) => each === item ? contrary : each);
	return {
		change: evidence === null ? {
			kind: "with-evidence",
			rule
		} : {
			kind: "without-evidence",
			rule,
			evidence
		},
		confidence: confidenceWith(judgement, considered)
	};
}
function confidenceWith(judgement, considered) {
	const own = judgement.own.filter(({ kind }) => kind !== "checksum");
	const sum = require_scan_roots.scoreOf(own) + require_scan_roots.scoreOf(heaviestOfGroups(considered).values());
	return judgement.variant === null ? null : require_scan_roots.confidenceOf(sum, judgement.pattern.rule.file.thresholds);
}
function confidenceOfVariant({ variant, confidence }) {
	return variant === null ? null : confidence;
}
function heaviestOfGroups(considered) {
	const heaviest = new Map();
	for (const { rule, evidence } of considered) if (evidence !== null && require_scan_roots.outweighs(rule, heaviest.get(rule.group))) heaviest.set(rule.group, evidence);
	return heaviest;
}
// src/explain/explanation.ts
function explanationOf(judgement, places, outcome) {
	const { pattern, secret, checksum, dismissals, overruled, sum, confidence, variant } = judgement;
	const { file } = pattern.rule;
	return {
		fingerprint: require_scan_roots.fingerprintOf(file.family, secret),
		family: file.family,
		rule: variant?.id ?? file.family,
		title: variant?.title ?? file.title,
		service: variant?.service ?? file.title,
		pattern: pattern.pattern.id,
		redacted: require_scan_roots.redact(secret),
		length: secret.length,
		checksum,
		places,
		outcome,
		dismissals,
		overruled,
		evidence: explainedEvidence(judgement),
		sum,
		thresholds: file.thresholds,
		confidence,
		alternatives: alternatives(judgement).map(explainedAlternative)
	};
}
function explainedEvidence(judgement) {
	const found = foundEvidence(judgement).map(({ rule, evidence, counts }) => ({
		...evidence,
		view: rule.view,
		counts
	})).sort((a, b) => Number(b.counts) - Number(a.counts) || b.weight - a.weight);
	return [...judgement.own.map((evidence) => ({
		...evidence,
		view: null,
		counts: true
	})), ...found];
}
function explainedAlternative({ change, confidence }) {
	switch (change.kind) {
		case "with-evidence": return {
			change: {
				kind: change.kind,
				evidence: inWords(change.rule, require_evidence_words.inGeneral(change.rule.says))
			},
			confidence
		};
		case "without-evidence": return {
			change: {
				kind: change.kind,
				evidence: inWords(change.rule, change.evidence.detail)
			},
			confidence
		};
		case "without-dismissals": return {
			change: {
				kind: change.kind,
				details: change.dismissals.map(({ detail }) => detail)
			},
			confidence
		};
		case "without-checksum": return {
			change,
			confidence
		};
	}
}
function inWords({ kind, view, weight }, detail) {
	return {
		kind,
		view,
		weight,
		detail
	};
}
// src/explain/outcome.ts
function outcomeOf(judgement, circumstances) {
	const { dismissals, confidence, variant, sum, pattern } = judgement;
	const { minConfidence, isReported, suppression, winner } = circumstances;
	const { family, thresholds } = pattern.rule.file;
	const [dismissal] = dismissals;
	if (dismissal !== void 0) return {
		kind: "dismissed",
		detail: `no credential: it ${dismissal.detail}`
	};
	if (confidence === null || variant === null) return {
		kind: "too-little-evidence",
		detail: `no credential: ${`the evidence adds up to ${sum}, and low confidence needs ${thresholds.low}`}`
	};
	if (!isReported(family, variant.id)) return {
		kind: "rule-off",
		detail: `not reported: the rule ${variant.id} is turned off`
	};
	if (winner !== null) return {
		kind: "other-pattern",
		detail: `reported as ${winner}, which has a say before it`
	};
	if (suppression !== null) return {
		kind: suppression.reason,
		detail: `not reported: ${suppression.detail}`
	};
	if (!require_basics.isAtLeast(confidence, minConfidence)) return {
		kind: "below-threshold",
		detail: `not reported: only ${minConfidence} confidence and more is`
	};
	return {
		kind: "reported",
		detail: "reported"
	};
}
Object.defineProperty(exports, "explanationOf", {
	enumerable: true,
	get: function() {
		return explanationOf;
	}
});
Object.defineProperty(exports, "outcomeOf", {
	enumerable: true,
	get: function() {
		return outcomeOf;
	}
});
