"use strict";
const require_staged = require("./staged.cjs");
// src/sources/stdin.ts
function stdinSource(input, options = {}) {
	return async (emit, coverage) => {
		const windower = new require_staged.Windower(emit);
		windower.begin([{ kind: "stdin" }], null);
		for await (const chunk of input) {
			options.signal?.throwIfAborted();
			coverage.files.bytes += chunk.length;
			windower.push(chunk);
		}
		windower.end();
		coverage.files.scanned += 1;
	};
}
exports.stdinSource = stdinSource;
