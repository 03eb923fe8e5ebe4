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
export { isOnByDefault as a, RULESETS as i, DEFAULT_RULESETS as n, EVIDENCE_VIEWS as r, ADVICE_STAGES as t };
