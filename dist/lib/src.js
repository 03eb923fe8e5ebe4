import { n as __exportAll } from "./rolldown-runtime.js";
import { S as safeParse, T as string, g as optional, p as nullable, s as literal, t as array, v as pipe, x as regex } from "./dist.js";
import { d as isAtLeast, f as SuppressionError, l as settle, p as UserError } from "./basics.js";
import { h as escapeControls, t as observedScan } from "./scan.js";
import { n as table, r as readSourceFile } from "./table.js";
import { B as confidenceOf, C as fingerprintOf, D as START, E as PlaceFinder, I as detect, N as createEngine, O as advance, Q as sampleRuns, S as InlineMarks, U as scoreOf, V as outweighs, _ as BASELINED, h as configuredRules, l as compilerForOwn, m as createPathFilter, nt as redact, p as observed, u as selectRules, v as allowedBy, x as memberPath, y as weightiest } from "./scan-roots.js";
import { i as NO_STORIES, n as strength, r as occurrencesOf } from "./group.js";
import { t as createTextRedactor } from "./name-redactor.js";
import { t as builtinRules } from "./catalogue.js";
// src/config/lazy.ts
async function loadConfig(path) {
	const { loadConfig: load } = await import("./config-load-config.js");
	return load(path);
}
// src/credentials/baseline.ts
var baseline_exports = __exportAll({ readBaseline: () => readBaseline });
const LARGEST_BASELINE = 33554432;
const entrySchema = table({
	fingerprint: pipe(string("must be a text"), regex(/^kp1:[0-9a-f]{40}$/, "must be \"kp1:\" and 40 hex characters")),
	rule: pipe(string("must be a text"), regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be the id of a rule")),
	path: nullable(string("must be a text or null"))
});
const baselineSchema = table({
	$schema: optional(string("must be a text")),
	schemaVersion: literal(1, "must be 1"),
	credentials: array(nullable(entrySchema), "must be a list")
});
async function readBaseline(path) {
	return parseBaseline(await readSourceFile(path, "the baseline", LARGEST_BASELINE).catch((error) => {
		throw new SuppressionError(error.message, { cause: error });
	}), path);
}
function parseBaseline(text, path) {
	const refuse = (problem) => {
		throw new SuppressionError(`"${escapeControls(path)}" is no baseline: ${problem}`);
	};
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return refuse(syntaxProblem(text));
	}
	const result = safeParse(baselineSchema, value);
	if (result.success) return unique(result.output.credentials.filter((entry) => entry !== null));
	const [issue] = result.issues;
	const place = issue.path?.filter(({ key }) => isOfBaseline(key)).map(({ key }) => String(key)) ?? [];
	return refuse(`${place.length === 0 ? "it" : place.join(".")} ${issue.message}`);
}
function isOfBaseline(key) {
	return typeof key === "number" || [
		"$schema",
		"schemaVersion",
		"credentials",
		"fingerprint",
		"rule",
		"path"
	].some((name) => name === key);
}
function syntaxProblem(text) {
	const conflict = text.split("\n").findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line));
	if (conflict !== -1) return `line ${conflict + 1} is a mark of a merge conflict; keep the entries of both sides, in any order`;
	return "it is no JSON";
}
function formatBaseline(entries) {
	return `{\n  "schemaVersion": 1,\n  "credentials": [\n${unique(entries).map(({ fingerprint, rule, path }) => `    ${JSON.stringify({
		fingerprint,
		rule,
		path
	})},\n`).join("")}    null\n  ]\n}\n`;
}
function toEntry({ fingerprint, rule, occurrences, secret }) {
	const path = occurrences.find((each) => each.path !== null)?.path ?? null;
	if (path === null || secret === void 0) return {
		fingerprint,
		rule,
		path
	};
	return {
		fingerprint,
		rule,
		path: path.replaceAll(secret, redact(secret))
	};
}
function unique(entries) {
	return [...new Map(entries.map((entry) => [entry.fingerprint, entry])).values()].sort((a, b) => a.fingerprint < b.fingerprint ? -1 : 1);
}
// src/detect/alternatives.ts
function foundEvidence({ considered }) {
	const counted = new Set(heaviestOfGroups(considered).values());
	return considered.flatMap(({ rule, evidence }) => evidence === null ? [] : [{
		rule,
		evidence,
		counts: counted.has(evidence)
	}]);
}
function alternatives(judgement) {
	const { dismissals, checksum } = judgement;
	if (dismissals.length > 0) return [{
		change: {
			kind: "without-dismissals",
			dismissals
		},
		confidence: confidenceOfVariant(judgement)
	}];
	if (checksum === "valid") return [{
		change: { kind: "without-checksum" },
		confidence: judgement.overruled.length > 0 ? null : confidenceWith(judgement, judgement.considered)
	}];
	const now = confidenceOfVariant(judgement);
	return judgement.considered.filter(({ rule }) => rule.view !== "host-repository" || canPair(judgement, rule)).map((item) => alternativeOf(judgement, item)).filter(({ confidence }) => confidence !== now);
}
function canPair({ finding, considered }, { kind, view }) {
	const others = considered.filter(({ rule }) => rule.kind === kind && rule.view !== view);
	return finding !== null && others.every(({ evidence }) => evidence === null);
}
function alternativeOf(judgement, item) {
	const { rule, evidence } = item;
	const contrary = evidence === null ? {
		rule,
		evidence: {
			kind: rule.kind,
			weight: rule.weight,
			detail: rule.says
		}
	} : {
		rule,
		evidence: null
	};
	const considered = judgement.considered.map((each) => each === item ? contrary : each);
	return {
		change: evidence === null ? {
			kind: "with-evidence",
			rule
		} : {
			kind: "without-evidence",
			rule,
			evidence
		},
		confidence: confidenceWith(judgement, considered)
	};
}
function confidenceWith(judgement, considered) {
	const own = judgement.own.filter(({ kind }) => kind !== "checksum");
	const sum = scoreOf(own) + scoreOf(heaviestOfGroups(considered).values());
	return judgement.variant === null ? null : confidenceOf(sum, judgement.pattern.rule.file.thresholds);
}
function confidenceOfVariant({ variant, confidence }) {
	return variant === null ? null : confidence;
}
function heaviestOfGroups(considered) {
	const heaviest = new Map();
	for (const { rule, evidence } of considered) if (evidence !== null && outweighs(rule, heaviest.get(rule.group))) heaviest.set(rule.group, evidence);
	return heaviest;
}
// src/rules/evidence-words.ts
function inGeneral(says) {
	return says.replace(/"?\{(\w+)\}"?/g, "<$1>");
}
// src/explain/explanation.ts
function explanationOf(judgement, places, outcome) {
	const { pattern, secret, checksum, dismissals, overruled, sum, confidence, variant } = judgement;
	const { file } = pattern.rule;
	return {
		fingerprint: fingerprintOf(file.family, secret),
		family: file.family,
		rule: variant?.id ?? file.family,
		title: variant?.title ?? file.title,
		service: variant?.service ?? file.title,
		pattern: pattern.pattern.id,
		redacted: redact(secret),
		length: secret.length,
		checksum,
		places,
		outcome,
		dismissals,
		overruled,
		evidence: explainedEvidence(judgement),
		sum,
		thresholds: file.thresholds,
		confidence,
		alternatives: alternatives(judgement).map(explainedAlternative)
	};
}
function explainedEvidence(judgement) {
	const found = foundEvidence(judgement).map(({ rule, evidence, counts }) => ({
		...evidence,
		view: rule.view,
		counts
	})).sort((a, b) => Number(b.counts) - Number(a.counts) || b.weight - a.weight);
	return [...judgement.own.map((evidence) => ({
		...evidence,
		view: null,
		counts: true
	})), ...found];
}
function explainedAlternative({ change, confidence }) {
	switch (change.kind) {
		case "with-evidence": return {
			change: {
				kind: change.kind,
				evidence: inWords(change.rule, inGeneral(change.rule.says))
			},
			confidence
		};
		case "without-evidence": return {
			change: {
				kind: change.kind,
				evidence: inWords(change.rule, change.evidence.detail)
			},
			confidence
		};
		case "without-dismissals": return {
			change: {
				kind: change.kind,
				details: change.dismissals.map(({ detail }) => detail)
			},
			confidence
		};
		case "without-checksum": return {
			change,
			confidence
		};
	}
}
function inWords({ kind, view, weight }, detail) {
	return {
		kind,
		view,
		weight,
		detail
	};
}
// src/explain/outcome.ts
function outcomeOf(judgement, circumstances) {
	const { dismissals, confidence, variant, sum, pattern } = judgement;
	const { minConfidence, isReported, suppression, winner } = circumstances;
	const { family, thresholds } = pattern.rule.file;
	const [dismissal] = dismissals;
	if (dismissal !== void 0) return {
		kind: "dismissed",
		detail: `no credential: it ${dismissal.detail}`
	};
	if (confidence === null || variant === null) return {
		kind: "too-little-evidence",
		detail: `no credential: ${`the evidence adds up to ${sum}, and low confidence needs ${thresholds.low}`}`
	};
	if (!isReported(family, variant.id)) return {
		kind: "rule-off",
		detail: `not reported: the rule ${variant.id} is turned off`
	};
	if (winner !== null) return {
		kind: "other-pattern",
		detail: `reported as ${winner}, which has a say before it`
	};
	if (suppression !== null) return {
		kind: suppression.reason,
		detail: `not reported: ${suppression.detail}`
	};
	if (!isAtLeast(confidence, minConfidence)) return {
		kind: "below-threshold",
		detail: `not reported: only ${minConfidence} confidence and more is`
	};
	return {
		kind: "reported",
		detail: "reported"
	};
}
// src/explain/explain-fingerprint.ts
const SHORTEST_PREFIX = 8;
async function explainFingerprint(options, fingerprint) {
	const prefix = readFingerprint(fingerprint);
	const seen = [];
	let all = [];
	let suppressionOf = () => null;
	let redactText = (text) => text;
	let isStanding = () => false;
	const { coverage } = await observedScan(options, {
		judged(judgement, bytes, content) {
			const own = fingerprintOf(judgement.pattern.rule.file.family, judgement.secret);
			if (own.startsWith(prefix)) seen.push({
				judgement,
				fingerprint: own,
				place: placeIn(content, judgement, bytes)
			});
		},
		placed(found, result, standing) {
			redactText = createTextRedactor(found.map(({ sighting }) => sighting.finding.secret));
			isStanding = (own) => standing.some((each) => each.fingerprint === own);
			all = found.filter((each) => each.fingerprint.startsWith(prefix));
			suppressionOf = (own) => suppressionIn$1(result, own);
		}
	});
	const chosen = chooseFingerprint(fingerprint, all, seen);
	if (chosen === null) return {
		explanation: null,
		coverage
	};
	const isOf = (each) => each.fingerprint === chosen;
	const judgements = seen.filter(isOf);
	const sightings = all.filter(isOf);
	const explanation = sightings.length > 0 ? explainFound(sightings, suppressionOf(chosen), judgements, options) : explainUnplaced(judgements, isStanding(chosen), options);
	return {
		explanation: explanation && withRedactedNames(explanation, redactText),
		coverage
	};
}
function suppressionIn$1({ kept, suppressed }, own) {
	if (kept.some(({ fingerprint }) => fingerprint === own)) return null;
	const group = suppressed.filter(({ placed }) => placed.fingerprint === own);
	return group.length === 0 ? null : weightiest(group);
}
function withRedactedNames(explanation, redactText) {
	return {
		...explanation,
		outcome: {
			...explanation.outcome,
			detail: redactText(explanation.outcome.detail)
		},
		places: explanation.places.map((place) => ({
			...place,
			path: place.path === null ? null : redactText(place.path),
			refs: place.refs.map(redactText)
		})),
		evidence: explanation.evidence.map((item) => ({
			...item,
			detail: redactText(item.detail)
		}))
	};
}
function readFingerprint(text) {
	const [, hex] = /^(?:kp1:)?([0-9a-f]{1,40})$/i.exec(text) ?? [];
	if (hex !== void 0 && hex.length >= SHORTEST_PREFIX) return `kp1:${hex.toLowerCase()}`;
	throw new UserError(`"${text}" is no fingerprint: ${`a fingerprint is "kp1:" and 40 hex characters, of which the first ${SHORTEST_PREFIX} are enough`}`);
}
function chooseFingerprint(asked, found, seen) {
	const fingerprints = [...new Set((found.length > 0 ? found : seen).map((each) => each.fingerprint))];
	if (fingerprints.length <= 1) return fingerprints[0] ?? null;
	throw new UserError(`"${asked}" is the beginning of ${fingerprints.length} fingerprints: ${fingerprints.join(", ")}`);
}
function explainFound(sightings, suppression, judgements, options) {
	const sorted = [...sightings].sort((a, b) => strength(b.sighting.finding) - strength(a.sighting.finding));
	const strongest = sorted[0]?.sighting.finding;
	const judgement = strongest === void 0 ? void 0 : judgementOf(strongest, judgements);
	if (judgement === void 0) throw new Error("a finding that nobody judged");
	return explanationOf(judgement, sorted.flatMap((placed) => occurrencesOf(placed, NO_STORIES).map((occurrence) => placeOf(occurrence, placed.sighting.finding))), outcomeIn(judgement, options, suppression));
}
function judgementOf(finding, judgements) {
	const seen = judgements.find(({ judgement }) => isPartOf(judgement.finding?.evidence, finding.evidence));
	if (seen === void 0) return void 0;
	const { judgement } = seen;
	const later = finding.evidence.slice(judgement.finding?.evidence.length ?? 0);
	if (later.length === 0) return judgement;
	const considered = judgement.considered.map((each) => {
		const evidence = later.find(({ kind }) => kind === each.rule.kind);
		return evidence !== void 0 && each.rule.view === "host-repository" ? {
			...each,
			evidence
		} : each;
	});
	const sum = later.reduce((total, { weight }) => total + weight, judgement.sum);
	return {
		...judgement,
		considered,
		sum,
		confidence: finding.confidence
	};
}
function isPartOf(part, whole) {
	return part?.every((each, index) => whole[index] === each) ?? false;
}
function explainUnplaced(judgements, isStanding, options) {
	const nearest = judgements.reduce((best, each) => isNearer(each.judgement, best.judgement) ? each : best);
	const places = [nearest, ...judgements.filter((each) => each !== nearest)].flatMap(({ place }) => place ?? []);
	const outcome = outcomeIn(nearest.judgement, options, null);
	const isFinding = nearest.judgement.finding !== null;
	return explanationOf(nearest.judgement, places, isFinding ? outOfScope(isStanding) : outcome);
}
function outOfScope(isStanding) {
	return {
		kind: "out-of-scope",
		detail: isStanding ? "not reported: it stood in the same file before" : "not reported: it stands outside of what was asked for"
	};
}
function isNearer(a, b) {
	return a.dismissals.length - b.dismissals.length < 0 || a.dismissals.length === b.dismissals.length && a.sum > b.sum;
}
function outcomeIn(judgement, options, suppression) {
	const minConfidence = settle(options, options.config).minConfidence.value;
	return outcomeOf(judgement, {
		minConfidence,
		suppression,
		isReported: () => true,
		winner: null
	});
}
function placeOf({ path, line, column, source, isName, refs, commit, blob, decodedFrom }, { confidence }) {
	return {
		path,
		line,
		column,
		source,
		isName,
		refs,
		commit,
		blob,
		decodedFrom,
		confidence
	};
}
function placeIn(content, { start }, bytes) {
	if (bytes !== content.bytes) return null;
	const { origin, piece } = content;
	const { line, column } = advance(piece, bytes, 0, start);
	const place = {
		line,
		column,
		isName: "isName" in origin,
		refs: [],
		commit: null,
		decodedFrom: [],
		confidence: null
	};
	switch (origin.kind) {
		case "stdin": return {
			...place,
			path: null,
			source: "stdin",
			blob: null
		};
		case "file": return {
			...place,
			path: memberPath(origin.path, null),
			source: "file",
			blob: null
		};
		case "index": return {
			...place,
			path: origin.path,
			source: "index",
			blob: origin.oid
		};
		case "object": return {
			...place,
			path: origin.path,
			source: "blob",
			blob: origin.oid
		};
		case "ref": return {
			...place,
			path: null,
			source: "ref-name",
			refs: [origin.name],
			blob: null
		};
	}
}
// src/credentials/allow.ts
var allow_exports = __exportAll({ allowRule: () => allowRule });
const ALLOWED = {
	reason: "ignored",
	detail: "the configuration allows it"
};
async function allowRule(rules) {
	const { paths, fingerprints, texts, regexes } = rules;
	if (paths.length + fingerprints.length + texts.length + regexes.length === 0) return null;
	const isAllowedValue = await valueFilter(rules);
	const isAllowedPath = paths.length === 0 ? () => false : await createPathFilter({ include: paths });
	return {
		of: ({ fingerprint, sighting }) => isAllowedValue(fingerprint, sighting.finding.secret) ? ALLOWED : null,
		at: (_, path) => isAllowedPath(path) ? ALLOWED : null
	};
}
async function valueFilter(rules) {
	const fingerprints = new Set(rules.fingerprints);
	const regexes = await compileAll(rules.regexes);
	return (fingerprint, secret) => fingerprints.has(fingerprint) || rules.texts.some((text) => secret.includes(text)) || regexes.some((regex) => regex.test(secret));
}
async function compileAll(sources) {
	if (sources.length === 0) return [];
	const { compileLinear } = await import("./rules-linear-regex.js");
	return sources.map((source) => compileLinear(source, ""));
}
// src/explain/explain-text.ts
async function explainText(bytes, options = {}) {
	const settings = settle(options, options.config);
	const { rules, isReported } = selectRules(configuredRules(builtinRules(), options.config), settings.rules.value, settings.disabledRules.value);
	const suppressionOf = await suppressionIn(bytes, options, settings);
	const judged = [];
	const engine = observed(createEngine(rules, await compilerForOwn(rules)), (judgement, of) => {
		judged.push({
			judgement,
			isInClear: of === bytes
		});
	});
	const findings = detect(engine, bytes);
	const distinct = withoutRepetition(judged).map((each) => ({
		...each,
		...resultOf(each, findings)
	}));
	distinct.sort((a, b) => (a.offset ?? Infinity) - (b.offset ?? Infinity));
	const finder = new PlaceFinder(bytes, START);
	return {
		explanations: distinct.map(({ judgement, isInClear, offset, decodedFrom, winner }) => {
			const { pattern, secret, confidence, finding } = judgement;
			const fingerprint = fingerprintOf(pattern.rule.file.family, secret);
			const outcome = outcomeOf(judgement, {
				minConfidence: settings.minConfidence.value,
				isReported,
				suppression: suppressionOf(fingerprint, secret, isInClear ? judgement : null),
				winner
			});
			const position = offset === null ? null : finder.at(offset, decodedFrom);
			return explanationOf(judgement, position === null ? [] : [placeAt(position, decodedFrom, finding !== null ? confidence : null)], outcome);
		}),
		unmatched: unmatchedRuns(bytes, judged, findings)
	};
}
async function suppressionIn(bytes, { config }, { baseline, ignore }) {
	const isAllowed = config === void 0 ? () => false : await valueFilter(config.allow);
	const entries = baseline.value === null ? [] : await readBaseline(baseline.value);
	const known = new Set(entries.map((entry) => entry.fingerprint));
	const marks = ignore.value ? new InlineMarks(bytes) : null;
	return (fingerprint, secret, place) => {
		if (known.has(fingerprint)) return BASELINED;
		if (isAllowed(fingerprint, secret)) return ALLOWED;
		const mark = place === null ? null : marks?.at(place.start, place.end) ?? null;
		return mark === null ? null : allowedBy(mark);
	};
}
function withoutRepetition(judged) {
	const seen = new Set();
	const keyOf = ({ judgement: { pattern, secret } }) => `${pattern.order} ${secret}`;
	const inClear = judged.filter((each) => each.isInClear);
	const clearKeys = new Set(inClear.map(keyOf));
	const decoded = judged.filter((each) => !each.isInClear && !clearKeys.has(keyOf(each)));
	return [...inClear, ...decoded].filter((each) => {
		const key = each.isInClear ? `${keyOf(each)} ${each.judgement.start}` : keyOf(each);
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}
function resultOf({ judgement, isInClear }, findings) {
	const { finding, start, end } = judgement;
	const own = findings.find(({ evidence }) => evidence === finding?.evidence);
	if (own !== void 0) return {
		offset: own.start,
		decodedFrom: own.decodedFrom,
		winner: null
	};
	const other = isInClear ? findings.find((each) => each.start < end && each.end > start) : void 0;
	const winner = finding === null ? null : other?.rule ?? "another rule";
	return {
		offset: isInClear ? start : null,
		decodedFrom: [],
		winner
	};
}
function placeAt({ line, column }, decodedFrom, confidence) {
	return {
		path: null,
		isName: false,
		refs: [],
		commit: null,
		blob: null,
		line,
		column,
		source: "stdin",
		decodedFrom,
		confidence
	};
}
function unmatchedRuns(bytes, judged, findings) {
	const isMatched = new Uint8Array(bytes.length);
	for (const { judgement, isInClear } of judged) if (isInClear) isMatched.fill(1, judgement.start, judgement.end);
	for (const { start, end } of findings) isMatched.fill(1, start, end);
	const runs = [];
	sampleRuns(bytes, (start, end) => {
		if (!isMatched.subarray(start, end).includes(1)) runs.push({
			start,
			length: end - start
		});
	});
	const finder = new PlaceFinder(bytes, START);
	return runs.map(({ start, length }) => ({
		...finder.at(start, []),
		length
	}));
}
export { formatBaseline as a, loadConfig as c, baseline_exports as i, allow_exports as n, readBaseline as o, explainFingerprint as r, toEntry as s, explainText as t };
