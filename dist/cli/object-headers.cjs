"use strict";
const require_staged = require("./staged.cjs");
// src/git/object-headers.ts
const MAX_HEADER = 65536;
async function readObjectHeaders(place, objects, onHeader, options) {
	let text = "";
	await require_staged.readObjects(place, [objects.map((oid) => ({ oid }))], {
		begin: () => {
			text = "";
		},
		part: (bytes) => {
			if (text.length < MAX_HEADER) text += bytes.toString("latin1", 0, MAX_HEADER);
		},
		end: ({ oid }) => onHeader(oid, headerOf(text)),
		missing: () => {},
		corrupt: () => {}
	}, options);
}
function headerOf(text) {
	const end = text.indexOf("\n\n");
	return end === -1 ? text : text.slice(0, end);
}
Object.defineProperty(exports, "headerOf", {
	enumerable: true,
	get: function() {
		return headerOf;
	}
});
Object.defineProperty(exports, "readObjectHeaders", {
	enumerable: true,
	get: function() {
		return readObjectHeaders;
	}
});
