"use strict";
const require_compiled_rules = require("./compiled-rules.cjs");
const require_exit_code = require("./exit-code.cjs");
const require_version = require("./version.cjs");
const require_rule_with_id = require("./rule-with-id.cjs");
// src/rules/catalogue.ts
function builtinRules() {
	return require_compiled_rules._virtual_keypetrel_rules_default.rules;
}
const rulesDigest = require_compiled_rules._virtual_keypetrel_rules_default.rulesDigest;
function selectRules(rules, only, disabled, rulesets = []) {
	for (const name of rulesets) if (!require_version.RULESETS.some((each) => each === name)) throw new require_exit_code.UserError(`there is no rule set "${name}", but ${require_version.RULESETS.join(", ")}`);
	const isOn = ({ ruleset, isOwn }) => only.length > 0 || isOwn === true || require_version.isOnByDefault(ruleset) || rulesets.includes(ruleset);
	for (const id of [...only, ...disabled]) require_rule_with_id.ruleWithId(rules, id);
	const isReported = (family, rule) => (only.length === 0 || only.includes(family) || only.includes(rule)) && !disabled.includes(family) && !disabled.includes(rule);
	const selected = rules.filter((file) => isOn(file) && file.variants.some((variant) => isReported(file.family, variant.id)));
	if (selected.length === 0) throw new require_exit_code.UserError("no rule is left to look for: every one is turned off");
	return {
		rules: selected,
		isReported
	};
}
Object.defineProperty(exports, "builtinRules", {
	enumerable: true,
	get: function() {
		return builtinRules;
	}
});
Object.defineProperty(exports, "rulesDigest", {
	enumerable: true,
	get: function() {
		return rulesDigest;
	}
});
Object.defineProperty(exports, "selectRules", {
	enumerable: true,
	get: function() {
		return selectRules;
	}
});
