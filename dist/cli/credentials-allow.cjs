"use strict";
const require_scan_roots = require("./scan-roots.cjs");
// src/credentials/allow.ts
const ALLOWED = {
	reason: "ignored",
	detail: "the configuration allows it"
};
async function allowRule(rules) {
	const { paths, fingerprints, texts, regexes } = rules;
	if (paths.length + fingerprints.length + texts.length + regexes.length === 0) return null;
	const isAllowedValue = await valueFilter(rules);
	const isAllowedPath = paths.length === 0 ? () => false : await require_scan_roots.createPathFilter({ include: paths });
	return {
		of: ({ fingerprint, sighting }) => isAllowedValue(fingerprint, sighting.finding.secret) ? ALLOWED : null,
		at: (_, path) => isAllowedPath(path) ? ALLOWED : null
	};
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
exports.ALLOWED = ALLOWED;
exports.allowRule = allowRule;
exports.valueFilter = valueFilter;
