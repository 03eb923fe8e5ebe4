"use strict";
// src/rules/evidence-words.ts
function inGeneral(says) {
	return says.replace(/"?\{(\w+)\}"?/g, "<$1>");
}
Object.defineProperty(exports, "inGeneral", {
	enumerable: true,
	get: function() {
		return inGeneral;
	}
});
