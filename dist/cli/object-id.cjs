"use strict";
// src/git/object-id.ts
const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function parseObjectId(text) {
	return OBJECT_ID.test(text) ? text : null;
}
Object.defineProperty(exports, "parseObjectId", {
	enumerable: true,
	get: function() {
		return parseObjectId;
	}
});
