"use strict";
const require_compiled_rules = require("./compiled-rules.cjs");
const require_cli = require("../cli.cjs");
const require_rule_file = require("./rule-file.cjs");
// src/rules/catalogue.ts
function builtinRules() {
	return require_compiled_rules._virtual_keypetrel_rules_default.rules;
}
const rulesDigest = require_compiled_rules._virtual_keypetrel_rules_default.rulesDigest;
function selectRules(rules, only, disabled, rulesets = []) {
	for (const name of rulesets) if (!require_rule_file.RULESETS.some((each) => each === name)) throw new require_cli.UserError(`there is no rule set "${name}", but ${require_rule_file.RULESETS.join(", ")}`);
	const isOn = ({ ruleset, isOwn }) => only.length > 0 || isOwn === true || require_rule_file.isOnByDefault(ruleset) || rulesets.includes(ruleset);
	for (const id of [...only, ...disabled]) if (!rules.some((rule) => hasId(rule, id))) throw new require_cli.UserError(`there is no rule "${id}"; "keypetrel rules list" shows them`);
	const isReported = (family, rule) => (only.length === 0 || only.includes(family) || only.includes(rule)) && !disabled.includes(family) && !disabled.includes(rule);
	return {
		rules: rules.filter((file) => isOn(file) && file.variants.some((variant) => isReported(file.family, variant.id))),
		isReported
	};
}
function hasId(rule, id) {
	return rule.family === id || rule.variants.some((variant) => variant.id === id);
}
exports.builtinRules = builtinRules;
exports.rulesDigest = rulesDigest;
exports.selectRules = selectRules;
