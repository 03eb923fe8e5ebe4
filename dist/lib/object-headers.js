import { f as readObjects } from "./staged.js";
// src/git/object-headers.ts
const MAX_HEADER = 65536;
async function readObjectHeaders(place, objects, onHeader, options) {
	let text = "";
	await readObjects(place, [objects.map((oid) => ({ oid }))], {
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
export { readObjectHeaders as n, headerOf as t };
