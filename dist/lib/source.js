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
export { wholePiece as n, pathOf as t };
