"use strict";
const require_refs = require("./refs.cjs");
// src/git/history.ts
const REACHES = [
	"unreachable",
	"local",
	"pushed"
];
function furthestReach(reaches) {
	return REACHES.findLast((reach) => reaches.includes(reach)) ?? "unreachable";
}
var History = class {
	graph;
	refs;
	head;
	#tips;
	#direct = new Map();
	#pushed;
	#local;
	#inHead;
	#unread;
	#broken;
	#followed = {
		bits: new Map(),
		marks: new Uint32Array(0)
	};
	constructor(graph, { refs, broken }, head, unread) {
		this.graph = graph;
		this.refs = [...refs].sort(byRank);
		this.head = head === null ? null : graph.find(head);
		this.#tips = this.refs.map(({ target, peeled }) => graph.find(peeled ?? target));
		this.#unread = unread;
		this.#broken = [...broken.map((name) => name.startsWith("refs/remotes/") ? "pushed" : "local"), ...this.refs.filter(({ peeled, kind }, index) => peeled === null && this.#tips[index] === null && kind !== "fetched").map(({ remote }) => remote === null ? "local" : "pushed")];
		for (const ref of this.refs) for (const oid of new Set([ref.target, ref.peeled ?? ref.target])) {
			const own = this.#direct.get(oid) ?? [];
			this.#direct.set(oid, own);
			own.push(ref);
		}
		const tipsOf = (isWanted) => this.#tips.filter((tip, index) => {
			const ref = this.refs[index];
			return tip !== null && ref !== void 0 && isWanted(ref);
		});
		this.#pushed = graph.ancestors(tipsOf(({ remote }) => remote !== null));
		this.#local = graph.ancestors(tipsOf(() => true));
		this.#inHead = graph.ancestors(this.head === null ? [] : [this.head]);
	}
	get isComplete() {
		return !this.#unread.isBroken && this.#unread.commits.length === 0 && this.#broken.length === 0;
	}
	reachOf(place) {
		if (this.#pushed[place] === 1) return "pushed";
		return this.#local[place] === 1 ? "local" : "unreachable";
	}
	isInHead(place) {
		return this.#inHead[place] === 1;
	}
	mostTelling(places) {
		const reach = furthestReach(places.map((place) => this.reachOf(place)));
		return this.oldest(places.filter((place) => this.reachOf(place) === reach));
	}
	oldest(places) {
		return places.reduce((oldest, place) => oldest === null || this.graph.isOlder(place, oldest) ? place : oldest, null);
	}
	refsAt(oid) {
		return this.#direct.get(oid) ?? [];
	}
	follow(sets) {
		const distinct = [...new Map(sets.map((set) => [keyOf(set), set]))].slice(0, 32);
		const bits = new Map(distinct.map(([key], bit) => [key, bit]));
		this.#followed = {
			bits,
			marks: this.graph.spread(distinct.map(([, set]) => set))
		};
	}
	#comesAfter(set) {
		if (!this.#followed.bits.has(keyOf(set))) this.follow([set]);
		const { bits, marks } = this.#followed;
		const bit = bits.get(keyOf(set)) ?? 0;
		return (place) => ((marks[place] ?? 0) >>> bit & 1) === 1;
	}
	holdersOf(sets, most) {
		const keys = sets.map(keyOf);
		const distinct = [...new Map(keys.map((key, index) => [key, sets[index] ?? []]))];
		const found = new Map();
		for (let start = 0; start < distinct.length; start += 32) {
			const batch = distinct.slice(start, start + 32);
			if (!batch.every(([key]) => this.#followed.bits.has(key))) this.follow(batch.map(([, set]) => set));
			for (const [key, set] of batch) found.set(key, this.#holders(this.#comesAfter(set), most));
		}
		return keys.map((key) => found.get(key) ?? {
			refs: [],
			count: 0
		});
	}
	#holders(isHolder, most) {
		const refs = [];
		const counts = new Map();
		let count = 0;
		for (const [index, tip] of this.#tips.entries()) {
			const ref = this.refs[index];
			if (tip === null || ref === void 0 || !isHolder(tip)) continue;
			count += 1;
			const ofKind = (counts.get(ref.kind) ?? 0) + 1;
			counts.set(ref.kind, ofKind);
			if (ofKind <= most) refs.push(ref);
		}
		return {
			refs,
			count
		};
	}
	basesOf(set) {
		const comesAfter = this.#comesAfter(set);
		const parents = set.flatMap((place) => this.graph.parentsOf(place));
		return [...new Set(parents)].filter((place) => !comesAfter(place) && !this.graph.isMissing(place));
	}
	stashCommits(stash) {
		const top = this.graph.find(stash.target);
		return top === null ? [] : [top, ...this.graph.parentsOf(top).slice(1)];
	}
	furthestPossible(set) {
		return furthestReach([furthestReach(set.map((place) => this.reachOf(place))), ...this.#reachesNotExcluded(set)]);
	}
	#reachesNotExcluded(set) {
		const unread = set.length === 0 ? this.#unread.commits : [];
		const reaches = [...this.#broken, ...unread.map((place) => this.reachOf(place))];
		const missing = this.graph.missing();
		if (missing.length === 0) return reaches;
		const before = this.graph.ancestors(set);
		const open = set.length === 0 ? missing : missing.filter((place) => before[place] === 0);
		return [...reaches, ...open.map((place) => this.reachOf(place))];
	}
};
function keyOf(set) {
	return [...set].sort((a, b) => a - b).join();
}
function byRank(a, b) {
	return Number(b.isCurrentBranch) - Number(a.isCurrentBranch) || require_refs.REF_KINDS.indexOf(a.kind) - require_refs.REF_KINDS.indexOf(b.kind) || compareNames(a.name, b.name);
}
function compareNames(a, b) {
	const [, first = a, one = ""] = /^(.*@\{)(\d+)\}$/s.exec(a) ?? [];
	const [, second = b, other = ""] = /^(.*@\{)(\d+)\}$/s.exec(b) ?? [];
	if (first === second) return Number(one) - Number(other);
	return first < second ? -1 : 1;
}
Object.defineProperty(exports, "History", {
	enumerable: true,
	get: function() {
		return History;
	}
});
Object.defineProperty(exports, "furthestReach", {
	enumerable: true,
	get: function() {
		return furthestReach;
	}
});
