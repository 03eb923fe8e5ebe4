"use strict";
// src/git/object-table.ts
const TYPES = [
	"blob",
	"commit",
	"tag",
	"tree"
];
const MARKED = 4;
const EMPTY = -1;
var ObjectTable = class {
	#words;
	#ids;
	#flags;
	#slots;
	#count = 0;
	#marked = 0;
	#key;
	constructor(hexLength) {
		this.#words = hexLength / 8;
		this.#key = new Uint32Array(this.#words);
		this.#ids = new Uint32Array(1024 * this.#words);
		this.#flags = new Uint8Array(1024);
		this.#slots = new Int32Array(2048).fill(EMPTY);
	}
	get hexLength() {
		return this.#words * 8;
	}
	get size() {
		return this.#count;
	}
	add(hex, at, type) {
		this.#readKey(hex, at);
		const slot = this.#findSlot();
		const known = this.#slots[slot] ?? EMPTY;
		if (known !== EMPTY) return known;
		const place = this.#count;
		if ((place + 1) * this.#words > this.#ids.length) this.#growIds();
		this.#ids.set(this.#key, place * this.#words);
		this.#flags[place] = TYPES.indexOf(type);
		this.#slots[slot] = place;
		this.#count += 1;
		if (this.#count * 2 > this.#slots.length) this.#growSlots();
		return place;
	}
	find(hex, at) {
		this.#readKey(hex, at);
		return this.#slots[this.#findSlot()] ?? EMPTY;
	}
	idAt(place) {
		let hex = "";
		for (let word = place * this.#words; word < (place + 1) * this.#words; word += 1) {
			const value = this.#ids[word] ?? 0;
			hex += (HEX_PAIRS[value >>> 24] ?? "") + (HEX_PAIRS[value >>> 16 & 255] ?? "");
			hex += (HEX_PAIRS[value >>> 8 & 255] ?? "") + (HEX_PAIRS[value & 255] ?? "");
		}
		return hex;
	}
	typeAt(place) {
		return TYPES[(this.#flags[place] ?? 0) & 3] ?? "blob";
	}
	mark(place) {
		const flags = this.#flags[place] ?? 0;
		if ((flags & MARKED) !== 0) return false;
		this.#flags[place] = flags | MARKED;
		this.#marked += 1;
		return true;
	}
	get markedCount() {
		return this.#marked;
	}
	#readKey(hex, at) {
		for (let word = 0; word < this.#words; word += 1) {
			let value = 0;
			for (let index = at + word * 8; index < at + word * 8 + 8; index += 1) value = value << 4 | (HEX_VALUE[hex[index] ?? 0] ?? 0);
			this.#key[word] = value;
		}
	}
	#findSlot() {
		const mask = this.#slots.length - 1;
		let slot = (this.#key[0] ?? 0) & mask;
		for (let place = this.#slots[slot]; place !== EMPTY && !this.#hasKey(place); place = this.#slots[slot]) slot = slot + 1 & mask;
		return slot;
	}
	#hasKey(place) {
		const start = (place ?? 0) * this.#words;
		for (let word = 0; word < this.#words; word += 1) if (this.#ids[start + word] !== this.#key[word]) return false;
		return true;
	}
	#growIds() {
		const ids = new Uint32Array(this.#ids.length * 2);
		ids.set(this.#ids);
		this.#ids = ids;
		const flags = new Uint8Array(this.#flags.length * 2);
		flags.set(this.#flags);
		this.#flags = flags;
	}
	#growSlots() {
		const mask = this.#slots.length * 2 - 1;
		const slots = new Int32Array(mask + 1).fill(EMPTY);
		for (let place = 0; place < this.#count; place += 1) {
			let slot = (this.#ids[place * this.#words] ?? 0) & mask;
			while (slots[slot] !== EMPTY) slot = slot + 1 & mask;
			slots[slot] = place;
		}
		this.#slots = slots;
	}
};
const HEX_VALUE = Uint8Array.from({ length: 256 }, (_, code) => {
	const value = Number.parseInt(String.fromCharCode(code), 16);
	return Number.isNaN(value) ? 0 : value;
});
const HEX_PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
Object.defineProperty(exports, "ObjectTable", {
	enumerable: true,
	get: function() {
		return ObjectTable;
	}
});
