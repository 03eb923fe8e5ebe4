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
	constructor(graph, { refs, broken }, head, unread) {
		this.graph = graph;
		this.refs = [...refs].sort(byRank);
		this.head = head === null ? null : graph.find(head);
		this.#tips = this.refs.map(({ target, peeled }) => graph.find(peeled ?? target));
		this.#unread = unread;
		this.#broken = [...broken.map((name) => name.startsWith("refs/remotes/") ? "pushed" : "local"), ...this.refs.filter(({ peeled, kind }, index) => peeled === null && this.#tips[index] === null && kind !== "fetched").map(({ remote }) => remote === null ? "local" : "pushed")];
		for (const ref of this.refs) for (const oid of new Set([ref.target, ref.peeled ?? ref.target])) this.#direct.set(oid, [...this.#direct.get(oid) ?? [], ref]);
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
	holdersOf(sets, most) {
		const keys = sets.map((set) => [...set].sort((a, b) => a - b).join());
		const distinct = [...new Map(keys.map((key, index) => [key, sets[index] ?? []]))];
		const found = new Map();
		for (let start = 0; start < distinct.length; start += 32) {
			const batch = distinct.slice(start, start + 32);
			const marks = this.graph.spread(batch.map(([, set]) => set));
			for (const [bit, [key]] of batch.entries()) found.set(key, this.#holders(marks, bit, most));
		}
		return keys.map((key) => found.get(key) ?? {
			refs: [],
			count: 0
		});
	}
	#holders(marks, bit, most) {
		const refs = [];
		const counts = new Map();
		let count = 0;
		for (const [index, tip] of this.#tips.entries()) {
			const ref = this.refs[index];
			if (tip === null || ref === void 0 || ((marks[tip] ?? 0) >>> bit & 1) === 0) continue;
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
		const marks = this.graph.spread([set]);
		const parents = set.flatMap((place) => this.graph.parentsOf(place));
		return [...new Set(parents)].filter((place) => marks[place] === 0 && !this.graph.isMissing(place));
	}
	stashCommits(stash) {
		const top = this.graph.find(stash.target);
		return top === null ? [] : [top, ...this.graph.parentsOf(top).slice(1)];
	}
	furthestPossible(set) {
		return furthestReach([furthestReach(set.map((place) => this.reachOf(place))), ...this.#reachesNotExcluded(set)]);
	}
	#reachesNotExcluded(set) {
		const reaches = [...this.#broken];
		if (set.length === 0) reaches.push(...this.#unread.commits.map((place) => this.reachOf(place)));
		const missing = this.graph.missing();
		if (missing.length === 0) return reaches;
		const before = this.graph.ancestors(set);
		const open = set.length === 0 ? missing : missing.filter((place) => before[place] === 0);
		return [...reaches, ...open.map((place) => this.reachOf(place))];
	}
};
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
