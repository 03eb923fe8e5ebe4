"use strict";
const require_entry_of = require("./entry-of.cjs");
let node_crypto = require("node:crypto");
// src/config/apply-config.ts
function configuredRules(builtin, config) {
	if (config === void 0) return builtin;
	return [...config.ownRules, ...builtin].map((rule) => {
		const changes = require_entry_of.entryOf(config.weights, rule.family);
		return changes === void 0 ? rule : reweighted(rule, changes);
	});
}
function configuredDigest(rules, builtin, builtinDigest) {
	return rules.length !== builtin.length || rules.some((rule, index) => rule !== builtin[index]) ? (0, node_crypto.createHash)("sha256").update(JSON.stringify(rules)).digest("hex") : builtinDigest;
}
function reweighted(rule, changes) {
	return {
		...rule,
		thresholds: {
			...rule.thresholds,
			...changes.thresholds
		},
		patterns: rule.patterns.map((each) => ({
			...each,
			weight: require_entry_of.entryOf(changes.patterns, each.id) ?? each.weight
		})),
		evidence: rule.evidence.map((each) => ({
			...each,
			weight: require_entry_of.entryOf(changes.evidence, `${each.kind}/${each.view}`) ?? require_entry_of.entryOf(changes.evidence, each.kind) ?? each.weight
		}))
	};
}
Object.defineProperty(exports, "configuredDigest", {
	enumerable: true,
	get: function() {
		return configuredDigest;
	}
});
Object.defineProperty(exports, "configuredRules", {
	enumerable: true,
	get: function() {
		return configuredRules;
	}
});
