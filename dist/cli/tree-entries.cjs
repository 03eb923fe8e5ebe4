"use strict";
const require_scan = require("./scan.cjs");
const require_tree_entry_cursor = require("./tree-entry-cursor.cjs");
// src/git/tree-entries.ts
function* treeEntries(content, hashLength) {
	const cursor = new require_tree_entry_cursor.TreeEntryCursor(hashLength);
	cursor.start(content);
	while (cursor.next()) {
		const { nameStart, nameEnd, idStart, entryEnd } = cursor;
		const oid = require_scan.parseObjectId(content.toString("hex", idStart, entryEnd));
		if (oid === null) return;
		const type = cursor.isTree ? "tree" : cursor.isSubmodule ? "submodule" : "blob";
		yield {
			name: content.subarray(nameStart, nameEnd),
			oid,
			type
		};
	}
}
Object.defineProperty(exports, "treeEntries", {
	enumerable: true,
	get: function() {
		return treeEntries;
	}
});
