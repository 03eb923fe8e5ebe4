import { y as lazyCrypto } from "./own-compiler.js";
import { t as entryOf } from "./entry-of.js";
// src/config/apply-config.ts
function configuredRules(builtin, config) {
	if (config === void 0) return builtin;
	return [...config.ownRules, ...builtin].map((rule) => {
		const changes = entryOf(config.weights, rule.family);
		return changes === void 0 ? rule : reweighted(rule, changes);
	});
}
function configuredDigest(rules, builtin, builtinDigest) {
	return rules.length !== builtin.length || rules.some((rule, index) => rule !== builtin[index]) ? lazyCrypto().createHash("sha256").update(JSON.stringify(rules)).digest("hex") : builtinDigest;
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
			weight: entryOf(changes.patterns, each.id) ?? each.weight
		})),
		evidence: rule.evidence.map((each) => ({
			...each,
			weight: entryOf(changes.evidence, `${each.kind}/${each.view}`) ?? entryOf(changes.evidence, each.kind) ?? each.weight
		}))
	};
}
export { configuredRules as n, configuredDigest as t };
