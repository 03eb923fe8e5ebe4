// src/sources/position.ts
const START = {
	line: 1,
	column: 1
};
const NEWLINE = 10;
function advance(from, bytes, start, end) {
	let { line, column } = from;
	let lineStart = start;
	for (let at = bytes.indexOf(NEWLINE, start); at !== -1 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) {
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
const UTF16_UNITS = Uint8Array.from({ length: 256 }, (_, byte) => {
	if ((byte & 192) === 128) return 0;
	return byte >= 240 ? 2 : 1;
});
// src/sources/source.ts
function wholePiece(length) {
	return {
		line: 1,
		column: 1,
		ownedStart: 0,
		ownedEnd: length
	};
}
export { START as n, advance as r, wholePiece as t };
