import { EXIT_CODES } from './exit-code.ts';
import { describeFailure } from './failure.ts';

/**
 * The program in this process. Whatever goes wrong ends here, and never with Node's own exit code 1, which here means
 * that credentials were found.
 */
export async function runProgram(args: readonly string[]): Promise<void> {
  process.on('uncaughtException', fail);
  try {
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
