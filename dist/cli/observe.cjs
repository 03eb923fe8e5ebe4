"use strict";
const require_report = require("./report.cjs");
const require_fingerprint = require("./fingerprint.cjs");
const require_path_filter = require("./path-filter.cjs");
// src/credentials/allow.ts
async function applyAllowRules(sightings, rules, minConfidence) {
	if (rules === void 0 || isEmpty(rules)) return {
		kept: [...sightings],
		ignored: 0
	};
	const isAllowedValue = await valueFilter(rules);
	const isAllowedPath = rules.paths.length === 0 ? null : await require_path_filter.createPathFilter({ include: rules.paths });
	const kept = [];
	const dropped = [];
	for (const each of sightings) {
		const left = isAllowedValue(each.fingerprint, each.sighting.finding.secret) ? null : outsideOf(each, isAllowedPath);
		if (left === null) dropped.push(each);
		else kept.push(left);
	}
	return {
		kept,
		ignored: countIgnored(kept, dropped, minConfidence)
	};
}
function isEmpty({ paths, fingerprints, texts, regexes }) {
	return paths.length + fingerprints.length + texts.length + regexes.length === 0;
}
async function valueFilter(rules) {
	const fingerprints = new Set(rules.fingerprints);
	const regexes = await compileAll(rules.regexes);
	return (fingerprint, secret) => fingerprints.has(fingerprint) || rules.texts.some((text) => secret.includes(text)) || regexes.some((regex) => regex.test(secret));
}
async function compileAll(sources) {
	if (sources.length === 0) return [];
	const { compileLinear } = await Promise.resolve().then(() => require("./rules-linear-regex.cjs"));
	return sources.map((source) => compileLinear(source, ""));
}
function outsideOf(placed, isAllowed) {
	if (isAllowed === null) return placed;
	const { origin } = placed.sighting;
	if (placed.traces.length > 0) {
		const traces = placed.traces.filter(({ path }) => path === null || !isAllowed(path));
		return traces.length === 0 ? null : {
			...placed,
			traces
		};
	}
	const path = require_fingerprint.pathOf(origin);
	return path !== null && isAllowed(path) ? null : placed;
}
function countIgnored(kept, dropped, minConfidence) {
	const left = new Set(kept.map(({ fingerprint }) => fingerprint));
	const best = new Map();
	for (const { fingerprint, sighting } of dropped) {
		if (left.has(fingerprint)) continue;
		const { confidence } = sighting.finding;
		const known = best.get(fingerprint) ?? require_report.CONFIDENCE_LEVELS[0] ?? "low";
		best.set(fingerprint, require_report.isAtLeast(confidence, known) ? confidence : known);
	}
	return [...best.values()].filter((confidence) => require_report.isAtLeast(confidence, minConfidence)).length;
}
// src/detect/observe.ts
function observed(engine, observe) {
	const watched = new Map();
	for (const pattern of engine.patterns) watched.set(pattern, {
		...pattern,
		observe
	});
	const ofEach = (patterns) => patterns.map((pattern) => watched.get(pattern) ?? pattern);
	const ofLengths = (patterns) => new Map([...patterns].map(([length, each]) => [length, ofEach(each)]));
	const { word, base64 } = engine.patternsOfRun;
	return {
		...engine,
		patterns: ofEach(engine.patterns),
		patternsOfMark: engine.patternsOfMark.map(ofEach),
		patternsOfRun: {
			word: ofLengths(word),
			base64: ofLengths(base64)
		}
	};
}
Object.defineProperty(exports, "applyAllowRules", {
	enumerable: true,
	get: function() {
		return applyAllowRules;
	}
});
Object.defineProperty(exports, "observed", {
	enumerable: true,
	get: function() {
		return observed;
	}
});
Object.defineProperty(exports, "valueFilter", {
	enumerable: true,
	get: function() {
		return valueFilter;
	}
});
