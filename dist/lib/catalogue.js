import { t as _virtual_keypetrel_rules_default } from "./compiled-rules.js";
import { t as UserError } from "./errors.js";
import { a as isOnByDefault, i as RULESETS } from "./rule-file.js";
// src/suggest.ts
function suggestionFor(input, candidates) {
	const nearest = nearestTo(input, candidates);
	return nearest === null ? "" : `; did you mean "${nearest}"?`;
}
function nearestTo(input, candidates) {
	const typed = input.toLowerCase();
	let best = null;
	let bestDistance = Math.max(1, Math.floor(plain(typed).length / 3)) + .5;
	for (const candidate of candidates) {
		const name = candidate.toLowerCase();
		const distance = plain(typed).length >= 3 && plain(name).startsWith(plain(typed)) ? .5 : editDistance(typed, name);
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}
function plain(name) {
	return name.replace(/^-+/, "");
}
function editDistance(a, b) {
	let beforeLast = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const isSame = a[row - 1] === b[column - 1];
			let distance = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (isSame ? 0 : 1));
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) distance = Math.min(distance, (beforeLast[column - 2] ?? 0) + 1);
			current.push(distance);
		}
		beforeLast = last;
		last = current;
	}
	return last[b.length] ?? 0;
}
// src/rules/rule-with-id.ts
function ruleWithId(rules, id) {
	const rule = rules.find(({ family, variants }) => family === id || variants.some((variant) => variant.id === id));
	if (rule !== void 0) return rule;
	const hint = suggestionFor(id, rules.flatMap(({ family, variants }) => [family, ...variants.map((variant) => variant.id)])) || "; \"keypetrel rules list\" shows them";
	throw new UserError(`there is no rule "${id}"${hint}`);
}
// src/rules/catalogue.ts
function builtinRules() {
	return _virtual_keypetrel_rules_default.rules;
}
const rulesDigest = _virtual_keypetrel_rules_default.rulesDigest;
function selectRules(rules, only, disabled, rulesets = []) {
	for (const name of rulesets) if (!RULESETS.some((each) => each === name)) throw new UserError(`there is no rule set "${name}", but ${RULESETS.join(", ")}`);
	const isOn = ({ ruleset, isOwn }) => only.length > 0 || isOwn === true || isOnByDefault(ruleset) || rulesets.includes(ruleset);
	for (const id of [...only, ...disabled]) ruleWithId(rules, id);
	const isReported = (family, rule) => (only.length === 0 || only.includes(family) || only.includes(rule)) && !disabled.includes(family) && !disabled.includes(rule);
	const selected = rules.filter((file) => isOn(file) && file.variants.some((variant) => isReported(file.family, variant.id)));
	if (selected.length === 0) throw new UserError("no rule is left to look for: every one is turned off");
	return {
		rules: selected,
		isReported
	};
}
export { rulesDigest as n, selectRules as r, builtinRules as t };
