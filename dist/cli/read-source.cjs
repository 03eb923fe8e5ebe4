"use strict";
const require_basics = require("./basics.cjs");
let node_fs_promises = require("node:fs/promises");
let node_fs = require("node:fs");
// src/rules/read-source.ts
const LARGEST_SOURCE = 262144;
const OPEN_FLAGS = node_fs.constants.O_RDONLY | (node_fs.constants.O_NONBLOCK ?? 0);
async function readSourceFile(path, what, largest = LARGEST_SOURCE) {
	const refuse = (reason, cause) => {
		throw new require_basics.UserError(`cannot read ${what} "${path}": ${reason}`, { cause });
	};
	const handle = await (0, node_fs_promises.open)(path, OPEN_FLAGS).catch((error) => refuse(systemReason(error), error));
	try {
		const stats = await handle.stat();
		if (stats.isDirectory()) return refuse("it is a folder");
		if (!stats.isFile()) return refuse("it is not a regular file");
		if (stats.size > largest) return refuse(`it is larger than ${largest / 1024} KiB`);
		return decodeUtf8(await handle.readFile().catch((error) => refuse(systemReason(error), error))) ?? refuse("it is not text in UTF-8");
	} finally {
		await handle.close();
	}
}
function decodeUtf8(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
function systemReason(error) {
	const { message, syscall } = error;
	return message.split(`, ${syscall}`)[0] ?? message;
}
Object.defineProperty(exports, "readSourceFile", {
	enumerable: true,
	get: function() {
		return readSourceFile;
	}
});
