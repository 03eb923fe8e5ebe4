// src/git/byte-strings.ts
const BLOCK_BYTES = 1048576;
const EMPTY = -1;
var ByteStrings = class {
	#blocks = [];
	#taken = BLOCK_BYTES;
	#starts = new Uint32Array(1024);
	#lengths = new Uint32Array(1024);
	#count = 0;
	#slots = new Int32Array(0);
	#seed = Math.floor(Math.random() * 2 ** 32);
	get count() {
		return this.#count;
	}
	add(bytes, start = 0, end = bytes.length) {
		const length = end - start;
		if (this.#taken + length > BLOCK_BYTES) {
			this.#blocks.push(Buffer.allocUnsafeSlow(Math.max(length, BLOCK_BYTES)));
			this.#taken = 0;
		}
		const block = this.#blocks.length - 1;
		this.#blocks[block]?.set(bytes.subarray(start, end), this.#taken);
		if (this.#count === this.#starts.length) this.#grow();
		this.#starts[this.#count] = block * BLOCK_BYTES + this.#taken;
		this.#lengths[this.#count] = length;
		this.#taken += length;
		this.#count += 1;
		return this.#count - 1;
	}
	intern(bytes, start = 0, end = bytes.length) {
		if (this.#count * 2 >= this.#slots.length) this.#growSlots();
		const mask = this.#slots.length - 1;
		let slot = hashOf(this.#seed, bytes, start, end) & mask;
		for (let number = this.#slots[slot] ?? EMPTY; number !== EMPTY; number = this.#slots[slot] ?? EMPTY) {
			if (this.#equals(number, bytes, start, end)) return number;
			slot = slot + 1 & mask;
		}
		this.#slots[slot] = this.#count;
		return this.add(bytes, start, end);
	}
	at(number) {
		const start = this.#starts[number] ?? 0;
		const offset = start % BLOCK_BYTES;
		return (this.#blocks[(start - offset) / BLOCK_BYTES] ?? Buffer.alloc(0)).subarray(offset, offset + (this.#lengths[number] ?? 0));
	}
	#equals(number, bytes, start, end) {
		if (this.#lengths[number] !== end - start) return false;
		const first = this.#starts[number] ?? 0;
		let at = first % BLOCK_BYTES;
		const block = this.#blocks[(first - at) / BLOCK_BYTES];
		for (let index = start; index < end; index += 1) if (block?.[at++] !== bytes[index]) return false;
		return true;
	}
	#grow() {
		const starts = new Uint32Array(this.#starts.length * 2);
		starts.set(this.#starts);
		this.#starts = starts;
		const lengths = new Uint32Array(this.#lengths.length * 2);
		lengths.set(this.#lengths);
		this.#lengths = lengths;
	}
	#growSlots() {
		const slots = new Int32Array(Math.max(2048, this.#slots.length * 2)).fill(EMPTY);
		const mask = slots.length - 1;
		for (let number = 0; number < this.#count; number += 1) {
			const bytes = this.at(number);
			let slot = hashOf(this.#seed, bytes, 0, bytes.length) & mask;
			while (slots[slot] !== EMPTY) slot = slot + 1 & mask;
			slots[slot] = number;
		}
		this.#slots = slots;
	}
};
function hashOf(seed, bytes, start, end) {
	let hash = seed;
	for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ (bytes[index] ?? 0), 16777619);
	return hash ^ hash >>> 15;
}
export { ByteStrings as t };
