"use strict";
const require_words = require("./words.cjs");
const require_numbers = require("./numbers.cjs");
// src/report/explanation/words.ts
function signed(weight) {
	return weight > 0 ? `+${weight}` : String(weight);
}
function confidenceInWords(confidence) {
	if (confidence === null) return "no credential";
	return confidence === "proven" ? require_words.CONFIDENCE_WORDS.proven : `of ${require_words.CONFIDENCE_WORDS[confidence]}`;
}
// src/report/explanation/alternatives.ts
const CONFIDENCES = [
	"proven",
	"high",
	"medium",
	"low",
	null
];
const MOST_CHANGES = 6;
function alternativeLines(explanation, layout) {
	const { alternatives, confidence, dismissals } = explanation;
	const title = [require_words.span(" ".repeat(layout.indent)), require_words.span("What would have changed it", "bold")];
	const nothing = (text) => [title, ...require_words.paragraph([require_words.span(text)], layout, layout.indent + 2)];
	if (dismissals.length > 0 && confidence === null) return nothing(`not even if it were not dismissed: ${missingInWords(explanation)}`);
	if (alternatives.length === 0) return nothing(`no single piece of evidence${confidence === null ? `: ${missingInWords(explanation)}` : ""}`);
	return [title, ...CONFIDENCES.map((each) => alternatives.filter((alternative) => alternative.confidence === each)).flatMap((group) => groupLines(group, layout))];
}
function missingInWords({ sum, thresholds: { low } }) {
	return `the evidence adds up to ${sum}, and low confidence needs ${low}`;
}
function groupLines(group, layout) {
	const [first] = group;
	if (first === void 0) return [];
	const indent = layout.indent + 2;
	const changes = [...new Set(group.map(changeInWords))];
	const shown = changes.slice(0, MOST_CHANGES);
	const more = changes.length - shown.length;
	const items = more > 0 ? [...shown, `and ${more} more: --format json has all`] : shown;
	return [...require_words.paragraph([require_words.span(`it would be ${confidenceInWords(first.confidence)}`), require_words.span(changes.length > 1 ? " with any one of these" : "")], layout, indent), ...items.flatMap((item) => require_words.bulleted(require_words.span("-"), [require_words.span(item)], layout, indent + 2))];
}
function changeInWords({ change }) {
	switch (change.kind) {
		case "without-checksum": return "if its checksum did not hold";
		case "without-dismissals": return `if it were not that it ${change.details.join(", and that it ")}`;
		case "without-evidence": return `without ${signed(change.evidence.weight)}: ${change.evidence.detail}`;
		case "with-evidence": return `with ${signed(change.evidence.weight)}: ${change.evidence.detail}`;
	}
}
// src/report/explanation/text.ts
function* renderExplanationText({ explanations, unmatched, isOfText }, { color, width }) {
	const layout = require_words.layoutFor(width, explanations.length);
	const lines = explanations.flatMap((explanation, index) => [...index > 0 ? [require_words.BLANK_LINE] : [], ...explanationLines(explanation, index + 1, layout)]);
	if (isOfText) lines.push(...unmatchedLines(unmatched, explanations.length, require_words.layoutFor(width, 0)));
	for (const line of lines) yield require_words.printLine(line, color);
}
function explanationLines(explanation, number, layout) {
	const { fingerprint, dismissals, overruled, outcome } = explanation;
	return [
		...headline(explanation, number, layout),
		...placeLines(explanation, layout),
		require_words.BLANK_LINE,
		...require_words.field("Verdict", [require_words.span(outcome.detail, "bold")], layout),
		...require_words.listField("Dismissed", dismissals.map(({ detail }) => [require_words.span(`it ${detail}`)]), layout),
		...evidenceLines(explanation, layout),
		...require_words.field("Sum", [require_words.span(sumInWords(explanation))], layout),
		...require_words.listField("Overruled", overruled.map(({ detail }) => [require_words.span(`it ${detail}; but its checksum holds`)]), layout),
		...otherPlaceLines(explanation, layout),
		...require_words.field("Fingerprint", [require_words.unbroken(fingerprint, "dim")], layout),
		require_words.BLANK_LINE,
		...alternativeLines(explanation, layout)
	];
}
function headline({ title, redacted, rule, pattern }, number, layout) {
	const text = [
		require_words.span(title, "bold"),
		require_words.span(" "),
		require_words.unbroken(redacted, "red", "bold"),
		require_words.span(` (rule ${rule}, pattern ${pattern})`)
	];
	const first = [require_words.span(String(number).padEnd(layout.indent), "bold")];
	return require_words.wrap(text, {
		width: layout.width,
		first,
		indent: layout.indent
	});
}
function placeLines({ places }, layout) {
	const [place] = places;
	if (place === void 0) return require_words.paragraph([require_words.span("in text that is encoded")], layout, layout.indent);
	const words = require_words.span(`${commitInWords(place)}${decodedInWords(place)}`);
	return require_words.paragraph([require_words.unbroken(require_words.locationOf(place), "cyan"), words], layout, layout.indent);
}
function commitInWords({ commit, source }) {
	return commit === null || source !== "blob" ? "" : ` (in commit ${require_words.shortId(commit)})`;
}
function decodedInWords({ decodedFrom }) {
	return decodedFrom.length === 0 ? "" : `, written in ${[...decodedFrom].reverse().join(" in ")}`;
}
function evidenceLines({ evidence }, layout) {
	const section = (label, isIn) => require_words.listField(label, evidence.filter(isIn).map(({ weight, detail }) => [require_words.unbroken(signed(weight).padStart(3)), require_words.span(` ${detail}`)]), layout);
	return [
		...section("For", ({ counts, weight }) => counts && weight > 0),
		...section("Against", ({ counts, weight }) => counts && weight < 0),
		...section("Note", ({ counts, weight }) => counts && weight === 0),
		...section("Not counted", ({ counts }) => !counts)
	];
}
function sumInWords({ sum, thresholds: { low, medium, high }, confidence, checksum }) {
	return `${sum}: ${checksum === "valid" ? "a checksum that holds needs no more" : confidence === null ? "too little" : require_words.CONFIDENCE_WORDS[confidence]} (low from ${low} on, medium from ${medium}, high from ${high})`;
}
const MOST_PLACES = 5;
function otherPlaceLines({ places }, layout) {
	const distinct = new Map();
	for (const place of places) if (!distinct.has(require_words.locationOf(place))) distinct.set(require_words.locationOf(place), place);
	const [first, ...others] = distinct.values();
	if (first === void 0 || others.length === 0) return [];
	const shown = others.slice(0, MOST_PLACES).map((place) => {
		const weaker = place.confidence === first.confidence ? "" : `, where it is ${confidenceInWords(place.confidence)}`;
		return [require_words.unbroken(require_words.locationOf(place)), require_words.span(`${commitInWords(place)}${weaker}`)];
	});
	const more = others.length - shown.length;
	return require_words.listField("Also in", more > 0 ? [...shown, [require_words.span(`and ${more} more`)]] : shown, layout);
}
const MOST_RUNS = 5;
function unmatchedLines(unmatched, explained, layout) {
	const lines = [];
	if (explained === 0) lines.push(...require_words.paragraph([require_words.span("No pattern matches anything in this text.", "bold")], layout, 0));
	else if (unmatched.length > 0) lines.push(require_words.BLANK_LINE);
	if (unmatched.length === 0) return lines;
	const shown = unmatched.slice(0, MOST_RUNS).map(({ line, column, length }) => `<stdin>:${line}:${column} (${require_numbers.countOf(length, "character")})`);
	const more = unmatched.length - shown.length;
	const places = more > 0 ? [...shown, `and ${more} more`] : shown;
	return [...lines, ...require_words.paragraph([require_words.span(`Long enough for a key, and no pattern matches: ${places.join(", ")}.`)], layout, 0)];
}
exports.renderExplanationText = renderExplanationText;
