"use strict";
const require_detect = require("./detect.cjs");
const require_checksums = require("./checksums.cjs");
// src/detect/matcher.ts
const compileNative = (source, flags) => new RegExp(source, flags);
// src/detect/engine.ts
function createEngine(files, compileOwn) {
	const enginePatterns = files.flatMap((file) => {
		const compile = compilerFor(file, compileOwn);
		const rule = engineRule(file, compile);
		return file.patterns.map((pattern) => ({
			rule,
			pattern,
			compile
		}));
	}).map(({ rule, pattern, compile }, order) => ({
		rule,
		pattern,
		order,
		regex: compile(pattern.regex, "g"),
		gate: optional(compile, pattern.gate, "i"),
		reject: optional(compile, pattern.reject, ""),
		checksum: pattern.checksum === null ? null : require_checksums.checksumScheme(pattern.checksum),
		follows: pattern.run?.follows ? require_detect.byteSet(pattern.run.follows) : null,
		precedes: pattern.run?.precedes ? require_detect.byteSet(pattern.run.precedes) : null
	}));
	const marks = [...new Set(enginePatterns.flatMap(({ pattern }) => pattern.marks))];
	const encodedMarks = marks.flatMap(require_detect.encodedForms);
	return {
		patterns: enginePatterns,
		markTable: require_detect.buildMarkTable([...marks, ...encodedMarks.map(({ text }) => text)]),
		encodedMarks,
		patternsOfMark: marks.map((mark) => enginePatterns.filter(({ pattern }) => pattern.marks.includes(mark))),
		patternsOfRun: {
			word: byLength(enginePatterns, "word"),
			base64: byLength(enginePatterns, "base64")
		}
	};
}
function engineRule(file, compile) {
	return {
		file,
		variants: file.variants.map((variant) => ({
			variant,
			secret: optional(compile, variant.secret, ""),
			context: optional(compile, variant.context, "i"),
			host: optional(compile, variant.host, "i")
		})),
		evidence: [...file.evidence].sort((a, b) => Number(a.weight > 0) - Number(b.weight > 0)).map((rule) => ({
			rule,
			match: compile(rule.match, rule.view === "secret" ? "" : "i")
		})),
		mostWeight: mostWeight(file.evidence),
		hosts: require_detect.hostPattern(file.hosts),
		knownPublic: new Set(file.knownPublic)
	};
}
function mostWeight(evidence) {
	const heaviest = new Map();
	for (const { group, weight } of evidence.filter(({ view }) => view !== "host-repository")) heaviest.set(group, Math.max(heaviest.get(group) ?? 0, weight));
	return [...heaviest.values()].reduce((sum, weight) => sum + weight, 0);
}
function compilerFor({ family, isOwn }, compileOwn) {
	if (isOwn !== true) return compileNative;
	if (compileOwn === void 0) throw new Error(`the rule ${family} is a user's and needs a linear engine`);
	return compileOwn;
}
function optional(compile, source, flags) {
	return source === null ? null : compile(source, flags);
}
function byLength(patterns, alphabet) {
	const lengths = new Map();
	for (const entry of patterns) {
		if (entry.pattern.run?.alphabet !== alphabet) continue;
		for (const length of entry.pattern.run.lengths) lengths.set(length, [...lengths.get(length) ?? [], entry]);
	}
	return lengths;
}
// src/rules/own-compiler.ts
async function compilerForOwn(rules) {
	if (!rules.some(({ isOwn }) => isOwn === true)) return void 0;
	const { compileLinear } = await Promise.resolve().then(() => require("./rules-linear-regex.cjs"));
	return compileLinear;
}
Object.defineProperty(exports, "compilerForOwn", {
	enumerable: true,
	get: function() {
		return compilerForOwn;
	}
});
Object.defineProperty(exports, "createEngine", {
	enumerable: true,
	get: function() {
		return createEngine;
	}
});
