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
export { stepsOf as n, remediationOf as t };
