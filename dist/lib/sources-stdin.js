import { i as Windower } from "./staged.js";
// src/sources/stdin.ts
function stdinSource(input, options = {}) {
	return async (emit, coverage) => {
		const windower = new Windower(emit);
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
export { stdinSource };
