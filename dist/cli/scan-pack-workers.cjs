"use strict";
let node_os = require("node:os");
let node_worker_threads = require("node:worker_threads");
// src/scan/pack-workers.ts
const LEAST_BATCHES = 4;
const MOST_WORKERS = 16;
function packWorkers(rules, jobs = (0, node_os.availableParallelism)()) {
	return (work, signal) => {
		const count = Math.min(jobs, MOST_WORKERS, Math.floor(work.batches.length / 2));
		if (count < 2 || work.batches.length < LEAST_BATCHES || WORKER_FILE === null) return null;
		return runWorkers(count, {
			work,
			rules
		}, WORKER_FILE, signal);
	};
}
const WORKER_FILE = new URL("./pack-worker.cjs", require("url").pathToFileURL(__filename).href);
async function runWorkers(count, data, file, signal) {
	const workers = Array.from({ length: count }, () => new node_worker_threads.Worker(file, {
		workerData: data,
		env: {},
		execArgv: [],
		stdin: false
	}));
	const stop = () => {
		for (const worker of workers) worker.terminate();
	};
	signal?.addEventListener("abort", stop, { once: true });
	try {
		return (await Promise.all(workers.map(ended))).flatMap((stream) => stream ?? []);
	} finally {
		signal?.removeEventListener("abort", stop);
		stop();
	}
}
function ended(worker) {
	let stream = null;
	worker.on("error", () => {});
	worker.on("message", (message) => {
		stream = message;
	});
	return new Promise((resolve) => worker.once("exit", () => resolve(stream)));
}
exports.packWorkers = packWorkers;
