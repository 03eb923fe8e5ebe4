import { i as PackFile, o as PackTable, t as isContent } from "./pack-plan.js";
import { createInflate, deflateSync, inflateSync } from "node:zlib";
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
			if (next > end) return false;
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
export { readDeltaHeader as i, makePackWork as n, createInflater as r, readBatches as t };
