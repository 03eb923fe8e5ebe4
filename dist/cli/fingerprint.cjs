"use strict";
const require_builtin_modules = require("./builtin-modules.cjs");
// src/credentials/redact.ts
const PUBLIC_PREFIX = /^sk-(?:proj-|svcacct-|admin-|None-|service-|ant-|or-|lf-)?/;
const SHOWN_AT_EACH_END = 4;
function redact(secret) {
	const ends = shownEnds(secret);
	return ends === null ? "••••" : `${ends.start}••••${ends.end}`;
}
function shownEnds(secret) {
	const shown = (PUBLIC_PREFIX.exec(secret)?.[0].length ?? 0) + SHOWN_AT_EACH_END;
	if (secret.length < 2 * (shown + SHOWN_AT_EACH_END)) return null;
	return {
		start: secret.slice(0, shown),
		end: secret.slice(-4)
	};
}
// src/sources/position.ts
const START = {
	line: 1,
	column: 1
};
const NEWLINE$1 = 10;
function advance(from, bytes, start, end) {
	let { line, column } = from;
	let lineStart = start;
	if (line === 1 && column === 1 && start < byteOrderMarkLength(bytes)) lineStart = Math.min(end, byteOrderMarkLength(bytes));
	for (let at = bytes.indexOf(NEWLINE$1, start); at !== -1 && at < end; at = bytes.indexOf(NEWLINE$1, at + 1)) {
		line += 1;
		column = 1;
		lineStart = at + 1;
	}
	for (let at = lineStart; at < end; at += 1) column += UTF16_UNITS[bytes[at] ?? 0] ?? 0;
	return {
		line,
		column
	};
}
function byteOrderMarkLength(bytes) {
	if (bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191) return 3;
	return bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255 ? 2 : 0;
}
const UTF16_UNITS = Uint8Array.from({ length: 256 }, (_, byte) => {
	if ((byte & 192) === 128) return 0;
	return byte >= 240 ? 2 : 1;
});
// src/sources/place-finder.ts
const NEWLINE = 10;
var PlaceFinder = class {
	#bytes;
	#piece;
	#cursors = new Map();
	constructor(bytes, piece) {
		this.#bytes = bytes;
		this.#piece = piece;
	}
	at(offset, decodedFrom) {
		const encoding = textEncodingOf(decodedFrom);
		const known = this.#cursors.get(encoding);
		const from = known !== void 0 && known.offset <= offset ? known : this.#startIn(encoding);
		const position = encoding === "utf-8" ? advance(from.position, this.#bytes, from.offset, offset) : advanceUtf16(from.position, this.#bytes, from.offset, offset, encoding);
		this.#cursors.set(encoding, {
			offset,
			position
		});
		return position;
	}
	#startIn(encoding) {
		const { line, column } = this.#piece;
		return {
			offset: 0,
			position: {
				line,
				column: encoding === "utf-8" ? column : Math.floor((column - 1) / 2) + 1
			}
		};
	}
};
function textEncodingOf([outermost]) {
	return outermost === "utf-16le" || outermost === "utf-16be" ? outermost : "utf-8";
}
function advanceUtf16(from, bytes, start, end, encoding) {
	const [low, high] = encoding === "utf-16le" ? [0, 1] : [1, 0];
	let { line, column } = from;
	for (let at = start; at + 1 < end; at += 2) {
		const unit = (bytes[at + high] ?? 0) << 8 | (bytes[at + low] ?? 0);
		if (unit === NEWLINE) {
			line += 1;
			column = 1;
		} else if (at > 0 || unit !== BYTE_ORDER_MARK) column += 1;
	}
	return {
		line,
		column
	};
}
const BYTE_ORDER_MARK = 65279;
// src/sources/source.ts
function pathOf(origin) {
	return "path" in origin ? origin.path : null;
}
function wholePiece(length) {
	return {
		line: 1,
		column: 1,
		ownedStart: 0,
		ownedEnd: length
	};
}
// src/credentials/fingerprint.ts
const LENGTH = 40;
function fingerprintOf(family, secret) {
	return `kp1:${require_builtin_modules.lazyCrypto().createHash("sha256").update(`keypetrel fingerprint 1\0${family}\0${secret}`).digest("hex").slice(0, LENGTH)}`;
}
Object.defineProperty(exports, "PlaceFinder", {
	enumerable: true,
	get: function() {
		return PlaceFinder;
	}
});
Object.defineProperty(exports, "START", {
	enumerable: true,
	get: function() {
		return START;
	}
});
Object.defineProperty(exports, "advance", {
	enumerable: true,
	get: function() {
		return advance;
	}
});
Object.defineProperty(exports, "fingerprintOf", {
	enumerable: true,
	get: function() {
		return fingerprintOf;
	}
});
Object.defineProperty(exports, "pathOf", {
	enumerable: true,
	get: function() {
		return pathOf;
	}
});
Object.defineProperty(exports, "redact", {
	enumerable: true,
	get: function() {
		return redact;
	}
});
Object.defineProperty(exports, "shownEnds", {
	enumerable: true,
	get: function() {
		return shownEnds;
	}
});
Object.defineProperty(exports, "wholePiece", {
	enumerable: true,
	get: function() {
		return wholePiece;
	}
});
