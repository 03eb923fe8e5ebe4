"use strict";
// src/errors.ts
var UserError = class extends Error {
	name = "UserError";
};
var SuppressionError = class extends UserError {};
function isExhaustion(error) {
	const code = error instanceof Error && "code" in error ? error.code : "";
	return code === "EMFILE" || code === "ENFILE" || code === "EAGAIN" || code === "ENOMEM";
}
// src/detect/finding.ts
const CONFIDENCE_LEVELS = [
	"low",
	"medium",
	"high",
	"proven"
];
function isAtLeast(confidence, threshold) {
	return CONFIDENCE_LEVELS.indexOf(confidence) >= CONFIDENCE_LEVELS.indexOf(threshold);
}
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
		rulesets: chooseList(given.rulesets, config?.rulesets),
		baseline: choose(given.baseline, defaults?.baseline, null),
		ignore: choose(given.ignore, defaults?.ignore, true)
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
// src/version.ts
const TOOL_VERSION = "0.1.0";
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
function listOf(words) {
	const last = words.at(-1) ?? "";
	return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}
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
	"host-beside",
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
Object.defineProperty(exports, "CONFIDENCE_LEVELS", {
	enumerable: true,
	get: function() {
		return CONFIDENCE_LEVELS;
	}
});
Object.defineProperty(exports, "DEFAULT_CONFIDENCE", {
	enumerable: true,
	get: function() {
		return DEFAULT_CONFIDENCE;
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
Object.defineProperty(exports, "SuppressionError", {
	enumerable: true,
	get: function() {
		return SuppressionError;
	}
});
Object.defineProperty(exports, "TOOL_VERSION", {
	enumerable: true,
	get: function() {
		return TOOL_VERSION;
	}
});
Object.defineProperty(exports, "UserError", {
	enumerable: true,
	get: function() {
		return UserError;
	}
});
Object.defineProperty(exports, "choose", {
	enumerable: true,
	get: function() {
		return choose;
	}
});
Object.defineProperty(exports, "isAtLeast", {
	enumerable: true,
	get: function() {
		return isAtLeast;
	}
});
Object.defineProperty(exports, "isExhaustion", {
	enumerable: true,
	get: function() {
		return isExhaustion;
	}
});
Object.defineProperty(exports, "isOnByDefault", {
	enumerable: true,
	get: function() {
		return isOnByDefault;
	}
});
Object.defineProperty(exports, "listOf", {
	enumerable: true,
	get: function() {
		return listOf;
	}
});
Object.defineProperty(exports, "nearestTo", {
	enumerable: true,
	get: function() {
		return nearestTo;
	}
});
Object.defineProperty(exports, "settle", {
	enumerable: true,
	get: function() {
		return settle;
	}
});
Object.defineProperty(exports, "suggestionFor", {
	enumerable: true,
	get: function() {
		return suggestionFor;
	}
});
