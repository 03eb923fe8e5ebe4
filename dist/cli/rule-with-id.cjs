"use strict";
const require_exit_code = require("./exit-code.cjs");
const require_suggest = require("./suggest.cjs");
// src/rules/rule-with-id.ts
function ruleWithId(rules, id) {
	const rule = rules.find(({ family, variants }) => family === id || variants.some((variant) => variant.id === id));
	if (rule !== void 0) return rule;
	const ids = rules.flatMap(({ family, variants }) => [family, ...variants.map((variant) => variant.id)]);
	const hint = require_suggest.suggestionFor(id, ids) || "; \"keypetrel rules list\" shows them";
	throw new require_exit_code.UserError(`there is no rule "${id}"${hint}`);
}
Object.defineProperty(exports, "ruleWithId", {
	enumerable: true,
	get: function() {
		return ruleWithId;
	}
});
