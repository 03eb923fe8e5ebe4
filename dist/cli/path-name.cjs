"use strict";
// src/git/path-name.ts
function decodePath(bytes) {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
	return text.includes("�") ? decodeByParts(bytes) : text;
}
function decodeByParts(bytes) {
	const strict = new TextDecoder("utf-8", {
		fatal: true,
		ignoreBOM: true
	});
	let text = "";
	for (let at = 0; at < bytes.length;) {
		const length = sequenceLength(bytes[at] ?? 0);
		try {
			text += strict.decode(bytes.subarray(at, at + length));
			at += length;
		} catch {
			text += `\\x${(bytes[at] ?? 0).toString(16).padStart(2, "0")}`;
			at += 1;
		}
	}
	return text;
}
function sequenceLength(lead) {
	if (lead >= 240) return 4;
	if (lead >= 224) return 3;
	return lead >= 192 ? 2 : 1;
}
Object.defineProperty(exports, "decodePath", {
	enumerable: true,
	get: function() {
		return decodePath;
	}
});
