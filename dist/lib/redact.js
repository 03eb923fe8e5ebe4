// src/credentials/redact.ts
const PUBLIC_PREFIX = /^sk-(?:proj-|svcacct-|admin-|None-|service-|ant-|or-|lf-)?/;
const SHOWN_AT_EACH_END = 4;
function redact(secret) {
	const ends = shownEnds(secret);
	return ends === null ? "••••" : `${ends.start}••••${ends.end}`;
}
function shownEnds(secret) {
	const shown = (PUBLIC_PREFIX.exec(secret)?.[0].length ?? 0) + SHOWN_AT_EACH_END;
	if (secret.length < 2 * (shown + SHOWN_AT_EACH_END)) return null;
	return {
		start: secret.slice(0, shown),
		end: secret.slice(-4)
	};
}
export { shownEnds as n, redact as t };
