import { u as parseObjectId } from "./scan.js";
// src/git/tree-entries.ts
const SPACE = 32;
const TYPE_MASK = 61440;
const TREE_MODE = 16384;
const SUBMODULE_MODE = 57344;
function* treeEntries(content, hashLength) {
	for (let at = 0; at < content.length;) {
		const space = content.indexOf(SPACE, at);
		const end = content.indexOf(0, at);
		if (space === -1 || end < space || end + 1 + hashLength > content.length) return;
		const mode = Number.parseInt(content.toString("latin1", at, space), 8) & TYPE_MASK;
		const oid = parseObjectId(content.toString("hex", end + 1, end + 1 + hashLength));
		if (oid === null) return;
		const type = mode === TREE_MODE ? "tree" : mode === SUBMODULE_MODE ? "submodule" : "blob";
		yield {
			name: content.subarray(space + 1, end),
			oid,
			type
		};
		at = end + 1 + hashLength;
	}
}
export { treeEntries as t };
