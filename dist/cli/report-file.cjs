"use strict";
const require_basics = require("./basics.cjs");
const require_run = require("./cli-run.cjs");
const require_exit_code = require("./exit-code.cjs");
let node_crypto = require("node:crypto");
let node_fs_promises = require("node:fs/promises");
let node_path = require("node:path");
let node_fs = require("node:fs");
// src/cli/report-file.ts
async function prepareReportFile(path) {
	const stats = await statOrNull(path);
	if (stats?.isDirectory()) throw new require_basics.UserError(`cannot write a report to "${path}": it is a folder`);
	if (stats !== null && !stats.isFile()) return {
		path,
		isSpecial: true
	};
	const target = stats === null ? (0, node_path.resolve)(path) : await (0, node_fs_promises.realpath)(path);
	const folder = (0, node_path.dirname)(target);
	try {
		await (0, node_fs_promises.access)(folder, node_fs.constants.W_OK);
	} catch (error) {
		const reason = await statOrNull(folder) === null ? "its folder does not exist" : messageOf(error);
		throw new require_basics.UserError(`cannot write a report to "${path}": ${reason}`);
	}
	return {
		path: target,
		isSpecial: false
	};
}
async function writeReportFile(file, pieces, isPrivate, interruption) {
	try {
		if (file.isSpecial) await writeAll(file.path, "w", 438, pieces, interruption.signal);
		else await replaceFile(file.path, pieces, isPrivate, interruption);
	} catch (error) {
		if (!require_exit_code.isSystemError(error)) throw error;
		throw new require_basics.UserError(`cannot write the report "${file.path}": ${error.message}`, { cause: error });
	}
}
async function replaceFile(path, pieces, isPrivate, interruption) {
	const temporary = (0, node_path.join)((0, node_path.dirname)(path), `.${(0, node_path.basename)(path).slice(0, 100)}.${(0, node_crypto.randomBytes)(6).toString("hex")}.tmp`);
	const forget = interruption.onForcedExit(() => (0, node_fs.rmSync)(temporary, { force: true }));
	try {
		await writeAll(temporary, "wx", isPrivate ? 384 : 438, pieces, interruption.signal);
		await (0, node_fs_promises.rename)(temporary, path);
	} catch (error) {
		await (0, node_fs_promises.rm)(temporary, { force: true });
		throw error;
	} finally {
		forget();
	}
}
async function writeAll(path, flags, mode, pieces, signal) {
	const file = await (0, node_fs_promises.open)(path, flags, mode);
	try {
		for (const chunk of require_run.chunked(pieces)) {
			signal.throwIfAborted();
			await file.writeFile(chunk);
		}
	} finally {
		await file.close();
	}
}
async function statOrNull(path) {
	try {
		return await (0, node_fs_promises.stat)(path);
	} catch {
		return null;
	}
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
Object.defineProperty(exports, "prepareReportFile", {
	enumerable: true,
	get: function() {
		return prepareReportFile;
	}
});
Object.defineProperty(exports, "writeReportFile", {
	enumerable: true,
	get: function() {
		return writeReportFile;
	}
});
