import { t as parseObjectId } from "./object-id.js";
import { a as writeTo, i as startGit } from "./process.js";
// src/git/asked-objects.ts
const HANDOUT_SIZE = 1024;
var AskedObjects = class {
	#source;
	#block = [];
	#handedOut = 0;
	#pending = [];
	#answered = 0;
	constructor(blocks) {
		this.#source = Symbol.asyncIterator in blocks ? blocks[Symbol.asyncIterator]() : blocks[Symbol.iterator]();
	}
	async hasMore() {
		while (this.#handedOut >= this.#block.length) {
			const { value, done } = await this.#source.next();
			if (done === true) return false;
			this.#block = value;
			this.#handedOut = 0;
		}
		return true;
	}
	async nextBlock() {
		if (!await this.hasMore()) return [];
		const handout = this.#block.slice(this.#handedOut, this.#handedOut + HANDOUT_SIZE);
		this.#handedOut += handout.length;
		for (const object of handout) this.#pending.push(object);
		return handout;
	}
	current() {
		const object = this.#pending[this.#answered];
		if (object === void 0) throw new Error("git answered more than it was asked");
		return object;
	}
	answer() {
		const object = this.current();
		this.#answered += 1;
		if (this.#answered === 4 * HANDOUT_SIZE) {
			this.#pending = this.#pending.slice(this.#answered);
			this.#answered = 0;
		}
		return object;
	}
	restart() {
		const [brokenAt, ...rest] = this.#pending.slice(this.#answered);
		this.#block = [...rest, ...this.#block.slice(this.#handedOut)];
		this.#handedOut = 0;
		this.#pending = [];
		this.#answered = 0;
		return brokenAt;
	}
	async close() {
		await this.#source.return?.();
	}
};
// src/git/batch-parser.ts
const NEWLINE = 10;
var BatchParser = class {
	#events;
	#state = "header";
	#headerStart = "";
	#current = null;
	#left = 0;
	constructor(events) {
		this.#events = events;
	}
	push(chunk) {
		for (let at = 0; at < chunk.length;) if (this.#state === "header") at = this.#readHeader(chunk, at);
		else if (this.#state === "content") at = this.#readContent(chunk, at);
		else {
			this.#state = "header";
			at += 1;
		}
	}
	#readHeader(chunk, at) {
		const end = chunk.indexOf(NEWLINE, at);
		if (end === -1) {
			this.#headerStart += chunk.toString("latin1", at);
			return chunk.length;
		}
		const line = this.#headerStart + chunk.toString("latin1", at, end);
		this.#headerStart = "";
		if (line.endsWith(" missing")) {
			this.#events.missing();
			return end + 1;
		}
		const header = parseHeader(line);
		this.#events.begin(header);
		this.#current = header;
		this.#left = header.size;
		this.#state = "content";
		if (header.size === 0) this.#endContent();
		return end + 1;
	}
	#readContent(chunk, at) {
		const end = Math.min(at + this.#left, chunk.length);
		this.#left -= end - at;
		this.#events.part(chunk.subarray(at, end));
		if (this.#left === 0) this.#endContent();
		return end;
	}
	#endContent() {
		this.#state = "newline";
		if (this.#current !== null) this.#events.end(this.#current);
	}
};
function parseHeader(line) {
	const [name = "", type = "", size = ""] = line.split(" ");
	const oid = parseObjectId(name);
	if (oid === null || !/^\d+$/.test(size)) throw new Error(`unexpected answer of git cat-file: ${JSON.stringify(line.slice(0, 200))}`);
	return {
		oid,
		type,
		size: Number(size)
	};
}
// src/git/cat-file.ts
const MAX_RESTARTS = 2e3;
async function readObjects(place, objects, receiver, options = {}) {
	const queue = new AskedObjects(objects);
	try {
		for (let restarts = 0; restarts <= MAX_RESTARTS && await queue.hasMore(); restarts += 1) {
			await readUntilBreak(place, queue, receiver, options);
			const brokenAt = queue.restart();
			if (brokenAt !== void 0) receiver.corrupt(brokenAt);
		}
		for (let rest = await queue.nextBlock(); rest.length > 0; rest = await queue.nextBlock()) for (const object of rest) receiver.corrupt(object);
	} finally {
		await queue.close();
	}
}
async function readUntilBreak(place, queue, receiver, options) {
	const git = startGit(place, [
		"cat-file",
		"--batch",
		"--buffer"
	], options);
	const parser = new BatchParser({
		begin: (header) => receiver.begin(queue.current(), header),
		part: (bytes) => receiver.part(bytes),
		end: (header) => receiver.end(queue.answer(), header),
		missing: () => receiver.missing(queue.answer())
	});
	const asked = askAll(git, queue);
	asked.catch(() => {});
	try {
		for await (const chunk of git.stdout) parser.push(chunk);
	} finally {
		git.kill();
	}
	await asked;
	await git.exit;
}
async function askAll(git, queue) {
	try {
		for (let block = await queue.nextBlock(); block.length > 0; block = await queue.nextBlock()) {
			const ids = block.map(({ oid }) => `${oid}\n`).join("");
			if (!await writeTo(git, Buffer.from(ids, "latin1"))) return;
		}
	} finally {
		git.stdin.end();
	}
}
export { readObjects as t };
