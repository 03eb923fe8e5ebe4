"use strict";
const require_exit_code = require("./exit-code.cjs");
// src/cli/program.ts
async function runProgram(args) {
	process.on("uncaughtException", fail);
	try {
		const { run } = await Promise.resolve().then(() => require("./cli-run.cjs"));
		process.exitCode = await run(args, process);
	} catch (error) {
		process.stderr.write(require_exit_code.describeFailure(error));
		process.exitCode = require_exit_code.EXIT_CODES.failure;
	}
}
function fail(error) {
	process.stderr.write(require_exit_code.describeFailure(error));
	process.exit(require_exit_code.EXIT_CODES.failure);
}
exports.runProgram = runProgram;
