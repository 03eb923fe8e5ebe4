import { n as escapeText, t as escapeJson } from "./escape.js";
import { a as sentence, d as pathOrStandIn, i as introductionSentence, l as mainPlace, n as exposureSentence, o as shorten, r as gapsOf, s as versionInWords, t as evidenceInWords, u as mainPlaceFirst } from "./prose.js";
import { D as firstCommit, k as locationOf$1, u as CONFIDENCE_WORDS } from "./coverage.js";
import { a as prose, n as codeSpan, t as codeBlock } from "./escape2.js";
import { createHash } from "node:crypto";
// src/report/gitlab/texts.ts
const LONGEST_SOLUTION = 7e3;
const LONGEST = 500;
const MOST_PLACES = 20;
function descriptionOf(credential, report) {
	const { redacted, confidence } = credential;
	const introduction = introductionSentence(credential);
	return [
		`${codeSpan(redacted)}, ${CONFIDENCE_WORDS[confidence]}.`,
		prose(exposureSentence(credential, report)),
		introduction === null ? "" : prose(shorten(introduction, LONGEST))
	].filter((text) => text !== "").join(" ");
}
function solutionOf({ remediation }) {
	const { summary, steps, commands } = remediation;
	const blocks = [
		prose(sentence(summary)),
		steps.map((step, index) => `${index + 1}. ${prose(step)}`).join("\n"),
		...commands.map((command) => codeBlock([command], "sh").trimEnd())
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
	const { pro, contra } = evidenceInWords(credential);
	const { occurrences } = mainPlaceFirst(credential);
	const commit = firstCommit(credential)?.commit ?? null;
	return {
		credential: {
			name: "Credential",
			type: "code",
			value: plain(redacted)
		},
		confidence: textField("Confidence", CONFIDENCE_WORDS[confidence]),
		exposure: textField("How far it got", exposureSentence(credential, report)),
		...issued !== null && { issued: textField("Issued in", issued) },
		...endpoint !== null && { endpoint: textField("Belongs to", endpoint) },
		...pro.length > 0 && { evidence: listField("Evidence for it", pro) },
		...contra.length > 0 && { counter_evidence: listField("Evidence against it", contra) },
		...commit !== null && commit !== "" && { commit: {
			name: "First in",
			type: "commit",
			value: commit
		} },
		places: listField(`Places (${occurrences.length})`, occurrences.slice(0, MOST_PLACES).map((each) => `${locationOf$1(each)} ${versionInWords(each)}`)),
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
	return escapeText(shorten(text, LONGEST));
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
		name: shorten(title, LONGEST_NAME),
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
	const main = mainPlace(credential);
	if (main === null) return { commit: { sha: NO_COMMIT } };
	const committed = main.commit !== null ? main : credential.occurrences.find(({ commit, path }) => commit !== null && path === main.path) ?? firstCommit(credential);
	return {
		file: pathOrStandIn(main),
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
	const hex = createHash("sha256").update(`keypetrel gitlab 1\0${fingerprint}`).digest("hex");
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
		messages: gapsOf(report).map(({ text }) => ({
			level: "warn",
			value: escapeText(text)
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
	return escapeJson(JSON.stringify(value));
}
export { renderGitLab };
