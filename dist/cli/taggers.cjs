"use strict";
const require_object_headers = require("./object-headers.cjs");
const require_scan = require("./scan.cjs");
// src/git/taggers.ts
async function readTaggers(place, tags, options = {}) {
	const taggers = new Map();
	if (tags.length === 0) return taggers;
	const onHeader = (oid, header) => void taggers.set(oid, parseTag(Buffer.from(header, "latin1").toString()));
	await require_object_headers.readObjectHeaders(place, tags, onHeader, options);
	return taggers;
}
function parseTag(text) {
	const header = require_object_headers.headerOf(text);
	const line = (name) => new RegExp(`^${name} (.*)$`, "m").exec(header)?.[1] ?? "";
	const { name, email, date } = parsePerson(line("tagger"));
	const object = require_scan.parseObjectId(line("object"));
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
Object.defineProperty(exports, "readTaggers", {
	enumerable: true,
	get: function() {
		return readTaggers;
	}
});
