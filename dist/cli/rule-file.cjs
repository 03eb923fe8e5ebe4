"use strict";
// src/rules/rule-file.ts
const RULESETS = [
	"core",
	"azure",
	"llm"
];
const DEFAULT_RULESETS = ["core", "azure"];
function isOnByDefault(ruleset) {
	return DEFAULT_RULESETS.includes(ruleset);
}
const EVIDENCE_VIEWS = [
	"name",
	"written-name",
	"call",
	"section",
	"line",
	"passage",
	"near",
	"path",
	"secret",
	"host-line",
	"host-near",
	"host-file",
	"host-repository"
];
const ADVICE_STAGES = [
	"revoke",
	"investigate",
	"undo",
	"prevent"
];
Object.defineProperty(exports, "ADVICE_STAGES", {
	enumerable: true,
	get: function() {
		return ADVICE_STAGES;
	}
});
Object.defineProperty(exports, "DEFAULT_RULESETS", {
	enumerable: true,
	get: function() {
		return DEFAULT_RULESETS;
	}
});
Object.defineProperty(exports, "EVIDENCE_VIEWS", {
	enumerable: true,
	get: function() {
		return EVIDENCE_VIEWS;
	}
});
Object.defineProperty(exports, "RULESETS", {
	enumerable: true,
	get: function() {
		return RULESETS;
	}
});
Object.defineProperty(exports, "isOnByDefault", {
	enumerable: true,
	get: function() {
		return isOnByDefault;
	}
});
