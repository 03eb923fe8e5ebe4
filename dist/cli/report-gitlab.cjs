"use strict";
const require_exit_code = require("./exit-code.cjs");
const require_prose = require("./prose.cjs");
const require_words = require("./words.cjs");
const require_escape = require("./escape.cjs");
let node_crypto = require("node:crypto");
// src/report/gitlab/texts.ts
const LONGEST_SOLUTION = 7e3;
const LONGEST = 500;
const MOST_PLACES = 20;
function descriptionOf(credential, report) {
	const { redacted, confidence } = credential;
	const introduction = require_prose.introductionSentence(credential);
	return [
		`${require_escape.codeSpan(redacted)}, ${require_words.CONFIDENCE_WORDS[confidence]}.`,
		require_escape.prose(require_prose.exposureSentence(credential, report)),
		introduction === null ? "" : require_escape.prose(require_prose.shorten(introduction, LONGEST))
	].filter((text) => text !== "").join(" ");
}
function solutionOf({ remediation }) {
	const { summary, steps, commands } = remediation;
	const blocks = [
		require_escape.prose(require_prose.sentence(summary)),
		steps.map((step, index) => `${index + 1}. ${require_escape.prose(step)}`).join("\n"),
		...commands.map((command) => require_escape.codeBlock([command], "sh").trimEnd())
	];
	let text = "";
	for (const block of blocks) {
		if (text.length + block.length + 2 > LONGEST_SOLUTION) break;
		text += text === "" ? block : `\n\n${block}`;
	}
	return text;
}
function detailsOf(credential, report) {
	const { confidence, issued, endpoint, redacted, fingerprint } = credential;
	const { pro, contra } = require_prose.evidenceInWords(credential);
	const { occurrences } = require_prose.mainPlaceFirst(credential);
	const commit = require_words.firstCommit(credential)?.commit ?? null;
	return {
		credential: {
			name: "Credential",
			type: "code",
			value: plain(redacted)
		},
		confidence: textField("Confidence", require_words.CONFIDENCE_WORDS[confidence]),
		exposure: textField("How far it got", require_prose.exposureSentence(credential, report)),
		...issued !== null && { issued: textField("Issued in", issued) },
		...endpoint !== null && { endpoint: textField("Belongs to", endpoint) },
		...pro.length > 0 && { evidence: listField("Evidence for it", pro) },
		...contra.length > 0 && { counter_evidence: listField("Evidence against it", contra) },
		...commit !== null && commit !== "" && { commit: {
			name: "First in",
			type: "commit",
			value: commit
		} },
		places: listField(`Places (${occurrences.length})`, occurrences.slice(0, MOST_PLACES).map((each) => `${require_words.locationOf(each)} ${require_prose.versionInWords(each)}`)),
		fingerprint: {
			name: "Fingerprint",
			type: "code",
			value: fingerprint
		}
	};
}
function textField(name, value) {
	return {
		name,
		type: "text",
		value: plain(value)
	};
}
function listField(name, values) {
	return {
		name,
		type: "list",
		items: values.map((value) => ({
			type: "text",
			value: plain(value)
		}))
	};
}
function plain(text) {
	return require_exit_code.escapeText(require_prose.shorten(text, LONGEST));
}
// src/report/gitlab/vulnerability.ts
const SEVERITIES = {
	critical: "Critical",
	high: "High",
	medium: "Medium",
	low: "Low"
};
const NO_COMMIT = "0000000";
const LONGEST_NAME = 255;
function vulnerabilityOf(credential, report) {
	const { fingerprint, title, severity } = credential;
	return {
		id: uuidOf(fingerprint),
		name: require_prose.shorten(title, LONGEST_NAME),
		description: descriptionOf(credential, report),
		severity: SEVERITIES[severity],
		solution: solutionOf(credential),
		identifiers: identifiersOf(credential),
		location: locationOf(credential),
		details: detailsOf(credential, report)
	};
}
function identifiersOf({ fingerprint, rule }) {
	return [
		{
			type: "keypetrel_credential",
			name: `keypetrel credential ${fingerprint}`,
			value: fingerprint
		},
		{
			type: "keypetrel_rule",
			name: `keypetrel rule ${rule}`,
			value: rule
		},
		{
			type: "cwe",
			name: "CWE-798",
			value: "798",
			url: "https://cwe.mitre.org/data/definitions/798.html"
		}
	];
}
function locationOf(credential) {
	const main = require_prose.mainPlace(credential);
	if (main === null) return { commit: { sha: NO_COMMIT } };
	const committed = main.commit !== null ? main : credential.occurrences.find(({ commit, path }) => commit !== null && path === main.path) ?? require_words.firstCommit(credential);
	return {
		file: require_prose.pathOrStandIn(main),
		start_line: main.line,
		end_line: main.endLine,
		commit: {
			sha: committed?.commit || NO_COMMIT,
			...committed?.author && { author: committed.author },
			...committed?.date && { date: committed.date }
		}
	};
}
function uuidOf(fingerprint) {
	const hex = (0, node_crypto.createHash)("sha256").update(`keypetrel gitlab 1\0${fingerprint}`).digest("hex");
	const variant = (Number.parseInt(hex.slice(16, 17), 16) & 3 | 8).toString(16);
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
// src/report/gitlab.ts
const SCHEMA_VERSION = "15.0.7";
const SCHEMA_URL = `https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v${SCHEMA_VERSION}/dist/secret-detection-report-format.json`;
function* renderGitLab(report, { scanned }) {
	yield `{\n  "version": ${toJson(SCHEMA_VERSION)},\n  "schema": ${toJson(SCHEMA_URL)},\n`;
	yield `  "scan": ${toJson(scanOf(report, scanned ?? timesOfRendering()))},\n`;
	yield "  \"vulnerabilities\": [";
	let separator = "";
	for (const credential of report.credentials) {
		yield `${separator}\n    ${toJson(vulnerabilityOf(credential, report))}`;
		separator = ",";
	}
	yield report.credentials.length === 0 ? "]\n}\n" : "\n  ]\n}\n";
}
function scanOf(report, { start, end }) {
	const { name, version } = report.tool;
	const tool = {
		id: name,
		name,
		url: `https://www.npmjs.com/package/${name}`,
		vendor: { name },
		version
	};
	return {
		analyzer: tool,
		scanner: tool,
		type: "secret_detection",
		start_time: timeText(start),
		end_time: timeText(end),
		status: "success",
		messages: require_prose.gapsOf(report).map(({ text }) => ({
			level: "warn",
			value: require_exit_code.escapeText(text)
		}))
	};
}
function timesOfRendering() {
	const now = new Date();
	return {
		start: now,
		end: now
	};
}
function timeText(time) {
	return time.toISOString().slice(0, 19);
}
function toJson(value) {
	return require_exit_code.escapeJson(JSON.stringify(value));
}
exports.renderGitLab = renderGitLab;
