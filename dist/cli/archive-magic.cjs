"use strict";
// src/decode/archive-magic.ts
const TAR_MAGIC_AT = 257;
const TAR_MAGIC = [
	117,
	115,
	116,
	97,
	114
];
const ARCHIVE_MAGIC_END = TAR_MAGIC_AT + TAR_MAGIC.length;
function isArchive(bytes) {
	return isGzip(bytes) || isZip(bytes) || isTar(bytes);
}
function isGzip(bytes) {
	return bytes[0] === 31 && bytes[1] === 139 && bytes[2] === 8;
}
function isZip(bytes) {
	return bytes[0] === 80 && bytes[1] === 75 && bytes[2] === 3 && bytes[3] === 4;
}
function isTar(bytes) {
	return TAR_MAGIC.every((byte, index) => bytes[TAR_MAGIC_AT + index] === byte);
}
Object.defineProperty(exports, "ARCHIVE_MAGIC_END", {
	enumerable: true,
	get: function() {
		return ARCHIVE_MAGIC_END;
	}
});
Object.defineProperty(exports, "isArchive", {
	enumerable: true,
	get: function() {
		return isArchive;
	}
});
Object.defineProperty(exports, "isGzip", {
	enumerable: true,
	get: function() {
		return isGzip;
	}
});
Object.defineProperty(exports, "isZip", {
	enumerable: true,
	get: function() {
		return isZip;
	}
});
