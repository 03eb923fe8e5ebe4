"use strict";
const require_scan = require("./scan.cjs");
let node_fs = require("node:fs");
function readEntryHeader(bytes, start, hashLength, header) {
	let at = start;
	let byte = bytes[at++] ?? 0;
	header.type = byte >> 4 & 7;
	let size = byte & 15;
	for (let unit = 16; byte >= 128; unit *= 128) {
		byte = bytes[at++] ?? 0;
		size += (byte & 127) * unit;
	}
	header.size = size;
	if (header.type === 7) at += hashLength;
	else if (header.type === 6) {
		byte = bytes[at++] ?? 0;
		let distance = byte & 127;
		while (byte >= 128) {
			byte = bytes[at++] ?? 0;
			distance = (distance + 1) * 128 + (byte & 127);
		}
		header.distance = distance;
	} else if (header.type === 0 || header.type === 5) header.type = 0;
	header.length = at - start;
	if (at > bytes.length || at - start > 42) header.type = 0;
}
// src/git/pack/pack-table.ts
var PackTable = class {
	count;
	buffer;
	offsets;
	ends;
	placeOfEntry;
	entryOfPlace;
	sizes;
	contentSizes;
	costs;
	parents;
	firstChildren;
	nextSiblings;
	types;
	headerLengths;
	states;
	named;
	constructor(count, buffer = new SharedArrayBuffer(Math.max(1, count) * BYTES_PER_ENTRY)) {
		this.count = count;
		this.buffer = buffer;
		let at = 0;
		const next = (width) => {
			const start = at;
			at += width * count;
			return start;
		};
		this.offsets = new Float64Array(buffer, next(8), count);
		this.ends = new Float64Array(buffer, next(8), count);
		this.placeOfEntry = new Uint32Array(buffer, next(4), count);
		this.entryOfPlace = new Uint32Array(buffer, next(4), count);
		this.sizes = new Uint32Array(buffer, next(4), count);
		this.contentSizes = new Uint32Array(buffer, next(4), count);
		this.costs = new Float32Array(buffer, next(4), count);
		this.parents = new Int32Array(buffer, next(4), count);
		this.firstChildren = new Int32Array(buffer, next(4), count);
		this.nextSiblings = new Int32Array(buffer, next(4), count);
		this.types = new Uint8Array(buffer, next(1), count);
		this.headerLengths = new Uint8Array(buffer, next(1), count);
		this.states = new Uint8Array(buffer, next(1), count);
		this.named = new Uint8Array(buffer, next(1), count);
	}
};
const BYTES_PER_ENTRY = 52;
// src/git/pack/pack-file.ts
const SIGNATURE = 1346454347;
const HEADER_LENGTH$1 = 12;
const WINDOW = 32768;
const WINDOWS_KEPT = 768;
var PackFile = class PackFile {
	end;
	#descriptor;
	#windows = new Map();
	#lastNumber = -1;
	#lastWindow = Buffer.alloc(0);
	#large = Buffer.alloc(0);
	#answer = {
		bytes: this.#lastWindow,
		at: 0
	};
	constructor(descriptor, end) {
		this.#descriptor = descriptor;
		this.end = end;
	}
	static open(path, hashLength) {
		const { descriptor, size } = require_scan.openRegularFile(path);
		return new PackFile(descriptor, size - hashLength);
	}
	matches(count, checksum) {
		const header = Buffer.alloc(HEADER_LENGTH$1);
		const trailer = Buffer.alloc(checksum.length);
		return (0, node_fs.readSync)(this.#descriptor, header, 0, HEADER_LENGTH$1, 0) === HEADER_LENGTH$1 && header.readUInt32BE(0) === SIGNATURE && (header.readUInt32BE(4) === 2 || header.readUInt32BE(4) === 3) && header.readUInt32BE(8) === count && (0, node_fs.readSync)(this.#descriptor, trailer, 0, trailer.length, this.end) === trailer.length && trailer.equals(checksum);
	}
	read(start, end) {
		const number = Math.floor(start / WINDOW);
		const base = number * WINDOW;
		if (end <= base + WINDOW) {
			this.#answer.bytes = this.#window(number);
			this.#answer.at = start - base;
		} else {
			if (this.#large.length < end - start) this.#large = Buffer.allocUnsafeSlow(Math.max(end - start, WINDOW));
			this.#fill(this.#large.subarray(0, end - start), start);
			this.#answer.bytes = this.#large;
			this.#answer.at = 0;
		}
		return this.#answer;
	}
	close() {
		this.#windows.clear();
		(0, node_fs.closeSync)(this.#descriptor);
	}
	#window(number) {
		if (number === this.#lastNumber) return this.#lastWindow;
		const known = this.#windows.get(number);
		this.#windows.delete(number);
		const window = known ?? this.#load(number);
		this.#windows.set(number, window);
		this.#lastNumber = number;
		this.#lastWindow = window;
		return window;
	}
	#load(number) {
		let window;
		if (this.#windows.size >= WINDOWS_KEPT) for (const [oldest, buffer] of this.#windows) {
			window = buffer;
			this.#windows.delete(oldest);
			break;
		}
		window ??= Buffer.allocUnsafeSlow(WINDOW);
		this.#fill(window, number * WINDOW);
		return window;
	}
	#fill(buffer, position) {
		let length = 0;
		while (length < buffer.length) {
			const count = (0, node_fs.readSync)(this.#descriptor, buffer, length, buffer.length - length, position + length);
			if (count === 0) break;
			length += count;
		}
		buffer.fill(0, length);
	}
};
// src/git/pack/pack-index.ts
const MAGIC = 4285812579;
const HEADER_LENGTH = 8;
const LARGE_COUNT = 4096;
const IS_LARGE = 2147483648;
var PackIndex = class PackIndex {
	count;
	packChecksum;
	bytes;
	#hashLength;
	#fanout;
	#fineFanout = null;
	#names;
	#offsets;
	#largeOffsets;
	constructor(bytes, hashLength) {
		this.bytes = bytes;
		this.#hashLength = hashLength;
		this.#fanout = Uint32Array.from({ length: 256 }, (_, byte) => bytes.readUInt32BE(HEADER_LENGTH + byte * 4));
		this.count = this.#fanout[255] ?? 0;
		const names = 1032;
		const checksums = names + this.count * hashLength;
		const offsets = checksums + this.count * 4;
		const largeOffsets = offsets + this.count * 4;
		const trailer = bytes.length - 2 * hashLength;
		if (largeOffsets > trailer || this.#fanout.some((count, byte) => count < (this.#fanout[byte - 1] ?? 0))) throw new RangeError("a pack index whose tables do not fit into it");
		this.#names = bytes.subarray(names, checksums);
		this.#offsets = bytes.subarray(offsets, largeOffsets);
		this.#largeOffsets = bytes.subarray(largeOffsets, trailer);
		this.packChecksum = Buffer.from(bytes.subarray(trailer, trailer + hashLength));
	}
	static read(file, hashLength) {
		try {
			return PackIndex.of(readWhole(file, hashLength), hashLength);
		} catch {
			return null;
		}
	}
	static of(bytes, hashLength) {
		return bytes.readUInt32BE(0) === MAGIC && bytes.readUInt32BE(4) === 2 ? new PackIndex(bytes, hashLength) : null;
	}
	find(id, at = 0) {
		if (this.#fineFanout === null && this.count >= LARGE_COUNT) this.#fineFanout = this.#refineFanout();
		const fanout = this.#fineFanout ?? this.#fanout;
		const first = this.#fineFanout === null ? id[at] ?? 0 : (id[at] ?? 0) << 8 | (id[at + 1] ?? 0);
		let low = first === 0 ? 0 : fanout[first - 1] ?? 0;
		let high = fanout[first] ?? 0;
		while (low < high) {
			const middle = low + high >>> 1;
			const order = this.#compare(middle, id, at);
			if (order === 0) return middle;
			if (order < 0) low = middle + 1;
			else high = middle;
		}
		return -1;
	}
	hexAt(place) {
		return this.#names.toString("hex", place * this.#hashLength, (place + 1) * this.#hashLength);
	}
	*hexes() {
		for (let place = 0; place < this.count; place += 1) yield this.hexAt(place);
	}
	idAt(place) {
		return this.#names.subarray(place * this.#hashLength, (place + 1) * this.#hashLength);
	}
	offsetAt(place) {
		const offset = this.#offsets.readUInt32BE(place * 4);
		if (offset < IS_LARGE) return offset;
		const large = (offset - IS_LARGE) * 8;
		if (large + 8 > this.#largeOffsets.length) return -1;
		return this.#largeOffsets.readUInt32BE(large) * 2 ** 32 + this.#largeOffsets.readUInt32BE(large + 4);
	}
	#refineFanout() {
		const ends = new Uint32Array(65536);
		let pair = 0;
		for (let place = 0; place < this.count; place += 1) {
			const own = this.#names.readUInt16BE(place * this.#hashLength);
			while (pair < own) ends[pair++] = place;
		}
		return ends.fill(this.count, pair);
	}
	#compare(place, id, at) {
		const start = place * this.#hashLength;
		for (let index = 0; index < this.#hashLength; index += 1) {
			const difference = (this.#names[start + index] ?? 0) - (id[at + index] ?? 0);
			if (difference !== 0) return difference;
		}
		return 0;
	}
};
function readWhole(file, hashLength) {
	const { descriptor, size } = require_scan.openRegularFile(file);
	try {
		const head = Buffer.alloc(1032);
		(0, node_fs.readSync)(descriptor, head, 0, head.length, 0);
		const count = head.readUInt32BE(head.length - 4);
		const least = head.length + count * (hashLength + 8) + 2 * hashLength;
		if (size < least || size > least + count * 8) throw new RangeError("a pack index of another size");
		const bytes = Buffer.from(new SharedArrayBuffer(size));
		let checked = 0;
		for (let length = 0; length < size;) {
			const read = (0, node_fs.readSync)(descriptor, bytes, length, Math.min(size - length, READ_BYTES), length);
			if (read === 0) throw new RangeError("a pack index that ends early");
			length += read;
			const complete = Math.min(count, Math.floor((length - head.length) / hashLength));
			for (; checked + 1 < complete; checked += CHECK_DISTANCE) {
				const at = head.length + checked * hashLength;
				if (bytes.compare(bytes, at, at + hashLength, at + hashLength, at + 2 * hashLength) <= 0) throw new RangeError("a pack index whose ids are not in order");
			}
		}
		return bytes;
	} finally {
		(0, node_fs.closeSync)(descriptor);
	}
}
const READ_BYTES = 4194304;
const CHECK_DISTANCE = 100;
// src/git/pack/pack-order.ts
const DIGIT = 65536;
function placesByOffset(index, order) {
	const { count } = index;
	let from = new Uint32Array(count);
	let to = new Uint32Array(count);
	let largest = 0;
	for (let place = 0; place < count; place += 1) {
		from[place] = place;
		largest = Math.max(largest, index.offsetAt(place));
	}
	const starts = new Uint32Array(65537);
	for (let unit = 1; unit <= largest; unit *= DIGIT) {
		starts.fill(0);
		for (let place = 0; place < count; place += 1) {
			const digit = digitOf(index.offsetAt(place), unit);
			starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
		}
		for (let digit = 0; digit < DIGIT; digit += 1) starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0);
		for (const place of from) {
			const digit = digitOf(index.offsetAt(place), unit);
			const position = starts[digit] ?? 0;
			to[position] = place;
			starts[digit] = position + 1;
		}
		[from, to] = [to, from];
	}
	order.set(from);
}
function digitOf(offset, unit) {
	return Math.floor(Math.max(0, offset) / unit) % DIGIT;
}
// src/git/pack/pack-plan.ts
const ENTRIES_PER_STEP = 4096;
function* planPack(index, file, table, hashLength) {
	const { offsets, ends, entryOfPlace, placeOfEntry } = table;
	placesByOffset(index, placeOfEntry);
	for (let entry = 0; entry < table.count; entry += 1) {
		const place = placeOfEntry[entry] ?? 0;
		entryOfPlace[place] = entry;
		offsets[entry] = index.offsetAt(place);
	}
	yield;
	for (let entry = 0; entry < table.count; entry += 1) ends[entry] = offsets[entry + 1] ?? file.end;
	const header = {
		type: 0,
		size: 0,
		length: 0,
		distance: 0
	};
	for (let entry = 0; entry < table.count; entry += 1) {
		planEntry(index, file, table, hashLength, entry, header);
		if (entry % ENTRIES_PER_STEP === 0) yield;
	}
	linkFamilies(table);
}
function planEntry(index, file, table, hashLength, entry, header) {
	const { offsets, ends, types, sizes, headerLengths, parents } = table;
	const offset = offsets[entry] ?? -1;
	const end = ends[entry] ?? 0;
	parents[entry] = -1;
	if (offset < 0 || end <= offset || end > file.end) return;
	const { bytes, at } = file.read(offset, Math.min(end, offset + 42));
	readEntryHeader(bytes, at, hashLength, header);
	if (header.type === 0 || header.size > 4294967295 || offset + header.length >= end) return;
	sizes[entry] = header.size;
	headerLengths[entry] = header.length;
	if (header.type === 6) parents[entry] = entryAt(offsets, offset - header.distance, entry);
	else if (header.type === 7) {
		const place = index.find(bytes, at + header.length - hashLength);
		parents[entry] = place === -1 ? -1 : table.entryOfPlace[place] ?? -1;
	} else types[entry] = header.type;
}
function entryAt(offsets, offset, before) {
	let low = 0;
	let high = before;
	while (low < high) {
		const middle = low + high >>> 1;
		const found = offsets[middle] ?? 0;
		if (found === offset) return middle;
		if (found < offset) low = middle + 1;
		else high = middle;
	}
	return -1;
}
function linkFamilies(table, isKept) {
	const { count, types, parents, firstChildren, nextSiblings, costs, states, offsets, ends } = table;
	const kept = isKept === void 0 ? null : keepWithBases(table, isKept);
	firstChildren.fill(-1);
	costs.fill(0);
	for (let entry = count - 1; entry >= 0; entry -= 1) {
		const parent = parents[entry] ?? -1;
		if (parent === -1 || kept?.[entry] === 0) continue;
		nextSiblings[entry] = firstChildren[parent] ?? -1;
		firstChildren[parent] = entry;
	}
	const queue = new Int32Array(count);
	let length = 0;
	for (let entry = 0; entry < count; entry += 1) if (types[entry] !== 0 && parents[entry] === -1 && kept?.[entry] !== 0) queue[length++] = entry;
	for (let head = 0; head < length; head += 1) {
		const entry = queue[head] ?? 0;
		for (let child = firstChildren[entry] ?? -1; child !== -1; child = nextSiblings[child] ?? -1) {
			types[child] = types[entry] ?? 0;
			queue[length++] = child;
		}
	}
	for (let head = length - 1; head >= 0; head -= 1) {
		const entry = queue[head] ?? 0;
		const parent = parents[entry] ?? -1;
		const cost = (costs[entry] ?? 0) + COST_OF_ENTRY + (ends[entry] ?? 0) - (offsets[entry] ?? 0);
		costs[entry] = cost;
		if (parent !== -1) costs[parent] = (costs[parent] ?? 0) + cost;
	}
	for (let entry = 0; entry < count; entry += 1) states[entry] = types[entry] === 0 ? 1 : 0;
	markCircles(table);
}
function markCircles({ count, types, parents, states }) {
	const isOpen = (entry) => entry !== -1 && types[entry] === 0 && states[entry] !== 4;
	let walks = null;
	for (let entry = 0; entry < count; entry += 1) {
		if (types[entry] !== 0 || parents[entry] === -1) continue;
		walks ??= new Int32Array(count);
		let each = entry;
		for (; isOpen(each) && walks[each] === 0; each = parents[each] ?? -1) walks[each] = entry + 1;
		const isCircle = each !== -1 && types[each] === 0 && (!isOpen(each) || walks[each] === entry + 1);
		for (each = entry; isCircle && isOpen(each); each = parents[each] ?? -1) states[each] = 4;
	}
}
function keepWithBases({ count, parents }, isKept) {
	const kept = new Uint8Array(count);
	for (let entry = 0; entry < count; entry += 1) {
		if (!isKept(entry)) continue;
		for (let each = entry; each !== -1 && kept[each] === 0; each = parents[each] ?? -1) kept[each] = 1;
	}
	return kept;
}
const COST_OF_ENTRY = 1e3;
function isContent(type) {
	return type === 3 || type === 1 || type === 4;
}
Object.defineProperty(exports, "PackFile", {
	enumerable: true,
	get: function() {
		return PackFile;
	}
});
Object.defineProperty(exports, "PackIndex", {
	enumerable: true,
	get: function() {
		return PackIndex;
	}
});
Object.defineProperty(exports, "PackTable", {
	enumerable: true,
	get: function() {
		return PackTable;
	}
});
Object.defineProperty(exports, "isContent", {
	enumerable: true,
	get: function() {
		return isContent;
	}
});
Object.defineProperty(exports, "linkFamilies", {
	enumerable: true,
	get: function() {
		return linkFamilies;
	}
});
Object.defineProperty(exports, "planPack", {
	enumerable: true,
	get: function() {
		return planPack;
	}
});
