import { p as textOrNothing, u as parseObjectId } from "./scan.js";
import { join } from "node:path";
// src/git/shallow.ts
async function readShallowCommits({ shallow, commonDir }) {
	if (!shallow) return new Set();
	const text = textOrNothing(join(commonDir, "shallow"));
	return new Set(text.split("\n").flatMap((line) => parseObjectId(line.trim()) ?? []));
}
// src/git/raw-log.ts
const RAW_LOG_FORMAT = [
	"-z",
	"--raw",
	"-c",
	"--root",
	"--no-abbrev",
	"--no-renames",
	"--no-relative",
	"--no-color",
	"--no-decorate",
	"--no-notes",
	"--no-mailmap",
	"--no-show-signature",
	"--no-ext-diff",
	"--no-textconv",
	"--ignore-submodules=none",
	"-O/dev/null",
	"--encoding=UTF-8",
	"--format=tformat:%x01%H%x00%P%x00%an%x00%ae%x00%aI%x00%ct%x00"
];
const COMMIT_MARK = 1;
const NEWLINE = 10;
const COLON = 58;
const FIELDS = 6;
var RawLogParser = class {
	#events;
	#fields = null;
	#changed = null;
	constructor(events) {
		this.#events = events;
	}
	push(part) {
		if (this.#fields !== null) this.#takeField(part.toString("utf8"));
		else if (this.#changed !== null) {
			this.#events.change(this.#changed.after, part, this.#changed.before);
			this.#changed = null;
		} else if (part[0] === COMMIT_MARK) {
			this.#fields = [];
			this.#takeField(part.toString("latin1", 1));
		} else this.#takeChange(part);
	}
	#takeField(field) {
		const fields = this.#fields ?? [];
		fields.push(field);
		if (fields.length < FIELDS) return;
		this.#fields = null;
		this.#events.commit(toCommit(fields));
	}
	#takeChange(part) {
		const start = part[0] === NEWLINE ? 1 : 0;
		if (part.length === start) return;
		if (part[start] !== COLON) throw unexpected(part);
		this.#changed = parseRawChange(part.toString("latin1", start));
	}
};
function isNothing(oid) {
	return /^0+$/.test(oid);
}
function parseRawChange(text) {
	const parents = Math.max(1, text.lastIndexOf(":") + 1);
	const words = text.split(" ");
	return {
		before: words.slice(parents + 1, 2 * parents + 1),
		after: words[2 * parents + 1] ?? ""
	};
}
function toCommit(fields) {
	const [id = "", parents = "", authorName = "", authorEmail = "", date = "", committed = ""] = fields;
	const oid = parseObjectId(id);
	if (oid === null) throw unexpected(Buffer.from(id));
	return {
		oid,
		parents: parents.split(" ").flatMap((parent) => parseObjectId(parent) ?? []),
		authorName,
		authorEmail,
		date: date === "" ? null : date,
		committed: Number(committed) || 0
	};
}
function unexpected(part) {
	return new Error(`unexpected output of git log: ${JSON.stringify(part.toString("latin1", 0, 200))}`);
}
export { readShallowCommits as a, parseRawChange as i, RawLogParser as n, isNothing as r, RAW_LOG_FORMAT as t };
