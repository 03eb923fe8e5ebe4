"use strict";
const require_dist = require("./dist.cjs");
// src/rules/table.ts
const anyTable = require_dist.custom((value) => {
	if (typeof value !== "object" || value === null) return false;
	const prototype = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}, "must be a table");
function table(entries) {
	const names = Object.keys(entries).join(", ");
	const strict = require_dist.strictObject(entries, ({ expected }) => expected === "never" ? `is not known here, where there are ${names}` : "is missing");
	return require_dist.pipe(anyTable, strict);
}
const RESERVED_NAMES = [
	"__proto__",
	"constructor",
	"prototype"
];
function namedTable(name, value) {
	const isFree = (each) => !RESERVED_NAMES.some((reserved) => reserved === each);
	return require_dist.pipe(anyTable, require_dist.check((entries) => Object.keys(entries).every(isFree), `must not use the names ${RESERVED_NAMES.join(", ")}`), require_dist.record(name, value));
}
Object.defineProperty(exports, "namedTable", {
	enumerable: true,
	get: function() {
		return namedTable;
	}
});
Object.defineProperty(exports, "table", {
	enumerable: true,
	get: function() {
		return table;
	}
});
