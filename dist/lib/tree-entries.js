import { u as parseObjectId } from "./scan.js";
import { t as TreeEntryCursor } from "./tree-entry-cursor.js";
// src/git/tree-entries.ts
function* treeEntries(content, hashLength) {
	const cursor = new TreeEntryCursor(hashLength);
	cursor.start(content);
	while (cursor.next()) {
		const { nameStart, nameEnd, idStart, entryEnd } = cursor;
		const oid = parseObjectId(content.toString("hex", idStart, entryEnd));
		if (oid === null) return;
		const type = cursor.isTree ? "tree" : cursor.isSubmodule ? "submodule" : "blob";
		yield {
			name: content.subarray(nameStart, nameEnd),
			oid,
			type
		};
	}
}
export { treeEntries as t };
