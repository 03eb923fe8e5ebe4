import { n as escapeText, t as escapeJson } from "./escape.js";
import { n as toJsonScan, t as toJsonCredential } from "./json-model.js";
import { a as sentence, d as pathOrStandIn, i as introductionSentence, l as mainPlace, n as exposureSentence, o as shorten, r as gapsOf, s as versionInWords, t as evidenceInWords } from "./prose.js";
import { r as formatCount, t as countOf } from "./numbers.js";
import { O as isLive, u as CONFIDENCE_WORDS } from "./coverage.js";
import { t as builtinRules } from "./catalogue.js";
import { n as stepsOf, t as remediationOf } from "./advice.js";
import { a as prose, t as codeBlock } from "./escape2.js";
import { gzipSync } from "node:zlib";
// src/report/sarif/limits.ts
const GITHUB_LIMITS = {
	results: 25e3,
	shownResults: 5e3,
	locations: 100,
	compressedBytes: 1e7
};
const BATCH = 262144;
const RESERVED = 3e5;
function* withinLimits(results, { compressedBytes }) {
	let left = compressedBytes - Math.min(RESERVED, compressedBytes / 2);
	let batch = [];
	let length = 0;
	for (const [index, result] of results.entries()) {
		const json = result();
		batch.push(json);
		length += json.length;
		if (length < BATCH && index < results.length - 1) continue;
		left -= gzipSync(batch.join(",\n")).length;
		if (left < 0) return;
		yield* batch;
		batch = [];
		length = 0;
	}
}
// src/report/sarif/message-text.ts
const SPECIAL = /[[\]{}<>@`]/g;
function messageText(text) {
	return escapeText(text).replace(SPECIAL, (character) => `\\x${character.charCodeAt(0).toString(16)}`);
}
// src/report/sarif/locations.ts
const SOURCE_ROOT = "%SRCROOT%";
function locationsOf(credential, most) {
	const main = mainPlace(credential);
	if (main === null) throw new Error(`the credential ${credential.fingerprint} stands nowhere`);
	const seen = new Set([placeKey(main)]);
	const others = credential.occurrences.filter((each) => {
		const key = placeKey(each);
		return !seen.has(key) && seen.add(key);
	});
	return {
		main: locationOf(main),
		related: others.slice(0, most - 1).map((each, index) => ({
			id: index + 1,
			...locationOf(each),
			message: { text: placeText(each) }
		})),
		relatedCount: others.length
	};
}
function locationOf(occurrence) {
	const { line, column, endLine, endColumn } = occurrence;
	return { physicalLocation: {
		artifactLocation: {
			uri: toUri(pathOrStandIn(occurrence)),
			uriBaseId: SOURCE_ROOT
		},
		region: {
			startLine: line,
			startColumn: column,
			endLine,
			endColumn
		}
	} };
}
function placeText(occurrence) {
	return messageText(versionInWords(occurrence));
}
function placeKey(occurrence) {
	return `${pathOrStandIn(occurrence)}:${occurrence.line}:${occurrence.column}`;
}
function toUri(path) {
	return path.split("/").map((part) => encodeURIComponent(Buffer.from(part).toString())).join("/");
}
const NOTIFICATION_KINDS = Object.entries({
	"not-read": {
		name: "NotRead",
		text: "Something that should have been scanned could not be read.",
		help: "Mend what could not be read, and scan again: there may be credentials in it."
	},
	"shallow-history": {
		name: "ShallowHistory",
		text: "The clone does not have the whole history.",
		help: "Get the rest with \"git fetch --unshallow\", or check out with fetch-depth: 0."
	},
	"partial-clone": {
		name: "PartialClone",
		text: "The clone does not have all objects of its history.",
		help: "Get them with \"git fetch --refetch --no-filter\"."
	},
	"left-out": {
		name: "LeftOut",
		text: "The file does not hold everything that was found, or not all of it is shown.",
		help: "The JSON report has all of it."
	}
}).map(([id, { name, text, help }]) => ({
	id,
	name,
	shortDescription: { text },
	fullDescription: { text },
	help: { text: help }
}));
function notificationsOf(report, cut) {
	return [...gapsOf(report).map(({ kind, text }) => notification(kind, text)), ...cutSentences(cut).map((text) => notification("left-out", text))];
}
function notification(kind, text) {
	return {
		descriptor: {
			id: kind,
			index: NOTIFICATION_KINDS.findIndex(({ id }) => id === kind)
		},
		level: "warning",
		message: { text: messageText(text) }
	};
}
function cutSentences({ found, written, limits }) {
	const sentences = [];
	const left = found.length - written;
	if (left > 0) sentences.push(`${countOf(left, "credential")} of ${formatCount(found.length)}, the least severe, are left out: GitHub takes no larger file. The JSON report has all of them.`);
	if (written > limits.shownResults) sentences.push(`GitHub shows the ${formatCount(limits.shownResults)} most severe credentials only.`);
	const wide = found.slice(0, written).filter((credential) => isCutShort(credential, limits.locations));
	if (wide.length > 0) sentences.push(`Of ${countOf(wide.length, "credential")} only ${formatCount(limits.locations)} places each are here: GitHub shows no more. The JSON report has all of them.`);
	return sentences;
}
function isCutShort(credential, most) {
	return credential.occurrences.length > most && locationsOf(credential, most).relatedCount >= most;
}
// src/report/sarif/result-message.ts
function resultMessage(credential, locations, report) {
	const { title, redacted, confidence } = credential;
	const { pro, contra } = evidenceInWords(credential);
	return `${[
		`${title} ${redacted}, ${CONFIDENCE_WORDS[confidence]}.`,
		exposureSentence(credential, report),
		historySentence(credential),
		introductionSentence(credential),
		pro.length > 0 && `For: ${pro.join("; ")}.`,
		contra.length > 0 && `Against: ${contra.join("; ")}.`,
		sentence(credential.remediation.summary)
	].filter((text) => text !== null && text !== false).map((each) => messageText(shorten(each, LONGEST_SENTENCE))).join(" ")}${otherPlaces(locations)}`;
}
const LONGEST_SENTENCE = 1e3;
function historySentence(credential) {
	const main = mainPlace(credential);
	if (main === null || isLive(main) || main.inHead === true || main.path === null) return null;
	return "The file and line are those of an earlier version, which the history still has.";
}
const MOST_LINKS = 5;
function otherPlaces({ related, relatedCount }) {
	if (relatedCount === 0) return "";
	const links = related.slice(0, MOST_LINKS).map(linkTo);
	const rest = relatedCount - links.length;
	return ` Also in ${links.join(", ")}${rest > 0 ? ` and ${countOf(rest, "more place")}` : ""}.`;
}
function linkTo({ id, physicalLocation }) {
	const uri = physicalLocation?.artifactLocation?.uri ?? "";
	return `[${/^[\w./-]{1,200}$/.test(uri) ? `${uri}:${physicalLocation?.region?.startLine}` : `place ${id}`}](${id})`;
}
// src/report/sarif/result.ts
const LEVELS = {
	critical: "error",
	high: "error",
	medium: "warning",
	low: "note"
};
const RANKS = {
	proven: 100,
	high: 80,
	medium: 50,
	low: 20
};
function toResult(credential, ruleIndex, report, limits) {
	const locations = locationsOf(credential, limits.locations);
	const { fingerprint, service, confidence, checksum, issued, endpoint, redacted, length, entropy, exposure } = credential;
	const { evidence, remediation } = toJsonCredential(credential);
	return {
		ruleId: credential.rule,
		ruleIndex,
		level: LEVELS[credential.severity],
		rank: RANKS[confidence],
		message: { text: resultMessage(credential, locations, report) },
		locations: [locations.main],
		...locations.related.length > 0 && { relatedLocations: [...locations.related] },
		occurrenceCount: credential.occurrences.length,
		partialFingerprints: partialFingerprints(fingerprint),
		properties: {
			fingerprint,
			service,
			confidence,
			checksum,
			issued,
			endpoint,
			redacted,
			length,
			entropy,
			exposure,
			evidence,
			remediation
		}
	};
}
function partialFingerprints(fingerprint) {
	return {
		primaryLocationLineHash: `${fingerprint.replace(/^kp\d+:/, "").slice(0, 16)}:1`,
		"secretHash/v1": fingerprint
	};
}
// src/report/sarif/rule-help.ts
function adviceOfRule(file, rule) {
	const remediation = remediationOf(file, rule);
	const steps = stepsOf(remediation);
	return {
		summary: remediation.summary,
		steps: steps.map(({ text }) => text),
		commands: steps.flatMap(({ commands }) => commands).map((command) => command.replace(/\{(\w+)\}/g, "<$1>")),
		references: file.references.filter((each) => /^https?:\/\//.test(each))
	};
}
function adviceOf({ remediation: { summary, steps, commands } }) {
	return {
		summary,
		steps,
		commands,
		references: []
	};
}
const ROTATE_FIRST = "Do this first, wherever the credential stands: taking it out of a file or of the history does not make it worthless, because every clone, fork and cache may keep it.";
function ruleHelp(title, description, advice) {
	const { summary, steps, commands, references } = advice;
	return {
		text: [
			description,
			`${summary} ${ROTATE_FIRST}`,
			...steps.map((step, index) => `${index + 1}. ${step}`),
			...commands.map((command) => `  ${command}`),
			...references
		].join("\n"),
		markdown: `${[
			`# ${prose(title)}\n`,
			`${prose(description)}\n`,
			`## What to do\n`,
			`${prose(summary)} **${ROTATE_FIRST}**\n`,
			...steps.map((step, index) => `${index + 1}. ${prose(step)}`),
			...commands.length > 0 ? [`\n${codeBlock(commands, "sh")}`] : [],
			...references.length > 0 ? ["## References\n", ...references.map((each) => `- <${each}>`)] : []
		].join("\n")}\n`
	};
}
// src/report/sarif/rules.ts
var RuleTable = class {
	descriptors;
	#indexes = new Map();
	constructor(credentials, catalogue = builtinRules()) {
		const descriptors = [];
		for (const credential of credentials) {
			if (this.#indexes.has(credential.rule)) continue;
			this.#indexes.set(credential.rule, descriptors.length);
			descriptors.push(toDescriptor(credential, catalogue));
		}
		this.descriptors = descriptors;
	}
	indexOf({ rule }) {
		return this.#indexes.get(rule) ?? -1;
	}
};
const SECURITY_SEVERITIES = {
	critical: "9.5",
	high: "8.0",
	medium: "5.5",
	low: "2.5"
};
const TAGS = [
	"security",
	"secret",
	"credential",
	"external/cwe/cwe-798"
];
const LONGEST_DESCRIPTION = 1024;
function toDescriptor(credential, catalogue) {
	const { rule, title, service } = credential;
	const file = catalogue.find(({ variants }) => variants.some(({ id }) => id === rule));
	const variant = file?.variants.find(({ id }) => id === rule);
	const severity = file === void 0 ? credential.severity : variant?.severity ?? file.severity;
	const advice = file === void 0 ? adviceOf(credential) : adviceOfRule(file, rule);
	const description = file?.description ?? `A credential of ${service}.`;
	return {
		id: rule,
		name: pascalCase(rule),
		shortDescription: { text: shorten(`Leaked ${title}`, LONGEST_DESCRIPTION) },
		fullDescription: { text: shorten(description, LONGEST_DESCRIPTION) },
		help: ruleHelp(title, description, advice),
		...advice.references[0] !== void 0 && { helpUri: advice.references[0] },
		defaultConfiguration: { level: LEVELS[severity] },
		properties: {
			tags: TAGS,
			precision: precisionOf(file),
			"security-severity": SECURITY_SEVERITIES[severity]
		}
	};
}
function precisionOf(file) {
	if (file === void 0) return "medium";
	if (file.patterns.every(({ checksum }) => checksum !== null)) return "very-high";
	return file.patterns.every(({ marks }) => marks.length > 0) ? "high" : "medium";
}
function pascalCase(id) {
	return id.split(/[^A-Za-z0-9]+/).map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join("");
}
// src/report/sarif.ts
function renderSarif(report, options) {
	return renderSarifWithin(GITHUB_LIMITS, report, options);
}
function* renderSarifWithin(limits, report, { warn }) {
	const hidden = report.hidden ?? [];
	const found = [...report.credentials, ...hidden.map(({ credential }) => credential)];
	const credentials = found.slice(0, limits.results);
	const suppressions = hidden.length === 0 ? null : new Map(hidden.map(suppressionEntry));
	const rules = new RuleTable(credentials);
	yield "{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n  \"version\": \"2.1.0\",\n";
	yield `  "runs": [\n    {\n      "tool": ${toJson({ driver: driverOf(report, rules) })},\n`;
	for (const [name, value] of Object.entries(runProperties(report))) yield `      ${toJson(name)}: ${toJson(value)},\n`;
	yield "      \"results\": [";
	const written = yield* joined(withinLimits(credentials.map((credential) => () => toJson({
		...toResult(credential, rules.indexOf(credential), report, limits),
		...suppressions !== null && { suppressions: suppressions.get(credential.fingerprint) ?? [] }
	})), limits));
	yield written === 0 ? "],\n" : "\n      ],\n";
	const cut = {
		found,
		written,
		limits
	};
	for (const sentence of cutSentences(cut)) warn?.(`SARIF: ${sentence}`);
	yield `      "invocations": ${toJson([invocationOf(report, cut)])}\n    }\n  ]\n}\n`;
}
function suppressionEntry({ credential, suppression }) {
	const kind = suppression.reason === "inline" ? "inSource" : "external";
	const justification = messageText(suppression.detail);
	return [credential.fingerprint, [{
		kind,
		status: "accepted",
		justification
	}]];
}
function driverOf({ tool }, rules) {
	return {
		name: tool.name,
		version: tool.version,
		semanticVersion: tool.version,
		informationUri: "https://www.npmjs.com/package/keypetrel",
		rules: rules.descriptors,
		notifications: NOTIFICATION_KINDS
	};
}
function runProperties(report) {
	const { tool, coverage, suppressed, baseline } = toJsonScan(report);
	return {
		automationDetails: { id: `${tool.name}/` },
		columnKind: "utf16CodeUnits",
		originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: "The top of the scanned repository." } } },
		properties: {
			rulesDigest: tool.rulesDigest,
			coverage,
			suppressed,
			...baseline !== void 0 && { baseline }
		}
	};
}
function invocationOf(report, cut) {
	return {
		executionSuccessful: true,
		toolExecutionNotifications: notificationsOf(report, cut)
	};
}
function* joined(items) {
	let count = 0;
	for (const item of items) {
		yield `${count === 0 ? "" : ","}\n        ${item}`;
		count += 1;
	}
	return count;
}
function toJson(value) {
	return escapeJson(JSON.stringify(value));
}
export { renderSarif };
