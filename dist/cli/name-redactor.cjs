"use strict";
const require_scan_roots = require("./scan-roots.cjs");
// src/credentials/name-redactor.ts
const BEGINNING = 16;
const MOST_KNOWN = 1024;
function createTextRedactor(secrets) {
	const beginning = secrets.reduce((least, { length }) => Math.min(least, length), BEGINNING);
	const byBeginning = groupByBeginning(secrets, beginning);
	const redactText = (text) => {
		let result = "";
		let taken = 0;
		for (let at = 0; at + beginning <= text.length; at += 1) {
			const group = byBeginning.get(text.slice(at, at + beginning));
			const secret = group === void 0 ? null : longestAt(text, at, group);
			if (secret === null) continue;
			result += text.slice(taken, at) + require_scan_roots.redact(secret);
			taken = at + secret.length;
			at = taken - 1;
		}
		return result + text.slice(taken);
	};
	const known = new Map();
	return (text) => {
		const before = known.get(text);
		if (before !== void 0) return before;
		const redacted = redactText(text);
		if (known.size === MOST_KNOWN) known.clear();
		known.set(text, redacted);
		return redacted;
	};
}
function groupByBeginning(secrets, beginning) {
	const groups = new Map();
	for (const secret of secrets) {
		const start = secret.slice(0, beginning);
		const group = groups.get(start) ?? {
			secrets: new Set(),
			lengths: new Set()
		};
		groups.set(start, group);
		group.secrets.add(secret);
		group.lengths.add(secret.length);
	}
	return groups;
}
function longestAt(text, at, { secrets, lengths }) {
	let longest = null;
	for (const length of lengths) {
		const candidate = text.slice(at, at + length);
		if (candidate.length > (longest?.length ?? 0) && secrets.has(candidate)) longest = candidate;
	}
	return longest;
}
function redactNames(credential, redactText) {
	const orNull = (text) => text === null ? null : redactText(text);
	const { summary, steps, commands, plan } = credential.remediation;
	return {
		...credential,
		endpoint: orNull(credential.endpoint),
		evidence: credential.evidence.map((item) => ({
			...item,
			detail: redactText(item.detail)
		})),
		provenance: credential.provenance === null ? null : redactProvenance(credential.provenance, redactText),
		occurrences: credential.occurrences.map((each) => ({
			...each,
			path: orNull(each.path),
			author: orNull(each.author),
			refs: each.refs.map(redactText)
		})),
		remediation: {
			summary: redactText(summary),
			steps: steps.map(redactText),
			commands: commands.map(redactText),
			plan: plan.map((step) => ({
				stage: step.stage,
				text: redactText(step.text),
				commands: step.commands.map(redactText)
			}))
		}
	};
}
function redactProvenance(provenance, redactText) {
	const orNull = (text) => text === null ? null : redactText(text);
	const { first, renames, removed, refs, remotes } = provenance;
	return {
		...provenance,
		first: first === null ? null : {
			...first,
			author: orNull(first.author),
			path: orNull(first.path)
		},
		renames: renames.map((each) => ({
			...each,
			author: orNull(each.author),
			from: redactText(each.from),
			to: redactText(each.to)
		})),
		removed: removed === null ? null : {
			...removed,
			author: orNull(removed.author)
		},
		refs: refs.map(redactText),
		remotes: remotes.map((each) => ({
			...each,
			name: orNull(each.name),
			refs: each.refs.map(redactText)
		}))
	};
}
Object.defineProperty(exports, "createTextRedactor", {
	enumerable: true,
	get: function() {
		return createTextRedactor;
	}
});
Object.defineProperty(exports, "redactNames", {
	enumerable: true,
	get: function() {
		return redactNames;
	}
});
