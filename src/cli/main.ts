import { TOOL_VERSION } from '../version.ts';
import { EXIT_CODES } from './exit-code.ts';
import { describeFailure } from './failure.ts';

/**
 * The program. Answers `--version` alone with nothing loaded, because start-up is a feature; everything else
 * comes with `run.ts`. Whatever goes wrong ends here, and never with Node's own exit code 1, which here means
 * that credentials were found.
 */
async function main(): Promise<void> {
  process.on('uncaughtException', fail);
  try {
    const args = process.argv.slice(2);
    if (args.length === 1 && args[0] === '--version') {
      process.stdout.write(`${TOOL_VERSION}\n`);
      return;
    }
    const { run } = await import('./run.ts');
    process.exitCode = await run(args, process);
  } catch (error) {
    process.stderr.write(describeFailure(error));
    process.exitCode = EXIT_CODES.failure;
  }
}

/** Thrown where nobody could catch it: nothing that runs still can be trusted, so this does not wait for it. */
function fail(error: unknown): void {
  process.stderr.write(describeFailure(error));
  process.exit(EXIT_CODES.failure);
}

void main();
