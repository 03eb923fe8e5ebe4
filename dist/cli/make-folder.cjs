"use strict";
let node_fs_promises = require("node:fs/promises");
let node_path = require("node:path");
// src/make-folder.ts
async function makeFolder(path, mode = 511) {
	try {
		await (0, node_fs_promises.mkdir)(path, { mode });
	} catch (error) {
		const { code } = error;
		if (code === "EEXIST" && (await (0, node_fs_promises.stat)(path)).isDirectory()) return;
		if (code !== "ENOENT" || (0, node_path.dirname)(path) === path) throw error;
		await makeFolder((0, node_path.dirname)(path), mode);
		await (0, node_fs_promises.mkdir)(path, { mode });
	}
}
Object.defineProperty(exports, "makeFolder", {
	enumerable: true,
	get: function() {
		return makeFolder;
	}
});
