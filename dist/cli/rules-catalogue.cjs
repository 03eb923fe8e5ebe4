"use strict";
const require_compiled_rules = require("./compiled-rules.cjs");
const require_cli = require("../cli.cjs");
// src/rules/catalogue.ts
function builtinRules() {
	return require_compiled_rules._virtual_keypetrel_rules_default.rules;
}
const rulesDigest = require_compiled_rules._virtual_keypetrel_rules_default.rulesDigest;
function selectRules(rules, only, disabled) {
	for (const id of [...only, ...disabled]) if (!rules.some((rule) => hasId(rule, id))) throw new require_cli.UserError(`there is no rule "${id}"; "keypetrel rules list" shows them`);
	const isReported = (family, rule) => (only.length === 0 || only.includes(family) || only.includes(rule)) && !disabled.includes(family) && !disabled.includes(rule);
	return {
		rules: rules.filter((file) => file.variants.some((variant) => isReported(file.family, variant.id))),
		isReported
	};
}
function hasId(rule, id) {
	return rule.family === id || rule.variants.some((variant) => variant.id === id);
}
exports.builtinRules = builtinRules;
exports.rulesDigest = rulesDigest;
exports.selectRules = selectRules;
