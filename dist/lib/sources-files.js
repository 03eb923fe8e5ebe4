import { listFiles } from "./sources-file-list.js";
import { i as Windower, n as FileNames } from "./staged.js";
import { m as createPathFilter } from "./scan-roots.js";
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
// src/sources/file-calls.ts
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const IMMEDIATE_CALLS = {
	lstat: (path) => lstatSync(path),
	open: (path) => {
		const descriptor = openSync(path, OPEN_FLAGS);
		return {
			stat: () => fstatSync(descriptor),
			read: (buffer, offset) => readSync(descriptor, buffer, offset, buffer.length - offset, null),
			close: () => closeSync(descriptor)
		};
	}
};
const CONCURRENT_CALLS = {
	lstat: (path) => lstat(path),
	open: async (path) => openHandle(await open(path, OPEN_FLAGS))
};
function openHandle(handle) {
	return {
		stat: () => handle.stat(),
		read: async (buffer, offset) => (await handle.read(buffer, offset, buffer.length - offset, null)).bytesRead,
		close: () => handle.close()
	};
}
// src/sources/file-reader.ts
const READ_BYTES = 1048576;
const BYTES_PER_TURN = 64 * READ_BYTES;
const LARGEST_FILE = 2 ** 40;
const MOST_GROWTH = 2 ** 30;
const SLASH = 47;
var FileReader = class {
	#root;
	#calls;
	#coverage;
	#windower;
	#buffer = Buffer.allocUnsafeSlow(READ_BYTES);
	#linkFree;
	#signal;
	constructor(root, calls, emit, coverage, linkFree, signal) {
		this.#root = root;
		this.#calls = calls;
		this.#coverage = coverage;
		this.#windower = new Windower(emit);
		this.#linkFree = linkFree;
		this.#signal = signal;
	}
	async read(file) {
		try {
			await this.#readRegular(file);
		} catch (error) {
			this.#signal?.throwIfAborted();
			if (!isSystemError(error)) throw error;
			this.#countFailure(file, error.code);
		}
	}
	async #readRegular(file) {
		if (!this.#linkFree.has(file.pathBytes.subarray(0, file.pathBytes.lastIndexOf(SLASH) + 1))) {
			this.#coverage.skip("symbolic-link", file.path);
			return;
		}
		const absolute = Buffer.concat([this.#root, file.pathBytes]);
		const before = await this.#calls.lstat(absolute);
		if (before.isSymbolicLink()) this.#coverage.skip("symbolic-link", file.path);
		else if (before.isDirectory()) return;
		else if (!before.isFile()) this.#coverage.skip("special-file", file.path);
		else {
			const open = await this.#calls.open(absolute);
			try {
				const stats = await open.stat();
				if (!stats.isFile()) this.#coverage.skip("special-file", file.path);
				else if (stats.size > LARGEST_FILE) this.#coverage.skip("unreadable", file.path);
				else await this.#emitContent(file, open, stats.size + MOST_GROWTH);
			} finally {
				await open.close();
			}
		}
	}
	async #emitContent(file, open, most) {
		const origin = {
			kind: "file",
			path: file.path,
			state: file.state
		};
		let length = await this.#fillBuffer(open);
		let bytes = length;
		this.#windower.begin([origin], length < READ_BYTES ? length : null);
		this.#windower.push(this.#buffer.subarray(0, length));
		while (length === READ_BYTES && bytes < most) {
			if (bytes % BYTES_PER_TURN === 0) await setImmediate();
			this.#signal?.throwIfAborted();
			length = await this.#fillBuffer(open);
			bytes += length;
			this.#windower.push(this.#buffer.subarray(0, length));
		}
		this.#windower.end();
		if (bytes >= most) this.#coverage.skip("unreadable", file.path);
		this.#coverage.files.scanned += 1;
		this.#coverage.files.bytes += bytes;
	}
	async #fillBuffer(open) {
		let length = 0;
		while (length < READ_BYTES) {
			const count = await open.read(this.#buffer, length);
			if (count === 0) break;
			length += count;
		}
		return length;
	}
	#countFailure({ path, state }, code) {
		switch (code) {
			case "ENOENT":
			case "ENOTDIR":
				if (state !== "tracked") this.#coverage.skip("vanished", path);
				return;
			case "ELOOP":
			case "EMLINK":
				this.#coverage.skip("symbolic-link", path);
				return;
			case "ENXIO":
				this.#coverage.skip("special-file", path);
				return;
			default: this.#coverage.skip("unreadable", path);
		}
	}
};
var LinkFreeFolders = class {
	#root;
	#known = new Map();
	constructor(root) {
		this.#root = root;
	}
	has(folder) {
		if (folder.length === 0) return true;
		const key = folder.toString("latin1");
		const known = this.#known.get(key);
		if (known !== void 0) return known;
		const withoutSlash = folder.subarray(0, folder.length - 1);
		const parent = folder.subarray(0, withoutSlash.lastIndexOf(SLASH) + 1);
		const answer = this.has(parent) && !this.#isLink(withoutSlash);
		this.#known.set(key, answer);
		return answer;
	}
	#isLink(folder) {
		return lstatSync(Buffer.concat([this.#root, folder]), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
	}
};
function isSystemError(error) {
	return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error;
}
// src/sources/files.ts
const FILES_PER_PROGRESS = 64;
function fileSource(options) {
	const { jobs = 1, signal, onProgress } = options;
	return async (emit, coverage) => {
		const filter = await createPathFilter(options);
		const { root, files, total } = await listFiles(options, coverage);
		const linkFree = new LinkFreeFolders(root);
		const createReader = (calls) => new FileReader(root, calls, emit, coverage, linkFree, signal);
		const names = options.screen === void 0 ? null : new FileNames(emit, options.screen);
		let done = 0;
		const readOne = async (reader, file) => {
			if (filter(file.path)) {
				names?.add(file.path, (path) => ({
					kind: "file",
					path,
					state: file.state,
					isName: true
				}));
				await reader.read(file);
			} else coverage.skip("excluded", file.path);
			done += 1;
			if (done % FILES_PER_PROGRESS === 0) onProgress?.({
				phase: "files",
				done,
				total
			});
		};
		if (jobs <= 1) await readOneByOne(files, createReader(IMMEDIATE_CALLS), readOne, signal);
		else await readSeveral(files, jobs, () => createReader(CONCURRENT_CALLS), readOne, signal);
		names?.flush();
		onProgress?.({
			phase: "files",
			done,
			total
		});
	};
}
async function readOneByOne(files, reader, readOne, signal) {
	let count = 0;
	for await (const file of files) {
		count += 1;
		if (count % FILES_PER_PROGRESS === 0) await setImmediate();
		signal?.throwIfAborted();
		await readOne(reader, file);
	}
}
async function readSeveral(files, jobs, createReader, readOne, signal) {
	const { default: pLimit } = await import("./p-limit.js");
	const limit = pLimit(jobs);
	const idle = [];
	const running = new Set();
	try {
		for await (const file of files) {
			signal?.throwIfAborted();
			const reading = limit(async () => {
				const reader = idle.pop() ?? createReader();
				await readOne(reader, file);
				idle.push(reader);
			});
			running.add(reading);
			reading.then(() => running.delete(reading), () => {});
			if (running.size >= 2 * jobs) await Promise.race(running);
		}
		await Promise.all(running);
	} finally {
		limit.clearQueue();
		await Promise.allSettled(running);
	}
}
export { fileSource };
