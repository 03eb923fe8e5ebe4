import { createInflate, deflateSync, inflateSync } from "node:zlib";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
// src/git/pack/buffer-pool.ts
const SMALLEST = 12;
const KEPT = 4;
const LARGEST_KEPT = 23;
var BufferPool = class {
	#free = [];
	take(length) {
		const power = Math.max(SMALLEST, 32 - Math.clz32(Math.max(1, length) - 1));
		return this.#free[power]?.pop() ?? Buffer.allocUnsafeSlow(2 ** power);
	}
	giveBack(buffer) {
		const power = 31 - Math.clz32(buffer.length);
		if (power > LARGEST_KEPT) return;
		let free = this.#free[power];
		if (free === void 0) {
			free = [];
			this.#free[power] = free;
		}
		if (free.length < KEPT) free.push(buffer);
	}
};
// src/git/pack/delta.ts
var ChangedRanges = class {
	#distance;
	#bounds = new Int32Array(256);
	#count = 0;
	constructor(distance) {
		this.#distance = distance;
	}
	get count() {
		return this.#count;
	}
	startOf(index) {
		return this.#bounds[index * 2] ?? 0;
	}
	endOf(index) {
		return this.#bounds[index * 2 + 1] ?? 0;
	}
	lastWithin(index, distance) {
		let last = index;
		while (last + 1 < this.#count && this.startOf(last + 1) - this.endOf(last) <= distance) last += 1;
		return last;
	}
	clear() {
		this.#count = 0;
	}
	add(start, end) {
		const last = this.#count * 2 - 1;
		if (last > 0 && start - (this.#bounds[last] ?? 0) <= this.#distance) {
			this.#bounds[last] = end;
			return;
		}
		if (last + 2 >= this.#bounds.length) {
			const larger = new Int32Array(this.#bounds.length * 2);
			larger.set(this.#bounds);
			this.#bounds = larger;
		}
		this.#bounds[last + 1] = start;
		this.#bounds[last + 2] = end;
		this.#count += 1;
	}
};
function readDeltaHeader(delta, header) {
	let at = 0;
	for (const field of ["baseSize", "resultSize"]) {
		let size = 0;
		let byte = 128;
		for (let unit = 1; byte >= 128 && at < delta.length; unit *= 128) {
			byte = delta[at++] ?? 0;
			size += (byte & 127) * unit;
		}
		header[field] = size;
	}
	header.at = at;
}
const SHORT_COPY = 48;
function applyDelta(base, baseLength, delta, at, end, target, targetLength, changed) {
	let position = 0;
	let expected = 0;
	let next = at;
	while (next < end) {
		const instruction = delta[next++];
		if (instruction >= 128) {
			let offset = 0;
			let size = 0;
			if (instruction & 1) offset = delta[next++];
			if (instruction & 2) offset |= delta[next++] << 8;
			if (instruction & 4) offset |= delta[next++] << 16;
			if (instruction & 8) offset += delta[next++] * 2 ** 24;
			if (instruction & 16) size = delta[next++];
			if (instruction & 32) size |= delta[next++] << 8;
			if (instruction & 64) size |= delta[next++] << 16;
			if (size === 0) size = 65536;
			if (offset + size > baseLength || position + size > targetLength) return false;
			if (offset !== expected) changed.add(position, position);
			if (size < SHORT_COPY) for (let index = 0; index < size; index += 1) target[position + index] = base[offset + index];
			else base.copy(target, position, offset, offset + size);
			position += size;
			expected = offset + size;
		} else {
			if (instruction === 0 || position + instruction > targetLength || next + instruction > end) return false;
			for (let index = 0; index < instruction; index += 1) target[position + index] = delta[next + index];
			changed.add(position, position + instruction);
			position += instruction;
			next += instruction;
			expected = -1;
		}
	}
	if (next !== end || position !== targetLength) return false;
	if (expected !== baseLength) changed.add(position, position);
	return true;
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
const PATH_BUDGET = 67108864;
var FamilyReader = class {
	#table;
	#file;
	#inflate;
	#screen;
	#pool = new BufferPool();
	#changed;
	#deltaHeader = {
		baseSize: 0,
		resultSize: 0,
		at: 0
	};
	#delta = Buffer.allocUnsafeSlow(65536);
	#leaf = Buffer.allocUnsafeSlow(262144);
	#path = [];
	#pathLength = 0;
	constructor(table, file, inflate, screen) {
		this.#table = table;
		this.#file = file;
		this.#inflate = inflate;
		this.#screen = screen;
		this.#changed = new ChangedRanges(2 * screen.reach);
	}
	read(root) {
		this.#path = [];
		this.#pathLength = 0;
		this.#readEntry(root, null);
		for (let parent = this.#path.at(-1); parent !== void 0; parent = this.#path.at(-1)) {
			const entry = this.#nextChild(parent);
			this.#readEntry(entry, parent);
		}
	}
	#nextChild(parent) {
		const { nextSiblings } = this.#table;
		if (parent.next === parent.last) parent.next = nextSiblings[parent.next] ?? -1;
		const entry = parent.next;
		if (entry === -1) {
			this.#path.pop();
			this.#pathLength -= parent.content.length;
			return parent.last;
		}
		parent.next = nextSiblings[entry] ?? -1;
		return entry;
	}
	#readEntry(entry, parent) {
		const isLast = parent !== null && this.#path.at(-1) !== parent;
		const content = this.#unpack(entry, parent);
		const length = this.#table.sizes[entry] ?? 0;
		if (content === null) this.#giveUp(entry);
		else this.#enter(entry, content, length, parent);
		if (isLast) this.#pool.giveBack(parent.content);
	}
	#unpack(entry, parent) {
		const { sizes } = this.#table;
		const length = sizes[entry] ?? 0;
		if (length > 33554432) return null;
		if (parent === null) {
			const content = this.#room(entry, length);
			return this.#inflateEntry(entry, content, length) ? content : this.#refuse(entry, content);
		}
		if (this.#delta.length <= length) this.#delta = Buffer.allocUnsafeSlow(2 ** (33 - Math.clz32(length)));
		if (!this.#inflateEntry(entry, this.#delta, length)) return null;
		const header = this.#deltaHeader;
		readDeltaHeader(this.#delta, header);
		if (header.baseSize !== parent.length || header.resultSize > 33554432) return null;
		const content = this.#room(entry, header.resultSize);
		this.#changed.clear();
		if (!applyDelta(parent.content, parent.length, this.#delta, header.at, length, content, header.resultSize, this.#changed)) return this.#refuse(entry, content);
		sizes[entry] = header.resultSize;
		return content;
	}
	#inflateEntry(entry, output, length) {
		const { offsets, ends, headerLengths } = this.#table;
		const start = (offsets[entry] ?? 0) + (headerLengths[entry] ?? 0);
		const end = ends[entry] ?? 0;
		const { bytes, at } = this.#file.read(start, end);
		return this.#inflate(bytes, at, at + end - start, output, length);
	}
	#room(entry, length) {
		if (this.#table.firstChildren[entry] !== -1) return this.#pool.take(length + 1);
		if (this.#leaf.length <= length) this.#leaf = Buffer.allocUnsafeSlow(2 ** (32 - Math.clz32(length)));
		return this.#leaf;
	}
	#refuse(entry, content) {
		if (this.#table.firstChildren[entry] !== -1) this.#pool.giveBack(content);
		return null;
	}
	#enter(entry, content, length, parent) {
		const bytes = content.subarray(0, length);
		const isWhole = this.#isWhole(bytes, parent);
		const verdict = this.#screenContent(bytes, isWhole ? null : parent);
		this.#table.states[entry] = verdict === "finding" ? 3 : 2;
		const next = this.#table.firstChildren[entry] ?? -1;
		if (next === -1) return;
		if (this.#pathLength + content.length > PATH_BUDGET) {
			for (let child = next; child !== -1; child = this.#table.nextSiblings[child] ?? -1) this.#giveUp(child);
			this.#pool.giveBack(content);
			return;
		}
		this.#pathLength += content.length;
		this.#path.push({
			content,
			length,
			verdict,
			isWhole,
			next,
			last: this.#costliest(next)
		});
	}
	#isWhole(bytes, parent) {
		if (parent === null) return this.#screen.concernsWhole(bytes, 0, bytes.length);
		return parent.isWhole || this.#isAnyChange((start, end) => this.#screen.concernsWhole(bytes, start, end));
	}
	#screenContent(bytes, parent) {
		if (parent === null || parent.verdict === "finding") return this.#screen.inspect(bytes);
		return parent.verdict === "candidate" && this.#isAnyChange((start, end) => this.#screen.concernsCandidates(bytes, start, end)) ? this.#screen.inspect(bytes) : this.#inspectChanges(bytes, parent.verdict);
	}
	#isAnyChange(accepts) {
		for (let index = 0; index < this.#changed.count; index += 1) if (accepts(this.#changed.startOf(index), this.#changed.endOf(index))) return true;
		return false;
	}
	#inspectChanges(bytes, verdict) {
		const { reach, contextReach } = this.#screen;
		const heldCandidate = verdict === "candidate";
		const distance = 2 * (heldCandidate ? contextReach : reach);
		let isCandidate = heldCandidate;
		for (let index = 0; index < this.#changed.count; index += 1) {
			const start = this.#changed.startOf(index);
			index = this.#changed.lastWithin(index, distance);
			const brought = this.#screen.inspectChange(bytes, start, this.#changed.endOf(index), heldCandidate);
			if (brought === "finding") return brought;
			isCandidate ||= brought === "candidate";
		}
		return isCandidate ? "candidate" : "nothing";
	}
	#costliest(first) {
		const { costs, nextSiblings } = this.#table;
		let costliest = first;
		for (let child = first; child !== -1; child = nextSiblings[child] ?? -1) if ((costs[child] ?? 0) > (costs[costliest] ?? 0)) costliest = child;
		return costliest;
	}
	#giveUp(entry) {
		const { states, firstChildren, nextSiblings } = this.#table;
		const pending = [entry];
		for (let each = pending.pop(); each !== void 0; each = pending.pop()) {
			states[each] = 1;
			for (let child = firstChildren[each] ?? -1; child !== -1; child = nextSiblings[child] ?? -1) pending.push(child);
		}
	}
};
// src/git/pack/inflater.ts
function createInflater() {
	const native = createNativeInflater();
	return native !== null && passesTrial(native) ? native : inflateEachAnew;
}
const Z_FINISH = 4;
function createNativeInflater() {
	const stream = createInflate();
	if (!hasInternals(stream)) return null;
	const { _handle: handle, _writeState: left } = stream;
	let failed = false;
	handle.onerror = () => {
		failed = true;
	};
	return (input, start, end, output, length) => {
		failed = false;
		handle.reset();
		handle.writeSync(Z_FINISH, input, start, end - start, output, 0, length + 1);
		return !failed && left[0] === 1;
	};
}
function hasInternals(stream) {
	const { _handle, _writeState } = stream;
	return _writeState instanceof Uint32Array && typeof _handle?.reset === "function" && typeof _handle.writeSync === "function";
}
const inflateEachAnew = (input, start, end, output, length) => {
	try {
		const content = inflateSync(input.subarray(start, end), { maxOutputLength: length + 1 });
		if (content.length !== length) return false;
		output.set(content);
		return true;
	} catch {
		return false;
	}
};
function passesTrial(inflate) {
	try {
		const content = Buffer.from("to be unpacked, unpacked, and unpacked again");
		const whole = deflateSync(content);
		const broken = Buffer.from(whole);
		broken.writeUInt8((broken.at(-1) ?? 0) ^ 1, broken.length - 1);
		const output = Buffer.alloc(content.length + 1);
		const unpacks = () => output.fill(0) === output && inflate(whole, 0, whole.length, output, content.length) && output.subarray(0, content.length).equals(content);
		return unpacks() && !inflate(broken, 0, broken.length, output, content.length) && unpacks() && !inflate(whole, 0, whole.length - 3, output, content.length) && !inflate(whole, 0, whole.length, output, content.length - 1) && unpacks();
	} catch {
		return false;
	}
}
// src/git/pack/open-regular-file.ts
function openRegularFile(path) {
	const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	const stats = fstatSync(descriptor);
	if (stats.isFile()) return {
		descriptor,
		size: stats.size
	};
	closeSync(descriptor);
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
		return readSync(this.#descriptor, header, 0, HEADER_LENGTH, 0) === HEADER_LENGTH && header.readUInt32BE(0) === SIGNATURE && (header.readUInt32BE(4) === 2 || header.readUInt32BE(4) === 3) && header.readUInt32BE(8) === count && readSync(this.#descriptor, trailer, 0, trailer.length, this.end) === trailer.length && trailer.equals(checksum);
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
		closeSync(this.#descriptor);
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
			const count = readSync(this.#descriptor, buffer, length, buffer.length - length, position + length);
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
// src/git/pack/pack-work.ts
const BATCH_COST = 2097152;
function makePackWork(packs, hashLength) {
	const batches = [];
	return {
		hashLength,
		packs: packs.map(({ path, table }, pack) => {
			const roots = rootsOf(table);
			let from = 0;
			let cost = 0;
			roots.forEach((root, at) => {
				cost += table.costs[root] ?? 0;
				if (cost < BATCH_COST && at + 1 < roots.length) return;
				batches.push({
					pack,
					from,
					to: at + 1
				});
				from = at + 1;
				cost = 0;
			});
			return {
				path,
				count: table.count,
				table: table.buffer,
				roots: roots.buffer
			};
		}),
		batches,
		counters: new SharedArrayBuffer(8)
	};
}
function rootsOf({ count, types, parents, costs }) {
	let length = 0;
	const isRoot = (entry) => parents[entry] === -1 && isContent(types[entry]) && (costs[entry] ?? 0) > 0;
	for (let entry = 0; entry < count; entry += 1) if (isRoot(entry)) length += 1;
	const roots = new Int32Array(new SharedArrayBuffer(length * 4));
	for (let entry = 0, at = 0; entry < count; entry += 1) if (isRoot(entry)) roots[at++] = entry;
	return roots;
}
// src/git/pack/read-batches.ts
function* readBatches(work, screen) {
	const counters = new Int32Array(work.counters);
	const reader = new BatchReader(work, screen);
	try {
		for (let next = takeBatch(); next !== void 0; next = takeBatch()) {
			reader.read(next);
			Atomics.add(counters, 1, next.to - next.from);
			yield;
		}
	} finally {
		reader.close();
	}
	function takeBatch() {
		return work.batches[Atomics.add(counters, 0, 1)];
	}
}
var BatchReader = class {
	#work;
	#screen;
	#inflate = createInflater();
	#pack = -1;
	#roots = new Int32Array(0);
	#file = null;
	#reader = null;
	constructor(work, screen) {
		this.#work = work;
		this.#screen = screen;
	}
	read({ pack, from, to }) {
		if (pack !== this.#pack) this.#open(pack);
		for (const root of this.#roots.subarray(from, to)) try {
			this.#reader?.read(root);
		} catch {}
	}
	close() {
		this.#file?.close();
		this.#file = null;
	}
	#open(pack) {
		this.close();
		this.#pack = pack;
		this.#reader = null;
		const shared = this.#work.packs[pack];
		if (shared === void 0) return;
		try {
			this.#file = PackFile.open(shared.path, this.#work.hashLength);
		} catch {
			return;
		}
		this.#roots = new Int32Array(shared.roots);
		const table = new PackTable(shared.count, shared.table);
		this.#reader = new FamilyReader(table, this.#file, this.#inflate, this.#screen);
	}
};
export { planPack as a, PackTable as c, linkFamilies as i, makePackWork as n, PackFile as o, isContent as r, openRegularFile as s, readBatches as t };
