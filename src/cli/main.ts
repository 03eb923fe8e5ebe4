/**
 * Where the command line starts. Answers `--version` alone with nothing loaded, because start-up is a feature; so
 * nothing is imported here, not even what the bundle has in common with its other programs.
 */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.length === 1 && args[0] === '--version') {
    process.stdout.write(`${__KEYPETREL_VERSION__}\n`);
    return;
  }
  const { runProgram } = await import('./program.ts');
  await runProgram(args);
}

main().catch((error: unknown) => {
  // Not even the program could be loaded: half of it is missing, or not ours.
  process.stderr.write(`keypetrel: internal error: ${String(error)}\n`);
  process.exitCode = 2;
});
