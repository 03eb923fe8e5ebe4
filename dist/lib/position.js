// src/sources/position.ts
const START = {
	line: 1,
	column: 1
};
const NEWLINE = 10;
function advance(from, bytes, start, end) {
	let { line, column } = from;
	let lineStart = start;
	if (line === 1 && column === 1 && start < byteOrderMarkLength(bytes)) lineStart = Math.min(end, byteOrderMarkLength(bytes));
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
function byteOrderMarkLength(bytes) {
	if (bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191) return 3;
	return bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255 ? 2 : 0;
}
const UTF16_UNITS = Uint8Array.from({ length: 256 }, (_, byte) => {
	if ((byte & 192) === 128) return 0;
	return byte >= 240 ? 2 : 1;
});
export { advance as n, START as t };
