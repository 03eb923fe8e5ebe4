"use strict";
const require_fingerprint = require("./fingerprint.cjs");
const BATCH_BYTES = 65536;
const NEWLINE = Buffer.from("\n");
var NameScanner = class {
	#emit;
	#screen;
	#batch = [];
	#length = 0;
	constructor(emit, screen) {
		this.#emit = emit;
		this.#screen = screen;
	}
	add(name, originOf) {
		if (name.length < 20) return;
		const bytes = Buffer.from(name);
		this.#batch.push({
			bytes,
			originOf
		});
		this.#length += bytes.length;
		if (this.#length >= BATCH_BYTES) this.flush();
	}
	flush() {
		const batch = this.#batch;
		this.#batch = [];
		this.#length = 0;
		if (batch.length === 0 || !this.#holds(Buffer.concat(batch.flatMap(({ bytes }) => [bytes, NEWLINE])))) return;
		for (const { bytes, originOf } of batch) if (this.#holds(bytes)) this.#emit({
			origin: originOf(),
			bytes,
			piece: require_fingerprint.wholePiece(bytes.length)
		});
	}
	#holds(bytes) {
		return this.#screen === void 0 || this.#screen.inspect(bytes) !== "nothing";
	}
};
Object.defineProperty(exports, "NameScanner", {
	enumerable: true,
	get: function() {
		return NameScanner;
	}
});
