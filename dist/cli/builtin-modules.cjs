"use strict";
// src/builtin-modules.ts
function lazyCrypto() {
	return process.getBuiltinModule("node:crypto");
}
function lazyZlib() {
	return process.getBuiltinModule("node:zlib");
}
Object.defineProperty(exports, "lazyCrypto", {
	enumerable: true,
	get: function() {
		return lazyCrypto;
	}
});
Object.defineProperty(exports, "lazyZlib", {
	enumerable: true,
	get: function() {
		return lazyZlib;
	}
});
