"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_compiled_rules = require("./compiled-rules.cjs");
const require_cli = require("../cli.cjs");
const require_rule_file = require("./rule-file.cjs");
// src/rules/catalogue.ts
var catalogue_exports = require_rolldown_runtime.__exportAll({ builtinRules: () => builtinRules });
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
Object.defineProperty(exports, "builtinRules", {
	enumerable: true,
	get: function() {
		return builtinRules;
	}
});
Object.defineProperty(exports, "catalogue_exports", {
	enumerable: true,
	get: function() {
		return catalogue_exports;
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
