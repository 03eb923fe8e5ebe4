import { d as parseObjectId } from "./scan.js";
import { u as readObjects } from "./staged.js";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
// src/git/object-headers.ts
const MAX_HEADER = 65536;
async function readObjectHeaders(place, objects, onHeader, options) {
	let text = "";
	await readObjects(place, [objects.map((oid) => ({ oid }))], {
		begin: () => {
			text = "";
		},
		part: (bytes) => {
			if (text.length < MAX_HEADER) text += bytes.toString("latin1", 0, MAX_HEADER);
		},
		end: ({ oid }) => onHeader(oid, headerOf(text)),
		missing: () => {},
		corrupt: () => {}
	}, options);
}
function headerOf(text) {
	const end = text.indexOf("\n\n");
	return end === -1 ? text : text.slice(0, end);
}
// src/git/shallow.ts
async function readShallowCommits({ shallow, commonDir }) {
	if (!shallow) return new Set();
	const text = await readFile(join(commonDir, "shallow"), "latin1").catch(() => "");
	return new Set(text.split("\n").flatMap((line) => parseObjectId(line.trim()) ?? []));
}
// src/git/taggers.ts
async function readTaggers(place, tags, options = {}) {
	const taggers = new Map();
	if (tags.length === 0) return taggers;
	const onHeader = (oid, header) => void taggers.set(oid, parseTag(Buffer.from(header, "latin1").toString()));
	await readObjectHeaders(place, tags, onHeader, options);
	return taggers;
}
function parseTag(text) {
	const header = headerOf(text);
	const line = (name) => new RegExp(`^${name} (.*)$`, "m").exec(header)?.[1] ?? "";
	const { name, email, date } = parsePerson(line("tagger"));
	const object = parseObjectId(line("object"));
	return {
		commit: line("type") === "commit" ? object : null,
		tag: line("type") === "tag" ? object : null,
		name,
		email,
		date
	};
}
function parsePerson(text) {
	const open = text.indexOf("<");
	const close = text.indexOf(">", open);
	const [, seconds, zone = ""] = /^ (\d{1,12}) ([+-]\d{4})$/.exec(text.slice(close + 1)) ?? [];
	if (open === -1 || close === -1 || seconds === void 0) return {
		name: null,
		email: null,
		date: null
	};
	return {
		name: text.slice(0, open).replace(/ $/, ""),
		email: text.slice(open + 1, close),
		date: toIso(Number(seconds), zone)
	};
}
function toIso(seconds, zone) {
	const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone) ?? [];
	if (hours === void 0 || minutes === void 0) return null;
	const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
	const local = new Date((seconds + offset * 60) * 1e3);
	if (Number.isNaN(local.getTime())) return null;
	return `${local.toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
}
export { readShallowCommits as n, readObjectHeaders as r, readTaggers as t };
