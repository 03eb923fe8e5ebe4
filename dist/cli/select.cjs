"use strict";
const require_exit_code = require("./exit-code.cjs");
const require_builtin_modules = require("./builtin-modules.cjs");
const require_rule_with_id = require("./rule-with-id.cjs");
const require_rule_file = require("./rule-file.cjs");
const require_entry_of = require("./entry-of.cjs");
// src/config/apply-config.ts
function configuredRules(builtin, config) {
	if (config === void 0) return builtin;
	return [...config.ownRules, ...builtin].map((rule) => {
		const changes = require_entry_of.entryOf(config.weights, rule.family);
		return changes === void 0 ? rule : reweighted(rule, changes);
	});
}
function configuredDigest(rules, builtin, builtinDigest) {
	return rules.length !== builtin.length || rules.some((rule, index) => rule !== builtin[index]) ? require_builtin_modules.lazyCrypto().createHash("sha256").update(JSON.stringify(rules)).digest("hex") : builtinDigest;
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
// src/rules/select.ts
function selectRules(rules, only, disabled, rulesets = []) {
	for (const name of rulesets) if (!require_rule_file.RULESETS.some((each) => each === name)) throw new require_exit_code.UserError(`there is no rule set "${name}", but ${require_rule_file.RULESETS.join(", ")}`);
	const isOn = ({ ruleset, isOwn }) => only.length > 0 || isOwn === true || require_rule_file.isOnByDefault(ruleset) || rulesets.includes(ruleset);
	for (const id of [...only, ...disabled]) require_rule_with_id.ruleWithId(rules, id);
	const isReported = (family, rule) => (only.length === 0 || only.includes(family) || only.includes(rule)) && !disabled.includes(family) && !disabled.includes(rule);
	const selected = rules.filter((file) => isOn(file) && file.variants.some((variant) => isReported(file.family, variant.id)));
	if (selected.length === 0) throw new require_exit_code.UserError("no rule is left to look for: every one is turned off");
	return {
		rules: selected,
		isReported
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
Object.defineProperty(exports, "selectRules", {
	enumerable: true,
	get: function() {
		return selectRules;
	}
});
