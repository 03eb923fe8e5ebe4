"use strict";
const require_compiled_rules = require("./compiled-rules.cjs");
// src/rules/detection-rules.ts
const detectionRules = require_compiled_rules._virtual_keypetrel_rules_default.rules;
const rulesDigest = require_compiled_rules._virtual_keypetrel_rules_default.rulesDigest;
Object.defineProperty(exports, "detectionRules", {
	enumerable: true,
	get: function() {
		return detectionRules;
	}
});
Object.defineProperty(exports, "rulesDigest", {
	enumerable: true,
	get: function() {
		return rulesDigest;
	}
});
