"use strict";
const require_scan = require("./scan.cjs");
const require_staged = require("./staged.cjs");
let node_path = require("node:path");
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
// src/git/shallow.ts
async function readShallowCommits({ shallow, commonDir }) {
	if (!shallow) return new Set();
	const text = require_scan.textOrNothing((0, node_path.join)(commonDir, "shallow"));
	return new Set(text.split("\n").flatMap((line) => require_scan.parseObjectId(line.trim()) ?? []));
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
Object.defineProperty(exports, "readShallowCommits", {
	enumerable: true,
	get: function() {
		return readShallowCommits;
	}
});
