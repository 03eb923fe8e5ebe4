"use strict";
const require_fingerprint = require("./fingerprint.cjs");
// src/sources/windows.ts
const WINDOW_SIZES = {
	window: 8388608,
	overlap: 65536
};
const LONGEST_TAIL = 3;
var Windower = class {
	#emit;
	#sizes;
	#origins = [];
	#buffer = Buffer.alloc(0);
	#length = 0;
	#ownedStart = 0;
	#position = require_fingerprint.START;
	#size = null;
	#isEmitted = false;
	constructor(emit, sizes = WINDOW_SIZES) {
		this.#emit = emit;
		this.#sizes = sizes;
	}
	begin(origins, size) {
		this.#origins = origins;
		this.#size = size;
		this.#length = 0;
		this.#ownedStart = 0;
		this.#position = require_fingerprint.START;
		this.#isEmitted = false;
	}
	push(bytes) {
		if (bytes.length === 0) return;
		if (this.#length === 0 && bytes.length === this.#size && bytes.length <= this.#sizes.window) {
			this.#emitPiece(bytes, require_fingerprint.wholePiece(bytes.length));
			this.#isEmitted = true;
			return;
		}
		for (let at = 0; at < bytes.length;) {
			if (this.#length === this.#capacity()) this.#emitWindow();
			const count = Math.min(bytes.length - at, this.#capacity() - this.#length);
			this.#reserve(this.#length + count);
			this.#buffer.set(bytes.subarray(at, at + count), this.#length);
			this.#length += count;
			at += count;
		}
	}
	end() {
		if (this.#isEmitted) return;
		this.#emitPiece(this.#buffer.subarray(0, this.#length), this.#piece(this.#length));
	}
	#capacity() {
		return this.#sizes.window + 2 * this.#sizes.overlap;
	}
	#emitWindow() {
		const { overlap } = this.#sizes;
		const ownedEnd = this.#length - overlap;
		this.#emitPiece(this.#buffer.subarray(0, this.#length), this.#piece(ownedEnd));
		const keptFrom = this.#characterStart(ownedEnd - overlap);
		this.#position = require_fingerprint.advance(this.#position, this.#buffer, 0, keptFrom);
		this.#buffer.copyWithin(0, keptFrom, this.#length);
		this.#length -= keptFrom;
		this.#ownedStart = ownedEnd - keptFrom;
	}
	#characterStart(at) {
		for (let start = at; start > 0 && start >= at - LONGEST_TAIL; start -= 1) if (((this.#buffer[start] ?? 0) & 192) !== 128) return start;
		return at;
	}
	#piece(ownedEnd) {
		return {
			...this.#position,
			ownedStart: this.#ownedStart,
			ownedEnd
		};
	}
	#emitPiece(bytes, piece) {
		for (const origin of this.#origins) {
			const content = {
				origin,
				bytes,
				piece
			};
			this.#emit(content);
		}
	}
	#reserve(length) {
		if (length <= this.#buffer.length) return;
		const known = this.#size !== null && this.#size <= this.#capacity() ? this.#size : 0;
		const size = Math.min(this.#capacity(), Math.max(length, known, 2 * this.#buffer.length, 65536));
		const buffer = Buffer.allocUnsafeSlow(size);
		this.#buffer.copy(buffer, 0, 0, this.#length);
		this.#buffer = buffer;
	}
};
Object.defineProperty(exports, "Windower", {
	enumerable: true,
	get: function() {
		return Windower;
	}
});
