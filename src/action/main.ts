import { describeFailure } from '../cli/failure.ts';
import { errorCommand } from './commands.ts';
import { runAction } from './run.ts';

/** The GitHub Action. Whatever goes wrong fails the step: a scan that did not happen must not look like a clean one. */
async function main(): Promise<void> {
  try {
    process.exitCode = await runAction({
      env: process.env,
      write: (text) => void process.stdout.write(text),
    });
  } catch (error) {
    process.stdout.write(errorCommand(describeFailure(error).trim()));
    process.exitCode = 2;
  }
}

void main();
