// src/git/split-stream.ts
var Splitter = class {
	#separator;
	#take;
	#pending = [];
	constructor(separator, take) {
		this.#separator = separator;
		this.#take = take;
	}
	push(chunk) {
		let start = 0;
		for (let end = chunk.indexOf(this.#separator); end !== -1; end = chunk.indexOf(this.#separator, start)) {
			this.#finish(chunk.subarray(start, end));
			start = end + 1;
		}
		if (start < chunk.length) this.#pending.push(chunk.subarray(start));
	}
	end() {
		if (this.#pending.length > 0) this.#finish(Buffer.alloc(0));
	}
	#finish(tail) {
		if (this.#pending.length === 0) {
			this.#take(tail);
			return;
		}
		const part = Buffer.concat([...this.#pending, tail]);
		this.#pending = [];
		this.#take(part);
	}
};
async function splitStream(chunks, separator, take) {
	const splitter = new Splitter(separator, take);
	for await (const chunk of chunks) splitter.push(chunk);
	splitter.end();
}
export { splitStream as n, Splitter as t };
