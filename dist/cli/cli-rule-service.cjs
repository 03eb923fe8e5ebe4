"use strict";
const require_scan_roots = require("./scan-roots.cjs");
const require_catalogue = require("./catalogue.cjs");
const require_placeholders = require("./placeholders.cjs");
const require_basics = require("./basics.cjs");
const require_effective_settings = require("./effective-settings.cjs");
// src/cli/rule-service.ts
const RULE_SERVICE = {
	async rules(configPath) {
		const config = await require_effective_settings.readNamedConfig(configPath);
		const available = require_scan_roots.configuredRules(require_catalogue.builtinRules(), config);
		const { onlyRules = [], disabledRules = [], rulesets = [] } = config ?? {};
		return {
			rules: require_scan_roots.selectRules(available, onlyRules, disabledRules, require_basics.RULESETS).rules,
			rulesets
		};
	},
	async checkRules(configPath) {
		const { checkRule } = await Promise.resolve().then(() => require("./rules-check.cjs"));
		const config = await require_effective_settings.readNamedConfig(configPath);
		const shipped = require_catalogue.builtinRules();
		const samples = require_placeholders.samplesOf(shipped);
		return Promise.all(config === void 0 ? shipped.map((rule) => checkRule(rule, `rules/${rule.family}.yaml`, samples)) : config.ownRules.map((rule) => checkRule(rule, rule.family, {
			...samples,
			...rule.samples
		})));
	},
	async checkFiles(files) {
		const { checkRuleFiles } = await Promise.resolve().then(() => require("./rules-check.cjs"));
		return checkRuleFiles(files, require_catalogue.builtinRules());
	}
};
exports.RULE_SERVICE = RULE_SERVICE;
