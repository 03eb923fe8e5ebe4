"use strict";
// src/cli/terminal.ts
const DEFAULT_WIDTH = 100;
function widthOf({ columns }, { COLUMNS }) {
	if (columns !== void 0 && columns > 0) return columns;
	const told = Number(COLUMNS);
	return Number.isInteger(told) && told > 0 ? told : DEFAULT_WIDTH;
}
function hasColor({ isTTY }, { FORCE_COLOR, NO_COLOR, TERM }, isWanted) {
	if (!isWanted) return false;
	if (FORCE_COLOR !== void 0) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
	if (NO_COLOR !== void 0 && NO_COLOR !== "") return false;
	return isTTY === true && TERM !== "dumb";
}
function isWatched({ isTTY }, { CI, TERM }) {
	return isTTY === true && !(CI !== void 0 && CI !== "" && CI !== "0" && CI !== "false") && TERM !== "dumb";
}
Object.defineProperty(exports, "hasColor", {
	enumerable: true,
	get: function() {
		return hasColor;
	}
});
Object.defineProperty(exports, "isWatched", {
	enumerable: true,
	get: function() {
		return isWatched;
	}
});
Object.defineProperty(exports, "widthOf", {
	enumerable: true,
	get: function() {
		return widthOf;
	}
});
