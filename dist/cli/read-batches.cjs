"use strict";
const require_pack_plan = require("./pack-plan.cjs");
const require_byte_strings = require("./byte-strings.cjs");
const require_tree_entry_cursor = require("./tree-entry-cursor.cjs");
let node_zlib = require("node:zlib");
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
// src/git/pack/target-line.ts
const NEWLINE$1 = 10;
const LONGEST_VALUE = 65;
function targetOf(content, type) {
	const keyword = type === "commit" ? "tree " : "object ";
	const end = content.subarray(0, keyword.length + LONGEST_VALUE).indexOf(NEWLINE$1);
	const line = content.toString("latin1", 0, Math.max(0, end));
	const hex = line.slice(keyword.length);
	return line.startsWith(keyword) && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(hex) ? hex : null;
}
// src/git/pack/content-visitor.ts
var ContentVisitor = class {
	changed;
	#table;
	#firstNumber;
	#screen;
	#links;
	constructor(table, firstNumber, screen, links) {
		this.changed = new ChangedRanges(2 * screen.reach);
		this.#table = table;
		this.#firstNumber = firstNumber;
		this.#screen = screen;
		this.#links = links;
	}
	enter(entry, bytes, parent) {
		const isWhole = this.#isWhole(bytes, parent);
		const verdict = this.#verdictOn(bytes, isWhole ? null : parent);
		this.#recordTarget(entry, bytes);
		this.#table.states[entry] = verdict === "finding" ? 3 : 2;
		return {
			verdict,
			isWhole
		};
	}
	#isWhole(bytes, parent) {
		if (parent === null) return this.#screen.concernsWhole(bytes, 0, bytes.length);
		return parent.isWhole || this.#isAnyChange((start, end) => this.#screen.concernsWhole(bytes, start, end));
	}
	#verdictOn(bytes, parent) {
		if (parent === null || parent.verdict === "finding") return this.#screen.inspect(bytes);
		return parent.verdict === "candidate" && this.#isAnyChange((start, end) => this.#screen.concernsCandidates(bytes, start, end)) ? this.#screen.inspect(bytes) : this.#inspectChanges(bytes, parent.verdict);
	}
	#isAnyChange(accepts) {
		for (let index = 0; index < this.changed.count; index += 1) if (accepts(this.changed.startOf(index), this.changed.endOf(index))) return true;
		return false;
	}
	#inspectChanges(bytes, verdict) {
		const { reach, contextReach } = this.#screen;
		const heldCandidate = verdict === "candidate";
		const distance = 2 * (heldCandidate ? contextReach : reach);
		let isCandidate = heldCandidate;
		for (let index = 0; index < this.changed.count; index += 1) {
			const start = this.changed.startOf(index);
			index = this.changed.lastWithin(index, distance);
			const brought = this.#screen.inspectChange(bytes, start, this.changed.endOf(index), heldCandidate);
			if (brought === "finding") return brought;
			isCandidate ||= brought === "candidate";
		}
		return isCandidate ? "candidate" : "nothing";
	}
	#recordTarget(entry, bytes) {
		const type = this.#table.types[entry];
		if (type !== 1 && type !== 4) return;
		const target = targetOf(bytes, type === 1 ? "commit" : "tag");
		if (target === null) return;
		this.#links.begin(this.#firstNumber + entry);
		this.#links.add(this.#links.find(Buffer.from(target, "hex"), 0), true, NO_NAME, 0, 0);
	}
};
const NO_NAME = new Uint8Array(0);
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
const PATH_BUDGET = 67108864;
var FamilyReader = class {
	#table;
	#file;
	#inflate;
	#visitor;
	#pool = new BufferPool();
	#deltaHeader = {
		baseSize: 0,
		resultSize: 0,
		at: 0
	};
	#delta = Buffer.allocUnsafeSlow(65536);
	#leaf = Buffer.allocUnsafeSlow(262144);
	#path = [];
	#pathLength = 0;
	constructor(table, file, inflate, visitor) {
		this.#table = table;
		this.#file = file;
		this.#inflate = inflate;
		this.#visitor = visitor;
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
		const length = this.#table.contentSizes[entry] ?? 0;
		if (content === null) this.#giveUp(entry);
		else this.#enter(entry, content, length, parent);
		if (isLast) this.#pool.giveBack(parent.content);
	}
	#unpack(entry, parent) {
		const { sizes, contentSizes } = this.#table;
		const length = sizes[entry] ?? 0;
		if (length > 33554432) return null;
		if (parent === null) {
			contentSizes[entry] = length;
			const content = this.#room(entry, length);
			return this.#inflateEntry(entry, content, length) ? content : this.#refuse(entry, content);
		}
		if (this.#delta.length <= length) this.#delta = Buffer.allocUnsafeSlow(2 ** (33 - Math.clz32(length)));
		if (!this.#inflateEntry(entry, this.#delta, length)) return null;
		const header = this.#deltaHeader;
		readDeltaHeader(this.#delta, header);
		if (header.baseSize !== parent.length || header.resultSize > 33554432) return null;
		const content = this.#room(entry, header.resultSize);
		this.#visitor.changed.clear();
		if (!applyDelta(parent.content, parent.length, this.#delta, header.at, length, content, header.resultSize, this.#visitor.changed)) return this.#refuse(entry, content);
		contentSizes[entry] = header.resultSize;
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
		const state = this.#visitor.enter(entry, content.subarray(0, length), parent?.state ?? null);
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
			state,
			next,
			last: this.#costliest(next)
		});
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
	const stream = (0, node_zlib.createInflate)();
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
		const content = (0, node_zlib.inflateSync)(input.subarray(start, end), { maxOutputLength: length + 1 });
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
		const whole = (0, node_zlib.deflateSync)(content);
		const broken = Buffer.from(whole);
		broken.writeUInt8((broken.at(-1) ?? 0) ^ 1, broken.length - 1);
		const output = Buffer.alloc(content.length + 1);
		const unpacks = () => output.fill(0) === output && inflate(whole, 0, whole.length, output, content.length) && output.subarray(0, content.length).equals(content);
		return unpacks() && !inflate(broken, 0, broken.length, output, content.length) && unpacks() && !inflate(whole, 0, whole.length - 3, output, content.length) && !inflate(whole, 0, whole.length, output, content.length - 1) && unpacks();
	} catch {
		return false;
	}
}
// src/git/pack/link-recorder.ts
var LinkRecorder = class {
	#lookup;
	#hashLength;
	#names = new require_byte_strings.ByteStrings();
	#outside = new Map();
	#records = new Int32Array(16384);
	#length = 0;
	#start = 0;
	constructor(lookup, hashLength) {
		this.#lookup = lookup;
		this.#hashLength = hashLength;
	}
	begin(number) {
		this.#reserve(2);
		this.#start = this.#length;
		this.#records[this.#length++] = number;
		this.#records[this.#length++] = 0;
	}
	find(id, at) {
		const number = this.#lookup.find(id, at);
		return number === -1 ? this.#outsideNumber(id, at) : number;
	}
	add(child, isTree, bytes, start, end) {
		this.#reserve(2);
		this.#records[this.#length++] = child;
		this.#records[this.#length++] = 2 * this.#names.intern(bytes, start, end) + Number(isTree);
		this.#records[this.#start + 1] = (this.#records[this.#start + 1] ?? 0) + 1;
	}
	drop() {
		this.#length = this.#start;
	}
	finish() {
		const outside = Buffer.alloc(this.#outside.size * this.#hashLength);
		let at = 0;
		for (const id of this.#outside.keys()) at += outside.write(id, at, "latin1");
		const names = Array.from({ length: this.#names.count }, (_, name) => Uint8Array.from(this.#names.at(name)));
		return {
			records: this.#records.slice(0, this.#length),
			names,
			outside
		};
	}
	#outsideNumber(id, at) {
		const key = Buffer.from(id.subarray(at, at + this.#hashLength)).toString("latin1");
		const known = this.#outside.get(key);
		if (known !== void 0) return known;
		const number = -1 - this.#outside.size;
		this.#outside.set(key, number);
		return number;
	}
	#reserve(count) {
		if (this.#length + count <= this.#records.length) return;
		const larger = new Int32Array(2 * this.#records.length);
		larger.set(this.#records);
		this.#records = larger;
	}
};
// src/git/pack/naming-visitor.ts
var NamingVisitor = class {
	changed = new ChangedRanges(0);
	#pack;
	#lookup;
	#reached;
	#cursor;
	constructor(pack, lookup, hashLength, reached) {
		this.#pack = pack;
		this.#lookup = lookup;
		this.#reached = reached;
		this.#cursor = new require_tree_entry_cursor.TreeEntryCursor(hashLength);
	}
	enter(entry, bytes) {
		if (this.#reached[this.#lookup.numberOf(this.#pack, entry)] !== 1) return null;
		this.#cursor.start(bytes);
		while (this.#cursor.next()) {
			const number = this.#cursor.isSubmodule ? -1 : this.#lookup.find(bytes, this.#cursor.idStart);
			if (number !== -1) this.#lookup.markNamed(number);
		}
		const states = this.#lookup.packs[this.#pack]?.table.states;
		if (states !== void 0) states[entry] = this.#cursor.isBroken ? 1 : 2;
		return null;
	}
};
// src/git/pack/object-lookup.ts
var ObjectLookup = class {
	packs;
	count;
	#starts;
	constructor(packs) {
		this.packs = packs;
		const starts = [];
		let count = 0;
		for (const { table } of packs) {
			starts.push(count);
			count += table.count;
		}
		this.#starts = starts;
		this.count = count;
	}
	find(id, at = 0) {
		for (let pack = 0; pack < this.packs.length; pack += 1) {
			const found = this.packs[pack];
			const place = found?.index.find(id, at) ?? -1;
			if (found !== void 0 && place !== -1) return this.numberOf(pack, found.table.entryOfPlace[place] ?? 0);
		}
		return -1;
	}
	numberOf(pack, entry) {
		return (this.#starts[pack] ?? 0) + entry;
	}
	packOf(number) {
		let pack = this.#starts.length - 1;
		while (pack > 0 && (this.#starts[pack] ?? 0) > number) pack -= 1;
		return pack;
	}
	entryOf(number, pack = this.packOf(number)) {
		return number - (this.#starts[pack] ?? 0);
	}
	stateOf(number) {
		const pack = this.packOf(number);
		return this.packs[pack]?.table.states[this.entryOf(number, pack)] ?? 0;
	}
	typeOf(number) {
		const pack = this.packOf(number);
		return this.packs[pack]?.table.types[this.entryOf(number, pack)] ?? 0;
	}
	markNamed(number) {
		const pack = this.packOf(number);
		const named = this.packs[pack]?.table.named;
		const entry = this.entryOf(number, pack);
		if (named !== void 0 && named[entry] !== 1) named[entry] = 1;
	}
};
// src/git/pack/pack-work.ts
const BATCH_COST = 2097152;
function makePackWork(packs, hashLength, wanted) {
	const contents = [];
	const trees = [];
	return {
		hashLength,
		packs: packs.map((stored, pack) => {
			const { path, table, index } = stored;
			const contentRoots = wanted.contentsOf(stored) ? rootsOf(table, require_pack_plan.isContent) : [];
			const treeRoots = wanted.treesOf(stored) ? rootsOf(table, (type) => type === 2) : [];
			const roots = new Int32Array(new SharedArrayBuffer((contentRoots.length + treeRoots.length) * 4));
			roots.set(contentRoots);
			roots.set(treeRoots, contentRoots.length);
			const cut = (from, to) => cutRoots(table, roots, from, to);
			for (const part of cut(0, contentRoots.length)) contents.push({
				pack,
				isOfTrees: false,
				...part
			});
			for (const part of cut(contentRoots.length, roots.length)) trees.push({
				pack,
				isOfTrees: true,
				...part
			});
			return {
				path,
				count: table.count,
				table: table.buffer,
				index: index.bytes,
				roots: roots.buffer
			};
		}),
		batches: [...contents, ...trees],
		counters: new SharedArrayBuffer(8),
		reached: wanted.reached ?? null
	};
}
function cutRoots({ costs }, roots, start, end) {
	const parts = [];
	let from = start;
	let cost = 0;
	for (let at = start; at < end; at += 1) {
		cost += costs[roots[at] ?? 0] ?? 0;
		if (cost < BATCH_COST && at + 1 < end) continue;
		parts.push({
			from,
			to: at + 1
		});
		from = at + 1;
		cost = 0;
	}
	return parts;
}
function rootsOf({ count, types, parents, costs }, isOfKind) {
	let length = 0;
	const isRoot = (entry) => parents[entry] === -1 && isOfKind(types[entry]) && (costs[entry] ?? 0) > 0;
	for (let entry = 0; entry < count; entry += 1) if (isRoot(entry)) length += 1;
	const roots = new Int32Array(length);
	for (let entry = 0, at = 0; entry < count; entry += 1) if (isRoot(entry)) roots[at++] = entry;
	return roots;
}
// src/git/pack/tree-visitor.ts
const BATCH_BYTES = 65536;
const NEWLINE = 10;
var TreeVisitor = class {
	changed = new ChangedRanges(0);
	#pack;
	#table;
	#lookup;
	#screen;
	#links;
	#cursor;
	#batch = Buffer.allocUnsafeSlow(BATCH_BYTES);
	#batchLength = 0;
	#batchTrees = [];
	#nextChange = 0;
	constructor(pack, lookup, hashLength, screen, links) {
		const indexed = lookup.packs[pack];
		if (indexed === void 0) throw new RangeError(`no pack ${pack}`);
		this.#pack = pack;
		this.#table = indexed.table;
		this.#lookup = lookup;
		this.#screen = screen;
		this.#links = links;
		this.#cursor = new require_tree_entry_cursor.TreeEntryCursor(hashLength);
	}
	enter(entry, bytes, parent) {
		const cursor = this.#cursor;
		const isNew = parent === null || !parent.isWhole;
		this.#nextChange = 0;
		this.#links.begin(this.#lookup.numberOf(this.#pack, entry));
		cursor.start(bytes);
		while (cursor.next()) {
			if (cursor.isSubmodule) continue;
			this.#link(bytes);
			if (cursor.nameEnd - cursor.nameStart >= 20 && (isNew || this.#isChanged())) this.#screenLater(entry, bytes);
		}
		if (cursor.isBroken) this.#links.drop();
		this.#table.states[entry] = cursor.isBroken ? 1 : 2;
		return { isWhole: !cursor.isBroken };
	}
	flush() {
		if (this.#holds(0, this.#batchLength)) {
			let start = 0;
			for (const { entry, end } of this.#batchTrees) {
				if (this.#holds(start, end)) this.#table.states[entry] = 3;
				start = end;
			}
		}
		this.#batchLength = 0;
		this.#batchTrees = [];
	}
	#link(bytes) {
		const { isTree, nameStart, nameEnd, idStart } = this.#cursor;
		const number = this.#links.find(bytes, idStart);
		if (number >= 0) {
			this.#lookup.markNamed(number);
			if (!isTree && this.#lookup.stateOf(number) === 2) return;
		}
		this.#links.add(number, isTree, bytes, nameStart, nameEnd);
	}
	#isChanged() {
		const { entryStart, entryEnd } = this.#cursor;
		const { changed } = this;
		while (this.#nextChange < changed.count && changed.endOf(this.#nextChange) <= entryStart) this.#nextChange += 1;
		return this.#nextChange < changed.count && changed.startOf(this.#nextChange) < entryEnd;
	}
	#screenLater(entry, bytes) {
		const { nameStart, nameEnd } = this.#cursor;
		const length = nameEnd - nameStart + 1;
		if (this.#batchLength + length > this.#batch.length) this.flush();
		if (length > this.#batch.length) this.#batch = Buffer.allocUnsafeSlow(2 * length);
		bytes.copy(this.#batch, this.#batchLength, nameStart, nameEnd);
		this.#batchLength += length;
		this.#batch[this.#batchLength - 1] = NEWLINE;
		const last = this.#batchTrees.at(-1);
		if (last?.entry === entry) last.end = this.#batchLength;
		else this.#batchTrees.push({
			entry,
			end: this.#batchLength
		});
	}
	#holds(start, end) {
		return end > start && this.#screen.inspect(this.#batch.subarray(start, end)) !== "nothing";
	}
};
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
	return reader.links.finish();
	function takeBatch() {
		return work.batches[Atomics.add(counters, 0, 1)];
	}
}
var BatchReader = class {
	links;
	#work;
	#screen;
	#lookup;
	#inflate = createInflater();
	#number = -1;
	#open = null;
	constructor(work, screen) {
		this.#work = work;
		this.#screen = screen;
		this.#lookup = lookupOf(work);
		this.links = new LinkRecorder(this.#lookup, work.hashLength);
	}
	read({ pack, isOfTrees, from, to }) {
		if (pack !== this.#number) this.#openPack(pack);
		if (this.#open === null) return;
		const reader = isOfTrees ? this.#open.trees : this.#open.contents;
		for (const root of this.#open.roots.subarray(from, to)) try {
			reader.read(root);
		} catch {}
	}
	close() {
		this.#open?.treeNames.flush();
		this.#open?.file.close();
		this.#open = null;
	}
	#openPack(pack) {
		this.close();
		this.#number = pack;
		const { packs, hashLength, reached } = this.#work;
		const shared = packs[pack];
		const table = this.#lookup.packs[pack]?.table;
		if (shared === void 0 || table === void 0) return;
		let file;
		try {
			file = require_pack_plan.PackFile.open(shared.path, hashLength);
		} catch {
			return;
		}
		const { links } = this;
		const lookup = this.#lookup;
		const screen = this.#screen;
		const contents = new ContentVisitor(table, lookup.numberOf(pack, 0), screen, links);
		const treeNames = new TreeVisitor(pack, lookup, hashLength, screen, links);
		this.#open = {
			file,
			roots: new Int32Array(shared.roots),
			contents: new FamilyReader(table, file, this.#inflate, contents),
			trees: reached === null ? new FamilyReader(table, file, this.#inflate, treeNames) : new FamilyReader(table, file, this.#inflate, new NamingVisitor(pack, lookup, hashLength, new Uint8Array(reached))),
			treeNames
		};
	}
};
function lookupOf({ packs, hashLength }) {
	return new ObjectLookup(packs.flatMap(({ count, table, index }) => {
		const known = require_pack_plan.PackIndex.of(Buffer.from(index.buffer, index.byteOffset, index.length), hashLength);
		return known === null ? [] : [{
			index: known,
			table: new require_pack_plan.PackTable(count, table)
		}];
	}));
}
Object.defineProperty(exports, "ObjectLookup", {
	enumerable: true,
	get: function() {
		return ObjectLookup;
	}
});
Object.defineProperty(exports, "makePackWork", {
	enumerable: true,
	get: function() {
		return makePackWork;
	}
});
Object.defineProperty(exports, "readBatches", {
	enumerable: true,
	get: function() {
		return readBatches;
	}
});
Object.defineProperty(exports, "targetOf", {
	enumerable: true,
	get: function() {
		return targetOf;
	}
});
