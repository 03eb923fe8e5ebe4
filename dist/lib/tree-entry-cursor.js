// src/git/pack/tree-entry-cursor.ts
const SPACE = 32;
const ZERO = 48;
const TYPE_MASK = 61440;
const TREE_MODE = 16384;
const SUBMODULE_MODE = 57344;
const LONGEST_MODE = 12;
var TreeEntryCursor = class {
	isTree = false;
	isSubmodule = false;
	isBroken = false;
	entryStart = 0;
	entryEnd = 0;
	nameStart = 0;
	nameEnd = 0;
	idStart = 0;
	#hashLength;
	#bytes = new Uint8Array(0);
	constructor(hashLength) {
		this.#hashLength = hashLength;
	}
	start(bytes) {
		this.#bytes = bytes;
		this.entryEnd = 0;
		this.isBroken = false;
	}
	next() {
		const bytes = this.#bytes;
		const end = bytes.length;
		this.entryStart = this.entryEnd;
		if (this.entryStart === end) return false;
		let at = this.entryStart;
		let mode = 0;
		for (; at < end && bytes[at] !== SPACE && bytes[at] !== 0; at += 1) mode = mode * 8 + (bytes[at] ?? 0) - ZERO;
		const isMode = bytes[at] === SPACE && at - this.entryStart <= LONGEST_MODE;
		at += 1;
		this.nameStart = at;
		while (at < end && bytes[at] !== 0) at += 1;
		this.nameEnd = at;
		this.idStart = at + 1;
		this.entryEnd = this.idStart + this.#hashLength;
		this.isBroken = !isMode || this.entryEnd > end;
		this.isTree = (mode & TYPE_MASK) === TREE_MODE;
		this.isSubmodule = (mode & TYPE_MASK) === SUBMODULE_MODE;
		return !this.isBroken;
	}
};
export { TreeEntryCursor as t };
