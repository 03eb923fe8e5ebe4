"use strict";
// src/rules/entry-of.ts
function entryOf(entries, name) {
	return Object.hasOwn(entries, name) ? entries[name] : void 0;
}
Object.defineProperty(exports, "entryOf", {
	enumerable: true,
	get: function() {
		return entryOf;
	}
});
