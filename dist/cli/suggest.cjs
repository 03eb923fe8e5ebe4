"use strict";
// src/version.ts
const TOOL_VERSION = "0.1.0";
// src/suggest.ts
function suggestionFor(input, candidates) {
	const nearest = nearestTo(input, candidates);
	return nearest === null ? "" : `; did you mean "${nearest}"?`;
}
function nearestTo(input, candidates) {
	const typed = input.toLowerCase();
	let best = null;
	let bestDistance = Math.max(1, Math.floor(plain(typed).length / 3)) + .5;
	for (const candidate of candidates) {
		const name = candidate.toLowerCase();
		const distance = plain(typed).length >= 3 && plain(name).startsWith(plain(typed)) ? .5 : editDistance(typed, name);
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}
function plain(name) {
	return name.replace(/^-+/, "");
}
function editDistance(a, b) {
	let beforeLast = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const isSame = a[row - 1] === b[column - 1];
			let distance = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (isSame ? 0 : 1));
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) distance = Math.min(distance, (beforeLast[column - 2] ?? 0) + 1);
			current.push(distance);
		}
		beforeLast = last;
		last = current;
	}
	return last[b.length] ?? 0;
}
function listOf(words) {
	const last = words.at(-1) ?? "";
	return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}
Object.defineProperty(exports, "TOOL_VERSION", {
	enumerable: true,
	get: function() {
		return TOOL_VERSION;
	}
});
Object.defineProperty(exports, "listOf", {
	enumerable: true,
	get: function() {
		return listOf;
	}
});
Object.defineProperty(exports, "nearestTo", {
	enumerable: true,
	get: function() {
		return nearestTo;
	}
});
Object.defineProperty(exports, "suggestionFor", {
	enumerable: true,
	get: function() {
		return suggestionFor;
	}
});
