"use strict";
const require_scan_roots = require("./scan-roots.cjs");
let node_crypto = require("node:crypto");
// src/rules/placeholders.ts
const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER = UPPER.toLowerCase();
const DIGITS = "0123456789";
const ALPHABETS = {
	upper: UPPER,
	lower: LOWER,
	digit: DIGITS,
	alnum: UPPER + LOWER + DIGITS,
	word: `${UPPER}${LOWER}${DIGITS}_-`,
	base64: `${UPPER}${LOWER}${DIGITS}+/`,
	base32: `${LOWER}234567`,
	hex: `${DIGITS}abcdef`,
	HEX: `${DIGITS}ABCDEF`,
	variant: "89ab"
};
const PLACEHOLDER = /\{\{([a-z][a-z0-9-]*):(\d+)\}\}/g;
const TEMPLATE_PART = /\{([A-Za-z0-9]+):(\d+)\}/g;
function samplesOf(rules) {
	return Object.assign({}, ...rules.map((rule) => rule.samples));
}
function expandPlaceholders(text, samples) {
	return text.replace(PLACEHOLDER, (placeholder, name, number) => {
		const sample = require_scan_roots.entryOf(samples, name);
		if (sample === void 0) throw new Error(`no sample named "${name}" for ${placeholder}`);
		return makeSample(sample, `${name}:${number}`);
	});
}
function makeSample(sample, seed) {
	const random = randomBytes(seed);
	const body = sample.template.replace(TEMPLATE_PART, (part, name, length) => {
		const alphabet = require_scan_roots.entryOf(ALPHABETS, name);
		if (alphabet === void 0) throw new Error(`no alphabet named "${name}" in ${part}`);
		return Array.from({ length: Number(length) }, () => pick(alphabet, random)).join("");
	});
	return sample.checksum === null ? body : require_scan_roots.checksumScheme(sample.checksum).complete(body);
}
const LONGEST_SAMPLE = 4096;
function templateProblem(template) {
	let length = template.length;
	for (const [part, name, count] of template.matchAll(TEMPLATE_PART)) {
		if (require_scan_roots.entryOf(ALPHABETS, name ?? "") === void 0) return `${part}: the alphabets are ${Object.keys(ALPHABETS).join(", ")}`;
		length += Number(count);
	}
	if (length > LONGEST_SAMPLE) return `makes a key of more than ${LONGEST_SAMPLE} characters`;
	const [brace] = /[{}].{0,20}/.exec(template.replace(TEMPLATE_PART, "")) ?? [];
	return brace === void 0 ? null : `${brace}: a part is written {alphabet:length}, for example {alnum:20}`;
}
function pick(alphabet, random) {
	const limit = 256 - 256 % alphabet.length;
	let byte = random.next().value;
	while (byte >= limit) byte = random.next().value;
	return alphabet.charAt(byte % alphabet.length);
}
function* randomBytes(seed) {
	for (let block = 0;; block++) yield* (0, node_crypto.createHash)("sha256").update(`${seed}:${block}`).digest();
}
Object.defineProperty(exports, "expandPlaceholders", {
	enumerable: true,
	get: function() {
		return expandPlaceholders;
	}
});
Object.defineProperty(exports, "samplesOf", {
	enumerable: true,
	get: function() {
		return samplesOf;
	}
});
Object.defineProperty(exports, "templateProblem", {
	enumerable: true,
	get: function() {
		return templateProblem;
	}
});
