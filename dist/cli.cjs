#!/usr/bin/env node
"use strict";
// src/cli/main.ts
async function main() {
	const args = process.argv.slice(2);
	if (args.length === 1 && args[0] === "--version") {
		process.stdout.write(`0.1.0\n`);
		return;
	}
	const { runProgram } = await Promise.resolve().then(() => require("./cli/cli-program.cjs"));
	await runProgram(args);
}
main().catch((error) => {
	process.stderr.write(`keypetrel: internal error: ${String(error)}\n`);
	process.exitCode = 2;
});
