"use strict";
// src/rules/advice.ts
function remediationOf({ variants, remediation }, rule) {
	return variants.find(({ id }) => id === rule)?.remediation ?? remediation;
}
function stepsOf({ revoke, investigate, prevent }) {
	return [
		...revoke,
		...investigate,
		...prevent
	];
}
Object.defineProperty(exports, "remediationOf", {
	enumerable: true,
	get: function() {
		return remediationOf;
	}
});
Object.defineProperty(exports, "stepsOf", {
	enumerable: true,
	get: function() {
		return stepsOf;
	}
});
