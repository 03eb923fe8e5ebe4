import { n as __exportAll } from "./rolldown-runtime.js";
import { t as _virtual_keypetrel_rule_texts_default } from "./rule-texts.js";
import { d as detectionRules } from "./scan-roots.js";
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
var catalogue_exports = __exportAll({ builtinRules: () => builtinRules });
const RULES = detectionRules.flatMap((rule, place) => {
	const own = _virtual_keypetrel_rule_texts_default[place];
	return own === void 0 ? [] : joinRule(rule, own);
});
function builtinRules() {
	return RULES;
}
export { catalogue_exports as n, builtinRules as t };
