import { C as strictObject, b as record, i as custom, r as check, v as pipe } from "./dist.js";
import { p as UserError } from "./basics.js";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
// src/rules/read-source.ts
const LARGEST_SOURCE = 262144;
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
async function readSourceFile(path, what, largest = LARGEST_SOURCE) {
	const refuse = (reason, cause) => {
		throw new UserError(`cannot read ${what} "${path}": ${reason}`, { cause });
	};
	const handle = await open(path, OPEN_FLAGS).catch((error) => refuse(systemReason(error), error));
	try {
		const stats = await handle.stat();
		if (stats.isDirectory()) return refuse("it is a folder");
		if (!stats.isFile()) return refuse("it is not a regular file");
		if (stats.size > largest) return refuse(`it is larger than ${largest / 1024} KiB`);
		return decodeUtf8(await handle.readFile().catch((error) => refuse(systemReason(error), error))) ?? refuse("it is not text in UTF-8");
	} finally {
		await handle.close();
	}
}
function decodeUtf8(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
function systemReason(error) {
	const { message, syscall } = error;
	return message.split(`, ${syscall}`)[0] ?? message;
}
// src/rules/table.ts
const anyTable = custom((value) => {
	if (typeof value !== "object" || value === null) return false;
	const prototype = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}, "must be a table");
function table(entries) {
	const names = Object.keys(entries).join(", ");
	const strict = strictObject(entries, ({ expected }) => expected === "never" ? `is not known here, where there are ${names}` : "is missing");
	return pipe(anyTable, strict);
}
const RESERVED_NAMES = [
	"__proto__",
	"constructor",
	"prototype"
];
function namedTable(name, value) {
	const isFree = (each) => !RESERVED_NAMES.some((reserved) => reserved === each);
	return pipe(anyTable, check((entries) => Object.keys(entries).every(isFree), `must not use the names ${RESERVED_NAMES.join(", ")}`), record(name, value));
}
export { table as n, readSourceFile as r, namedTable as t };
