import { t as ObjectTable } from "./object-table.js";
// src/git/commit-graph.ts
var CommitGraph = class CommitGraph {
	#table;
	#starts = new Int32Array(1024).fill(NOT_ADDED);
	#counts = new Int32Array(1024);
	#times = new Float64Array(1024);
	#parents = new Int32Array(1024);
	#parentCount = 0;
	#added = new Int32Array(1024);
	#addedCount = 0;
	#order = null;
	#generations = null;
	constructor(hexLength) {
		this.#table = new ObjectTable(hexLength);
	}
	get hexLength() {
		return this.#table.hexLength;
	}
	get size() {
		return this.#table.size;
	}
	add(ids, committed) {
		const [own, ...parents] = ids.map((id) => this.#table.add(id, 0, "commit"));
		if (own === void 0) return;
		this.#growTo(this.#table.size, this.#parentCount + parents.length);
		if (this.#starts[own] !== NOT_ADDED) return;
		this.#order = null;
		this.#generations = null;
		this.#added[this.#addedCount++] = own;
		this.#starts[own] = this.#parentCount;
		this.#counts[own] = parents.length;
		this.#times[own] = committed;
		this.#parents.set(parents, this.#parentCount);
		this.#parentCount += parents.length;
	}
	find(oid) {
		const place = this.#table.find(Buffer.from(oid, "latin1"), 0);
		return place === -1 ? null : place;
	}
	idAt(place) {
		return this.#table.idAt(place);
	}
	committedAt(place) {
		return this.#times[place] ?? 0;
	}
	parentsOf(place) {
		const start = this.#starts[place] ?? NOT_ADDED;
		if (start === NOT_ADDED) return [];
		return [...this.#parents.subarray(start, start + (this.#counts[place] ?? 0))];
	}
	isMissing(place) {
		return this.#starts[place] === NOT_ADDED;
	}
	missing() {
		return this.#where((place) => this.isMissing(place));
	}
	added() {
		return [...this.#added.subarray(0, this.#addedCount)];
	}
	only(marks) {
		const graph = new CommitGraph(this.hexLength);
		const idBytes = (place) => Buffer.from(this.idAt(place), "latin1");
		for (const place of this.added()) {
			if (marks[place] !== 1) continue;
			graph.add([place, ...this.parentsOf(place)].map(idBytes), this.committedAt(place));
		}
		return graph;
	}
	spread(sets) {
		const marks = new Uint32Array(this.size);
		for (const [bit, set] of sets.entries()) for (const place of set) marks[place] = (marks[place] ?? 0) | 1 << bit;
		const order = this.#childrenFirst();
		for (let index = order.length - 1; index >= 0; index -= 1) {
			const place = order[index] ?? 0;
			const end = (this.#starts[place] ?? 0) + (this.#counts[place] ?? 0);
			let mark = marks[place] ?? 0;
			for (let at = this.#starts[place] ?? 0; at >= 0 && at < end; at += 1) mark |= marks[this.#parents[at] ?? 0] ?? 0;
			marks[place] = mark;
		}
		return marks;
	}
	ancestors(of) {
		const marks = new Uint8Array(this.size);
		for (const place of of) marks[place] = 1;
		for (const place of this.#childrenFirst()) {
			if (marks[place] === 0) continue;
			const start = this.#starts[place] ?? NOT_ADDED;
			for (let at = start; at >= 0 && at < start + (this.#counts[place] ?? 0); at += 1) marks[this.#parents[at] ?? 0] = 1;
		}
		return marks;
	}
	isOlder(one, other) {
		const difference = this.committedAt(one) - this.committedAt(other) || this.#ageGap(one, other);
		return difference === 0 ? this.idAt(one) < this.idAt(other) : difference < 0;
	}
	#ageGap(one, other) {
		this.#generations ??= this.#countGenerations();
		return (this.#generations[one] ?? 0) - (this.#generations[other] ?? 0);
	}
	#countGenerations() {
		const generations = new Int32Array(this.size);
		for (const place of this.#childrenFirst().toReversed()) for (const parent of this.parentsOf(place)) generations[place] = Math.max(generations[place] ?? 0, (generations[parent] ?? 0) + 1);
		return generations;
	}
	#childrenFirst() {
		this.#order ??= this.#sort();
		return this.#order;
	}
	#sort() {
		const size = this.size;
		const children = new Int32Array(size);
		for (let at = 0; at < this.#parentCount; at += 1) {
			const parent = this.#parents[at] ?? 0;
			children[parent] = (children[parent] ?? 0) + 1;
		}
		const order = new Int32Array(size);
		let end = 0;
		for (let place = 0; place < size; place += 1) if (children[place] === 0) order[end++] = place;
		for (let index = 0; index < end; index += 1) {
			const place = order[index] ?? 0;
			const start = this.#starts[place] ?? NOT_ADDED;
			for (let at = start; at >= 0 && at < start + (this.#counts[place] ?? 0); at += 1) {
				const parent = this.#parents[at] ?? 0;
				const left = (children[parent] ?? 0) - 1;
				children[parent] = left;
				if (left === 0) order[end++] = parent;
			}
		}
		return order;
	}
	#where(isWanted) {
		const places = [];
		for (let place = 0; place < this.size; place += 1) if (isWanted(place)) places.push(place);
		return places;
	}
	#growTo(places, parents) {
		if (places > this.#starts.length) {
			const size = Math.max(places, 2 * this.#starts.length);
			const starts = new Int32Array(size).fill(NOT_ADDED);
			starts.set(this.#starts);
			this.#starts = starts;
			this.#added = grown(this.#added, new Int32Array(size));
			this.#counts = grown(this.#counts, new Int32Array(size));
			this.#times = grown(this.#times, new Float64Array(size));
		}
		if (parents > this.#parents.length) this.#parents = grown(this.#parents, new Int32Array(Math.max(parents, 2 * this.#parents.length)));
	}
};
const NOT_ADDED = -1;
function grown(old, larger) {
	larger.set(old);
	return larger;
}
export { CommitGraph as t };
