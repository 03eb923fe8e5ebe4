// src/sources/coverage.ts
const EXAMPLES_PER_REASON = 5;
const INCOMPLETE_REASONS = new Set([
	"unreadable",
	"missing-object",
	"corrupt-object",
	"time-limit"
]);
function leavesGap(reason) {
	return INCOMPLETE_REASONS.has(reason);
}
var Coverage = class {
	files = {
		scanned: 0,
		bytes: 0
	};
	objects = {
		scanned: 0,
		bytes: 0,
		fromCache: 0
	};
	commits = 0;
	shallow = false;
	partialClone = false;
	#skipped = new Map();
	skip(reason, example) {
		const entry = this.#skipped.get(reason) ?? {
			count: 0,
			examples: []
		};
		entry.count += 1;
		if (entry.examples.length < EXAMPLES_PER_REASON) entry.examples.push(example);
		this.#skipped.set(reason, entry);
	}
	add(other, prefix) {
		for (const counts of ["files", "objects"]) {
			this[counts].scanned += other[counts].scanned;
			this[counts].bytes += other[counts].bytes;
		}
		this.objects.fromCache += other.objects.fromCache;
		this.commits += other.commits;
		this.shallow ||= other.shallow;
		this.partialClone ||= other.partialClone;
		for (const [reason, { count, examples }] of other.#skipped) {
			for (const example of examples) this.skip(reason, placed(example, reason, prefix));
			const entry = this.#skipped.get(reason);
			if (entry !== void 0) entry.count += count - examples.length;
		}
	}
	skipped() {
		return [...this.#skipped].map(([reason, { count, examples }]) => ({
			reason,
			count,
			examples: [...examples]
		})).sort((a, b) => a.reason < b.reason ? -1 : 1);
	}
	get gapCount() {
		return [...this.#skipped].map(([reason, { count }]) => leavesGap(reason) ? count : 0).reduce((sum, count) => sum + count, 0);
	}
	isComplete() {
		return this.gapCount === 0;
	}
};
function placed(example, reason, prefix) {
	if (prefix === "") return example;
	return reason === "missing-object" || reason === "corrupt-object" ? `${example} in ${prefix}` : `${prefix}${example}`;
}
export { leavesGap as n, Coverage as t };
