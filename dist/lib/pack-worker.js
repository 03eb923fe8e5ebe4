import { t as createScreen } from "./screen.js";
import { t as readBatches } from "./read-batches.js";
import { l as compilerForOwn } from "./scan-roots.js";
import { parentPort, workerData } from "node:worker_threads";
// src/scan/pack-worker.ts
async function main({ work, rules }) {
	const screen = createScreen(rules, await compilerForOwn(rules));
	const batches = readBatches(work, screen);
	let next = batches.next();
	while (next.done !== true) next = batches.next();
	parentPort?.postMessage(next.value);
}
main(workerData);
export {};
