import { t as NameScanner } from "./names.js";
// src/sources/file-names.ts
var FileNames = class {
	#scanner;
	#folders = new Set([""]);
	constructor(emit, screen) {
		this.#scanner = new NameScanner(emit, screen);
	}
	add(path, originOf) {
		if (path.length < 20) return;
		const slash = path.lastIndexOf("/");
		const folder = path.slice(0, Math.max(0, slash));
		if (!this.#folders.has(folder)) {
			this.#folders.add(folder);
			this.add(folder, originOf);
		}
		this.#scanner.add(path.slice(slash + 1), () => originOf(path));
	}
	flush() {
		this.#scanner.flush();
	}
};
export { FileNames as t };
