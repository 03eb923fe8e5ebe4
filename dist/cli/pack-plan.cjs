"use strict";
let node_fs = require("node:fs");
// src/git/pack/pack-table.ts
var PackTable = class {
	count;
	buffer;
	offsets;
	ends;
	placeOfEntry;
	entryOfPlace;
	sizes;
	costs;
	parents;
	firstChildren;
	nextSiblings;
	types;
	headerLengths;
	states;
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
		this.costs = new Float32Array(buffer, next(4), count);
		this.parents = new Int32Array(buffer, next(4), count);
		this.firstChildren = new Int32Array(buffer, next(4), count);
		this.nextSiblings = new Int32Array(buffer, next(4), count);
		this.types = new Uint8Array(buffer, next(1), count);
		this.headerLengths = new Uint8Array(buffer, next(1), count);
		this.states = new Uint8Array(buffer, next(1), count);
	}
};
const BYTES_PER_ENTRY = 47;
// src/git/pack/open-regular-file.ts
function openRegularFile(path) {
	const descriptor = (0, node_fs.openSync)(path, node_fs.constants.O_RDONLY | (node_fs.constants.O_NONBLOCK ?? 0));
	const stats = (0, node_fs.fstatSync)(descriptor);
	if (stats.isFile()) return {
		descriptor,
		size: stats.size
	};
	(0, node_fs.closeSync)(descriptor);
	throw new TypeError(`not a regular file: ${JSON.stringify(path)}`);
}
// src/git/pack/pack-file.ts
const SIGNATURE = 1346454347;
const HEADER_LENGTH = 12;
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
		const { descriptor, size } = openRegularFile(path);
		return new PackFile(descriptor, size - hashLength);
	}
	matches(count, checksum) {
		const header = Buffer.alloc(HEADER_LENGTH);
		const trailer = Buffer.alloc(checksum.length);
		return (0, node_fs.readSync)(this.#descriptor, header, 0, HEADER_LENGTH, 0) === HEADER_LENGTH && header.readUInt32BE(0) === SIGNATURE && (header.readUInt32BE(4) === 2 || header.readUInt32BE(4) === 3) && header.readUInt32BE(8) === count && (0, node_fs.readSync)(this.#descriptor, trailer, 0, trailer.length, this.end) === trailer.length && trailer.equals(checksum);
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
Object.defineProperty(exports, "openRegularFile", {
	enumerable: true,
	get: function() {
		return openRegularFile;
	}
});
Object.defineProperty(exports, "planPack", {
	enumerable: true,
	get: function() {
		return planPack;
	}
});
