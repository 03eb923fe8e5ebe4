"use strict";
const require_scan_roots = require("./scan-roots.cjs");
const require_staged = require("./staged.cjs");
const require_worktrees = require("./worktrees.cjs");
// src/git/indexed-blobs.ts
async function listIndexed(repository, options = {}) {
	const indexes = await require_worktrees.listIndexes(repository);
	return (await Promise.all(indexes.map(({ place }) => require_staged.listIndexEntries(place, {
		...options,
		resolved: true
	})))).flat().filter(({ kind }) => kind !== "submodule");
}
async function listIndexedBlobs(repository, options = {}) {
	const entries = await listIndexed(repository, options);
	if (entries.length === 0) return new Map();
	const committed = await require_scan_roots.listHeadBlobs(repository, options);
	const blobs = entries.filter(({ oid }) => !committed.has(oid));
	return new Map(blobs.toReversed().map(({ oid, path }) => [oid, path]));
}
// src/git/walked-lines.ts
const NEWLINE = 10;
const QUESTION_MARK = 63;
var WalkedLines = class {
	#receiver;
	#id;
	#rest = [];
	constructor(hashLength, receiver) {
		this.#receiver = receiver;
		this.#id = new Uint8Array(hashLength);
	}
	push(chunk) {
		if (!chunk.includes(NEWLINE)) {
			this.#rest.push(chunk);
			return;
		}
		const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([...this.#rest, chunk]);
		let start = 0;
		for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
			this.#takeLine(bytes, start, end);
			start = end + 1;
		}
		this.#rest = start < bytes.length ? [Buffer.from(bytes.subarray(start))] : [];
	}
	#takeLine(bytes, start, end) {
		const hexLength = this.#id.length * 2;
		if (bytes[start] === QUESTION_MARK) this.#receiver.missing(bytes.toString("latin1", start + 1, Math.min(end, start + 1 + hexLength)));
		else if (end - start >= hexLength) {
			for (let index = 0; index < this.#id.length; index += 1) {
				const high = HEX_VALUE[bytes[start + 2 * index] ?? 0] ?? 0;
				this.#id[index] = high << 4 | (HEX_VALUE[bytes[start + 2 * index + 1] ?? 0] ?? 0);
			}
			this.#receiver.object(this.#id, bytes, Math.min(end, start + hexLength + 1), end);
		}
	}
};
const HEX_VALUE = Uint8Array.from({ length: 256 }, (_, code) => {
	const value = Number.parseInt(String.fromCharCode(code), 16);
	return Number.isNaN(value) ? 0 : value;
});
Object.defineProperty(exports, "WalkedLines", {
	enumerable: true,
	get: function() {
		return WalkedLines;
	}
});
Object.defineProperty(exports, "listIndexed", {
	enumerable: true,
	get: function() {
		return listIndexed;
	}
});
Object.defineProperty(exports, "listIndexedBlobs", {
	enumerable: true,
	get: function() {
		return listIndexedBlobs;
	}
});
