import { r as isAtLeast } from "./entry-of.js";
import { t as UserError } from "./errors.js";
// src/config/settings.ts
const DEFAULT_CONFIDENCE = "medium";
function settle(given, config) {
	const { defaults } = config ?? {};
	const minConfidence = choose(given.minConfidence, defaults?.minConfidence, DEFAULT_CONFIDENCE);
	return {
		minConfidence,
		failOn: settleFailOn(given.failOn, defaults?.failOn, minConfidence.value),
		include: chooseList(given.include, defaults?.include),
		exclude: chooseList(given.exclude, defaults?.exclude),
		rules: chooseList(given.rules, config?.onlyRules),
		disabledRules: settleDisabled(given, config),
		rulesets: chooseList(given.rulesets, config?.rulesets)
	};
}
function choose(option, configured, byDefault) {
	if (option != null) return {
		value: option,
		origin: "option"
	};
	if (configured != null) return {
		value: configured,
		origin: "configuration"
	};
	return {
		value: byDefault,
		origin: "default"
	};
}
function chooseList(option, configured) {
	return choose(option?.length ? option : null, configured?.length ? configured : null, []);
}
function settleFailOn(option, configured, minConfidence) {
	const failOn = choose(option, configured, minConfidence);
	if (isAtLeast(failOn.value, minConfidence)) return failOn;
	if (failOn.origin === "option") throw new UserError(`--fail-on ${failOn.value} needs --min-confidence ${failOn.value}: what is not reported fails no scan`);
	return {
		value: minConfidence,
		origin: "option"
	};
}
function settleDisabled(given, config) {
	const disabled = chooseList(given.disabledRules, config?.disabledRules);
	if (disabled.origin !== "configuration" || !given.rules?.length) return disabled;
	return {
		...disabled,
		value: disabled.value.filter((id) => given.rules?.includes(id) !== true)
	};
}
export { settle as n, DEFAULT_CONFIDENCE as t };
