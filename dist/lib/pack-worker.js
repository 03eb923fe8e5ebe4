import { t as createScreen } from "./screen.js";
import { t as readBatches } from "./read-batches.js";
import { s as compilerForOwn } from "./scan-roots.js";
import { workerData } from "node:worker_threads";
// src/scan/pack-worker.ts
async function main({ work, rules }) {
	const screen = createScreen(rules, await compilerForOwn(rules));
	for (const _ of readBatches(work, screen));
}
main(workerData);
export {};
