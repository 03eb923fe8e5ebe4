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
// src/rules/entry-of.ts
function entryOf(entries, name) {
	return Object.hasOwn(entries, name) ? entries[name] : void 0;
}
export { CONFIDENCE_LEVELS as n, isAtLeast as r, entryOf as t };
