"use strict";
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
Object.defineProperty(exports, "CONFIDENCE_LEVELS", {
	enumerable: true,
	get: function() {
		return CONFIDENCE_LEVELS;
	}
});
Object.defineProperty(exports, "isAtLeast", {
	enumerable: true,
	get: function() {
		return isAtLeast;
	}
});
