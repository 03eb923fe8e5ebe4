// src/report/text/numbers.ts
function formatCount(count) {
	return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function countOf(count, noun, plural = `${noun}s`) {
	return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
const UNITS = [
	"bytes",
	"kB",
	"MB",
	"GB",
	"TB"
];
function formatBytes(bytes) {
	let value = bytes;
	let unit = 0;
	while (value >= 999.5 && unit < UNITS.length - 1) {
		value /= 1e3;
		unit += 1;
	}
	return `${unit === 0 || value >= 9.95 ? String(Math.round(value)) : value.toFixed(1)} ${unit === 0 && bytes === 1 ? "byte" : UNITS[unit]}`;
}
function formatRanges(numbers) {
	const ranges = [];
	for (const number of numbers) {
		const last = ranges.at(-1);
		if (last !== void 0 && number === last[1] + 1) last[1] = number;
		else ranges.push([number, number]);
	}
	return ranges.flatMap(([from, to]) => to === from + 1 ? [`${from}`, `${to}`] : [from === to ? `${from}` : `${from}–${to}`]).join(", ");
}
function listOf(items) {
	const last = items.at(-1) ?? "";
	return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
function namesWithMore(names, more) {
	return more > 0 ? `${names.join(", ")} and ${formatCount(more)} more` : listOf(names);
}
export { listOf as a, formatRanges as i, formatBytes as n, namesWithMore as o, formatCount as r, countOf as t };
