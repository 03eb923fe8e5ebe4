"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_rule_texts = require("./rule-texts.cjs");
const require_scan_roots = require("./scan-roots.cjs");
// src/rules/rule-parts.ts
function joinRule(rule, { variantRemediations, ...texts }) {
	const variants = rule.variants.map((variant, place) => ({
		...variant,
		remediation: variantRemediations[place] ?? null
	}));
	return {
		...rule,
		...texts,
		variants
	};
}
// src/rules/catalogue.ts
var catalogue_exports = require_rolldown_runtime.__exportAll({ builtinRules: () => builtinRules });
const RULES = require_scan_roots.detectionRules.flatMap((rule, place) => {
	const own = require_rule_texts._virtual_keypetrel_rule_texts_default[place];
	return own === void 0 ? [] : joinRule(rule, own);
});
function builtinRules() {
	return RULES;
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
