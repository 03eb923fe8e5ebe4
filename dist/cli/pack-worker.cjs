"use strict";
const require_screen = require("./screen.cjs");
const require_read_batches = require("./read-batches.cjs");
const require_scan_roots = require("./scan-roots.cjs");
let node_worker_threads = require("node:worker_threads");
// src/scan/pack-worker.ts
async function main({ work, rules }) {
	const screen = require_screen.createScreen(rules, await require_scan_roots.compilerForOwn(rules));
	const batches = require_read_batches.readBatches(work, screen);
	let next = batches.next();
	while (next.done !== true) next = batches.next();
	node_worker_threads.parentPort?.postMessage(next.value);
}
main(node_worker_threads.workerData);
